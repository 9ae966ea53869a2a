// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/docx/field_numbers.hpp"

#include <algorithm>
#include <vector>

#include "core/text/text.hpp"
#include "editor/intake/raw/number_format.hpp"

namespace gongbao::editor::docx {
namespace {

// The words of a code; what stands in quotes is one of them.
std::vector<std::string> words_of_code(std::string_view code) {
    std::vector<std::string> words;
    for (std::size_t at = 0; at < code.size();) {
        if (code[at] == ' ' || code[at] == '\t') {
            ++at;
        } else if (code[at] == '"') {
            const std::size_t stop = std::min(code.find('"', at + 1), code.size());
            words.emplace_back(code.substr(at + 1, stop - at - 1));
            at = stop + 1;
        } else {
            const std::size_t stop = std::min(code.find_first_of(" \t\"", at), code.size());
            words.emplace_back(code.substr(at, stop - at));
            at = stop;
        }
    }
    return words;
}

bool is_switch(const std::string& word) {
    return word.size() > 1 && word[0] == '\\';
}

std::string lower(std::string text) {
    for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return text;
}

// Formats of the switch \* as w:numFmt calls them; "" for one that is not known.
std::string format_of(std::string_view code) {
    const auto format = switch_argument(code, "\\*");
    if (!format || lower(*format) == "mergeformat" || lower(*format) == "arabic") return "decimal";
    if (*format == "alphabetic") return "lowerLetter";
    if (*format == "ALPHABETIC") return "upperLetter";
    if (*format == "roman") return "lowerRoman";
    if (*format == "ROMAN" || *format == "Roman") return "upperRoman";
    if (lower(*format) == "chinesenum1") return "chineseCounting";
    if (lower(*format) == "chinesenum2") return "chineseLegalSimplified";
    if (lower(*format) == "chinesenum3") return "chineseCountingThousand";
    return {};
}

std::string printed(int number, const std::string& format) {
    return format_number(number, format).value_or(std::to_string(number));
}

struct LevelForm {
    const char* before;
    const char* format;
    const char* after;
};
constexpr std::array<LevelForm, 9> kNumberDefault = {{{"", "decimal", ")"},
                                                      {"", "lowerLetter", ")"},
                                                      {"", "lowerRoman", ")"},
                                                      {"(", "decimal", ")"},
                                                      {"(", "lowerLetter", ")"},
                                                      {"(", "lowerRoman", ")"},
                                                      {"", "decimal", "."},
                                                      {"", "lowerLetter", "."},
                                                      {"", "lowerRoman", "."}}};
constexpr std::array<LevelForm, 9> kOutlineDefault = {{{"", "upperRoman", "."},
                                                       {"", "upperLetter", "."},
                                                       {"", "decimal", "."},
                                                       {"", "lowerLetter", ")"},
                                                       {"(", "decimal", ")"},
                                                       {"(", "lowerLetter", ")"},
                                                       {"(", "lowerRoman", ")"},
                                                       {"(", "lowerLetter", ")"},
                                                       {"(", "lowerRoman", ")"}}};

template <typename Counts>
std::string joined(const Counts& counts, std::size_t last, const std::string& format,
                   const std::string& separator) {
    std::string text;
    for (std::size_t level = 1; level <= last; ++level)
        text += (text.empty() ? "" : separator) + printed(std::max(counts[level], 1), format);
    return text;
}

}  // namespace

std::optional<std::string> switch_argument(std::string_view code, std::string_view name) {
    const auto words = words_of_code(code);
    const auto found = std::find_if(words.begin(), words.end(),
                                    [&](const std::string& word) { return lower(word) == name; });
    if (found == words.end()) return std::nullopt;
    const auto next = found + 1;
    return next == words.end() || is_switch(*next) ? std::string() : *next;
}

std::string field_argument(std::string_view code, std::size_t index) {
    const auto words = words_of_code(code);
    return index < words.size() && !is_switch(words[index]) ? words[index] : std::string();
}

std::optional<FieldNumber> FieldNumbers::next(std::string_view keyword, std::string_view code,
                                              int outline_level) {
    if (keyword == "LISTNUM") return next_of_list(code);
    if (keyword != "AUTONUM" && keyword != "AUTONUMLGL" && keyword != "AUTONUMOUT") return {};
    return next_of_paragraph(keyword, code,
                             static_cast<std::size_t>(std::clamp(outline_level, 0, 9)));
}

// A heading starts the count of deeper ones, and of body text, again.
FieldNumber FieldNumbers::next_of_paragraph(std::string_view keyword, std::string_view code,
                                            std::size_t level) {
    Counts& counts = paragraphs_[std::string(keyword)];
    ++counts[level];
    if (level > 0) {
        std::fill(counts.begin() + static_cast<std::ptrdiff_t>(level) + 1, counts.end(), 0);
        counts[0] = 0;
    }
    if (keyword == "AUTONUMOUT") {
        const LevelForm& form = kOutlineDefault[level == 0 ? 0 : level - 1];
        if (level == 0) return {std::to_string(counts[0]) + ".", false};
        return {form.before + printed(counts[level], form.format) + form.after, true};
    }
    const std::string separator = switch_argument(code, "\\s").value_or(".");
    const std::string format = format_of(code);
    const std::string usual = format.empty() ? "decimal" : format;
    std::string text = printed(counts[level], usual);
    if (keyword == "AUTONUMLGL") {
        std::size_t last = level;  // body text goes on behind the heading's number
        if (level == 0)
            for (last = 9; last > 0 && counts[last] == 0;) --last;
        const std::string above = joined(counts, last, usual, separator);
        text = level > 0 ? above : above.empty() ? text : above + separator + text;
    }
    const bool bare = switch_argument(code, "\\e").has_value();
    return {text + (bare ? "" : separator), !format.empty()};
}

FieldNumber FieldNumbers::next_of_list(std::string_view code) {
    std::string name = lower(field_argument(code, 1));
    if (name.empty()) name = "numberdefault";
    List& list = lists_[name];
    if (const auto level = switch_argument(code, "\\l"))
        list.level = static_cast<std::size_t>(std::clamp(core::parse_numeral(*level), 1L, 9L));
    const std::size_t level = list.level;
    ++list.counts[level];
    if (const auto start = switch_argument(code, "\\s"))
        list.counts[level] = static_cast<int>(std::clamp(core::parse_numeral(*start), 0L, 32767L));
    std::fill(list.counts.begin() + static_cast<std::ptrdiff_t>(level) + 1, list.counts.end(), 0);
    if (name == "legaldefault") return {joined(list.counts, level, "decimal", ".") + ".", true};
    const bool outline = name == "outlinedefault";
    const LevelForm& form = (outline ? kOutlineDefault : kNumberDefault)[level - 1];
    return {form.before + printed(list.counts[level], form.format) + form.after,
            outline || name == "numberdefault"};
}

}  // namespace gongbao::editor::docx
