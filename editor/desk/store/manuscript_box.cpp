// SPDX-License-Identifier: Apache-2.0
#include "editor/desk/store/manuscript_box.hpp"

#include <algorithm>
#include <utility>

#include "core/akn/read_akn.hpp"
#include "core/akn/write_akn.hpp"
#include "core/report/error.hpp"
#include "core/system/digest.hpp"
#include "core/text/doc_number.hpp"
#include "editor/desk/store/issue_book.hpp"
#include "editor/desk/store/seals.hpp"

namespace gongbao::editor {
namespace {

constexpr const char* kManuscriptTables = R"(
CREATE TABLE manuscript(
  digest TEXT PRIMARY KEY, name TEXT NOT NULL, received_at INTEGER NOT NULL, bytes BLOB NOT NULL
) STRICT;
CREATE TABLE document(
  id INTEGER PRIMARY KEY, manuscript TEXT NOT NULL UNIQUE REFERENCES manuscript,
  title TEXT NOT NULL, number TEXT NOT NULL, number_key TEXT NOT NULL, xml TEXT NOT NULL,
  errors INTEGER NOT NULL) STRICT;
CREATE INDEX document_by_number ON document(number_key) WHERE number_key <> '';
CREATE TABLE media(
  document INTEGER NOT NULL REFERENCES document, digest TEXT NOT NULL, type TEXT NOT NULL,
  bytes BLOB NOT NULL, PRIMARY KEY(document, digest)) STRICT;
CREATE TABLE finding(
  document INTEGER NOT NULL REFERENCES document, position INTEGER NOT NULL, level TEXT NOT NULL,
  place TEXT NOT NULL, message TEXT NOT NULL, excerpt TEXT NOT NULL,
  PRIMARY KEY(document, position)) STRICT;
CREATE TABLE finding_argument(
  document INTEGER NOT NULL, position INTEGER NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL,
  PRIMARY KEY(document, position, name),
  FOREIGN KEY(document, position) REFERENCES finding) STRICT;
)";

constexpr const char* kIndexTable =
    "CREATE TABLE annual_index(document INTEGER PRIMARY KEY REFERENCES document, "
    "year INTEGER NOT NULL) STRICT;";

// Two ways of writing one number have one key; words that are no number have none.
std::string key_of(const std::string& number) {
    const auto parsed = core::parse_doc_number(number);
    return parsed ? core::match_key(*parsed) : std::string();
}

core::Level level_named(const std::string& name) {
    for (const auto level : {core::Level::Hint, core::Level::Warning})
        if (name == name_of(level)) return level;
    return core::Level::Error;
}

[[noreturn]] void refuse_unknown(DocumentId id) {
    throw core::Error(core::ErrorKind::NotFound,
                      {"desk.document_unknown", {{"id", std::to_string(id)}}});
}

[[noreturn]] void refuse_damaged(DocumentId id) {
    throw core::Error(core::ErrorKind::Corrupt,
                      {"desk.document_damaged", {{"id", std::to_string(id)}}});
}

}  // namespace

core::Document KeptDocument::read() const {
    core::Document document = core::read_akn(xml);
    document.media = media;
    return document;
}

void ManuscriptBox::create_tables(core::Database& database) {
    database.execute(kManuscriptTables);
    create_index_table(database);
}

void ManuscriptBox::create_index_table(core::Database& database) {
    database.execute(kIndexTable);
}

std::optional<DocumentId> ManuscriptBox::find(const std::string& digest) const {
    auto row = database_.prepare("SELECT id FROM document WHERE manuscript = ?1");
    row.bind(1, digest);
    return row.step() ? std::optional(row.integer(0)) : std::nullopt;
}

DocumentId ManuscriptBox::keep(const Manuscript& manuscript, const TakenIn& taken,
                               core::Instant now, std::optional<int> index_year) {
    auto insert = database_.prepare("INSERT INTO manuscript VALUES(?1, ?2, ?3, ?4)");
    insert.bind(1, taken.manuscript_digest).bind(2, manuscript.name).bind(3, now.seconds);
    insert.bind_blob(4, manuscript.bytes).run();

    const auto errors = std::count_if(
        taken.findings.begin(), taken.findings.end(),
        [](const core::Diagnostic& finding) { return finding.level == core::Level::Error; });
    auto row = database_.prepare(
        "INSERT INTO document(manuscript, title, number, number_key, xml, errors) "
        "VALUES(?1, ?2, ?3, ?4, ?5, ?6)");
    row.bind(1, taken.manuscript_digest).bind(2, taken.document.meta.title);
    row.bind(3, taken.document.meta.number).bind(4, key_of(taken.document.meta.number));
    row.bind(5, core::write_akn(taken.document)).bind(6, std::int64_t{errors}).run();
    const DocumentId id = database_.last_row_id();
    put_media(id, taken.document.media);
    put_findings(id, taken.findings);
    if (index_year)
        database_.prepare("INSERT INTO annual_index VALUES(?1, ?2)")
            .bind(1, id)
            .bind(2, *index_year)
            .run();
    seal_document(database_, id);
    return id;
}

DocumentId ManuscriptBox::keep_index(const core::IssueNumber& issue, int year,
                                     const core::Document& document, core::Instant now) {
    const Manuscript order{document.meta.title, "annual index " + std::to_string(year) + " in " +
                                                    core::slug(issue) + "\n"};
    TakenIn taken;
    taken.document = document;
    taken.manuscript_digest = core::sha256_hex(order.bytes);
    if (const auto known = find(taken.manuscript_digest)) return *known;
    return keep(order, taken, now, year);
}

