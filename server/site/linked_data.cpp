// SPDX-License-Identifier: Apache-2.0
#include "server/site/linked_data.hpp"

#include <nlohmann/json.hpp>

#include "core/gazette/addresses.hpp"
#include "server/site/views.hpp"

namespace gongbao::server {
namespace {

using Json = nlohmann::ordered_json;

Json periodical(const Site& site) {
    return {{"@type", "Periodical"},
            {"@id", site.url("/")},
            {"name", site.settings.gazette},
            {"inLanguage", "zh-CN"},
            {"url", site.url("/")}};
}

Json issue(const Site& site, const core::IssueNumber& number) {
    return {{"@type", "PublicationIssue"},
            {"@id", site.url(core::edition_path(number))},
            {"issueNumber", std::to_string(number.number)}};
}

Json encoding(const std::string& type, const std::string& address) {
    return {{"@type", "MediaObject"}, {"encodingFormat", type}, {"contentUrl", address}};
}

std::string with_context(const Json& data) {
    Json whole = {{"@context", "https://schema.org"}};
    whole.update(data);
    return whole.dump(-1, ' ', false, Json::error_handler_t::replace);
}

/// The government whose gazette this is: 云岭省人民政府公报 → 云岭省.
std::string jurisdiction(const std::string& gazette) {
    const std::size_t end = gazette.find("人民政府");
    return end == std::string::npos || end == 0 ? gazette : gazette.substr(0, end);
}

}  // namespace

std::string periodical_data(const Site& site) {
    return with_context(periodical(site));
}

std::string edition_data(const Site& site, const archive::EditionSummary& edition) {
    Json data = issue(site, edition.number);
    data["name"] = site.say_issue(edition.number);
    data["datePublished"] = core::iso(edition.date);
    data["inLanguage"] = "zh-CN";
    data["numberOfPages"] = edition.pages;
    data["isPartOf"] = periodical(site);
    data["encoding"] =
        encoding("application/pdf", site.url(core::edition_pdf_path(edition.number)));
    return with_context(data);
}

std::string document_data(const Site& site, const archive::RecordSummary& record,
                          const core::Metadata& meta) {
    Json data = {{"@type", "Legislation"},
                 {"@id", site.url(core::document_path(record.id))},
                 {"name", record.title},
                 {"legislationIdentifier", record.number.empty() ? record.id : record.number},
                 {"legislationType", record.kind.empty() ? record.section : record.kind},
                 {"legislationJurisdiction", jurisdiction(site.settings.gazette)},
                 {"inLanguage", "zh-CN"},
                 {"datePublished", core::rfc3339(record.issued_at)}};
    if (record.written) data["legislationDate"] = core::iso(*record.written);
    if (record.effective) data["legislationDateVersion"] = core::iso(*record.effective);
    if (!meta.keywords.empty()) data["keywords"] = meta.keywords;
    Json issuers = Json::array();
    for (const std::string& name : record.issuers)
        issuers.push_back({{"@type", "GovernmentOrganization"}, {"name", name}});
    if (!issuers.empty()) data["legislationPassedBy"] = issuers;
    const auto addresses = [&](const std::vector<archive::RelatedRecord>& related) {
        Json list = Json::array();
        for (const archive::RelatedRecord& one : related)
            list.push_back(site.url(core::document_path(one.id)));
        return list;
    };
    if (!record.corrects.empty()) data["legislationCorrects"] = addresses(record.corrects);
    if (!record.corrected_by.empty()) data["correction"] = addresses(record.corrected_by);
    data["isPartOf"] = issue(site, record.issue);
    data["encoding"] =
        Json::array({encoding("application/xml", site.url(core::document_xml_path(record.id)))});
    if (!record.offprint_digest.empty())
        data["encoding"].push_back(
            encoding("application/pdf", site.url(core::offprint_path(record.id))));
    return with_context(data);
}

}  // namespace gongbao::server
