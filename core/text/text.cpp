// SPDX-License-Identifier: Apache-2.0
#include "core/text/text.hpp"

#include <cstdint>

#include "core/report/check.hpp"

namespace gongbao::core {
namespace {

// Length of the well-formed sequence at `at`, 0 when there is none (Unicode 15, table 3-7).
std::size_t sequence_length(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(text[at + i]); };
    const auto tail = [&](std::size_t i, std::uint8_t low = 0x80, std::uint8_t high = 0xBF) {
        return at + i < text.size() && byte(i) >= low && byte(i) <= high;
    };
    const std::uint8_t lead = byte(0);
    if (lead < 0x80) return 1;
    if (lead < 0xC2) return 0;
    if (lead < 0xE0) return tail(1) ? 2 : 0;
    if (lead < 0xF0) {
        const std::uint8_t low = lead == 0xE0 ? 0xA0 : 0x80;
        const std::uint8_t high = lead == 0xED ? 0x9F : 0xBF;
        return tail(1, low, high) && tail(2) ? 3 : 0;
    }
    if (lead < 0xF5) {
        const std::uint8_t low = lead == 0xF0 ? 0x90 : 0x80;
        const std::uint8_t high = lead == 0xF4 ? 0x8F : 0xBF;
        return tail(1, low, high) && tail(2) && tail(3) ? 4 : 0;
    }
    return 0;
}

int han_digit(char32_t c) {
    switch (c) {
        case U'〇':
        case U'零':
        case U'○':
        case U'Ｏ': return 0;
        case U'一':
        case U'壹':
        case U'元': return 1;
        case U'二':
        case U'贰':
        case U'两': return 2;
        case U'三':
        case U'叁': return 3;
        case U'四':
        case U'肆': return 4;
        case U'五':
        case U'伍': return 5;
        case U'六':
        case U'陆': return 6;
        case U'七':
        case U'柒': return 7;
        case U'八':
        case U'捌': return 8;
        case U'九':
        case U'玖': return 9;
        default: return -1;
    }
}

long han_unit(char32_t c) {
    switch (c) {
        case U'十':
        case U'拾': return 10;
        case U'百':
        case U'佰': return 100;
        case U'千':
        case U'仟': return 1000;
        case U'万': return 10000;
        default: return 0;
    }
}

// Digits written one after the other: 二〇二二, 12, １２.
long parse_positional(const std::u32string& numeral) {
    long value = 0;
    for (const char32_t c : numeral) {
        const char32_t n = narrow(c);
        const int digit = is_ascii_digit(n) ? static_cast<int>(n - U'0') : han_digit(c);
        if (digit < 0 || value > 100000000) return -1;
        value = value * 10 + digit;
    }
    return value;
}

}  // namespace

bool is_valid_utf8(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t n = sequence_length(text, at);
        if (n == 0) return false;
        at += n;
    }
    return true;
}

char32_t next_code_point(std::string_view text, std::size_t& at) {
    // Every character of every document passes here, so the lead byte alone tells the length. Bytes
    // that form no character, as in damaged data, give U+FFFD one by one.
    const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(text[at + i]); };
    const std::uint8_t lead = byte(0);
    if (lead < 0x80) {
        ++at;
        return lead;
    }
    const std::size_t n = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    constexpr char32_t kNoCharacter = 0xFFFD;
    if (lead < 0xC2 || at + n > text.size()) return ++at, kNoCharacter;
    char32_t c = lead & (0xFFu >> (n + 1));
    unsigned wrong = 0;
    for (std::size_t i = 1; i < n; ++i) {
        wrong |= (byte(i) ^ 0x80u) & 0xC0u;
        c = (c << 6) | (byte(i) & 0x3Fu);
    }
    if (wrong != 0 || c > 0x10FFFF) return ++at, kNoCharacter;
    at += n;
    return c;
}

std::u32string to_utf32(std::string_view text) {
    std::u32string out;
    out.reserve(text.size() / 2);
    for (std::size_t at = 0; at < text.size();) out += next_code_point(text, at);
    return out;
}

void append_utf8(std::string& text, char32_t c) {
    const auto put = [&](char32_t byte) { text += static_cast<char>(byte); };
    if (c < 0x80) {
        put(c);
    } else if (c < 0x800) {
        put(0xC0 | (c >> 6));
        put(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        put(0xE0 | (c >> 12));
        put(0x80 | ((c >> 6) & 0x3F));
        put(0x80 | (c & 0x3F));
    } else {
        put(0xF0 | (c >> 18));
        put(0x80 | ((c >> 12) & 0x3F));
        put(0x80 | ((c >> 6) & 0x3F));
        put(0x80 | (c & 0x3F));
    }
}

std::string to_utf8(std::u32string_view text) {
    std::string out;
    out.reserve(text.size() * 3);
    for (const char32_t c : text) append_utf8(out, c);
    return out;
}

std::size_t length(std::string_view text) {
    std::size_t count = 0;
    for (const char byte : text) count += (static_cast<std::uint8_t>(byte) & 0xC0) != 0x80;
    return count;
}

std::string excerpt(std::string_view text, std::size_t count) {
    std::size_t at = 0;
    for (std::size_t n = 0; n < count && at < text.size(); ++n) next_code_point(text, at);
    return std::string(text.substr(0, at)) + (at < text.size() ? "…" : "");
}

bool is_han(char32_t c) {
    return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || c == 0x3007 ||
           c == 0x3005 || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x323AF);
}

