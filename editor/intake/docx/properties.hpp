// SPDX-License-Identifier: Apache-2.0
// The formatting that one w:rPr or w:pPr states (ECMA-376 part 1, 17.3.1 and 17.3.2), and how one
// statement lies over another. What is not stated stays open, so that styles can be inherited.
// Called by styles, numbering and the walk through the body.
#pragma once

#include <optional>
#include <pugixml.hpp>
#include <string>
#include <vector>

#include "core/document/table.hpp"
#include "editor/intake/docx/fonts.hpp"

namespace gongbao::editor::docx {

enum class VerticalPosition { Baseline, Superscript, Subscript };

struct RunProperties {
    std::optional<bool> bold;
    std::optional<bool> italic;
    std::optional<bool> hidden;
    std::optional<bool> struck;         ///< w:strike
    std::optional<bool> double_struck;  ///< w:dstrike
    std::optional<bool> caps;           ///< printed in capitals
    std::optional<bool> small_caps;
    std::optional<bool> underline;
    std::optional<bool> white;   ///< letters the colour of paper
    std::optional<bool> shaded;  ///< on a ground of its own
    std::optional<bool> emphasis;
    std::optional<VerticalPosition> vertical;
    std::optional<int> size;  ///< half points
    Fonts fonts;
    std::string style;  ///< id of a character style
};

/// Where a tab goes to, and what it draws on its way.
struct TabStop {
    enum class Leader { None, Rule, Dots };
    int position = 0;       ///< twentieths of a point from the left margin
    bool to_right = false;  ///< the words behind it end at the stop
    Leader leader = Leader::None;
    bool cleared = false;  ///< takes an inherited stop away
};

struct ParagraphProperties {
    std::optional<core::Align> align;
    std::optional<int> left;              ///< twentieths of a point
    std::optional<int> left_chars;        ///< hundredths of a character
    std::optional<int> first_line;        ///< twentieths of a point, negative when hanging
    std::optional<int> first_line_chars;  ///< hundredths of a character, negative when hanging
    std::optional<int> outline_level;     ///< 1–9, 0 for body text
    std::optional<bool> page_break_before;
    std::optional<bool> ruled;             ///< a rule below (w:pBdr)
    std::optional<bool> shaded;            ///< on a ground of its own (w:shd)
    std::vector<TabStop> tab_stops;        ///< by position
    std::optional<std::string> numbering;  ///< id of a w:num; "0" for none
    std::optional<int> numbering_level;    ///< 0–8
};

/// Of a w:tab or a w:ptab.
TabStop::Leader leader_of(pugi::xml_node tab);
RunProperties read_run_properties(pugi::xml_node properties);
ParagraphProperties read_paragraph_properties(pugi::xml_node properties);

/// What `over` states replaces what `under` states.
void lay_over(RunProperties& under, const RunProperties& over);
void lay_over(ParagraphProperties& under, const ParagraphProperties& over);

/// Where the first line starts, in hundredths of a character of `size` half points.
int first_line_indent(const ParagraphProperties& properties, int size);

/// A w:val that switches something on unless it says "0", "false", "off" or "none".
bool is_on(pugi::xml_node property);

}  // namespace gongbao::editor::docx
