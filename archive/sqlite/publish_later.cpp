// SPDX-License-Identifier: Apache-2.0
#include "archive/sqlite/publish_later.hpp"

#include <algorithm>
#include <string_view>

#include "archive/sqlite/blobs.hpp"
#include "archive/sqlite/catalogue.hpp"
#include "archive/sqlite/publish.hpp"
#include "archive/sqlite/relations.hpp"
#include "archive/sqlite/renditions.hpp"
#include "core/report/error.hpp"
#include "core/text/text.hpp"

namespace gongbao::archive {
namespace {

using core::Database;
using core::Error;
using core::ErrorKind;

constexpr CommitWords kWords{"archive.publishing_failed", "archive.publishing_in_doubt",
                             "archive.published_on_bad_disk"};

bool is_kind(std::string_view word) {
    return !word.empty() && std::all_of(word.begin(), word.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    });
}

void require_complete(const NewRendition& rendition) {
    if (!is_kind(rendition.kind) || rendition.type.find('/') == std::string::npos ||
        rendition.bytes.empty() || rendition.pages < 0 || core::trim(rendition.made_by).empty())
        throw Error(ErrorKind::Invalid,
                    {"archive.rendition_incomplete", {{"id", core::excerpt(rendition.owner)}}});
}

// A revision is not known before the one it follows: lists of changes run by that moment.
void require_not_earlier(const Database& database, core::Instant known_at) {
    core::Statement last = database.prepare(
        "SELECT max(coalesce(known_at, issued_at)) FROM revision "
        "LEFT JOIN edition ON edition.id = revision.edition");
    if (last.step() && !last.is_null(0) && known_at.seconds < last.integer(0))
        throw Error(ErrorKind::Invalid,
                    {"archive.known_too_early", {{"last", core::rfc3339({last.integer(0)})}}});
}

}  // namespace

std::int64_t publish_event(Database& database, const NewEvent& event, core::Diagnostics& warnings) {
    return *publish(
        database,
        [&] {
            if (core::trim(event.made_by).empty() || event.relations.empty())
                throw Error(ErrorKind::Invalid, {"archive.event_incomplete", {}});
            require_not_earlier(database, event.known_at);
            const std::int64_t revision = next_revision(database);
            if (put_relations(database, revision, event.relations) == 0)
                throw Error(ErrorKind::Conflict, {"archive.event_known", {}});
            put_revision(database, {revision, "event", {}, event.known_at.seconds, event.made_by});
            return PutIn{revision, event.relations.front().record};
        },
        kWords, warnings);
}

std::int64_t publish_rendition(Database& database, const NewRendition& rendition,
                               core::Diagnostics& warnings) {
    return *publish(
        database,
        [&] {
            require_complete(rendition);
            require_not_earlier(database, rendition.known_at);
            const RenditionOwner owner = owner_named(database, rendition.owner);
            if (find_rendition(database, owner, rendition.kind))
                throw Error(ErrorKind::Conflict,
                            {"archive.rendition_known",
                             {{"id", rendition.owner}, {"kind", rendition.kind}}});
            const std::int64_t revision = next_revision(database);
            const std::int64_t blob =
                put_blob(database, BlobBytes(rendition.bytes), rendition.type);
            put_rendition_row(database, owner, {rendition.kind, blob, rendition.pages, revision});
            put_revision(
                database,
                {revision, "rendition", {}, rendition.known_at.seconds, rendition.made_by});
            return PutIn{revision, rendition.owner};
        },
        kWords, warnings);
}

}  // namespace gongbao::archive
