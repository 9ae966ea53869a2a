// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <string_view>

#include "core/document/decide_structure.hpp"
#include "core/document/structure.hpp"
#include "core/text/text.hpp"

namespace gongbao::core {
namespace {

// One to four digits and `unit` at the beginning of `text` are taken off.
bool take_number(std::string_view& text, std::string_view unit) {
    std::size_t digits = 0;
    while (digits < text.size() && is_ascii_digit(static_cast<unsigned char>(text[digits])))
        ++digits;
    if (digits == 0 || digits > 4 || !text.substr(digits).starts_with(unit)) return false;
    text.remove_prefix(digits + unit.size());
    return true;
}

// 2026年2月6日，省人民政府决定： and not a sentence of what happened from one day to another.
bool opens_group(std::string_view words) {
    constexpr std::size_t kLongestOpening = 60;
    if (!words.ends_with("：") || length(words) > kLongestOpening ||
        words.find("。") != std::string_view::npos)
        return false;
    return take_number(words, "年") && take_number(words, "月") && take_number(words, "日") &&
           !words.starts_with("至");
}

// 2月2日　全省春运开始。 3月5日至6日　省政府召开会议。
bool is_entry(std::string_view words) {
    const std::size_t gap = words.find(kDateGap);
    if (gap == std::string_view::npos) return false;
    std::string_view date = words.substr(0, gap);
    return date.ends_with("日") && take_number(date, "月");
}

}  // namespace

void decide_dated(Blocks& blocks) {
    for (Block& block : blocks) {
        if (block.role != Role::Paragraph || !block.label.empty()) continue;
        const std::string words = plain_text(block.runs);
        if (opens_group(words))
            block.role = Role::DatedOpening;
        else if (is_entry(words))
            block.role = Role::DatedEntry;
    }
}

}  // namespace gongbao::core
