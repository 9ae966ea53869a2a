// SPDX-License-Identifier: Apache-2.0
#include "server/site/routes.hpp"

#include "core/text/text.hpp"
#include "server/http/target.hpp"
#include "server/site/pages.hpp"

namespace gongbao::server {

const std::vector<Route>& routes() {
    static const std::vector<Route> kRoutes = {
        {"/", home_page, {}},
        {"/editions/*", edition_page, {}},
        {"/documents/*.xml", document_xml, {}},
        {"/documents/*", document_page, {}},
        {"/years", years_page, {}},
        {"/years/*", year_page, {}},
        {"/search", search_page, {"q", "year", "section", "issuer", "order", "page"}},
        {"/about", about_page, {}},
        {"/feeds/documents.atom", documents_atom, {"page", "edition"}},
        {"/feeds/editions.atom", editions_atom, {"page"}},
        {"/sitemap.xml", sitemap_index, {}},
        {"/sitemap-*.xml", sitemap_year, {}},
        {"/robots.txt", robots, {}},
        {"/opensearch.xml", opensearch, {}},
        {"/static/*", static_file, {"v"}},
        {"/favicon.ico", icon, {}},
        {"/favicon.svg", icon, {}},
    };
    return kRoutes;
}

std::optional<std::string> match_pattern(std::string_view pattern, std::string_view path) {
    const std::size_t star = pattern.find('*');
    if (star == std::string_view::npos)
        return pattern == path ? std::optional<std::string>("") : std::nullopt;
    const std::string_view head = pattern.substr(0, star);
    const std::string_view tail = pattern.substr(star + 1);
    if (path.size() <= head.size() + tail.size()) return {};
    if (!core::starts_with(path, head) || !core::ends_with(path, tail)) return {};
    const std::string_view middle =
        path.substr(head.size(), path.size() - head.size() - tail.size());
    if (middle.find('/') != std::string_view::npos) return {};
    return std::string(middle);
}

std::optional<Match> match_route(std::string_view path) {
    for (const Route& route : routes())
        if (auto argument = match_pattern(route.pattern, path))
            return Match{&route, std::move(*argument)};
    return {};
}

std::string address_of(const Route& route, const Request& request) {
    std::string address = request.path;
    for (const std::string_view name : route.parameters) {
        const std::string_view value = request.parameter(name);
        if (value.empty()) continue;
        address.append("&").append(name).append("=").append(percent_encoded(value));
    }
    return address;
}

}  // namespace gongbao::server
