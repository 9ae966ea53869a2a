// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/format.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "core/report/error.hpp"
#include "core/text/text.hpp"
#include "editor/intake/html/mhtml.hpp"

namespace gongbao::editor {
namespace {

using std::string_view_literals::operator""sv;

struct Foreign {
    std::string_view head;
    const char* name;
    const char* id;  // of the advice
};

constexpr std::array kForeign = {
    Foreign{"%PDF-"sv, "PDF", "intake.pdf_file"},
    Foreign{"{\\rtf"sv, "RTF", "intake.rtf_file"},
    Foreign{"\x89PNG"sv, "PNG", "intake.picture_file"},
    Foreign{"\xFF\xD8\xFF"sv, "JPEG", "intake.picture_file"},
    Foreign{"GIF8"sv, "GIF", "intake.picture_file"},
    Foreign{"II*\0"sv, "TIFF", "intake.picture_file"},
    Foreign{"MM\0*"sv, "TIFF", "intake.picture_file"},
    Foreign{"Rar!"sv, "RAR", "intake.archive_file"},
    Foreign{"7z\xBC\xAF"sv, "7z", "intake.archive_file"},
    Foreign{"\x1F\x8B"sv, "gzip", "intake.archive_file"},
    Foreign{"SQLite format 3"sv, "SQLite", "intake.foreign_format"},
    // What document security systems make of a file: the name stays, the bytes are theirs.
    Foreign{"%TSD-Header-"sv, "", "intake.secured_file"},
    Foreign{"\x62\x14\x23\x65"sv, "", "intake.secured_file"},
    Foreign{"\x9B\x20"
            "DRMONE"sv,
            "", "intake.secured_file"},
    Foreign{"SCDSA0"sv, "", "intake.secured_file"},
    Foreign{"<DOCUMENT SAFER"sv, "", "intake.secured_file"},
};

[[noreturn]] void refuse(const char* id, const char* format = "") {
    throw core::Error(core::ErrorKind::Invalid, {id, {{"format", format}}});
}

// The opening of the file as ASCII: a byte order mark, and the NULs of UTF-16, taken away.
std::string opening(std::string_view bytes) {
    std::string head(bytes.substr(0, 8192));
    std::erase(head, '\0');
    for (const std::string_view mark : {"\xEF\xBB\xBF"sv, "\xFF\xFE"sv, "\xFE\xFF"sv})
        if (head.starts_with(mark)) head.erase(0, mark.size());
    const std::size_t first = head.find_first_not_of(" \t\r\n");
    return core::lower_case(first == std::string::npos ? "" : std::string_view(head).substr(first));
}

bool is_office_name(std::string_view name) {
    for (const char* ending : {".docx", ".doc", ".docm", ".dotx", ".wps", ".wpt", ".rtf", ".odt",
                               ".pdf", ".ofd", ".uot"})
        if (name.ends_with(ending)) return true;
    return false;
}

// Neither text of any encoding nor a format with a head of its own: C0 controls all over.
bool is_scrambled(std::string_view bytes) {
    const std::string_view sample = bytes.substr(0, 65536);
    const auto odd = std::count_if(sample.begin(), sample.end(), [](char c) {
        return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r' &&
               c != '\f' && c != '\0';
    });
    return static_cast<std::size_t>(odd) * 50 > sample.size();
}

// Documents as bare XML: Word 2003, Word's flat package, OpenDocument; nothing here reads them.
bool is_office_xml(std::string_view head) {
    for (const char* root : {"<w:worddocument", "<pkg:package", "<office:document",
                             "progid=\"word.document\"", "<uof:uof"})
        if (head.find(root) != std::string_view::npos) return true;
    return false;
}

bool holds_html(std::string_view head, std::string_view name) {
    if (head.starts_with("<!doctype html") || head.starts_with("<html")) return true;
    const bool named_html = name.ends_with(".html") || name.ends_with(".htm");
    if (!head.starts_with("<") && !named_html) return false;
    for (const char* tag :
         {"<html", "<head",   "<body",       "<div", "<table", "<p>",       "<p ",      "<span",
          "<meta", "<h1",     "<h2",         "<br",  "<pre",   "<section",  "<article", "<center",
          "<font", "<strong", "<blockquote", "<ol",  "<ul",    "<frameset", "<style"})
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
    if (bytes.empty()) refuse("intake.empty_file");
    if (bytes.starts_with("PK") || bytes.starts_with("\xD0\xCF\x11\xE0")) return Format::Docx;
    for (const Foreign& foreign : kForeign)
        if (bytes.starts_with(foreign.head)) refuse(foreign.id, foreign.name);
    const std::string head = opening(bytes);
    if (head.find("<akomantoso") != std::string::npos) return Format::CanonicalXml;
    if (is_office_xml(head)) refuse("intake.office_xml");
    const std::string name = core::lower_case(manuscript.name);
    if (is_mime_message(bytes) || holds_html(head, name)) return Format::Html;
    if (is_office_name(name) && is_scrambled(bytes)) refuse("intake.secured_file");
    return Format::PlainText;
}

}  // namespace gongbao::editor
