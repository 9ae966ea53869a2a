// SPDX-License-Identifier: Apache-2.0
#include "typeset/flow/head_mark.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "core/document/document.hpp"
#include "core/text/text.hpp"
#include "typeset/flow/ink.hpp"
#include "typeset/flow/lines_to_boxes.hpp"

namespace gongbao::typeset {
namespace {

constexpr std::string_view kIssuer = "{issuer}";
constexpr std::string_view kWord = "文件";

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

class MarkSetter {
  public:
    MarkSetter(const core::Document& document, const HeadBlocks& blocks, Composer& composer,
               Box& box)
        : document_(document),
          blocks_(blocks),
          composer_(composer),
          profile_(composer.profile()),
          width_(profile_.text_width()),
          box_(box) {}

    HeadEdge set(Length top) {
        set_mark(top);
        return edge_;
    }

  private:
    // One line, its ink at `top`.
    void put(std::string_view words, const TextStyle& style, Length x, Length top, NodeId node) {
        SetLine line = composer_.set_single(composer_.segmenter().of(words, style),
                                            core::Place(core::PlaceKind::Head));
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
        const std::vector<HeadBlock> own = blocks_.with_role(core::Role::IssuerMark);
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
        if (names.size() > 1 &&
            (profile_.red_head.issuers == RedHead::Issuers::First || !asks_issuer))
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
                 core::Place(core::PlaceKind::Title, core::excerpt(document_.meta.title, 16)),
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
            const HeadEdge lowest = edge_;
            put_at(mark.word, left + names + gap, base + (rows - 1) * pitch / 2);
            edge_ = lowest;
        }
    }

    const core::Document& document_;
    const HeadBlocks& blocks_;
    Composer& composer_;
    const Profile& profile_;
    Length width_;
    Box& box_;
    HeadEdge edge_;
};

}  // namespace

HeadEdge add_mark(const core::Document& document, const HeadBlocks& blocks, Length top,
                  Composer& composer, Box& box) {
    return MarkSetter(document, blocks, composer, box).set(top);
}

}  // namespace gongbao::typeset
