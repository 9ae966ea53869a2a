// SPDX-License-Identifier: Apache-2.0
// 抽印本: each document of an edition set anew, alone, with its citation. Made when the edition is
// issued and kept with it (docs/decisions). Used by PressRoom.
#pragma once

#include <string>

#include "archive/archive.hpp"
#include "editor/desk/press/press_issue.hpp"
#include "typeset/typeset.hpp"

namespace gongbao::editor {

/// Prints the offprint of every record, each with its source of `sources`, on as many threads as
/// the machine has. Throws: as Press::print_each does.
void print_offprints(archive::NewEdition& edition, const Sources& sources,
                     const typeset::Press& press);

}  // namespace gongbao::editor
