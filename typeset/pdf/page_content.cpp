// SPDX-License-Identifier: Apache-2.0
#include "typeset/pdf/page_content.hpp"

#include <algorithm>
#include <cstdlib>
#include <initializer_list>

#include "typeset/pdf/operators.hpp"

namespace gongbao::typeset::pdf {
namespace {

// How far a glyph may stand from its place before an adjustment is written: 0.007 mm.
constexpr Extent kTolerance = 20;

// The text of glyph `i` where it stands for it alone; 0 for one glyph of several that stand for a
// cluster.
char32_t text_of_glyph_alone(const Layout& layout, std::uint32_t i) {
    const bool alone = i + 1 == layout.glyphs.size() || layout.glyphs[i + 1].text != 0;
    return alone ? layout.glyphs[i].text : 0;
}

class ContentWriter {
  public:
    ContentWriter(const Page& page, const Layout& layout, const FontSet& fonts,
                  const Languages& languages)
        : page_(page), layout_(layout), fonts_(fonts), languages_(languages) {}

    PageContent write() {
        for (const TurnedLine& line : page_.beneath) write_turned(line);
        write_pictures();
        write_rules();
        write_dots();
        write_text();
        return std::move(content_);
    }

  private:
    // One text object for the page, the nodes' marked contents inside: places stay relative.
    void write_text() {
        if (page_.lines.empty()) return;
        out() += "BT\n";
        x_ = y_ = 0;
        write_lines(page_.lines);
        write_lines(page_.readings);
        out() += "ET\n";
    }

    void write_lines(const std::vector<PlacedLine>& lines) {
        for (std::size_t i = 0; i < lines.size();) {
            std::size_t end = i;
            while (end < lines.size() && lines[end].node == lines[i].node) ++end;
            open(lines[i].node);
            for (; i < end; ++i) write_line(lines[i]);
            close();
        }
    }

    std::string& out() { return content_.operators; }

    void open(NodeId node) {
        if (node == kArtifact) {
            out() += "/Artifact BMC\n";
            return;
        }
        out() += std::string("/") + name_of(layout_.nodes[node].tag) + "<</MCID " +
                 std::to_string(content_.node_of_mcid.size()) + ">>BDC\n";
        content_.node_of_mcid.push_back(node);
    }
    void close() { out() += "EMC\n"; }

    void fill(Color color) {
        if (color == color_) return;
        color_ = color;
        out() += fill_of(color);
    }

    // ISO 32000-1, 9.3.6: filled, and stroked where bold.
    void outline(const GlyphStyle& style) {
        const Length width = style.bold ? style.size * kBoldOutline / 1000 : 0;
        if (width == outline_ && (width == 0 || style.color == stroke_)) return;
        outline_ = width;
        stroke_ = style.color;
        if (width == 0) {
            out() += "0 Tr\n";
            return;
        }
        out() += stroke_of(style.color);
        append_points(out(), width);
        out() += " w 1 j 2 Tr\n";
    }

    Extent up(Length y) const { return Extent{layout_.page_height} - y; }

    void write_pictures() {
        for (const PlacedPicture& picture : page_.pictures) {
            open(picture.node);
            out() += picture.turned ? "q 0 " : "q ";
            append_points(out(), picture.turned ? picture.rect.height : picture.rect.width);
            out() += picture.turned ? " " : " 0 0 ";
            append_points(out(), picture.turned ? -picture.rect.width : picture.rect.height);
            out() += picture.turned ? " 0 " : " ";
            append_points(out(), picture.rect.x + (picture.turned ? picture.rect.width : 0));
            out() += ' ';
            append_points(out(), up(picture.rect.y + picture.rect.height));
            out() += " cm /I" + std::to_string(content_.pictures.size()) + " Do Q\n";
            content_.pictures.push_back(&picture);
            close();
        }
    }

