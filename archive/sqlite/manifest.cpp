// SPDX-License-Identifier: Apache-2.0
#include "archive/sqlite/manifest.hpp"

#include <string_view>

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

}  // namespace

std::string edition_manifest(const core::Database& database, std::int64_t edition) {
    std::string manifest = "gongbao edition 1\n";
    core::Statement head = database.prepare(
        "SELECT gazette, year, kind, number, running, date, issued_at, pages, records, made_by, "
        "blob.digest FROM edition JOIN blob ON blob.id = edition.pdf WHERE edition.id = ?");
    head.bind(1, edition);
    if (head.step())
        add_row(manifest, head,
                {"gazette", "year", "kind", "number", "running", "date", "issued_at", "pages",
                 "records", "made_by", "pdf"});
    core::Statement records = database.prepare(
        "SELECT place, section, title, number, number_key, kind, written, effective, first_page, "
        "last_page, pdf_page, text_digest, xml_digest, carries, (SELECT group_concat(name, "
        "char(10)) FROM "
        "(SELECT name FROM issuer WHERE issuer.record = record.id ORDER BY place)), "
        "blob.digest, offprint.pages "
        "FROM record LEFT JOIN offprint ON offprint.record = record.id "
        "LEFT JOIN blob ON blob.id = offprint.pdf WHERE edition = ? ORDER BY place");
    records.bind(1, edition);
    while (records.step())
        add_row(manifest, records,
                {"record", "section", "title", "document", "key", "kind", "written", "effective",
                 "first_page", "last_page", "pdf_page", "text", "xml", "carries", "issuers",
                 "offprint", "offprint_pages"});
    for (const auto& [record, target] : relations_known_with(database, edition)) {
        add(manifest, "correction", record);
        add(manifest, "corrects", target);
    }
    return manifest;
}

}  // namespace gongbao::archive
