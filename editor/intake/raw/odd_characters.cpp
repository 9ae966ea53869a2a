// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/raw/odd_characters.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/text.hpp"
#include "editor/intake/raw/look_alikes.hpp"
#include "editor/intake/raw/white_space.hpp"

namespace gongbao::editor {
namespace {

bool is_private_use(char32_t c) {
    return (c >= 0xE000 && c <= 0xF8FF) || (c >= 0xF0000 && c <= 0x10FFFD);
}

bool is_wide_latin(char32_t c) {
    const char32_t narrow = core::narrow(c);
    return narrow != c && (core::is_ascii_digit(narrow) || core::is_ascii_letter(narrow));
}

bool is_ascii_mark(char32_t c) {
    return core::is_one_of(c, U",;:?!()\"");
}

std::string code_point_name(char32_t c) {
    static const char* const kHex = "0123456789ABCDEF";
    std::string code = "U+";
    for (int shift = c > 0xFFFFF ? 20 : c > 0xFFFF ? 16 : 12; shift >= 0; shift -= 4)
        code += kHex[(c >> shift) & 15];
    return code;
}

bool is_other_alphabet(char32_t c) {
    return c >= 0x0370 && c <= 0x04FF;
}
bool is_letter(char32_t c) {
    return core::is_ascii_letter(c) || is_other_alphabet(c);
}

// What Word prints where the target of a reference is gone.
bool is_broken_reference(std::string_view text) {
    for (const char* message : {"错误！未找到引用源", "错误!未找到引用源", "错误！未定义书签",
                                "错误!未定义书签", "错误！超链接引用无效", "错误!超链接引用无效",
                                "错误！文档中没有指定样式的文字", "错误!文档中没有指定样式的文字",
                                "Error! Reference source not found", "Error! Bookmark not defined"})
        if (text.find(message) != std::string_view::npos) return true;
    return false;
}

// Tags and entities of a web page that stand in the text as letters: <br>, </p>, &nbsp;.
std::size_t count_markup(std::string_view text) {
    std::size_t count = 0;
    for (const char* sign :
         {"<br>", "<br/>", "<br />", "</p>", "</div>", "</span>", "</td>", "</b>", "</strong>",
          "</font>", "</pre>", "&nbsp;", "&ldquo;", "&rdquo;", "&mdash;", "&amp;", "&lt;", "&gt;"})
        for (std::size_t at = 0; (at = text.find(sign, at)) != text.npos; ++at) ++count;
    return count;
}

// The line, paragraph or table of `place`, in Chinese as all that the list of a finding quotes: it
// is kept as one argument. Empty where there is none.
std::string in_words(const core::Place& place) {
    for (const core::PlaceStep& step : place.steps()) {
        const std::string number = std::to_string(step.number);
        if (step.kind == core::PlaceKind::Table) return "表" + number;
        if (step.kind == core::PlaceKind::Line) return "第" + number + "行";
        if (step.kind == core::PlaceKind::Paragraph) return "第" + number + "段";
    }
    return {};
}

// Characters of one kind, each with what to write for it and where it stands.
class Finds {
  public:
    void add(char32_t c, char32_t better, const core::Place& place) {
        Find& find = finds_[{c, better}];
        ++find.count;
        ++count_;
        std::string words = in_words(place);
        if (!words.empty() && find.places.size() < kMostPlaces &&
            (find.places.empty() || find.places.back() != words))
            find.places.push_back(std::move(words));
    }

    void report(const char* id, core::Diagnostics& findings) const {
        if (count_ == 0) return;
        std::string list;
        std::size_t shown = 0;
        for (const auto& [pair, find] : finds_) {
            if (++shown > kMostFinds) {
                list += " …";
                break;
            }
            if (!list.empty()) list += "；";
            if (!is_format_character(pair.first)) core::append_utf8(list, pair.first);
            list += "(" + code_point_name(pair.first) + ")";
            if (pair.second != 0) list += "→", core::append_utf8(list, pair.second);
            list += " ×" + std::to_string(find.count);
            if (!find.places.empty()) list += " " + core::join(find.places, "、");
        }
        findings.push_back({core::Level::Warning,
                            {},
                            {id, {{"count", std::to_string(count_)}, {"list", list}}},
                            core::excerpt(list)});
    }

