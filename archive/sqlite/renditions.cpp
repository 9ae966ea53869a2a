// SPDX-License-Identifier: Apache-2.0
#include "archive/sqlite/renditions.hpp"

#include <utility>

#include "archive/sqlite/catalogue.hpp"
#include "core/report/error.hpp"

namespace gongbao::archive {

using core::Database;
using core::Statement;

RenditionOwner owner_named(const Database& database, std::string_view name) {
    if (const auto number = core::parse_issue_slug(name)) {
        const auto edition = edition_row(database, *number);
        if (!edition)
            throw core::Error(core::ErrorKind::NotFound,
                              {"archive.no_edition", {{"issue", core::printed_number(*number)}}});
        return {edition, {}};
    }
    return {{}, row_of(database, name)};
}

void put_rendition_row(Database& database, const RenditionOwner& owner, const RenditionRow& row) {
    database
        .prepare(
            "INSERT INTO rendition (edition, record, kind, blob, pages, revision) "
            "VALUES (?, ?, ?, ?, ?, ?)")
        .bind(1, owner.edition)
        .bind(2, owner.record)
        .bind(3, row.kind)
        .bind(4, row.blob)
        .bind(5, row.pages)
        .bind(6, row.revision)
        .run();
}

std::vector<Rendition> list_renditions(const Database& database, const RenditionOwner& owner) {
    Statement rows = database.prepare(
        "SELECT rendition.kind, blob.type, blob.digest, blob.size, pages, revision FROM rendition "
        "JOIN blob ON blob.id = rendition.blob WHERE edition = ? OR record = ? "
        "ORDER BY revision, rendition.id");
    rows.bind(1, owner.edition).bind(2, owner.record);
    std::vector<Rendition> found;
    while (rows.step())
        found.push_back({rows.text(0), rows.text(1), rows.text(2), rows.integer(3),
                         static_cast<int>(rows.integer(4)), rows.integer(5)});
    return found;
}

std::optional<Rendition> find_rendition(const Database& database, const RenditionOwner& owner,
                                        std::string_view kind) {
    for (Rendition& one : list_renditions(database, owner))
        if (one.kind == kind) return std::move(one);
    return {};
}

}  // namespace gongbao::archive
