// SPDX-License-Identifier: Apache-2.0
// Tables whose rows are only ever added: triggers refuse to change, remove or replace one, whoever
// asks for it. Called where such tables are made.
#pragma once

#include <string_view>

#include "core/storage/database.hpp"

namespace gongbao::core {

/// `same`: the condition by which a row of `table` is the one a NEW row would take the place of,
/// "id = NEW.id" (INSERT OR REPLACE removes a row without asking a trigger for DELETE).
/// `refusal`: what the database says then, the id of a message.
void keep_rows(Database& database, std::string_view table, std::string_view same,
               std::string_view refusal);

}  // namespace gongbao::core
