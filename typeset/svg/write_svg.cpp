// SPDX-License-Identifier: Apache-2.0
#include "typeset/svg/write_svg.hpp"

#include <algorithm>
#include <vector>

#include "core/report/check.hpp"
#include "core/system/base64.hpp"
#include "core/xml/escape.hpp"
#include "typeset/svg/svg_text.hpp"

namespace gongbao::typeset::svg {
namespace {

class PageWriter {
  public:
    PageWriter(const Layout& layout, std::size_t page, Outlines& outlines,
               const PageOptions& options)
        : layout_(layout), page_(layout.pages[page]), outlines_(outlines), options_(options) {}

    std::string write() {
        for (const TurnedLine& line : page_.beneath) write_turned(line);
        beneath_.swap(lines_);
        for (const PlacedLine& line : page_.lines) write_line(line);
        for (const PlacedLine& line : page_.readings) write_line(line);
        out_ = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"";
        append_millimetres(out_, layout_.page_width);
        out_ += "\" height=\"";
        append_millimetres(out_, layout_.page_height);
        out_ += "\" viewBox=\"0 0 ";
        append_hundredths(out_, layout_.page_width);
        out_ += ' ';
        append_hundredths(out_, layout_.page_height);
        const bool links = options_.address && !page_.links.empty();
        out_ += links ? "\" role=\"graphics-document\" xml:lang=\"zh-CN\">\n"
                      : "\" role=\"img\" xml:lang=\"zh-CN\">\n";
        write_words();
        write_outlines();
        out_ += "<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n";
        out_ += beneath_;
        write_pictures();
        write_rules();
        write_dots();
        out_ += lines_;
        if (links) write_links();
        out_ += "</svg>\n";
        return std::move(out_);
    }

  private:
    void write_words() {
        out_ += "<title>";
        out_ +=
            core::escape_xml(options_.title.empty() ? title_of(layout_, page_) : options_.title);
        out_ += "</title>\n<desc>";
        out_ += core::escape_xml(words_of(layout_, page_));
        out_ += "</desc>\n";
    }

    // The outlines met while writing the lines, in order of face and glyph.
    void write_outlines() {
        std::sort(met_.begin(), met_.end());
        met_.erase(std::unique(met_.begin(), met_.end()), met_.end());
        out_ += "<defs>\n";
        for (const std::uint64_t key : met_) {
            const auto face = static_cast<FaceId>(key >> 32);
            const auto glyph = static_cast<std::uint32_t>(key);
            out_ += "<path id=\"";
            append_name(out_, face, glyph);
            out_ += "\" d=\"";
            out_ += outlines_.path(face, glyph);
            out_ += "\"/>\n";
        }
        out_ += "</defs>\n";
    }

    void append_rect(std::string& out, const Rect& rect) const {
        out += " x=\"";
        append_hundredths(out, rect.x);
        out += "\" y=\"";
        append_hundredths(out, rect.y);
        out += "\" width=\"";
        append_hundredths(out, rect.width);
        out += "\" height=\"";
        append_hundredths(out, rect.height);
        out += '"';
    }

    // A rectangle whose head is at its left.
    void append_turned(std::string& out, const Rect& rect) const {
        append_rect(out, {0, 0, rect.height, rect.width});
        out += " transform=\"matrix(0 -1 1 0 ";
        append_hundredths(out, rect.x);
        out += ' ';
        append_hundredths(out, rect.y + rect.height);
        out += ")\"";
    }

    void write_pictures() {
        for (const PlacedPicture& picture : page_.pictures) {
            out_ += "<image";
            if (picture.turned)
                append_turned(out_, picture.rect);
            else
                append_rect(out_, picture.rect);
            out_ += " preserveAspectRatio=\"none\" href=\"data:" + picture.media->type + ";base64,";
            out_ += core::base64(*picture.media->bytes);
            out_ += "\"/>\n";
        }
    }

    void write_rules() {
        for (const PlacedRule& rule : page_.rules) {
            out_ += "<rect";
            append_rect(out_, rule.rect);
            append_fill(out_, rule.color);
            out_ += "/>\n";
        }
    }

