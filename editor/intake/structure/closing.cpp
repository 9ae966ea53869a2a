// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/structure/closing.hpp"

#include <algorithm>

#include "core/text.hpp"
#include "editor/intake/structure/agency.hpp"
#include "editor/intake/structure/label.hpp"
#include "editor/intake/structure/wording.hpp"

namespace gongbao::editor {
namespace {

using core::Role;

constexpr std::size_t kMostSignatureLines = 24;

bool is_date(const Line& line) { return line.is_text() && date_line(line.text).has_value(); }

// Nothing in its wording or place forbids it to be a signature.
bool could_be_signature(const Line& line) {
    if (!line.is_text() || core::length(line.text) > 60 || line.align == core::Align::Center)
        return false;
    if (read_label(line.text) || line.list_item) return false;
    if (ending_of(line.text) == Ending::Sentence && line.align != core::Align::Right) return false;
    const bool cites = line.text.find("《") != std::string::npos && !line.text.ends_with("编辑部");
    return !cites && line.text.find("，") == std::string::npos &&
           line.text.find("。") == std::string::npos &&
           !is_annex_note(line.text) && !is_annex_label(line.text) && !is_date(line) &&
           !is_bracketed(line.text);
}

bool names_agencies(const std::string& text) {
    if (is_signer(text) || text.ends_with("》编辑部")) return true;
    const std::vector<std::string> names = agencies_of({text});
    return !names.empty() && std::all_of(names.begin(), names.end(),
                                         [](const auto& name) { return is_agency(name); });
}

bool is_surely_signature(const Line& line) {
    return could_be_signature(line) &&
           (line.align == core::Align::Right || names_agencies(line.text));
}

bool ends_body(const Line& line) {
    return !line.is_text() || ending_of(line.text) == Ending::Sentence ||
           is_annex_note(line.text) || is_bracketed(line.text) ||
           static_cast<bool>(read_label(line.text));
}

// The first line of the signature above the date at `date`; `date` itself when there is none.
std::size_t signature_above(const Lines& lines, std::size_t begin, std::size_t date) {
    std::size_t first = date;
    while (first > begin && date - first < kMostSignatureLines &&
           is_surely_signature(lines[first - 1]))
        --first;
    // A long name's first line, or a name of unknown form: short, and the body ends right above it.
    if (first > begin + 1 && could_be_signature(lines[first - 1]) &&
        core::length(lines[first - 1].text) <= 26 && ends_body(lines[first - 2]) &&
        lines[first - 1].align == core::Align::Natural)
        --first;
    return first;
}

bool is_imprint(const std::string& text) {
    const std::string bare = core::without_spaces(text);
    return bare.starts_with("抄送") || bare.starts_with("主送：") || bare.starts_with("分送") ||
           (bare.ends_with("印发") && bare.find("年") != std::string::npos && core::length(bare) < 50);
}

// Lines after the date that still belong to the document: 附注, a late 附件说明, 抄送 and 印发.
std::size_t closing_end(const Lines& lines, std::size_t at, std::size_t end) {
    bool in_annex_note = false;
    for (; at < end && lines[at].is_text(); ++at) {
        const std::string& text = lines[at].text;
        const bool numbered = in_annex_note && read_label(text).kind == LabelKind::Arabic &&
                              ending_of(text) != Ending::Sentence;
        in_annex_note = is_annex_note(text) || numbered;
        if (!in_annex_note && !is_imprint(text) && (!is_bracketed(text) || is_title_note(text)))
            break;
    }
    return at;
}

// What may stand after a closing: nothing, an annex, or a title. A sentence may not.
bool may_follow(const Lines& lines, std::size_t at, std::size_t end) {
    if (at >= end || !lines[at].is_text()) return true;
    return lines[at].text.find("。") == std::string::npos && !read_label(lines[at].text);
}

}  // namespace

std::optional<Range> find_closing(const Lines& lines, Range range) {
    for (std::size_t i = range.begin; i < range.end; ++i) {
        if (!is_date(lines[i]) || lines[i].align == core::Align::Center) continue;
        const std::size_t first = signature_above(lines, range.begin, i);
        const std::size_t stop = closing_end(lines, i + 1, range.end);
        const bool at_end = stop == range.end;
        if ((first < i || at_end) && may_follow(lines, stop, range.end)) return Range{first, stop};
    }
    const std::size_t first = signature_above(lines, range.begin, range.end);
    if (first < range.end && first > range.begin && is_surely_signature(lines[range.end - 1]) &&
        ends_body(lines[first - 1]))
        return Range{first, range.end};
    return {};
}

void mark_closing(Lines& lines, Range closing, core::Diagnostics& findings) {
    bool in_annex_note = false;
    bool dated = false;
    for (std::size_t i = closing.begin; i < closing.end; ++i) {
        Line& line = lines[i];
        if (!dated && is_date(line)) {
            line.role = Role::Date;
            dated = true;
        } else if (!dated) {
            line.role = Role::Signature;
            const std::string next = i + 1 < closing.end ? lines[i + 1].text : std::string();
            if (!is_surely_signature(line) && !names_agencies(line.text + next))
                findings.push_back({core::Level::Warning,
                                    line.place,
                                    {"intake.signature_by_position", {}},
                                    core::excerpt(line.text)});
        } else if (is_annex_note(line.text) || (in_annex_note && read_label(line.text))) {
            line.role = Role::AnnexNote;
            in_annex_note = true;
        } else if (is_imprint(line.text)) {
            findings.push_back({core::Level::Hint, line.place, {"intake.imprint_line", {}},
                                core::excerpt(line.text)});
        } else {
            line.role = Role::Note;
        }
    }
}

}  // namespace gongbao::editor
