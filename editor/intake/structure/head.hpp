// SPDX-License-Identifier: Apache-2.0
// 版头 at the beginning of a document: 份号, 密级, 紧急程度, 发文机关标志, 发文字号 and 签发人 in
// whatever order they stand (GB/T 9704-2012, 7.2), the mark of 纪要 with number and date (10.3). A
// stage of preface.
#pragma once

#include "core/report/diagnostic.hpp"
#include "editor/intake/structure/line.hpp"

namespace gongbao::editor {

/// Marks the lines of 版头 at the head of `range`; returns the first that is none.
std::size_t mark_head(Lines& lines, Range range, core::Diagnostics& findings);

}  // namespace gongbao::editor
