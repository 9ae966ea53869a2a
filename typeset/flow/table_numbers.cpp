// SPDX-License-Identifier: Apache-2.0
#include "typeset/flow/table_numbers.hpp"

#include <algorithm>

#include "core/document/table.hpp"
#include "core/text/text.hpp"

namespace gongbao::typeset {
namespace {

constexpr std::u32string_view kSigns = U"-−－–+＋±";
constexpr std::u32string_view kMoney = U"¥￥$＄";
// What may stand after the digits, longest first.
constexpr std::u32string_view kUnits[] = {U"万亿元", U"万元", U"亿元", U"万", U"亿", U"元",
                                          U"％",     U"%",    U"‰",    U"℃",  U""};
// A cell that says: nothing here.
constexpr std::u32string_view kBlanks[] = {U"",  U"-",  U"－", U"—",  U"——", U"–",
                                           U"/", U"／", U"…",  U"……", U"*"};

bool is_blank(std::u32string_view words) {
    return std::find(std::begin(kBlanks), std::end(kBlanks), words) != std::end(kBlanks);
}

bool is_unit(std::u32string_view rest) {
    if (!rest.empty() && (rest.back() == U')' || rest.back() == U'）')) rest.remove_suffix(1);
    return std::find(std::begin(kUnits), std::end(kUnits), rest) != std::end(kUnits);
}

std::size_t digits_from(std::u32string_view words, std::size_t at) {
    std::size_t end = at;
    while (end < words.size() && core::is_ascii_digit(words[end])) ++end;
    return end - at;
}

// 1204, 1,204 or 1 204 from `at` on: the index after it, or nothing.
std::optional<std::size_t> whole_part(std::u32string_view words, std::size_t at) {
    const std::size_t first = digits_from(words, at);
    if (first == 0) return {};
    std::size_t end = at + first;
    bool grouped = false;
    while (end < words.size() && (words[end] == U',' || words[end] == U'，' || words[end] == U' ' ||
                                  words[end] == 0x2009 || words[end] == 0x202F)) {
        if (digits_from(words, end + 1) != 3 || first > 3) break;
        end += 4;
        grouped = true;
    }
    if (!grouped && first > 1 && words[at] == U'0') return {};
    return end;
}

// Text that the cells of `column` below the head have, top to bottom.
std::vector<std::vector<std::u32string>> words_by_column(const TableGrid& grid) {
    std::vector<std::vector<std::u32string>> words(static_cast<std::size_t>(grid.columns));
    for (const GridCell& cell : grid.cells)
        if (!cell.header && cell.column_span == 1)
            words[static_cast<std::size_t>(cell.column)].push_back(words_of(*cell.cell));
    return words;
}

// 1, 2, 3 …, each one more than the number before. `from`: the first, any when 0.
bool counts_up(const std::vector<std::u32string>& words, unsigned long from = 0) {
    unsigned long before = from > 0 ? from - 1 : 0;
    std::size_t numbers = from > 0 ? 1 : 0;
    for (const std::u32string& one : words) {
        if (is_blank(one)) continue;
        if (one.size() > 6 || digits_from(one, 0) != one.size()) return false;
        const unsigned long value = std::stoul(core::to_utf8(one));
        if (numbers > 0 && value != before + 1) return false;
        before = value;
        ++numbers;
    }
    return numbers > (from > 0 ? 1 : 0);
}

}  // namespace

std::optional<std::size_t> point_of(std::u32string_view words) {
    std::size_t at = 0;
    if (at < words.size() && (words[at] == U'(' || words[at] == U'（')) ++at;
    if (at < words.size() && kSigns.find(words[at]) != std::u32string_view::npos) ++at;
    if (at < words.size() && kMoney.find(words[at]) != std::u32string_view::npos) ++at;
    const auto point = whole_part(words, at);
    if (!point) return {};
    std::size_t end = *point;
    if (end < words.size() && (words[end] == U'.' || words[end] == U'．')) {
        const std::size_t decimals = digits_from(words, end + 1);
        if (decimals == 0) return {};
        end += 1 + decimals;
    }
    return is_unit(words.substr(end)) ? point : std::nullopt;
}

std::u32string words_of(const core::Cell& cell) {
    if (cell.paragraphs.size() != 1) return {};
    const std::string text = core::plain_text(cell.paragraphs.front());
    return core::to_utf32(core::trim(text));
}

std::vector<char> number_columns(const TableGrid& grid) {
    std::vector<char> is_numbers(static_cast<std::size_t>(grid.columns));
    const auto words = words_by_column(grid);
    for (std::size_t c = 0; c < words.size(); ++c) {
        std::size_t numbers = 0;
        std::size_t others = 0;
        for (const std::u32string& one : words[c])
            if (!is_blank(one)) ++(point_of(one) ? numbers : others);
        is_numbers[c] = numbers >= 2 && numbers >= 9 * others && !counts_up(words[c]);
    }
    return is_numbers;
}

bool counts_from_one(const TableGrid& grid, int column) {
    return counts_up(words_by_column(grid)[static_cast<std::size_t>(column)], 1);
}

}  // namespace gongbao::typeset
