// SPDX-License-Identifier: Apache-2.0
// A printed table of contents: 目录 and its lines, wherever they stand. Known by what the file says
// of its lines (a field, the styles of contents), by page numbers at the ends of the lines, or by
// the lines coming again as the headings of the text. A stage of recognition, before the division
// into parts: a line of contents names an annex or a chapter, it opens none.
#pragma once

#include <string>
#include <string_view>

#include "editor/intake/structure/line.hpp"

namespace gongbao::editor {

/// Gives the lines of contents their role and `of_contents`, which keeps other stages away.
void mark_printed_contents(Lines& lines);

/// A line of contents without its dots, page number and white space.
std::string contents_entry(std::string_view text);

/// The line at which the entries that begin at `top` come again, by the words of the first of
/// them, with its number or without; `end` where they do not.
std::size_t entries_come_again(const Lines& lines, std::size_t top, std::size_t end);

}  // namespace gongbao::editor