    void write_rules() {
        if (page_.rules.empty()) return;
        open(kArtifact);
        for (const PlacedRule& rule : page_.rules) {
            fill(rule.color);
            append_points(out(), rule.rect.x);
            out() += ' ';
            append_points(out(), up(rule.rect.y + rule.rect.height));
            out() += ' ';
            append_points(out(), rule.rect.width);
            out() += ' ';
            append_points(out(), rule.rect.height);
            out() += " re f\n";
        }
        close();
    }

    // Four curves a circle: their handles are 0.5523 of its radius long.
    void write_dots() {
        if (page_.dots.empty()) return;
        open(kArtifact);
        for (const PlacedDot& dot : page_.dots) {
            const Extent r = dot.radius;
            const Extent k = r * 5523 / 10000;
            const Extent x = dot.centre.x;
            const Extent y = up(dot.centre.y);
            fill(dot.color);
            put_path({x + r, y}, "m");
            put_path({x + r, y + k, x + k, y + r, x, y + r}, "c");
            put_path({x - k, y + r, x - r, y + k, x - r, y}, "c");
            put_path({x - r, y - k, x - k, y - r, x, y - r}, "c");
            put_path({x + k, y - r, x + r, y - k, x + r, y}, "c");
            out() += "f\n";
        }
        close();
    }

    void put_path(std::initializer_list<Extent> places, const char* op) {
        for (const Extent place : places) {
            append_points(out(), place);
            out() += ' ';
        }
        out() += op;
        out() += '\n';
    }

    void write_turned(const TurnedLine& turned) {
        open(kArtifact);
        out() += "q ";
        for (const int part : {turned.cos, turned.sin, -turned.sin, turned.cos}) {
            append_points(out(), part);
            out() += ' ';
        }
        append_points(out(), turned.line.x);
        out() += ' ';
        append_points(out(), up(turned.line.y));
        out() += " cm\nBT\n";
        PlacedLine line = turned.line;
        line.x = 0;
        line.y = layout_.page_height;  // the origin, once turned upwards
        x_ = y_ = 0;
        write_line(line);
        out() += "ET\nQ\n";
        close();
        // Q takes back what was set since q.
        color_ = Color::Black;
        font_ = nullptr;
        size_ = 0;
        spacing_ = 0;
        outline_ = 0;
    }

    // What is in another language stands in a span that says so.
    void write_line(const PlacedLine& line) {
        std::uint32_t at = line.first;
        for (const LanguageRun& run : languages_.in(line)) {
            write_runs(line, at, run.begin);
            out() += std::string("/Span<</Lang(") + tag_of(run.language) + ")>>BDC\n";
            write_runs(line, run.begin, run.end);
            out() += "EMC\n";
            at = run.end;
        }
        write_runs(line, at, line.first + line.count);
    }

