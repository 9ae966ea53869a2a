// SPDX-License-Identifier: Apache-2.0
#include "archive/sqlite/manifest.hpp"

#include <string_view>

#include "archive/sqlite/catalogue.hpp"
#include "archive/sqlite/relations.hpp"

namespace gongbao::archive {
namespace {

// A value cannot end its own line: length first, as in a netstring.
void add(std::string& manifest, std::string_view name, std::string_view value) {
    manifest += name;
    manifest += ' ' + std::to_string(value.size()) + ':';
    manifest += value;
    manifest += '\n';
}

void add_row(std::string& manifest, const core::Statement& row,
             std::initializer_list<const char*> names) {
    int column = 0;
    for (const char* name : names) {
        if (!row.is_null(column)) add(manifest, name, row.text(column));
        ++column;
    }
}

void add_edition(std::string& manifest, const core::Database& database, std::int64_t revision,
                 std::int64_t edition) {
    core::Statement head = database.prepare(
        "SELECT gazette, year, edition.kind, number, running, date, issued_at, rendition.pages, "
        "records, made_by, blob.digest FROM edition LEFT JOIN rendition "
        "ON rendition.edition = edition.id AND rendition.kind = 'pdf' AND rendition.revision = ?2 "
        "LEFT JOIN blob ON blob.id = rendition.blob WHERE edition.id = ?1");
    head.bind(1, edition).bind(2, revision);
    if (head.step())
        add_row(manifest, head,
                {"gazette", "year", "kind", "number", "running", "date", "issued_at", "pages",
                 "records", "made_by", "pdf"});
    core::Statement records = database.prepare(
        "SELECT place, section, title, number, number_key, record.kind, written, effective, "
        "first_page, last_page, pdf_page, text_digest, xml_digest, carries, "
        "(SELECT group_concat(name, char(10)) FROM "
        "(SELECT name FROM issuer WHERE issuer.record = record.id ORDER BY place)), "
        "blob.digest, rendition.pages FROM record LEFT JOIN rendition "
        "ON rendition.record = record.id AND rendition.kind = 'offprint' "
        "AND rendition.revision = ?2 LEFT JOIN blob ON blob.id = rendition.blob "
        "WHERE record.edition = ?1 ORDER BY place");
    records.bind(1, edition).bind(2, revision);
    while (records.step())
        add_row(manifest, records,
                {"record", "section", "title", "document", "key", "kind", "written", "effective",
                 "first_page", "last_page", "pdf_page", "text", "xml", "carries", "issuers",
                 "offprint", "offprint_pages"});
}

void add_relations(std::string& manifest, const core::Database& database, std::int64_t revision) {
    for (const auto& [record, target] : relations_known_with(database, revision)) {
        add(manifest, "correction", record);
        add(manifest, "corrects", target);
    }
}

// Those that stand in no line of the edition: whatever row names the revision is covered.
void add_renditions(std::string& manifest, const core::Database& database, std::int64_t revision,
                    std::optional<std::int64_t> edition) {
    core::Statement rows = database.prepare(
        "SELECT edition, record, rendition.kind, blob.type, blob.digest, pages FROM rendition "
        "JOIN blob ON blob.id = rendition.blob WHERE revision = ?1 AND NOT (?2 IS NOT NULL AND "
        "(edition IS ?2 AND rendition.kind = 'pdf' OR record IS NOT NULL AND "
        "rendition.kind = 'offprint' AND record IN (SELECT id FROM record WHERE edition = ?2))) "
        "ORDER BY edition, record, rendition.kind");
    rows.bind(1, revision).bind(2, edition);
    while (rows.step()) {
        add(manifest, "rendition",
            rows.is_null(0) ? record_at(database, rows.integer(1)).id
                            : edition_name(database, rows.integer(0)));
        int column = 2;
        for (const char* name : {"kind", "type", "digest", "pages"})
            add(manifest, name, rows.text(column++));
    }
}

}  // namespace

std::string revision_manifest(const core::Database& database, std::int64_t revision) {
    core::Statement row =
        database.prepare("SELECT kind, edition, known_at, made_by FROM revision WHERE number = ?");
    row.bind(1, revision);
    if (!row.step()) return {};
    const std::string kind = row.text(0);
    return revision_manifest(
        database, {revision, kind, row.is_null(1) ? std::nullopt : std::optional(row.integer(1)),
                   row.integer(2), row.text(3)});
}

std::string revision_manifest(const core::Database& database, const RevisionHead& head) {
    std::string manifest = "gongbao " + head.kind + " 1\n";
    if (head.edition) {
        add_edition(manifest, database, head.number, *head.edition);
    } else {
        add(manifest, "known_at", std::to_string(head.known_at));
        add(manifest, "made_by", head.made_by);
    }
    add_relations(manifest, database, head.number);
    add_renditions(manifest, database, head.number, head.edition);
    return manifest;
}

}  // namespace gongbao::archive