  private:
    static constexpr std::size_t kMostPlaces = 6;
    static constexpr std::size_t kMostFinds = 20;
    struct Find {
        std::size_t count = 0;
        std::vector<std::string> places;
    };
    std::map<std::pair<char32_t, char32_t>, Find> finds_;
    std::size_t count_ = 0;
};

class Counter {
  public:
    explicit Counter(core::Diagnostics& findings) : findings_(findings) {}

    void read(const core::Runs& runs, const core::Place& place) {
        read_text(core::plain_text(runs), place);
        for (const core::Inline& run : runs) {
            if (run.kind == core::Inline::Kind::Note) read(run.note, place);
            if (run.kind == core::Inline::Kind::Ruby) read_text(run.reading, place);
        }
    }

    void report_counts() {
        look_alikes_.report("intake.look_alike", findings_);
        formats_.report("intake.format_character", findings_);
        combining_.report("intake.combining_mark", findings_);
        if (markup_ > 0)
            findings_.push_back({core::Level::Warning,
                                 {},
                                 {"intake.markup_in_text", {{"count", std::to_string(markup_)}}},
                                 {}});
        count("intake.ascii_punctuation", ascii_marks_);
        count("intake.wide_latin", wide_);
    }

  private:
    void read_text(const std::string& text, const core::Place& place) {
        const std::u32string characters = core::to_utf32(text);
        markup_ += count_markup(text);
        if (is_broken_reference(text))
            findings_.push_back(
                {core::Level::Error, place, {"intake.broken_reference", {}}, core::excerpt(text)});
        for (std::size_t i = 0; i < characters.size(); ++i) {
            const char32_t c = characters[i];
            const char32_t before = i > 0 ? characters[i - 1] : 0;
            const char32_t after = i + 1 < characters.size() ? characters[i + 1] : 0;
            if (c == 0xFFFD)
                report("intake.replacement_character", core::Level::Error, c, place, text);
            if (is_private_use(c))
                report("intake.private_character", core::Level::Warning, c, place, text);
            wide_ += is_wide_latin(c);
            ascii_marks_ += is_ascii_mark(c) && (core::is_han(before) || core::is_han(after));
            if (const char32_t better = better_form(characters, i); better != c)
                look_alikes_.add(c, better, place);
            if (is_format_character(c)) formats_.add(c, 0, place);
            if (is_combining_mark(c) && !is_letter(before)) combining_.add(c, 0, place);
        }
    }

    // What the manuscript means by character `i`.
    static char32_t better_form(const std::u32string& text, std::size_t i) {
        const char32_t c = text[i];
        if (const char32_t standard = standard_form(c); standard != c) return standard;
        const char32_t before = i > 0 ? text[i - 1] : 0;
        const char32_t after = i + 1 < text.size() ? text[i + 1] : 0;
        const bool in_year =
            (is_han_digit(before) || (is_circle(before) && i > 1 && is_han_digit(text[i - 2]))) &&
            (is_han_digit(after) || is_circle(after) || after == U'年');
        if (is_circle(c) && in_year) return U'〇';
        if (const char32_t digit = meant_digit(text, i)) return digit;
        if (is_dash(c) && before == U'第' && after != 0 &&
            std::u32string_view(U"章节条款项编类批期").find(after) != std::u32string_view::npos)
            return U'一';
        if (const auto wide = wide_mark(c); wide && (core::is_han(before) || core::is_han(after)))
            return *wide;
        const auto latin = latin_look_alike(c);
        return latin && is_in_latin_word(text, i) ? *latin : c;
    }

