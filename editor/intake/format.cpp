// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/format.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "core/error.hpp"
#include "core/text.hpp"

namespace gongbao::editor {
namespace {

using std::string_view_literals::operator""sv;

struct Foreign {
    std::string_view head;
    const char* name;
};

constexpr std::array kForeign = {
    Foreign{"%PDF-"sv, "PDF"},           Foreign{"{\\rtf"sv, "RTF"},
    Foreign{"\x89PNG"sv, "PNG"},         Foreign{"\xFF\xD8\xFF"sv, "JPEG"},
    Foreign{"Rar!"sv, "RAR"},            Foreign{"7z\xBC\xAF"sv, "7z"},
    Foreign{"GIF8"sv, "GIF"},            Foreign{"SQLite format 3"sv, "SQLite"},
};

std::string lower_case(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return out;
}

// The opening of the file as ASCII: a byte order mark, and the NULs of UTF-16, taken away.
std::string opening(std::string_view bytes) {
    std::string head(bytes.substr(0, 8192));
    std::erase(head, '\0');
    for (const std::string_view mark : {"\xEF\xBB\xBF"sv, "\xFF\xFE"sv, "\xFE\xFF"sv})
        if (head.starts_with(mark)) head.erase(0, mark.size());
    const std::size_t first = head.find_first_not_of(" \t\r\n");
    return lower_case(first == std::string::npos ? "" : std::string_view(head).substr(first));
}

bool holds_html(std::string_view head, std::string_view name) {
    if (head.starts_with("<!doctype html") || head.starts_with("<html")) return true;
    const bool named_html = name.ends_with(".html") || name.ends_with(".htm");
    if (!head.starts_with("<") && !named_html) return false;
    for (const char* tag : {"<html", "<head", "<body", "<div", "<table", "<p>", "<p ", "<span",
                            "<meta", "<h1", "<h2", "<br"})
        if (head.find(tag) != std::string_view::npos) return true;
    return false;
}

}  // namespace

const char* name_of(Format format) {
    switch (format) {
        case Format::Docx: return "docx";
        case Format::Html: return "html";
        case Format::PlainText: return "text";
        case Format::CanonicalXml: return "xml";
    }
    return "unknown";
}

Format detect_format(const Manuscript& manuscript) {
    const std::string_view bytes = manuscript.bytes;
    if (bytes.empty()) throw core::Error(core::ErrorKind::Invalid, {"intake.empty_file", {}});
    if (bytes.starts_with("PK") || bytes.starts_with("\xD0\xCF\x11\xE0")) return Format::Docx;
    for (const Foreign& foreign : kForeign)
        if (bytes.starts_with(foreign.head))
            throw core::Error(core::ErrorKind::Invalid,
                              {"intake.foreign_format", {{"format", foreign.name}}});
    const std::string head = opening(bytes);
    if (head.find("<akomantoso") != std::string::npos) return Format::CanonicalXml;
    if (holds_html(head, lower_case(manuscript.name))) return Format::Html;
    return Format::PlainText;
}

}  // namespace gongbao::editor
