// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/structure/above_title.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "core/text/text.hpp"
#include "editor/intake/structure/agency.hpp"
#include "editor/intake/structure/official_lines.hpp"
#include "editor/intake/structure/wording.hpp"

namespace gongbao::editor {
namespace {

constexpr std::size_t kMostLines = 24;
constexpr std::size_t kMostTitleLines = 4;
constexpr std::size_t kLongest = 40;  // characters of a line of a menu
constexpr std::size_t kShort = 8;  // of one such as 人事任免, 通知公告, which end like a title

constexpr std::array<std::string_view, 12> kSigns = {
    "首页",     "当前位置", "您的位置", "所在位置", "现在位置", "政务公开",
    "信息公开", "办事服务", "政务服务", "互动交流", "无障碍",   "网站地图",
};

constexpr std::array<std::string_view, 6> kFootSigns = {
    "版权所有", "主办单位", "承办单位", "ICP备", "公网安备", "网站标识码",
};

bool is_head(const std::string& text) {
    return head_element(text) || is_number_line(text) || is_issuer_mark(text) ||
           names_only_agencies(text) || is_annex_label(text);
}

// Short, and nothing of it looks like a document's.
bool could_be_menu(const Line& line) {
    return line.is_text() && line.align != core::Align::Center &&
           core::length(line.text) <= kLongest && line.text.find("。") == std::string::npos &&
           line.text.find("关于") == std::string::npos &&
           (kind_of_title(line.text).empty() || core::length(line.text) <= kShort) &&
           !is_head(line.text) && !is_addressees(line.text);
}

// A whole title begins here, 关于 … 通知, with or without agencies before 关于.
bool title_begins(const Lines& lines, std::size_t at, std::size_t end) {
    std::string title;
    for (std::size_t i = at; i < end && i < at + kMostTitleLines && lines[i].is_text(); ++i) {
        if (ending_of(lines[i].text) == Ending::Sentence || is_number_line(lines[i].text))
            return false;
        title += lines[i].text;
        const std::size_t matter = title.find("关于");
        if (matter == std::string::npos && !names_only_agencies(title)) return false;
        if (matter != std::string::npos && !kind_of_title(title).empty())
            return matter == 0 || names_only_agencies(title.substr(0, matter));
    }
    return false;
}

}  // namespace

bool is_navigation(std::string_view words) {
    return std::any_of(kSigns.begin(), kSigns.end(), [&](std::string_view sign) {
        return words.find(sign) != std::string_view::npos;
    });
}

bool is_site_foot(std::string_view words) {
    return std::any_of(kFootSigns.begin(), kFootSigns.end(), [&](std::string_view sign) {
        return words.find(sign) != std::string_view::npos;
    });
}

std::size_t lines_above_title(const Lines& lines, Range range) {
    bool sure = false;
    for (std::size_t at = range.begin; at < range.end && at < range.begin + kMostLines; ++at) {
        if (title_begins(lines, at, range.end)) return sure ? at - range.begin : 0;
        if (!could_be_menu(lines[at])) return 0;
        sure = sure || lines[at].list_item || lines[at].text.starts_with("•") ||
               is_navigation(lines[at].text);
    }
    return 0;
}

}  // namespace gongbao::editor
