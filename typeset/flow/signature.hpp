// SPDX-License-Identifier: Apache-2.0
// What stands in a signature: the name of an agency, or a person's post and name. Short ones stand
// wide: 国 务 院, 总　理　李　强. Only places of glyphs change, never the words.
#pragma once

#include <cstdint>
#include <vector>

#include "core/document/block.hpp"
#include "typeset/profile/profile.hpp"
#include "typeset/text/atoms.hpp"

namespace gongbao::typeset {

/// Where a person's name begins in a line "省　长　陆怀舟", and the white space before it ends the
/// post.
struct Signer {
    std::size_t post_end = 0;    ///< index of the first glyph of the white space
    std::size_t name_begin = 0;  ///< index of the first glyph of the name
};

/// The Spans of a post and a name in the structure tree, as Segment::span.
struct SignerSpans {
    std::int16_t post = -1;
    std::int16_t name = -1;
    bool both() const { return post >= 0 && name >= 0; }
};

/// Gives post and name of the Signature `block` a Span each below `node`; its `segments` are those
/// of its runs. Nothing for the name of an agency.
SignerSpans mark_signer(const core::Block& block, NodeId node, std::vector<Segment>& segments,
                        Layout& layout, std::vector<NodeId>& spans);

/// Where they stand in a line that was set with them.
Signer signer_in(const SetLine& line, const SignerSpans& parts);

/// 国务院 → 国 务 院: two to four Han characters get half a character between them.
void spread_agency(SetLine& line, const TextStyle& style);

/// A post and a name of two characters each take three, and the white space between is `gap` at
/// least. Returns the x of the name.
Length spread_signer(SetLine& line, const Signer& signer, const TextStyle& style, Length gap);

/// Moves the glyphs from `first` on to the right.
void move_from(SetLine& line, std::size_t first, Length by);

}  // namespace gongbao::typeset
