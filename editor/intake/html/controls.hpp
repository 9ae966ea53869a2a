// SPDX-License-Identifier: Apache-2.0
// What a browser shows of form controls: boxes and buttons as characters, values as text (HTML
// Living Standard 4.10). Called by the HTML reader.
#pragma once

#include <gumbo.h>

#include <string>

#include "editor/intake/html/styles.hpp"

namespace gongbao::editor::html {

struct ControlText {
    std::string shown;      ///< ☑ ☐ ◉ ○, a value, the option chosen
    std::string left_out;   ///< captions of buttons, hints of empty fields: no text of a document
    bool is_blank = false;  ///< an empty field to write in
};

/// Requires: an <input> or <select>.
ControlText control_text(const GumboNode& node);

}  // namespace gongbao::editor::html
