// SPDX-License-Identifier: Apache-2.0
#include "typeset/page/paginate.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "typeset/page/join_rules.hpp"
#include "typeset/page/page_plan.hpp"
#include "typeset/page/page_reason.hpp"

namespace gongbao::typeset {
namespace {

constexpr Length kNoteRule = pt(0.4);

class Paginator {
  public:
    Paginator(Stack stack, std::size_t items, Composer& composer)
        : stack_(std::move(stack)),
          layout_(composer.layout()),
          profile_(composer.profile()),
          items_(items),
          explains_(composer.explains()) {}

    std::vector<ItemPages> run() {
        for (std::size_t begin = 0; begin < stack_.boxes.size() || !notes_.empty();) {
            if (!notes_.empty() &&
                (begin == stack_.boxes.size() || opens_page(stack_.boxes[begin]))) {
                place({});
                continue;
            }
            if (stack_.boxes[begin].heads_recto && layout_.pages.size() % 2 != 0) add_page();
            const PagePlan plan = plan_page(stack_, begin, profile_, height_of(notes_));
            place(plan);
            if (explains_) tell_end(plan.end);
            begin = plan.end;
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

    // The page's white space is known once it is placed.
    void tell_end(std::size_t next) {
        Page& page = layout_.pages.back();
        if (page.why == nullptr) page.why = std::make_shared<PageReason>();
        const Length room = profile_.text_height() - noted_ - (noted_ > 0 ? profile_.line : 0);
        page.why->end = explain_page_end(
            stack_.boxes, next, std::max(0, profile_.top + room - foot_), noted_, profile_);
    }

    void place(const PagePlan& plan) {
        add_page();
        Length y = profile_.top;
        bottom_ = profile_.top;
        page_of_last_box_ = last_page();
        for (const Strip& strip : plan.strips) {
            const bool opens = strip.begin == plan.strips.front().begin;
            if (strip.ends.size() == 1) {
                y = place_column(strip.begin, strip.end(), opens,
                                 text_left(profile_, layout_.pages.back().recto), y);
            } else {
                y = place_columns(strip, opens, y);
            }
        }
        foot_ = y;
        place_notes(text_left(profile_, layout_.pages.back().recto), layout_.pages.back());
        join_rules(layout_.pages.back().rules);
    }

    Length place_columns(const Strip& strip, bool opens, Length y) {
        const Box& first = stack_.boxes[strip.begin];
        const Length top =
            opens ? y : profile_.top + top_of(first, y - profile_.top + first.before, profile_);
        layout_.pages.back().strips.push_back({top, top + strip.height, first.columns});
        const Length step = profile_.column_width(first.columns) + profile_.column_gap;
        Length x = text_left(profile_, layout_.pages.back().recto);
        std::size_t from = strip.begin;
        for (const std::size_t to : strip.ends) {
            if (to > from) place_column(from, to, true, x, top);
            from = to;
            x += step;
        }
        return top + strip.height;
    }

    // The boxes [begin, end) one below the other from (x, y); `opens`: white space above the first
    // is dropped. Returns where the next begins.
    Length place_column(std::size_t begin, std::size_t end, bool opens, Length x, Length y) {
        Page& page = layout_.pages.back();
        if (opens) place_table_head(stack_.boxes[begin], x, y, page);
        for (std::size_t i = begin; i < end; ++i) {
            Box& box = stack_.boxes[i];
            if (i > begin || !opens)
                y = profile_.top + top_of(box, y - profile_.top + box.before, profile_);
            note_arrival(box, y);
            close_frame(box, x, y, i == begin, i + 1 == end, page);
            for (Box& note : box.notes) {
                if (note.mark >= 0) lead_to(note.mark, y);
                notes_.push_back(std::move(note));
            }
            const Length height = box.height;
            const Length lead = box.lead;
            if (box.at_foot) y = std::max(y, profile_.top + profile_.text_height() - height);
            place_box(box, x, y, layout_, page);
            bottom_ = std::max(bottom_, y + height - lead);
            y += height;
        }
        return y;
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
        for (const int anchor : box.anchors) lead_to(anchor, y);
    }

    void lead_to(int anchor, Length y) {
        layout_.anchors[static_cast<std::size_t>(anchor)].target =
            static_cast<std::uint32_t>(layout_.targets.size());
        layout_.targets.push_back({last_page(), y});
    }

    void close_frame(const Box& box, Length x, Length y, bool first, bool last, Page& page) {
        if (box.frame_width == 0) return;
        const Rect rule{x + box.frame_x, y, box.frame_width, box.frame_rule};
        if (first) page.rules.push_back({rule, Color::Black});
        if (last)
            page.rules.push_back(
                {{rule.x, y + box.height - box.lead - rule.height, rule.width, rule.height},
                 Color::Black});
    }

    static Length height_of(const std::vector<Box>& boxes) {
        Length height = 0;
        for (const Box& box : boxes) height += box.height;
        return height;
    }

    // How many of the notes' lines fit below the text: all, or up to a place where one may be
    // parted.
    std::size_t notes_that_fit() const {
        const Length foot = profile_.top + profile_.text_height();
        const Length room = foot - bottom_ - (bottom_ > profile_.top ? profile_.line : 0);
        std::size_t fit = 0;
        std::size_t legal = 0;
        Length height = 0;
        for (; fit < notes_.size(); ++fit) {
            if (fit > 0 && notes_[fit].may_break_before) legal = fit;
            height += notes_[fit].height;
            if (height - notes_[fit].lead > room) break;
        }
        if (fit == notes_.size()) return fit;
        return legal > 0 ? legal : std::max<std::size_t>(1, fit);
    }

    // The notes at the foot of the page; those without room stay for the next.
    void place_notes(Length x, Page& page) {
        noted_ = 0;
        if (notes_.empty()) return;
        const auto count = static_cast<std::ptrdiff_t>(notes_that_fit());
        std::vector<Box> later(std::make_move_iterator(notes_.begin() + count),
                               std::make_move_iterator(notes_.end()));
        notes_.resize(static_cast<std::size_t>(count));
        noted_ = height_of(notes_);
        Length y = profile_.top + profile_.text_height() - noted_ + notes_.back().lead;
        page.rules.push_back(
            {{x, y - profile_.line / 3, profile_.text_width() / 4, kNoteRule}, Color::Black});
        for (Box& note : notes_) {
            const Length own = note.height;
            for (const int anchor : note.anchors) lead_to(anchor, y);
            place_box(note, x, y, layout_, page);
            y += own;
        }
        notes_ = std::move(later);
    }

    Stack stack_;
    Layout& layout_;
    const Profile& profile_;
    std::vector<ItemPages> items_;
    std::vector<Box> notes_;  ///< of the page being placed, those carried to it first
    Length bottom_ = 0;       ///< of its text
    int item_ = -1;
    bool explains_;
    Length noted_ = 0;  ///< height of its notes
    Length foot_ = 0;   ///< where the boxes of the page being placed end
    std::uint32_t page_of_last_box_ = 0;
};

}  // namespace

Length text_left(const Profile& profile, bool recto) {
    return recto || !profile.mirror ? profile.inner : profile.outer;
}

ColumnPlace column_of(const PlacedLine& line, const Page& page, const Profile& profile) {
    const Length left = text_left(profile, page.recto);
    for (const ColumnStrip& strip : page.strips) {
        if (line.y <= strip.top || line.y > strip.bottom) continue;
        const Length width = profile.column_width(strip.columns);
        const int column =
            std::clamp((line.x - left) / (width + profile.column_gap), 0, strip.columns - 1);
        const Length x = left + column * (width + profile.column_gap);
        const bool last = column + 1 == strip.columns;
        return {column, strip.columns, x, last ? left + profile.text_width() - x : width};
    }
    return {0, 1, left, profile.text_width()};
}

namespace {

// Where a box stands on the page, and which way: `foot` is where the x of a turned one begins.
struct Spot {
    Length x = 0;
    Length y = 0;
    Length foot = 0;
    bool turned = false;

