// SPDX-License-Identifier: Apache-2.0
#include "archive/sqlite/verify.hpp"

#include <map>
#include <set>
#include <utility>

#include "archive/sqlite/blobs.hpp"
#include "archive/sqlite/catalogue.hpp"
#include "archive/sqlite/manifest.hpp"
#include "archive/sqlite/place_in_time.hpp"
#include "archive/sqlite/search_index.hpp"
#include "archive/sqlite/verify_schema.hpp"
#include "core/akn/read_akn.hpp"
#include "core/report/error.hpp"
#include "core/system/digest.hpp"
#include "core/text/text.hpp"

namespace gongbao::archive {
namespace {

using core::Database;
using core::Error;
using core::Statement;

class Verifier {
  public:
    Verifier(Database& database, const std::function<void(std::int64_t, std::int64_t)>& progress)
        : database_(database), progress_(progress) {}

    core::Diagnostics run() {
        const core::Snapshot one_state(database_);
        total_ = count("blob") + count("edition") + 2 * count("record");
        check("archive.db", [this] { check_structure(); });
        check("archive.db", [this] { check_schema(); });
        check("archive.db", [this] { check_counts(); });
        const std::vector<std::int64_t> blobs = ids("blob");
        for (const std::int64_t id : blobs) check_blob(id);
        for (const std::int64_t id : ids("edition")) check_manifest(id);
        IndexContents index = read_contents();
        for (const std::int64_t id : ids("record")) check_record(id, index);
        check_rest(index);
        check("blob", [&] { check_uses(blobs); });
        advance(0);
        return std::move(findings_);
    }

  private:
    // 0 for a table that cannot be counted, which the structure's check names.
    std::int64_t count(const std::string& table) {
        try {
            Statement row = database_.prepare("SELECT count(*) FROM " + table);
            return row.step() ? row.integer(0) : 0;
        } catch (const Error&) {
            return 0;
        }
    }

    std::vector<std::int64_t> ids(const std::string& table) {
        std::vector<std::int64_t> all;
        check(table, [&] {
            Statement rows = database_.prepare("SELECT id FROM " + table + " ORDER BY id");
            while (rows.step()) all.push_back(rows.integer(0));
        });
        return all;
    }

    void report(const std::string& place, const char* what,
                std::map<std::string, std::string> args = {}) {
        findings_.push_back({core::Level::Error, place, {what, std::move(args)}, {}});
    }

    // A damaged page makes SQLite fail in the middle of a check; the others still run.
    template <typename Check>
    void check(const std::string& place, Check run_check) {
        try {
            run_check();
        } catch (const Error& error) {
            findings_.push_back({core::Level::Error, place, error.for_people(), {}});
        } catch (const std::exception&) {  // a damaged size asked for more than there is
            report(place, "archive.unreadable");
        }
    }

    void advance(std::int64_t steps = 1) {
        done_ += steps;
        if (progress_) progress_(done_, total_);
    }

    void check_structure() {
        constexpr int kMostLines = 20;
        Statement lines =
            database_.prepare("PRAGMA integrity_check(" + std::to_string(kMostLines) + ")");
        while (lines.step())
            if (const std::string line = lines.text(0); line != "ok")
                report("SQLite", "archive.structure_damaged", {{"what", line}});
        Statement orphans = database_.prepare("PRAGMA foreign_key_check");
        while (orphans.step())
            report(orphans.text(0) + " " + std::to_string(orphans.integer(1)),
                   "archive.row_without_owner", {{"table", orphans.text(2)}});
    }

    // A missing trigger is a door left open, whether or not anybody went through.
    void check_schema() {
        for (core::Diagnostic& finding : verify_schema(database_))
            findings_.push_back(std::move(finding));
    }

    void check_counts() {
        const std::int64_t editions = count("edition");
        Statement first = database_.prepare("SELECT coalesce(min(number), 1) FROM revision");
        if (revision_of(database_) != editions || count("revision") != editions || !first.step() ||
            first.integer(0) != 1)
            report("revision", "archive.revision_wrong", {{"editions", std::to_string(editions)}});
        if (count_records(database_) != count("record"))
            report("record", "archive.count_wrong",
                   {{"stated", std::to_string(count_records(database_))},
                    {"found", std::to_string(count("record"))}});
    }

    void check_blob(std::int64_t id) {
        check("blob " + std::to_string(id), [&] {
            const Blob blob = blob_at(database_, id);
            if (!has_its_chunks(database_, blob) ||
                core::sha256_hex(read_blob(database_, blob, 0, blob.size)) != blob.digest)
                report("blob " + std::to_string(id), "archive.blob_damaged",
                       {{"digest", blob.digest}});
        });
        advance();
    }

    void check_manifest(std::int64_t id) {
        const std::string place = name_of_edition(id);
        check(place, [&] {
            Statement row = database_.prepare("SELECT manifest FROM revision WHERE edition = ?");
            row.bind(1, id);
            if (!row.step() || row.text(0) != core::sha256_hex(edition_manifest(database_, id)))
                report(place, "archive.manifest_wrong");
        });
        advance();
    }

    IndexContents read_contents() {
        IndexContents index;
        check("search", [&] { index = read_index(database_, [this] { advance(0); }); });
        advance(count("record"));
        return index;
    }

