// SPDX-License-Identifier: Apache-2.0
#include "typeset/flow/closing.hpp"

#include <algorithm>
#include <utility>

#include "core/document/block.hpp"
#include "core/document/structure.hpp"
#include "core/text/text.hpp"
#include "typeset/flow/footnotes.hpp"
#include "typeset/flow/lines_to_boxes.hpp"
#include "typeset/flow/signature.hpp"

namespace gongbao::typeset {
namespace {

using core::Role;

// One block of the run, set.
struct Signed {
    enum class Kind { Agency, Person, Date };

    Kind kind = Kind::Agency;
    const TextStyle* style = nullptr;
    NodeId node = kArtifact;
    NoteTexts notes;
    std::vector<NodeId> spans;  ///< nodes of the notes' marks, and of post and name
    std::vector<SetLine> lines;
    SignerSpans parts;
    Signer signer;
    Length name_x = 0;
    Length width = 0;
};

class Closing {
  public:
    Closing(core::Place place, NodeId parent, Composer& composer, Stack& stack)
        : place_(std::move(place)),
          parent_(parent),
          composer_(composer),
          profile_(composer.profile()),
          stack_(stack),
          width_(composer.measure()) {}

    void add(const core::Block& block) {
        Signed one;
        one.node = composer_.layout().add_node(Tag::P, parent_);
        one.kind = block.role == Role::Date ? Signed::Kind::Date : Signed::Kind::Agency;
        set(block, core::signer_of(block) ? StyleName::Signer : style_of(one.kind), one);
        if (one.parts.both() && one.lines.size() == 1) {
            one.kind = Signed::Kind::Person;
            one.signer = signer_in(one.lines.front(), one.parts);
        }
        for (SetLine& line : one.lines) {
            if (one.kind == Signed::Kind::Agency) spread_agency(line, *one.style);
            if (one.kind == Signed::Kind::Person)
                one.name_x = spread_signer(line, one.signer, *one.style,
                                           profile_.signer_gap * one.style->size);
            one.width = std::max(one.width, line.width);
        }
        all_.push_back(std::move(one));
    }

    void finish() {
        measure();
        for (std::size_t i = 0; i < all_.size();) {
            std::size_t end = i + 1;
            while (end < all_.size() && all_[end].kind == all_[i].kind) ++end;
            switch (all_[i].kind) {
                case Signed::Kind::Agency: add_agencies(i, end); break;
                case Signed::Kind::Person: add_persons(i, end); break;
                case Signed::Kind::Date: add_dates(i, end); break;
            }
            i = end;
        }
    }

  private:
    static StyleName style_of(Signed::Kind kind) {
        return kind == Signed::Kind::Date ? StyleName::Date : StyleName::Signature;
    }

    bool stepped() const { return profile_.signature == SignatureForm::Stepped; }

    void set(const core::Block& block, StyleName name, Signed& one) {
        one.style = &profile_.style(name);
        auto segments = composer_.segmenter().of(block, *one.style, one.notes);
        one.parts = mark_signer(block, one.node, segments, composer_.layout(), one.spans);
        mark_notes(one.node, segments, one.notes, composer_.layout(), one.spans);
        one.lines = composer_.set(segments, width_, 0, TextAlign::Left,
                                  place_.with(core::PlaceKind::Block, block.id));
    }

    void measure() {
        for (const Signed& one : all_) {
            if (one.kind == Signed::Kind::Date) date_width_ = std::max(date_width_, one.width);
            if (one.kind == Signed::Kind::Agency)
                agency_width_ = std::max(agency_width_, one.width);
            has_agency_ = has_agency_ || one.kind == Signed::Kind::Agency;
        }
        const Length em = profile_.style(StyleName::Date).size;
        date_right_ = width_ - profile_.date_right * em;
        limit_ = width_ - profile_.signature_right * em;
        // Without a seal the date begins two characters right of the name; a date longer than the
        // name stands from the right instead, and the name left of it (7.3.5.2).
        step_ = 2 * em;
        agency_x_ = limit_ - agency_width_;
        if (date_width_ > agency_width_) agency_x_ = limit_ - date_width_ - step_;
    }

    Length inside(Length x, Length width) const {
        return std::clamp(x, Length{0}, std::max(Length{0}, limit_ - width));
    }

