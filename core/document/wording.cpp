// SPDX-License-Identifier: Apache-2.0
#include "core/document/wording.hpp"

#include <algorithm>
#include <iterator>
#include <string>

#include "core/text/text.hpp"

namespace gongbao::core {
namespace {

constexpr std::size_t kLongestUnit = 20;  // characters, as are the others
constexpr std::size_t kLongestPost = 20;
constexpr std::size_t kShortestName = 2;
constexpr std::size_t kLongestName = 5;

// What may stand before 单位.
constexpr const char* kMeasures[] = {"", "计量", "计价", "计算", "金额", "货币", "面积", "数量"};

// How the names of bodies end, which are longer than a unit, and the places for their seals.
constexpr std::size_t kShortestBody = 4;
constexpr const char* kBodies[] = {"厅", "局", "委", "府", "院",   "校",  "司",
                                   "会", "室", "处", "所", "中心", "公司"};
constexpr const char* kSeals[] = {"章", "章）", "章)"};

constexpr const char* kPosts[] = {
    "总理",   "主席",   "省长",   "市长",   "州长",   "县长", "区长",   "镇长",     "乡长",
    "村长",   "部长",   "主任",   "署长",   "行长",   "局长", "厅长",   "司长",     "处长",
    "科长",   "会长",   "院长",   "检察长", "秘书长", "庭长", "司令员", "政治委员", "政委",
    "委员长", "审计长", "社长",   "专员",   "盟长",   "旗长", "台长",   "校长",     "所长",
    "馆长",   "站长",   "组长",   "队长",   "关长",   "书记", "理事长", "监事长",   "董事长",
    "总经理", "总编辑", "总干事", "总督学", "书记员",
};

template <std::size_t N>
bool ends_with_any(std::string_view text, const char* const (&endings)[N]) {
    return std::any_of(std::begin(endings), std::end(endings),
                       [&](const char* ending) { return text.ends_with(ending); });
}

// Without a pair of brackets around all of it.
std::string_view unbracketed(std::string_view text) {
    for (const auto& [open, close] : {std::pair("（", "）"), std::pair("(", ")")}) {
        const std::string_view begin = open;
        const std::string_view end = close;
        if (text.starts_with(begin) && text.ends_with(end) &&
            text.size() >= begin.size() + end.size())
            return text.substr(begin.size(), text.size() - begin.size() - end.size());
    }
    return text;
}

bool is_all(std::string_view text, bool (*holds)(char32_t)) {
    for (std::size_t at = 0; at < text.size();)
        if (!holds(next_code_point(text, at))) return false;
    return true;
}

bool is_of_name(char32_t c) {
    return is_han(c) || c == U'·';
}

bool is_of_post(char32_t c) {
    return is_of_name(c) || c == U'（' || c == U'）' || c == U'“' || c == U'”' || c == U'、';
}

bool is_name(std::string_view words) {
    const std::string bare = without_spaces(words);
    const std::size_t count = length(bare);
    return count >= kShortestName && count <= kLongestName && is_all(bare, is_of_name);
}

bool is_post(std::string_view words) {
    const std::string bare = without_spaces(words);
    return length(bare) <= kLongestPost && ends_with_any(bare, kPosts) && is_all(bare, is_of_post);
}

bool is_body(std::string_view unit) {
    return ends_with_any(unit, kSeals) ||
           (length(unit) >= kShortestBody && ends_with_any(unit, kBodies));
}

std::size_t count_of(std::string_view text, std::string_view what) {
    std::size_t count = 0;
    for (std::size_t at = text.find(what); at != std::string_view::npos;
         at = text.find(what, at + what.size()))
        ++count;
    return count;
}

}  // namespace

bool reads_like_heading(std::string_view words) {
    for (const char* sign : {"；", "：", "？", "（", "《"})
        if (words.find(sign) != std::string_view::npos && length(words) > 18) return false;
    for (const char* order : {"同意", "原则同意", "要", "请", "你", "我", "将", "删去"})
        if (words.starts_with(order)) return false;
    for (const char* opening : {"对", "凡", "如", "若", "由", "因", "经", "在", "自", "从", "根据",
                                "按照", "为", "各", "本", "到", "未", "不"})
        if (words.starts_with(opening) && words.find("，") != std::string_view::npos) return false;
    const std::size_t commas = count_of(words, "，") + count_of(words, ",");
    return length(words) <= (commas == 0 ? 34u : 28u) && commas <= 1;
}

bool says_unit(std::string_view line) {
    constexpr std::string_view kUnit = "单位";
    const std::string bare = without_spaces(line);
    if (length(bare) > kLongestUnit) return false;
    const std::string_view words = unbracketed(bare);
    for (const std::string_view measure : kMeasures) {
        if (!words.starts_with(measure)) continue;
        std::string_view rest = words.substr(measure.size());
        if (!rest.starts_with(kUnit)) continue;
        rest.remove_prefix(kUnit.size());
        for (const std::string_view colon : {"：", ":"})
            if (rest.starts_with(colon)) {
                const std::string_view unit = rest.substr(colon.size());
                return !unit.empty() && !is_body(unit) && unit.find("。") == unit.npos;
            }
    }
    return false;
}

std::optional<SignerParts> signer_in(std::string_view line) {
    // The last place counts: 委　员　长　陆怀舟.
    std::optional<SignerParts> found;
    for (std::size_t at = 0; at < line.size();) {
        const std::size_t post_end = at;
        if (!is_space(next_code_point(line, at)) || !is_post(line.substr(0, post_end))) continue;
        const std::string_view name = trim(line.substr(post_end));
        if (name.empty() || !is_name(name)) continue;
        found = SignerParts{post_end, static_cast<std::size_t>(name.data() - line.data())};
    }
    if (found) found->post_end = trim(line.substr(0, found->post_end)).size();
    return found;
}

}  // namespace gongbao::core
