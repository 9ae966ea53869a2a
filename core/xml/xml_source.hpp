// SPDX-License-Identifier: Apache-2.0
// XML from outside, parsed and distrusted: no DTD, no entities but XML's own five, no text where
// none belongs. Says line and element of what it refuses. Called by the readers of akn/.
#pragma once

#include <pugixml.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace gongbao::core {

class XmlSource {
  public:
    /// Throws: Error(Invalid) for XML that is not well-formed, is not UTF-8, declares a DTD or uses
    /// entities.
    explicit XmlSource(std::string_view xml);
    XmlSource(const XmlSource&) = delete;
    XmlSource& operator=(const XmlSource&) = delete;

    pugi::xml_node root() const { return tree_.document_element(); }

    /// The child elements. Throws: Error(Invalid) when there are words between them.
    std::vector<pugi::xml_node> elements(pugi::xml_node node) const;

    /// The words of an element that holds only words.
    std::string words(pugi::xml_node node) const;

    /// The whole number of an attribute, `otherwise` when it is missing.
    int number(pugi::xml_node node, const char* attribute, int otherwise) const;

    /// Throws: Error(Invalid) naming line and element.
    [[noreturn]] void refuse(pugi::xml_node node, const char* message = "akn.unexpected") const;

    /// Throws: Error(Invalid) when `node` is no element called `name`.
    void expect(pugi::xml_node node, std::string_view name) const;

  private:
    std::string_view xml_;
    pugi::xml_document tree_;
};

}  // namespace gongbao::core