    void write_runs(const PlacedLine& line, std::uint32_t begin, std::uint32_t end) {
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
    Extent common_extra(const EmbeddedFont& font, std::uint32_t begin, std::uint32_t end,
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
    void write_run(const PlacedLine& line, std::uint32_t begin, std::uint32_t end) {
        find_codes(begin, end);
        for (std::uint32_t i = begin; i < end;) {
            const bool plain = plain_[i - begin] != 0;
            std::uint32_t stop = i + 1;
            while (stop < end &&
                   (plain ? plain_[stop - begin] != 0 : layout_.glyphs[stop].text == 0))
                ++stop;
            if (!plain)
                out() +=
                    "/Span<</ActualText<FEFF" + utf16_hex(layout_.characters(i, stop)) + ">>>BDC\n";
            write_piece(line, i, stop, codes_.data() + (i - begin));
            if (!plain) out() += "EMC\n";
            i = stop;
        }
    }

    void find_codes(std::uint32_t begin, std::uint32_t end) {
        const EmbeddedFont& font = fonts_.of(layout_.glyphs[begin].face);
        codes_.clear();
        plain_.clear();
        for (std::uint32_t i = begin; i < end; ++i) {
            const std::uint32_t glyph = layout_.glyphs[i].glyph;
            codes_.push_back(font.code(glyph));
            plain_.push_back(font.agrees(glyph, text_of_glyph_alone(layout_, i)));
        }
    }

    void write_piece(const PlacedLine& line, std::uint32_t begin, std::uint32_t end,
                     const std::uint16_t* codes) {
        const PlacedGlyph& head = layout_.glyphs[begin];
        const GlyphStyle& style = layout_.glyph_styles[head.style];
        const EmbeddedFont& font = fonts_.of(head.face);
        fill(style.color);
        outline(style);
        if (font_ != &font || size_ != style.size) {
            out() += "/" + font.resource_name() + " ";
            append_points(out(), style.size);
            out() += " Tf\n";
            font_ = &font;
            size_ = style.size;
        }
        const Extent extra = common_extra(font, begin, end, style.size);
        if (extra != spacing_) {
            append_points(out(), extra);
            out() += " Tc\n";
            spacing_ = extra;
        }
        if (line.turned || turned_) {
            set_matrix(line, head, style);
        } else {
            const Extent x = Extent{line.x} + head.x;
            const Extent y = up(line.y) + style.rise + head.dy;
            append_points(out(), x - x_);
            out() += ' ';
            append_points(out(), y - y_);
            out() += " Td\n";
            x_ = x;
            y_ = y;
        }
        write_codes(font, begin, end, style.size, extra, codes);
    }

    // Where a run begins that is turned, or the first upright one after such a run.
    void set_matrix(const PlacedLine& line, const PlacedGlyph& head, const GlyphStyle& style) {
        const Extent right = head.x;
        const Extent above = Extent{style.rise} + head.dy;
        x_ = Extent{line.x} + (line.turned ? -above : right);
        y_ = up(line.y) + (line.turned ? right : above);
        out() += line.turned ? "0 1 -1 0 " : "1 0 0 1 ";
        append_points(out(), x_);
        out() += ' ';
        append_points(out(), y_);
        out() += " Tm\n";
        turned_ = line.turned;
    }

    void write_codes(const EmbeddedFont& font, std::uint32_t begin, std::uint32_t end, Length size,
                     Extent extra, const std::uint16_t* codes) {
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
        out() += adjusted ? "[(" : "(";
        out() += string_;
        out() += adjusted ? ")]TJ\n" : ")Tj\n";
    }

    const Page& page_;
    const Layout& layout_;
    const FontSet& fonts_;
    const Languages& languages_;
    PageContent content_;
    Color color_ = Color::Black;
    Length outline_ = 0;
    Color stroke_ = Color::Black;
    const EmbeddedFont* font_ = nullptr;
    Length size_ = 0;
    Extent spacing_ = 0;
    Extent x_ = 0;
    Extent y_ = 0;
    bool turned_ = false;
    std::vector<std::uint16_t> codes_;
    std::vector<char> plain_;
    std::vector<Extent> extras_;
    std::string string_;
};

}  // namespace

FontSet::FontSet(const FontBook& fonts, const Layout& layout, ObjectFile& file) {
    for (std::uint32_t i = 0; i < layout.glyphs.size(); ++i) {
        const PlacedGlyph& glyph = layout.glyphs[i];
        if (by_face_.size() <= glyph.face) by_face_.resize(glyph.face + 1u);
        EmbeddedFont*& font = by_face_[glyph.face];
        if (font == nullptr) {
            fonts_.push_back(std::make_unique<EmbeddedFont>(fonts.face(glyph.face),
                                                            "F" + std::to_string(fonts_.size() + 1),
                                                            file.reserve(), layout.texts));
            font = fonts_.back().get();
        }
        font->count(glyph.glyph, text_of_glyph_alone(layout, i));
    }
    for (const auto& font : fonts_) font->choose_codes();
}

void FontSet::write(ObjectFile& file) const {
    for (const auto& font : fonts_) font->write(file);
}

std::string FontSet::resources() const {
    std::string entries;
    for (const auto& font : fonts_)
        entries += "/" + font->resource_name() + " " + reference(font->id());
    return entries;
}

PageContent write_content(const Page& page, const Layout& layout, const FontSet& fonts,
                          const Languages& languages) {
    return ContentWriter(page, layout, fonts, languages).write();
}

}  // namespace gongbao::typeset::pdf
