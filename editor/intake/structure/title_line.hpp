// SPDX-License-Identifier: Apache-2.0
// What a line of a title may be, and what stands between a title that is a mark (…令, 会议纪要) and
// the text. Used by head and preface.
#pragma once

#include <cstddef>
#include <string_view>

#include "editor/intake/structure/line.hpp"

namespace gongbao::editor {

/// A line that a title may consist of, wherever it stands.
bool could_be_title(const Line& line);
/// The first of several lines of a 题注: its bracket is closed on a later line.
bool opens_title_note(std::string_view text);
/// Each 《 of a title is closed; else the title goes on with the next line.
bool closes_book_marks(std::string_view title);
/// What comes behind these words is the name of a text in 《》: 省水利厅印发, 关于转发.
bool ends_with_deed(std::string_view title);
/// A title that ends with the name of the text it gives out: 省水利厅印发《…办法》.
bool ends_with_text_given_out(std::string_view title);
/// The mark of 纪要 or 简报: number, office and date stand below it, and then the title of the
/// matter.
bool is_periodical(std::string_view title);
/// A number without 机关代字 below a title that it completes.
bool is_number_of_order(std::string_view title, std::string_view line);
/// Who issues 纪要 or 简报, and when, on two lines below the number.
bool names_and_date(const Lines& lines, std::size_t at, std::size_t end);

}  // namespace gongbao::editor
