// SPDX-License-Identifier: Apache-2.0
#include "archive/sqlite/issue_edition.hpp"

#include <map>

#include "archive/sqlite/blobs.hpp"
#include "archive/sqlite/catalogue.hpp"
#include "archive/sqlite/place_in_time.hpp"
#include "archive/sqlite/publish.hpp"
#include "archive/sqlite/relations.hpp"
#include "archive/sqlite/renditions.hpp"
#include "archive/sqlite/search_index.hpp"
#include "core/akn/read_akn.hpp"
#include "core/akn/write_akn.hpp"
#include "core/report/error.hpp"
#include "core/system/digest.hpp"
#include "core/system/parallel.hpp"
#include "core/text/text.hpp"

namespace gongbao::archive {
namespace {

using core::Database;
using core::Error;
using core::ErrorKind;

constexpr const char* kPdfType = "application/pdf";

// A record with what is derived from its document.
struct Prepared {
    const NewRecord* record = nullptr;
    std::string xml;
    std::string text;
    std::optional<std::string> number_key;
    std::string text_digest;
    std::string xml_digest;
    BlobBytes offprint;
};

std::string name_of_record(const NewRecord& record) {
    return core::excerpt(record.document.meta.title);
}

void check_head(const NewEdition& edition) {
    if (edition.number.year < 1 || edition.number.year > 9999 || edition.number.number < 1 ||
        !core::is_valid(edition.date) || edition.gazette.empty())
        throw Error(ErrorKind::Invalid, {"archive.edition_incomplete", {}});
    if (edition.records.empty()) throw Error(ErrorKind::Invalid, {"archive.edition_empty", {}});
}

void check_media(const NewRecord& record) {
    std::map<std::string, const core::Media*> media;
    for (const core::Media& one : record.document.media) {
        if (one.bytes == nullptr || core::sha256_hex(*one.bytes) != one.digest)
            throw Error(ErrorKind::Invalid,
                        {"archive.picture_wrong", {{"title", name_of_record(record)}}}, one.digest);
        media[one.digest] = &one;
    }
    core::for_each_block(record.document, [&](const core::Block& block) {
        if (block.figure && !media.contains(block.figure->digest))
            throw Error(ErrorKind::Invalid,
                        {"archive.picture_missing", {{"title", name_of_record(record)}}},
                        block.figure->digest);
    });
}

// Proves that the XML gives the words back before anything is issued with it.
Prepared prepare(const NewRecord& record) {
    const core::Document& document = record.document;
    if (core::trim(document.meta.title).empty())
        throw Error(ErrorKind::Invalid, {"archive.record_without_title", {}});
    check_media(record);
    Prepared prepared{&record,
                      record.xml.empty() ? core::write_akn(document) : record.xml,
                      core::plain_text(document),
                      number_key(document.meta.number),
                      {},
                      {},
                      {}};
    if (core::plain_text(core::read_akn(prepared.xml)) != prepared.text)
        throw Error(ErrorKind::Invalid,
                    {"archive.text_not_kept", {{"title", name_of_record(record)}}});
    prepared.text_digest = core::sha256_hex(prepared.text);
    prepared.xml_digest = core::sha256_hex(prepared.xml);
    prepared.offprint = BlobBytes(record.offprint);
    return prepared;
}

void refuse_known_numbers(const Database& database, const std::vector<Prepared>& records) {
    std::map<std::string, const NewRecord*> seen;
    for (const Prepared& prepared : records) {
        if (!prepared.number_key) continue;
        const std::string& number = prepared.record->document.meta.number;
        const auto [first, is_new] = seen.emplace(*prepared.number_key, prepared.record);
        if (!is_new)
            throw Error(ErrorKind::Conflict, {"archive.number_twice",
                                              {{"number", number},
                                               {"title", name_of_record(*prepared.record)},
                                               {"other", name_of_record(*first->second)}}});
        const auto rows = rows_with_number(database, number);
        if (rows.empty()) continue;
        const RecordSummary other = record_at(database, rows.front());
        throw Error(ErrorKind::Conflict, {"archive.number_known",
                                          {{"number", number},
                                           {"title", name_of_record(*prepared.record)},
                                           {"other", core::excerpt(other.title)},
                                           {"issue", core::printed_number(other.issue)}}});
    }
}

void refuse_known_issue(const Database& database, const core::IssueNumber& number) {
    if (find_edition(database, number))
        throw Error(ErrorKind::Conflict,
                    {"archive.issue_known", {{"issue", core::printed_number(number)}}});
    if (!number.running) return;
    core::Statement same = database.prepare("SELECT 1 FROM edition WHERE running = ?");
    same.bind(1, *number.running);
    if (same.step())
        throw Error(ErrorKind::Conflict,
                    {"archive.running_known", {{"running", std::to_string(*number.running)}}});
}

void put_head(Database& database, std::int64_t id, const NewEdition& edition) {
    database
        .prepare(
            "INSERT INTO edition (id, year, kind, number, running, gazette, date, issued_at, "
            "records, made_by) VALUES (?,?,?,?,?,?,?,?,?,?)")
        .bind(1, id)
        .bind(2, edition.number.year)
        .bind(3, core::name_of(edition.number.kind))
        .bind(4, edition.number.number)
        .bind(5, edition.number.running)
        .bind(6, edition.gazette)
        .bind(7, core::iso(edition.date))
        .bind(8, edition.issued_at.seconds)
        .bind(9, static_cast<std::int64_t>(edition.records.size()))
        .bind(10, edition.made_by)
        .run();
}

std::optional<std::string> iso(const std::optional<core::Date>& date) {
    return date ? std::optional(core::iso(*date)) : std::nullopt;
}

void put_record(Database& database, std::int64_t edition, std::int64_t row, std::int64_t place,
                const Prepared& prepared) {
    const core::Metadata& meta = prepared.record->document.meta;
    const RecordFacts facts = facts_of(meta);
    database
        .prepare(
            "INSERT INTO record (id, edition, place, section, title, number, number_key, "
            "kind, written, effective, first_page, last_page, pdf_page, text_digest, "
            "xml_digest, carries, themes, force, expires, openness) "
            "VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)")
        .bind(1, row)
        .bind(2, edition)
        .bind(3, place)
        .bind(4, prepared.record->section)
        .bind(5, meta.title)
        .bind(6, meta.number)
        .bind(7, prepared.number_key)
        .bind(8, meta.kind)
        .bind(9, iso(meta.written))
        .bind(10, iso(meta.effective))
        .bind(11, prepared.record->first_page)
        .bind(12, prepared.record->last_page)
        .bind(13, prepared.record->pdf_page)
        .bind(14, prepared.text_digest)
        .bind(15, prepared.xml_digest)
        .bind(16, core::carried_title(prepared.record->document))
        .bind(17, facts.themes)
        .bind(18, facts.force)
        .bind(19, facts.expires)
        .bind(20, facts.openness)
        .run();
}

void put_texts(Database& database, std::int64_t row, const Prepared& prepared) {
    database.prepare("INSERT INTO canonical (record, xml) VALUES (?, ?)")
        .bind(1, row)
        .bind(2, prepared.xml)
        .run();
    database.prepare("INSERT INTO plain (record, text) VALUES (?, ?)")
        .bind(1, row)
        .bind(2, prepared.text)
        .run();
    core::Statement issuer =
        database.prepare("INSERT INTO issuer (record, place, name) VALUES (?, ?, ?)");
    int place = 0;
    for (const std::string& name : prepared.record->document.meta.issuers)
        issuer.bind(1, row).bind(2, ++place).bind(3, name).run();
    for (const core::Media& media : prepared.record->document.media)
        put_blob(database, BlobBytes(*media.bytes), media.type);
}

void put_offprint(Database& database, std::int64_t row, const Prepared& prepared,
                  std::int64_t revision) {
    if (prepared.offprint.bytes.empty()) return;
    const std::int64_t pdf = put_blob(database, prepared.offprint, kPdfType);
    put_rendition_row(database, {{}, row},
                      {kOffprint, pdf, prepared.record->offprint_pages, revision});
}

struct PreparedEdition {
    BlobBytes pdf;
    std::vector<Prepared> records;
};

// All that needs no look at the archive, on all threads.
PreparedEdition prepare_all(const NewEdition& edition) {
    check_head(edition);
    PreparedEdition prepared;
    prepared.records.resize(edition.records.size());
    core::for_each_index(edition.records.size() + 1, core::thread_count(), [&](std::size_t i) {
        if (i == 0)
            prepared.pdf = BlobBytes(edition.pdf);
        else
            prepared.records[i - 1] = prepare(edition.records[i - 1]);
    });
    return prepared;
}

// Requires: a transaction around it.
std::int64_t put_in(Database& database, const NewEdition& edition,
                    const PreparedEdition& prepared_edition) {
    const std::vector<Prepared>& records = prepared_edition.records;
    refuse_known_issue(database, edition.number);
    refuse_known_numbers(database, records);
    const auto count = static_cast<std::int64_t>(records.size());
    const std::int64_t id = place_in_time(database, edition.issued_at, count);
    const std::int64_t revision = next_revision(database);
    put_head(database, id, edition);
    put_rendition_row(
        database, {id, {}},
        {kEditionPdf, put_blob(database, prepared_edition.pdf, kPdfType), edition.pages, revision});
    // From the last to the first: rows are then written in rising order, which the index needs to
    // keep them together.
    for (std::int64_t place = count; place > 0; --place) {
        const Prepared& prepared = records[static_cast<std::size_t>(place - 1)];
        const std::int64_t row = record_id(id, count, place);
        put_record(database, id, row, place, prepared);
        put_texts(database, row, prepared);
        put_offprint(database, row, prepared, revision);
        const core::Metadata& meta = prepared.record->document.meta;
        add_to_index(database, row,
                     {meta.title, meta.number, prepared.text, edition.number.year,
                      prepared.record->section, meta.issuers});
    }
    put_relations(database, revision, edition.relations);
    put_revision(database, {revision, "edition", id, 0, {}});
    return revision;
}

constexpr CommitWords kWords{"archive.issuing_failed", "archive.issuing_in_doubt",
                             "archive.issued_on_bad_disk"};

}  // namespace

std::optional<std::int64_t> issue_edition(Database& database, const NewEdition& edition,
                                          const std::function<bool()>& still_true,
                                          core::Diagnostics& warnings) {
    const PreparedEdition prepared = prepare_all(edition);
    return publish(
        database,
        [&]() -> std::optional<PutIn> {
            if (!still_true()) return {};
            return PutIn{put_in(database, edition, prepared), core::printed_number(edition.number)};
        },
        kWords, warnings);
}

}  // namespace gongbao::archive
