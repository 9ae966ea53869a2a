// SPDX-License-Identifier: Apache-2.0
#include "typeset/flow/red_head.hpp"

#include <algorithm>

#include "core/document/document.hpp"
#include "core/text/text.hpp"
#include "typeset/flow/footnotes.hpp"
#include "typeset/flow/ink.hpp"
#include "typeset/flow/lines_to_boxes.hpp"

namespace gongbao::typeset {
namespace {

constexpr std::string_view kIssuer = "{issuer}";
constexpr std::string_view kWord = "文件";

// Lower edges of what is set so far.
struct Edge {
    Length ink = 0;
    Length box = 0;
};

bool is_plain(const core::Block& block) {
    return std::none_of(block.runs.begin(), block.runs.end(), [](const core::Inline& run) {
        return run.kind == core::Inline::Kind::Note || run.kind == core::Inline::Kind::Ruby;
    });
}

// The title when it is of the kind that is a mark, …令; null for any other.
const core::Block* title_as_mark(const core::Document& document) {
    for (const core::Block& block : document.preface) {
        if (block.role != core::Role::Title) continue;
        return is_plain(block) && core::ends_with(core::plain_text(block.runs), "令") ? &block
                                                                                      : nullptr;
    }
    return nullptr;
}

// A title that is the mark of 纪要 or 简报, ××会议纪要, with a number that names no authority below
// it (clause 10.3).
const core::Block* minutes_mark(const core::Document& document) {
    const core::Blocks& blocks = document.preface;
    for (std::size_t i = 0; i + 1 < blocks.size(); ++i) {
        if (blocks[i].role != core::Role::Title) continue;
        const std::string words = core::without_spaces(core::plain_text(blocks[i].runs));
        const bool mark = (core::ends_with(words, "纪要") || core::ends_with(words, "简报")) &&
                          words.find("关于") == std::string::npos;
        return mark && is_plain(blocks[i]) && blocks[i + 1].role == core::Role::Number ? &blocks[i]
                                                                                       : nullptr;
    }
    return nullptr;
}

// 望 江 省 文 件: white space that only spreads the letters goes, the mark is spread by its size.
std::string closed_up(std::string_view words) {
    for (std::size_t at = 0, single = 0; at < words.size();) {
        single = core::is_space(core::next_code_point(words, at)) ? 0 : single + 1;
        if (single > 1) return std::string(core::trim(words));
    }
    return core::without_spaces(words);
}

std::vector<std::string> lines_of(const core::Block& block) {
    std::vector<std::string> lines(1);
    for (const core::Inline& run : block.runs)
        if (run.kind == core::Inline::Kind::LineBreak)
            lines.emplace_back();
        else
            lines.back() += run.text;
    for (std::string& line : lines) line = closed_up(line);
    return lines;
}

// A mark of several lines: names one above the other, and the word to their right.
struct Stacked {
    std::vector<std::string> names;
    std::string word;
    std::size_t word_after = 0;  ///< names that come before it in the text
};

Stacked stacked(const std::vector<std::string>& lines) {
    Stacked mark;
    for (const std::string& line : lines) {
        if (line == kWord && !mark.names.empty()) {
            mark.word = line;
            mark.word_after = mark.names.size();
        } else {
            mark.names.push_back(line);
            std::string& name = mark.names.back();
            if (!mark.word.empty() || !core::ends_with(name, kWord) || name.size() == kWord.size())
                continue;
            // At the end of a name, the last or one halfway down.
            name = std::string(
                core::trim(std::string_view(name).substr(0, name.size() - kWord.size())));
            mark.word = kWord;
            mark.word_after = mark.names.size();
        }
    }
    if (mark.word_after == 0) mark.word_after = mark.names.size();
    return mark;
}

// Issuers that the document's own signature or title names: of others no mark is made.
bool names_issuers(const core::Document& document) {
    std::string said = core::without_spaces(document.meta.title);
    for (const auto* part : {&document.preface, &document.conclusions})
        for (const core::Block& block : *part)
            if (block.role == core::Role::Signature || block.role == core::Role::Title)
                said += core::without_spaces(core::plain_text(block.runs));
    const auto& issuers = document.meta.issuers;
    return !issuers.empty() &&
           std::all_of(issuers.begin(), issuers.end(), [&](const std::string& issuer) {
               return said.find(core::without_spaces(issuer)) != std::string::npos;
           });
}

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
        set_mark(head_.top - (head_.from_paper ? profile_.top : 0));
        if (letter) {
            set_rules();
            const Edge rules = edge_;
            set_corner(rules.box + head_.number_gap, false);
            const Edge corner = edge_;
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
    std::vector<HeadBlock> with_role(core::Role role) const {
        std::vector<HeadBlock> found;
        for (const HeadBlock& one : blocks_.blocks)
            if (one.block->role == role && one.block != blocks_.title) found.push_back(one);
        return found;
    }

    // One line, its ink at `top`.
    void put(std::string_view words, const TextStyle& style, Length x, Length top, NodeId node) {
        SetLine line = composer_.set_single(composer_.segmenter().of(words, style), "版头");
        const Ink ink = ink_of(line, composer_);
        const Length base = top + ink.top;
        edge_ = {base - ink.bottom, base - base_line(style) + style.size};
        box_.lines.push_back({x, base, std::move(line), node});
    }

    // 份号, 密级, 紧急程度 one below the other at the upper left; 密级 keeps the second line
    // (7.2.1–7.2.3).
    void set_corner(Length top, bool keeps_lines) {
        Length y = top;
        for (const core::Role role :
             {core::Role::CopyNumber, core::Role::Secrecy, core::Role::Urgency})
            for (const HeadBlock& one : with_role(role)) {
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
        auto lines =
            composer_.on_grid(false).set(composer_.segmenter().of(*one.block, style, notes), width,
                                         0, TextAlign::Left, one.block->id);
        for (SetLine& line : lines) {
            const Length base = top + base_line(style);
            edge_ = {base - ink_of(line, composer_).bottom, top + style.size};
            const Length x = line.offset;
            box_.lines.push_back({x, base, std::move(line), one.node});
            top += profile_.line_of(style);
        }
        return top;
    }

    // Agencies one above the other are spread to the same width.
    void spread_last(Length width) {
        SetLine& line = box_.lines.back().line;
        const auto gaps = static_cast<Extent>(line.glyphs.size()) - 1;
        if (gaps < 1 || line.width >= width) return;
        const Extent spare = width - line.width;
        for (Extent i = 1; i <= gaps; ++i)
            line.glyphs[static_cast<std::size_t>(i)].x += static_cast<Length>(spare * i / gaps);
        line.width = width;
    }

    void centre_last() {
        BoxLine& line = box_.lines.back();
        line.x = (width_ - line.line.width) / 2;
    }

    // The style of the mark, smaller where `characters` would not fit: never quite to the edges.
    TextStyle mark_style(std::size_t characters) const {
        TextStyle style = profile_.style(StyleName::RedHead);
        const auto count = std::max(Length{4}, static_cast<Length>(characters));
        style.size = std::min(style.size, width_ * 19 / 20 / count);
        return style;
    }

    void set_mark(Length top) {
        const std::vector<HeadBlock> own = with_role(core::Role::IssuerMark);
        for (const HeadBlock& one : own) {
            set_lines(lines_of(*one.block), top, one.node);
            top = edge_.box;
        }
        if (!own.empty()) return;
        if (blocks_.title == nullptr) return make_mark(top);
        for (const HeadBlock& one : blocks_.blocks)
            if (one.block == blocks_.title)
                set_lines({closed_up(core::plain_text(one.block->runs))}, top, one.node);
    }

    void make_mark(Length top) {
        const std::string& mark = profile_.words.mark;
        const bool asks_issuer = mark.find(kIssuer) != std::string::npos;
        if (asks_issuer && !names_issuers(document_)) return leave_room(top);
        std::vector<std::string> names = document_.meta.issuers;
        if (names.size() > 1 && (head_.issuers == RedHead::Issuers::First || !asks_issuer))
            names.resize(1);
        if (names.size() > 1) {
            const std::string word = mark.substr(mark.find(kIssuer) + kIssuer.size());
            const std::size_t count = names.size();
            stack_names({std::move(names), word, count}, top, kArtifact);
        } else {
            set_lines({core::replace_all(mark, kIssuer, names.empty() ? "" : names.front())}, top,
                      kArtifact);
        }
        if (asks_issuer)
            composer_.layout().findings.push_back(
                {core::Level::Hint,
                 core::excerpt(document_.meta.title, 16),
                 {"typeset.mark_made", {{"issuer", core::join(document_.meta.issuers, "、")}}},
                 {}});
    }

    void set_lines(const std::vector<std::string>& lines, Length top, NodeId node) {
        if (lines.size() > 1) return stack_names(stacked(lines), top, node);
        put(lines.front(), mark_style(core::length(lines.front())), 0, top, node);
        centre_last();
    }

    // Nobody is named: no mark, least of all 文件 alone, and all else where it would stand.
    void leave_room(Length top) {
        const Length foot = top + profile_.style(StyleName::RedHead).size;
        edge_ = {foot, foot};
    }

    // Several agencies stand one above the other, the word to their right, halfway down (7.2.4).
    void stack_names(const Stacked& mark, Length top, NodeId node) {
        std::size_t longest = 0;
        for (const std::string& name : mark.names) longest = std::max(longest, core::length(name));
        const TextStyle style = mark_style(longest + core::length(mark.word));
        const auto rows = static_cast<Length>(mark.names.size());
        const Length pitch = style.size * 13 / 10;
        const Length names = static_cast<Length>(longest) * style.size;
        const Length gap = mark.word.empty() ? 0 : style.size / 2;
        const Length word_width = static_cast<Length>(core::length(mark.word)) * style.size + gap;
        const Length left = std::max(Length{0}, (width_ - names - word_width) / 2);
        put(mark.names.front(), style, left, top, node);
        spread_last(names);
        const Length base = box_.lines.back().y;
        const auto put_at = [&](const std::string& words, Length x, Length y) {
            put(words, style, x, 0, node);
            edge_.ink += y - box_.lines.back().y;
            edge_.box += y - box_.lines.back().y;
            box_.lines.back().y = y;
        };
        for (Length row = 0; row < rows; ++row) {
            if (row > 0) {
                put_at(mark.names[static_cast<std::size_t>(row)], left, base + row * pitch);
                spread_last(names);
            }
            if (mark.word.empty() || static_cast<std::size_t>(row) + 1 != mark.word_after) continue;
            const Edge lowest = edge_;
            put_at(mark.word, left + names + gap, base + (rows - 1) * pitch / 2);
            edge_ = lowest;
        }
    }

    // The number; 签发人 at the right, and the number then at the left of the last of them
    // (7.2.5, 7.2.6).
    void set_numbers() {
        const std::vector<HeadBlock> numbers = with_role(core::Role::Number);
        const std::vector<HeadBlock> signers = with_role(core::Role::Signer);
        const Edge above = edge_;
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
        SetLine line = composer_.on_grid(false).set_single(segments, number.block->id);
        box_.notes = notes_of(line, notes, number.node, number.block->id, composer_);
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
    Edge edge_;
};

}  // namespace

bool HeadBlocks::has(const core::Block& block) const {
    return std::any_of(blocks.begin(), blocks.end(),
                       [&](const HeadBlock& one) { return one.block == &block; });
}

HeadBlocks head_blocks(const core::Document& document, const Profile& profile) {
    HeadBlocks head;
    if (profile.red_head.title == RedHead::Title::Mark) head.title = title_as_mark(document);
    if (head.title == nullptr) head.title = minutes_mark(document);
    bool numbered = false;
    for (const core::Block& block : document.preface) {
        const bool number = block.role == core::Role::Number && !numbered;
        numbered = numbered || number;
        if (number || &block == head.title || (core::is_of_head(block.role) && is_plain(block)))
            head.blocks.push_back({&block, kArtifact});
    }
    return head;
}

void add_red_head(const core::Document& document, const HeadBlocks& blocks, Composer& composer,
                  Stack& stack) {
    stack.boxes.push_back(HeadSetter(document, blocks, composer).set());
}

}  // namespace gongbao::typeset
