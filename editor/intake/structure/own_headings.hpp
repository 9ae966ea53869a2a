// SPDX-License-Identifier: Apache-2.0
// The headings that the author's own file marks (outline levels and heading styles of Word, h1–h6
// of a page, # of Markdown), where no printed number tells: evidence, not proof. A level whose
// lines read as headings is believed, one that somebody used for the look of body lines is not. A
// stage of recognition, after the bodies are marked by their labels.
#pragma once

#include <vector>

#include "core/report/diagnostic.hpp"
#include "editor/intake/structure/line.hpp"
#include "editor/intake/structure/parts.hpp"

namespace gongbao::editor {

/// Gives marked lines of the bodies the role of a heading, at a depth that agrees with the printed
/// numbers of the document (GB/T 9704-2012, 7.3.3) and with the order of the author's levels.
/// Writes: a hint for a level that is not believed, and for a marked line that reads as text.
void mark_own_headings(Lines& lines, const std::vector<Part>& parts, core::Diagnostics& findings);

}  // namespace gongbao::editor
