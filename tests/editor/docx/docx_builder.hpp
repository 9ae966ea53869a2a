// SPDX-License-Identifier: Apache-2.0
// Makes a docx in memory from the XML a test shows, so that each test holds its whole manuscript.
#pragma once

#include <zip.h>

#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/report/diagnostic.hpp"
#include "editor/intake/docx/read_docx.hpp"

namespace gongbao::editor {

/// A zip archive of entries (name, bytes), as bytes.
inline std::string zip_of(const std::vector<std::pair<std::string, std::string>>& entries) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, &error);
    zip_t* archive = zip_open_from_source(target, ZIP_TRUNCATE, &error);
    zip_source_keep(target);
    for (const auto& [name, bytes] : entries) {
        zip_source_t* source = zip_source_buffer(archive, bytes.data(), bytes.size(), 0);
        if (zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8) < 0) std::abort();
    }
    if (zip_close(archive) != 0) std::abort();
    zip_stat_t stat;
    zip_source_stat(target, &stat);
    std::string out(stat.size, '\0');
    zip_source_open(target);
    zip_source_read(target, out.data(), out.size());
    zip_source_close(target);
    zip_source_free(target);
    return out;
}

inline constexpr const char* kNamespaces =
    R"( xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main")"
    R"( xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships")"
    R"( xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing")"
    R"( xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main")"
    R"( xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture")"
    R"( xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006")"
    R"( xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape")"
    R"( xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math")"
    R"( xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart")"
    R"( xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office")";

class DocxBuilder {
  public:
    explicit DocxBuilder(std::string body) : body_(std::move(body)) {}

    DocxBuilder& styles(const std::string& xml) { return part("styles", "w:styles", xml); }
    DocxBuilder& numbering(const std::string& xml) { return part("numbering", "w:numbering", xml); }
    DocxBuilder& footnotes(const std::string& xml) { return part("footnotes", "w:footnotes", xml); }
    DocxBuilder& endnotes(const std::string& xml) { return part("endnotes", "w:endnotes", xml); }
    DocxBuilder& comments(const std::string& xml) { return part("comments", "w:comments", xml); }
    DocxBuilder& header(const std::string& xml) { return part("header", "w:hdr", xml); }

    /// A file word/`name` with a relationship `id` of `type` to it.
    DocxBuilder& file(std::string name, std::string bytes, const std::string& type,
                      const std::string& id) {
        relate(type, id, name);
        entries_.emplace_back("word/" + std::move(name), std::move(bytes));
        return *this;
    }
    /// A relationship `id` to something outside of the package.
    DocxBuilder& link(const std::string& type, const std::string& id, const std::string& target) {
        relationships_ += relationship(type, id, target, R"( TargetMode="External")");
        return *this;
    }
    /// Any entry of the package, without a relationship.
    DocxBuilder& entry(std::string name, std::string bytes) {
        entries_.emplace_back(std::move(name), std::move(bytes));
        return *this;
    }

    std::string bytes() const {
        auto entries = entries_;
        entries.emplace_back("[Content_Types].xml", "<Types/>");
        entries.emplace_back("_rels/.rels",
                             list(relationship("officeDocument", "main", "word/document.xml", "")));
        entries.emplace_back("word/_rels/document.xml.rels", list(relationships_));
        entries.emplace_back("word/document.xml", std::string("<w:document") + kNamespaces +
                                                      "><w:body>" + body_ +
                                                      "</w:body></w:document>");
        return zip_of(entries);
    }

  private:
    DocxBuilder& part(const std::string& type, const std::string& root, const std::string& xml) {
        return file(type + ".xml", "<" + root + kNamespaces + ">" + xml + "</" + root + ">", type,
                    type);
    }
    static std::string relationship(const std::string& type, const std::string& id,
                                    const std::string& target, const std::string& more) {
        return R"(<Relationship Id=")" + id +
               R"(" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/)" +
               type + R"(" Target=")" + target + "\"" + more + "/>";
    }
    static std::string list(const std::string& relationships) {
        return R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/)"
               R"(relationships">)" +
               relationships + "</Relationships>";
    }
    void relate(const std::string& type, const std::string& id, const std::string& name) {
        relationships_ += relationship(type, id, name, "");
    }

    std::string body_;
    std::string relationships_;
    std::vector<std::pair<std::string, std::string>> entries_;
};

/// A paragraph of one run of plain words.
inline std::string paragraph(const std::string& words, const std::string& properties = {}) {
    return "<w:p>" + (properties.empty() ? "" : "<w:pPr>" + properties + "</w:pPr>") +
           R"(<w:r><w:t xml:space="preserve">)" + words + "</w:t></w:r></w:p>";
}

struct Read {
    RawDocument raw;
    core::Diagnostics findings;

    /// The words of the paragraphs, one a line, notes as "{①…}", line breaks as "/".
    std::string words() const;
    std::vector<RawParagraph> paragraphs() const;
    core::Table table(std::size_t index = 0) const;
    std::vector<core::Figure> figures() const;
    /// Level, place and id of the findings: "error 第1段 docx.deleted".
    std::vector<std::string> found() const;
};

std::string words_in(const core::Runs& runs);
Read read(const DocxBuilder& docx, const IntakeLimits& limits = {});
Read read(const std::string& body);
/// "invalid docx.truncated" when reading fails so; "" when it does not.
std::string refusal(const std::string& bytes, const IntakeLimits& limits = {});

}  // namespace gongbao::editor
