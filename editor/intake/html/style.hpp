// SPDX-License-Identifier: Apache-2.0
// What an HTML element's attributes and inline style say about its look, as far as intake uses it:
// alignment, weight, indent, size, visibility. Used by the HTML reader only.
#pragma once

#include <gumbo.h>

#include <optional>
#include <string>
#include <string_view>

#include "core/document.hpp"

namespace gongbao::editor::html {

/// The look that text inherits from the elements around it.
struct Look {
    core::Align align = core::Align::Natural;
    core::Marks marks;
    int size = 0;         ///< half points, 0 unknown
    bool kaiti = false;   ///< set in 楷体, which marks level-two headings
    bool struck = false;  ///< a line goes through it
    bool keeps_space = false;  ///< white-space: pre
};

/// `look` changed by the tag, the attributes and the style of `element`.
Look look_inside(const GumboElement& element, Look look);
/// Hundredths of a character by text-indent; 0 when there is none.
int first_line_indent(const GumboElement& element);
/// display:none, visibility:hidden or the attribute hidden.
bool is_hidden(const GumboElement& element);

/// The value of an attribute, or empty.
std::string_view attribute(const GumboElement& element, const char* name);
/// The value of one property of the style attribute in lower case, or empty.
std::string style_property(const GumboElement& element, std::string_view name);

}  // namespace gongbao::editor::html
