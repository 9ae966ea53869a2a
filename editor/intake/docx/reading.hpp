// SPDX-License-Identifier: Apache-2.0
// What one docx holds while it is read: its parts, the counters that run through it, and the
// findings. One per call of read_docx; every reader of a piece gets it by reference.
#pragma once

#include <map>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "core/report/diagnostic.hpp"
#include "editor/intake/docx/field_numbers.hpp"
#include "editor/intake/docx/fonts.hpp"
#include "editor/intake/docx/ledger.hpp"
#include "editor/intake/docx/numbering.hpp"
#include "editor/intake/docx/package.hpp"
#include "editor/intake/docx/relationships.hpp"
#include "editor/intake/docx/styles.hpp"
#include "editor/intake/raw/raw_document.hpp"

namespace gongbao::editor::docx {

/// Footnotes, endnotes or comments: a part and its entries by id. An entry is read once; what was
/// read leaves an empty node behind.
struct NotePart {
    pugi::xml_document tree;
    std::map<std::string, pugi::xml_node, std::less<>> by_id;
    std::string name;
};

struct Reading {
    const Package& package;
    core::Diagnostics& findings;
    Relationships relationships;  ///< of the main part
    Styles styles;
    Numbering numbering;
    NotePart footnotes;
    NotePart endnotes;
    NotePart comments;
    std::vector<core::Media> media;               ///< of the figures so far
    std::map<std::string, core::Media> pictures;  ///< opened so far, by part
    ThemeFonts theme{};            ///< fonts that styles name by their part in the theme
    FieldNumbers field_numbers{};  ///< of AUTONUM and LISTNUM so far
    Ledger ledger{};               ///< what was read
    int paragraphs = 0;            ///< printed so far, outside of tables and notes
    std::size_t invisible = 0;     ///< characters without width that were left out
    int soft_returns = 0;          ///< line breaks that stood for the end of a paragraph
    int tables = 0;                ///< outermost tables so far
    int notes = 0;                 ///< footnotes and endnotes so far

    /// Adds a finding of id "docx.<id>".
    void report(core::Level level, const core::Place& place, const std::string& id,
                std::map<std::string, std::string> args = {}, std::string_view words = {}) const;
};

}  // namespace gongbao::editor::docx
