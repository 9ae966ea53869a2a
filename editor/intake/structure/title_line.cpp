// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/structure/title_line.hpp"

#include <string>

#include "core/text.hpp"
#include "editor/intake/structure/agency.hpp"
#include "editor/intake/structure/label.hpp"
#include "editor/intake/structure/wording.hpp"

namespace gongbao::editor {
namespace {

constexpr std::size_t kLongestTitleLine = 80;

}  // namespace

bool is_periodical(std::string_view title) {
    return kind_of_title(title) == "纪要" || core::without_spaces(title).ends_with("简报");
}

bool is_number_of_order(std::string_view title, std::string_view line) {
    const std::string kind = kind_of_title(title);
    return is_number_after_title(line) && (kind == "令" || kind == "公告" || kind == "通告" ||
                                           kind == "命令" || kind == "决定" || kind == "通报" ||
                                           is_periodical(title));
}

bool opens_title_note(std::string_view text) {
    return (text.starts_with("（") || text.starts_with("(")) && !is_bracketed(text) &&
           !read_label(text) && text.find("年") != std::string_view::npos;
}

bool could_be_title(const Line& line) {
    if (!line.is_text() || core::length(line.text) > kLongestTitleLine) return false;
    if (line.align == core::Align::Right || line.text.find("。") != std::string::npos) return false;
    if (ending_of(line.text) == Ending::Sentence) return false;
    return !read_label(line.text) && !is_number_line(line.text) && !date_line(line.text) &&
           !is_month_line(line.text) && !is_title_note(line.text) && !opens_title_note(line.text) &&
           !is_contents_head(line.text) &&
           !is_annex_label(line.text) && !is_annex_note(line.text) &&
           !line.text.starts_with("——");
}

bool names_and_date(const Lines& lines, std::size_t at, std::size_t end) {
    return at + 1 < end && lines[at].is_text() && names_only_agencies(lines[at].text) && lines[at + 1].is_text() &&
           date_line(lines[at + 1].text);
}

}  // namespace gongbao::editor
