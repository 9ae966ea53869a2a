// SPDX-License-Identifier: Apache-2.0
#include "core/xml/escape.hpp"

#include <cstdio>

#include "core/report/error.hpp"
#include "core/text/text.hpp"
#include "core/xml/xml_character.hpp"

namespace gongbao::core {
namespace {

[[noreturn]] void refuse(char32_t c) {
    char code[16];
    std::snprintf(code, sizeof code, "U+%04X", static_cast<unsigned>(c));
    throw Error(ErrorKind::Invalid, {"akn.forbidden_character", {{"code", code}}});
}

/// The entity of `c`, nothing for a character that needs none.
std::string_view entity_of(char32_t c) {
    switch (c) {
        case U'&': return "&amp;";
        case U'<': return "&lt;";
        case U'>': return "&gt;";
        case U'"': return "&quot;";
        default: return {};
    }
}

/// The reference that keeps `c` from becoming a space or a line feed when it is parsed.
std::string_view reference_of(char32_t c) {
    switch (c) {
        case U'\t': return "&#9;";
        case U'\n': return "&#10;";
        case U'\r': return "&#13;";
        default: return {};
    }
}

}  // namespace

std::string escape_xml(std::string_view text) {
    std::string safe;
    safe.reserve(text.size() + text.size() / 8);
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        const char32_t c = next_code_point(text, at);
        if (!is_xml_character(c)) continue;
        const std::string_view entity = entity_of(c);
        safe += entity.empty() ? text.substr(begin, at - begin) : entity;
    }
    return safe;
}

std::string escape_xml_exactly(std::string_view text, bool in_attribute) {
    std::string exact;
    exact.reserve(text.size() + text.size() / 8);
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        const char32_t c = next_code_point(text, at);
        if (!is_xml_character(c)) refuse(c);
        std::string_view instead = reference_of(c);
        if (instead.empty() && (c != U'"' || in_attribute)) instead = entity_of(c);
        exact += instead.empty() ? text.substr(begin, at - begin) : instead;
    }
    return exact;
}

std::string escape_html(std::string_view text) {
    std::string safe;
    safe.reserve(text.size() + text.size() / 8);
    for (const char c : text) {
        const std::string_view entity =
            c == '\'' ? "&#39;" : entity_of(static_cast<unsigned char>(c));
        if (entity.empty())
            safe += c;
        else
            safe += entity;
    }
    return safe;
}

}  // namespace gongbao::core
