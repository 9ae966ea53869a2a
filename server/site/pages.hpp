// SPDX-License-Identifier: Apache-2.0
// Every page of the public site, one function each; nothing when what is asked for does not exist.
//
// Called by site_area.cpp through its table. A page made from a Reading is a function of the
// archive's revision, of the request's path and parameters, and of the reader's preferences alone,
// so it may be kept until the revision changes.
#pragma once

#include <optional>

#include "server/site/reading.hpp"

namespace gongbao::server {

std::optional<Page> home_page(const Reading& reading);      ///< /
std::optional<Page> edition_page(const Reading& reading);   ///< /editions/2026-8
std::optional<Page> document_page(const Reading& reading);  ///< /documents/2026-8-3
std::optional<Page> document_xml(const Reading& reading);   ///< /documents/2026-8-3.xml
std::optional<Page> years_page(const Reading& reading);     ///< /years
std::optional<Page> year_page(const Reading& reading);      ///< /years/2026
/// /search: q, year, section, issuer, order (relevance, newest), page (from 1)
std::optional<Page> search_page(const Reading& reading);
std::optional<Page> about_page(const Reading& reading);  ///< /about

std::optional<Page> documents_atom(const Reading& reading);  ///< /feeds/documents.atom, page
std::optional<Page> editions_atom(const Reading& reading);   ///< /feeds/editions.atom, page
std::optional<Page> sitemap_index(const Reading& reading);   ///< /sitemap.xml
std::optional<Page> sitemap_year(const Reading& reading);    ///< /sitemap-2026.xml
std::optional<Page> robots(const Reading& reading);          ///< /robots.txt
std::optional<Page> opensearch(const Reading& reading);      ///< /opensearch.xml

/// /settings, back: the address to come back to
Page settings_page(const PublicSite& whole, const Visit& visit);
/// The same address, posted: keeps what was chosen and leads back.
/// Throws: Error(Invalid) for a form that is not that of the page.
Response change_settings(const PublicSite& whole, const Visit& visit);

std::optional<Page> static_file(const Reading& reading);  ///< /static/site.css
std::optional<Page> icon(const Reading& reading);         ///< /favicon.ico, /favicon.svg

}  // namespace gongbao::server
