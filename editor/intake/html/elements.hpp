// SPDX-License-Identifier: Apache-2.0
// What an element of a page is to its reader: a block, a list, a heading, a blank to write on. Used
// by the walk through a page.
#pragma once

#include <gumbo.h>

#include "editor/intake/html/styles.hpp"

namespace gongbao::editor::html {

/// Does it begin and end a paragraph, by its name and its `display`?
bool is_block(const GumboNode& node, const Styles& styles);

bool is_list(GumboTag tag);

/// 1–9 for h1–h6 and role="heading" (WAI-ARIA 1.2, aria-level), 0 for anything else.
int heading_level(const GumboNode& node);

/// An empty element with a width and a rule below.
bool is_ruled_blank_element(const GumboNode& node, const Styles& styles);

}  // namespace gongbao::editor::html
