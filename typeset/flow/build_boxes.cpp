// SPDX-License-Identifier: Apache-2.0
#include "typeset/flow/build_boxes.hpp"

#include <algorithm>

#include "core/document/structure.hpp"
#include "core/text/text.hpp"
#include "typeset/flow/block_style.hpp"
#include "typeset/flow/closing.hpp"
#include "typeset/flow/leader.hpp"
#include "typeset/flow/lines_to_boxes.hpp"
#include "typeset/flow/open_lists.hpp"
#include "typeset/flow/picture.hpp"
#include "typeset/flow/table.hpp"
#include "typeset/page/colophon.hpp"
#include "typeset/page/red_head.hpp"

namespace gongbao::typeset {
namespace {

using core::Block;
using core::Role;

class Builder {
  public:
    Builder(const core::Document& document, const Setting& setting, NodeId parent,
            Composer& composer, Stack& stack)
        : document_(document),
          setting_(setting),
          levels_(document),
          references_(document, setting.numbers),
          composer_(composer),
          stack_(stack),
          sect_(composer.layout().add_node(Tag::Sect, parent)),
          lists_(composer.layout(), sect_) {
        composer.layout().nodes[sect_].title = document.meta.title;
    }

    void build() {
        const std::size_t first = stack_.boxes.size();
        is_index_ = std::any_of(document_.body.begin(), document_.body.end(), has_locator);
        colophon_ = colophon_blocks(document_, profile());
        if (profile().opening == Opening::RedHead) add_head();
        add(document_.preface, false);
        stack_.body = static_cast<NodeId>(composer_.layout().nodes.size());
        add(document_.body, false);
        add(document_.conclusions, false);
        for (const core::Annex& annex : document_.annexes) add_annex(annex);
        add_colophon(colophon_, sect_, composer_, stack_);
        if (stack_.boxes.size() == first) return;
        Box& head = stack_.boxes[first];
        head.item = 0;
        start(head, profile().item_start, first == 0);
    }

  private:
    const Profile& profile() const { return composer_.profile(); }

    void add_head() {
        head_ = head_blocks(document_, profile());
        for (HeadBlock& one : head_.blocks)
            one.node = composer_.layout().add_node(
                one.block == head_.title ? tag_of(*one.block) : Tag::P, sect_);
        add_red_head(document_, head_, composer_, stack_);
        if (head_.title != nullptr) bookmark(*head_.title, stack_.boxes.size() - 1);
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
            composer_.set_columns(columns);
            if (blocks[i].role == Role::Signature || blocks[i].role == Role::Date) {
                hold_above_closing();
                lists_.close();
                i = add_closing(blocks, i, document_.meta.title, sect_, composer_, stack_);
                // 附注 is not left alone on a page.
                const bool noted =
                    i < blocks.size() && blocks[i].role == Role::Note && profile().show_note;
                after_heading_ = noted ? 1 : 0;
            } else if (table) {
                lists_.close();
                add_whole_table(*table, blocks);
                i = table->end;
            } else if (blocks[i].figure) {
                lists_.close();
                i = add_figure(blocks, i);
            } else {
                add(blocks[i], in_annex);
                ++i;
            }
            for (std::size_t k = first; k < stack_.boxes.size(); ++k)
                stack_.boxes[k].columns = columns;
            composer_.set_columns(1);
        }
    }

