// SPDX-License-Identifier: Apache-2.0
// The parts of GB/T 9704-2012 that are not the document's text: 版头 (agency in red, number, red rule)
// above the title and 版记 at the foot of the last page. Both are made of metadata.
#pragma once

#include "typeset/flow/box.hpp"
#include "typeset/flow/composer.hpp"

namespace gongbao::typeset {

/// One box: 发文机关标志 35 mm below the head of the type area, 发文字号 two lines below it, the red
/// rule 4 mm below that (7.2.4–7.2.7). `number` is the document's Number block, or null.
void add_red_head(const core::Document& document, const core::Block* number, NodeId parent,
                  Composer& composer, Stack& stack);

/// One box at the foot: 印发机关 and 印发日期 between rules of 0.35 mm (7.4).
void add_colophon(const core::Document& document, Composer& composer, Stack& stack);

}  // namespace gongbao::typeset
