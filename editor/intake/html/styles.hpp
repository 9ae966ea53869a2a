// SPDX-License-Identifier: Apache-2.0
// What the style sheets and the style attributes of a page say about its elements (CSS Cascading
// 4): the winning declaration by importance, selector and order. Sheets outside of the file are not
// seen. Used by the HTML reader only.
#pragma once

#include <gumbo.h>

#include <array>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "editor/intake/html/sheet.hpp"

namespace gongbao::editor::html {

class Styles {
  public:
    using Part = Selector::Part;

    /// Reads every <style> below `root` and settles each element.
    explicit Styles(const GumboNode& root);

    /// The winning value of a property as written, or empty.
    std::string_view raw(const GumboNode& node, std::string_view property,
                         Part part = Part::Element) const;
    /// The same in lower case.
    std::string value(const GumboNode& node, std::string_view property) const;
    /// Whether any declaration touches the element.
    bool has_any(const GumboNode& node, Part part = Part::Element) const;

    const Sheet& sheet() const { return sheet_; }

  private:
    struct Won {
        std::string property;
        std::string value;
        int weight = 0;
    };
    using Settled = std::vector<Won>;

    void collect_sheets(const GumboNode& node);
    void settle_below(const GumboNode& node);
    void settle(const GumboNode& node);
    bool matches(const Selector& selector, const GumboNode& node);
    static void put(const Declaration& declaration, int weight, Settled& settled);

    Sheet sheet_;
    std::unordered_map<std::string, std::vector<std::size_t>>
        by_key_;  ///< rules by tag, .class, #id
    std::array<std::unordered_map<const GumboNode*, Settled>, 4> settled_;  ///< by part
    std::size_t steps_ = 0;
};

}  // namespace gongbao::editor::html
