// SPDX-License-Identifier: Apache-2.0
// The markers that a browser prints before the items of lists, and CSS counters (CSS Lists 3, CSS
// Counter Styles 3; HTML Living Standard 4.4.5). Stateful: elements must come in printed order.
// Called by the HTML reader.
#pragma once

#include <gumbo.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "editor/intake/html/styles.hpp"

namespace gongbao::editor::html {

/// Whether the element has a marker box: an <li>, unless its display says otherwise, or any element
/// of display: list-item.
bool is_list_item(const GumboNode& node, const Styles& styles);

/// `number` in a counter style with what stands before and behind it, white space left out:
/// ("lower-alpha", 2) → "b."; "" for "none". Nothing when the style is not known here.
std::optional<std::string> marker_text(std::string_view written, int number);
/// `number` alone: ("lower-alpha", 2) → "b".
std::optional<std::string> counter_text(std::string_view type, int number);

class Lists {
  public:
    explicit Lists(const Styles& styles) : styles_(styles) {}

    /// Around the children of an <ol>, <ul>, <menu> or <dir>.
    void open(const GumboNode& list);
    void close();
    /// The number of the next item of the list around it.
    int next(const GumboNode& item);
    int current() const { return counts_.empty() ? 0 : counts_.back().number; }

  private:
    struct Count {
        int number = 0;
        int step = 1;
    };
    int items_below(const GumboNode& node) const;

    const Styles& styles_;
    std::vector<Count> counts_;
};

/// counter-reset, counter-increment and what `content` prints.
class Counters {
  public:
    explicit Counters(const Styles& styles) : styles_(styles) {}

    /// Before an element and what it generates; `depth` of the element in the tree.
    void enter(const GumboNode& node, Styles::Part part, int depth);
    /// What a browser prints for `content`; nothing when the value is not understood. Empty for
    /// none.
    std::optional<std::string> content(const GumboNode& node, Styles::Part part,
                                       const Lists& lists);

  private:
    struct Counter {
        std::string name;
        int value;
        int depth;
    };
    Counter* find(std::string_view name);

    const Styles& styles_;
    std::vector<Counter> counters_;
    int quotes_ = 0;
};

}  // namespace gongbao::editor::html
