// SPDX-License-Identifier: Apache-2.0
#include "typeset/flow/turned_pages.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace gongbao::typeset {
namespace {

Length height_of(const std::vector<Box>& boxes) {
    Length height = 0;
    for (const Box& box : boxes) height += box.height;
    return height;
}

class Turner {
  public:
    Turner(std::vector<Box> boxes, const std::vector<Box>& head, const Profile& profile)
        : boxes_(std::move(boxes)), head_(head), profile_(profile), room_(profile.text_width()) {}

    std::vector<Box> run() {
        std::vector<Box> pages;
        for (std::size_t begin = 0; begin < boxes_.size();) {
            const std::size_t end = page_end(begin);
            pages.push_back(page_of(begin, end));
            begin = end;
        }
        return pages;
    }

  private:
    bool has_head(std::size_t begin) const { return boxes_[begin].table_head >= 0; }

    // As on upright pages: the last legal place that still fits.
    std::size_t page_end(std::size_t begin) const {
        Length used = has_head(begin) ? height_of(head_) : 0;
        Length notes = 0;
        std::size_t legal = begin;
        for (std::size_t i = begin; i < boxes_.size(); ++i) {
            const Box& box = boxes_[i];
            if (i > begin && box.may_break_before) legal = i;
            if (i > begin) used += box.before;
            notes += height_of(box.notes);
            const Length foot = notes > 0 ? notes + profile_.line : 0;
            if (i > begin && used + box.height - box.lead + foot > room_)
                return legal > begin ? legal : i;
            used += box.height;
        }
        return boxes_.size();
    }

    Box page_of(std::size_t begin, std::size_t end) {
        Box page;
        page.height = profile_.text_height();
        page.turned = true;
        page.heads_page = true;
        Length y = 0;
        if (has_head(begin))
            for (const Box& again : head_) put(Box(again), y, page);
        std::vector<Box> notes;
        for (std::size_t i = begin; i < end; ++i) {
            Box& box = boxes_[i];
            if (i > begin) y += box.before;
            frame(box, y, i == begin, i + 1 == end, page);
            for (Box& note : box.notes) {
                if (note.mark >= 0) page.anchors.push_back(note.mark);
                notes.push_back(std::move(note));
            }
            put(std::move(box), y, page);
        }
        put_notes(std::move(notes), page);
        return page;
    }

    static void frame(const Box& box, Length y, bool first, bool last, Box& page) {
        if (box.frame_width == 0) return;
        const Length foot = y + box.height - box.lead - box.frame_rule;
        if (first)
            page.rules.push_back({{box.frame_x, y, box.frame_width, box.frame_rule}, Color::Black});
        if (last)
            page.rules.push_back(
                {{box.frame_x, foot, box.frame_width, box.frame_rule}, Color::Black});
    }

    static void put(Box box, Length& y, Box& page) {
        for (BoxLine& line : box.lines) {
            line.y += y;
            page.lines.push_back(std::move(line));
        }
        for (PlacedRule rule : box.rules) {
            rule.rect.y += y;
            page.rules.push_back(rule);
        }
        for (BoxPicture picture : box.pictures) {
            picture.rect.y += y;
            page.pictures.push_back(picture);
        }
        page.anchors.insert(page.anchors.end(), box.anchors.begin(), box.anchors.end());
        y += box.height;
    }

    void put_notes(std::vector<Box> notes, Box& page) const {
        if (notes.empty()) return;
        Length y = room_ - height_of(notes) + notes.back().lead;
        page.rules.push_back(
            {{0, y - profile_.line / 3, profile_.text_height() / 4, pt(0.4)}, Color::Black});
        for (Box& note : notes) put(std::move(note), y, page);
    }

    std::vector<Box> boxes_;
    const std::vector<Box>& head_;
    const Profile& profile_;
    Length room_;
};

}  // namespace

std::vector<Box> turn_pages(std::vector<Box> boxes, const std::vector<Box>& head,
                            const Profile& profile) {
    return Turner(std::move(boxes), head, profile).run();
}

}  // namespace gongbao::typeset
