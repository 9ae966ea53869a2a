// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/docx/table_style.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string_view>

#include "core/text/text.hpp"
#include "editor/intake/docx/xml_part.hpp"
#include "editor/intake/raw/symbol_fonts.hpp"

namespace gongbao::editor::docx {
namespace {

using core::Level;

// A part of a table that its style formats, and how w:tblLook says whether it does (17.4.56).
struct Place {
    const char* part;
    const char* attribute;
    unsigned bit;
    bool switches_off;
};
constexpr std::array kPlaces = {
    Place{"firstRow", "w:firstRow", 0x20, false},    Place{"lastRow", "w:lastRow", 0x40, false},
    Place{"firstCol", "w:firstColumn", 0x80, false}, Place{"lastCol", "w:lastColumn", 0x100, false},
    Place{"band1Horz", "w:noHBand", 0x200, true},    Place{"band2Horz", "w:noHBand", 0x200, true},
    Place{"band1Vert", "w:noVBand", 0x400, true},    Place{"band2Vert", "w:noVBand", 0x400, true},
};

bool is_in_use(std::string_view part, pugi::xml_node look) {
    for (const Place& place : kPlaces) {
        if (part != place.part || !look) continue;
        const pugi::xml_attribute own = look.attribute(place.attribute);
        const auto bits = std::strtoul(look.attribute("w:val").value(), nullptr, 16);
        const bool set = own ? own.as_bool() : (bits & place.bit) != 0;
        return set != place.switches_off;
    }
    return true;
}

// The rows or the table that `part` of a style formats; columns are not told apart.
pugi::xml_node formatted_by(std::string_view part, pugi::xml_node table) {
    if (part == "firstRow") return table.child("w:tr");
    return part == "lastRow" ? table.last_child() : table;
}

bool has_small_letters(std::string_view words) {
    return std::any_of(words.begin(), words.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

// Letters that the symbol font of `run` prints as signs.
bool has_signs(const RunProperties& run, std::string_view words, const ThemeFonts& theme) {
    if (!theme.has_symbols(run.fonts)) return false;
    const std::u32string letters = core::to_utf32(words);
    return std::any_of(letters.begin(), letters.end(), [&](char32_t c) {
        const std::string font = theme.font_of(run.fonts, c);
        return !core::is_space(c) && is_symbol_font(font) && symbol_of(font, c) != c;
    });
}

void report_part(const RunProperties& run, std::string_view words, const Reading& reading,
                 const core::Place& place) {
    if (core::trim(words).empty()) return;
    const bool capitals = run.caps.value_or(false) || run.small_caps.value_or(false);
    if (capitals && has_small_letters(words))
        reading.report(Level::Warning, place, "table_style_capitals", {}, words);
    if (run.hidden.value_or(false))
        reading.report(Level::Warning, place, "table_style_hidden", {}, words);
    if (run.struck.value_or(false) || run.double_struck.value_or(false))
        reading.report(Level::Error, place, "struck_text", {}, words);
    if (has_signs(run, words, reading.theme))
        reading.report(Level::Error, place, "table_style_symbols", {}, words);
}

}  // namespace

void report_table_style(pugi::xml_node table, const Reading& reading, const core::Place& place) {
    const pugi::xml_node properties = table.child("w:tblPr");
    const Style* style = reading.styles.table(value_of(properties, "w:tblStyle"));
    if (style == nullptr) return;
    report_part(style->run, words_below(table), reading, place);
    for (const auto& [part, run] : style->parts)
        if (is_in_use(part, properties.child("w:tblLook")))
            report_part(run, words_below(formatted_by(part, table)), reading, place);
}

}  // namespace gongbao::editor::docx