    // In a section of several columns: titles, and tables and pictures with their captions.
    static bool stands_across(const core::Blocks& blocks, std::size_t at) {
        constexpr std::size_t kNarrowTable = 3;
        const Block& block = blocks[at];
        if (block.table)
            return !block.table->rows.empty() &&
                   block.table->rows.front().cells.size() > kNarrowTable;
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

    void add(const Block& block, bool in_annex) {
        if (block.role == Role::Note && !profile().show_note) return;
        // The red head has already printed it, the 版记 will.
        if (head_.has(block) || colophon_.has(block)) return;
        if (core::list_depth(block) == 0) lists_.close();
        const std::size_t first = stack_.boxes.size();
        if (references_.lead_to(block.id))
            composer_.layout().anchors.push_back({block.id, kNoTarget});
        if (has_locator(block))
            add_index_entry(block);
        else
            add_text(block, in_annex);
        if (references_.lead_to(block.id) && stack_.boxes.size() > first)
            stack_.boxes[first].anchors.push_back(
                static_cast<int>(composer_.layout().anchors.size()) - 1);
        if (!has_locator(block)) toc_ = kArtifact;
        hold_below_heading(first, block);
    }

    void add_whole_table(const TableParts& parts, const core::Blocks& blocks) {
        const std::size_t first = stack_.boxes.size();
        const auto anchors = anchors_of(blocks, parts.begin, parts.end);
        add_table(parts, core::excerpt(document_.meta.title, 16), sect_, composer_, stack_);
        finish(first, anchors, *parts.table);
    }

    // A figure and the caption below it. Returns the block after them.
    std::size_t add_figure(const core::Blocks& blocks, std::size_t i) {
        const bool has_caption = i + 1 < blocks.size() && blocks[i + 1].role == Role::Caption &&
                                 !table_at(blocks, i + 1);
        const std::size_t end = i + (has_caption ? 2 : 1);
        const std::size_t first = stack_.boxes.size();
        const auto anchors = anchors_of(blocks, i, end);
        add_picture(blocks[i], has_caption ? &blocks[i + 1] : nullptr, document_, sect_, composer_,
                    stack_);
        finish(first, anchors, blocks[i]);
        return end;
    }

    std::vector<int> anchors_of(const core::Blocks& blocks, std::size_t begin, std::size_t end) {
        std::vector<int> anchors;
        for (std::size_t i = begin; i < end; ++i) {
            if (!references_.lead_to(blocks[i].id)) continue;
            anchors.push_back(static_cast<int>(composer_.layout().anchors.size()));
            composer_.layout().anchors.push_back({blocks[i].id, kNoTarget});
        }
        return anchors;
    }

    void finish(std::size_t first, const std::vector<int>& anchors, const Block& block) {
        if (stack_.boxes.size() > first)
            for (const int anchor : anchors) stack_.boxes[first].anchors.push_back(anchor);
        toc_ = kArtifact;
        hold_below_heading(first, block);
    }

    void add_text(const Block& block, bool in_annex) {
        TextStyle style = profile().style(style_of(block, in_annex));
        const bool heading = core::stands_as_heading(block);
        if (core::is_level(block.role) && !is_index_) choose_level_faces(block, heading, style);
        if (heading) style.keep_next = true;
        const bool plain = block.role == Role::Paragraph || core::is_of_head(block.role);
        if (plain && block.align == core::Align::Center) {
            style.align = TextAlign::Center;
            style.indent = 0;
        } else if (plain && block.align == core::Align::Right) {
            style.align = TextAlign::Right;
            style.indent = 0;
        }
        join_white(block.role, style);
        if (block.role == Role::AnnexNote) hang_annex_note(block, style);
        if (block.role == Role::DatedEntry) hang_beside_date(block, style);
        if (block.role == Role::DatedOpening && groups_++ > 0)
            style.before = std::max(style.before, profile().line);
        const ItemNodes nodes = nodes_of(block);
        const std::string place = place_of(block);
        const std::size_t first = stack_.boxes.size();
        // Type of another size fills no cells of the text's grid.
        composer_.set_on_grid(style.size == profile().style(StyleName::Paragraph).size);
        add_paragraph(block, style, nodes.paragraph, place, references_.in(block), composer_,
                      stack_, nodes.label);
        composer_.set_on_grid(true);
        if (heading && stack_.boxes.size() > first) bookmark(block, first);
    }

    StyleName style_of(const Block& block, bool in_annex) const {
        if (is_index_ && block.role == Role::Heading1) return StyleName::IndexPart;
        if (is_index_ && block.role == Role::Heading2) return StyleName::IndexGroup;
        return style_for(block.role, in_annex);
    }

    // Entries that follow each other are one table of contents.
    void add_index_entry(const Block& block) {
        Layout& layout = composer_.layout();
        if (toc_ == kArtifact) toc_ = layout.add_node(Tag::TOC, sect_);
        const NodeId entry = layout.add_node(Tag::P, layout.add_node(Tag::TOCI, toc_));
        add_entry_with_locator(block, profile().style(StyleName::IndexEntry), composer_.measure(),
                               entry, place_of(block), composer_, stack_);
    }

    ItemNodes nodes_of(const Block& block) {
        if (core::list_depth(block) > 0) return lists_.add(block);
        return {composer_.layout().add_node(tag_of(block), sect_), kArtifact};
    }

    // 一、 standing alone is a heading; opening a paragraph, it has the heading's face with the
    // words it leads; without such words the paragraph is plain text (GB/T 9704-2012, 7.3.3).
    void choose_level_faces(const Block& block, bool heading, TextStyle& style) {
        const std::string face = style.lead_font.empty() ? style.font : style.lead_font;
        style.font = heading ? face : profile().style(StyleName::Paragraph).font;
        style.label_font = heading || core::leads(block) ? face : style.font;
        style.lead_font = face;
    }

    // 附件：1.甲 / 2.乙: the following names stand under the first, line by line (GB/T
    // 9704-2012, 7.3.4).
    static void hang_annex_note(const Block& block, TextStyle& style) {
        const std::string text = block.label + core::plain_text(block.runs);
        if (core::starts_with(text, "附件")) return;
        style.indent += 3 * style.size;
        style.before = 0;
    }

    // 第一编, 第一章 and 第一节 in a row: the white below one is also that above the next.
    void join_white(Role role, TextStyle& style) {
        const bool division = role == Role::Part || role == Role::Chapter || role == Role::Section;
        if (division) style.before -= std::min(style.before, white_below_);
        white_below_ = division ? style.after : 0;
    }

    // The lines of an entry stand beside its date, where that leaves them room.
    void hang_beside_date(const Block& block, TextStyle& style) {
        const Extent date =
            composer_.width_of(composer_.segmenter().of(core::dated_head(block), style));
        if (style.indent + date > composer_.measure() / 2) return;
        style.left += style.indent + static_cast<Length>(date);
        style.indent = -static_cast<Length>(date);
    }

    Tag tag_of(const Block& block) const {
        if (const int level = levels_.of(block); level > 0)
            return static_cast<Tag>(static_cast<int>(Tag::H1) + level - 1);
        return block.role == Role::Caption ? Tag::Caption : Tag::P;
    }

    void bookmark(const Block& block, std::size_t at) {
        const int level = levels_.of(block) - 1;
        stack_.boxes[at].bookmark = static_cast<int>(composer_.layout().bookmarks.size());
        std::string title = core::plain_text(block);
        composer_.layout().bookmarks.push_back({level, std::move(title), 0});
    }

    // A heading is followed on its page by at least two lines (CLREQ; reference 3.4), and so is a
    // line below a title. A long 题注 is text.
    void hold_below_heading(std::size_t first, const Block& block) {
        const bool one_line = stack_.boxes.size() == first + 1;
        const bool heading = core::stands_as_heading(block) ||
                             (one_line && !core::is_level(block.role) &&
                              profile().style(style_for(block.role, false)).keep_next);
        for (std::size_t i = first; i < stack_.boxes.size() && after_heading_ > 0; ++i) {
            stack_.boxes[i].may_break_before = false;
            --after_heading_;
        }
        if (stack_.boxes.size() == first) return;
        if (block.role != Role::Addressees && core::ends_with(core::plain_text(block.runs), "："))
            after_heading_ = 1;
        if (!heading) return;
        after_heading_ = 2;
        for (std::size_t i = first + 1; i < stack_.boxes.size(); ++i)
            stack_.boxes[i].may_break_before = false;
    }

    // Two lines of text at least go with a signature to its page (GB/T 9704-2012, 7.3.5).
    void hold_above_closing() {
        if (stack_.boxes.empty()) return;
        Box& last = stack_.boxes.back();
        if (last.item < 0 && !last.heads_page && !last.heads_recto) last.may_break_before = false;
    }

    std::string place_of(const Block& block) const {
        return core::excerpt(document_.meta.title, 16) + " " + block.id;
    }

    const core::Document& document_;
    const Setting& setting_;
    core::HeadingLevels levels_;
    References references_;
    Composer& composer_;
    Stack& stack_;
    NodeId sect_;
    OpenLists lists_;
    bool is_index_ = false;   ///< an annual index: its headings stand above entries with locators
    NodeId toc_ = kArtifact;  ///< of the index entries being set
    int after_heading_ = 0;
    Length white_below_ = 0;  ///< below the 编, 章 or 节 added last
    int groups_ = 0;          ///< 人事任免: decisions met so far
    HeadBlocks head_;
    ColophonBlocks colophon_;
};

}  // namespace

void build_boxes(const core::Document& document, const Setting& setting, NodeId parent,
                 Composer& composer, Stack& stack) {
    Builder(document, setting, parent, composer, stack).build();
}

}  // namespace gongbao::typeset
