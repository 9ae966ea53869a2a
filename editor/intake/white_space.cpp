// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/white_space.hpp"

#include <algorithm>
#include <iterator>
#include <vector>

#include "core/text.hpp"

namespace gongbao::editor {
namespace {

constexpr char32_t kBreak = U'\n';
constexpr char32_t kNote = U'\uFFFC';
constexpr char32_t kSourceLineEnd = 0x2028;  // white space that holds a line end of the file

// One character of a paragraph and the run it came from.
struct Unit {
    char32_t c;
    std::size_t run;
};
using Units = std::vector<Unit>;

bool is_latin(char32_t c) { return core::is_ascii_digit(c) || core::is_ascii_letter(c); }

bool is_chinese_mark(char32_t c) {
    return (c >= 0x3001 && c <= 0x301F && c != 0x3007 && c != 0x3005) || c == U'，' || c == U'：' ||
           c == U'；' || c == U'！' || c == U'？' || c == U'（' || c == U'）' || c == U'．';
}

// Marks that Chinese shares with Latin text: which they are, the neighbour tells.
bool is_shared_mark(char32_t c) { return (c >= 0x2018 && c <= 0x201D) || c == 0x2026; }

// A narrow space between `left` and `right` that the typesetter makes by itself.
bool is_made_by_typesetter(char32_t left, char32_t right) {
    if (is_chinese_mark(left) || is_chinese_mark(right)) return true;
    if (is_shared_mark(left)) return core::is_han(right);
    if (is_shared_mark(right)) return core::is_han(left);
    return (core::is_han(left) && is_latin(right)) || (is_latin(left) && core::is_han(right));
}

// "7.1 适用范围", "表1 名称": the space ends a number and is no gap between scripts, as in "2022 年".
bool ends_opening_number(const Units& before, char32_t next) {
    constexpr std::u32string_view kCounted = U"年月日时个名项条户家元万亿人级类号";
    std::size_t at = 0;
    while (at < before.size() && at < 4 && core::is_han(before[at].c)) ++at;
    if (at == 0 && kCounted.find(next) != std::u32string_view::npos) return false;
    if (at > 0) {
        std::u32string word;
        for (std::size_t i = 0; i < at; ++i) word += before[i].c;
        if (word != U"表" && word != U"图" && word != U"附表" && word != U"附图") return false;
    }
    const std::size_t digits = at;
    while (at < before.size() &&
           (core::is_ascii_digit(before[at].c) || before[at].c == U'.' || before[at].c == U'-'))
        ++at;
    return at == before.size() && at > digits && at < digits + 6;
}

Units units_of(const core::Runs& runs) {
    Units units;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        if (runs[i].kind == core::Inline::Kind::LineBreak) units.push_back({kBreak, i});
        if (runs[i].kind == core::Inline::Kind::Note) units.push_back({kNote, i});
        if (!core::holds_words(runs[i])) continue;
        for (std::size_t at = 0; at < runs[i].text.size();) {
            char32_t c = core::next_code_point(runs[i].text, at);
            if (c == U'\n' || c == U'\r') c = kSourceLineEnd;
            else if (core::is_space(c) && c != 0xFEFF)
                c = c == 0x3000 || c == kSourceLineEnd ? c : U' ';
            else if (is_invisible(c)) continue;
            units.push_back({c, i});
        }
    }
    return units;
}

bool is_blank(char32_t c) { return c == U' ' || c == 0x3000 || c == kSourceLineEnd; }

// What stays of the blanks [first, stop), which stand between two characters of one line.
void keep_gap(const Units& units, std::size_t first, std::size_t stop, Units& out) {
    const char32_t left = out.back().c;
    const char32_t right = units[stop].c;
    bool wide = false;
    bool line_end = false;
    for (std::size_t i = first; i < stop; ++i) {
        wide |= units[i].c == 0x3000;
        line_end |= units[i].c == kSourceLineEnd;
    }
    if (wide) {
        std::copy_if(units.begin() + static_cast<std::ptrdiff_t>(first),
                     units.begin() + static_cast<std::ptrdiff_t>(stop), std::back_inserter(out),
                     [](const Unit& unit) { return unit.c == 0x3000; });
        return;
    }
    if (line_end && core::is_han(left) && core::is_han(right)) return;
    if (core::is_han(right) ? is_made_by_typesetter(left, right) && !ends_opening_number(out, right)
                            : is_made_by_typesetter(left, right))
        return;
    out.push_back({U' ', units[first].run});
}

Units tidy(const Units& units) {
    Units out;
    for (std::size_t i = 0; i < units.size();) {
        if (!is_blank(units[i].c)) {
            out.push_back(units[i++]);
            continue;
        }
        std::size_t stop = i;
        while (stop < units.size() && is_blank(units[stop].c)) ++stop;
        const bool at_edge = out.empty() || out.back().c == kBreak || stop == units.size() ||
                             units[stop].c == kBreak;
        if (!at_edge) keep_gap(units, i, stop, out);
        i = stop;
    }
    const auto is_break = [](const Unit& unit) { return unit.c == kBreak; };
    while (!out.empty() && is_break(out.back())) out.pop_back();
    out.erase(out.begin(), std::find_if_not(out.begin(), out.end(), is_break));
    return out;
}

core::Runs runs_of(const Units& units, const core::Runs& originals) {
    core::Runs runs;
    const Unit* last = nullptr;
    for (const Unit& unit : units) {
        const core::Inline& original = originals[unit.run];
        const bool same_run = last != nullptr && last->run == unit.run;
        last = &unit;
        if (original.kind == core::Inline::Kind::Note) {
            runs.push_back(original);
            runs.back().note = tidy_white_space(original.note);
        } else if (original.kind == core::Inline::Kind::LineBreak) {
            runs.push_back(core::line_break());
        } else if (original.kind == core::Inline::Kind::Ruby) {
            if (!same_run)
                runs.push_back(core::ruby({}, tidy_white_space(std::string_view(original.reading)),
                                          original.marks));
            core::append_utf8(runs.back().text, unit.c);
        } else {
            const bool new_run = runs.empty() || runs.back().kind != core::Inline::Kind::Text ||
                                 runs.back().marks != original.marks;
            if (new_run) runs.push_back(core::text_run({}, original.marks));
            core::append_utf8(runs.back().text, unit.c);
        }
    }
    return runs;
}

}  // namespace

