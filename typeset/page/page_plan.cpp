// SPDX-License-Identifier: Apache-2.0
#include "typeset/page/page_plan.hpp"

#include <algorithm>

namespace gongbao::typeset {
namespace {

Length notes_height(const Box& box) {
    Length height = 0;
    for (const Box& note : box.notes) height += note.height;
    return height;
}

class Planner {
  public:
    Planner(const Stack& stack, std::size_t begin, const Profile& profile, Length carried)
        : stack_(stack),
          boxes_(stack.boxes),
          profile_(profile),
          begin_(begin),
          notes_(std::min(carried, std::max(0, profile.text_height() - 5 * profile.line))) {}

    PagePlan run() {
        std::size_t at = begin_;
        bool full = false;
        while (!full && at < boxes_.size() && (at == begin_ || !opens_page(boxes_[at])))
            at = boxes_[at].columns > 1 ? add_columns(at, full) : add_across(at, full);
        plan_.end = at;
        return std::move(plan_);
    }

  private:
    // What is left for boxes above notes of `notes` height altogether.
    Length room(Length notes) const {
        return profile_.text_height() - notes - (notes > 0 ? profile_.line : 0);
    }

    Length top_from(std::size_t at, Length used) const {
        return at == begin_ ? used : top_of(boxes_[at], used + boxes_[at].before, profile_);
    }

    // Whether box `at` fits with its last footnote begun: two lines of it and all of those before.
    bool begins_notes(std::size_t at, Length top) const {
        const std::vector<Box>& notes = boxes_[at].notes;
        if (notes.empty()) return false;
        const auto node_of = [](const Box& note) {
            return note.lines.empty() ? kArtifact : note.lines.front().node;
        };
        std::size_t last = notes.size() - 1;
        while (last > 0 && node_of(notes[last - 1]) == node_of(notes[last])) --last;
        Length least = notes_;
        for (std::size_t i = 0; i < std::min(last + 2, notes.size()); ++i) least += notes[i].height;
        return top + boxes_[at].height - boxes_[at].lead <= room(least);
    }

    bool may_end_after(std::size_t at) const {
        return at + 1 == boxes_.size() || boxes_[at + 1].may_break_before ||
               opens_page(boxes_[at + 1]);
    }

    // Boxes across the type area from `at` on. Returns where they end; `full`: the page ends there.
    std::size_t add_across(std::size_t at, bool& full) {
        if (at == begin_) used_ = head_height(stack_, boxes_[at]);
        const std::size_t first = at;
        std::size_t legal = first;
        Length used_at_legal = used_;
        bool notes_go_on = false;
        bool notes_begin = false;
        for (; at < boxes_.size() && boxes_[at].columns == 1; ++at) {
            const Box& box = boxes_[at];
            if (at > begin_ && opens_page(box)) break;
            if (at > begin_ && box.may_break_before) {
                legal = at;
                used_at_legal = used_;
            }
            const Length top = top_from(at, used_);
            const Length notes = notes_ + notes_height(box);
            if (top + box.height - box.lead > room(notes) && at > begin_) {
                full = true;
                notes_begin = begins_notes(at, top);
                notes_go_on = notes_begin && may_end_after(at);
                if (notes_go_on) used_ = top + boxes_[at++].height;
                break;
            }
            used_ = top + box.height;
            notes_ = notes;
        }
        if (full && !notes_go_on) {
            // No legal place in these boxes: before them, if the page holds anything; else where it
            // is full.
            const bool nothing_above = plan_.strips.empty();
            if (legal > first ||
                (legal == first && boxes_[first].may_break_before && !nothing_above)) {
                at = legal;
                used_ = used_at_legal;
            } else if (notes_begin) {
                // A heading is not left without the line whose note is longer than a page.
                used_ = top_from(at, used_) + boxes_[at].height;
                ++at;
            }
        }
        if (at > first) plan_.strips.push_back({first, {at}, 0});
        return at;
    }

