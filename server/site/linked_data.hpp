// SPDX-License-Identifier: Apache-2.0
// What a page is about, as schema.org JSON-LD: Periodical, PublicationIssue, Legislation.
// Read by search engines; the Frame of a page carries it.
#pragma once

#include <string>

#include "archive/reader.hpp"
#include "server/site/site.hpp"

namespace gongbao::server {

std::string periodical_data(const Site& site);
std::string edition_data(const Site& site, const archive::EditionSummary& edition);
std::string document_data(const Site& site, const archive::RecordSummary& record,
                          const core::Metadata& meta);

}  // namespace gongbao::server
