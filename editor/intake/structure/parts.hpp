// SPDX-License-Identifier: Apache-2.0
// Divides the lines of a manuscript into the document itself, the text it promulgates or passes
// on, and its annexes; each part into preface, body and closing. A stage of recognition.
#pragma once

#include <optional>
#include <vector>

#include "core/document/document.hpp"
#include "core/report/diagnostic.hpp"
#include "editor/intake/structure/line.hpp"

namespace gongbao::editor {

struct Part {
    std::optional<core::Annex::Kind> annex;  ///< nothing for the document itself
    Range preface;
    Range body;
    Range closing;  ///< empty when the part is not signed
};

/// The parts in printed order, the document itself first; together they cover all lines. Sets the
/// roles of prefaces and closings; a line with annex label and title is cut in two.
std::vector<Part> divide(Lines& lines, core::Diagnostics& findings);

}  // namespace gongbao::editor
