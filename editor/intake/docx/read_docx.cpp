// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/docx/read_docx.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "core/report/error.hpp"
#include "editor/intake/docx/bound_text.hpp"
#include "editor/intake/docx/ledger.hpp"
#include "editor/intake/docx/margins.hpp"
#include "editor/intake/docx/notes.hpp"
#include "editor/intake/docx/reading.hpp"
#include "editor/intake/docx/story.hpp"
#include "editor/intake/docx/xml_part.hpp"
#include "editor/intake/raw/odd_characters.hpp"

namespace gongbao::editor {
namespace {

using core::Error;
using core::ErrorKind;
using docx::Package;
using docx::Relationships;

[[noreturn]] void refuse(const char* id, const std::string& part = {}) {
    throw Error(ErrorKind::Invalid, {std::string("docx.") + id, {{"part", part}}}, part);
}

// A zip that is no docx is most often another kind of office file.
[[noreturn]] void refuse_foreign(const Package& package) {
    if (package.has_folder("xl/")) refuse("spreadsheet");
    if (package.has_folder("ppt/")) refuse("presentation");
    if (package.has("mimetype") && package.has("content.xml")) refuse("open_document");
    if (package.has("OFD.xml")) refuse("ofd");
    if (package.has("[Content_Types].xml")) refuse("part_missing", "word/document.xml");
    refuse("other_zip");
}

std::string main_part(const Package& package) {
    for (const auto& relationship : Relationships(package, "").of_type("officeDocument"))
        if (package.has(relationship.target)) return relationship.target;
    if (package.has("word/document.xml")) return "word/document.xml";
    refuse_foreign(package);
}

pugi::xml_document open_part(const Package& package, const Relationships& relationships,
                             const char* type) {
    const auto found = relationships.of_type(type);
    if (found.empty() || found.front().external) return {};
    const auto bytes = package.read(found.front().target);
    return bytes ? docx::parse_part(*bytes, found.front().target) : pugi::xml_document{};
}

// Where words are known to be missing, that is the reason.
void check_words(const RawDocument& raw, const core::Diagnostics& findings) {
    const auto prints = [](const RawBlock& block) {
        return !std::holds_alternative<RawFigure>(block);
    };
    if (std::any_of(raw.blocks.begin(), raw.blocks.end(), prints)) return;
    for (const core::Diagnostic& finding : findings)
        if (finding.message.id == "docx.other_document" || finding.message.id == "docx.words_lost")
            throw Error(ErrorKind::Invalid, finding.message);
    refuse(raw.blocks.empty() ? "no_words" : "only_pictures");
}

}  // namespace

RawDocument read_docx(const Manuscript& manuscript, const IntakeLimits& limits,
                      core::Diagnostics& findings) {
    const Package package(manuscript.bytes, limits);
    const std::string part = main_part(package);
    Relationships relationships(package, part);
    const pugi::xml_document main = docx::parse_part(package.read(part).value_or(""), part);
    const pugi::xml_node body = main.child("w:document").child("w:body");
    if (!body) refuse_foreign(package);

    const pugi::xml_document style_part = open_part(package, relationships, "styles");
    const pugi::xml_document numbering_part = open_part(package, relationships, "numbering");
    docx::Styles styles(style_part.child("w:styles"));
    docx::Numbering numbering(numbering_part.child("w:numbering"), styles);
    docx::Reading reading{package,
                          findings,
                          relationships,
                          std::move(styles),
                          std::move(numbering),
                          docx::open_notes(package, relationships, "footnotes"),
                          docx::open_notes(package, relationships, "endnotes"),
                          docx::open_notes(package, relationships, "comments"),
                          {},
                          {}};
    if (!style_part.document_element()) reading.report(core::Level::Hint, {}, "styles_missing");
    const pugi::xml_document theme_part = open_part(package, relationships, "theme");
    reading.theme = docx::ThemeFonts(theme_part.child("a:theme"));
    RawDocument raw;
    raw.source = manuscript.name;
    raw.blocks = docx::Story(reading, body).read();
    docx::report_bound_texts(body, reading);
    report_invisible(reading.invisible, findings);
    if (reading.soft_returns > 0)
        reading.report(core::Level::Warning, {}, "soft_returns",
                       {{"count", std::to_string(reading.soft_returns)}});
    raw.asides = docx::read_margins(reading);
    docx::report_lost_words(reading, main.document_element(), part);
    raw.media = std::move(reading.media);
    check_words(raw, findings);
    return raw;
}

}  // namespace gongbao::editor
