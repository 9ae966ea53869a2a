// SPDX-License-Identifier: Apache-2.0
#include "core/document/cited_articles.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "core/text/text.hpp"

namespace gongbao::core {
namespace {

// What a text with articles is, by the end of its title; the longer ends first.
constexpr std::array<std::u32string_view, 24> kKinds = {
    U"办法", U"规定", U"条例", U"细则", U"规则", U"决定", U"章程", U"通则",
    U"规程", U"守则", U"标准", U"规范", U"制度", U"准则", U"方案", U"指引",
    U"导则", U"预案", U"公约", U"意见", U"规约", U"解释", U"安排", U"法"};

// What may stand between one article and the next of the same list: 第五条第一款、第六条和第七条.
constexpr std::array<std::u32string_view, 7> kJoints = {U"、", U"和",   U"或者", U"或",
                                                        U"至", U"以及", U"及"};

bool is_numeral(char32_t c) {
    constexpr std::u32string_view kNumerals = U"〇零一二三四五六七八九十百千";
    return kNumerals.find(c) != std::u32string_view::npos;
}

std::size_t numerals_end(std::u32string_view text, std::size_t at) {
    while (at < text.size() && is_numeral(text[at])) ++at;
    return at;
}

// The end of 第十条 or 第十条之一 at `at`, or `at` when none stands there.
std::size_t article_end(std::u32string_view text, std::size_t at) {
    if (at >= text.size() || text[at] != U'第') return at;
    std::size_t end = numerals_end(text, at + 1);
    if (end == at + 1 || end >= text.size() || text[end] != U'条') return at;
    ++end;
    if (end >= text.size() || text[end] != U'之') return end;
    const std::size_t inserted = numerals_end(text, end + 1);
    return inserted > end + 1 ? inserted : end;
}

// The end of 第一款, 第三项 or 第（三）项 at `at`, or `at` when none stands there.
std::size_t part_end(std::u32string_view text, std::size_t at) {
    constexpr std::u32string_view kUnits = U"款项目";
    if (at >= text.size() || text[at] != U'第') return at;
    std::size_t end = at + 1;
    const bool bracketed = end < text.size() && (text[end] == U'（' || text[end] == U'(');
    if (bracketed) ++end;
    const std::size_t digits = end;
    end = numerals_end(text, end);
    if (end == digits) return at;
    if (bracketed && end < text.size() && (text[end] == U'）' || text[end] == U')')) ++end;
    return end < text.size() && kUnits.find(text[end]) != std::u32string_view::npos ? end + 1 : at;
}

// Behind a joint at `at`, or `at` when none stands there.
std::size_t joint_end(std::u32string_view text, std::size_t at) {
    std::size_t longest = at;
    for (const std::u32string_view joint : kJoints)
        if (text.substr(std::min(at, text.size())).starts_with(joint))
            longest = std::max(longest, at + joint.size());
    return longest;
}

// Behind all the 款 and 项 that are named of the article that ends at `at`: 第一款第二项、第三项.
std::size_t parts_end(std::u32string_view text, std::size_t at) {
    for (std::size_t next = at;;) {
        const std::size_t end = part_end(text, next);
        if (end == next) return at;
        at = end;
        next = part_end(text, at) > at ? at : joint_end(text, at);
    }
}

// 城市供水办法（试行） → 城市供水办法
std::u32string without_version(std::u32string title) {
    while (title.ends_with(U'）') || title.ends_with(U')')) {
        const std::size_t open = title.find_last_of(U"（(");
        if (open == std::u32string::npos) break;
        title.resize(open);
    }
    return title;
}

std::size_t kind_length(std::u32string_view title) {
    for (const std::u32string_view kind : kKinds)
        if (title.ends_with(kind)) return kind.size();
    return 0;
}

}  // namespace

ArticleFinder::ArticleFinder(std::string_view title, const Blocks& blocks)
    : title_(without_version(to_utf32(without_spaces(title)))), shortest_(kind_length(title_)) {
    std::set<std::u32string> twice;
    for (const Block& block : blocks) {
        if (block.role != Role::Article) continue;
        std::u32string label = to_utf32(block.label);
        if (!ids_.emplace(label, block.id).second) twice.insert(std::move(label));
    }
    for (const std::u32string& label : twice) ids_.erase(label);  // nobody knows which is meant
}

// 本办法, 本实施办法: 本 and an end of the title that holds its kind.
bool ArticleFinder::names_itself(std::u32string_view before) const {
    constexpr std::size_t kLongestName = 10;
    constexpr std::u32string_view kOtherWords = U"基根样版原日文";  // 基本法, 样本, 日本法
    if (shortest_ == 0) return false;
    const std::size_t longest = std::min({kLongestName, title_.size(), before.size() - 1});
    for (std::size_t name = shortest_; name <= longest; ++name) {
        if (!before.ends_with(std::u32string_view(title_).substr(title_.size() - name))) break;
        const std::size_t at = before.size() - name - 1;
        if (before[at] != U'本') continue;
        return at == 0 || kOtherWords.find(before[at - 1]) == std::u32string_view::npos;
    }
    return false;
}

const std::string* ArticleFinder::article_at(std::u32string_view words, std::size_t begin,
                                             std::size_t end) const {
    const auto found = ids_.find(words.substr(begin, end - begin));
    return found == ids_.end() ? nullptr : &found->second;
}

std::vector<Citation> ArticleFinder::find(std::u32string_view words) {
    std::vector<Citation> found;
    std::size_t list_goes_on = 0;  // where the next article of a list of our own may stand
    for (std::size_t at = 0; at < words.size(); ++at) {
        if (words[at] == U'“' || words[at] == U'”') quoted_ = words[at] == U'“';
        const std::size_t end = article_end(words, at);
        if (end == at || quoted_) continue;
        const bool ours = (at > 0 && names_itself(words.substr(0, at))) ||
                          (list_goes_on > 0 && at == list_goes_on);
        const std::string* id = ours ? article_at(words, at, end) : nullptr;
        if (id == nullptr) continue;
        found.push_back({Citation::Kind::Article, at, end, *id, {}});
        const std::size_t parts = parts_end(words, end);
        const std::size_t joint = joint_end(words, parts);
        list_goes_on = joint > parts ? joint : 0;
        at = parts - 1;
    }
    return found;
}

}  // namespace gongbao::core
