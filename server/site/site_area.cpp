// SPDX-License-Identifier: Apache-2.0
#include "server/site/site_area.hpp"

#include "server/site/downloads.hpp"
#include "server/site/error_page.hpp"
#include "server/site/pages.hpp"

namespace gongbao::server {
namespace {

constexpr std::int64_t kMostForm = 8 * 1024;  ///< bytes; the reading settings are a few words

using PageFunction = std::optional<Page> (*)(const Reading&);
using Download = std::optional<Response> (*)(Readers&, const Request&, std::string_view);

/// Makes the lines of the table.
struct Table {
    const PublicSite& site;
    Readers& readers;

    Route::MakePage page(PageFunction make) const {
        return [this_site = &site, these = &readers, make](const Visit& visit) {
            const Readers::Lent archive = these->borrow();
            return make({this_site->seen_by(visit.preferences), *archive, *archive, visit});
        };
    }

    /// The same for everybody, in the site's first language.
    Route file(std::string pattern, PageFunction make,
               std::vector<std::string> parameters = {}) const {
        Route route{std::move(pattern)};
        route.page = page(make);
        route.parameters = std::move(parameters);
        return route;
    }

    /// In the reader's language and type.
    Route html(std::string pattern, PageFunction make,
               std::vector<std::string> parameters = {}) const {
        Route route = file(std::move(pattern), make, std::move(parameters));
        route.by_reader = true;
        return route;
    }

    Route download(std::string pattern, Download send) const {
        Route route{std::move(pattern)};
        route.answer = [these = &readers, send](const Visit& visit) {
            return send(*these, visit.request, visit.argument);
        };
        return route;
    }

    Route settings() const {
        Route route{"/settings"};
        route.page = [this_site = &site](const Visit& visit) {
            return std::optional(settings_page(*this_site, visit));
        };
        route.parameters = {"back"};
        route.by_reader = true;
        route.keep = Keep::Private;
        return route;
    }

    Route change_of_settings() const {
        Route route{"/settings", {Method::Post}};
        route.answer = [this_site = &site](const Visit& visit) {
            return std::optional(change_settings(*this_site, visit));
        };
        route.brings = Route::Brings::Form;
        route.most_content = kMostForm;
        route.keep = Keep::Never;
        return route;
    }
};

/// All addresses, the more particular first.
std::vector<Route> routes(const Table& table) {
    return {
        table.html("/", home_page),
        table.download("/editions/*.pdf", download_pdf),
        table.html("/editions/*", edition_page),
        table.download("/documents/*.pdf", download_offprint),
        table.file("/documents/*.xml", document_xml),
        table.html("/documents/*", document_page),
        table.download("/media/*", download_picture),
        table.html("/years", years_page),
        table.html("/years/*", year_page),
        table.html("/search", search_page, {"q", "year", "section", "issuer", "order", "page"}),
        table.html("/about", about_page),
        table.settings(),
        table.change_of_settings(),
        table.file("/feeds/documents.atom", documents_atom, {"page", "edition"}),
        table.file("/feeds/editions.atom", editions_atom, {"page"}),
        table.file("/sitemap.xml", sitemap_index),
        table.file("/sitemap-*.xml", sitemap_year),
        table.file("/robots.txt", robots),
        table.file("/opensearch.xml", opensearch),
        table.file("/static/*", static_file, {"v"}),
        table.file("/favicon.ico", icon),
        table.file("/favicon.svg", icon),
    };
}

}  // namespace

Area site_area(const PublicSite& site, Readers& readers) {
    Area area;
    area.policy.origin_required = false;  // nothing here is done in a reader's name
    area.policy.most_content = kMostForm;
    area.routes = routes({site, readers});
    area.languages = site.tags();
    area.state = [&readers] { return readers.state(); };
    area.explain = [&site](const Failure& failure) {
        return error_page(site.seen_by(failure.preferences), failure);
    };
    return area;
}

}  // namespace gongbao::server
