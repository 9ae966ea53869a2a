// SPDX-License-Identifier: Apache-2.0
#include "typeset/pdf/page_content.hpp"

#include <initializer_list>

#include "typeset/pdf/content_state.hpp"
#include "typeset/pdf/operators.hpp"
#include "typeset/pdf/text_content.hpp"

namespace gongbao::typeset::pdf {
namespace {

class ContentWriter {
  public:
    ContentWriter(const Page& page, const TextSource& source)
        : page_(page), layout_(source.layout), text_(source, state_, content_.operators) {}

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
        state_.x = state_.y = 0;
        write_lines(page_.lines);
        write_lines(page_.readings);
        out() += "ET\n";
    }

    void write_lines(const std::vector<PlacedLine>& lines) {
        for (std::size_t i = 0; i < lines.size();) {
            std::size_t end = i;
            while (end < lines.size() && lines[end].node == lines[i].node) ++end;
            open(lines[i].node);
            for (; i < end; ++i) text_.write(lines[i]);
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
            state_.fill_with(rule.color, out());
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
            state_.fill_with(dot.color, out());
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
        const ContentState before = state_;
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
        state_.x = state_.y = 0;
        text_.write(line);
        out() += "ET\nQ\n";
        close();
        state_ = before;  // Q takes back what was set since q
    }

    const Page& page_;
    const Layout& layout_;
    PageContent content_;
    ContentState state_;
    TextContent text_;
};

}  // namespace

PageContent write_content(const Page& page, const Layout& layout, const FontSet& fonts,
                          const Languages& languages) {
    return ContentWriter(page, {layout, fonts, languages}).write();
}

}  // namespace gongbao::typeset::pdf
