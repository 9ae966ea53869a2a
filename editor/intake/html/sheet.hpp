// SPDX-License-Identifier: Apache-2.0
// Style sheets of a page (CSS Syntax 3, Selectors 4) as far as they change which words a browser
// shows and how they look: rules with simple selectors, joined by blanks, ">" and commas. Called by
// styles.hpp.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace gongbao::editor::html {

struct Declaration {
    std::string property;  ///< lower case
    std::string value;     ///< as written, without "!important"
    bool important = false;
};
using Declarations = std::vector<Declaration>;

/// The declarations of a style attribute or of a rule's block.
Declarations declarations_of(std::string_view block);

/// li.item#first[title]
struct Compound {
    std::string tag;  ///< empty: any
    std::string id;
    std::vector<std::string> classes;
    std::vector<std::pair<std::string, std::string>> attributes;  ///< value empty: only be there
    bool child = false;  ///< the next compound to the left is the parent, not any ancestor
};

struct Selector {
    enum class Part : std::uint8_t { Element, Before, After, Marker };
    std::vector<Compound> compounds;  ///< the last is the element itself
    Part part = Part::Element;
    int specificity = 0;
};

struct Rule {
    Selector selector;
    Declarations declarations;
};

struct Sheet {
    std::vector<Rule> rules;             ///< in order
    std::vector<std::string> unread;     ///< selectors not understood, of rules that change words
    std::set<std::string> own_counters;  ///< names of @counter-style
};

/// Adds the rules of `css` that hold on a desktop screen to `sheet`.
void read_sheet(std::string_view css, Sheet& sheet);

}  // namespace gongbao::editor::html
