// SPDX-License-Identifier: Apache-2.0
#include "core/akn/read_meta.hpp"

#include <string>

#include "core/akn/names.hpp"
#include "core/document/document.hpp"

namespace gongbao::core::akn {
namespace {

std::string_view value_of(pugi::xml_node node, const char* attribute = "value") {
    return node.attribute(attribute).value();
}

Date read_date(const XmlSource& source, pugi::xml_node node) {
    const auto date = parse_date(value_of(node, "date"));
    if (!date) source.refuse(node, "akn.bad_value");
    return *date;
}

void read_work(const XmlSource& source, pugi::xml_node work, Metadata& meta) {
    for (const auto node : source.elements(work)) {
        const std::string_view element = node.name();
        const std::string_view name = value_of(node, "name");
        if (element == "FRBRalias" && name == "title") meta.title = value_of(node);
        if (element == "FRBRalias" && name == "index-number") meta.index_number = value_of(node);
        if (element == "FRBRsubtype") meta.kind = value_of(node);
        if (element == "FRBRnumber") meta.number = value_of(node);
        if (element != "FRBRdate") continue;
        for (const auto& [date, known] : kDates)
            if (name == known) meta.*date = read_date(source, node);
    }
}

void read_keyword(const XmlSource& source, pugi::xml_node node, Metadata& meta) {
    source.expect(node, "keyword");
    const std::string_view dictionary = value_of(node, "dictionary");
    if (dictionary == "#themes")
        meta.themes.emplace_back(value_of(node));
    else if (dictionary == "#keywords")
        meta.keywords.emplace_back(value_of(node));
    else
        source.refuse(node, "akn.bad_value");
}

void read_proprietary(const XmlSource& source, pugi::xml_node node, Document& document) {
    const std::string_view element = node.name();
    Metadata& meta = document.meta;
    if (element == "gb:force") {
        const auto force = force_named(value_of(node));
        if (!force) source.refuse(node, "akn.bad_value");
        meta.force = *force;
    } else if (element == "gb:openness") {
        const auto openness = openness_named(value_of(node));
        if (!openness) source.refuse(node, "akn.bad_value");
        meta.openness = *openness;
    } else if (element == "gb:source") {
        meta.source = value_of(node);
    } else if (element == "gb:media") {
        document.media.push_back(
            {std::string(value_of(node, "digest")), std::string(value_of(node, "type")), nullptr});
    } else {
        source.refuse(node);
    }
}

void read_issuers(const XmlSource& source, pugi::xml_node references, Metadata& meta) {
    for (const auto node : source.elements(references)) {
        const std::string_view element = node.name();
        // Those who sign stand in the signatures themselves.
        if (element == "TLCPerson" || element == "TLCRole") continue;
        source.expect(node, "TLCOrganization");
        if (value_of(node, "eId").starts_with("issuer_"))
            meta.issuers.emplace_back(value_of(node, "showAs"));
    }
}

}  // namespace

void read_meta(const XmlSource& source, pugi::xml_node meta, Document& document) {
    source.expect(meta, "meta");
    for (const auto node : source.elements(meta)) {
        const std::string_view element = node.name();
        if (element == "identification")
            read_work(source, node.child("FRBRWork"), document.meta);
        else if (element == "publication")
            document.meta.published = read_date(source, node);
        else if (element == "classification")
            for (const auto keyword : source.elements(node))
                read_keyword(source, keyword, document.meta);
        else if (element == "references")
            read_issuers(source, node, document.meta);
        else if (element == "proprietary")
            for (const auto own : source.elements(node)) read_proprietary(source, own, document);
        else
            source.refuse(node);
    }
}

}  // namespace gongbao::core::akn
