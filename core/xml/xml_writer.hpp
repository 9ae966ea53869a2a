// SPDX-License-Identifier: Apache-2.0
// Writes XML in one canonical form: two spaces a level outside mixed content, nothing added inside
// it, attributes in the order given, an element without content as <p/>, LF, UTF-8 without BOM.
// Called by the writers of akn/ and of the feeds.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gongbao::core {

using XmlAttributes = std::vector<std::pair<std::string_view, std::string>>;

class XmlWriter {
  public:
    /// How words are written down (escape.hpp): so that a parser gives back every character, or so
    /// that every reader takes them, whatever they are.
    enum class Words { Exact, Readable };

    explicit XmlWriter(Words words = Words::Exact);

    /// Opens an element on a line of its own, or in place inside mixed content.
    XmlWriter& open(std::string_view name, const XmlAttributes& attributes = {});
    /// Opens an element whose content is mixed: no white space is added until it is closed.
    XmlWriter& open_mixed(std::string_view name);
    /// An element that holds nothing but `words`, on a line of its own. Throws: as text().
    XmlWriter& element(std::string_view name, std::string_view words,
                       const XmlAttributes& attributes = {});
    /// An element without content. Throws: as text().
    XmlWriter& empty(std::string_view name, const XmlAttributes& attributes = {});
    /// Adds to the element just opened. Throws: as text().
    XmlWriter& attribute(std::string_view name, std::string_view value);
    /// Requires: inside mixed content.
    /// Throws: Error(Invalid) for a character XML cannot hold (XML 1.0, 2.2), when Exact.
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
    std::string escaped(std::string_view words, bool in_attribute) const;

    Words words_;
    std::string xml_;
    std::vector<Element> open_;
    bool in_tag_ = false;
};

}  // namespace gongbao::core
