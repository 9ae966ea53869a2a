// SPDX-License-Identifier: Apache-2.0
// What programs read to find their way: sitemaps (sitemaps.org 0.9), robots.txt (RFC 9309) and the
// OpenSearch 1.1 description.
#include "core/text/text.hpp"
#include "server/site/pages.hpp"
#include "server/site/views.hpp"

namespace gongbao::server {
namespace {

constexpr std::string_view kXml = "application/xml; charset=utf-8";
constexpr std::string_view kProlog = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
constexpr std::string_view kSitemaps = "http://www.sitemaps.org/schemas/sitemap/0.9";

std::string entry(std::string_view element, const std::string& address,
                  const std::optional<core::Instant>& modified) {
    std::string xml = "<" + std::string(element) + "><loc>" + escape_html(address) + "</loc>";
    if (modified) xml += "<lastmod>" + core::rfc3339(*modified) + "</lastmod>";
    return xml + "</" + std::string(element) + ">\n";
}

Page xml_page(std::string_view root, const std::string& entries) {
    Page page;
    page.type = kXml;
    page.body = std::string(kProlog) + "<" + std::string(root) + " xmlns=\"" +
                std::string(kSitemaps) + "\">\n" + entries + "</" + std::string(root) + ">\n";
    return page;
}

}  // namespace

std::optional<Page> sitemap_index(const Reading& reading) {
    std::string entries;
    for (const int year : reading.archive.years()) {
        const auto editions = reading.archive.editions(year);
        entries +=
            entry("sitemap", reading.site.url("/sitemap-" + std::to_string(year) + ".xml"),
                  editions.empty() ? std::nullopt : std::optional(editions.front().issued_at));
    }
    // An index without an entry is not valid, so an empty archive lists its home page.
    Page page = entries.empty() ? xml_page("urlset", entry("url", reading.site.url("/"), {}))
                                : xml_page("sitemapindex", entries);
    return page;
}

std::optional<Page> sitemap_year(const Reading& reading) {
    if (reading.argument.size() != 4 ||
        reading.argument.find_first_not_of("0123456789") != std::string::npos)
        return {};
    const auto editions = reading.archive.editions(std::stoi(reading.argument));
    if (editions.empty()) return {};
    const Site& site = reading.site;
    std::string entries =
        entry("url", site.url("/years/" + reading.argument), editions.front().issued_at);
    for (const auto& edition : editions) {
        entries += entry("url", site.url(edition_path(edition.number)), edition.issued_at);
        for (const auto& record : reading.archive.records(edition.number))
            entries += entry("url", site.url(document_path(record.id)), changed_at(record));
    }
    Page page = xml_page("urlset", entries);
    return page;
}

std::optional<Page> robots(const Reading& reading) {
    Page page;
    page.type = "text/plain; charset=utf-8";
    page.body = "User-agent: *\nDisallow: /search\nDisallow: /settings\nAllow: /\n\nSitemap: " +
                reading.site.url("/sitemap.xml") + "\n";
    return page;
}

std::optional<Page> opensearch(const Reading& reading) {
    const Site& site = reading.site;
    // ShortName: at most 16 characters (OpenSearch 1.1, 4.2).
    const std::u32string name = core::to_utf32(site.settings.gazette);
    const std::string short_name = core::to_utf8(std::u32string_view(name).substr(0, 16));
    Page page;
    page.type = "application/opensearchdescription+xml; charset=utf-8";
    page.body =
        std::string(kProlog) +
        "<OpenSearchDescription xmlns=\"http://a9.com/-/spec/opensearch/1.1/\">\n"
        "<ShortName>" +
        escape_html(short_name) + "</ShortName>\n<Description>" +
        escape_html(site.say("pages.search.description", {{"gazette", site.settings.gazette}})) +
        "</Description>\n<InputEncoding>UTF-8</InputEncoding>\n"
        "<Image type=\"image/svg+xml\">" +
        escape_html(site.url("/favicon.svg")) + "</Image>\n<Url type=\"text/html\" template=\"" +
        escape_html(site.url("/search?q={searchTerms}")) + "\"/>\n</OpenSearchDescription>\n";
    return page;
}

}  // namespace gongbao::server
