// SPDX-License-Identifier: Apache-2.0
// How an HTML element looks, as far as intake uses it: alignment, weight, indent, size, whether its
// text is shown, how its letters are printed. Used by the HTML reader only.
#pragma once

#include <gumbo.h>

#include <cstdint>
#include <string>
#include <string_view>

#include "core/document/table.hpp"
#include "editor/intake/html/styles.hpp"

namespace gongbao::editor::html {

/// The look that text inherits from the elements around it.
struct Look {
    enum class Letters : std::uint8_t { AsWritten, Upper, Lower, Capitalised };

    core::Align align = core::Align::Natural;
    core::Marks marks;
    int size = 0;              ///< half points, 0 unknown
    bool kaiti = false;        ///< set in 楷体, which marks level-two headings
    bool struck = false;       ///< a line goes through it
    bool keeps_space = false;  ///< white-space: pre
    bool invisible = false;    ///< visibility: hidden
    bool sizeless = false;     ///< font-size: 0
    bool transparent = false;  ///< color: transparent
    bool same_colour = false;  ///< the colour of its background: there, but nobody sees it
    bool right_to_left = false;
    bool small_capitals = false;
    Letters letters = Letters::AsWritten;
    std::string symbol_font;  ///< the first font of the family, where it is one of signs
    std::string colour;
    std::string background;
    std::string list_type = "disc";
    int lists = 0;  ///< how many lists stand around it

    bool is_shown() const { return !invisible && !sizeless && !transparent; }
};

/// `look` changed by the tag, the attributes and the styles of `node`. Requires: an element.
Look look_inside(const GumboNode& node, const Styles& styles, Look look);
/// A line is drawn along the lower edge of the element.
bool has_rule_below(const GumboNode& node, const Styles& styles);
/// Hundredths of a character by text-indent; 0 when there is none.
int first_line_indent(const GumboNode& node, const Styles& styles);
/// The element and all in it are not shown: display:none, the attribute hidden, opacity 0, moved
/// off the page, cut to nothing.
bool is_hidden(const GumboNode& node, const Styles& styles);

/// `text` in the characters that are printed: text-transform, small capitals, fonts of signs.
std::string as_printed(std::string_view text, const Look& look);

}  // namespace gongbao::editor::html
