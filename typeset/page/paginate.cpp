// SPDX-License-Identifier: Apache-2.0
#include "typeset/page/paginate.hpp"

#include <algorithm>
#include <utility>

#include "core/check.hpp"

namespace gongbao::typeset {
namespace {

constexpr Length kNoteRule = pt(0.4);
constexpr Length kFrameRule = pt(0.5);

Length notes_height(const Box& box) {
    Length height = 0;
    for (const Box& note : box.notes) height += note.height;
    return height;
}

class Paginator {
  public:
    Paginator(Stack stack, std::size_t items, Composer& composer)
        : stack_(std::move(stack)), layout_(composer.layout()), profile_(composer.profile()),
          items_(items) {}

    std::vector<ItemPages> run() {
        for (std::size_t begin = 0; begin < stack_.boxes.size();) {
            if (stack_.boxes[begin].heads_recto && layout_.pages.size() % 2 != 0) add_page();
            const std::size_t end = page_end(begin);
            place(begin, end);
            begin = end;
        }
        if (!layout_.pages.empty() && item_ >= 0)
            items_[static_cast<std::size_t>(item_)].last = last_page();
        return std::move(items_);
    }

  private:
    std::uint32_t last_page() const { return static_cast<std::uint32_t>(layout_.pages.size() - 1); }

    void add_page() {
        Page page;
        page.recto = layout_.pages.size() % 2 == 0;
        layout_.pages.push_back(std::move(page));
    }

    Length head_height(const Box& box) const {
        Length height = 0;
        if (box.table_head >= 0)
            for (const Box& head : stack_.table_heads[static_cast<std::size_t>(box.table_head)])
                height += head.height;
        return height;
    }

    // Where a box begins that could begin `used` below the head of the type area: lines of body text
    // on the next of the page's lines.
    Length top_of(const Box& box, Length used) const {
        if (!profile_.in_register || !box.on_line) return used;
        const Length line = profile_.line;
        return (used + line - 1) / line * line;
    }

    // The end of the page that begins at `begin`: the last legal place that still fits.
    std::size_t page_end(std::size_t begin) {
        const Length room = profile_.text_height();
        Length used = head_height(stack_.boxes[begin]);
        Length notes = 0;
        std::size_t legal = begin;
        std::size_t i = begin;
        for (; i < stack_.boxes.size(); ++i) {
            const Box& box = stack_.boxes[i];
            if (i > begin && (box.heads_page || box.heads_recto)) return i;
            if (i > begin && box.may_break_before) legal = i;
            if (i > begin) used = top_of(box, used + box.before);
            const Length own_notes = notes_height(box);
            const Length separator = notes + own_notes > 0 ? profile_.line : 0;
            if (used + box.height - box.lead + notes + own_notes + separator > room && i > begin) break;
            used += box.height;
            notes += own_notes;
        }
        if (i == stack_.boxes.size()) return i;
        return legal > begin ? legal : i;
    }

    void place(std::size_t begin, std::size_t end) {
        add_page();
        Page& page = layout_.pages.back();
        const Length x = text_left(profile_, page.recto);
        Length y = profile_.top;
        std::vector<Box> notes;
        place_table_head(stack_.boxes[begin], x, y, page);
        for (std::size_t i = begin; i < end; ++i) {
            Box& box = stack_.boxes[i];
            if (i > begin) y = profile_.top + top_of(box, y - profile_.top + box.before);
            note_arrival(box, y);
            close_frame(box, x, y, i == begin, i + 1 == end, page);
            for (Box& note : box.notes) notes.push_back(std::move(note));
            const Length height = box.height;
            if (box.at_foot) y = std::max(y, profile_.top + profile_.text_height() - height);
            place_box(box, x, y, layout_, page);
            page_of_last_box_ = last_page();
            y += height;
        }
        place_notes(notes, x, page);
    }

    void place_table_head(const Box& first, Length x, Length& y, Page& page) {
        if (first.table_head < 0) return;
        for (const Box& head : stack_.table_heads[static_cast<std::size_t>(first.table_head)]) {
            Box copy = head;
            place_box(copy, x, y, layout_, page);
            y += head.height;
        }
    }

    void note_arrival(const Box& box, Length y) {
        if (box.item >= 0) {
            if (item_ >= 0) items_[static_cast<std::size_t>(item_)].last = page_of_last_box_;
            item_ = box.item;
            items_[static_cast<std::size_t>(item_)].first = last_page();
        }
        if (box.bookmark >= 0) {
            layout_.bookmarks[static_cast<std::size_t>(box.bookmark)].target =
                static_cast<std::uint32_t>(layout_.targets.size());
            layout_.targets.push_back({last_page(), y});
        }
    }

    void close_frame(const Box& box, Length x, Length y, bool first, bool last, Page& page) {
        if (box.frame_width == 0) return;
        const Rect rule{x + box.frame_x, y, box.frame_width + kFrameRule, kFrameRule};
        if (first) page.rules.push_back({rule, Color::Black});
        if (last) page.rules.push_back({{rule.x, y + box.height - box.lead, rule.width, rule.height}, Color::Black});
    }

    void place_notes(std::vector<Box>& notes, Length x, Page& page) {
        if (notes.empty()) return;
        Length height = 0;
        for (const Box& note : notes) height += note.height;
        Length y = profile_.top + profile_.text_height() - height + notes.back().lead;
        page.rules.push_back({{x, y - profile_.line / 3, profile_.text_width() / 4, kNoteRule}, Color::Black});
        for (Box& note : notes) {
            const Length own = note.height;
            place_box(note, x, y, layout_, page);
            y += own;
        }
    }

    Stack stack_;
    Layout& layout_;
    const Profile& profile_;
    std::vector<ItemPages> items_;
    int item_ = -1;
    std::uint32_t page_of_last_box_ = 0;
};

}  // namespace

Length text_left(const Profile& profile, bool recto) {
    return recto || !profile.mirror ? profile.inner : profile.outer;
}

void place_box(Box& box, Length x, Length y, Layout& layout, Page& page) {
    for (BoxLine& line : box.lines) {
        const auto first = static_cast<std::uint32_t>(layout.glyphs.size());
        const auto count = static_cast<std::uint32_t>(line.line.glyphs.size());
        layout.glyphs.insert(layout.glyphs.end(), line.line.glyphs.begin(), line.line.glyphs.end());
        page.lines.push_back({x + line.x, y + line.y, first, count, line.node, line.line.width});
        std::vector<PlacedGlyph>().swap(line.line.glyphs);
    }
    for (const PlacedRule& rule : box.rules)
        page.rules.push_back({{x + rule.rect.x, y + rule.rect.y, rule.rect.width, rule.rect.height}, rule.color});
    for (const BoxPicture& picture : box.pictures)
        page.pictures.push_back({{x + picture.rect.x, y + picture.rect.y, picture.rect.width,
                                  picture.rect.height}, picture.media, picture.node});
}

std::vector<ItemPages> paginate(Stack stack, std::size_t items, Composer& composer) {
    return Paginator(std::move(stack), items, composer).run();
}

}  // namespace gongbao::typeset
