// SPDX-License-Identifier: Apache-2.0
// Judges set pages as a proofreader would: by the characters and where they stand, with sets of
// marks of its own, so that a mistake in the engine's tables is seen too. Called by
// corpus_check.cpp.
#pragma once

#include <string>

#include "bench/typeset/quality.hpp"
#include "core/document/document_fwd.hpp"
#include "typeset/fonts/font_book.hpp"
#include "typeset/layout/layout.hpp"
#include "typeset/profile/profile.hpp"

namespace gongbao::bench {

/// What is wrong with `layout`, the pages of `document` alone: lines against CLREQ 3.1 and the
/// measure, paragraphs against the canonical text, pages against the rules of keeping together.
Quality judge_layout(const typeset::Layout& layout, const core::Document& document,
                     const typeset::Profile& profile, const typeset::FontBook& fonts);

/// The canonical text of each block that is printed, in printed order.
std::vector<std::string> printed_blocks(const core::Document& document,
                                        const typeset::Profile& profile);

/// The characters of `line`.
std::u32string words_of(const typeset::Layout& layout, const typeset::PlacedLine& line);

}  // namespace gongbao::bench
