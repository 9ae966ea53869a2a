// SPDX-License-Identifier: Apache-2.0
#include "typeset/flow/red_head.hpp"

#include <algorithm>

#include "core/document/document.hpp"
#include "core/text/text.hpp"
#include "typeset/flow/footnotes.hpp"
#include "typeset/flow/head_mark.hpp"
#include "typeset/flow/ink.hpp"
#include "typeset/flow/lines_to_boxes.hpp"

namespace gongbao::typeset {
namespace {

class HeadSetter {
  public:
    HeadSetter(const core::Document& document, const HeadBlocks& blocks, Composer& composer)
        : document_(document),
          blocks_(blocks),
          composer_(composer),
          profile_(composer.profile()),
          head_(profile_.red_head),
          width_(profile_.text_width()) {}

    Box set() {
        const bool letter = head_.number == RedHead::Number::BelowRule;
        if (!letter) set_corner(0, true);
        edge_ = add_mark(document_, blocks_, head_.top - (head_.from_paper ? profile_.top : 0),
                         composer_, box_);
        if (letter) {
            set_rules();
            const HeadEdge rules = edge_;
            set_corner(rules.box + head_.number_gap, false);
            const HeadEdge corner = edge_;
            edge_ = rules;
            set_numbers();
            edge_ = {std::max(edge_.ink, corner.ink), std::max(edge_.box, corner.box)};
        } else {
            set_numbers();
            set_rules();
        }
        if (head_.foot > 0) add_foot_rules();
        box_.height = edge_.box + head_.text_gap;
        box_.lead = head_.text_gap;
        return std::move(box_);
    }

  private:
    // 份号, 密级, 紧急程度 one below the other at the upper left; 密级 keeps the second line
    // (7.2.1–7.2.3).
    void set_corner(Length top, bool keeps_lines) {
        Length y = top;
        for (const core::Role role :
             {core::Role::CopyNumber, core::Role::Secrecy, core::Role::Urgency})
            for (const HeadBlock& one : blocks_.with_role(role)) {
                if (keeps_lines && role == core::Role::Secrecy)
                    y = std::max(y, top + profile_.line);
                const StyleName name = role == core::Role::CopyNumber ? StyleName::Paragraph
                                                                      : StyleName::RedHeadSecrecy;
                y = put_block(one, profile_.style(name), width_, y);
            }
    }

    // The lines of a block at the left, the first's box at `top`; returns where the next line
    // begins.
    Length put_block(const HeadBlock& one, const TextStyle& style, Length width, Length top) {
        NoteTexts notes;
        auto lines = composer_.on_grid(false).set(
            composer_.segmenter().of(*one.block, style, notes), width, 0, TextAlign::Left,
            core::Place(core::PlaceKind::Block, one.block->id));
        for (SetLine& line : lines) {
            const Length base = top + base_line(style);
            edge_ = {base - ink_of(line, composer_).bottom, top + style.size};
            const Length x = line.offset;
            box_.lines.push_back({x, base, std::move(line), one.node});
            top += profile_.line_of(style);
        }
        return top;
    }

    // The number; 签发人 at the right, and the number then at the left of the last of them
    // (7.2.5, 7.2.6).
    void set_numbers() {
        const std::vector<HeadBlock> numbers = blocks_.with_role(core::Role::Number);
        const std::vector<HeadBlock> signers = blocks_.with_role(core::Role::Signer);
        const HeadEdge above = edge_;
        const std::size_t first = box_.lines.size();
        if (!numbers.empty()) set_number(numbers.front(), !signers.empty());
        if (signers.empty()) return;
        const bool beside = !numbers.empty() && head_.number == RedHead::Number::BelowMark;
        const Length taken = beside ? box_.lines.back().line.width : 0;
        const Length top =
            beside ? above.box + head_.number_gap
                   : edge_.box + (numbers.empty() ? head_.number_gap : profile_.line / 2);
        const Length last = set_signers(signers, taken, top);
        if (beside) box_.lines[first].y += last - top;
    }

