// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/html/chrome.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "core/text/text.hpp"
#include "editor/intake/html/tree.hpp"

namespace gongbao::editor::html {
namespace {

constexpr std::size_t kMostWords = 200;

constexpr std::array kNames = {
    "share",     "bdsharebuttonbox", "bshare-custom", "social-share",    "toolbar",    "print",
    "printbtn",  "related",          "related-news",  "recommend",       "breadcrumb", "crumbs",
    "fontsize",  "font-size",        "pagination",    "pager",           "qrcode",     "ewm",
    "copyright", "pages_print",      "article-tools", "rich_media_tool", "nav",        "navbar",
    "topnav",    "main-nav",         "mainnav",       "crumb",
};

constexpr std::array<std::string_view, 26> kWords = {
    "打印本页", "打印",
    "关闭窗口", "关闭",
    "本页",     "收藏",
    "分享到",   "分享",
    "微信",     "微博",
    "字体",     "字号",
    "大",       "中",
    "小",       "返回顶部",
    "返回",     "阅读原文",
    "点赞",     "在看",
    "扫一扫",   "在手机打开当前页",
    "纠错",     "【",
    "】",       "：",
};

constexpr std::array<std::string_view, 24> kOpenings = {
    "您的位置：", "您现在的位置：", "责任编辑：", "编辑：",     "来源：",     "信息来源：",
    "发布时间：", "浏览次数：",     "阅读次数：", "点击数：",   "上一篇：",   "下一篇：",
    "稿件来源：", "文章来源：",     "浏览量：",   "访问次数：", "相关链接：", "相关阅读：",
    "相关解读：", "相关新闻：",     "相关报道：", "延伸阅读：", "上一条：",   "下一条：",
};

bool is_named(const GumboElement& element) {
    for (const std::string_view name : core::split(attribute(element, "class"), ' '))
        if (std::find(kNames.begin(), kNames.end(), name) != kNames.end()) return true;
    const std::string_view id = attribute(element, "id");
    return std::find(kNames.begin(), kNames.end(), id) != kNames.end();
}

// 首页 > 政府文件: the way to the page.
bool is_breadcrumb(std::string_view text) {
    if (!text.starts_with("首页")) return false;
    for (const char* arrow : {">", "＞", "»", "›", "→"})
        if (text.substr(sizeof("首页") - 1).starts_with(arrow)) return true;
    return false;
}

// The line without the date and time it opens with: 2026-03-06 10:00 浏览次数：3.
std::string_view behind_date(std::string_view text) {
    std::size_t at = 0;
    std::size_t digits = 0;
    while (at < text.size()) {
        std::size_t next = at;
        const char32_t c = core::next_code_point(text, next);
        if (!core::is_ascii_digit(c) &&
            std::u32string_view(U"年月日-/.：").find(c) == std::u32string_view::npos)
            break;
        digits += core::is_ascii_digit(c);
        at = next;
    }
    return digits >= 6 && at < text.size() ? text.substr(at) : text;
}

}  // namespace

bool is_chrome(const GumboNode& node) {
    if (node.v.element.tag != GUMBO_TAG_NAV && !is_named(node.v.element)) return false;
    const std::string words = words_below(node);
    return core::length(words) <= kMostWords && words.find("。") == std::string::npos;
}

bool is_chrome_line(std::string_view line) {
    std::string text = core::replace_all(core::without_spaces(line), "|", "");
    text = core::replace_all(core::replace_all(text, "[", ""), "]", "");
    text = core::replace_all(text, ":", "：");
    if (core::length(text) > 60 || text.find("。") != std::string::npos) return false;
    if (is_breadcrumb(text) || text.find("ICP备") != std::string::npos) return true;
    std::string_view rest = behind_date(text);
    for (const std::string_view opening : kOpenings)
        if (rest.starts_with(opening)) return true;
    bool long_word = false;  // “大中小” by themselves might be anything
    while (!rest.empty()) {
        const auto word = std::find_if(kWords.begin(), kWords.end(),
                                       [&](std::string_view one) { return rest.starts_with(one); });
        if (word == kWords.end()) return false;
        long_word |= word->size() > 3;
        rest.remove_prefix(word->size());
    }
    return long_word;
}

bool heads_links(std::string_view line) {
    std::string text = core::without_spaces(line);
    for (const std::string_view colon : {"：", ":"})
        if (text.ends_with(colon)) text.erase(text.size() - colon.size());
    for (const char* head :
         {"相关链接", "相关阅读", "相关解读", "相关新闻", "相关报道", "延伸阅读"})
        if (text == head) return true;
    return false;
}

}  // namespace gongbao::editor::html
