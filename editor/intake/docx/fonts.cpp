// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/docx/fonts.hpp"

#include "core/text/text.hpp"
#include "editor/intake/raw/symbol_fonts.hpp"

namespace gongbao::editor::docx {
namespace {

std::optional<std::string> font_named(pugi::xml_node fonts, const char* name, const char* theme) {
    if (const auto of_theme = fonts.attribute(theme)) return "+" + std::string(of_theme.value());
    const auto font = fonts.attribute(name);
    return font ? std::optional<std::string>(font.value()) : std::nullopt;
}

template <typename T>
void take(std::optional<T>& under, const std::optional<T>& over) {
    if (over) under = over;
}

// Signs that Latin and Chinese text share, which the hint gives to the East Asian font.
bool is_shared(char32_t c) {
    constexpr std::u32string_view kShared = U"¡¤§¨ª\u00AD¯°±²³´¶·¸¹º¼½¾¿×÷";
    return kShared.find(c) != std::u32string_view::npos || (c >= 0x2010 && c <= 0x2033) ||
           (c >= 0xE000 && c <= 0xF8FF);
}

bool is_east_asian(char32_t c) {
    return core::is_han(c) || (c >= 0x2E80 && c <= 0x33FF) || (c >= 0xAC00 && c <= 0xD7AF) ||
           (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFE6F) || c >= 0xFF00;
}

}  // namespace

Fonts read_fonts(pugi::xml_node run_fonts) {
    Fonts fonts;
    fonts.ascii = font_named(run_fonts, "w:ascii", "w:asciiTheme");
    fonts.high_ansi = font_named(run_fonts, "w:hAnsi", "w:hAnsiTheme");
    fonts.east_asia = font_named(run_fonts, "w:eastAsia", "w:eastAsiaTheme");
    fonts.complex = font_named(run_fonts, "w:cs", "w:cstheme");
    if (const auto hint = run_fonts.attribute("w:hint"))
        fonts.east_asian_hint = std::string_view(hint.value()) == "eastAsia";
    return fonts;
}

void lay_over(Fonts& under, const Fonts& over) {
    take(under.ascii, over.ascii);
    take(under.high_ansi, over.high_ansi);
    take(under.east_asia, over.east_asia);
    take(under.complex, over.complex);
    take(under.east_asian_hint, over.east_asian_hint);
}

ThemeFonts::ThemeFonts(pugi::xml_node theme) {
    const pugi::xml_node scheme = theme.child("a:themeElements").child("a:fontScheme");
    for (const auto& [kind, node] : {std::pair{"+major", scheme.child("a:majorFont")},
                                     std::pair{"+minor", scheme.child("a:minorFont")}}) {
        const std::string latin = node.child("a:latin").attribute("typeface").value();
        fonts_[std::string(kind) + "Ascii"] = latin;
        fonts_[std::string(kind) + "HAnsi"] = latin;
        fonts_[std::string(kind) + "EastAsia"] = node.child("a:ea").attribute("typeface").value();
        fonts_[std::string(kind) + "Bidi"] = node.child("a:cs").attribute("typeface").value();
    }
}

std::string ThemeFonts::resolve(const std::optional<std::string>& font) const {
    if (!font || !font->starts_with('+')) return font.value_or("");
    const auto found = fonts_.find(*font);
    return found == fonts_.end() ? "" : found->second;
}

std::string ThemeFonts::font_of(const Fonts& fonts, char32_t c) const {
    const bool hinted = fonts.east_asian_hint.value_or(false);
    const auto& slot = is_east_asian(c) || (hinted && is_shared(c)) ? fonts.east_asia
                       : c < 0x80                                   ? fonts.ascii
                                                                    : fonts.high_ansi;
    const std::string font = resolve(slot);
    if (c < 0xE000 || c > 0xF8FF || is_symbol_font(font)) return font;
    for (const auto* other : {&fonts.high_ansi, &fonts.ascii, &fonts.east_asia, &fonts.complex})
        if (is_symbol_font(resolve(*other))) return resolve(*other);
    return font;
}

bool ThemeFonts::has_symbols(const Fonts& fonts) const {
    for (const auto* font : {&fonts.ascii, &fonts.high_ansi, &fonts.east_asia, &fonts.complex})
        if (*font && is_symbol_font(resolve(*font))) return true;
    return false;
}

}  // namespace gongbao::editor::docx