    // The stretch of boxes in columns that begins at `at`.
    std::size_t add_columns(std::size_t at, bool& full) {
        std::size_t end = at + 1;
        while (end < boxes_.size() && boxes_[end].columns == boxes_[at].columns &&
               !opens_page(boxes_[end]))
            ++end;
        const Length top = top_from(at, used_);
        Strip strip{at, {}, 0};
        Length notes = 0;
        for (int attempt = 0; attempt < 8; ++attempt) {
            const Length height = room(notes_ + notes) - top;
            if (!balance(at, end, height, strip)) strip = fill(at, end, height);
            Length own = 0;
            for (std::size_t i = at; i < strip.end(); ++i) own += notes_height(boxes_[i]);
            if (own <= notes) break;
            notes = own;
        }
        full = strip.end() < end;
        if (full && !plan_.strips.empty() && room(notes_) - top < 3 * profile_.line)
            return step_back(at);
        notes_ += notes;
        used_ = top + strip.height;
        plan_.strips.push_back(strip);
        return strip.end();
    }

    // The page's last legal place before box `at`, for which there is no room; what was planned
    // behind that place is taken back.
    std::size_t step_back(std::size_t at) {
        std::size_t legal = at;
        while (legal > begin_ && !boxes_[legal].may_break_before) --legal;
        if (legal == begin_) return at;
        while (plan_.strips.back().begin >= legal) plan_.strips.pop_back();
        if (plan_.strips.back().end() > legal) plan_.strips.back().ends.back() = legal;
        return legal;
    }

    // Where a column of `height` ends that begins at `at`: at least one box further.
    std::size_t column_end(std::size_t at, std::size_t end, Length height, Length& used) const {
        used = head_height(stack_, boxes_[at]);
        Length used_at_legal = used;
        std::size_t legal = at;
        for (std::size_t i = at; i < end; ++i) {
            const Box& box = boxes_[i];
            if (i > at && box.may_break_before) {
                legal = i;
                used_at_legal = used;
            }
            const Length top = i == at ? used : top_of(box, used + box.before, profile_);
            if (i > at && top + box.height - box.lead > height) {
                if (legal == at) return i;
                used = used_at_legal;
                return legal;
            }
            used = top + box.height;
        }
        return end;
    }

    Strip fill(std::size_t at, std::size_t end, Length height) const {
        Strip strip{at, {}, 0};
        for (int column = 0; column < boxes_[at].columns; ++column) {
            Length used = 0;
            const std::size_t from = column == 0 ? at : strip.end();
            strip.ends.push_back(from == end ? end : column_end(from, end, height, used));
            strip.height = std::max(strip.height, used);
        }
        return strip;
    }

    // The shortest columns that hold all of [at, end), when they fit `height`.
    bool balance(std::size_t at, std::size_t end, Length height, Strip& strip) const {
        Extent total = 0;
        for (std::size_t i = at; i < end; ++i) total += boxes_[i].height + boxes_[i].before;
        const Length step = std::max<Length>(1, profile_.line / 2);
        for (Extent try_height = total / boxes_[at].columns / step * step;
             try_height < height + step; try_height += step) {
            strip = fill(at, end, static_cast<Length>(std::min<Extent>(try_height, height)));
            if (strip.end() == end) return true;
        }
        return false;
    }

    const Stack& stack_;
    const std::vector<Box>& boxes_;
    const Profile& profile_;
    std::size_t begin_;
    PagePlan plan_;
    Length used_ = 0;
    Length notes_;
};

}  // namespace

bool opens_page(const Box& box) {
    return box.heads_page || box.heads_recto;
}

PagePlan plan_page(const Stack& stack, std::size_t begin, const Profile& profile, Length carried) {
    return Planner(stack, begin, profile, carried).run();
}

Length head_height(const Stack& stack, const Box& box) {
    Length height = 0;
    if (box.table_head >= 0)
        for (const Box& head : stack.table_heads[static_cast<std::size_t>(box.table_head)])
            height += head.height;
    return height;
}

Length top_of(const Box& box, Length used, const Profile& profile) {
    if (!profile.in_register || !box.on_line) return used;
    const Length line = profile.line;
    return (used + line - 1) / line * line;
}

}  // namespace gongbao::typeset
