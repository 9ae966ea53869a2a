// SPDX-License-Identifier: Apache-2.0
#include "core/akn/xml_source.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>

#include "core/error.hpp"
#include "core/text.hpp"

namespace gongbao::core::akn {
namespace {

std::string line_at(std::string_view xml, std::ptrdiff_t offset) {
    const auto end = xml.begin() + std::clamp<std::ptrdiff_t>(
                                       offset, 0, static_cast<std::ptrdiff_t>(xml.size()));
    return std::to_string(1 + std::count(xml.begin(), end, '\n'));
}

Error not_xml(std::string_view xml, std::size_t offset, const char* message,
              std::string for_log = {}) {
    return Error(ErrorKind::Invalid,
                 {message, {{"line", line_at(xml, static_cast<std::ptrdiff_t>(offset))}}},
                 std::move(for_log));
}

// pugixml leaves an unknown entity, and a bare &, in the text as it stands; XML forbids both.
void check_references(std::string_view xml) {
    constexpr std::array<std::string_view, 5> kOwn = {"amp;", "lt;", "gt;", "quot;", "apos;"};
    for (std::size_t at = xml.find('&'); at != std::string_view::npos; at = xml.find('&', at + 1)) {
        const auto rest = xml.substr(at + 1, 12);
        const bool own = std::any_of(kOwn.begin(), kOwn.end(),
                                     [&](auto entity) { return rest.starts_with(entity); });
        const std::size_t digits = rest.starts_with("#x") ? 2 : 1;
        const std::size_t end =
            rest.find_first_not_of(digits == 2 ? "0123456789abcdefABCDEF" : "0123456789", digits);
        const bool character = rest.starts_with('#') && end != std::string_view::npos &&
                               end > digits && rest[end] == ';';
        if (!own && !character) throw not_xml(xml, at, "akn.entity");
    }
}

bool is_words(pugi::xml_node node) {
    return node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata;
}

}  // namespace

XmlSource::XmlSource(std::string_view xml) : xml_(xml) {
    if (!is_valid_utf8(xml)) throw Error(ErrorKind::Invalid, {"akn.not_utf8", {}});
    const auto result = tree_.load_buffer(
        xml.data(), xml.size(),
        pugi::parse_default | pugi::parse_ws_pcdata | pugi::parse_doctype, pugi::encoding_utf8);
    if (!result)
        throw not_xml(xml, static_cast<std::size_t>(result.offset), "akn.not_xml",
                      result.description());
    for (const auto node : tree_.children())
        if (node.type() == pugi::node_doctype) throw not_xml(xml, xml.find("<!"), "akn.doctype");
    check_references(xml);
    if (std::distance(tree_.begin(), tree_.end()) > 1)
        for (const auto node : tree_.children())
            if (node != root() && node.type() == pugi::node_element) refuse(node);
}

std::vector<pugi::xml_node> XmlSource::elements(pugi::xml_node node) const {
    std::vector<pugi::xml_node> found;
    for (const auto child : node.children()) {
        if (child.type() == pugi::node_element)
            found.push_back(child);
        else if (is_words(child) && std::strspn(child.value(), " \t\r\n") != std::strlen(child.value()))
            refuse(node, "akn.stray_words");
    }
    return found;
}

std::string XmlSource::words(pugi::xml_node node) const {
    std::string text;
    for (const auto child : node.children()) {
        if (!is_words(child)) refuse(node);
        text += child.value();
    }
    return text;
}

int XmlSource::number(pugi::xml_node node, const char* attribute, int otherwise) const {
    const auto found = node.attribute(attribute);
    if (!found) return otherwise;
    const std::string_view text = found.value();
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) refuse(node, "akn.bad_value");
    return value;
}

void XmlSource::refuse(pugi::xml_node node, const char* message) const {
    throw Error(ErrorKind::Invalid,
                {message, {{"line", line_at(xml_, node.offset_debug())}, {"element", node.name()}}});
}

void XmlSource::expect(pugi::xml_node node, std::string_view name) const {
    if (node.name() != name) refuse(node);
}

}  // namespace gongbao::core::akn
