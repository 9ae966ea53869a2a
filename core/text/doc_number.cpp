// SPDX-License-Identifier: Apache-2.0
#include "core/text/doc_number.hpp"

#include <array>

#include "core/report/check.hpp"
#include "core/text/text.hpp"

namespace gongbao::core {
namespace {

constexpr std::size_t kLongestPrefix = 40;
constexpr long kLargestSequence = 999999;

// What a text is read as: a number, or the reason why it is none.
struct Reading {
    std::optional<DocNumber> number;
    const char* why = nullptr;
};

Reading refuse(const char* why) {
    return {std::nullopt, why};
}

bool is_invisible(char32_t c) {
    return is_space(c) || c == 0xAD || (c >= 0x200B && c <= 0x200F) || c == 0x2060;
}

char32_t fold_bracket(char32_t c) {
    constexpr std::u32string_view kOpening = U"[(【〖﹝﹙〈<";
    constexpr std::u32string_view kClosing = U"])】〗﹞﹚〉>";
    if (kOpening.find(c) != std::u32string_view::npos) return U'〔';
    if (kClosing.find(c) != std::u32string_view::npos) return U'〕';
    return c;
}

// Without white space and empty brackets, full-width ASCII narrowed, every bracket a 〔 or 〕.
std::u32string fold(std::string_view text) {
    std::u32string folded;
    for (const char32_t c : to_utf32(text)) {
        if (is_invisible(c)) continue;
        const char32_t plain = fold_bracket(narrow(c));
        if (plain == U'〕' && folded.ends_with(U'〔'))
            folded.pop_back();
        else
            folded += plain;
    }
    return folded;
}

long numeral(std::u32string_view digits) {
    return digits.empty() ? -1 : parse_numeral(to_utf8(digits));
}

int read_year(std::u32string_view text) {
    if (text.ends_with(U'年')) text.remove_suffix(1);
    const long year = text.size() == 4 ? numeral(text) : -1;
    return year >= 1900 && year <= 2099 ? static_cast<int>(year) : 0;
}

// "第38号", "38号", "第38", "38": the sequence; 0 when it is none.
int read_sequence(std::u32string_view text) {
    if (text.starts_with(U'第')) text.remove_prefix(1);
    if (text.ends_with(U'号')) text.remove_suffix(1);
    const long seq = numeral(text);
    return seq > 0 && seq <= kLargestSequence ? static_cast<int>(seq) : 0;
}

const char* why_no_prefix(std::u32string_view prefix) {
    if (prefix.empty()) return "doc_number.no_prefix";
    if (prefix.size() > kLongestPrefix) return "doc_number.long_prefix";
    for (const char32_t c : prefix)
        if (!is_han(c) && c != U'、') return "doc_number.bad_prefix";
    return nullptr;
}

Reading make(DocNumber::Form form, std::u32string_view prefix, int year, int seq) {
    if (const char* why = why_no_prefix(prefix)) return refuse(why);
    if (seq == 0) return refuse("doc_number.no_sequence");
    return {DocNumber{form, {}, to_utf8(prefix), year, seq}, nullptr};
}

Reading read_bracketed(std::u32string_view text, std::size_t open) {
    const std::size_t close = text.find(U'〕', open);
    if (close == std::u32string_view::npos) return refuse("doc_number.open_bracket");
    const int year = read_year(text.substr(open + 1, close - open - 1));
    if (year == 0) return refuse("doc_number.bad_year");
    const auto rest = text.substr(close + 1);
    const std::size_t end = rest.find(U'号');
    if (end != std::u32string_view::npos && end + 1 < rest.size())
        return refuse(end == 0 ? "doc_number.no_sequence" : "doc_number.trailing");
    return make(DocNumber::Form::Bracketed, text.substr(0, open), year, read_sequence(rest));
}

// The words that make a number without brackets one of an order or of an announcement.
bool ends_with_order_word(std::u32string_view prefix) {
    constexpr std::array<std::u32string_view, 5> kWords = {U"令", U"公告", U"通告", U"布告",
                                                           U"通令"};
    for (const auto word : kWords)
        if (prefix.ends_with(word)) return true;
    return false;
}

// 某部令2016年第62号, 公告2018年第14号, 2018年第14号公告. `year_end` is the place of 年.
Reading read_yearly(std::u32string_view text, std::size_t year_end) {
    const int year = read_year(text.substr(year_end - 4, 4));
    if (year == 0) return refuse("doc_number.bad_year");
    const auto rest = text.substr(year_end + 1);
    const std::size_t end = rest.find(U'号');
    if (end == std::u32string_view::npos && !rest.starts_with(U'第'))
        return refuse("doc_number.not_a_number");
    const std::size_t after = end == std::u32string_view::npos ? rest.size() : end + 1;
    std::u32string prefix(text.substr(0, year_end - 4));
    const auto kind = rest.substr(after);
    if (!kind.empty() && !ends_with_order_word(kind)) return refuse("doc_number.trailing");
    prefix += kind;
    return make(DocNumber::Form::Yearly, prefix, year, read_sequence(rest.substr(0, after)));
}

// 省政府令第53号, 省政府令53号, 省政府第53号令, 主席令第三十八号.
Reading read_order(std::u32string_view text) {
    const std::size_t end = text.rfind(U'号');
    if (end == std::u32string_view::npos && text.find(U'第') == std::u32string_view::npos)
        return refuse("doc_number.not_a_number");
    const bool cut = end == std::u32string_view::npos;
    const auto kind = cut ? std::u32string_view{} : text.substr(end + 1);
    if (!kind.empty() && !ends_with_order_word(kind)) return refuse("doc_number.trailing");
    const auto head = text.substr(0, text.size() - kind.size());
    std::size_t start = head.rfind(U'第');
    if (start == std::u32string_view::npos) start = head.find_first_of(U"0123456789");
    if (start == std::u32string_view::npos) return refuse("doc_number.no_sequence");
    std::u32string prefix(head.substr(0, start));
    prefix += kind;
    const int seq = read_sequence(head.substr(start));
    if (seq == 0) return refuse("doc_number.no_sequence");
    if (!ends_with_order_word(prefix)) return refuse("doc_number.no_year");
    return make(DocNumber::Form::Order, prefix, 0, seq);
}

// The 年 of a year of four digits, Arabic or Han.
std::size_t find_year_end(std::u32string_view text) {
    for (std::size_t at = text.find(U'年'); at != std::u32string_view::npos;
         at = text.find(U'年', at + 1))
        if (at >= 4 && numeral(text.substr(at - 4, 4)) >= 1000) return at;
    return std::u32string_view::npos;
}

Reading read(std::string_view raw) {
    const std::u32string text = fold(raw);
    if (text.empty()) return refuse("doc_number.empty");
    if (const std::size_t open = text.find(U'〔'); open != std::u32string::npos)
        return read_bracketed(text, open);
    if (text.find(U'〕') != std::u32string::npos) return refuse("doc_number.open_bracket");
    if (const std::size_t year_end = find_year_end(text); year_end != std::u32string::npos)
        return read_yearly(text, year_end);
    return read_order(text);
}

}  // namespace

std::strong_ordering operator<=>(const DocNumber& a, const DocNumber& b) {
    if (const int order = a.prefix.compare(b.prefix); order != 0) return order <=> 0;
    if (const auto order = a.year <=> b.year; order != 0) return order;
    if (const auto order = a.seq <=> b.seq; order != 0) return order;
    return a.form <=> b.form;
}

std::optional<DocNumber> parse_doc_number(std::string_view text) {
    Reading reading = read(text);
    if (reading.number) reading.number->raw = text;
    return reading.number;
}

std::string why_not_doc_number(std::string_view text) {
    const Reading reading = read(text);
    GONGBAO_CHECK(reading.why != nullptr);
    return reading.why;
}

std::string normal_form(const DocNumber& number) {
    const std::string year = std::to_string(number.year);
    const std::string seq = std::to_string(number.seq);
    switch (number.form) {
        case DocNumber::Form::Bracketed: return number.prefix + "〔" + year + "〕" + seq + "号";
        case DocNumber::Form::Order: return number.prefix + "第" + seq + "号";
        case DocNumber::Form::Yearly: return number.prefix + year + "年第" + seq + "号";
    }
    return number.raw;
}

std::string match_key(const DocNumber& number) {
    return normal_form(number);
}

}  // namespace gongbao::core
