// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/text/markdown.hpp"

#include <algorithm>

#include "core/text/text.hpp"

namespace gongbao::editor {
namespace {

constexpr std::string_view kStars = "**";

// Words that a person might set in bold, from one star to the other: masked names have a letter or
// a comma between their stars.
bool is_emphasised(std::string_view words) {
    if (words.empty() || words.find('*') != words.npos || core::trim(words).size() != words.size())
        return false;
    const std::u32string letters = core::to_utf32(words);
    const auto parts_names = [](char32_t c) {
        return std::u32string_view(U"、，,；;。和").find(c) != std::u32string_view::npos;
    };
    if (core::is_digit(letters.back())) return false;  // 张**身份证号3201**
    return std::count_if(letters.begin(), letters.end(), core::is_han) >= 2 &&
           std::none_of(letters.begin(), letters.end(), parts_names);
}

}  // namespace

int markdown_heading(std::string_view line) {
    const std::size_t signs = std::min(line.find_first_not_of('#'), line.size());
    if (signs == 0 || signs > 6) return 0;
    const std::string_view rest = line.substr(signs);
    const std::string_view words = core::trim(rest);
    return !words.empty() && words.size() < rest.size() ? static_cast<int>(signs) : 0;
}

std::string_view without_heading_signs(std::string_view line) {
    std::string_view words = core::trim(line.substr(line.find_first_not_of('#')));
    // "## 总则 ##": signs that close a heading stand behind a space (CommonMark 0.31, 4.2).
    const std::size_t end = words.find_last_not_of('#');
    if (end + 1 < words.size() && words[end] == ' ') words = core::trim(words.substr(0, end));
    return words;
}

bool count_markdown(std::string_view line, MarkdownSigns& signs) {
    const std::size_t before = signs.count;
    const auto add = [&](std::string_view words) {
        if (signs.count++ == 0) signs.first = core::excerpt(words, 20);
    };
    if (markdown_heading(line) > 0) add(line);
    for (std::size_t open = line.find(kStars); open != line.npos;) {
        const std::size_t close = line.find(kStars, open + kStars.size());
        if (close == line.npos) break;
        const std::string_view words =
            line.substr(open + kStars.size(), close - open - kStars.size());
        const bool pair = is_emphasised(words);
        if (pair) add(line.substr(open, close + kStars.size() - open));
        open = pair ? line.find(kStars, close + kStars.size()) : close;
    }
    return before == 0 && signs.count > 0;
}

}  // namespace gongbao::editor
