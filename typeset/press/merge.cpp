// SPDX-License-Identifier: Apache-2.0
#include "typeset/press/merge.hpp"

#include <iterator>
#include <utility>
#include <vector>

namespace gongbao::typeset {
namespace {

constexpr NodeId kOwnNodes = 2;  // artifact and Document are everybody's

// Where what `part` numbers for itself comes to stand in `layout`; made while its tables are added.
class Renumbering {
  public:
    Renumbering(Layout& layout, const Layout& part)
        : nodes_(static_cast<NodeId>(layout.nodes.size()) - kOwnNodes),
          texts_(static_cast<char32_t>(layout.texts.size())),
          targets_(static_cast<std::uint32_t>(layout.targets.size())),
          bookmarks_(static_cast<int>(layout.bookmarks.size())),
          anchors_(static_cast<int>(layout.anchors.size())) {
        for (const GlyphStyle& style : part.glyph_styles) {
            styles_.push_back(layout.style_index(style));
            same_styles_ = same_styles_ && styles_.back() + 1u == styles_.size();
        }
        for (NodeId id = kOwnNodes; id < part.nodes.size(); ++id) {
            layout.nodes.push_back(part.nodes[id]);
            layout.nodes.back().parent = node(layout.nodes.back().parent);
        }
        layout.texts.insert(layout.texts.end(), part.texts.begin(), part.texts.end());
        for (Bookmark bookmark : part.bookmarks) {
            bookmark.target = target(bookmark.target);
            layout.bookmarks.push_back(std::move(bookmark));
        }
        for (Anchor anchor : part.anchors) {
            anchor.target = target(anchor.target);
            layout.anchors.push_back(std::move(anchor));
        }
        for (CrossReference reference : part.references) {
            reference.node = node(reference.node);
            if (reference.anchor >= 0) reference.anchor = anchor(reference.anchor);
            layout.references.push_back(std::move(reference));
        }
        layout.findings.insert(layout.findings.end(), part.findings.begin(), part.findings.end());
    }

    NodeId nodes_moved() const { return nodes_; }
    NodeId node(NodeId id) const { return id < kOwnNodes ? id : id + nodes_; }
    std::uint32_t target(std::uint32_t id) const { return id == kNoTarget ? id : id + targets_; }
    int bookmark(int id) const { return id < 0 ? id : id + bookmarks_; }
    int anchor(int id) const { return id + anchors_; }

    void apply(PlacedGlyph* glyph, std::size_t count) const {
        if (same_styles_ && texts_ == 0) return;
        for (const PlacedGlyph* end = glyph + count; glyph != end; ++glyph) {
            glyph->style = styles_[glyph->style];
            if (glyph->text >= kTextPool) glyph->text += texts_;
        }
    }

    void apply(Box& box) const {
        box.bookmark = bookmark(box.bookmark);
        for (int& id : box.anchors) id = anchor(id);
        if (box.mark >= 0) box.mark = anchor(box.mark);
        for (BoxLine& line : box.lines) {
            line.node = node(line.node);
            for (NodeId& id : line.span_nodes) id = node(id);
            apply(line.line.glyphs.data(), line.line.glyphs.size());
            for (SetRuby& reading : line.line.readings)
                apply(reading.glyphs.data(), reading.glyphs.size());
        }
        for (BoxPicture& picture : box.pictures) picture.node = node(picture.node);
        for (Box& note : box.notes) apply(note);
    }

  private:
    NodeId nodes_;
    char32_t texts_;
    std::uint32_t targets_;
    int bookmarks_;
    int anchors_;
    std::vector<std::uint16_t> styles_;
    bool same_styles_ = true;
};

void move_sideways(Page& page, Length by) {
    for (PlacedLine& line : page.lines) line.x += by;
    for (PlacedLine& line : page.readings) line.x += by;
    for (PlacedDot& dot : page.dots) dot.centre.x += by;
    for (PlacedRule& rule : page.rules) rule.rect.x += by;
    for (PlacedPicture& picture : page.pictures) picture.rect.x += by;
    for (PlacedLink& link : page.links) link.rect.x += by;
}

}  // namespace

Added append(Layout& layout, const Layout& part, const Profile& profile) {
    const Renumbering renumber(layout, part);
    const std::size_t first = layout.pages.size();
    const auto glyphs = static_cast<std::uint32_t>(layout.glyphs.size());
    layout.glyphs.insert(layout.glyphs.end(), part.glyphs.begin(), part.glyphs.end());
    renumber.apply(layout.glyphs.data() + glyphs, part.glyphs.size());
    for (Target target : part.targets) {
        target.page += static_cast<std::uint32_t>(first);
        layout.targets.push_back(target);
    }
    for (const Page& made : part.pages) {
        Page page = made;
        page.recto = layout.pages.size() % 2 == 0;
        for (std::vector<PlacedLine>* lines : {&page.lines, &page.readings})
            for (PlacedLine& line : *lines) {
                line.first += glyphs;
                line.node = renumber.node(line.node);
            }
        for (PlacedPicture& picture : page.pictures) picture.node = renumber.node(picture.node);
        for (PlacedLink& link : page.links) {
            link.node = renumber.node(link.node);
            link.target = renumber.target(link.target);
        }
        if (page.recto != made.recto)
            move_sideways(page, profile.text_left(page.recto) - profile.text_left(made.recto));
        layout.pages.push_back(std::move(page));
    }
    return {first, renumber.nodes_moved()};
}

Added append(Layout& layout, Stack& stack, const Layout& part, Stack more) {
    const Renumbering renumber(layout, part);
    const auto heads = static_cast<int>(stack.table_heads.size());
    for (Box& box : more.boxes) {
        renumber.apply(box);
        if (box.table_head >= 0) box.table_head += heads;
        stack.boxes.push_back(std::move(box));
    }
    for (std::vector<Box>& head : more.table_heads) {
        for (Box& box : head) renumber.apply(box);
        stack.table_heads.push_back(std::move(head));
    }
    return {layout.pages.size(), renumber.nodes_moved()};
}

}  // namespace gongbao::typeset
