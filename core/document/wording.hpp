// SPDX-License-Identifier: Apache-2.0
// Wording by which a line of an official document says what it is, where more than one stage asks:
// recognition (editor/intake/structure) finds lines by it, decide_structure.hpp keeps the answer in
// the document.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace gongbao::core {

/// 单位：万元, （金额单位：元）: the unit of a table's figures. Not 单位：云岭省水利厅, who it is
/// about.
bool says_unit(std::string_view line);

/// Can the words before a 。 be a heading, run in or on a line of their own? It names a matter; a
/// sentence opens with an order or a condition, or runs on in clauses.
bool reads_like_heading(std::string_view words);

/// Post and name in a line that signs, parted by white space: 省　长　陆怀舟. Bytes.
struct SignerParts {
    std::size_t post_end = 0;    ///< where the white space begins
    std::size_t name_begin = 0;  ///< and ends
};

/// Nothing where the line is no person's: a name of two to five Han characters, letter-spaced or
/// with · in it, behind words that end in a known post.
std::optional<SignerParts> signer_in(std::string_view line);

}  // namespace gongbao::core
