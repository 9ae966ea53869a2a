// SPDX-License-Identifier: Apache-2.0
#include "typeset/flow/colophon.hpp"

#include <algorithm>

#include "core/document/document.hpp"
#include "core/text/text.hpp"
#include "typeset/flow/lines_to_boxes.hpp"
#include "typeset/flow/signature.hpp"

namespace gongbao::typeset {
namespace {

using core::Block;

constexpr Length kLabel = 3;  // characters of 抄送：, below whose end further lines begin

// A footnote would want the place at the page's foot.
bool has_note(const Block& block) {
    return std::any_of(block.runs.begin(), block.runs.end(), [](const core::Inline& run) {
        return run.kind == core::Inline::Kind::Note;
    });
}

std::vector<const Block*> last_imprint(const core::Blocks& blocks) {
    std::vector<const Block*> lines;
    for (auto block = blocks.rbegin(); block != blocks.rend() && core::is_of_imprint(block->role);
         ++block) {
        if (has_note(*block)) break;
        lines.insert(lines.begin(), &*block);
    }
    return lines;
}

// The 版记 of a text that is passed on with its own head: whoever signed it printed it, not the
// document's issuers.
bool is_of_annex(const std::vector<const Block*>& lines, const core::Annex& annex,
                 const core::Document& document) {
    std::string printed;
    for (const Block* line : lines)
        if (line->role == core::Role::Imprint)
            printed += core::without_spaces(core::plain_text(line->runs));
    const auto names = [&](const std::string& name) {
        return !name.empty() && printed.find(core::without_spaces(name)) != std::string::npos;
    };
    const bool numbered =
        std::any_of(annex.blocks.begin(), annex.blocks.end(),
                    [](const Block& block) { return block.role == core::Role::Number; });
    return numbered &&
           std::none_of(document.meta.issuers.begin(), document.meta.issuers.end(), names) &&
           std::any_of(annex.blocks.begin(), annex.blocks.end(), [&](const Block& block) {
               return block.role == core::Role::Signature && names(core::plain_text(block.runs));
           });
}

// The agency and its date on two lines of the manuscript stand on one.
core::Runs on_one_line(core::Runs runs) {
    for (core::Inline& run : runs)
        if (run.kind == core::Inline::Kind::LineBreak) run = core::text_run("\u3000", run.marks);
    return runs;
}

class ColophonSetter {
  public:
    ColophonSetter(NodeId parent, Composer& composer)
        : parent_(parent),
          composer_(composer),
          profile_(composer.profile()),
          style_(profile_.style(StyleName::Colophon)),
          width_(profile_.text_width()),
          pitch_(profile_.line_of(style_)),
          ruled_(profile_.colophon.form == Colophon::Form::Ruled) {}

    Box set(const ColophonBlocks& blocks) {
        for (const Block* block : blocks.lines) {
            add_rule();
            if (block->role == core::Role::CopyTo)
                add_lines(*block, kLabel * style_.size);
            else
                add_printed(*block);
        }
        add_rule(true);
        box_.at_foot = true;
        box_.height = y_;
        return std::move(box_);
    }

  private:
    // The first and the last rule are thick.
    void add_rule(bool last = false) {
        const Length thickness = any_ && !last ? profile_.colophon.thin : profile_.colophon.thick;
        any_ = true;
        if (!ruled_) return;
        box_.rules.push_back({{0, y_, width_, thickness}, Color::Black});
        y_ += thickness;
    }

    void put(SetLine line, Length x, NodeId node) {
        box_.lines.push_back(
            {x, y_ + (pitch_ - style_.size) / 2 + base_line(style_), std::move(line), node, {}});
    }

    void add_lines(const Block& block, Length hang) {
        NoteTexts notes;
        auto lines = composer_.set(composer_.segmenter().of(block, style_, notes),
                                   width_ - 2 * style_.size - hang, -hang, TextAlign::Justify,
                                   core::Place(core::PlaceKind::Block, block.id));
        const NodeId node = composer_.layout().add_node(Tag::P, parent_);
        for (SetLine& line : lines) {
            const Length x = style_.size + hang + line.offset;
            put(std::move(line), x, node);
            y_ += pitch_;
        }
    }

    // The agency one character from the left, the date one from the right.
    void add_printed(const Block& block) {
        NoteTexts notes;
        Block whole = block;
        whole.runs = on_one_line(block.runs);
        SetLine line = composer_.set_single(composer_.segmenter().of(whole, style_, notes),
                                            core::Place(core::PlaceKind::Block, block.id));
        const Length room = width_ - 2 * style_.size - line.width;
        if (room < 0) return add_lines(block, 0);
        move_from(line, date_begin(line), room);
        put(std::move(line), style_.size, composer_.layout().add_node(Tag::P, parent_));
        y_ += pitch_;
    }

    // The first figure, or in a line without any what stands behind its last gap:
    // 二〇二六年三月七日印发.
    static std::size_t date_begin(const SetLine& line) {
        std::size_t gap = line.glyphs.size();
        for (std::size_t i = 0; i < line.glyphs.size(); ++i) {
            if (line.glyphs[i].text >= U'0' && line.glyphs[i].text <= U'9') return i;
            if (i > 0 && core::is_space(line.glyphs[i - 1].text) &&
                !core::is_space(line.glyphs[i].text))
                gap = i;
        }
        return gap;
    }

    NodeId parent_;
    Composer& composer_;
    const Profile& profile_;
    const TextStyle& style_;
    Length width_;
    Length pitch_;
    bool ruled_;
    bool any_ = false;
    Length y_ = 0;
    Box box_;
};

}  // namespace

bool ColophonBlocks::has(const Block& block) const {
    return std::find(lines.begin(), lines.end(), &block) != lines.end();
}

ColophonBlocks colophon_blocks(const core::Document& document, const Profile& profile) {
    if (profile.colophon.form == Colophon::Form::None) return {};
    std::vector<const Block*> lines = last_imprint(document.conclusions);
    if (lines.empty() && !document.annexes.empty()) {
        const core::Annex& last = document.annexes.back();
        lines = last_imprint(last.blocks);
        if (is_of_annex(lines, last, document)) return {};
    }
    return {std::move(lines)};
}

void add_colophon(const ColophonBlocks& blocks, NodeId parent, Composer& composer, Stack& stack) {
    if (!blocks.lines.empty()) stack.boxes.push_back(ColophonSetter(parent, composer).set(blocks));
}

}  // namespace gongbao::typeset
