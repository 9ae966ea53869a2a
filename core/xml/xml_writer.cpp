// SPDX-License-Identifier: Apache-2.0
#include "core/xml/xml_writer.hpp"

#include <cstdio>
#include <utility>

#include "core/report/check.hpp"
#include "core/report/error.hpp"
#include "core/text/text.hpp"
#include "core/xml/xml_character.hpp"

namespace gongbao::core::akn {
namespace {

[[noreturn]] void refuse(char32_t c) {
    char code[16];
    std::snprintf(code, sizeof code, "U+%04X", static_cast<unsigned>(c));
    throw Error(ErrorKind::Invalid, {"akn.forbidden_character", {{"code", code}}});
}

}  // namespace

XmlWriter::XmlWriter() : xml_("<?xml version=\"1.0\" encoding=\"UTF-8\"?>") {}

XmlWriter& XmlWriter::open(std::string_view name) {
    start(name, !open_.empty() && open_.back().mixed);
    return *this;
}

XmlWriter& XmlWriter::open_mixed(std::string_view name) {
    start(name, true);
    return *this;
}

void XmlWriter::start(std::string_view name, bool mixed) {
    finish_tag();
    const bool in_place = !open_.empty() && open_.back().mixed;
    if (!in_place) new_line();
    if (!open_.empty()) open_.back().has_content = true;
    xml_ += '<';
    xml_ += name;
    open_.push_back({std::string(name), mixed, false});
    in_tag_ = true;
}

XmlWriter& XmlWriter::attribute(std::string_view name, std::string_view value) {
    GONGBAO_CHECK(in_tag_);
    xml_ += ' ';
    xml_ += name;
    xml_ += "=\"";
    escape(value, true);
    xml_ += '"';
    return *this;
}

XmlWriter& XmlWriter::text(std::string_view words) {
    GONGBAO_CHECK(!open_.empty() && open_.back().mixed);
    if (words.empty()) return *this;
    finish_tag();
    open_.back().has_content = true;
    escape(words, false);
    return *this;
}

XmlWriter& XmlWriter::close() {
    GONGBAO_CHECK(!open_.empty());
    const Element element = std::move(open_.back());
    open_.pop_back();
    if (!element.has_content) {
        xml_ += "/>";
        in_tag_ = false;
        return *this;
    }
    if (!element.mixed) new_line();
    xml_ += "</" + element.name + ">";
    return *this;
}

std::string XmlWriter::take() {
    GONGBAO_CHECK(open_.empty());
    xml_ += '\n';
    return std::move(xml_);
}

void XmlWriter::finish_tag() {
    if (in_tag_) xml_ += '>';
    in_tag_ = false;
}

void XmlWriter::new_line() {
    xml_ += '\n';
    xml_.append(2 * open_.size(), ' ');
}

void XmlWriter::escape(std::string_view words, bool in_attribute) {
    for (std::size_t at = 0; at < words.size();) {
        const std::size_t start = at;
        const char32_t c = next_code_point(words, at);
        if (!is_xml_character(c)) refuse(c);
        switch (c) {
            case '&': xml_ += "&amp;"; break;
            case '<': xml_ += "&lt;"; break;
            case '>': xml_ += "&gt;"; break;
            // A parser turns these into a space or a line feed when they are written as they are.
            case '\t': xml_ += "&#9;"; break;
            case '\n': xml_ += "&#10;"; break;
            case '\r': xml_ += "&#13;"; break;
            case '"': xml_ += in_attribute ? "&quot;" : "\""; break;
            default: xml_ += words.substr(start, at - start);
        }
    }
}

}  // namespace gongbao::core::akn
