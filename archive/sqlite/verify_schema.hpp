// SPDX-License-Identifier: Apache-2.0
// Tables, indexes, triggers and settings of the search as a set: what is missing, what is other,
// and what does not belong there. Part of verify.
#pragma once

#include "core/report/diagnostic.hpp"
#include "core/storage/database.hpp"

namespace gongbao::archive {

core::Diagnostics verify_schema(const core::Database& database);

}  // namespace gongbao::archive
