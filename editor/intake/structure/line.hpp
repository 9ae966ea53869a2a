// SPDX-License-Identifier: Apache-2.0
// A Line: one paragraph, table or figure of the manuscript while recognition decides what it is.
// The stages of recognition set `role` and `label_bytes`; assemble.hpp turns the lines into a
// Document.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/document/figure.hpp"
#include "core/document/role.hpp"
#include "core/document/table.hpp"
#include "editor/intake/raw/raw_document.hpp"

namespace gongbao::editor {

struct Line {
    enum class Kind { Text, Table, Figure };

    Kind kind = Kind::Text;
    core::Runs runs;
    core::Table table;
    core::Figure figure;
    core::Align align = core::Align::Natural;
    core::Place place;
    bool list_item = false;   ///< of a list with markers
    int own_level = 0;        ///< 1–9: a heading, says the manuscript
    bool is_heading = false;  ///< believed to be the heading that the manuscript says it is
    bool title_style = false;
    bool of_contents = false;  ///< printed contents: no other stage reads it
    std::string text;          ///< the words of `runs` on one line

    core::Role role = core::Role::Paragraph;
    std::size_t label_bytes = 0;  ///< bytes of `text` that are the block's label
    bool joins_previous = false;  ///< stands in one block with the line before it (title lines)

    bool is_text() const { return kind == Kind::Text; }
};
using Lines = std::vector<Line>;

/// Every block of `raw` that holds something, in order. A line break after which a date, a number
/// or an annex label begins ends the line.
Lines lines_of(const RawDocument& raw);

/// The lines of one paragraph, as above.
Lines lines_of(const RawParagraph& paragraph);

/// Cuts `lines[at]` in two after `bytes` of its text; white space at the cut goes.
void cut_line(Lines& lines, std::size_t at, std::size_t bytes);

/// A half-open range of lines.
struct Range {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool empty() const { return begin == end; }
};

}  // namespace gongbao::editor
