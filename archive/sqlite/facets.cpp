// SPDX-License-Identifier: Apache-2.0
#include "archive/sqlite/facets.hpp"

#include "archive/sqlite/catalogue.hpp"

namespace gongbao::archive {
namespace {

std::vector<std::string> names_from(core::Statement rows) {
    std::vector<std::string> names;
    while (rows.step()) names.push_back(rows.text(0));
    return names;
}

}  // namespace

const std::vector<std::string>& Facets::sections(const core::Database& database) {
    // The revision is read first: an edition issued in between makes the next call count again.
    if (const std::int64_t now = revision_of(database); sections_.revision != now)
        sections_ = {now, names_from(database.prepare(
                              "SELECT section FROM record WHERE section <> '' GROUP BY section "
                              "ORDER BY count(*) DESC, section"))};
    return sections_.names;
}

const std::vector<std::string>& Facets::issuers(const core::Database& database) {
    if (const std::int64_t now = revision_of(database); issuers_.revision != now)
        issuers_ = {now, names_from(database.prepare("SELECT name FROM issuer GROUP BY name "
                                                     "ORDER BY count(*) DESC, name"))};
    return issuers_.names;
}

}  // namespace gongbao::archive
