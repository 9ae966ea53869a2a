// SPDX-License-Identifier: Apache-2.0
// A reader of the XML and HTML that the program writes, for tests: elements, attributes, words.
// Knows nothing of how they are written but that every element is closed.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace gongbao::tests {

/// An element, or words (then `name` is empty).
struct Markup {
    std::string name;
    std::map<std::string, std::string> attributes;
    std::string text;
    std::vector<Markup> children;

    bool has_class(std::string_view wanted) const;
    std::string attribute(const std::string& wanted) const;
    const Markup* child(std::string_view wanted) const;
};

/// Fails the test where an element is not closed or closes another.
Markup read_markup(std::string_view source);

}  // namespace gongbao::tests
