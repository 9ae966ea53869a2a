// SPDX-License-Identifier: Apache-2.0
#include "typeset/flow/signature.hpp"

#include <algorithm>
#include <string_view>

#include "core/text/text.hpp"

namespace gongbao::typeset {
namespace {

constexpr std::u32string_view kPostEndings = U"长理席任记员";
constexpr std::size_t kLongestName = 5;

bool is_space(const PlacedGlyph& glyph) {
    return glyph.text == 0x20 || glyph.text == 0xA0 || glyph.text == 0x3000 ||
           (glyph.text >= 0x2000 && glyph.text <= 0x200A);
}

bool is_han(const PlacedGlyph& glyph) {
    return glyph.text < kTextPool && core::is_han(glyph.text);
}

bool all_han(const SetLine& line, std::size_t first, std::size_t end) {
    for (std::size_t i = first; i < end; ++i)
        if (!is_han(line.glyphs[i])) return false;
    return first < end;
}

// Two to five Han characters, white space among them left out.
bool is_name(const SetLine& line, std::size_t first) {
    std::size_t count = 0;
    for (std::size_t i = first; i < line.glyphs.size(); ++i) {
        if (is_space(line.glyphs[i])) continue;
        if (!is_han(line.glyphs[i]) && line.glyphs[i].text != U'·') return false;
        ++count;
    }
    return count >= 2 && count <= kLongestName;
}

// 省长 → 省　长
Length widen_pair(SetLine& line, std::size_t first, std::size_t end, Length em) {
    if (end - first != 2 || !all_han(line, first, end)) return 0;
    move_from(line, first + 1, em);
    return em;
}

}  // namespace

std::optional<Signer> signer_in(const SetLine& line) {
    const auto& glyphs = line.glyphs;
    for (std::size_t i = 1; i + 2 < glyphs.size(); ++i) {
        if (!is_space(glyphs[i]) ||
            kPostEndings.find(glyphs[i - 1].text) == std::u32string_view::npos)
            continue;
        std::size_t name = i;
        while (name < glyphs.size() && is_space(glyphs[name])) ++name;
        if (i >= 2 && is_name(line, name)) return Signer{i, name};
    }
    return {};
}

void move_from(SetLine& line, std::size_t first, Length by) {
    for (std::size_t i = first; i < line.glyphs.size(); ++i) line.glyphs[i].x += by;
    line.width += by;
}

void spread_agency(SetLine& line, const TextStyle& style) {
    const std::size_t count = line.glyphs.size();
    if (!style.spread_short || count < 2 || count > 4 || !all_han(line, 0, count)) return;
    for (std::size_t i = 1; i < count; ++i) move_from(line, i, style.size / 2);
}

Length spread_signer(SetLine& line, const Signer& signer, const TextStyle& style, Length gap) {
    const auto left_of = [&](std::size_t i) { return line.glyphs[i].x; };
    const Length white = left_of(signer.name_begin) - left_of(signer.post_end - 1) - style.size;
    if (white < gap) move_from(line, signer.name_begin, gap - white);
    if (style.spread_short) {
        widen_pair(line, signer.name_begin, line.glyphs.size(), style.size);
        widen_pair(line, 0, signer.post_end, style.size);
    }
    return left_of(signer.name_begin);
}

}  // namespace gongbao::typeset
