// SPDX-License-Identifier: Apache-2.0
// 版头 of an official document (GB/T 9704-2012, 7.2; letters 10.1, orders 10.2): 份号, 密级 and
// 紧急程度 in the corner, 发文机关标志 in red, 发文字号 and 签发人, red rules above the text. The
// words are the document's own; only where it has no mark, one is made of an issuer that its
// signature or title names, and reported.
//
// What the standard gives in millimetres is measured on the ink, as with a ruler on the page; what
// it gives in lines and characters on the characters' boxes.
#pragma once

#include "core/document/document_fwd.hpp"
#include "typeset/flow/box.hpp"
#include "typeset/flow/composer.hpp"
#include "typeset/flow/head_blocks.hpp"

namespace gongbao::typeset {

/// One box that heads the page. Writes: a finding where the mark is made of an issuer.
void add_red_head(const core::Document& document, const HeadBlocks& blocks, Composer& composer,
                  Stack& stack);

}  // namespace gongbao::typeset
