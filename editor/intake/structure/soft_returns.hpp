// SPDX-License-Identifier: Apache-2.0
// Cuts a paragraph at those of its line breaks (Word's Shift+Enter, <br>) that part what are
// paragraphs of their own. A break inside a title, a caption or a sentence stays a break.
#pragma once

#include <vector>

#include "core/document/table.hpp"

namespace gongbao::editor {

struct CutParagraph {
    core::Runs runs;  ///< white space as it came, without breaks at the ends
    int indent = 0;   ///< of its opening white space, hundredths of a Han character
};

/// The paragraphs that `runs` hold; none for runs without words and blanks to write on. They end at
/// an empty line, at the end of a sentence, and before a line that opens with a label or is a date,
/// a number, addressees, an annex or an imprint. Lines that are centred end only before what is
/// certainly no title.
std::vector<CutParagraph> cut_at_breaks(core::Runs runs, core::Align align);

}  // namespace gongbao::editor
