// SPDX-License-Identifier: Apache-2.0
#include "typeset/flow/build_boxes.hpp"

#include <algorithm>
#include <span>

#include "core/document/document.hpp"
#include "core/document/structure.hpp"
#include "core/text/text.hpp"
#include "typeset/flow/block_nodes.hpp"
#include "typeset/flow/closing.hpp"
#include "typeset/flow/colophon.hpp"
#include "typeset/flow/keep_lines.hpp"
#include "typeset/flow/leader.hpp"
#include "typeset/flow/lines_to_boxes.hpp"
#include "typeset/flow/paragraph_styles.hpp"
#include "typeset/flow/picture.hpp"
#include "typeset/flow/red_head.hpp"
#include "typeset/flow/table.hpp"

namespace gongbao::typeset {
namespace {

using core::Block;
using core::Role;

bool is_index(const core::Document& document) {
    return std::any_of(document.body.begin(), document.body.end(), has_locator);
}

// In a section of several columns: titles, and tables and pictures with their captions.
bool stands_across(const core::Blocks& blocks, std::size_t at) {
    constexpr std::size_t kNarrowTable = 3;
    const Block& block = blocks[at];
    if (block.table)
        return !block.table->rows.empty() && block.table->rows.front().cells.size() > kNarrowTable;
    switch (block.role) {
        case Role::Title:
        case Role::Subtitle:
        case Role::Number:
        case Role::TitleNote:
        case Role::AnnexLabel:
        case Role::Figure: return true;
        case Role::Caption: return at + 1 < blocks.size() && stands_across(blocks, at + 1);
        default: return false;
    }
}

bool is_signing(const core::Blocks& blocks, std::size_t at) {
    return blocks[at].role == Role::Signature || blocks[at].role == Role::Date;
}

class Builder {
  public:
    Builder(const core::Document& document, const Setting& setting, NodeId parent,
            Composer& composer, Stack& stack)
        : document_(document),
          setting_(setting),
          references_(document, setting.together),
          composer_(composer),
          stack_(stack),
          sect_(composer.layout().add_node(Tag::Sect, parent)),
          nodes_(document, composer.layout(), sect_),
          styles_(composer_, is_index(document)),
          keeps_(composer.profile(), stack) {
        composer.layout().nodes[sect_].title = document.meta.title;
    }

    NodeId build() {
        const std::size_t first = stack_.boxes.size();
        colophon_ = colophon_blocks(document_, profile());
        if (profile().opening == Opening::RedHead) add_head();
        add(document_.preface, false);
        stack_.body = static_cast<NodeId>(composer_.layout().nodes.size());
        add(document_.body, false);
        add(document_.conclusions, false);
        for (const core::Annex& annex : document_.annexes) add_annex(annex);
        add_colophon(colophon_, sect_, composer_, stack_);
        if (stack_.boxes.size() == first) return sect_;
        Box& head = stack_.boxes[first];
        head.item = 0;
        start(head, profile().item_start, first == 0);
        return sect_;
    }

  private:
    const Profile& profile() const { return composer_.profile(); }

    void add_head() {
        head_ = head_blocks(document_, profile());
        for (HeadBlock& one : head_.blocks)
            one.node = one.block == head_.title ? nodes_.add(*one.block).paragraph
                                                : composer_.layout().add_node(Tag::P, sect_);
        add_red_head(document_, head_, composer_, stack_);
        if (head_.title != nullptr) nodes_.bookmark(*head_.title, stack_.boxes.back());
    }

    void start(Box& box, ItemStart how, bool very_first) {
        if (very_first || how == ItemStart::RunOn) {
            if (!very_first) box.before = std::max(box.before, 2 * profile().line);
            return;
        }
        box.heads_page = true;
        box.heads_recto = how == ItemStart::Recto;
    }

    void add_annex(const core::Annex& annex) {
        const std::size_t first = stack_.boxes.size();
        add(annex.blocks, true);
        if (stack_.boxes.size() == first) return;
        const bool attached = annex.kind == core::Annex::Kind::Attached;
        const ItemStart how = attached ? profile().attached_start : profile().annex_start;
        // Within a document an annex opens a page, never a right-hand one.
        start(stack_.boxes[first], how == ItemStart::Recto ? ItemStart::Page : how, false);
    }

    void add(const core::Blocks& blocks, bool in_annex) {
        for (std::size_t i = 0; i < blocks.size();) {
            const std::size_t first = stack_.boxes.size();
            const auto table = table_at(blocks, i);
            const std::size_t core = table ? table->end - table->notes.size() - 1 : i;
            const int columns = stands_across(blocks, core) ? 1 : setting_.columns;
            composer_ = composer_.in_columns(columns);
            if (is_signing(blocks, i))
                i = add_signature(blocks, i);
            else if (table)
                i = add_whole_table(*table, blocks);
            else if (blocks[i].figure)
                i = add_figure(blocks, i);
            else
                add(blocks[i++], in_annex);
            for (std::size_t k = first; k < stack_.boxes.size(); ++k)
                stack_.boxes[k].columns = columns;
            composer_ = composer_.in_columns(1);
        }
    }