bool is_invisible(char32_t c) {
    return c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0xAD || c == 0x200B || c == 0x2060 ||
           c == 0xFEFF;
}

core::Runs tidy_white_space(const core::Runs& runs) { return runs_of(tidy(units_of(runs)), runs); }

std::string tidy_white_space(std::string_view text) {
    return core::plain_text(tidy_white_space(core::Runs{core::text_run(std::string(text))}));
}

int opening_indent(std::string_view text) {
    int indent = 0;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = core::next_code_point(text, at);
        if (!core::is_space(c)) break;
        if (c == U'\t') indent += 200;
        else if (c == 0x3000 || c == 0x2003) indent += 100;
        else if (c == U' ' || c == 0xA0 || c == 0x2002) indent += 50;
    }
    return indent;
}

std::string words_of(std::string_view text) {
    std::string words;
    words.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t start = at;
        const char32_t c = core::next_code_point(text, at);
        if (!core::is_space(c) && !is_invisible(c)) words += text.substr(start, at - start);
    }
    return words;
}

std::string words_of(const core::Runs& runs) {
    std::string words;
    for (const core::Inline& run : runs) {
        words += words_of(run.text) + words_of(run.reading);
        if (run.kind == core::Inline::Kind::Note) words += words_of(run.note);
    }
    return words;
}

std::string without_letter_spacing(std::string_view text) {
    std::size_t pieces = 0;
    std::size_t single = 0;
    std::size_t piece = 0;
    const auto close_piece = [&] {
        pieces += piece > 0;
        single += piece == 1;
        piece = 0;
    };
    for (std::size_t at = 0; at < text.size();) {
        if (core::is_space(core::next_code_point(text, at))) close_piece();
        else ++piece;
    }
    close_piece();
    const bool spaced_out = pieces > 1 && single * 10 >= pieces * 7;
    return spaced_out ? core::without_spaces(text) : std::string(text);
}

}  // namespace gongbao::editor
