// SPDX-License-Identifier: Apache-2.0
#include "editor/desk/manuscript_box.hpp"

#include <algorithm>

#include "core/akn/read_akn.hpp"
#include "core/akn/write_akn.hpp"
#include "core/error.hpp"

namespace gongbao::editor {
namespace {

constexpr const char* kTables = R"(
CREATE TABLE manuscript(
  digest TEXT PRIMARY KEY, name TEXT NOT NULL, received_at INTEGER NOT NULL, bytes BLOB NOT NULL);
CREATE TABLE document(
  id INTEGER PRIMARY KEY, manuscript TEXT NOT NULL UNIQUE REFERENCES manuscript,
  title TEXT NOT NULL, number TEXT NOT NULL, number_key TEXT NOT NULL, xml TEXT NOT NULL,
  errors INTEGER NOT NULL);
CREATE INDEX document_by_number ON document(number_key) WHERE number_key <> '';
CREATE TABLE media(
  document INTEGER NOT NULL REFERENCES document, digest TEXT NOT NULL, type TEXT NOT NULL,
  bytes BLOB NOT NULL, PRIMARY KEY(document, digest));
CREATE TABLE finding(
  document INTEGER NOT NULL REFERENCES document, level TEXT NOT NULL, id TEXT NOT NULL,
  place TEXT NOT NULL, excerpt TEXT NOT NULL);
)";

std::string number_key(const core::Document& document) {
    const auto number = core::parse_doc_number(document.meta.number);
    return number ? core::match_key(*number) : std::string();
}

}  // namespace

void ManuscriptBox::create_tables(core::Database& database) { database.execute(kTables); }

std::optional<DocumentId> ManuscriptBox::find(const std::string& digest) const {
    auto row = database_.prepare("SELECT id FROM document WHERE manuscript = ?1");
    row.bind(1, digest);
    return row.step() ? std::optional(row.integer(0)) : std::nullopt;
}

DocumentId ManuscriptBox::keep(const Manuscript& manuscript, const TakenIn& taken, core::Instant now) {
    core::Transaction transaction(database_);
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
    row.bind(3, taken.document.meta.number).bind(4, number_key(taken.document));
    row.bind(5, core::write_akn(taken.document)).bind(6, std::int64_t{errors}).run();
    const DocumentId id = database_.last_row_id();

    auto picture = database_.prepare("INSERT OR IGNORE INTO media VALUES(?1, ?2, ?3, ?4)");
    for (const core::Media& media : taken.document.media) {
        picture.bind(1, id).bind(2, media.digest).bind(3, media.type);
        picture.bind_blob(4, *media.bytes).run();
    }
    auto note = database_.prepare("INSERT INTO finding VALUES(?1, ?2, ?3, ?4, ?5)");
    for (const core::Diagnostic& finding : taken.findings) {
        note.bind(1, id).bind(2, name_of(finding.level)).bind(3, finding.message.id);
        note.bind(4, finding.place).bind(5, finding.excerpt).run();
    }
    transaction.commit();
    return id;
}

core::Document ManuscriptBox::document(DocumentId id) const {
    auto row = database_.prepare("SELECT xml FROM document WHERE id = ?1");
    row.bind(1, id);
    if (!row.step())
        throw core::Error(core::ErrorKind::NotFound,
                          {"desk.document_unknown", {{"id", std::to_string(id)}}});
    core::Document document = core::read_akn(row.text(0));
    document.media.clear();  // the XML only names the pictures
    auto media = database_.prepare("SELECT digest, type, bytes FROM media WHERE document = ?1");
    media.bind(1, id);
    while (media.step())
        document.media.push_back({media.text(0), media.text(1),
                                  std::make_shared<const std::string>(media.bytes(2))});
    return document;
}

std::vector<DeskDocument> ManuscriptBox::documents() const {
    auto rows = database_.prepare(
        "SELECT d.id, d.title, d.number, m.name, d.errors, i.year, i.kind, i.number "
        "FROM document d JOIN manuscript m ON m.digest = d.manuscript "
        "LEFT JOIN issue_item i ON i.document = d.id ORDER BY d.id DESC");
    std::vector<DeskDocument> found;
    while (rows.step()) {
        DeskDocument document{rows.integer(0), rows.text(1), rows.text(2), rows.text(3),
                              static_cast<int>(rows.integer(4)), {}};
        if (!rows.is_null(5)) {
            core::IssueNumber issue;
            issue.year = static_cast<int>(rows.integer(5));
            issue.kind = *core::issue_kind_named(rows.text(6));
            issue.number = static_cast<int>(rows.integer(7));
            document.issue = issue;
        }
        found.push_back(std::move(document));
    }
    return found;
}

bool ManuscriptBox::has_number(const std::string& key) const {
    auto row = database_.prepare("SELECT 1 FROM document WHERE number_key = ?1");
    row.bind(1, key);
    return row.step();
}

}  // namespace gongbao::editor
