// SPDX-License-Identifier: Apache-2.0
#include "typeset/page/paginate.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "typeset/page/join_rules.hpp"
#include "typeset/page/page_plan.hpp"
#include "typeset/page/page_reason.hpp"
#include "typeset/page/place_box.hpp"

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
                                 profile_.text_left(layout_.pages.back().recto), y);
            } else {
                y = place_columns(strip, opens, y);
            }
        }
        foot_ = y;
        place_notes(profile_.text_left(layout_.pages.back().recto), layout_.pages.back());
        join_rules(layout_.pages.back().rules);
    }

    Length place_columns(const Strip& strip, bool opens, Length y) {
        const Box& first = stack_.boxes[strip.begin];
        const Length top =
            opens ? y : profile_.top + top_of(first, y - profile_.top + first.before, profile_);
        layout_.pages.back().strips.push_back({top, top + strip.height, first.columns});
        const Length step = profile_.column_width(first.columns) + profile_.column_gap;
        Length x = profile_.text_left(layout_.pages.back().recto);
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

std::vector<ItemPages> paginate(Stack stack, std::size_t items, Composer& composer) {
    return Paginator(std::move(stack), items, composer).run();
}

}  // namespace gongbao::typeset
