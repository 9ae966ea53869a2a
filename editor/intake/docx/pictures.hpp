// SPDX-License-Identifier: Apache-2.0
// Pictures of a docx: DrawingML (wp:inline, wp:anchor) and the VML of older files. A drawing goes
// in, figures come out, their bytes in Reading::media. What is no picture (a chart, a diagram, an
// embedded object) is reported. Called by the walk through a paragraph.
#pragma once

#include <pugixml.hpp>
#include <string>
#include <vector>

#include "core/document/figure.hpp"
#include "editor/intake/docx/reading.hpp"

namespace gongbao::editor::docx {

/// The figures below a w:drawing, w:pict or w:object.
/// Writes: to `reading`'s media and findings, e.g. for a picture that is neither PNG nor JPEG.
std::vector<core::Figure> read_pictures(pugi::xml_node drawing, Reading& reading,
                                        const core::Place& place);

/// "image/png" or "image/jpeg" by the first bytes, "" for anything else.
std::string picture_type(std::string_view bytes);

}  // namespace gongbao::editor::docx
