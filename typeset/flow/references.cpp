// SPDX-License-Identifier: Apache-2.0
#include "typeset/flow/references.hpp"

#include <algorithm>
#include <array>

#include "core/document/document.hpp"
#include "core/text/text.hpp"

namespace gongbao::typeset {
namespace {

constexpr std::u32string_view kNumerals = U"〇零一二三四五六七八九十百千";

// What a text calls itself before the number of one of its articles.
constexpr std::array<std::u32string_view, 12> kSelf = {U"本办法", U"本规定", U"本条例", U"本细则",
                                                       U"本规则", U"本法",   U"本决定", U"本章程",
                                                       U"本通则", U"本规程", U"本守则", U"本标准"};
// What may stand between one article and the next of the same list: 第五条第一款、第六条和第七条.
constexpr std::array<std::u32string_view, 7> kJoints = {U"、", U"和",   U"或者", U"或",
                                                        U"至", U"以及", U"及"};

bool is_numeral(char32_t c) {
    return kNumerals.find(c) != std::u32string_view::npos;
}

// What is printed of a block's runs; a group with its reading is part of no reference.
std::u32string words_of(const core::Block& block) {
    constexpr char32_t kObject = 0xFFFC;
    std::u32string text;
    for (const core::Inline& run : block.runs) {
        if (run.kind == core::Inline::Kind::Text) text += core::to_utf32(run.text);
        if (run.kind == core::Inline::Kind::Ruby)
            text.append(core::to_utf32(run.text).size(), kObject);
    }
    return text;
}

// The end of 第N〔unit〕 at `at`, or `at` when none stands there.
std::size_t ordinal_end(std::u32string_view text, std::size_t at, std::u32string_view units) {
    if (at >= text.size() || text[at] != U'第') return at;
    std::size_t end = at + 1;
    while (end < text.size() && is_numeral(text[end])) ++end;
    if (end == at + 1 || end >= text.size() || units.find(text[end]) == std::u32string_view::npos)
        return at;
    ++end;
    if (text[end - 1] != U'条' || end + 1 >= text.size() || text[end] != U'之' ||
        !is_numeral(text[end + 1]))
        return end;
    for (++end; end < text.size() && is_numeral(text[end]);) ++end;
    return end;
}

bool ends_with_any(std::u32string_view text, const auto& endings) {
    return std::any_of(endings.begin(), endings.end(),
                       [&](std::u32string_view ending) { return text.ends_with(ending); });
}

// The end of 〔2022〕38号 at `at`, or `at`.
std::size_t serial_end(std::u32string_view text, std::size_t at) {
    std::size_t end = at + 1;
    while (end < text.size() && core::is_digit(text[end])) ++end;
    if (end != at + 5 || end >= text.size() || text[end] != U'〕') return at;
    const std::size_t digits = ++end;
    while (end < text.size() && core::is_digit(text[end])) ++end;
    return end > digits && end < text.size() && text[end] == U'号' ? end + 1 : at;
}

}  // namespace

CitedNumbers::CitedNumbers(const std::vector<std::string>& numbers) {
    for (const std::string& number : numbers) {
        std::u32string text = core::to_utf32(number);
        const std::size_t bracket = text.find(U'〔');
        if (bracket == 0 || bracket == std::u32string::npos ||
            serial_end(text, bracket) != text.size())
            continue;
        by_serial_[text.substr(bracket)].push_back(std::move(text));
    }
}

const std::u32string* CitedNumbers::find(std::u32string_view text, std::size_t bracket,
                                         std::size_t end) const {
    const auto found = by_serial_.find(text.substr(bracket, end - bracket));
    if (found == by_serial_.end()) return nullptr;
    const std::u32string* longest = nullptr;
    for (const std::u32string& number : found->second)
        if (text.substr(0, end).ends_with(number) &&
            (longest == nullptr || longest->size() < number.size()))
            longest = &number;
    return longest;
}

References::References(const core::Document& document, const CitedNumbers& numbers)
    : numbers_(numbers), own_number_(core::to_utf32(document.meta.number)) {
    const auto articles_of = [](const core::Blocks& blocks) {
        Articles articles;
        for (const core::Block& block : blocks)
            if (block.role == core::Role::Article)
                articles.emplace(core::to_utf32(block.label), block.id);
        return articles;
    };
    const Articles own = articles_of(document.body);
    for (const auto* part : {&document.preface, &document.body, &document.conclusions})
        search(*part, own);
    for (const core::Annex& annex : document.annexes)
        search(annex.blocks, articles_of(annex.blocks));
}

void References::search(const core::Blocks& blocks, const Articles& articles) {
    for (const core::Block& block : blocks) {
        const bool worth_a_look =
            std::any_of(block.runs.begin(), block.runs.end(), [&](const core::Inline& run) {
                return (!articles.empty() && run.text.find("条") != std::string::npos) ||
                       (!numbers_.empty() && run.text.find("〔") != std::string::npos);
            });
        if (worth_a_look && block.role != core::Role::Number) search(block, articles);
    }
}

void References::search(const core::Block& block, const Articles& articles) {
    const std::u32string text = words_of(block);
    std::vector<Reference> found;
    std::size_t list_end = 0;  // a list of our own articles goes on from here
    for (std::size_t at = 0; at < text.size(); ++at) {
        const std::u32string_view before(text.data(), at);
        if (text[at] == U'第') {
            const std::size_t end = ordinal_end(text, at, U"条");
            const auto article = articles.find(std::u32string_view(text).substr(at, end - at));
            const bool joined = list_end > 0 && at > list_end && ends_with_any(before, kJoints) &&
                                at - list_end <= 2;
            if (end == at || article == articles.end() || !(ends_with_any(before, kSelf) || joined))
                continue;
            found.push_back({at, end, article->second, {}});
            led_to_[article->second] = true;
            list_end = end;
            for (std::size_t more = end;
                 (more = ordinal_end(text, list_end, U"款项目")) > list_end;)
                list_end = more;
            at = list_end - 1;
        } else if (text[at] == U'〔') {
            const std::size_t end = serial_end(text, at);
            const std::u32string* number = end == at ? nullptr : numbers_.find(text, at, end);
            if (number == nullptr || *number == own_number_) continue;
            found.push_back({end - number->size(), end, {}, core::to_utf8(*number)});
            at = end - 1;
        }
    }
    if (!found.empty()) found_.emplace(&block, std::move(found));
}

const std::vector<Reference>& References::in(const core::Block& block) const {
    static const std::vector<Reference> kNone;
    const auto found = found_.find(&block);
    return found == found_.end() ? kNone : found->second;
}

bool References::lead_to(const std::string& block_id) const {
    return led_to_.count(block_id) != 0;
}

}  // namespace gongbao::typeset
