// SPDX-License-Identifier: Apache-2.0
// Finds where one paragraph stands on several lines of a text, and joins them.
//
//   page cut    a sentence breaks off, and the next line goes on with it
//   line width  the text is set in lines of one width (copied from a PDF): a full line goes on
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
};

/// The paragraphs of `lines`; each keeps number and indent of its first line.
/// Writes: a warning for each join, with the words on both sides.
std::vector<SourceLine> join_lines(std::vector<SourceLine> lines, core::Diagnostics& findings);

}  // namespace gongbao::editor
