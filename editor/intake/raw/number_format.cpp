// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/raw/number_format.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <map>

#include "core/text/text.hpp"

namespace gongbao::editor {
namespace {

constexpr int kMostLetters = 780;  // Word's own limit for formats that repeat a sign
constexpr std::u32string_view kHanDigits = U"〇一二三四五六七八九";
constexpr std::u32string_view kHanDigitsWithCircle = U"○一二三四五六七八九";

std::string decimal(int n) {
    return std::to_string(n);
}

std::string decimal_between(std::string before, int n, const char* after) {
    return before.append(decimal(n)).append(after);
}

// Place value with other digits: 12 → 一二.
std::string positional(int n, std::u32string_view digits) {
    std::string out;
    for (const char digit : decimal(n))
        core::append_utf8(out, digits[static_cast<std::size_t>(digit - '0')]);
    return out;
}

// The n-th character from `first` on, while there are `count` of them.
std::string from_block(int n, char32_t first, int count) {
    if (n < 1 || n > count) return decimal(n);
    std::string out;
    core::append_utf8(out, first + static_cast<char32_t>(n - 1));
    return out;
}

std::string from_list(int n, std::u32string_view list) {
    if (n < 1 || n > static_cast<int>(list.size())) return decimal(n);
    return core::to_utf8(list.substr(static_cast<std::size_t>(n - 1), 1));
}

// a … z, aa, bb …: the letter is repeated, not counted on.
std::string letters(int n, char first) {
    if (n < 1 || n > kMostLetters) return decimal(n);
    return std::string(static_cast<std::size_t>((n - 1) / 26 + 1),
                       static_cast<char>(first + (n - 1) % 26));
}

std::string upper_roman(int n) {
    struct Step {
        int value;
        const char* sign;
    };
    static constexpr std::array kSteps = std::to_array<Step>({{1000, "M"},
                                                              {900, "CM"},
                                                              {500, "D"},
                                                              {400, "CD"},
                                                              {100, "C"},
                                                              {90, "XC"},
                                                              {50, "L"},
                                                              {40, "XL"},
                                                              {10, "X"},
                                                              {9, "IX"},
                                                              {5, "V"},
                                                              {4, "IV"},
                                                              {1, "I"}});
    if (n < 1 || n > 32767) return decimal(n);
    std::string out;
    for (const Step& step : kSteps)
        for (; n >= step.value; n -= step.value) out += step.sign;
    return out;
}

std::string lower_roman(int n) {
    std::string out = upper_roman(n);
    for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return out;
}

// 十一, 九十九, then place value with a circle for nought: 一○○.
std::string counting_to_99(int n) {
    return n > 0 && n < 100 ? core::han_numeral(n) : positional(n, kHanDigitsWithCircle);
}

std::string counting_with_thousands(int n) {
    return n < 100000 ? core::han_numeral(n) : decimal(n);
}

struct Capitals {
    std::u32string_view digits;
    std::u32string_view units;
};
constexpr Capitals kSimplified{U"零壹贰叁肆伍陆柒捌玖", U" 拾佰仟萬"};
constexpr Capitals kTraditional{U"零壹貳參肆伍陸柒捌玖", U" 拾佰仟萬"};

// Each digit with its unit, one nought for a gap: 壹佰零伍.
std::string capital(int n, const Capitals& capitals) {
    if (n < 1 || n > 99999) return decimal(n);
    const std::string digits = decimal(n);
    std::u32string out;
    bool gap = false;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        const auto digit = static_cast<std::size_t>(digits[i] - '0');
        const std::size_t unit = digits.size() - 1 - i;
        gap = gap || digit == 0;
        if (digit == 0) continue;
        if (gap) out += capitals.digits[0];
        gap = false;
        out += capitals.digits[digit];
        if (unit > 0) out += capitals.units[unit];
    }
    return core::to_utf8(out);
}

// 千二百三: no one before a unit below ten thousand, no nought.
std::string japanese(int n) {
    if (n < 1 || n > 99999) return decimal(n);
    static constexpr std::u32string_view kUnits = U" 十百千万";
    const std::string digits = decimal(n);
    std::u32string out;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        const auto digit = static_cast<std::size_t>(digits[i] - '0');
        const std::size_t unit = digits.size() - 1 - i;
        if (digit == 0) continue;
        if (digit > 1 || unit == 0 || unit == 4) out += kHanDigits[digit];
        if (unit > 0) out += kUnits[unit];
    }
    return core::to_utf8(out);
}

std::string sexagenary(int n) {
    if (n < 1) return decimal(n);
    static constexpr std::u32string_view kStems = U"甲乙丙丁戊己庚辛壬癸";
    static constexpr std::u32string_view kBranches = U"子丑寅卯辰巳午未申酉戌亥";
    return from_list((n - 1) % 10 + 1, kStems) + from_list((n - 1) % 12 + 1, kBranches);
}

