// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/structure/title_line.hpp"

#include <string>

#include "core/text/text.hpp"
#include "editor/intake/structure/agency.hpp"
#include "editor/intake/structure/label.hpp"
#include "editor/intake/structure/wording.hpp"

namespace gongbao::editor {
namespace {

constexpr std::size_t kLongestTitleLine = 80;

constexpr std::string_view kOpen = "《";
constexpr std::string_view kClose = "》";

std::size_t count_of(std::string_view text, std::string_view mark) {
    std::size_t count = 0;
    for (std::size_t at = text.find(mark); at != std::string_view::npos;
         at = text.find(mark, at + mark.size()))
        ++count;
    return count;
}

}  // namespace

bool closes_book_marks(std::string_view title) {
    return count_of(title, kOpen) <= count_of(title, kClose);
}

bool ends_with_deed(std::string_view title) {
    for (const char* deed :
         {"印发", "转发", "批转", "发布", "公布", "颁布", "下发", "修订", "修改", "废止", "出台"})
        if (title.ends_with(deed)) return true;
    return false;
}

bool ends_with_text_given_out(std::string_view title) {
    const std::string bare = core::without_spaces(title);
    const std::size_t open = bare.find(kOpen);
    if (open == std::string::npos || !bare.ends_with(kClose) || !closes_book_marks(bare))
        return false;
    const std::string_view name =
        std::string_view(bare).substr(open, bare.size() - open - kClose.size());
    return ends_with_deed(std::string_view(bare).substr(0, open)) && !kind_of_title(name).empty();
}

bool is_periodical(std::string_view title) {
    return kind_of_title(title) == "纪要" || core::without_spaces(title).ends_with("简报");
}

bool is_number_of_order(std::string_view title, std::string_view line) {
    const std::string kind = kind_of_title(title);
    return is_number_after_title(line) &&
           (kind == "令" || kind == "公告" || kind == "通告" || kind == "命令" || kind == "决定" ||
            kind == "通报" || is_periodical(title));
}

bool opens_title_note(std::string_view text) {
    return (text.starts_with("（") || text.starts_with("(")) && !is_bracketed(text) &&
           !read_label(text) && text.find("年") != std::string_view::npos;
}

bool could_be_title(const Line& line) {
    if (!line.is_text() || line.of_contents) return false;
    if (core::length(line.text) > kLongestTitleLine) return false;
    if (line.align == core::Align::Right || line.text.find("。") != std::string::npos) return false;
    if (ending_of(line.text) == Ending::Sentence) return false;
    return !read_label(line.text) && !is_number_line(line.text) && !date_line(line.text) &&
           !is_month_line(line.text) && !is_title_note(line.text) && !opens_title_note(line.text) &&
           !is_contents_head(line.text) && !is_annex_label(line.text) &&
           !is_annex_note(line.text) && !line.text.starts_with("——");
}

bool names_and_date(const Lines& lines, std::size_t at, std::size_t end) {
    return at + 1 < end && lines[at].is_text() && names_only_agencies(lines[at].text) &&
           lines[at + 1].is_text() && date_line(lines[at + 1].text);
}

}  // namespace gongbao::editor
