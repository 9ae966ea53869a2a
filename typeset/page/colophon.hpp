// SPDX-License-Identifier: Apache-2.0
// 版记 of an official document (GB/T 9704-2012, 7.4): who printed it and when, between rules at the foot of
// the last page. Made of metadata.
#pragma once

#include "typeset/flow/box.hpp"
#include "typeset/flow/composer.hpp"

namespace gongbao::typeset {

/// One box at the foot; none when the document does not say by whom and when it was written.
void add_colophon(const core::Document& document, Composer& composer, Stack& stack);

}  // namespace gongbao::typeset
