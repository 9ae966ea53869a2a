// SPDX-License-Identifier: Apache-2.0
#include "archive/sqlite/verify.hpp"

#include <map>
#include <set>
#include <utility>

#include "archive/sqlite/blobs.hpp"
#include "archive/sqlite/catalogue.hpp"
#include "archive/sqlite/manifest.hpp"
#include "archive/sqlite/search_index.hpp"
#include "archive/sqlite/verify_records.hpp"
#include "archive/sqlite/verify_run.hpp"
#include "archive/sqlite/verify_schema.hpp"
#include "core/system/digest.hpp"
#include "core/text/text.hpp"

namespace gongbao::archive {
namespace {

using core::Database;
using core::Statement;

void check_structure(VerifyRun& run) {
    constexpr int kMostLines = 20;
    Statement lines =
        run.database().prepare("PRAGMA integrity_check(" + std::to_string(kMostLines) + ")");
    while (lines.step())
        if (const std::string line = lines.text(0); line != "ok")
            run.report(core::Place::stored("SQLite"), "archive.structure_damaged",
                       {{"what", line}});
    Statement orphans = run.database().prepare("PRAGMA foreign_key_check");
    while (orphans.step())
        run.report(core::Place::stored(orphans.text(0), orphans.integer(1)),
                   "archive.row_without_owner", {{"table", orphans.text(2)}});
}

// A missing trigger is a door left open, whether or not anybody went through.
void check_schema(VerifyRun& run) {
    for (core::Diagnostic& finding : verify_schema(run.database())) run.add(std::move(finding));
}

void check_counts(VerifyRun& run) {
    const std::int64_t editions = run.count("edition");
    Statement first = run.database().prepare(
        "SELECT coalesce(min(number), 1), coalesce(sum(kind "
        "= 'edition'), 0) FROM revision");
    if (revision_of(run.database()) != run.count("revision") || !first.step() ||
        first.integer(0) != 1 || first.integer(1) != editions)
        run.report(core::Place::stored("revision"), "archive.revision_wrong",
                   {{"editions", std::to_string(editions)}});
    if (count_records(run.database()) != run.count("record"))
        run.report(core::Place::stored("record"), "archive.count_wrong",
                   {{"stated", std::to_string(count_records(run.database()))},
                    {"found", std::to_string(run.count("record"))}});
}

void check_blob(VerifyRun& run, std::int64_t id) {
    run.check(core::Place::stored("blob", id), [&] {
        const Blob blob = blob_at(run.database(), id);
        if (!has_its_chunks(run.database(), blob) ||
            core::sha256_hex(read_blob(run.database(), blob, 0, blob.size)) != blob.digest)
            run.report(core::Place::stored("blob", id), "archive.blob_damaged",
                       {{"digest", blob.digest}});
    });
    run.advance();
}

void check_manifest(VerifyRun& run, std::int64_t number) {
    core::Place place = core::Place::stored("revision", number);
    run.check(place, [&] {
        Statement row =
            run.database().prepare("SELECT manifest, edition FROM revision WHERE number = ?");
        row.bind(1, number);
        if (!row.step()) return;
        if (!row.is_null(1))
            place = core::Place::stored(edition_name(run.database(), row.integer(1)));
        if (row.text(0) != core::sha256_hex(revision_manifest(run.database(), number)))
            run.report(place, "archive.manifest_wrong");
    });
    run.advance();
}

IndexContents read_contents(VerifyRun& run) {
    IndexContents index;
    run.check(core::Place::stored("search"),
              [&] { index = read_index(run.database(), [&run] { run.advance(0); }); });
    run.advance(run.count("record"));
    return index;
}

void check_rest(VerifyRun& run, const IndexContents& index) {
    std::set<std::int64_t> foreign = index.torn;
    for (const auto& [row, found] : index.rows) foreign.insert(row);
    for (const std::int64_t row : foreign)
        run.report(core::Place::stored("search", row), "archive.index_foreign");
    if (!index.totals_agree) run.report(core::Place::stored("search"), "archive.index_totals");
}

// Every blob is a rendition of an edition or a record, or a picture of a text, and says so.
// What type a rendition of a further kind has, its revision's manifest tells.
void check_uses(VerifyRun& run, const RecordCheck& records,
                const std::vector<std::int64_t>& blobs) {
    std::map<std::string, std::string> types = records.picture_types();
    Statement renditions = run.database().prepare(
        "SELECT digest, CASE WHEN rendition.kind IN ('pdf', 'offprint') "
        "THEN 'application/pdf' ELSE blob.type END "
        "FROM rendition JOIN blob ON blob.id = rendition.blob");
    while (renditions.step()) types[renditions.text(0)] = renditions.text(1);
    for (const std::int64_t id : blobs) {
        const core::Place place = core::Place::stored("blob", id);
        run.check(place, [&] {
            const Blob blob = blob_at(run.database(), id);
            const auto use = types.find(blob.digest);
            if (use == types.end()) {
                if (records.all_read()) run.report(place, "archive.blob_unused");
            } else if (use->second != blob.type) {
                run.report(place, "archive.blob_type_wrong", {{"type", core::excerpt(blob.type)}});
            }
        });
    }
}

}  // namespace

core::Diagnostics verify_archive(Database& database,
                                 const std::function<void(std::int64_t, std::int64_t)>& progress) {
    VerifyRun run(database, progress);
    run.expect(run.count("blob") + run.count("revision") + 2 * run.count("record"));
    const std::string file = database.file().filename().string();
    run.check(core::Place::stored(file), [&] { check_structure(run); });
    run.check(core::Place::stored(file), [&] { check_schema(run); });
    run.check(core::Place::stored(file), [&] { check_counts(run); });
    const std::vector<std::int64_t> blobs = run.ids("blob");
    for (const std::int64_t id : blobs) check_blob(run, id);
    for (const std::int64_t number : run.ids("revision", "number")) check_manifest(run, number);
    IndexContents index = read_contents(run);
    RecordCheck records(run);
    for (const std::int64_t id : run.ids("record")) records.check_record(id, index);
    check_rest(run, index);
    run.check(core::Place::stored("blob"), [&] { check_uses(run, records, blobs); });
    run.advance(0);
    return run.take();
}

}  // namespace gongbao::archive
