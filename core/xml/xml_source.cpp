// SPDX-License-Identifier: Apache-2.0
#include "core/xml/xml_source.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <cstring>
#include <iterator>

#include "core/report/error.hpp"
#include "core/text/text.hpp"
#include "core/xml/xml_character.hpp"

namespace gongbao::core {
namespace {

std::string line_at(std::string_view xml, std::ptrdiff_t offset) {
    const auto end = xml.begin() +
                     std::clamp<std::ptrdiff_t>(offset, 0, static_cast<std::ptrdiff_t>(xml.size()));
    return std::to_string(1 + std::count(xml.begin(), end, '\n'));
}

Error not_xml(std::string_view xml, std::size_t offset, const char* message,
              const std::string& for_log = {}) {
    return Error(ErrorKind::Invalid,
                 {message, {{"line", line_at(xml, static_cast<std::ptrdiff_t>(offset))}}}, for_log);
}

// Whether "#65;…" or "#x41;…" is a reference to a character that XML can hold.
bool is_character_reference(std::string_view text) {
    if (!text.starts_with('#')) return false;
    text.remove_prefix(1);
    const int base = text.starts_with('x') ? 16 : 10;
    if (base == 16) text.remove_prefix(1);
    std::uint32_t code = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), code, base);
    return error == std::errc{} && end != text.data() + text.size() && *end == ';' &&
           is_xml_character(code);
}

// pugixml leaves an unknown entity, and a bare &, in the text as it stands; XML forbids both.
void check_references(std::string_view xml) {
    constexpr std::array<std::string_view, 5> kOwn = {"amp;", "lt;", "gt;", "quot;", "apos;"};
    for (std::size_t at = xml.find('&'); at != std::string_view::npos; at = xml.find('&', at + 1)) {
        const auto rest = xml.substr(at + 1, 12);
        const bool own = std::any_of(kOwn.begin(), kOwn.end(),
                                     [&](auto entity) { return rest.starts_with(entity); });
        if (!own && !is_character_reference(rest)) throw not_xml(xml, at, "akn.entity");
    }
}

// Whether a byte of `xml`, which is UTF-8, belongs to a character that XML cannot hold. It looks at
// all bytes alike, so that compilers make it one of vectors.
bool has_forbidden_character(std::string_view xml) {
    const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(xml[i]); };
    unsigned found = 0;
    for (std::size_t i = 0; i < xml.size(); ++i)
        found |= static_cast<unsigned>(byte(i) < 0x20) & static_cast<unsigned>(byte(i) != '\t') &
                 static_cast<unsigned>(byte(i) != '\n') & static_cast<unsigned>(byte(i) != '\r');
    for (std::size_t i = 2; i < xml.size(); ++i)  // U+FFFE, U+FFFF
        found |= static_cast<unsigned>(byte(i - 2) == 0xEF) &
                 static_cast<unsigned>(byte(i - 1) == 0xBF) &
                 static_cast<unsigned>(byte(i) >= 0xBE);
    return found != 0;
}

void check_characters(std::string_view xml) {
    if (!has_forbidden_character(xml)) return;
    for (std::size_t at = 0; at < xml.size();) {
        const std::size_t start = at;
        if (!is_xml_character(next_code_point(xml, at)))
            throw not_xml(xml, start, "akn.control_character");
    }
}

bool is_white_space(const char* text) {
    return text[std::strspn(text, " \t\r\n")] == '\0';
}

bool is_words(pugi::xml_node node) {
    return node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata;
}

}  // namespace

XmlSource::XmlSource(std::string_view xml) : xml_(xml) {
    if (!is_valid_utf8(xml)) throw Error(ErrorKind::Invalid, {"akn.not_utf8", {}});
    const auto result = tree_.load_buffer(
        xml.data(), xml.size(), pugi::parse_default | pugi::parse_ws_pcdata | pugi::parse_doctype,
        pugi::encoding_utf8);
    if (!result)
        throw not_xml(xml, static_cast<std::size_t>(result.offset), "akn.not_xml",
                      result.description());
    for (const auto node : tree_.children())
        if (node.type() == pugi::node_doctype) throw not_xml(xml, xml.find("<!"), "akn.doctype");
    check_references(xml);
    check_characters(xml);
    for (const auto node : tree_.children())
        if (node.type() == pugi::node_element && node != root()) refuse(node);
}

std::vector<pugi::xml_node> XmlSource::elements(pugi::xml_node node) const {
    std::vector<pugi::xml_node> found;
    for (const auto child : node.children()) {
        if (child.type() == pugi::node_element)
            found.push_back(child);
        else if (is_words(child) && !is_white_space(child.value()))
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
    const std::string line = line_at(xml_, node.offset_debug());
    throw Error(ErrorKind::Invalid, {message, {{"line", line}, {"element", node.name()}}});
}

void XmlSource::expect(pugi::xml_node node, std::string_view name) const {
    if (node.name() != name) refuse(node);
}

}  // namespace gongbao::core
