// SPDX-License-Identifier: Apache-2.0
// What a reader (docx, HTML, plain text) found in a manuscript, before anybody decided what it
// means: paragraphs and tables in order, with the hints of their layout. recognise.hpp turns it
// into a Document.
//
// Rule of every reader: each visible word of the manuscript stands in exactly one place here, in
// reading order, unchanged. White space may be normalised as docs/formats.md, "white space", says.
#pragma once

#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "core/document/figure.hpp"
#include "core/document/table.hpp"
#include "core/report/diagnostic.hpp"

namespace gongbao::editor {

struct RawParagraph {
    core::Runs runs;  ///< with the text of automatic numbering as the first run
    core::Align align = core::Align::Natural;
    std::string style;          ///< name of the paragraph style, "" when unknown
    int outline_level = 0;      ///< 1–9 when the manuscript says it is a heading
    bool title_style = false;   ///< the manuscript says it is the title
    bool of_contents = false;   ///< the manuscript says it is a line of a table of contents
    int first_line_indent = 0;  ///< hundredths of a character
    int size = 0;               ///< dominant type size in half points, 0 unknown
    bool page_break_before = false;
    bool list_item = false;  ///< an item of a list with a marker: never a signature
    core::Place place;       ///< a paragraph, or a line
};

struct RawTable {
    core::Table table;
    core::Place place;
};

struct RawFigure {
    core::Figure figure;
    core::Place place;
};

/// Words that the manuscript shows, or hides, beside its text. They are no part of the document;
/// only marks that forbid it to the public are looked for in them (structure/disclosure.hpp).
struct RawAside {
    enum class Kind {
        Sheet,     ///< header, footer, watermark
        Page,      ///< a web page around the text; hidden words
        Property,  ///< of the file: its title, category, keywords
    };
    std::string words;
    core::Place place;
    Kind kind = Kind::Sheet;
};

using RawBlock = std::variant<RawParagraph, RawTable, RawFigure>;

struct RawDocument {
    std::vector<RawBlock> blocks;
    /// Label and value of a page's metadata table (索引号, 发文字号, 成文日期 …), labels without
    /// white space and colon.
    std::vector<std::pair<std::string, std::string>> fields;
    std::vector<RawAside> asides;
    std::vector<core::Media> media;
    std::string source;  ///< file name or address
};

}  // namespace gongbao::editor
