// SPDX-License-Identifier: Apache-2.0
// Which font prints a character: a run names up to four, and the character chooses among them
// (ECMA-376 part 1, 17.3.2.26). Only whether it is a symbol font matters here.
// Called by the walk through a paragraph and for the labels of lists.
#pragma once

#include <map>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>

namespace gongbao::editor::docx {

/// The fonts of a w:rFonts; "+minorHAnsi" stands for a font of the theme.
struct Fonts {
    std::optional<std::string> ascii;
    std::optional<std::string> high_ansi;
    std::optional<std::string> east_asia;
    std::optional<std::string> complex;
    std::optional<bool> east_asian_hint;
};

Fonts read_fonts(pugi::xml_node run_fonts);
/// What `over` states replaces what `under` states.
void lay_over(Fonts& under, const Fonts& over);

/// word/theme: "minorHAnsi" → "Calibri".
class ThemeFonts {
  public:
    ThemeFonts() = default;
    /// Requires: the a:theme element, or an empty node.
    explicit ThemeFonts(pugi::xml_node theme);

    /// The font that prints `c`, "" when none is stated. A code of the private use area goes to
    /// whichever font is a symbol font.
    std::string font_of(const Fonts& fonts, char32_t c) const;
    /// True when some font of `fonts` is a symbol font.
    bool has_symbols(const Fonts& fonts) const;

  private:
    std::string resolve(const std::optional<std::string>& font) const;
    std::map<std::string, std::string, std::less<>> fonts_;
};

}  // namespace gongbao::editor::docx
