// SPDX-License-Identifier: Apache-2.0
#include "archive/store/verify.hpp"

#include <unordered_map>

#include "archive/search/index.hpp"
#include "archive/store/blobs.hpp"
#include "archive/store/catalogue.hpp"
#include "archive/store/manifest.hpp"
#include "archive/store/schema.hpp"
#include "core/akn/read_akn.hpp"
#include "core/digest.hpp"
#include "core/error.hpp"
#include "core/text.hpp"

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
        for (const std::int64_t id : ids("blob")) check_blob(id);
        for (const std::int64_t id : ids("edition")) check_manifest(id);
        const auto sums = read_sums();
        for (const std::int64_t id : ids("record")) check_record(id, sums);
        advance(0);
        return std::move(findings_);
    }

  private:
    std::int64_t count(const std::string& table) {
        Statement row = database_.prepare("SELECT count(*) FROM " + table);
        return row.step() ? row.integer(0) : 0;
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
        for (const auto& [name, statement] : schema_statements()) {
            Statement row = database_.prepare("SELECT sql FROM sqlite_schema WHERE name = ?");
            row.bind(1, name);
            if (!row.step() || row.text(0) != statement)
                report(name, "archive.schema_changed", {{"name", name}});
        }
    }

    void check_counts() {
        const std::int64_t editions = count("edition");
        if (revision_of(database_) != editions || count("revision") != editions)
            report("revision", "archive.revision_wrong", {{"editions", std::to_string(editions)}});
        if (count_records(database_) != count("record"))
            report("record", "archive.count_wrong",
                   {{"stated", std::to_string(count_records(database_))},
                    {"found", std::to_string(count("record"))}});
    }

    void check_blob(std::int64_t id) {
        check("blob " + std::to_string(id), [&] {
            const Blob blob = blob_at(database_, id);
            if (core::sha256_hex(read_blob(database_, blob, 0, blob.size)) != blob.digest)
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

    std::unordered_map<std::int64_t, IndexSum> read_sums() {
        std::unordered_map<std::int64_t, IndexSum> sums;
        check("search", [&] { sums = read_index_sums(database_, [this] { advance(0); }); });
        advance(count("record"));
        return sums;
    }

    void check_record(std::int64_t id, const std::unordered_map<std::int64_t, IndexSum>& sums) {
        std::string place = "record " + std::to_string(id);
        check(place, [&] {
            const RecordSummary record = record_at(database_, id);
            place = record.id;
            const std::string xml = stored("xml", "canonical", id);
            const std::string text = stored("text", "plain", id);
            check_texts(place, id, record, xml, text);
            const IndexedText indexed{record.title,       record.number,  text,
                                      record.issue.year,  record.section, record.issuers};
            const auto sum = sums.find(id);
            if (sum == sums.end() || sum->second != sum_of(indexed))
                report(place, "archive.index_wrong");
        });
        advance();
    }

    void check_texts(const std::string& place, std::int64_t id, const RecordSummary& record,
                     const std::string& xml, const std::string& text) {
        if (core::sha256_hex(xml) != digest_of_xml(id)) return report(place, "archive.xml_damaged");
        const core::Document document = core::read_akn(xml);
        if (core::text_digest(document) != record.text_digest)
            report(place, "archive.text_damaged");
        if (core::plain_text(document) != text) report(place, "archive.plain_wrong");
        for (const core::Media& media : document.media)
            if (!find_blob(database_, media.digest)) report(place, "archive.blob_missing");
        const core::Metadata& meta = document.meta;
        if (meta.title != record.title || meta.number != record.number ||
            meta.kind != record.kind || meta.issuers != record.issuers ||
            core::carried_title(document) != record.carries || meta.written != record.written || meta.effective != record.effective)
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
    std::int64_t done_ = 0;
    std::int64_t total_ = 0;
};

}  // namespace

core::Diagnostics verify_archive(Database& database,
                                 const std::function<void(std::int64_t, std::int64_t)>& progress) {
    return Verifier(database, progress).run();
}

}  // namespace gongbao::archive