    // Returns the upper edge of the last line.
    Length set_signers(const std::vector<HeadBlock>& signers, Length taken, Length top) {
        const TextStyle& style = profile_.style(StyleName::RedHeadSigner);
        const Length em = style.size;
        const Length room = std::max(10 * em, width_ - taken - 4 * em);
        Length last = top;
        for (const HeadBlock& one : signers) {
            const std::size_t first = box_.lines.size();
            const core::Block shown = with_label(*one.block);
            const Length next = put_block({&shown, one.node}, style, room, top);
            Length widest = 0;
            for (std::size_t i = first; i < box_.lines.size(); ++i)
                widest = std::max(widest, box_.lines[i].x + box_.lines[i].line.width);
            for (std::size_t i = first; i < box_.lines.size(); ++i)
                box_.lines[i].x += width_ - em - widest;
            last = next - profile_.line_of(style);
            top = next;
        }
        return last;
    }

    // 签发人： in the face of the text, the name in another: what stands before the colon as a
    // label.
    static core::Block with_label(core::Block block) {
        constexpr std::string_view kColon = "：";
        if (block.runs.empty() || !block.label.empty()) return block;
        std::string& words = block.runs.front().text;
        const std::size_t colon = words.find(kColon);
        if (colon == std::string::npos || colon + kColon.size() == words.size()) return block;
        block.label = words.substr(0, colon + kColon.size());
        words.erase(0, colon + kColon.size());
        return block;
    }

    void set_number(const HeadBlock& number, bool at_left) {
        const TextStyle& style = profile_.style(StyleName::RedHeadNumber);
        NoteTexts notes;
        auto segments = composer_.segmenter().of(*number.block, style, notes);
        std::vector<NodeId> spans;
        mark_notes(number.node, segments, notes, composer_.layout(), spans);
        SetLine line = composer_.on_grid(false).set_single(
            segments, core::Place(core::PlaceKind::Block, number.block->id));
        box_.notes = notes_of(line, notes, number.node,
                              core::Place(core::PlaceKind::Block, number.block->id), composer_);
        const Length top = edge_.box + head_.number_gap;
        const Length base = top + base_line(style);
        Length x = style.left;
        if (style.align == TextAlign::Center) x = at_left ? style.size : (width_ - line.width) / 2;
        if (style.align == TextAlign::Right) x = width_ - style.right - line.width;
        edge_ = {base - ink_of(line, composer_).bottom, top + style.size};
        box_.lines.push_back({x, base, std::move(line), number.node, std::move(spans)});
    }

    void set_rules() {
        if (head_.rule == 0) return;
        const Length end = add_double(edge_.ink + head_.rule_gap, head_.rule, head_.second_rule);
        edge_ = {end, end};
    }

    void add_foot_rules() {
        const Length both =
            head_.rule + (head_.second_rule > 0 ? head_.rule_space + head_.second_rule : 0);
        const Length y = profile_.height - head_.foot - both - profile_.top;
        if (head_.second_rule > 0)
            add_double(y, head_.second_rule, head_.rule);
        else
            add_double(y, head_.rule, 0);
    }

    // A rule at `y` and, if it has thickness, a second below. Returns the lower edge.
    Length add_double(Length y, Length first, Length second) {
        const Length length = head_.rule_length > 0 ? head_.rule_length : width_;
        const Length x = head_.rule_length > 0 ? (profile_.width - length) / 2 - profile_.inner : 0;
        box_.rules.push_back({{x, y, length, first}, head_.color});
        if (second == 0) return y + first;
        const Length below = y + first + head_.rule_space;
        box_.rules.push_back({{x, below, length, second}, head_.color});
        return below + second;
    }

    const core::Document& document_;
    const HeadBlocks& blocks_;
    Composer& composer_;
    const Profile& profile_;
    const RedHead& head_;
    Length width_;
    Box box_;
    HeadEdge edge_;
};

}  // namespace

void add_red_head(const core::Document& document, const HeadBlocks& blocks, Composer& composer,
                  Stack& stack) {
    stack.boxes.push_back(HeadSetter(document, blocks, composer).set());
}

}  // namespace gongbao::typeset
