// SPDX-License-Identifier: Apache-2.0
#include "archive/sqlite/catalogue.hpp"

#include "archive/search/fold.hpp"
#include "archive/sqlite/relations.hpp"
#include "core/report/error.hpp"
#include "core/text/doc_number.hpp"
#include "core/text/text.hpp"

namespace gongbao::archive {
namespace {

using core::Database;
using core::Statement;

const std::string kEditions =
    "SELECT edition.gazette, edition.year, edition.kind, edition.number, edition.running, "
    "edition.date, edition.issued_at, rendition.pages, edition.records, blob.digest, blob.size, "
    "edition.made_by FROM edition "
    "JOIN rendition ON rendition.edition = edition.id AND rendition.kind = 'pdf' "
    "JOIN blob ON blob.id = rendition.blob ";

const std::string kRecords =
    "SELECT edition.year, edition.kind, edition.number, edition.running, edition.issued_at, "
    "record.section, record.place, record.title, record.number, record.kind, "
    "(SELECT group_concat(name, char(10)) FROM "
    "(SELECT name FROM issuer WHERE issuer.record = record.id ORDER BY place)), "
    "record.written, record.effective, record.first_page, record.last_page, record.pdf_page, "
    "record.text_digest, record.carries, blob.digest, blob.size, "
    "rendition.pages, record.id, "
    "EXISTS (SELECT 1 FROM relation WHERE relation.record = record.id) OR "
    "EXISTS (SELECT 1 FROM relation WHERE relation.target = record.id), record.themes, "
    "record.force, record.expires, record.openness FROM record "
    "JOIN edition ON edition.id = record.edition "
    "LEFT JOIN rendition ON rendition.record = record.id AND rendition.kind = 'offprint' "
    "LEFT JOIN blob ON blob.id = rendition.blob ";

int small(const Statement& row, int column) {
    return static_cast<int>(row.integer(column));
}

[[noreturn]] void fail_damaged(const std::string& value) {
    throw core::Error(core::ErrorKind::Corrupt, {"archive.row_damaged", {}}, value);
}

std::optional<core::Date> date(const Statement& row, int column) {
    if (row.is_null(column)) return {};
    const auto date = core::parse_date(row.text(column));
    if (!date) fail_damaged(row.text(column));
    return date;
}

core::IssueNumber issue_number(const Statement& row, int first) {
    core::IssueNumber number;
    number.year = small(row, first);
    const auto kind = core::issue_kind_named(row.text(first + 1));
    if (!kind) fail_damaged(row.text(first + 1));
    number.kind = *kind;
    number.number = small(row, first + 2);
    if (!row.is_null(first + 3)) number.running = small(row, first + 3);
    return number;
}

std::vector<std::string> lines(const std::string& text) {
    std::vector<std::string> all;
    if (!text.empty())
        for (const std::string_view line : core::split(text, '\n')) all.emplace_back(line);
    return all;
}

EditionSummary edition_from(const Statement& row) {
    EditionSummary edition;
    edition.gazette = row.text(0);
    edition.number = issue_number(row, 1);
    edition.date = date(row, 5).value_or(core::Date{});
    edition.issued_at = {row.integer(6)};
    edition.pages = small(row, 7);
    edition.records = small(row, 8);
    edition.pdf_digest = row.text(9);
    edition.pdf_size = row.integer(10);
    edition.made_by = row.text(11);
    return edition;
}

RecordSummary record_from(const Database& database, const Statement& row) {
    RecordSummary record;
    record.issue = issue_number(row, 0);
    record.issued_at = {row.integer(4)};
    record.section = row.text(5);
    record.order = small(row, 6);
    record.id = core::slug(record.issue) + "-" + std::to_string(record.order);
    record.title = row.text(7);
    record.number = row.text(8);
    record.kind = row.text(9);
    record.issuers = lines(row.text(10));
    record.written = date(row, 11);
    record.effective = date(row, 12);
    record.first_page = small(row, 13);
    record.last_page = small(row, 14);
    record.pdf_page = small(row, 15);
    record.text_digest = row.text(16);
    record.carries = row.text(17);
    if (!row.is_null(18)) {
        record.offprint_digest = row.text(18);
        record.offprint_size = row.integer(19);
        record.offprint_pages = small(row, 20);
    }
    record.themes = lines(row.text(23));
    const auto force = core::force_named(row.text(24));
    const auto openness = core::openness_named(row.text(26));
    if (!force || !openness) fail_damaged(row.text(24) + " " + row.text(26));
    record.force = *force;
    record.expires = date(row, 25);
    record.openness = *openness;
    if (row.integer(22) != 0) read_relations(database, row.integer(21), record);
    return record;
}

std::vector<RecordSummary> records_from(const Database& database, Statement& rows) {
    std::vector<RecordSummary> records;
    while (rows.step()) records.push_back(record_from(database, rows));
    return records;
}

void bind_number(Statement& statement, const core::IssueNumber& number) {
    statement.bind(1, number.year).bind(2, core::name_of(number.kind)).bind(3, number.number);
}

// "2026-8-3" as issue and place; only the one spelling that is handed out.
struct RecordName {
    core::IssueNumber issue;
    int place = 0;
};

std::optional<RecordName> parse_record_name(std::string_view id) {
    const std::size_t dash = id.rfind('-');
    if (dash == std::string_view::npos) return {};
    const auto issue = core::parse_issue_slug(id.substr(0, dash));
    const std::string_view place = id.substr(dash + 1);
    if (!issue || place.empty() || place.size() > 7 || place.front() == '0' ||
        place.find_first_not_of("0123456789") != std::string_view::npos)
        return {};
    return RecordName{*issue, static_cast<int>(core::parse_numeral(place))};
}

std::optional<std::int64_t> find_row(const Database& database, std::string_view id) {
    const auto name = parse_record_name(id);
    if (!name) return {};
    Statement row = database.prepare(
        "SELECT record.id FROM edition JOIN record ON record.edition = edition.id "
        "WHERE year = ? AND edition.kind = ? AND edition.number = ? AND place = ?");
    bind_number(row, name->issue);
    row.bind(4, name->place);
    if (!row.step()) return {};
    return row.integer(0);
}

}  // namespace

std::int64_t revision_of(const Database& database) {
    Statement row = database.prepare("SELECT number FROM revision ORDER BY number DESC LIMIT 1");
    return row.step() ? row.integer(0) : 0;
}

std::string identity_of(const Database& database) {
    Statement row =
        database.prepare("SELECT number, manifest FROM revision ORDER BY number DESC LIMIT 1");
    return row.step() ? row.text(0) + " " + row.text(1) : std::string();
}

std::optional<core::Instant> last_issue(const Database& database) {
    Statement row = database.prepare("SELECT issued_at FROM edition ORDER BY id DESC LIMIT 1");
    if (!row.step()) return {};
    return core::Instant{row.integer(0)};
}

std::vector<int> list_years(const Database& database) {
    Statement rows = database.prepare("SELECT DISTINCT year FROM edition ORDER BY year DESC");
    std::vector<int> years;
    while (rows.step()) years.push_back(small(rows, 0));
    return years;
}

std::vector<EditionSummary> list_editions(const Database& database, std::optional<int> year) {
    Statement rows = database.prepare(kEditions + (year ? "WHERE edition.year = ? " : "") +
                                      "ORDER BY edition.id DESC");
    if (year) rows.bind(1, *year);
    std::vector<EditionSummary> editions;
    while (rows.step()) editions.push_back(edition_from(rows));
    return editions;
}

std::optional<EditionSummary> find_edition(const Database& database,
                                           const core::IssueNumber& number) {
    Statement row = database.prepare(
        kEditions + "WHERE edition.year = ? AND edition.kind = ? AND edition.number = ?");
    bind_number(row, number);
    if (!row.step()) return {};
    return edition_from(row);
}

std::optional<std::int64_t> edition_row(const Database& database, const core::IssueNumber& number) {
    Statement row =
        database.prepare("SELECT id FROM edition WHERE year = ? AND kind = ? AND number = ?");
    bind_number(row, number);
    if (!row.step()) return {};
    return row.integer(0);
}

std::optional<EditionSummary> newest_edition(const Database& database) {
    Statement row = database.prepare(kEditions + "ORDER BY edition.id DESC LIMIT 1");
    if (!row.step()) return {};
    return edition_from(row);
}

std::int64_t count_records(const Database& database) {
    Statement row = database.prepare("SELECT coalesce(sum(records), 0) FROM edition");
    row.step();
    return row.integer(0);
}

int highest_page(const Database& database, int year, std::optional<core::IssueKind> kind) {
    Statement row = database.prepare(
        "SELECT coalesce(max(record.last_page), 0) FROM edition "
        "JOIN record ON record.edition = edition.id "
        "WHERE edition.year = ?1 AND (?2 IS NULL OR edition.kind = ?2)");
    row.bind(1, year);
    if (kind) row.bind(2, core::name_of(*kind));
    return row.step() ? small(row, 0) : 0;
}

std::vector<RecordSummary> list_records(const Database& database, const core::IssueNumber& number) {
    Statement rows = database.prepare(
        kRecords +
        "WHERE edition.year = ? AND edition.kind = ? AND edition.number = ? ORDER BY record.place");
    bind_number(rows, number);
    return records_from(database, rows);
}

std::vector<RecordSummary> list_recent(const Database& database, int limit, int offset) {
    Statement rows = database.prepare(kRecords + "ORDER BY record.id DESC LIMIT ? OFFSET ?");
    rows.bind(1, std::max(limit, 0)).bind(2, std::max(offset, 0));
    return records_from(database, rows);
}

std::optional<RecordSummary> find_record(const Database& database, std::string_view id) {
    const auto row = find_row(database, id);
    if (!row) return {};
    return record_at(database, *row);
}

std::int64_t row_of(const Database& database, std::string_view id) {
    const auto row = find_row(database, id);
    if (!row)
        throw core::Error(core::ErrorKind::NotFound,
                          {"archive.no_record", {{"id", core::excerpt(id)}}});
    return *row;
}

RecordSummary record_at(const Database& database, std::int64_t row) {
    Statement statement = database.prepare(kRecords + "WHERE record.id = ?");
    statement.bind(1, row);
    if (!statement.step())
        throw core::Error(core::ErrorKind::Corrupt, {"archive.record_missing", {}},
                          "record " + std::to_string(row));
    return record_from(database, statement);
}

std::string edition_name(const Database& database, std::int64_t row) {
    Statement edition =
        database.prepare("SELECT year, kind, number, running FROM edition WHERE id = ?");
    edition.bind(1, row);
    if (!edition.step()) return "edition " + std::to_string(row);
    return core::slug(issue_number(edition, 0));
}

RecordFacts facts_of(const core::Metadata& meta) {
    RecordFacts facts;
    for (const std::string& theme : meta.themes)
        facts.themes += (facts.themes.empty() ? "" : "\n") + theme;
    facts.force = core::name_of(meta.force);
    if (meta.expires) facts.expires = core::iso(*meta.expires);
    facts.openness = core::name_of(meta.openness);
    return facts;
}

std::optional<std::string> number_key(std::string_view number) {
    const auto parsed = core::parse_doc_number(simplified(number));
    if (!parsed) return {};
    return core::match_key(*parsed);
}

std::vector<std::int64_t> rows_with_number(const Database& database, std::string_view number) {
    auto parsed = core::parse_doc_number(simplified(number));
    if (!parsed) return {};
    const std::string key = core::match_key(*parsed);
    // People quote 云府办发〔2026〕1号 as 云府办发2026年第1号, and the other way round.
    using Form = core::DocNumber::Form;
    if (parsed->year != 0)
        parsed->form = parsed->form == Form::Yearly ? Form::Bracketed : Form::Yearly;
    Statement rows =
        database.prepare("SELECT id FROM record WHERE number_key IN (?, ?) ORDER BY id DESC");
    rows.bind(1, key).bind(2, core::match_key(*parsed));
    std::vector<std::int64_t> found;
    while (rows.step()) found.push_back(rows.integer(0));
    return found;
}

std::vector<RecordSummary> list_with_number(const Database& database, std::string_view number) {
    std::vector<RecordSummary> records;
    for (const std::int64_t row : rows_with_number(database, number))
        records.push_back(record_at(database, row));
    return records;
}

}  // namespace gongbao::archive