std::optional<int> ManuscriptBox::index_year(DocumentId id) const {
    auto row = database_.prepare("SELECT year FROM annual_index WHERE document = ?1");
    row.bind(1, id);
    return row.step() ? std::optional(static_cast<int>(row.integer(0))) : std::nullopt;
}

void ManuscriptBox::put_media(DocumentId id, const std::vector<core::Media>& media) {
    auto row = database_.prepare("INSERT OR IGNORE INTO media VALUES(?1, ?2, ?3, ?4)");
    for (const core::Media& picture : media) {
        row.bind(1, id).bind(2, picture.digest).bind(3, picture.type);
        row.bind_blob(4, *picture.bytes).run();
    }
}

void ManuscriptBox::put_findings(DocumentId id, const core::Diagnostics& findings) {
    auto row = database_.prepare("INSERT INTO finding VALUES(?1, ?2, ?3, ?4, ?5, ?6)");
    auto argument = database_.prepare("INSERT INTO finding_argument VALUES(?1, ?2, ?3, ?4)");
    std::int64_t position = 0;
    for (const core::Diagnostic& finding : findings) {
        row.bind(1, id).bind(2, ++position).bind(3, name_of(finding.level));
        row.bind(4, finding.place.text())
            .bind(5, finding.message.id)
            .bind(6, finding.excerpt)
            .run();
        for (const auto& [name, value] : finding.message.args)
            argument.bind(1, id).bind(2, position).bind(3, name).bind(4, value).run();
    }
}

core::Diagnostics ManuscriptBox::findings(DocumentId id) const {
    row_of("id", id);
    require_findings(database_, id);
    auto rows = database_.prepare(
        "SELECT position, level, place, message, excerpt FROM finding WHERE document = ?1 "
        "ORDER BY position");
    auto arguments = database_.prepare(
        "SELECT name, value FROM finding_argument WHERE document = ?1 AND position = ?2");
    core::Diagnostics found;
    rows.bind(1, id);
    while (rows.step()) {
        core::Diagnostic finding{level_named(rows.text(1)),
                                 core::Place::read(rows.text(2)),
                                 {rows.text(3), {}},
                                 rows.text(4)};
        arguments.bind(1, id).bind(2, rows.integer(0));
        while (arguments.step()) finding.message.args[arguments.text(0)] = arguments.text(1);
        arguments.reset();
        found.push_back(std::move(finding));
    }
    return found;
}

Manuscript ManuscriptBox::manuscript(DocumentId id) const {
    auto row = database_.prepare(
        "SELECT m.name, m.bytes, m.digest FROM document d JOIN manuscript m ON m.digest = "
        "d.manuscript "
        "WHERE d.id = ?1");
    row.bind(1, id);
    if (!row.step()) refuse_unknown(id);
    if (core::sha256_hex(row.bytes(1)) != row.text(2)) refuse_damaged(id);
    return {row.text(0), std::string(row.bytes(1))};
}

// Stands on the document's row.
core::Statement ManuscriptBox::row_of(const char* column, DocumentId id) const {
    auto row = database_.prepare(std::string("SELECT ") + column + " FROM document WHERE id = ?1");
    row.bind(1, id);
    if (!row.step()) refuse_unknown(id);
    return row;
}

std::vector<core::Media> ManuscriptBox::media_of(DocumentId id) const {
    auto row = database_.prepare("SELECT digest, type, bytes FROM media WHERE document = ?1");
    row.bind(1, id);
    std::vector<core::Media> media;
    while (row.step()) {
        if (core::sha256_hex(row.bytes(2)) != row.bytes(0)) refuse_damaged(id);
        media.push_back(
            {row.text(0), row.text(1), std::make_shared<const std::string>(row.bytes(2))});
    }
    return media;
}

KeptDocument ManuscriptBox::kept(DocumentId id) const {
    const auto row = row_of("xml", id);
    require_document(database_, id);
    return {row.text(0), media_of(id)};
}

void ManuscriptBox::require(DocumentId id) const {
    row_of("id", id);
    require_document(database_, id);
}

void ManuscriptBox::require_whole(DocumentId id) const {
    require(id);
    media_of(id);
}

std::vector<DeskDocument> ManuscriptBox::documents() const {
    auto rows = database_.prepare(
        "SELECT d.id, d.title, d.number, m.name, d.errors, i.year, i.kind, i.number "
        "FROM document d JOIN manuscript m ON m.digest = d.manuscript "
        "LEFT JOIN issue_item i ON i.document = d.id ORDER BY d.id DESC");
    std::vector<DeskDocument> found;
    while (rows.step()) {
        DeskDocument document{rows.integer(0),
                              rows.text(1),
                              rows.text(2),
                              rows.text(3),
                              static_cast<int>(rows.integer(4)),
                              {}};
        if (!rows.is_null(5)) document.issue = issue_at(rows, 5);
        found.push_back(std::move(document));
    }
    return found;
}

std::optional<DocumentId> ManuscriptBox::with_number(const std::string& number,
                                                     const std::vector<DocumentId>& except) const {
    const std::string key = key_of(number);
    if (key.empty()) return {};
    auto rows = database_.prepare("SELECT id FROM document WHERE number_key = ?1 ORDER BY id");
    rows.bind(1, key);
    while (rows.step())
        if (std::find(except.begin(), except.end(), rows.integer(0)) == except.end())
            return rows.integer(0);
    return {};
}

}  // namespace gongbao::editor