    void write_dots() {
        for (const PlacedDot& dot : page_.dots) {
            out_ += "<circle cx=\"";
            append_hundredths(out_, dot.centre.x);
            out_ += "\" cy=\"";
            append_hundredths(out_, dot.centre.y);
            out_ += "\" r=\"";
            append_hundredths(out_, dot.radius);
            out_ += '"';
            append_fill(out_, dot.color);
            out_ += "/>\n";
        }
    }

    // The group's own axes: x along the line, y downwards from its origin.
    void write_turned(const TurnedLine& turned) {
        lines_ += "<g transform=\"matrix(";
        for (const int part : {turned.cos, -turned.sin, turned.sin, turned.cos}) {
            append_thousandths(lines_, part);
            lines_ += ' ';
        }
        append_hundredths(lines_, turned.line.x);
        lines_ += ' ';
        append_hundredths(lines_, turned.line.y);
        lines_ += ")\">\n";
        PlacedLine line = turned.line;
        line.x = line.y = 0;
        write_line(line);
        lines_ += "</g>\n";
    }

    void write_line(const PlacedLine& line) {
        const std::uint32_t end = line.first + line.count;
        for (std::uint32_t i = line.first; i < end;) {
            std::uint32_t stop = i + 1;
            const PlacedGlyph& head = layout_.glyphs[i];
            while (stop < end && layout_.glyphs[stop].style == head.style &&
                   layout_.glyphs[stop].dy == head.dy)
                ++stop;
            write_run(line, i, stop);
            i = stop;
        }
    }

    // A run of one size and colour: a group whose unit is a thousandth of an em, y upwards.
    void write_run(const PlacedLine& line, std::uint32_t begin, std::uint32_t end) {
        const PlacedGlyph& head = layout_.glyphs[begin];
        const GlyphStyle& style = layout_.glyph_styles[head.style];
        const std::size_t before = lines_.size();
        const Length above = style.rise + head.dy;
        lines_ += line.turned ? "<g transform=\"matrix(0 -" : "<g transform=\"matrix(";
        append_scale(lines_, style.size);
        lines_ += line.turned ? " -" : " 0 0 -";
        append_scale(lines_, style.size);
        lines_ += line.turned ? " 0 " : " ";
        append_hundredths(lines_, line.x + (line.turned ? -above : head.x));
        lines_ += ' ';
        append_hundredths(lines_, line.y - (line.turned ? head.x : above));
        lines_ += ")\"";
        append_fill(lines_, style.color);
        if (style.bold) append_outline(lines_, style.color, kBoldOutline);
        lines_ += ">";
        const std::size_t empty = lines_.size();
        for (std::uint32_t i = begin; i < end; ++i)
            write_glyph(layout_.glyphs[i], head.x, style.size);
        if (lines_.size() == empty)
            lines_.resize(before);  // spaces only
        else
            lines_ += "</g>\n";
    }

    void write_glyph(const PlacedGlyph& glyph, Length from, Length size) {
        if (outlines_.path(glyph.face, glyph.glyph).empty()) return;
        met_.push_back(std::uint64_t{glyph.face} << 32 | glyph.glyph);
        lines_ += "<use href=\"#";
        append_name(lines_, glyph.face, glyph.glyph);
        const Extent x = rounded(Extent{glyph.x - from} * 1000, size);
        if (x != 0) lines_ += "\" x=\"" + std::to_string(x);
        lines_ += "\"/>";
    }

    void write_links() {
        for (const PlacedLink& link : page_.links) {
            out_ += "<a href=\"";
            out_ += core::escape_xml(options_.address(layout_.targets[link.target].page));
            out_ += "\"><title>";
            out_ += core::escape_xml(link.contents);
            out_ += "</title><rect";
            append_rect(out_, link.rect);
            out_ += " fill=\"#fff\" fill-opacity=\"0\"/></a>\n";
        }
    }

    const Layout& layout_;
    const Page& page_;
    Outlines& outlines_;
    const PageOptions& options_;
    std::string out_;
    std::string beneath_;
    std::string lines_;
    std::vector<std::uint64_t> met_;
};

}  // namespace

std::string write_page(const Layout& layout, std::size_t page, Outlines& outlines,
                       const PageOptions& options) {
    GONGBAO_CHECK(page < layout.pages.size());
    return PageWriter(layout, page, outlines, options).write();
}

}  // namespace gongbao::typeset::svg
