// SPDX-License-Identifier: Apache-2.0
#include "tests/archive/old_archive.hpp"

#include <array>
#include <memory>
#include <vector>

#include "archive/sqlite/archive_file.hpp"
#include "archive/sqlite/schema.hpp"
#include "archive/sqlite/search_functions.hpp"
#include "archive/sqlite/search_index.hpp"
#include "core/system/digest.hpp"
#include "core/text/text.hpp"
#include "tests/archive/sample_archive.hpp"

namespace gongbao::archive {
namespace {

using core::Database;
using core::Statement;

struct OldTable {
    const char* name;
    const char* columns;
    int since;
};

constexpr std::array kOldTables{
    OldTable{"blob",
             "id INTEGER PRIMARY KEY, digest TEXT NOT NULL UNIQUE, size INTEGER NOT NULL, "
             "type TEXT NOT NULL",
             1},
    OldTable{"chunk",
             "id INTEGER PRIMARY KEY, blob INTEGER NOT NULL REFERENCES blob, "
             "place INTEGER NOT NULL, digest BLOB NOT NULL, bytes BLOB NOT NULL, "
             "UNIQUE (blob, place)",
             1},
    OldTable{"edition",
             "id INTEGER PRIMARY KEY, year INTEGER NOT NULL, kind TEXT NOT NULL, "
             "number INTEGER NOT NULL, running INTEGER UNIQUE, gazette TEXT NOT NULL, "
             "date TEXT NOT NULL, issued_at INTEGER NOT NULL, pages INTEGER NOT NULL, "
             "records INTEGER NOT NULL, pdf INTEGER NOT NULL REFERENCES blob, "
             "made_by TEXT NOT NULL, UNIQUE (year, kind, number)",
             1},
    OldTable{"record",
             "id INTEGER PRIMARY KEY, edition INTEGER NOT NULL REFERENCES edition, "
             "place INTEGER NOT NULL, section TEXT NOT NULL, title TEXT NOT NULL, "
             "number TEXT NOT NULL, number_key TEXT, kind TEXT NOT NULL, written TEXT, "
             "effective TEXT, first_page INTEGER NOT NULL, last_page INTEGER NOT NULL, "
             "pdf_page INTEGER NOT NULL, text_digest TEXT NOT NULL, xml_digest TEXT NOT NULL, "
             "carries TEXT NOT NULL, UNIQUE (edition, place)",
             1},
    OldTable{"issuer",
             "record INTEGER NOT NULL REFERENCES record, place INTEGER NOT NULL, "
             "name TEXT NOT NULL, PRIMARY KEY (record, place)",
             1},
    OldTable{"canonical", "record INTEGER PRIMARY KEY REFERENCES record, xml TEXT NOT NULL", 1},
    OldTable{"plain", "record INTEGER PRIMARY KEY REFERENCES record, text TEXT NOT NULL", 1},
    OldTable{"offprint",
             "record INTEGER PRIMARY KEY REFERENCES record, pdf INTEGER NOT NULL REFERENCES blob, "
             "pages INTEGER NOT NULL",
             2},
    OldTable{"relation",
             "record INTEGER NOT NULL REFERENCES record, kind TEXT NOT NULL, "
             "target INTEGER NOT NULL REFERENCES record, "
             "edition INTEGER NOT NULL REFERENCES edition, PRIMARY KEY (record, kind, target)",
             3},
    OldTable{"revision",
             "number INTEGER PRIMARY KEY, edition INTEGER NOT NULL UNIQUE REFERENCES edition, "
             "manifest TEXT NOT NULL",
             1},
};

void make_old_tables(Database& database, int version) {
    for (const OldTable& table : kOldTables) {
        if (table.since > version) continue;
        const std::string name = table.name;
        database.execute("CREATE TABLE " + name + " (" + table.columns + ") STRICT");
        database.execute("CREATE TRIGGER " + name + "_stays BEFORE UPDATE ON " + name +
                         " BEGIN SELECT RAISE(ABORT, 'what was issued never changes'); END");
        database.execute("CREATE TRIGGER " + name + "_remains BEFORE DELETE ON " + name +
                         " BEGIN SELECT RAISE(ABORT, 'what was issued never changes'); END");
    }
    database.execute(
        "CREATE INDEX record_by_number ON record (number_key) WHERE number_key IS NOT NULL;"
        "CREATE INDEX record_by_section ON record (section);"
        "CREATE INDEX issuer_by_name ON issuer (name);");
    if (version >= 3) database.execute("CREATE INDEX relation_by_target ON relation (target)");
    database.execute(
        "CREATE VIRTUAL TABLE search USING fts5 (title, number, text, facets, content='', "
        "tokenize='gongbao', prefix='1');"
        "INSERT INTO search (search, rank) VALUES ('automerge', 0), ('crisismerge', 64);");
}

void copy_rows(Database& database, int version) {
    database.execute(
        "INSERT INTO main.blob SELECT * FROM now.blob;"
        "INSERT INTO main.chunk SELECT * FROM now.chunk;"
        "INSERT INTO main.edition SELECT edition.id, year, edition.kind, number, running, gazette, "
        "date, issued_at, pages, records, blob, made_by FROM now.edition JOIN now.rendition "
        "ON rendition.edition = edition.id AND rendition.kind = 'pdf';"
        "INSERT INTO main.record SELECT id, edition, place, section, title, number, number_key, "
        "kind, written, effective, first_page, last_page, pdf_page, text_digest, xml_digest, "
        "carries FROM now.record;"
        "INSERT INTO main.issuer SELECT * FROM now.issuer;"
        "INSERT INTO main.canonical SELECT * FROM now.canonical;"
        "INSERT INTO main.plain SELECT * FROM now.plain;"
        "INSERT INTO main.revision SELECT number, edition, manifest FROM now.revision;");
    if (version >= 2)
        database.execute(
            "INSERT INTO main.offprint SELECT record, blob, pages FROM now.rendition "
            "WHERE kind = 'offprint'");
    if (version >= 3)
        database.execute(
            "INSERT INTO main.relation SELECT record, relation.kind, target, revision.edition "
            "FROM now.relation JOIN now.revision ON revision.number = relation.revision");
}

void index_records(Database& database, const Archive& source) {
    core::Transaction transaction(database);
    std::vector<RecordSummary> records = source.recent(1000);
    for (auto record = records.rbegin(); record != records.rend(); ++record) {
        Statement row = database.prepare(
            "SELECT record.id, text FROM record JOIN plain ON plain.record = record.id "
            "JOIN edition ON edition.id = record.edition "
            "WHERE year = ? AND edition.number = ? AND place = ?");
        row.bind(1, record->issue.year).bind(2, record->issue.number).bind(3, record->order);
        row.step();
        add_to_index(database, row.integer(0),
                     {record->title, record->number, row.text(1), record->issue.year,
                      record->section, record->issuers});
    }
    transaction.commit();
}

core::Document with_facts(core::Document document) {
    document.meta.themes = {"综合政务/政务公开", "农业、林业、水利/粮食"};
    document.meta.force = core::Force::Normative;
    document.meta.expires = core::Date{2031, 1, 7};
    return document;
}

core::Document with_picture(core::Document document) {
    const auto bytes = std::make_shared<const std::string>("not really a picture");
    document.media.push_back({core::sha256_hex(*bytes), "image/png", bytes});
    core::Block figure = block(core::Role::Figure, {});
    figure.figure = core::Figure{core::sha256_hex(*bytes), "image/png", 0, 0, "示意图"};
    document.body.push_back(std::move(figure));
    core::assign_ids(document);
    return document;
}

std::string said_of(const RecordSummary& record) {
    std::string all =
        record.id + "|" + core::slug(record.issue) + "|" + record.section + "|" + record.title +
        "|" + record.carries + "|" + record.number + "|" + record.kind + "|" + record.text_digest +
        "|" + record.offprint_digest + "|" + std::to_string(record.offprint_size) + "|" +
        std::to_string(record.offprint_pages) + "|" + std::to_string(record.first_page) + "|" +
        std::to_string(record.last_page) + "|" + std::to_string(record.pdf_page) + "|" +
        core::name_of(record.force) + "|" + core::name_of(record.openness);
    for (const auto& date : {record.written, record.effective, record.expires})
        all += "|" + (date ? core::iso(*date) : std::string());
    for (const auto* names : {&record.issuers, &record.themes})
        for (const std::string& name : *names) all += "|" + name;
    for (const auto* related : {&record.corrects, &record.corrected_by})
        for (const RelatedRecord& one : *related)
            all += "|" + one.id + " " + std::to_string(one.known_at.seconds);
    return all + "\n";
}

std::string said_of(const EditionSummary& edition) {
    return core::slug(edition.number) + "|" + edition.gazette + "|" + core::iso(edition.date) +
           "|" + std::to_string(edition.issued_at.seconds) + "|" + std::to_string(edition.pages) +
           "|" + std::to_string(edition.records) + "|" + edition.pdf_digest + "|" +
           std::to_string(edition.pdf_size) + "|" + edition.made_by + "\n";
}

}  // namespace

void fill_archive(const std::filesystem::path& file, int version) {
    const auto opened = open_archive_to_issue(file);
    WritableArchive& archive = *opened;
    const auto put = [&](int number, std::vector<NewRecord> records,
                         std::vector<NewRelation> relations) {
        NewEdition edition = edition_of(2026, number, std::move(records));
        edition.number.running = 300 + number;
        edition.pdf.append(static_cast<std::size_t>(number) * 200000, 'p');
        if (version >= 2)
            for (NewRecord& record : edition.records) {
                record.offprint = "%PDF-1.7 " + record.document.meta.title;
                record.offprint_pages = 2;
            }
        if (version >= 3) edition.relations = std::move(relations);
        archive.put_edition(edition);
    };
    put(1,
        {record_of(with_facts(notice("通知一", "云府发〔2026〕1号", {"保障粮食安全"}))),
         record_of(with_picture(notice("通知二", "", {"保障林草"})), "省政府办公厅文件", 3)},
        {});
    put(2, {record_of(with_picture(notice("通知三", "云府发〔2026〕2号", {"粮食", "甲"})))}, {});
    put(3,
        {record_of(notice("更正", "", {"通知一中的“甲”应为“乙”"})),
         record_of(notice("四", "", {}))},
        {{"2026-3-1", "2026-1-1"}});
}

void write_old_archive(const std::filesystem::path& source, const std::filesystem::path& file,
                       int version) {
    Database database = Database::open(file, Database::Mode::Create, kApplicationId);
    register_search_functions(database);
    make_old_tables(database, version);
    database.execute("ATTACH DATABASE '" + source.string() + "' AS now");
    copy_rows(database, version);
    database.execute("DETACH DATABASE now");
    index_records(database, *open_archive(source));
    database.set_schema_version(version);
}

std::string all_said_by(const Archive& archive) {
    std::string all = std::to_string(archive.revision()) + " " + archive.identity() + " " +
                      archive.head() + " " + std::to_string(archive.record_count()) + "\n";
    for (const EditionSummary& edition : archive.editions()) {
        all += said_of(edition) +
               core::sha256_hex(archive.pdf(edition.number, 0, edition.pdf_size)) + "\n";
        for (const RecordSummary& joined : archive.joined_with(edition.number))
            all += "joined " + joined.id + "\n";
        for (const RecordSummary& record : archive.records(edition.number)) {
            all += said_of(record) + archive.canonical_xml(record.id);
            if (!record.offprint_digest.empty())
                all += archive.offprint(record.id, 0, record.offprint_size) + "\n";
        }
    }
    for (const char* text :
         {"粮食", "通知", "云府发〔2026〕1号", "通知三", "保障 林草", "不存在"}) {
        SearchRequest request;
        request.text = text;
        const SearchAnswer answer = archive.search(request);
        all += std::string(text) + " " + name_of(answer.step) + " " + std::to_string(answer.total);
        for (const SearchHit& hit : answer.hits) all += " " + hit.record.id + hit.snippet.text;
        all += "\n";
    }
    for (const auto& names : {archive.sections(), archive.issuers()})
        for (const std::string& name : names) all += name + "\n";
    return all;
}

}  // namespace gongbao::archive
