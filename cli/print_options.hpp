// SPDX-License-Identifier: Apache-2.0
// Options of every command that makes a PDF for a printing house: --print-ready, --bleed,
// --one-colour.
#pragma once

#include <optional>
#include <string>

#include "cli/commands.hpp"
#include "typeset/typeset.hpp"

namespace gongbao::cli {

struct PrintOptions {
    bool print_ready = false;
    std::string bleed = "3mm";
    bool one_colour = false;
};

/// Adds them to `command`. Requires: `options` outlives the command.
void add_print_options(const Command& command, PrintOptions& options, const Commands& commands);

/// The variant that was asked for; nothing for a PDF to read on a screen.
/// Throws: Error(Invalid) for a bleed that is not "3mm" … between 0 and 25 mm.
std::optional<typeset::PrintVariant> print_variant(const PrintOptions& options);

}  // namespace gongbao::cli
