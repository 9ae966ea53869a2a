// SPDX-License-Identifier: Apache-2.0
// Writes the XML of a feed: one element a line, everything escaped, characters that XML cannot hold
// (XML 1.0, 2.2) left out, so that one odd title never makes a whole feed unreadable.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gongbao::archive {

using Attributes = std::vector<std::pair<std::string_view, std::string>>;

/// `text` for element content and for attributes in double quotes.
std::string escape_xml(std::string_view text);

class XmlWriter {
  public:
    XmlWriter& open(std::string_view name, const Attributes& attributes = {});
    XmlWriter& close();
    /// An element with nothing but text.
    XmlWriter& text(std::string_view name, std::string_view words,
                    const Attributes& attributes = {});
    XmlWriter& empty(std::string_view name, const Attributes& attributes = {});
    /// The whole document. Requires: every element is closed.
    std::string take();

  private:
    void tag(std::string_view name, const Attributes& attributes);

    std::string xml_ = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    std::vector<std::string> open_;
};

}  // namespace gongbao::archive