    // Takes the record's row out of `index`, so that at the end it holds what belongs to none.
    void check_record(std::int64_t id, IndexContents& index) {
        const auto row = index.rows.extract(id);
        const bool torn = index.torn.erase(id) > 0;
        std::string place = "record " + std::to_string(id);
        check(place, [&] {
            const RecordSummary record = record_at(database_, id);
            place = record.id;
            const std::string xml = stored("xml", "canonical", id);
            const std::string text = stored("text", "plain", id);
            check_texts(place, id, record, xml, text);
            const IndexedText indexed{record.title,      record.number,  text,
                                      record.issue.year, record.section, record.issuers};
            if (torn || row.empty() || row.mapped() != archive::row_of(indexed))
                report(place, "archive.index_wrong");
            check_place(place, id, record);
        });
        advance();
    }

    // Row numbers order every list; see place_in_time.hpp.
    void check_place(const std::string& place, std::int64_t id, const RecordSummary& record) {
        Statement row = database_.prepare(
            "SELECT edition.id, edition.records, record.number_key, "
            "(SELECT count(*) FROM issuer WHERE record = record.id), "
            "(SELECT coalesce(max(place), 0) FROM issuer WHERE record = record.id), "
            "(SELECT coalesce(min(place), 1) FROM issuer WHERE record = record.id) "
            "FROM record JOIN edition ON edition.id = record.edition WHERE record.id = ?");
        row.bind(1, id);
        if (!row.step()) return;  // told as a row without owner
        const auto key = row.is_null(2) ? std::nullopt : std::optional(row.text(2));
        const auto issuers = static_cast<std::int64_t>(record.issuers.size());
        if (record_id(row.integer(0), row.integer(1), record.order) != id ||
            day_of(row.integer(0)) != core::days_since_epoch(core::date_at(record.issued_at)) ||
            key != number_key(record.number) || row.integer(3) != issuers ||
            row.integer(4) != issuers || row.integer(5) != 1)
            report(place, "archive.record_wrong");
    }

    void check_rest(const IndexContents& index) {
        std::set<std::int64_t> foreign = index.torn;
        for (const auto& [row, found] : index.rows) foreign.insert(row);
        for (const std::int64_t row : foreign)
            report("search " + std::to_string(row), "archive.index_foreign");
        if (!index.totals_agree) report("search", "archive.index_totals");
    }

    // Every blob is a PDF of an edition or a record, or a picture of a text, and says so.
    void check_uses(const std::vector<std::int64_t>& blobs) {
        Statement pdfs = database_.prepare(
            "SELECT digest FROM blob JOIN (SELECT pdf FROM edition UNION SELECT pdf FROM offprint) "
            "ON pdf = blob.id");
        while (pdfs.step()) types_[pdfs.text(0)] = "application/pdf";
        for (const std::int64_t id : blobs) {
            const std::string place = "blob " + std::to_string(id);
            check(place, [&] {
                const Blob blob = blob_at(database_, id);
                const auto use = types_.find(blob.digest);
                if (use == types_.end()) {
                    if (texts_read_) report(place, "archive.blob_unused");
                } else if (use->second != blob.type) {
                    report(place, "archive.blob_type_wrong", {{"type", core::excerpt(blob.type)}});
                }
            });
        }
    }

    void check_texts(const std::string& place, std::int64_t id, const RecordSummary& record,
                     const std::string& xml, const std::string& text) {
        const bool read_before = std::exchange(texts_read_, false);
        if (core::sha256_hex(xml) != digest_of_xml(id)) return report(place, "archive.xml_damaged");
        const core::Document document = core::read_akn(xml);
        if (core::text_digest(document) != record.text_digest)
            report(place, "archive.text_damaged");
        if (core::plain_text(document) != text) report(place, "archive.plain_wrong");
        texts_read_ = read_before;
        for (const core::Media& media : document.media) {
            types_[media.digest] = media.type;
            if (!find_blob(database_, media.digest)) report(place, "archive.blob_missing");
        }
        const core::Metadata& meta = document.meta;
        if (meta.title != record.title || meta.number != record.number ||
            meta.kind != record.kind || meta.issuers != record.issuers ||
            core::carried_title(document) != record.carries || meta.written != record.written ||
            meta.effective != record.effective)
            report(place, "archive.record_wrong");
    }

    std::string stored(const char* column, const char* table, std::int64_t id) {
        Statement row = database_.prepare(std::string("SELECT ") + column + " FROM " + table +
                                          " WHERE record = ?");
        row.bind(1, id);
        return row.step() ? row.text(0) : std::string();
    }

    std::string digest_of_xml(std::int64_t id) {
        Statement row = database_.prepare("SELECT xml_digest FROM record WHERE id = ?");
        row.bind(1, id);
        return row.step() ? row.text(0) : std::string();
    }

    std::string name_of_edition(std::int64_t id) {
        Statement row = database_.prepare("SELECT year, kind, number FROM edition WHERE id = ?");
        row.bind(1, id);
        if (!row.step()) return "edition " + std::to_string(id);
        core::IssueNumber number;
        number.year = static_cast<int>(row.integer(0));
        number.kind = core::issue_kind_named(row.text(1)).value_or(core::IssueKind::Regular);
        number.number = static_cast<int>(row.integer(2));
        return core::slug(number);
    }

    Database& database_;
    const std::function<void(std::int64_t, std::int64_t)>& progress_;
    core::Diagnostics findings_;
    std::map<std::string, std::string> types_;  // of the blobs that are used, by digest
    bool texts_read_ = true;                    // all of them, so that every picture is known
    std::int64_t done_ = 0;
    std::int64_t total_ = 0;
};

}  // namespace

core::Diagnostics verify_archive(Database& database,
                                 const std::function<void(std::int64_t, std::int64_t)>& progress) {
    return Verifier(database, progress).run();
}

}  // namespace gongbao::archive
