// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/docx/symbols.hpp"

#include <map>

#include "core/text.hpp"

namespace gongbao::editor::docx {
namespace {

using Table = std::map<char32_t, char32_t>;

const Table kWingdings = {
    {0x22, U'✂'}, {0x28, U'☎'}, {0x2A, U'✉'}, {0x46, U'☞'}, {0x6C, U'●'}, {0x6D, U'❍'},
    {0x6E, U'■'}, {0x6F, U'□'}, {0x71, U'❑'}, {0x72, U'❒'}, {0x74, U'⧫'}, {0x75, U'◆'},
    {0x76, U'❖'}, {0x77, U'⬥'}, {0x80, U'⓪'}, {0x81, U'①'}, {0x82, U'②'}, {0x83, U'③'},
    {0x84, U'④'}, {0x85, U'⑤'}, {0x86, U'⑥'}, {0x87, U'⑦'}, {0x88, U'⑧'}, {0x89, U'⑨'},
    {0x8A, U'⑩'}, {0x9E, U'·'}, {0x9F, U'•'}, {0xA1, U'○'}, {0xA7, U'▪'}, {0xA8, U'◻'},
    {0xAB, U'★'}, {0xD8, U'➢'}, {0xDF, U'←'}, {0xE0, U'→'}, {0xE1, U'↑'}, {0xE2, U'↓'},
    {0xE8, U'➔'}, {0xF0, U'⇨'}, {0xFB, U'✗'}, {0xFC, U'✓'}, {0xFD, U'☒'}, {0xFE, U'☑'},
};
const Table kWingdings2 = {
    {0x4F, U'✗'}, {0x50, U'✓'}, {0x51, U'☒'}, {0x52, U'☑'}, {0x53, U'☒'}, {0x54, U'☒'},
    {0x96, U'•'}, {0x98, U'●'}, {0xA2, U'■'}, {0xA3, U'□'}, {0xA4, U'❏'}, {0xAE, U'◆'},
};

const Table& symbol_table() {
    static const Table kTable = [] {
        constexpr std::u32string_view kCapitals = U"ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ";
        constexpr std::u32string_view kSmall = U"αβχδεφγηιϕκλμνοπθρστυϖωξψζ";
        Table table = {
            {0x2A, U'∗'}, {0x2B, U'+'}, {0x2D, U'−'}, {0x3C, U'<'}, {0x3D, U'='}, {0x3E, U'>'},
            {0xA3, U'≤'}, {0xA5, U'∞'}, {0xAC, U'←'}, {0xAD, U'↑'}, {0xAE, U'→'}, {0xAF, U'↓'},
            {0xB0, U'°'}, {0xB1, U'±'}, {0xB3, U'≥'}, {0xB4, U'×'}, {0xB7, U'•'}, {0xB8, U'÷'},
            {0xB9, U'≠'}, {0xBA, U'≡'}, {0xBB, U'≈'}, {0xBC, U'…'}, {0xC6, U'∅'}, {0xC7, U'∩'},
            {0xC8, U'∪'}, {0xCE, U'∈'}, {0xD3, U'©'}, {0xD2, U'®'}, {0xD4, U'™'}, {0xD6, U'√'},
            {0xE5, U'∑'},
        };
        for (char32_t i = 0; i < 26; ++i) {
            table[U'A' + i] = kCapitals[i];
            table[U'a' + i] = kSmall[i];
        }
        return table;
    }();
    return kTable;
}

const Table* table_of(std::string_view font) {
    if (font == "Wingdings") return &kWingdings;
    if (font == "Wingdings 2") return &kWingdings2;
    if (font == "Symbol") return &symbol_table();
    return nullptr;
}

bool is_private(char32_t c) { return c >= 0xE000 && c <= 0xF8FF; }

}  // namespace

std::optional<char32_t> symbol_in_unicode(std::string_view font, char32_t code) {
    const Table* table = table_of(font);
    const bool shifted = code >= 0xF000 && code <= 0xF0FF;
    if (table == nullptr && (is_private(code) || code < 0x20)) return std::nullopt;
    if (table == nullptr) return code;
    const auto found = table->find(shifted ? code - 0xF000 : code);
    return found == table->end() ? std::nullopt : std::optional(found->second);
}

std::string bullet_text(std::string_view font, std::string_view text) {
    std::string out;
    for (const char32_t c : core::to_utf32(text)) {
        const auto known = symbol_in_unicode(font, c);
        core::append_utf8(out, known ? *known : U'•');
    }
    return out;
}

}  // namespace gongbao::editor::docx
