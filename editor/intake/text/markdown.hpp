// SPDX-License-Identifier: Apache-2.0
// Signs of Markdown in plain text, which would be printed: "# " before a heading, pairs of **
// around words. Stars that stand for letters of a name or a number (张**, 3201**) are none. Used by
// read_text.
#pragma once

#include <string>
#include <string_view>

namespace gongbao::editor {

struct MarkdownSigns {
    std::size_t count = 0;
    std::string first;  ///< the words about the first of them
};

/// Adds the signs in `line` to `signs`; true when the first of all is among them.
bool count_markdown(std::string_view line, MarkdownSigns& signs);

}  // namespace gongbao::editor
