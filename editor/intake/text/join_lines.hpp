// SPDX-License-Identifier: Apache-2.0
// Finds where one paragraph stands on several lines of a text, and joins them.
//
//   page cut    a sentence breaks off, and the next line goes on with it
//   line width  the text is set in lines of one width (copied from a PDF, wrapped by a mail
//               program): a full line goes on. Most lines are full, or the full ones break off in
//               sentences that the lines below end
//
// A join is made only on evidence; a title's lines stay apart (recognition joins them as one
// title).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/report/diagnostic.hpp"

namespace gongbao::editor {

/// One line of a text file.
struct SourceLine {
    std::string text;          ///< white space regular, not empty
    int number = 0;            ///< from 1
    int indent = 0;            ///< hundredths of a Han character
    bool after_blank = false;  ///< a blank line or a page end stands before it
    bool after_page = false;   ///< a form feed stands before it
    int heading = 0;           ///< 1–6: a heading of Markdown
    int table = 0;             ///< from 1: a row of that table (tab_rows.hpp), never joined
    std::string source = {};   ///< the line as it stands in the file
};

/// The paragraphs of `lines`; each keeps number and indent of its first line.
/// Writes: a warning for each join, with the words on both sides, and for a line of the body that
/// breaks off where nothing tells whether the next one goes on.
std::vector<SourceLine> join_lines(std::vector<SourceLine> lines, core::Diagnostics& findings);

}  // namespace gongbao::editor
