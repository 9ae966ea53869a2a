// SPDX-License-Identifier: Apache-2.0
// Tables whose rows are only ever added: triggers refuse to change, remove or replace one, whoever
// asks for it. Called where such tables are made.
#pragma once

#include <string_view>

#include "core/storage/database.hpp"

namespace gongbao::core {

/// Refuses UPDATE and DELETE with `refusal`, the id of a message. A rule of the table's own has to
/// refuse a row whose key is there: INSERT OR REPLACE removes one without asking a trigger for
/// DELETE.
void keep_rows(Database& database, std::string_view table, std::string_view refusal);

/// The same, with that rule. `same`: the condition by which a row of `table` is the one a NEW row
/// would take the place of, "id = NEW.id".
void keep_rows(Database& database, std::string_view table, std::string_view same,
               std::string_view refusal);

}  // namespace gongbao::core
