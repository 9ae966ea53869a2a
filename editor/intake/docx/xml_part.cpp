// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/docx/xml_part.hpp"

#include <unicode/ustring.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>
#include <utility>
#include <vector>

#include "core/report/error.hpp"
#include "core/text/text.hpp"
#include "core/xml/xml_character.hpp"

namespace gongbao::editor::docx {
namespace {

struct Namespace {
    std::string_view uri;
    std::string_view prefix;
};

constexpr std::array kNamespaces = std::to_array<Namespace>({
    {"http://schemas.openxmlformats.org/wordprocessingml/2006/main", "w"},
    {"http://purl.oclc.org/ooxml/wordprocessingml/main", "w"},
    {"http://schemas.openxmlformats.org/officeDocument/2006/relationships", "r"},
    {"http://purl.oclc.org/ooxml/officeDocument/relationships", "r"},
    {"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing", "wp"},
    {"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing", "wp"},
    {"http://schemas.openxmlformats.org/drawingml/2006/main", "a"},
    {"http://purl.oclc.org/ooxml/drawingml/main", "a"},
    {"http://schemas.openxmlformats.org/drawingml/2006/picture", "pic"},
    {"http://purl.oclc.org/ooxml/drawingml/picture", "pic"},
    {"http://schemas.openxmlformats.org/drawingml/2006/chart", "c"},
    {"http://schemas.openxmlformats.org/drawingml/2006/diagram", "dgm"},
    {"http://schemas.openxmlformats.org/officeDocument/2006/math", "m"},
    {"http://purl.oclc.org/ooxml/officeDocument/math", "m"},
    {"http://schemas.openxmlformats.org/markup-compatibility/2006", "mc"},
    {"http://schemas.microsoft.com/office/word/2010/wordprocessingShape", "wps"},
    {"http://schemas.microsoft.com/office/word/2010/wordml", "w14"},
    {"urn:schemas-microsoft-com:vml", "v"},
    {"urn:schemas-microsoft-com:office:office", "o"},
});

[[noreturn]] void refuse(const char* id, const std::string& part, std::ptrdiff_t offset,
                         const char* why = "") {
    const core::Place place =
        core::Place(core::PlaceKind::Part, part).with(core::PlaceKind::Offset, offset);
    throw core::Error(core::ErrorKind::Invalid,
                      {std::string("docx.") + id, {{"limit", std::to_string(kDeepest)}}, place},
                      place.text() + " " + why);
}

std::string from_utf16(std::string_view bytes, const std::string& part) {
    const bool big_endian = bytes[0] == '\xFE';
    std::u16string units;
    for (std::size_t i = 2; i + 1 < bytes.size(); i += 2) {
        const auto first = static_cast<unsigned char>(bytes[i]);
        const auto second = static_cast<unsigned char>(bytes[i + 1]);
        units += static_cast<char16_t>(big_endian ? first << 8 | second : second << 8 | first);
    }
    std::string text(units.size() * 3, '\0');
    std::int32_t length = 0;
    UErrorCode status = U_ZERO_ERROR;
    u_strToUTF8(text.data(), static_cast<std::int32_t>(text.size()), &length, units.data(),
                static_cast<std::int32_t>(units.size()), &status);
    if (U_FAILURE(status)) refuse("xml_characters", part, 0, u_errorName(status));
    text.resize(static_cast<std::size_t>(length));
    return text;
}

// "&#xD800;" and "&#0;" would make broken UTF-8 or cut a text short inside the parser.
void check_reference(std::string_view text, std::size_t at, const std::string& part) {
    const std::size_t end = std::min(text.find(';', at), text.size());
    std::string_view digits = text.substr(at + 2, end - at - 2);
    const bool hex = digits.starts_with('x');
    if (hex) digits.remove_prefix(1);
    std::uint32_t c = 0;
    const auto [stop, error] =
        std::from_chars(digits.data(), digits.data() + digits.size(), c, hex ? 16 : 10);
    if (error != std::errc{} || stop != digits.data() + digits.size() || !core::is_xml_character(c))
        refuse("xml_characters", part, static_cast<std::ptrdiff_t>(at));
}

void check_characters(std::string_view text, const std::string& part) {
    if (!core::is_valid_utf8(text)) refuse("xml_characters", part, 0, "not UTF-8");
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if (byte < 0x20 && !core::is_xml_character(byte))
            refuse("xml_characters", part, static_cast<std::ptrdiff_t>(i));
        if (byte == '&' && text.substr(i).starts_with("&#")) check_reference(text, i, part);
    }
}

// The next element in document order; `depth` follows. Iterative, so that no file can use up the
// stack before its depth is known.
pugi::xml_node next_node(pugi::xml_node node, int& depth) {
    if (const pugi::xml_node child = node.first_child()) {
        ++depth;
        return child;
    }
    while (node && !node.next_sibling()) {
        node = node.parent();
        --depth;
    }
    return node.next_sibling();
}

std::string_view canonical_prefix(std::string_view uri) {
    for (const Namespace& known : kNamespaces)
        if (known.uri == uri) return known.prefix;
    return {};
}

bool is_usual(const pugi::xml_attribute& attribute) {
    const std::string_view name = attribute.name();
    if (!name.starts_with("xmlns")) return true;
    const std::string_view known = canonical_prefix(attribute.value());
    return known.empty() || (name.starts_with("xmlns:") && name.substr(6) == known);
}

// True when every known namespace already has its usual prefix.
bool check_tree(const pugi::xml_document& tree, const std::string& part) {
    bool usual = true;
    int depth = 0;
    for (pugi::xml_node node = tree.first_child(); node; node = next_node(node, depth)) {
        if (node.type() == pugi::node_doctype) refuse("xml_doctype", part, node.offset_debug());
        if (depth >= kDeepest) refuse("xml_too_deep", part, node.offset_debug());
        std::size_t attributes = 0;
        for (const pugi::xml_attribute& attribute : node.attributes()) {
            usual = usual && is_usual(attribute);
            if (++attributes > kMostAttributes)
                refuse("xml_malformed", part, node.offset_debug(), "too many attributes");
        }
    }
    return usual;
}

using Scope = std::vector<std::pair<std::string, std::string>>;  // prefix in the file, usual prefix

std::string usual_name(std::string_view name, const Scope& scope, bool is_attribute) {
    const std::size_t colon = name.find(':');
    if (colon == std::string_view::npos && is_attribute) return std::string(name);
    const std::string_view prefix = colon == std::string_view::npos ? "" : name.substr(0, colon);
    const std::string_view local = colon == std::string_view::npos ? name : name.substr(colon + 1);
    for (auto it = scope.rbegin(); it != scope.rend(); ++it)
        if (it->first == prefix)
            return it->second.empty() ? std::string(name) : it->second + ":" + std::string(local);
    return std::string(name);
}

// Depth is already known to be bounded.
void use_usual_prefixes(pugi::xml_node node, Scope& scope) {
    const std::size_t outer = scope.size();
    if (outer > kMostAttributes) return;  // no office program declares so many
    for (const pugi::xml_attribute& attribute : node.attributes()) {
        const std::string_view name = attribute.name();
        if (name == "xmlns") scope.emplace_back("", canonical_prefix(attribute.value()));
        if (name.starts_with("xmlns:"))
            scope.emplace_back(name.substr(6), canonical_prefix(attribute.value()));
    }
    node.set_name(usual_name(node.name(), scope, false).c_str());
    for (pugi::xml_attribute attribute : node.attributes())
        if (!std::string_view(attribute.name()).starts_with("xmlns"))
            attribute.set_name(usual_name(attribute.name(), scope, true).c_str());
    for (const pugi::xml_node child : node.children())
        if (child.type() == pugi::node_element) use_usual_prefixes(child, scope);
    scope.resize(outer);
}

bool shows_something(pugi::xml_node branch) {
    return branch.find_node([](const pugi::xml_node& node) {
        const std::string_view name = node.name();
        return name == "w:t" || name == "a:t" || name == "w:sym" || name == "v:textpath" ||
               name == "a:blip" || name == "v:imagedata" || name == "m:t" || name == "c:chart" ||
               name == "dgm:relIds";
    });
}

}  // namespace

