// SPDX-License-Identifier: Apache-2.0
#include "core/storage/migrations.hpp"

#include <algorithm>
#include <string>

#include "core/report/check.hpp"
#include "core/report/error.hpp"

namespace gongbao::core {
namespace {

// SQLite takes this pragma outside of transactions only (sqlite.org/lang_altertable.html, 7).
class KeysNotHeld {
  public:
    explicit KeysNotHeld(Database& database) : database_(database) {
        database_.execute("PRAGMA foreign_keys=OFF");
    }
    ~KeysNotHeld() {
        try {
            database_.execute("PRAGMA foreign_keys=ON");
        } catch (const Error&) {
            // The connection is of no use any more, and every later call will say so.
        }
    }
    KeysNotHeld(const KeysNotHeld&) = delete;
    KeysNotHeld& operator=(const KeysNotHeld&) = delete;

  private:
    Database& database_;
};

void require_fitting_keys(const Database& database) {
    Statement orphan = database.prepare("PRAGMA foreign_key_check");
    if (orphan.step())
        throw Error(ErrorKind::Corrupt,
                    {"core.database_damaged", {{"file", database.file().filename().string()}}},
                    "keys do not fit in " + orphan.text(0) + " row " + orphan.text(1));
}

}  // namespace

void migrate(Database& database, const std::vector<Migration>& migrations) {
    const KeysNotHeld until_the_end(database);
    for (;;) {
        const auto next = std::find_if(migrations.begin(), migrations.end(),
                                       [version = database.schema_version()](const Migration& one) {
                                           return one.from == version;
                                       });
        if (next == migrations.end()) return;
        GONGBAO_CHECK(next->to > next->from);
        Transaction transaction(database);
        if (database.schema_version() != next->from) continue;  // another program was faster
        next->step(database);
        require_fitting_keys(database);
        database.set_schema_version(next->to);
        transaction.commit();
    }
}

}  // namespace gongbao::core
