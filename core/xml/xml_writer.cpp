// SPDX-License-Identifier: Apache-2.0
#include "core/xml/xml_writer.hpp"

#include <utility>

#include "core/report/check.hpp"
#include "core/xml/escape.hpp"

namespace gongbao::core {

XmlWriter::XmlWriter(Words words)
    : words_(words), xml_("<?xml version=\"1.0\" encoding=\"UTF-8\"?>") {}

XmlWriter& XmlWriter::open(std::string_view name, const XmlAttributes& attributes) {
    start(name, !open_.empty() && open_.back().mixed);
    for (const auto& [key, value] : attributes) attribute(key, value);
    return *this;
}

XmlWriter& XmlWriter::open_mixed(std::string_view name) {
    start(name, true);
    return *this;
}

XmlWriter& XmlWriter::element(std::string_view name, std::string_view words,
                              const XmlAttributes& attributes) {
    open_mixed(name);
    for (const auto& [key, value] : attributes) attribute(key, value);
    return text(words).close();
}

XmlWriter& XmlWriter::empty(std::string_view name, const XmlAttributes& attributes) {
    return open(name, attributes).close();
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
    xml_ += escaped(value, true);
    xml_ += '"';
    return *this;
}

XmlWriter& XmlWriter::text(std::string_view words) {
    GONGBAO_CHECK(!open_.empty() && open_.back().mixed);
    if (words.empty()) return *this;
    finish_tag();
    open_.back().has_content = true;
    xml_ += escaped(words, false);
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

std::string XmlWriter::escaped(std::string_view words, bool in_attribute) const {
    return words_ == Words::Exact ? escape_xml_exactly(words, in_attribute) : escape_xml(words);
}

}  // namespace gongbao::core