    // Each of these returns the block after those it added.
    std::size_t add_signature(const core::Blocks& blocks, std::size_t i) {
        keeps_.before_closing();
        nodes_.close();
        i = add_closing(blocks, i, document_.meta.title, sect_, composer_, stack_);
        keeps_.after_closing(i < blocks.size() && blocks[i].role == Role::Note &&
                             profile().show_note);
        return i;
    }

    std::size_t add_whole_table(const TableParts& parts, const core::Blocks& blocks) {
        nodes_.close();
        const std::size_t first = stack_.boxes.size();
        const auto anchors =
            anchors_of(std::span(blocks).subspan(parts.begin, parts.end - parts.begin));
        add_table(parts, core::excerpt(document_.meta.title, 16), sect_, composer_, stack_);
        finish(first, anchors, *parts.table);
        return parts.end;
    }

    // A figure and the caption below it.
    std::size_t add_figure(const core::Blocks& blocks, std::size_t i) {
        nodes_.close();
        const bool has_caption = i + 1 < blocks.size() && blocks[i + 1].role == Role::Caption &&
                                 !table_at(blocks, i + 1);
        const std::size_t count = has_caption ? 2 : 1;
        const std::size_t first = stack_.boxes.size();
        const auto anchors = anchors_of(std::span(blocks).subspan(i, count));
        add_picture(blocks[i], has_caption ? &blocks[i + 1] : nullptr, document_, sect_, composer_,
                    stack_);
        finish(first, anchors, blocks[i]);
        return i + count;
    }

    void add(const Block& block, bool in_annex) {
        if (block.role == Role::Note && !profile().show_note) return;
        // The red head has already printed it, the 版记 will.
        if (head_.has(block) || colophon_.has(block)) return;
        const std::size_t first = stack_.boxes.size();
        const auto anchors = anchors_of(std::span(&block, 1));
        if (has_locator(block))
            add_index_entry(block);
        else
            add_text(block, in_annex);
        finish(first, anchors, block);
    }

    void add_index_entry(const Block& block) {
        add_entry_with_locator({block, profile().style(StyleName::IndexEntry), composer_.measure(),
                                nodes_.add_index_entry(), place_of(block)},
                               composer_, stack_);
    }

    void add_text(const Block& block, bool in_annex) {
        const TextStyle style = styles_.next(block, in_annex);
        const ItemNodes nodes = nodes_.add(block);
        const std::size_t first = stack_.boxes.size();
        // Type of another size fills no cells of the text's grid.
        Composer composer =
            composer_.on_grid(style.size == profile().style(StyleName::Paragraph).size);
        add_paragraph({block, style, composer.measure(), nodes.paragraph, place_of(block),
                       nodes.label, references_.in(block)},
                      composer, stack_.boxes);
        if (core::stands_as_heading(block) && stack_.boxes.size() > first)
            nodes_.bookmark(block, stack_.boxes[first]);
    }

    // Anchors for those of the blocks that a reference leads to.
    std::vector<int> anchors_of(std::span<const Block> blocks) {
        std::vector<int> anchors;
        for (const Block& block : blocks) {
            if (!references_.lead_to(block.id)) continue;
            anchors.push_back(static_cast<int>(composer_.layout().anchors.size()));
            composer_.layout().anchors.push_back({block.id, kNoTarget});
        }
        return anchors;
    }

    // The boxes from `first` on are those of `block`, and of what belongs to it.
    void finish(std::size_t first, const std::vector<int>& anchors, const Block& block) {
        if (stack_.boxes.size() > first)
            for (const int anchor : anchors) stack_.boxes[first].anchors.push_back(anchor);
        keeps_.add(first, block);
    }

    core::Place place_of(const Block& block) const {
        return core::Place(core::PlaceKind::Title, core::excerpt(document_.meta.title, 16))
            .with(core::PlaceKind::Block, block.id);
    }

    const core::Document& document_;
    const Setting& setting_;
    References references_;
    Composer composer_;
    Stack& stack_;
    NodeId sect_;
    BlockNodes nodes_;
    ParagraphStyles styles_;
    KeepLines keeps_;
    HeadBlocks head_;
    ColophonBlocks colophon_;
};

}  // namespace

NodeId build_boxes(const core::Document& document, const Setting& setting, NodeId parent,
                   Composer& composer, Stack& stack) {
    return Builder(document, setting, parent, composer, stack).build();
}

}  // namespace gongbao::typeset