pugi::xml_document parse_part(std::string_view bytes, const std::string& part) {
    std::string converted;
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
        converted = from_utf16(bytes, part);
        bytes = converted;
    }
    if (bytes.size() > kLargestPart)
        throw core::Error(core::ErrorKind::TooLarge,
                          {"docx.xml_too_large",
                           {{"part", part}, {"limit", std::to_string(kLargestPart >> 20)}}});
    check_characters(bytes, part);
    constexpr unsigned kFlags = pugi::parse_default | pugi::parse_ws_pcdata | pugi::parse_doctype;
    pugi::xml_document tree;
    const pugi::xml_parse_result result =
        tree.load_buffer(bytes.data(), bytes.size(), kFlags, pugi::encoding_utf8);
    const bool usual = check_tree(tree, part);  // first: a DTD is worth its own message
    if (!result) refuse("xml_malformed", part, result.offset, result.description());
    Scope scope;
    if (!usual) use_usual_prefixes(tree.document_element(), scope);
    return tree;
}

std::string text_of(pugi::xml_node node) {
    std::string text;
    for (const pugi::xml_node child : node.children())
        if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata)
            text += child.value();
    return text;
}

std::string_view value_of(pugi::xml_node node, const char* child) {
    return node.child(child).attribute("w:val").value();
}

bool is_text(std::string_view element) {
    return element == "w:t" || element == "w:delText" || element == "m:t" || element == "a:t";
}

std::string odd_text(pugi::xml_node node) {
    const std::string_view name = node.name();
    for (const char* data : {"w:instrText", "w:delInstrText", "w:fldData", "w:binData"})
        if (name == data) return {};
    if (is_text(name)) return {};
    const std::string text = text_of(node);
    if (core::trim(text).empty()) return {};
    const std::size_t colon = name.find(':');
    const bool foreign = colon != std::string_view::npos && name.substr(0, colon) != "w";
    const std::u32string all = foreign ? core::to_utf32(text) : std::u32string();
    return !foreign || std::any_of(all.begin(), all.end(), core::is_han) ? text : std::string();
}

std::string words_below(pugi::xml_node node) {
    const std::string_view name = node.name();
    if (name == "mc:AlternateContent")
        if (const pugi::xml_node chosen = chosen_branch(node)) return words_below(chosen);
    std::string words = odd_text(node);
    if (is_text(name)) words = text_of(node);
    if (name == "v:textpath") words = node.attribute("string").value();
    for (const pugi::xml_node child : node.children())
        if (child.type() == pugi::node_element) words += words_below(child);
    return words;
}

pugi::xml_node chosen_branch(pugi::xml_node alternate_content) {
    for (const pugi::xml_node branch : alternate_content.children())
        if (std::strcmp(branch.name(), "mc:Choice") == 0 && shows_something(branch)) return branch;
    const pugi::xml_node fallback = alternate_content.child("mc:Fallback");
    return fallback ? fallback : alternate_content.child("mc:Choice");
}

}  // namespace gongbao::editor::docx
