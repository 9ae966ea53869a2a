// SPDX-License-Identifier: Apache-2.0
// Where things are found on the site, and what a file is called that is saved: composed here for
// pages, feeds, linked data, sitemaps and the command line. Every path begins with a slash and
// stays for ever (a record's id is permanent).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "core/gazette/issue.hpp"

namespace gongbao::core {

inline constexpr std::string_view kYearsPath = "/years";
inline constexpr std::string_view kSearchPath = "/search";
inline constexpr std::string_view kAboutPath = "/about";
inline constexpr std::string_view kDocumentsFeed = "/feeds/documents.atom";
inline constexpr std::string_view kEditionsFeed = "/feeds/editions.atom";
inline constexpr std::string_view kSitemap = "/sitemap.xml";
/// Stands before the digest of a picture.
inline constexpr std::string_view kMediaPath = "/media/";

std::string year_path(int year);                          ///< "/years/2026"
std::string sitemap_path(int year);                       ///< "/sitemap-2026.xml"
std::string edition_path(const IssueNumber& number);      ///< "/editions/2026-8"
std::string edition_pdf_path(const IssueNumber& number);  ///< "/editions/2026-8.pdf"
std::string document_path(std::string_view record);       ///< "/documents/2026-8-3"
std::string document_xml_path(std::string_view record);   ///< "/documents/2026-8-3.xml"
std::string offprint_path(std::string_view record);       ///< "/documents/2026-8-3.pdf"

/// `words`, a title, as part of a file's name: what file systems refuse is left out, and "…" stands
/// for what is beyond `longest` code points.
std::string name_for_file(std::string_view words, std::size_t longest);

}  // namespace gongbao::core
