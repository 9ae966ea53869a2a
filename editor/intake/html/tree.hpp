// SPDX-License-Identifier: Apache-2.0
// Small questions to the nodes of a page's tree. Used by the HTML reader only.
#pragma once

#include <gumbo.h>

#include <string>
#include <string_view>
#include <vector>

namespace gongbao::editor::html {

/// An element, <template> included.
bool is_element(const GumboNode& node);
bool is_text(const GumboNode& node);
bool is_tag(const GumboNode& node, GumboTag tag);

/// None for texts and comments.
std::vector<const GumboNode*> children_of(const GumboNode& node);

/// In lower case, also where the parser does not know the element.
std::string name_of(const GumboElement& element);

/// The value of an attribute, or empty.
std::string_view attribute(const GumboElement& element, const char* name);
bool has_attribute(const GumboElement& element, const char* name);

/// Elements whose text is never words of the page: script, style, the title of the window.
bool holds_no_words(const GumboNode& node);

/// All words below `node`, whether shown or not, but for those of elements that hold none.
std::string words_below(const GumboNode& node);

}  // namespace gongbao::editor::html
