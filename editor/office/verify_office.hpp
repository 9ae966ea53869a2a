// SPDX-License-Identifier: Apache-2.0
// Proves a desk and the office on it: the desk as desk/store does, the office's tables and triggers
// as they were made, for they are its rules, each row of an act (check_acts.hpp), and the audit log
// row by row.
#pragma once

#include <filesystem>

#include "core/report/diagnostic.hpp"

namespace gongbao::editor {

/// Empty: desk and office are whole. A desk on which no office ever opened is proved alone.
/// Throws: as verify_desk; Error(Corrupt) "office.newer_schema".
core::Diagnostics verify_office(const std::filesystem::path& desk_file);

}  // namespace gongbao::editor