bool is_space(char32_t c) {
    return (c >= 0x09 && c <= 0x0D) || c == 0x20 || c == 0x85 || c == 0xA0 || c == 0x1680 ||
           (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F ||
           c == 0x205F || c == 0x3000 || c == 0xFEFF;
}

bool is_ascii_digit(char32_t c) {
    return c >= U'0' && c <= U'9';
}
bool is_ascii_letter(char32_t c) {
    return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
}
bool is_digit(char32_t c) {
    return is_ascii_digit(narrow(c));
}

std::string_view trim(std::string_view text) {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool seen = false;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t start = at;
        if (is_space(next_code_point(text, at))) continue;
        if (!seen) begin = start;
        seen = true;
        end = at;
    }
    return seen ? text.substr(begin, end - begin) : std::string_view{};
}

std::string without_spaces(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t start = at;
        if (!is_space(next_code_point(text, at))) out += text.substr(start, at - start);
    }
    return out;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    for (std::size_t start = 0;;) {
        const std::size_t stop = text.find(separator, start);
        parts.push_back(text.substr(start, stop - start));
        if (stop == std::string_view::npos) return parts;
        start = stop + 1;
    }
}

std::string join(const std::vector<std::string>& parts, std::string_view separator) {
    std::string joined;
    for (const auto& part : parts) {
        if (&part != &parts.front()) joined += separator;
        joined += part;
    }
    return joined;
}

std::string replace_all(std::string text, std::string_view what, std::string_view with) {
    GONGBAO_CHECK(!what.empty());
    for (std::size_t at = text.find(what); at != std::string::npos;
         at = text.find(what, at + with.size()))
        text.replace(at, what.size(), with);
    return text;
}

bool starts_with(std::string_view text, std::string_view head) {
    return text.starts_with(head);
}
bool ends_with(std::string_view text, std::string_view tail) {
    return text.ends_with(tail);
}

std::string lower_case(std::string_view text) {
    std::string lower(text);
    for (char& c : lower)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return lower;
}

char32_t narrow(char32_t c) {
    return c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c;
}

long parse_numeral(std::string_view text) {
    const std::u32string numeral = to_utf32(text);
    if (numeral.empty()) return -1;
    const bool with_units = numeral.find_first_of(U"十百千万拾佰仟廿") != std::u32string::npos;
    if (!with_units) return parse_positional(numeral);
    long total = 0;
    long section = 0;
    long digit = -1;
    for (const char32_t c : numeral) {
        if (c == U'廿') {
            section += 20;
        } else if (const long unit = han_unit(c); unit == 10000) {
            total += (section + (digit > 0 ? digit : 0)) * unit;
            section = 0;
            digit = -1;
        } else if (unit > 0) {
            section += (digit > 0 ? digit : 1) * unit;  // 一万零十
            digit = -1;
        } else {
            digit = han_digit(c);
            if (digit < 0) return -1;
        }
    }
    return total + section + (digit > 0 ? digit : 0);
}

std::string han_numeral(long n) {
    GONGBAO_CHECK(n >= 0 && n < 100000000);
    static const char* const kDigits[] = {"零", "一", "二", "三", "四",
                                          "五", "六", "七", "八", "九"};
    static const char* const kUnits[] = {"", "十", "百", "千"};
    if (n == 0) return "零";
    if (n >= 10000) {
        const long rest = n % 10000;
        const char* gap = rest != 0 && rest < 1000 ? "零" : "";
        const char* one = rest >= 10 && rest < 20 ? "一" : "";  // 一万零一十, but 十 alone
        return han_numeral(n / 10000) + "万" + gap + one + (rest == 0 ? "" : han_numeral(rest));
    }
    std::string out;
    const std::string decimal = std::to_string(n);
    bool zero = false;
    for (std::size_t i = 0; i < decimal.size(); ++i) {
        const int digit = decimal[i] - '0';
        const std::size_t unit = decimal.size() - 1 - i;
        if (digit == 0) {
            zero = true;
            continue;
        }
        if (zero) out += kDigits[0];
        zero = false;
        const bool leading_ten = unit == 1 && digit == 1 && out.empty();
        if (!leading_ten) out += kDigits[digit];
        out += kUnits[unit];
    }
    return out;
}

}  // namespace gongbao::core
