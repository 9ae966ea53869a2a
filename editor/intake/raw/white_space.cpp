// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/raw/white_space.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <vector>

#include "core/text/text.hpp"

namespace gongbao::editor {
namespace {

constexpr char32_t kBreak = U'\n';
constexpr char32_t kNote = U'\uFFFC';
constexpr char32_t kSourceLineEnd = 0x2028;  // white space that holds a line end of the file

// One character of a paragraph and the run it came from. Small: a page of fifty megabytes may be
// one paragraph.
struct Unit {
    char32_t c;
    std::uint32_t run;
    std::int16_t width = 0;  // of white space, hundredths of a Han character
    bool hard = false;       // white space that a web page does not collapse
    bool kept = false;       // part of a blank to write on
};
using Units = std::vector<Unit>;

bool is_latin(char32_t c) {
    return core::is_ascii_digit(c) || core::is_ascii_letter(c);
}

bool is_chinese_mark(char32_t c) {
    return (c >= 0x3001 && c <= 0x301F && c != 0x3007 && c != 0x3005) || c == U'，' || c == U'：' ||
           c == U'；' || c == U'！' || c == U'？' || c == U'（' || c == U'）' || c == U'．';
}

// Marks that Chinese shares with Latin text: which they are, the neighbour tells.
bool is_shared_mark(char32_t c) {
    return (c >= 0x2018 && c <= 0x201D) || c == 0x2026;
}

// A narrow space between `left` and `right` that the typesetter makes by itself.
bool is_made_by_typesetter(char32_t left, char32_t right) {
    if (is_chinese_mark(left) || is_chinese_mark(right)) return true;
    if (is_shared_mark(left)) return core::is_han(right);
    if (is_shared_mark(right)) return core::is_han(left);
    return (core::is_han(left) && is_latin(right)) || (is_latin(left) && core::is_han(right));
}

// "7.1 适用范围", "表1 名称": the space ends a number and is no gap between scripts, as in "2022
// 年".
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

constexpr std::int16_t kTabWidth = 200;

// Of white space, in hundredths of a Han character.
std::int16_t width_of(char32_t c) {
    if (c == U'\t') return kTabWidth;
    if (c == 0x3000 || c == 0x2003) return 100;
    return c == U' ' || c == 0xA0 || c == 0x2002 ? 50 : 0;
}

Units units_of(const core::Runs& runs) {
    Units units;
    for (std::uint32_t i = 0; i < runs.size(); ++i) {
        if (runs[i].kind == core::Inline::Kind::LineBreak) units.push_back({kBreak, i});
        if (runs[i].kind == core::Inline::Kind::Note) units.push_back({kNote, i});
        if (!core::holds_words(runs[i])) continue;
        for (std::size_t at = 0; at < runs[i].text.size();) {
            char32_t c = core::next_code_point(runs[i].text, at);
            const std::int16_t width = width_of(c);
            const bool hard = c != U' ' && c != U'\t';
            if (c == U'\n' || c == U'\r')
                c = kSourceLineEnd;
            else if (core::is_space(c) && c != 0xFEFF)
                c = c == 0x3000 || c == kSourceLineEnd ? c : U' ';
            else if (is_invisible(c))
                continue;
            units.push_back({c, i, width, hard});
        }
    }
    return units;
}

bool is_blank(const Unit& unit) {
    return !unit.kept && (unit.c == U' ' || unit.c == 0x3000 || unit.c == kSourceLineEnd);
}

std::size_t end_of_blanks(const Units& units, std::size_t first) {
    while (first < units.size() && is_blank(units[first])) ++first;
    return first;
}

bool is_underlined(const Unit& unit, const core::Runs& runs) {
    return runs[unit.run].marks.has(core::Mark::Underline);
}

// The blanks [first, stop) with a rule under them. Those that only indent an underlined line are
// not meant to be written on.
bool are_ruled(const Units& units, std::size_t first, std::size_t stop, const core::Runs& runs) {
    int hard = 0;
    for (std::size_t i = first; i < stop; ++i) {
        if (!is_underlined(units[i], runs) || units[i].c == kSourceLineEnd) return false;
        hard += units[i].hard ? units[i].width : 0;
    }
    const bool indent = first == 0 && hard <= 200 && stop < units.size() &&
                        is_underlined(units[stop], runs) && units[stop].c != kBreak;
    return hard >= 100 && !indent;
}

// 姓名：　　电话：, 负责人：　　（签字）: blanks of a form, with the next field behind them.
bool are_before_field(const Units& units, std::size_t first, std::size_t at) {
    constexpr std::size_t kLongest = 8;
    if (first == 0 || (units[first - 1].c != U'：' && units[first - 1].c != U':')) return false;
    const bool bracket = at < units.size() && units[at].c == U'（';
    std::size_t words = 0;
    for (std::size_t i = at + bracket; i < units.size() && words <= kLongest; ++i) {
        const char32_t c = units[i].c;
        if (bracket && c == U'）')
            return words > 0 && (i + 1 == units.size() || units[i + 1].c == kBreak);
        if (!bracket && (c == U'：' || c == U':')) return words > 0;
        if (!core::is_han(c)) return false;
        ++words;
    }
    return false;
}

// 　　年　月　日, （　　）, 第　　号: blanks to fill in, by what stands around [first, stop).
bool are_to_fill_in(const Units& units, std::size_t first, std::size_t stop) {
    const char32_t left = first == 0 ? 0 : units[first - 1].c;
    const char32_t right = stop == units.size() ? 0 : units[stop].c;
    if (right == U'年') {
        const std::size_t next = end_of_blanks(units, stop + 1);
        return next > stop + 1 && next < units.size() && units[next].c == U'月';
    }
    const std::size_t bracket = std::u32string_view(U"（〔【(").find(left);
    if (left != 0 && bracket != std::u32string_view::npos)
        return std::u32string_view(U"）〕】)").find(right) == bracket;
    return (left == U'年' && right == U'月') || (left == U'月' && right == U'日') ||
           (left == U'第' && right == U'号');
}

// Blanks to write on become U+3000 that nothing takes away.
Units with_blanks_kept(const Units& units, const core::Runs& runs) {
    Units out;
    out.reserve(units.size());
    for (std::size_t i = 0; i < units.size();) {
        const std::size_t stop = std::max(end_of_blanks(units, i), i + 1);
        int width = 0;
        for (std::size_t k = i; k < stop; ++k) width += units[k].width;
        const bool kept = is_blank(units[i]) && width >= 100 &&
                          (are_ruled(units, i, stop, runs) || are_to_fill_in(units, i, stop) ||
                           (width >= 200 && are_before_field(units, i, stop)));
        for (int left = width; kept && left > 0; left -= 100)
            out.push_back({0x3000, units[i].run, 100, true, true});
        if (!kept)
            out.insert(out.end(), units.begin() + static_cast<std::ptrdiff_t>(i),
                       units.begin() + static_cast<std::ptrdiff_t>(stop));
        i = stop;
    }
    return out;
}

// What stays of the blanks [first, stop), which stand between two characters of one line.
void keep_gap(const Units& units, std::size_t first, std::size_t stop, Units& out) {
    const char32_t left = out.back().c;
    const char32_t right = units[stop].c;
    bool wide = false;
    bool tab = false;
    bool line_end = false;
    for (std::size_t i = first; i < stop; ++i) {
        tab |= units[i].width == kTabWidth;
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
    const bool made = is_made_by_typesetter(left, right);
    // A tab parts columns or fields, never mere scripts: 张三→30.
    if (made && tab && !line_end && !is_chinese_mark(left) && !is_chinese_mark(right)) {
        out.push_back({0x3000, units[first].run});
        return;
    }
    if (made && !(core::is_han(right) && ends_opening_number(out, right))) return;
    out.push_back({U' ', units[first].run});
}

Units tidy(const Units& units) {
    Units out;
    out.reserve(units.size());
    for (std::size_t i = 0; i < units.size();) {
        if (!is_blank(units[i])) {
            out.push_back(units[i++]);
            continue;
        }
        const std::size_t stop = end_of_blanks(units, i);
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

core::Runs tidy_white_space(const core::Runs& runs) {
    Units units = units_of(runs);
    units = with_blanks_kept(units, runs);  // the one before is given back
    units = tidy(units);
    return runs_of(units, runs);
}

bool is_ruled_blank(const core::Inline& run) {
    return run.kind == core::Inline::Kind::Text && run.marks.has(core::Mark::Underline) &&
           core::trim(run.text).empty() && opening_indent(run.text) >= 100;
}

std::string tidy_white_space(std::string_view text) {
    return core::plain_text(tidy_white_space(core::Runs{core::text_run(std::string(text))}));
}

int opening_indent(std::string_view text) {
    int indent = 0;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = core::next_code_point(text, at);
        if (!core::is_space(c)) break;
        indent += width_of(c);
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
        if (core::is_space(core::next_code_point(text, at)))
            close_piece();
        else
            ++piece;
    }
    close_piece();
    const bool spaced_out = pieces > 1 && single * 10 >= pieces * 7;
    return spaced_out ? core::without_spaces(text) : std::string(text);
}

}  // namespace gongbao::editor
