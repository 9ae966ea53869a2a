// SPDX-License-Identifier: Apache-2.0
// Editions and records as templates see them. Shared by the pages that list them.
#pragma once

#include <vector>

#include "archive/archive.hpp"
#include "server/site/site.hpp"

namespace gongbao::server {

std::string edition_path(const core::IssueNumber& number);  ///< "/editions/2026-8"
std::string pdf_path(const core::IssueNumber& number);      ///< "/editions/2026-8.pdf"
std::string offprint_path(std::string_view record);
std::string document_path(std::string_view record);  ///< "/documents/2026-8-3"

/// issue, date (with date_iso), records, pages, pdf, pdf_size …: see
/// templates/pages/edition.html.
View edition_view(const Site& site, const archive::EditionSummary& edition);
/// title, carries, number, issuers, written, page …: see templates/pages/contents.html.
View record_view(const Site& site, const archive::RecordSummary& record);
/// What is said of a correction: its issue, title and number, as words that can be linked.
std::string related_words(const Site& site, const archive::RelatedRecord& related);
/// The records under their sections, in printed order.
View contents_view(const Site& site, const std::vector<archive::RecordSummary>& records);
/// `text` with its ranges as <mark>, everything else escaped.
std::string marked_html(const archive::Highlighted& text);

}  // namespace gongbao::server