    static bool is_dash(char32_t c) { return core::is_one_of(c, U"—–―－-ー丨"); }

    // 2O26年, 1O月, l5日: a letter among the digits of a date; nought elsewhere.
    static char32_t meant_digit(const std::u32string& text, std::size_t i) {
        constexpr std::u32string_view kNoughts = U"OoОοΟ", kOnes = U"lI|丨";
        const auto counts = [&](char32_t c) {
            return core::is_ascii_digit(c) || core::is_one_of(c, kNoughts) ||
                   core::is_one_of(c, kOnes);
        };
        if (core::is_ascii_digit(text[i]) || !counts(text[i])) return 0;
        std::size_t begin = i;
        std::size_t end = i + 1;
        while (begin > 0 && i - begin < 4 && counts(text[begin - 1])) --begin;
        while (end < text.size() && end - i < 4 && counts(text[end])) ++end;
        const bool dated =
            end < text.size() && core::is_one_of(text[end], U"年月日") && end - begin <= 4;
        const bool digits = std::any_of(text.begin() + static_cast<std::ptrdiff_t>(begin),
                                        text.begin() + static_cast<std::ptrdiff_t>(end),
                                        [](char32_t c) { return core::is_ascii_digit(c); });
        if (!dated || !digits || (begin > 0 && is_letter(text[begin - 1]))) return 0;
        return core::is_one_of(text[i], kNoughts) ? U'0' : U'1';
    }

    // Of the letters around letter `i` some are Latin; or it stands alone, which a Cyrillic letter
    // of a Chinese text does not.
    static bool is_in_latin_word(const std::u32string& text, std::size_t i) {
        std::size_t begin = i;
        std::size_t end = i + 1;
        while (begin > 0 && i - begin < 40 && is_letter(text[begin - 1])) --begin;
        while (end < text.size() && end - i < 40 && is_letter(text[end])) ++end;
        for (std::size_t at = begin; at < end; ++at)
            if (core::is_ascii_letter(text[at])) return true;
        return end - begin == 1 && text[i] >= 0x0400;
    }

    void report(const char* id, core::Level level, char32_t c, const core::Place& place,
                const std::string& text) {
        findings_.push_back(
            {level, place, {id, {{"code", code_point_name(c)}}}, core::excerpt(text)});
    }

    void count(const char* id, std::size_t number) {
        if (number > 0)
            findings_.push_back(
                {core::Level::Hint, {}, {id, {{"count", std::to_string(number)}}}, {}});
    }

    core::Diagnostics& findings_;
    Finds look_alikes_;
    Finds formats_;
    Finds combining_;
    std::size_t ascii_marks_ = 0;
    std::size_t wide_ = 0;
    std::size_t markup_ = 0;
};

}  // namespace

void report_odd_characters(const RawDocument& raw, core::Diagnostics& findings) {
    Counter counter(findings);
    for (const RawBlock& block : raw.blocks) {
        if (const auto* paragraph = std::get_if<RawParagraph>(&block))
            counter.read(paragraph->runs, paragraph->place);
        if (const auto* table = std::get_if<RawTable>(&block))
            for (const core::Row& row : table->table.rows)
                for (const core::Cell& cell : row.cells)
                    for (const core::Runs& runs : cell.paragraphs) counter.read(runs, table->place);
    }
    counter.report_counts();
}

std::size_t count_invisible(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = core::next_code_point(text, at);
        count += is_invisible(c) && (!core::is_space(c) || c == 0xFEFF);
    }
    return count;
}

void report_invisible(std::size_t count, core::Diagnostics& findings) {
    if (count > 0)
        findings.push_back({core::Level::Hint,
                            {},
                            {"intake.invisible_left_out", {{"count", std::to_string(count)}}},
                            {}});
}

}  // namespace gongbao::editor
