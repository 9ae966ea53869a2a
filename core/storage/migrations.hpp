// SPDX-License-Identifier: Apache-2.0
// Numbered steps that bring a file from an older schema to the next. Each is one transaction with
// the version it leads to (PRAGMA user_version), so that a program killed at any moment leaves a
// file of the version before or after a step, and the next run goes on from there. Used by the
// archive and the desk; what they consist of stands there.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "core/storage/database.hpp"

namespace gongbao::core {

struct Migration {
    std::int32_t from = 0;  ///< 0 is a file without tables
    std::int32_t to = 0;
    std::function<void(Database&)> step;  ///< inside the transaction
};

/// Takes the steps that lead on from the version of `database`, until none does. A step may drop
/// tables that others refer to and make them anew: keys between tables are not held while it runs,
/// but all of them must fit when it ends. Another program that takes a step first is waited for.
/// Requires: no transaction is open.
/// Throws: Error(Corrupt) when keys do not fit, and what a step throws; the file is then of the
/// version the last whole step led to.
void migrate(Database& database, const std::vector<Migration>& migrations);

}  // namespace gongbao::core