    // Over the date's middle; several in rows, the last above the date (7.3.5.1).
    void add_agencies(std::size_t first, std::size_t end) {
        const Length cell = agency_width_ + 2 * all_[first].style->size;
        const Length centre =
            (date_width_ == 0 ? limit_ - agency_width_ / 2 : date_right_ - date_width_ / 2);
        const Length last_x = inside(centre - agency_width_ / 2, agency_width_);
        std::size_t in_row = 1;
        if (!stepped())
            while (in_row < static_cast<std::size_t>(profile_.signatures_in_row) &&
                   in_row < end - first && last_x - static_cast<Length>(in_row) * cell >= 0)
                ++in_row;
        for (std::size_t i = first; i < end; i += in_row) {
            const std::size_t row_end = std::min(end, i + in_row);
            for (std::size_t j = i; j < row_end; ++j) {
                const Length shift = static_cast<Length>(row_end - 1 - j) * cell;
                for (SetLine& line : all_[j].lines)
                    line.offset = stepped()     ? std::max(Length{0}, agency_x_)
                                  : in_row == 1 ? inside(date_width_ == 0 ? date_right_ - line.width
                                                                          : centre - line.width / 2,
                                                         line.width)
                                                : last_x - shift + (agency_width_ - line.width) / 2;
                add_boxes(all_[j], j > i);
            }
        }
    }

    // Posts under posts, names under names (7.3.5.3).
    void add_persons(std::size_t first, std::size_t end) {
        Length name = 0;
        Length post = 0;
        for (std::size_t i = first; i < end; ++i) {
            post = std::max(post, all_[i].name_x);
            name = std::max(name, all_[i].width - all_[i].name_x);
        }
        const Length right = width_ - profile_.signer_right * all_[first].style->size;
        for (std::size_t i = first; i < end; ++i) {
            SetLine& line = all_[i].lines.front();
            move_from(line, all_[i].signer.name_begin, post - all_[i].name_x);
            line.offset = std::max(Length{0}, right - name - post);
            add_boxes(all_[i], false);
        }
    }

    void add_dates(std::size_t first, std::size_t end) {
        for (std::size_t i = first; i < end; ++i) {
            for (SetLine& line : all_[i].lines)
                line.offset = stepped() && has_agency_
                                  ? std::clamp(agency_x_ + step_, Length{0},
                                               std::max(Length{0}, width_ - line.width))
                                  : std::clamp(date_right_ - line.width, Length{0},
                                               std::max(Length{0}, width_ - line.width));
            add_boxes(all_[i], false);
        }
    }

    void add_boxes(Signed& one, bool beside) {
        std::vector<Box> boxes;
        add_lines(std::move(one.lines), *one.style, one.node, profile_, boxes, one.spans);
        add_notes(boxes, one.notes, one.node, place_, composer_);
        if (beside && boxes.size() == 1) {
            Box& row = stack_.boxes.back();
            for (BoxLine& line : boxes.front().lines) row.lines.push_back(std::move(line));
            row.rules.insert(row.rules.end(), boxes.front().rules.begin(),
                             boxes.front().rules.end());
            for (Box& note : boxes.front().notes) row.notes.push_back(std::move(note));
            return;
        }
        for (Box& box : boxes) {
            box.may_break_before = false;
            if (any_) box.before = 0;
            any_ = true;
            stack_.boxes.push_back(std::move(box));
        }
    }

    core::Place place_;
    NodeId parent_;
    Composer& composer_;
    const Profile& profile_;
    Stack& stack_;
    Length width_;
    std::vector<Signed> all_;
    Length date_width_ = 0;
    Length agency_width_ = 0;
    Length date_right_ = 0;
    Length limit_ = 0;
    Length step_ = 0;
    Length agency_x_ = 0;
    bool has_agency_ = false;
    bool any_ = false;
};

}  // namespace

std::size_t add_closing(const core::Blocks& blocks, std::size_t at, const std::string& title,
                        NodeId parent, Composer& composer, Stack& stack) {
    Closing closing(core::Place(core::PlaceKind::Title, core::excerpt(title, 16)), parent, composer,
                    stack);
    std::size_t end = at;
    for (; end < blocks.size() &&
           (blocks[end].role == Role::Signature || blocks[end].role == Role::Date);
         ++end)
        closing.add(blocks[end]);
    closing.finish();
    return end;
}

}  // namespace gongbao::typeset
