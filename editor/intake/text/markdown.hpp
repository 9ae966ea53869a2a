// SPDX-License-Identifier: Apache-2.0
// Signs of Markdown in plain text: "# " before a heading, which a file of Markdown means as such
// and elsewhere would be printed, pairs of ** around words. Stars that stand for letters of a name
// or a number (张**, 3201**) are none. Used by read_text.
#pragma once

#include <string>
#include <string_view>

namespace gongbao::editor {

/// 1–6 for "## 一、总则", else 0.
int markdown_heading(std::string_view line);
/// The words of such a line without its signs.
std::string_view without_heading_signs(std::string_view line);

struct MarkdownSigns {
    std::size_t count = 0;
    std::string first;  ///< the words about the first of them
};

/// Adds the signs in `line` to `signs`; true when the first of all is among them.
bool count_markdown(std::string_view line, MarkdownSigns& signs);

}  // namespace gongbao::editor
