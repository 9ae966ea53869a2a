// SPDX-License-Identifier: Apache-2.0
// 抽印本: each document of an edition set anew, alone, with its citation. Made when the edition is
// issued and kept with it (docs/decisions). Used by PressRoom.
#pragma once

#include <string>

#include "archive/archive.hpp"
#include "typeset/typeset.hpp"

namespace gongbao::editor {

/// Prints the offprint of every record, on as many threads as the machine has.
/// Throws: as Press::print_each does.
void print_offprints(archive::NewEdition& edition, const typeset::Press& press);

}  // namespace gongbao::editor
