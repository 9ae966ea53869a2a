// SPDX-License-Identifier: Apache-2.0
#include "archive/sqlite/publish.hpp"

#include <optional>

#include "archive/sqlite/archive_file.hpp"
#include "archive/sqlite/catalogue.hpp"
#include "core/report/error.hpp"
#include "core/system/digest.hpp"

namespace gongbao::archive {
namespace {

using core::Database;
using core::Error;
using core::ErrorKind;

std::string manifest_at(const Database& database, std::int64_t revision) {
    core::Statement row = database.prepare("SELECT manifest FROM revision WHERE number = ?");
    row.bind(1, revision);
    return row.step() ? row.text(0) : std::string();
}

// After a commit that failed so late that nobody knows: the file is opened anew and read before
// anything is said.
std::int64_t settle_doubt(const Database& database, const PutIn& put, const std::string& manifest,
                          const Error& doubt, const CommitWords& words,
                          core::Diagnostics& warnings) {
    const std::map<std::string, std::string> what{{"what", put.what}};
    bool stands = false;
    try {
        const Database anew = open_archive_file(database.file(), Database::Mode::ReadOnly);
        stands = manifest_at(anew, put.revision) == manifest;
    } catch (const Error& error) {
        throw Error(ErrorKind::Unavailable, {words.in_doubt, what},
                    std::string(doubt.what()) + "; " + error.what());
    }
    if (!stands) throw Error(ErrorKind::Unavailable, {words.failed, what}, doubt.what());
    warnings.push_back(
        {core::Level::Warning, core::Place::stored(put.what), {words.on_bad_disk, {}}, {}});
    return put.revision;
}

}  // namespace

std::int64_t next_revision(const Database& database) {
    return revision_of(database) + 1;
}

void put_revision(Database& database, const RevisionHead& head) {
    core::Statement insert = database.prepare(
        "INSERT INTO revision (number, kind, edition, known_at, made_by, manifest) "
        "VALUES (?, ?, ?, ?, ?, ?)");
    insert.bind(1, head.number).bind(2, head.kind).bind(3, head.edition);
    if (!head.edition) insert.bind(4, head.known_at).bind(5, head.made_by);
    insert.bind(6, core::sha256_hex(revision_manifest(database, head))).run();
}

std::optional<std::int64_t> publish(Database& database,
                                    const std::function<std::optional<PutIn>()>& put,
                                    const CommitWords& words, core::Diagnostics& warnings) {
    std::optional<PutIn> in;
    std::string manifest;
    std::optional<Error> doubt;
    {
        core::Transaction transaction(database);
        in = put();
        if (!in) return {};
        manifest = manifest_at(database, in->revision);
        try {
            transaction.commit();
            return in->revision;
        } catch (const Error& error) {
            if (error.for_people().id != "core.commit_in_doubt") throw;
            doubt = error;
        }
    }
    return settle_doubt(database, *in, manifest, *doubt, words, warnings);
}

}  // namespace gongbao::archive
