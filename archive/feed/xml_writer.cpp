// SPDX-License-Identifier: Apache-2.0
#include "archive/feed/xml_writer.hpp"

#include "core/report/check.hpp"
#include "core/text/text.hpp"

namespace gongbao::archive {
namespace {

bool fits_xml(char32_t c) {
    return c == U'\t' || c == U'\n' || c == U'\r' || (c >= 0x20 && c != 0xFFFE && c != 0xFFFF);
}

}  // namespace

std::string escape_xml(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        const char32_t c = core::next_code_point(text, at);
        if (!fits_xml(c)) continue;
        switch (c) {
            case U'&': out += "&amp;"; break;
            case U'<': out += "&lt;"; break;
            case U'>': out += "&gt;"; break;
            case U'"': out += "&quot;"; break;
            default: out += text.substr(begin, at - begin);
        }
    }
    return out;
}

void XmlWriter::tag(std::string_view name, const Attributes& attributes) {
    xml_.append(2 * open_.size(), ' ');
    xml_ += '<';
    xml_ += name;
    for (const auto& [key, value] : attributes) {
        xml_ += ' ';
        xml_ += key;
        xml_ += "=\"" + escape_xml(value) + '"';
    }
}

XmlWriter& XmlWriter::open(std::string_view name, const Attributes& attributes) {
    tag(name, attributes);
    xml_ += ">\n";
    open_.emplace_back(name);
    return *this;
}

XmlWriter& XmlWriter::close() {
    GONGBAO_CHECK(!open_.empty());
    const std::string name = std::move(open_.back());
    open_.pop_back();
    xml_.append(2 * open_.size(), ' ');
    xml_ += "</" + name + ">\n";
    return *this;
}

XmlWriter& XmlWriter::text(std::string_view name, std::string_view words,
                           const Attributes& attributes) {
    tag(name, attributes);
    xml_ += '>' + escape_xml(words) + "</";
    xml_ += name;
    xml_ += ">\n";
    return *this;
}

XmlWriter& XmlWriter::empty(std::string_view name, const Attributes& attributes) {
    tag(name, attributes);
    xml_ += "/>\n";
    return *this;
}

std::string XmlWriter::take() {
    GONGBAO_CHECK(open_.empty());
    return std::move(xml_);
}

}  // namespace gongbao::archive
