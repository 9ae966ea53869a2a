// SPDX-License-Identifier: Apache-2.0
#include "typeset/pdf/text_content.hpp"

#include <algorithm>
#include <cstdlib>

namespace gongbao::typeset::pdf {
namespace {

// How far a glyph may stand from its place before an adjustment is written: 0.007 mm.
constexpr Extent kTolerance = 20;

}  // namespace

// ISO 32000-1, 9.3.6: filled, and stroked where bold.
void TextContent::set_outline(const GlyphStyle& style) {
    const Length width = style.bold ? style.size * kBoldOutline / 1000 : 0;
    if (width == state_.outline && (width == 0 || style.color == state_.stroke)) return;
    state_.outline = width;
    state_.stroke = style.color;
    if (width == 0) {
        out_ += "0 Tr\n";
        return;
    }
    out_ += stroke_of(style.color);
    append_points(out_, width);
    out_ += " w 1 j 2 Tr\n";
}

// What is in another language stands in a span that says so.
void TextContent::write(const PlacedLine& line) {
    std::uint32_t at = line.first;
    for (const LanguageRun& run : languages_.in(line)) {
        write_runs(line, at, run.begin);
        out_ += std::string("/Span<</Lang(") + tag_of(run.language) + ")>>BDC\n";
        write_runs(line, run.begin, run.end);
        out_ += "EMC\n";
        at = run.end;
    }
    write_runs(line, at, line.first + line.count);
}

void TextContent::write_runs(const PlacedLine& line, std::uint32_t begin, std::uint32_t end) {
    for (std::uint32_t i = begin; i < end;) {
        std::uint32_t stop = i + 1;
        const PlacedGlyph& head = layout_.glyphs[i];
        while (stop < end && layout_.glyphs[stop].face == head.face &&
               layout_.glyphs[stop].style == head.style && layout_.glyphs[stop].dy == head.dy)
            ++stop;
        write_run(line, i, stop);
        i = stop;
    }
}

// The extra advance most glyphs of the run share: written once, as character spacing.
Extent TextContent::common_extra(const EmbeddedFont& font, std::uint32_t begin, std::uint32_t end,
                                 Length size) {
    extras_.clear();
    for (std::uint32_t i = begin; i + 1 < end; ++i) {
        const PlacedGlyph& a = layout_.glyphs[i];
        const Extent natural = Extent{font.advance(a.glyph)} * size / 1000;
        extras_.push_back(layout_.glyphs[i + 1].x - a.x - natural);
    }
    if (extras_.size() < 4) return 0;
    std::nth_element(extras_.begin(),
                     extras_.begin() + static_cast<std::ptrdiff_t>(extras_.size() / 2),
                     extras_.end());
    return extras_[extras_.size() / 2];
}

// Glyphs whose codes do not tell their text stand in a span with ActualText, a cluster at a
// time.
void TextContent::write_run(const PlacedLine& line, std::uint32_t begin, std::uint32_t end) {
    find_codes(begin, end);
    for (std::uint32_t i = begin; i < end;) {
        const bool plain = plain_[i - begin] != 0;
        std::uint32_t stop = i + 1;
        while (stop < end && (plain ? plain_[stop - begin] != 0 : layout_.glyphs[stop].text == 0))
            ++stop;
        if (!plain)
            out_ += "/Span<</ActualText<FEFF" + utf16_hex(layout_.characters(i, stop)) + ">>>BDC\n";
        write_piece(line, i, stop, codes_.data() + (i - begin));
        if (!plain) out_ += "EMC\n";
        i = stop;
    }
}

void TextContent::find_codes(std::uint32_t begin, std::uint32_t end) {
    const EmbeddedFont& font = fonts_.of(layout_.glyphs[begin].face);
    codes_.clear();
    plain_.clear();
    for (std::uint32_t i = begin; i < end; ++i) {
        const std::uint32_t glyph = layout_.glyphs[i].glyph;
        codes_.push_back(font.code(glyph));
        plain_.push_back(font.agrees(glyph, text_of_glyph_alone(layout_, i)));
    }
}

void TextContent::write_piece(const PlacedLine& line, std::uint32_t begin, std::uint32_t end,
                              const std::uint16_t* codes) {
    const PlacedGlyph& head = layout_.glyphs[begin];
    const GlyphStyle& style = layout_.glyph_styles[head.style];
    const EmbeddedFont& font = fonts_.of(head.face);
    state_.fill_with(style.color, out_);
    set_outline(style);
    if (state_.font != &font || state_.size != style.size) {
        out_ += "/" + font.resource_name() + " ";
        append_points(out_, style.size);
        out_ += " Tf\n";
        state_.font = &font;
        state_.size = style.size;
    }
    const Extent extra = common_extra(font, begin, end, style.size);
    if (extra != state_.spacing) {
        append_points(out_, extra);
        out_ += " Tc\n";
        state_.spacing = extra;
    }
    if (line.turned || state_.turned) {
        set_matrix(line, head, style);
    } else {
        const Extent x = Extent{line.x} + head.x;
        const Extent y = (Extent{layout_.page_height} - line.y) + style.rise + head.dy;
        append_points(out_, x - state_.x);
        out_ += ' ';
        append_points(out_, y - state_.y);
        out_ += " Td\n";
        state_.x = x;
        state_.y = y;
    }
    write_codes(font, begin, end, style.size, extra, codes);
}

// Where a run begins that is turned, or the first upright one after such a run.
void TextContent::set_matrix(const PlacedLine& line, const PlacedGlyph& head,
                             const GlyphStyle& style) {
    const Extent right = head.x;
    const Extent above = Extent{style.rise} + head.dy;
    state_.x = Extent{line.x} + (line.turned ? -above : right);
    state_.y = (Extent{layout_.page_height} - line.y) + (line.turned ? right : above);
    out_ += line.turned ? "0 1 -1 0 " : "1 0 0 1 ";
    append_points(out_, state_.x);
    out_ += ' ';
    append_points(out_, state_.y);
    out_ += " Tm\n";
    state_.turned = line.turned;
}

void TextContent::write_codes(const EmbeddedFont& font, std::uint32_t begin, std::uint32_t end,
                              Length size, Extent extra, const std::uint16_t* codes) {
    string_.clear();
    bool adjusted = false;
    // Thousandths of a millipoint, so that rounding does not add up along the line.
    Extent pen = Extent{layout_.glyphs[begin].x} * 1000;
    for (std::uint32_t i = begin; i < end; ++i) {
        const PlacedGlyph& glyph = layout_.glyphs[i];
        const Extent off = Extent{glyph.x} * 1000 - pen;
        if (std::llabs(off) > kTolerance * 1000) {
            // Tj adjusts leftwards in thousandths of an em.
            const Extent adjust = -(off / size);
            string_ += ')';
            string_ += std::to_string(adjust);
            string_ += '(';
            pen -= adjust * size;
            adjusted = true;
        }
        append_code(string_, codes[i - begin]);
        pen += Extent{font.advance(glyph.glyph)} * size + extra * 1000;
    }
    out_ += adjusted ? "[(" : "(";
    out_ += string_;
    out_ += adjusted ? ")]TJ\n" : ")Tj\n";
}

}  // namespace gongbao::typeset::pdf
