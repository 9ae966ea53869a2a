// SPDX-License-Identifier: Apache-2.0
#include "core/document/cited_documents.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "core/text/doc_number.hpp"
#include "core/text/text.hpp"

namespace gongbao::core {
namespace {

constexpr std::size_t kLongestTitle = 100;
constexpr std::size_t kLongestPrefix = 8;  ///< of a number without brackets around it
constexpr auto kNone = std::u32string_view::npos;

// Behind the 》 that closes the 《 at `at`; `at` when what stands there is no title.
std::size_t title_end(std::u32string_view words, std::size_t at) {
    int depth = 0;
    for (std::size_t i = at; i < words.size() && i < at + kLongestTitle; ++i) {
        if (is_one_of(words[i], U"。；\uFFFC")) return at;
        if (words[i] == U'《') ++depth;
        if (words[i] == U'》' && --depth == 0) return i > at + 1 ? i + 1 : at;
    }
    return at;
}

std::vector<Citation> find_titles(std::u32string_view words) {
    std::vector<Citation> titles;
    for (std::size_t at = 0; at < words.size(); ++at) {
        if (words[at] != U'《') continue;
        const std::size_t end = title_end(words, at);
        if (end == at) continue;
        titles.push_back(
            {Citation::Kind::Title, at, end, to_utf8(words.substr(at + 1, end - at - 2)), {}});
        at = end - 1;
    }
    return titles;
}

// Words around a number that are no part of it: 根据国发〔2020〕3号, 要严格落实国发〔2020〕3号.
bool has_other_words(std::u32string_view prefix) {
    constexpr std::array<std::u32string_view, 32> kOthers = {
        U"根据", U"依据", U"依照", U"按照", U"遵照", U"参照", U"比照", U"对照",
        U"执行", U"贯彻", U"落实", U"转发", U"印发", U"下发", U"批转", U"颁发",
        U"发布", U"公布", U"废止", U"修改", U"修订", U"详见", U"参见", U"文号",
        U"附件", U"关于", U"上述", U"以及", U"或者", U"文件", U"通知", U"我院"};
    constexpr std::u32string_view kOpenings =
        U"经由以见原与和及或对将把按依从自在如即为是同该其此本现并应须因于要我各已曾又再向给请可";
    return is_one_of(prefix.front(), kOpenings) ||
           std::any_of(kOthers.begin(), kOthers.end(),
                       [&](std::u32string_view other) { return prefix.find(other) != kNone; });
}

// A 机关代字, or the name of who gives an order.
bool is_prefix(std::u32string_view prefix) {
    const auto is_agency = [](char32_t c) { return is_han(c) && !is_one_of(c, U"的第号年月日"); };
    return !prefix.empty() && std::all_of(prefix.begin(), prefix.end(), is_agency) &&
           !has_other_words(prefix);
}

// The end of 〔2022〕38号 at `at`, or `at`.
std::size_t serial_end(std::u32string_view text, std::size_t at) {
    constexpr std::u32string_view kOpening = U"〔[［【";
    constexpr std::u32string_view kClosing = U"〕]］】";
    if (!is_one_of(text[at], kOpening)) return at;
    std::size_t end = at + 1;
    while (end < text.size() && is_digit(text[end])) ++end;
    if (end != at + 5 || end >= text.size() || !is_one_of(text[end], kClosing)) return at;
    const std::size_t digits = ++end;
    while (end < text.size() && is_digit(text[end])) ++end;
    return end > digits && end < text.size() && text[end] == U'号' ? end + 1 : at;
}

bool overlaps(const std::vector<Citation>& citations, std::size_t begin, std::size_t end) {
    return std::any_of(citations.begin(), citations.end(), [&](const Citation& citation) {
        return citation.begin < end && begin < citation.end;
    });
}

// 《…》（川办发〔2022〕38号）: the title has the number right behind it.
void give_titles_their_numbers(std::vector<Citation>& citations) {
    for (std::size_t i = 0; i + 1 < citations.size(); ++i) {
        const Citation& next = citations[i + 1];
        if (citations[i].kind == Citation::Kind::Title && next.kind == Citation::Kind::Number &&
            next.begin == citations[i].end + 1)
            citations[i].number = next.target;
    }
}

}  // namespace

DocumentFinder::DocumentFinder(std::string_view own, const std::vector<std::string>& known) {
    if (const auto number = parse_doc_number(own)) own_ = normal_form(*number);
    for (const std::string& one : known) {
        const auto number = parse_doc_number(one);
        if (!number) continue;
        std::u32string text = to_utf32(normal_form(*number));
        const std::size_t bracket = text.find(U'〔');
        if (bracket != kNone) by_serial_[text.substr(bracket)].push_back(std::move(text));
    }
}

std::vector<Citation> DocumentFinder::find(std::u32string_view words) const {
    std::vector<Citation> found = find_titles(words);
    find_in_brackets(words, found);
    find_serials(words, found);
    std::sort(found.begin(), found.end(),
              [](const Citation& a, const Citation& b) { return a.begin < b.begin; });
    give_titles_their_numbers(found);
    return found;
}

// （川办发〔2022〕38号，四川省人民政府令第350号）: what stands whole between the marks is certain.
void DocumentFinder::find_in_brackets(std::u32string_view words,
                                      std::vector<Citation>& found) const {
    for (std::size_t open = words.find_first_of(U"（("); open != kNone;
         open = words.find_first_of(U"（(", open + 1)) {
        bool whole = true;  // 财政部、税务总局2020年第8号: what stands behind 、 may be a half
        for (std::size_t begin = open + 1; begin < words.size();) {
            while (begin < words.size() && is_space(words[begin])) ++begin;
            const std::size_t end = words.find_first_of(U"，、；,;）)（(。", begin);
            if (end == kNone) break;
            const auto number = parse_doc_number(to_utf8(words.substr(begin, end - begin)));
            const bool is_number = number && is_prefix(to_utf32(number->prefix));
            if (is_number && whole) add_number(words, begin, end, found);
            if (!is_one_of(words[end], U"，、；,;")) break;
            whole = words[end] != U'、' || (is_number && whole);
            begin = end + 1;
        }
    }
}

// Numbers elsewhere: 川办发〔2022〕38号 between punctuation, or one that is known.
void DocumentFinder::find_serials(std::u32string_view words, std::vector<Citation>& found) const {
    for (std::size_t bracket = 0; bracket < words.size(); ++bracket) {
        const std::size_t end = serial_end(words, bracket);
        if (end == bracket) continue;
        std::size_t begin = bracket;
        while (begin > 0 && is_han(words[begin - 1])) --begin;
        const bool bounded = begin == 0 || is_one_of(words[begin - 1], U"，、；：。“”《》（(,;:");
        if (!bounded || bracket - begin > kLongestPrefix ||
            !is_prefix(words.substr(begin, bracket - begin)))
            begin = known_begin(words, bracket, end);
        if (begin < end) add_number(words, begin, end, found);
        bracket = end - 1;
    }
}

// Where the longest known number that ends at `end` begins; `end` when there is none.
std::size_t DocumentFinder::known_begin(std::u32string_view words, std::size_t bracket,
                                        std::size_t end) const {
    const auto found = by_serial_.find(words.substr(bracket, end - bracket));
    std::size_t begin = end;
    if (found == by_serial_.end()) return begin;
    for (const std::u32string& number : found->second)
        if (words.substr(0, end).ends_with(number)) begin = std::min(begin, end - number.size());
    return begin;
}

void DocumentFinder::add_number(std::u32string_view words, std::size_t begin, std::size_t end,
                                std::vector<Citation>& found) const {
    const auto number = parse_doc_number(to_utf8(words.substr(begin, end - begin)));
    if (!number || words[end - 1] != U'号' || overlaps(found, begin, end)) return;
    std::string target = normal_form(*number);
    if (target != own_)
        found.push_back({Citation::Kind::Number, begin, end, std::move(target), {}});
}

}  // namespace gongbao::core
