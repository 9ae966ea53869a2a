// SPDX-License-Identifier: Apache-2.0
// Content controls whose words Word takes from an XML part of the package when it opens the file
// (w:dataBinding, ECMA-376 part 1, 17.5.2.6): customXml/item1.xml, docProps/core.xml. Called once
// by read_docx, which reads what the text itself holds.
#pragma once

#include <pugixml.hpp>

#include "editor/intake/docx/reading.hpp"

namespace gongbao::editor::docx {

/// Writes: to the findings, for each control below `root` whose data say something else than its
/// text.
void report_bound_texts(pugi::xml_node root, const Reading& reading);

}  // namespace gongbao::editor::docx