    Point of(Length right, Length down) const {
        return turned ? Point{x + down, foot - right} : Point{x + right, y + down};
    }
    Rect of(const Rect& rect) const {
        if (!turned) return {x + rect.x, y + rect.y, rect.width, rect.height};
        return {x + rect.y, foot - rect.x - rect.width, rect.height, rect.width};
    }
};

// A part of a line that belongs to a node of its own.
struct Part {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    NodeId node = kArtifact;
};

std::vector<Part> parts_of(const BoxLine& line) {
    std::vector<Part> parts;
    for (const SpanRun& run : line.line.spans)
        parts.push_back({run.first, run.first + run.count,
                         line.span_nodes[static_cast<std::size_t>(run.span)]});
    return parts;
}

// The readings of `line` above it, each in a Ruby of its own below the line's node; the glyphs they
// stand over become parts.
void place_readings(const BoxLine& line, const Spot& spot, Layout& layout, Page& page,
                    std::vector<Part>& parts) {
    for (const SetReading& reading : line.line.readings) {
        NodeId text = kArtifact;
        if (line.node != kArtifact) {
            const NodeId group = layout.add_node(Tag::Ruby, line.node);
            parts.push_back(
                {reading.first, reading.first + reading.count, layout.add_node(Tag::RB, group)});
            text = layout.add_node(Tag::RT, group);
        }
        const auto first = static_cast<std::uint32_t>(layout.glyphs.size());
        layout.glyphs.insert(layout.glyphs.end(), reading.glyphs.begin(), reading.glyphs.end());
        const Point origin =
            spot.of(line.x + line.line.glyphs[reading.first].x + reading.x, line.y - reading.rise);
        page.readings.push_back({origin.x, origin.y, first,
                                 static_cast<std::uint32_t>(reading.glyphs.size()), text,
                                 reading.width, false, spot.turned});
    }
    std::sort(parts.begin(), parts.end(),
              [](const Part& a, const Part& b) { return a.begin < b.begin; });
}

// Dots and rules below a line's characters, in their colour.
void place_marks(const BoxLine& line, const Spot& spot, const Layout& layout, Page& page) {
    const SetLine& set = line.line;
    if (set.dots.empty() && set.underlines.empty()) return;
    const auto color_of = [&](std::uint32_t glyph) {
        return layout.glyph_styles[set.glyphs[glyph].style].color;
    };
    for (const SetDot& dot : set.dots)
        page.dots.push_back({spot.of(line.x + set.glyphs[dot.glyph].x + dot.x, line.y + dot.y),
                             dot.radius, color_of(dot.glyph)});
    for (const Rect& rule : set.underlines)
        page.rules.push_back(
            {spot.of(Rect{line.x + rule.x, line.y + rule.y, rule.width, rule.height}),
             color_of(0)});
}

void place_line(const BoxLine& line, const Spot& spot, Layout& layout, Page& page) {
    const std::vector<PlacedGlyph>& glyphs = line.line.glyphs;
    std::vector<Part> parts = parts_of(line);
    if (!line.line.readings.empty()) place_readings(line, spot, layout, page, parts);
    place_marks(line, spot, layout, page);
    const auto base = static_cast<std::uint32_t>(layout.glyphs.size());
    const auto count = static_cast<std::uint32_t>(glyphs.size());
    layout.glyphs.insert(layout.glyphs.end(), glyphs.begin(), glyphs.end());
    // The line in pieces, where parts of it belong to nodes of their own.
    std::uint32_t at = 0;
    bool continues = false;
    const auto piece = [&](std::uint32_t end, NodeId node) {
        if (at == end && (continues || count > 0)) return;
        const Length from = continues ? glyphs[at].x : 0;
        const Length to = end < count ? glyphs[end].x : line.line.width;
        for (std::uint32_t i = base + at; i < base + end; ++i) layout.glyphs[i].x -= from;
        const Point origin = spot.of(line.x + from, line.y);
        page.lines.push_back(
            {origin.x, origin.y, base + at, end - at, node, to - from, continues, spot.turned});
        continues = true;
        at = end;
    };
    for (const Part& part : parts) {
        piece(part.begin, line.node);
        piece(part.end, part.node);
    }
    piece(count, line.node);
}

}  // namespace

void place_box(Box& box, Length x, Length y, Layout& layout, Page& page) {
    const Spot spot{x, y, y + box.height, box.turned};
    for (BoxLine& line : box.lines) {
        place_line(line, spot, layout, page);
        if (line.line.why != nullptr) {
            if (page.why == nullptr) page.why = std::make_shared<PageReason>();
            page.why->lines.push_back(line.line.why);
        }
        std::vector<PlacedGlyph>().swap(line.line.glyphs);
    }
    for (const PlacedRule& rule : box.rules) page.rules.push_back({spot.of(rule.rect), rule.color});
    for (const BoxPicture& picture : box.pictures)
        page.pictures.push_back({spot.of(picture.rect), picture.media, picture.node, box.turned});
}

std::vector<ItemPages> paginate(Stack stack, std::size_t items, Composer& composer) {
    return Paginator(std::move(stack), items, composer).run();
}

}  // namespace gongbao::typeset
