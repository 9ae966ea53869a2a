// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/html/nesting.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace gongbao::editor::html {
namespace {

constexpr std::size_t kDeepEnough = 100000;

constexpr std::array kNotCounted = {
    "area", "base", "br",    "col",   "embed", "hr",    "img",   "input", "link",  "meta",
    "param", "source", "track", "wbr", "p",     "li",    "td",    "tr",    "th",    "dd",
    "dt",   "option", "tbody", "thead", "tfoot", "html", "head", "body",
};

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

std::string name_at(std::string_view html, std::size_t at) {
    std::string name;
    for (; at < html.size() && (is_letter(html[at]) || (html[at] >= '0' && html[at] <= '9')); ++at)
        name += static_cast<char>(html[at] | 0x20);
    return name;
}

// Inside svg and math nothing closes by itself.
bool opens_foreign_content(const std::string& name) { return name == "svg" || name == "math"; }

}  // namespace

std::size_t nesting_of(std::string_view html) {
    std::vector<std::string> open;
    std::size_t deepest = 0;
    bool foreign = false;
    for (std::size_t at = html.find('<'); at != std::string_view::npos;
         at = html.find('<', at + 1)) {
        if (at + 1 >= html.size() || deepest > kDeepEnough) break;
        const bool closes = html[at + 1] == '/';
        const std::size_t start = at + (closes ? 2 : 1);
        if (start >= html.size() || !is_letter(html[start])) continue;
        std::string name = name_at(html, start);
        foreign |= opens_foreign_content(name);
        if (!foreign &&
            std::find(kNotCounted.begin(), kNotCounted.end(), name) != kNotCounted.end())
            continue;
        if (!closes) {
            open.push_back(std::move(name));
            deepest = std::max(deepest, open.size());
        } else if (const auto last = std::find(open.rbegin(), open.rend(), name);
                   last != open.rend()) {
            open.erase(last.base() - 1, open.end());
        }
    }
    return deepest;
}

}  // namespace gongbao::editor::html
