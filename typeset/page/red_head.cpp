// SPDX-License-Identifier: Apache-2.0
#include "typeset/page/red_head.hpp"

#include <algorithm>

#include "core/text.hpp"
#include "typeset/flow/ink.hpp"
#include "typeset/flow/footnotes.hpp"
#include "typeset/flow/lines_to_boxes.hpp"

namespace gongbao::typeset {
namespace {

constexpr std::string_view kIssuer = "{issuer}";

// Lower edges of what is set so far.
struct Edge {
    Length ink = 0;
    Length box = 0;
};

class HeadSetter {
  public:
    HeadSetter(const core::Document& document, const HeadBlocks& blocks, Composer& composer)
        : document_(document), blocks_(blocks), composer_(composer), profile_(composer.profile()),
          head_(profile_.red_head), width_(profile_.text_width()) {}

    Box set() {
        const Length top = head_.top - (head_.from_paper ? profile_.top : 0);
        set_mark(top);
        if (head_.number == RedHead::Number::BelowMark) {
            set_number();
            set_rules();
        } else {
            set_rules();
            set_number();
        }
        if (head_.foot > 0) add_foot_rules();
        box_.height = edge_.box + head_.text_gap;
        box_.lead = head_.text_gap;
        return std::move(box_);
    }

  private:
    // One line, its ink at `top` when given, else its box at the edge reached.
    void put(std::string_view words, const TextStyle& style, Length x, Length top, NodeId node) {
        SetLine line = composer_.set_single(composer_.segmenter().of(words, style), "版头");
        const Ink ink = ink_of(line, composer_);
        const Length base = top + ink.top;
        edge_ = {base - ink.bottom, base - base_line(style) + style.size};
        box_.lines.push_back({x, base, std::move(line), node});
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
        if (blocks_.title != nullptr) {
            const std::string words = core::plain_text(blocks_.title->runs);
            put(words, mark_style(core::length(words)), 0, top, blocks_.title_node);
            return centre_last();
        }
        const auto& issuers = document_.meta.issuers;
        if (issuers.size() > 1 && head_.issuers == RedHead::Issuers::All) return stack_issuers(top);
        const std::string& mark = profile_.words.mark;
        if (issuers.empty() && mark.find(kIssuer) != std::string::npos) return leave_room(top);
        const std::string words = core::replace_all(mark, kIssuer, issuers.empty() ? "" : issuers.front());
        put(words, mark_style(core::length(words)), 0, top, kArtifact);
        centre_last();
    }

    // Nobody is named: no mark, least of all 文件 alone, and all else where it would stand.
    void leave_room(Length top) {
        const Length foot = top + profile_.style(StyleName::RedHead).size;
        edge_ = {foot, foot};
    }

    // Several agencies stand one above the other, the word to their right, halfway down (7.2.4).
    void stack_issuers(Length top) {
        const auto& issuers = document_.meta.issuers;
        const std::string& mark = profile_.words.mark;
        const std::size_t at = mark.find(kIssuer);
        const std::string word = at == std::string::npos ? mark : mark.substr(at + kIssuer.size());
        std::size_t longest = 0;
        for (const std::string& issuer : issuers) longest = std::max(longest, core::length(issuer));
        const TextStyle style = mark_style(longest + core::length(word));
        const auto rows = static_cast<Length>(issuers.size());
        const Length pitch = style.size * 13 / 10;
        const Length names = static_cast<Length>(longest) * style.size;
        const Length word_width = static_cast<Length>(core::length(word)) * style.size + style.size / 2;
        const Length left = std::max(Length{0}, (width_ - names - word_width) / 2);
        put(issuers.front(), style, left, top, kArtifact);
        spread_last(names);
        const Length base = box_.lines.back().y;
        const auto put_at = [&](const std::string& words, Length x, Length y) {
            put(words, style, x, 0, kArtifact);
            edge_.ink += y - box_.lines.back().y;
            edge_.box += y - box_.lines.back().y;
            box_.lines.back().y = y;
        };
        if (!word.empty()) put_at(word, left + names + style.size / 2, base + (rows - 1) * pitch / 2);
        for (Length i = 1; i < rows; ++i) {
            put_at(issuers[static_cast<std::size_t>(i)], left, base + i * pitch);
            spread_last(names);
        }
    }

    void set_number() {
        if (blocks_.number == nullptr) return;
        const TextStyle& style = profile_.style(StyleName::RedHeadNumber);
        NoteTexts notes;
        auto segments = composer_.segmenter().of(*blocks_.number, style, notes);
        std::vector<NodeId> spans;
        mark_notes(blocks_.number_node, segments, notes, composer_.layout(), spans);
        composer_.set_on_grid(false);
        SetLine line = composer_.set_single(segments, blocks_.number->id);
        composer_.set_on_grid(true);
        box_.notes = notes_of(line, notes, blocks_.number_node, blocks_.number->id, composer_);
        const Length top = edge_.box + head_.number_gap;
        const Length base = top + base_line(style);
        Length x = style.left;
        if (style.align == TextAlign::Center) x = (width_ - line.width) / 2;
        if (style.align == TextAlign::Right) x = width_ - style.right - line.width;
        edge_ = {base - ink_of(line, composer_).bottom, top + style.size};
        box_.lines.push_back({x, base, std::move(line), blocks_.number_node, std::move(spans)});
    }

    void set_rules() {
        if (head_.rule == 0) return;
        const Length end = add_double(edge_.ink + head_.rule_gap, head_.rule, head_.second_rule);
        edge_ = {end, end};
    }

    void add_foot_rules() {
        const Length both = head_.rule + (head_.second_rule > 0 ? head_.rule_space + head_.second_rule : 0);
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

const core::Block* title_as_mark(const core::Document& document, const Profile& profile) {
    if (profile.red_head.title != RedHead::Title::Mark) return nullptr;
    for (const core::Block& block : document.preface) {
        if (block.role != core::Role::Title) continue;
        const bool plain = std::none_of(block.runs.begin(), block.runs.end(), [](const core::Inline& run) {
            return run.kind == core::Inline::Kind::Note || run.kind == core::Inline::Kind::Ruby;
        });
        return plain && core::ends_with(core::plain_text(block.runs), "令") ? &block : nullptr;
    }
    return nullptr;
}

void add_red_head(const core::Document& document, const HeadBlocks& blocks, Composer& composer,
                  Stack& stack) {
    stack.boxes.push_back(HeadSetter(document, blocks, composer).set());
}

}  // namespace gongbao::typeset
