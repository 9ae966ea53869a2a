// SPDX-License-Identifier: Apache-2.0
// What the name of a paragraph style says: Word's built-in styles by their names in the file
// (ECMA-376 part 1, 17.7.4.9: "heading 1", "Title", "toc 2") and as other programs and languages
// write them (Heading 1, 标题 1, 标题1, 目录 1), and the names that offices give their own
// (一级标题). Used by styles.
#pragma once

#include <string_view>

namespace gongbao::editor::docx {

struct StyleName {
    int heading = 0;        ///< 1–9: a heading of this level
    bool title = false;     ///< the title of the document
    bool contents = false;  ///< a line of a table of contents, or its heading
};

StyleName read_style_name(std::string_view name);

}  // namespace gongbao::editor::docx
