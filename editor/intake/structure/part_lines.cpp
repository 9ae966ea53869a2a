// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/structure/part_lines.hpp"

#include <utility>

#include "core/text/text.hpp"
#include "editor/intake/structure/official_lines.hpp"
#include "editor/intake/structure/wording.hpp"

namespace gongbao::editor {
namespace {

std::size_t dated_names(const Line& line) {
    return line.is_text() ? names_before_date(std::string_view(line.text)) : 0;
}

// Below 抄送, over lines that it goes on on.
bool stands_in_imprint(const Lines& lines, std::size_t at) {
    for (std::size_t above = at; above > 0 && lines[above - 1].is_text(); --above) {
        const std::string& text = lines[above - 1].text;
        if (imprint_element(text)) return true;
        if (at - above > 6 ||
            !(text.ends_with("，") || text.ends_with("、") || text.ends_with("。")))
            return false;
    }
    return false;
}

// Number and date below a title, and not a row of a list of documents.
bool stands_alone(const Lines& lines, std::size_t at) {
    const auto is_row = [&](std::size_t i) {
        return i < lines.size() && lines[i].is_text() && number_before_more(lines[i].text) > 0;
    };
    return !is_row(at + 1) && (at == 0 || !is_row(at - 1));
}

// A line of that form alone, at the end of its text or below the number of 纪要: rows of a schedule
// have others beside them.
bool closes(const Lines& lines, std::size_t at) {
    if (at > 0 && lines[at - 1].is_text() && is_number_after_title(lines[at - 1].text)) return true;
    if (at > 0 && dated_names(lines[at - 1]) > 0) return false;
    if (at > 0 && stands_in_imprint(lines, at)) return false;
    if (at + 1 >= lines.size() || !lines[at + 1].is_text()) return true;
    const Line& next = lines[at + 1];
    if (dated_names(next) > 0) return false;
    return is_bracketed(next.text) || is_annex_label(next.text) || is_annex_note(next.text) ||
           imprint_element(next.text) || is_contact(next.text) ||
           annex_label_length(next.text) > 0 || !kind_of_title(next.text).empty();
}

}  // namespace

void part_lines(Lines& lines) {
    bool opening = true;   // no sentence and no addressees so far
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
        opening = opening && ending_of(lines[at].text) != Ending::Sentence;
        if (const std::size_t number = number_before_more(lines[at].text);
            number > 0 && opening && stands_alone(lines, at)) {
            cut_line(lines, at++, number);
            continue;
        }
        const std::size_t names = dated_names(lines[at]);
        if (names > 0 && closes(lines, at)) cut_line(lines, at++, names);
    }
}

}  // namespace gongbao::editor