std::string ordinal(int n) {
    const bool teen = n % 100 >= 11 && n % 100 <= 13;
    const char* ending = teen          ? "th"
                         : n % 10 == 1 ? "st"
                         : n % 10 == 2 ? "nd"
                         : n % 10 == 3 ? "rd"
                                       : "th";
    return decimal(n) + ending;
}

std::string hexadecimal(int n) {
    std::string out;
    for (auto rest = static_cast<unsigned>(n); rest > 0; rest /= 16)
        out.insert(out.begin(), "0123456789ABCDEF"[rest % 16]);
    return out.empty() ? "0" : out;
}

std::string chicago(int n) {
    if (n < 1 || n > kMostLetters) return decimal(n);
    std::string out;
    for (int i = 0; i <= (n - 1) / 4; ++i) out += from_list((n - 1) % 4 + 1, U"*†‡§");
    return out;
}

std::string with_zeros(int n, std::size_t digits) {
    const std::string number = decimal(n);
    return std::string(digits - std::min(digits, number.size()), '0') + number;
}

using Print = std::function<std::string(int)>;

const std::map<std::string_view, Print>& prints() {
    static constexpr std::u32string_view kFullWidth = U"０１２３４５６７８９";
    static const std::map<std::string_view, Print> kPrints = {
        {"none", [](int) { return std::string(); }},
        {"bullet", [](int) { return std::string(); }},
        {"decimal", decimal},
        {"decimalHalfWidth", decimal},
        {"decimalZero", [](int n) { return with_zeros(n, 2); }},
        // Custom formats go by their own words (Word 2010 and later).
        {"01, 02, 03, ...", [](int n) { return with_zeros(n, 2); }},
        {"001, 002, 003, ...", [](int n) { return with_zeros(n, 3); }},
        {"0001, 0002, 0003, ...", [](int n) { return with_zeros(n, 4); }},
        {"00001, 00002, 00003, ...", [](int n) { return with_zeros(n, 5); }},
        {"decimalFullWidth", [](int n) { return positional(n, kFullWidth); }},
        {"decimalFullWidth2", [](int n) { return positional(n, kFullWidth); }},
        {"decimalEnclosedCircle", [](int n) { return from_block(n, U'①', 20); }},
        {"decimalEnclosedCircleChinese", [](int n) { return from_block(n, U'①', 20); }},
        {"decimalEnclosedFullstop", [](int n) { return from_block(n, U'⒈', 20); }},
        {"decimalEnclosedParen", [](int n) { return from_block(n, U'⑴', 20); }},
        {"numberInDash", [](int n) { return decimal_between("- ", n, " -"); }},
        {"upperRoman", upper_roman},
        {"lowerRoman", lower_roman},
        {"upperLetter", [](int n) { return letters(n, 'A'); }},
        {"lowerLetter", [](int n) { return letters(n, 'a'); }},
        {"ordinal", ordinal},
        {"hex", hexadecimal},
        {"chicago", chicago},
        {"chineseCounting", counting_to_99},
        {"taiwaneseCounting", counting_to_99},
        {"chineseCountingThousand", counting_with_thousands},
        {"taiwaneseCountingThousand", counting_with_thousands},
        {"chineseLegalSimplified", [](int n) { return capital(n, kSimplified); }},
        {"ideographLegalTraditional", [](int n) { return capital(n, kTraditional); }},
        {"ideographDigital", [](int n) { return positional(n, kHanDigits); }},
        {"japaneseDigitalTenThousand", [](int n) { return positional(n, kHanDigits); }},
        {"taiwaneseDigital", [](int n) { return positional(n, kHanDigitsWithCircle); }},
        {"japaneseCounting", japanese},
        {"ideographTraditional", [](int n) { return from_list(n, U"甲乙丙丁戊己庚辛壬癸"); }},
        {"ideographZodiac", [](int n) { return from_list(n, U"子丑寅卯辰巳午未申酉戌亥"); }},
        {"ideographZodiacTraditional", sexagenary},
        // The standard says ㊀; Word prints ㈠ ([MS-OI29500] 2.1.540 a).
        {"ideographEnclosedCircle", [](int n) { return from_block(n, U'㈠', 10); }},
    };
    return kPrints;
}

}  // namespace

std::optional<std::string> format_number(int number, std::string_view format) {
    const auto print = prints().find(format);
    if (print == prints().end()) return std::nullopt;
    return number < 0 ? decimal(number) : print->second(number);
}

std::string circled(int number) {
    if (number <= 20) return from_block(number, U'①', 20);
    if (number <= 35) return from_block(number - 20, U'㉑', 15);
    if (number <= 50) return from_block(number - 35, U'㊱', 15);
    return decimal_between("(", number, ")");
}

}  // namespace gongbao::editor
