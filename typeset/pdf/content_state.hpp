// SPDX-License-Identifier: Apache-2.0
// What the operators of a content stream have set so far (ISO 32000-1, 8.4.1, 9.3.1): an operator
// is written only where it changes something.
#pragma once

#include <string>

#include "typeset/layout/layout.hpp"
#include "typeset/pdf/operators.hpp"

namespace gongbao::typeset::pdf {

class EmbeddedFont;

struct ContentState {
    Color fill = Color::Black;
    Color stroke = Color::Black;
    Length outline = 0;  ///< width of the stroke around glyphs; 0: they are only filled
    const EmbeddedFont* font = nullptr;
    Length size = 0;
    Extent spacing = 0;  ///< between characters
    // Of the text object that is open:
    Extent x = 0;  ///< where its line begins
    Extent y = 0;
    bool turned = false;

    /// Fills with `color` from now on.
    void fill_with(Color color, std::string& out) {
        if (color == fill) return;
        fill = color;
        out += fill_of(color);
    }
};

}  // namespace gongbao::typeset::pdf
