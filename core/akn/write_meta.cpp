// SPDX-License-Identifier: Apache-2.0
#include "core/akn/write_meta.hpp"

#include <string>

#include "core/akn/iri.hpp"
#include "core/akn/names.hpp"
#include "core/document/document.hpp"
#include "core/text/text.hpp"

namespace gongbao::core::akn {
namespace {

constexpr std::string_view kPress = "#gongbao";

void write_value(XmlWriter& xml, std::string_view element, std::string_view value) {
    xml.open(element).attribute("value", value).close();
}

// "this" and "uri" of one FRBR level.
void write_identity(XmlWriter& xml, const std::string& iri, const std::string& component,
                    const std::string& ending = {}) {
    write_value(xml, "FRBRthis", iri + "/" + component + ending);
    write_value(xml, "FRBRuri", iri + ending);
}

void write_date(XmlWriter& xml, std::string_view date, std::string_view name) {
    xml.open("FRBRdate").attribute("date", date).attribute("name", name).close();
}

void write_first_date(XmlWriter& xml, const Metadata& meta) {
    if (meta.written)
        write_date(xml, iso(*meta.written), "written");
    else
        write_date(xml, kNoDate, "unknown");
}

void write_dates(XmlWriter& xml, const Metadata& meta) {
    bool dated = false;
    for (const auto& [date, name] : kDates) {
        if (!(meta.*date)) continue;
        write_date(xml, iso(*(meta.*date)), name);
        dated = true;
    }
    if (!dated) write_date(xml, kNoDate, "unknown");
}

std::string issuer_id(std::size_t index) {
    return "issuer_" + std::to_string(index + 1);
}

void write_authors(XmlWriter& xml, const Metadata& meta) {
    for (std::size_t i = 0; i < meta.issuers.size(); ++i)
        xml.open("FRBRauthor").attribute("href", "#" + issuer_id(i)).close();
    if (meta.issuers.empty()) xml.open("FRBRauthor").attribute("href", kPress).close();
}

void write_alias(XmlWriter& xml, std::string_view value, std::string_view name) {
    if (value.empty()) return;
    xml.open("FRBRalias").attribute("value", value).attribute("name", name).close();
}

// Expression and manifestation follow from the work: one language, one form.
void write_derived_levels(XmlWriter& xml, const Metadata& meta, const std::string& component) {
    const std::string expression = work_iri(meta) + "/zho@";
    xml.open("FRBRExpression");
    write_identity(xml, expression, component);
    write_first_date(xml, meta);
    write_authors(xml, meta);
    xml.open("FRBRlanguage").attribute("language", "zho").close();
    xml.close();
    xml.open("FRBRManifestation");
    write_identity(xml, expression, component, ".xml");
    write_first_date(xml, meta);
    xml.open("FRBRauthor").attribute("href", kPress).close();
    write_value(xml, "FRBRformat", "application/akn+xml");
    xml.close();
}

void write_identification(XmlWriter& xml, const Metadata& meta) {
    xml.open("identification").attribute("source", kPress);
    xml.open("FRBRWork");
    write_identity(xml, work_iri(meta), "!main");
    write_alias(xml, meta.title, "title");
    write_alias(xml, meta.index_number, "index-number");
    write_dates(xml, meta);
    write_authors(xml, meta);
    write_value(xml, "FRBRcountry", "cn");
    if (!meta.kind.empty()) write_value(xml, "FRBRsubtype", meta.kind);
    if (!meta.number.empty()) write_value(xml, "FRBRnumber", meta.number);
    xml.close();
    write_derived_levels(xml, meta, "!main");
    xml.close();
}

void write_keyword(XmlWriter& xml, std::string_view words, std::string_view dictionary) {
    xml.open("keyword").attribute("value", words).attribute("showAs", words);
    xml.attribute("dictionary", dictionary).close();
}

void write_classification(XmlWriter& xml, const Metadata& meta) {
    if (meta.themes.empty() && meta.keywords.empty()) return;
    xml.open("classification").attribute("source", kPress);
    for (const auto& theme : meta.themes) write_keyword(xml, theme, "#themes");
    for (const auto& keyword : meta.keywords) write_keyword(xml, keyword, "#keywords");
    xml.close();
}

struct Reference {
    std::string_view element;
    std::string_view kind;  ///< in the address of the ontology
    std::string id;
    std::string name;
};

void write_reference(XmlWriter& xml, const Reference& reference) {
    xml.open(reference.element).attribute("eId", reference.id);
    xml.attribute("href", "/akn/ontology/" + std::string(reference.kind) + "/cn/" +
                              iri_segment(reference.name));
    xml.attribute("showAs", reference.name).close();
}

// Whom the elements role and person inside of signatures refer to.
void write_signers(XmlWriter& xml, const Document& document) {
    for_each_block(document, [&](const Block& block) {
        if (block.role != Role::Signature) return;
        for (const MarkElement& part : kSignerElements) {
            std::string name;
            bool any = false;
            for (const Inline& run : block.runs) {
                if (!run.marks.has(part.mark)) continue;
                any = true;
                if (holds_words(run)) name += run.text;
            }
            if (!any) continue;
            const bool post = part.mark == Mark::Post;
            write_reference(xml, {post ? "TLCRole" : "TLCPerson", post ? "role" : "person",
                                  signer_reference(part, block.id), without_spaces(name)});
        }
    });
}

void write_references(XmlWriter& xml, const Document& document) {
    const Metadata& meta = document.meta;
    xml.open("references").attribute("source", kPress);
    write_reference(xml,
                    {"TLCOrganization", "organization", std::string(kPress.substr(1)), "gongbao"});
    for (std::size_t i = 0; i < meta.issuers.size(); ++i)
        write_reference(xml, {"TLCOrganization", "organization", issuer_id(i), meta.issuers[i]});
    write_signers(xml, document);
    xml.close();
}

void write_proprietary(XmlWriter& xml, const Document& document) {
    const Metadata& meta = document.meta;
    xml.open("proprietary").attribute("source", kPress);
    write_value(xml, "gb:force", name_of(meta.force));
    write_value(xml, "gb:openness", name_of(meta.openness));
    if (!meta.source.empty()) write_value(xml, "gb:source", meta.source);
    for (const Media& media : document.media) {
        xml.open("gb:media").attribute("digest", media.digest);
        xml.attribute("type", media.type).close();
    }
    xml.close();
}

}  // namespace

void write_meta(XmlWriter& xml, const Document& document) {
    const Metadata& meta = document.meta;
    xml.open("meta");
    write_identification(xml, meta);
    if (meta.published) {
        xml.open("publication").attribute("date", iso(*meta.published));
        xml.attribute("showAs", "发布日期").attribute("name", "published").close();
    }
    write_classification(xml, meta);
    write_references(xml, document);
    write_proprietary(xml, document);
    xml.close();
}

void write_annex_meta(XmlWriter& xml, const Metadata& meta, std::string_view component) {
    const std::string part = "!" + std::string(component);
    xml.open("meta");
    xml.open("identification").attribute("source", kPress);
    xml.open("FRBRWork");
    write_identity(xml, work_iri(meta), part);
    write_first_date(xml, meta);
    write_authors(xml, meta);
    write_value(xml, "FRBRcountry", "cn");
    xml.close();
    write_derived_levels(xml, meta, part);
    xml.close();
    xml.close();
}

}  // namespace gongbao::core::akn
