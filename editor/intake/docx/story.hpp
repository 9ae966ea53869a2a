// SPDX-License-Identifier: Apache-2.0
// A story: the blocks of a body, a table cell, a text box or a note, one after the other. The
// container goes in, raw paragraphs, tables and figures come out in reading order.
// Called by read_docx for the body, by tables for cells, by notes for notes.
#pragma once

#include <pugixml.hpp>
#include <string>
#include <vector>

#include "editor/intake/docx/changes.hpp"
#include "editor/intake/docx/fields.hpp"
#include "editor/intake/docx/inlines.hpp"
#include "editor/intake/docx/reading.hpp"

namespace gongbao::editor::docx {

class Story {
  public:
    /// `place` is the same for everything in a cell or note; "" counts paragraphs: 第1段, 第2段.
    Story(Reading& reading, pugi::xml_node container, core::Place place = {});

    /// The blocks with something to print. Once only: lists count on.
    std::vector<RawBlock> read();

  private:
    enum class Side { Before, After };
    struct Form {  // of one paragraph
        const Style* style = nullptr;
        ParagraphProperties direct;
        ParagraphProperties properties;  // with style and numbering laid under
        RunProperties mark;              // of the paragraph's end
    };

    void read_blocks(pugi::xml_node parent);
    void read_block(pugi::xml_node node);
    void read_paragraph(pugi::xml_node paragraph);
    void read_table(pugi::xml_node table);
    Form form_of(pugi::xml_node own) const;
    bool note_mark_changes(pugi::xml_node mark, Changes& changes) const;
    core::Runs label_runs(const Form& form, const core::Place& at, bool empty);
    void add_paragraph(const Form& form, ParagraphContent& content, const core::Place& at);
    void add_lines(RawParagraph paragraph, core::Runs runs);
    void add_anchored(ParagraphContent& content, const core::Place& at, Side side);
    void add_text_box(pugi::xml_node text_box, const core::Place& at);
    void add_ruled_line(const Form& form, ParagraphContent& content, const core::Place& at);
    bool keeps_empty_lines() const;
    void end_section(pugi::xml_node own);
    void put_carried();
    core::Place place() const;

    Reading& reading_;
    pugi::xml_node container_;
    core::Place fixed_place_;
    Fields fields_;
    std::vector<RawBlock> blocks_;
    core::Runs carried_;                 // words of paragraphs whose mark is deleted or hidden
    bool new_page_ = false;              // a page break waits for the next paragraph
    std::vector<std::string> sections_;  // how each section starts, in order
    std::size_t section_ = 0;
};

/// The paragraphs of blocks where no tables or figures can stand (cells, notes): tables give up
/// their cells' words in reading order, figures are reported as left out.
std::vector<core::Runs> flatten(const std::vector<RawBlock>& blocks, const Reading& reading,
                                const core::Place& place);

}  // namespace gongbao::editor::docx
