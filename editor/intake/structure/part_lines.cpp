// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/structure/part_lines.hpp"

#include <utility>

#include "core/text.hpp"
#include "editor/intake/structure/agency.hpp"
#include "editor/intake/structure/official_lines.hpp"
#include "editor/intake/structure/wording.hpp"

namespace gongbao::editor {
namespace {

bool is_date(std::string_view words) { return date_line(words) || is_open_date(words); }

// 云岭省民政厅　2026年3月5日: the bytes of the names; 0 for any other line.
std::size_t names_before_date(const Line& line) {
    const std::string_view text = line.text;
    if (!line.is_text() || !text.ends_with("日") || core::length(text) > 80) return 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t here = at;
        const char32_t c = core::next_code_point(text, at);
        if (here == 0 || core::is_space(c)) continue;
        if (!is_date(text.substr(here))) continue;
        const std::string_view names = core::trim(text.substr(0, here));
        return names_only_agencies(names) ? names.size() : 0;
    }
    return 0;
}

// A line of that form alone, at the end of its text or below the number of 纪要: rows of a schedule have
// others beside them.
bool closes(const Lines& lines, std::size_t at) {
    if (at > 0 && lines[at - 1].is_text() && is_number_after_title(lines[at - 1].text)) return true;
    if (at > 0 && names_before_date(lines[at - 1]) > 0) return false;
    if (at + 1 >= lines.size() || !lines[at + 1].is_text()) return true;
    const Line& next = lines[at + 1];
    if (names_before_date(next) > 0) return false;
    return is_bracketed(next.text) || is_annex_label(next.text) || is_annex_note(next.text) ||
           imprint_element(next.text) || is_contact(next.text) || annex_label_length(next.text) > 0 ||
           !kind_of_title(next.text).empty();
}

}  // namespace

void part_lines(Lines& lines) {
    bool signers = false;  // the line before is 签发人 or goes on with it
    for (std::size_t at = 0; at < lines.size(); ++at) {
        const bool signers_above = std::exchange(signers, false);
        if (!lines[at].is_text()) continue;
        signers = head_element(lines[at].text) == core::Role::Signer ||
                  (signers_above && is_names_of_people(lines[at].text));
        if (const std::size_t bytes = head_cut(lines[at].text, signers_above); bytes > 0) {
            cut_line(lines, at, bytes);
            // The first half may hold two elements itself.
            if (head_cut(lines[at].text) > 0) --at;
            continue;
        }
        const std::size_t names = names_before_date(lines[at]);
        if (names > 0 && closes(lines, at)) cut_line(lines, at++, names);
    }
}

}  // namespace gongbao::editor
