// SPDX-License-Identifier: Apache-2.0
// The tables of the office in the desk's file. Desk and office know their tables each for itself:
// the desk's have the file's own version, the office's one in a table, so that a desk on which no
// office ever opened stays as it is.
#pragma once

#include "core/storage/database.hpp"

namespace gongbao::editor {

/// Requires: the tables of the desk. Makes those of the office where there are none, in one
/// transaction; another program that makes them is waited for. Throws: Error(Corrupt)
/// "office.newer_schema" for those of a newer program, (Conflict) when a table of such a name is
/// there already.
void make_office_tables(core::Database& database);

/// Has an office ever opened on this desk?
bool has_office(const core::Database& database);

}  // namespace gongbao::editor
