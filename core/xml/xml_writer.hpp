// SPDX-License-Identifier: Apache-2.0
// Writes XML in one canonical form: two spaces a level outside mixed content, nothing added inside
// it, attributes in the order given, an element without content as <p/>, LF, UTF-8 without BOM.
// Called by the writers of akn/.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace gongbao::core::akn {

class XmlWriter {
  public:
    XmlWriter();

    /// Opens an element on a line of its own, or in place inside mixed content.
    XmlWriter& open(std::string_view name);
    /// Opens an element whose content is mixed: no white space is added until it is closed.
    XmlWriter& open_mixed(std::string_view name);
    /// Adds to the element just opened. Throws: as text().
    XmlWriter& attribute(std::string_view name, std::string_view value);
    /// Requires: inside mixed content.
    /// Throws: Error(Invalid) for a character XML cannot hold (XML 1.0, 2.2).
    XmlWriter& text(std::string_view words);
    XmlWriter& close();

    /// The whole document. Requires: every element is closed.
    std::string take();

  private:
    struct Element {
        std::string name;
        bool mixed;
        bool has_content;
    };

    void start(std::string_view name, bool mixed);
    void finish_tag();
    void new_line();
    void escape(std::string_view words, bool in_attribute);

    std::string xml_;
    std::vector<Element> open_;
    bool in_tag_ = false;
};

}  // namespace gongbao::core::akn
