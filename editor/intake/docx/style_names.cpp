// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/docx/style_names.hpp"

#include <array>
#include <string>

#include "core/text/text.hpp"

namespace gongbao::editor::docx {
namespace {

// In small letters and without white space.
std::string folded(std::string_view name) {
    std::string bare = core::without_spaces(name);
    for (char& c : bare) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return bare;
}

// 1–9 for "1"–"9" and 一–九, else 0.
int level_of(std::string_view numeral) {
    const long number = core::parse_numeral(numeral);
    return number >= 1 && number <= 9 && core::length(numeral) == 1 ? static_cast<int>(number) : 0;
}

// The level in "heading3", "标题3", "标题三"; 0 for any other name.
int numbered(std::string_view name, std::string_view word) {
    return name.starts_with(word) ? level_of(name.substr(word.size())) : 0;
}

int heading_level(std::string_view name) {
    // Word's names in Chinese, English, German, French, Spanish, Russian.
    constexpr std::array<std::string_view, 7> kHeadings = {
        "heading", "标题", "標題", "überschrift", "titre", "título", "заголовок"};
    for (const std::string_view word : kHeadings)
        if (const int level = numbered(name, word); level > 0) return level;
    constexpr std::string_view kOfLevel = "级标题";
    return name.ends_with(kOfLevel) ? level_of(name.substr(0, name.size() - kOfLevel.size())) : 0;
}

bool is_of_contents(std::string_view name) {
    return name == "tocheading" || name == "目录标题" || name == "tableoffigures" ||
           name == "图表目录" || numbered(name, "toc") > 0 || numbered(name, "目录") > 0 ||
           numbered(name, "contents") > 0;
}

}  // namespace

StyleName read_style_name(std::string_view name) {
    const std::string bare = folded(name);
    StyleName known;
    known.heading = heading_level(bare);
    known.title = bare == "title" || bare == "标题" || bare == "標題" || bare == "大标题" ||
                  bare == "公文标题" || bare == "文件标题";
    known.contents = is_of_contents(bare);
    return known;
}

}  // namespace gongbao::editor::docx
