// SPDX-License-Identifier: Apache-2.0
#include "archive/sqlite/chain.hpp"

#include "core/system/digest.hpp"

namespace gongbao::archive {
namespace {

// Calls visit(revision, head) from the empty archive on, until it returns false.
template <typename Visit>
void follow(const core::Database& database, Visit visit) {
    std::string head = core::sha256_hex("gongbao archive 1\n");
    std::int64_t revision = 0;
    core::Statement rows = database.prepare("SELECT manifest FROM revision ORDER BY number");
    while (visit(revision, head) && rows.step()) {
        head = core::sha256_hex(head + ' ' + rows.text(0) + '\n');
        ++revision;
    }
}

}  // namespace

std::string head_of(const core::Database& database) {
    std::string last;
    follow(database, [&](std::int64_t, const std::string& head) {
        last = head;
        return true;
    });
    return last;
}

std::optional<std::int64_t> revision_with_head(const core::Database& database,
                                               std::string_view head) {
    std::optional<std::int64_t> found;
    follow(database, [&](std::int64_t revision, const std::string& one) {
        if (one == head) found = revision;
        return !found;
    });
    return found;
}

}  // namespace gongbao::archive
