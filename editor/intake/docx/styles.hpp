// SPDX-License-Identifier: Apache-2.0
// word/styles.xml: what a style says once everything it is based on is laid under it
// (ECMA-376 part 1, 17.7). A missing or circular base ends the chain. Called by the story, by the
// walk through a paragraph and by numbering.
#pragma once

#include <map>
#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "editor/intake/docx/properties.hpp"

namespace gongbao::editor::docx {

struct Style {
    /// What a built-in style, or one that is based on it, says of its paragraphs.
    enum class Use { Text, Title, Contents };
    std::string id;
    std::string name;  ///< "Normal", "heading 1", "标题 1"
    Use use = Use::Text;
    ParagraphProperties paragraph;
    RunProperties run;
    std::map<std::string, RunProperties, std::less<>>
        parts;  ///< of a table: firstRow, band1Horz … (17.7.6)
};

class Styles {
  public:
    Styles() = default;
    /// Requires: the w:styles element, or an empty node.
    explicit Styles(pugi::xml_node styles);

    /// The paragraph style of `id`; the default one when `id` is empty or unknown.
    const Style& paragraph(std::string_view id) const;
    /// What a character style says; nothing when unknown.
    const RunProperties& character(std::string_view id) const;
    /// A table style; the default one when `id` is empty or unknown, null when there is none.
    const Style* table(std::string_view id) const;
    /// The numbering that a numbering style stands for (17.9.27), "" when none.
    std::string numbering(std::string_view id) const;

    /// The formatting of a run in print: toggles of paragraph and character style cancel each
    /// other (17.7.3), direct formatting decides.
    RunProperties effective(const Style& style, const RunProperties& direct) const;

  private:
    RunProperties defaults_;
    std::map<std::string, Style, std::less<>> styles_;
    Style default_paragraph_;
    std::string default_table_;  // its id
    RunProperties nothing_;
};

}  // namespace gongbao::editor::docx
