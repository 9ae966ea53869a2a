// SPDX-License-Identifier: Apache-2.0
#include "typeset/page/colophon.hpp"

#include <algorithm>

#include "core/text.hpp"
#include "typeset/flow/lines_to_boxes.hpp"
#include "typeset/flow/signature.hpp"

namespace gongbao::typeset {
namespace {

using core::Block;

constexpr Length kLabel = 3;  // characters of 抄送：, below whose end further lines begin

bool is_copies(const std::string& words) {
    return words.starts_with("抄送：") || words.starts_with("分送：") || words.starts_with("主送：");
}

bool is_printed(const std::string& words) {
    return core::ends_with(words, "印发") && words.find("年") != std::string::npos && core::length(words) < 50;
}

// A footnote would want the place at the page's foot.
bool has_note(const Block& block) {
    return std::any_of(block.runs.begin(), block.runs.end(),
                       [](const core::Inline& run) { return run.kind == core::Inline::Kind::Note; });
}

class ColophonSetter {
  public:
    ColophonSetter(const core::Document& document, const ColophonBlocks& blocks, NodeId parent, Composer& composer)
        : document_(document), blocks_(blocks), parent_(parent), composer_(composer), profile_(composer.profile()),
          style_(profile_.style(StyleName::Colophon)), width_(profile_.text_width()),
          pitch_(profile_.line_of(style_)), ruled_(profile_.colophon.form == Colophon::Form::Ruled) {}

    Box set() {
        for (const Block* block : blocks_.copies) {
            add_rule();
            add_copies(*block);
        }
        if (blocks_.printed != nullptr) {
            add_rule();
            add_printed(*blocks_.printed);
        } else if (ruled_ && !document_.meta.issuers.empty() && document_.meta.written) {
            add_rule();
            make_printed();
        }
        if (any_) add_rule(true);
        box_.at_foot = true;
        box_.height = y_;
        return std::move(box_);
    }

    bool any() const { return any_; }

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
        box_.lines.push_back({x, y_ + (pitch_ - style_.size) / 2 + base_line(style_), std::move(line), node, {}});
    }

    void add_copies(const Block& block) {
        NoteTexts notes;
        const Length hang = kLabel * style_.size;
        auto lines = composer_.set(composer_.segmenter().of(block, style_, notes), width_ - 2 * style_.size - hang,
                                   -hang, TextAlign::Justify, block.id);
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
        SetLine line = composer_.set_single(composer_.segmenter().of(block, style_, notes), block.id);
        const auto date = std::find_if(line.glyphs.begin(), line.glyphs.end(), [](const PlacedGlyph& glyph) {
            return glyph.text >= U'0' && glyph.text <= U'9';
        });
        const Length room = width_ - 2 * style_.size - line.width;
        if (room > 0) move_from(line, static_cast<std::size_t>(date - line.glyphs.begin()), room);
        put(std::move(line), style_.size, composer_.layout().add_node(Tag::P, parent_));
        y_ += pitch_;
    }

    void make_printed() {
        const auto set = [&](const std::string& words) {
            return composer_.set_single(composer_.segmenter().of(words, style_), "版记");
        };
        put(set(document_.meta.issuers.front()), style_.size, kArtifact);
        SetLine date = set(core::replace_all(profile_.words.printed, "{date}", core::chinese(*document_.meta.written)));
        const Length x = width_ - style_.size - date.width;
        put(std::move(date), x, kArtifact);
        y_ += pitch_;
    }

    const core::Document& document_;
    const ColophonBlocks& blocks_;
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
    return &block == printed || std::find(copies.begin(), copies.end(), &block) != copies.end();
}

ColophonBlocks colophon_blocks(const core::Document& document, const Profile& profile) {
    ColophonBlocks found;
    if (profile.colophon.form == Colophon::Form::None) return found;
    const core::Blocks& last = document.annexes.empty() ? document.conclusions : document.annexes.back().blocks;
    for (auto block = last.rbegin(); block != last.rend(); ++block) {
        if (block->role != core::Role::Paragraph || block->table || block->figure || has_note(*block)) break;
        const std::string words = core::plain_text(block->runs);
        if (is_copies(words)) {
            found.copies.insert(found.copies.begin(), &*block);
        } else if (is_printed(words) && found.printed == nullptr && found.copies.empty()) {
            found.printed = &*block;
        } else {
            break;
        }
    }
    return found;
}

void add_colophon(const core::Document& document, const ColophonBlocks& blocks, NodeId parent,
                  Composer& composer, Stack& stack) {
    ColophonSetter setter(document, blocks, parent, composer);
    Box box = setter.set();
    if (setter.any()) stack.boxes.push_back(std::move(box));
}

}  // namespace gongbao::typeset
