// SPDX-License-Identifier: Apache-2.0
// 发文机关标志, the mark of an official document in red (GB/T 9704-2012, 7.2.4): the document's own
// words, a title that is itself the mark, or one made of its issuers. Called by red_head.cpp.
#pragma once

#include "core/document/document_fwd.hpp"
#include "typeset/flow/box.hpp"
#include "typeset/flow/composer.hpp"
#include "typeset/flow/head_blocks.hpp"

namespace gongbao::typeset {

/// Lower edges of what is set of a head.
struct HeadEdge {
    Length ink = 0;
    Length box = 0;  ///< of the characters' boxes
};

/// Adds the lines of the mark to `box`, its ink at `top`. Returns its lower edge.
/// Writes: a finding where the mark is made of an issuer.
HeadEdge add_mark(const core::Document& document, const HeadBlocks& blocks, Length top,
                  Composer& composer, Box& box);

}  // namespace gongbao::typeset
