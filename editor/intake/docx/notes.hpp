// SPDX-License-Identifier: Apache-2.0
// Footnotes, endnotes and comments: parts with entries that the body points to by id.
// Called by read_docx to find them, by the walk through a paragraph to read one.
#pragma once

#include <string>

#include "core/document/inline.hpp"
#include "editor/intake/docx/reading.hpp"

namespace gongbao::editor::docx {

/// The entries of the part that `relationships` calls `type` ("footnotes", "endnotes", "comments");
/// none when there is no such part.
/// Throws: Error(Invalid) when the part is damaged.
NotePart open_notes(const Package& package, const Relationships& relationships, const char* type);

/// The words of a note on one level: its paragraphs with line breaks between them.
core::Runs read_note_text(Reading& reading, pugi::xml_node note, const core::Place& place);

}  // namespace gongbao::editor::docx
