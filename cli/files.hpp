// SPDX-License-Identifier: Apache-2.0
// The files that subcommands read and write: manuscripts in, prints out.
#pragma once

#include <filesystem>
#include <string>

#include "cli/context.hpp"
#include "editor/intake/intake.hpp"

namespace gongbao::cli {

/// The file's name as it can be shown and stored: bytes that are not UTF-8 become "?".
std::string shown_name(const std::filesystem::path& file);

/// Throws: Error(NotFound), (TooLarge) beyond the limit of intake, (Unavailable).
editor::Manuscript read_manuscript(const std::filesystem::path& file);

/// The same error, its words beginning with the name of the file it is about.
core::Error naming(const std::string& name, const core::Error& error, const Context& context);

/// Writes the PDF to `file`, whole or not at all, and tells pages and size.
/// Throws: Error(Unavailable).
void write_print(const typeset::Printed& printed, const std::string& file, const Context& context);

}  // namespace gongbao::cli
