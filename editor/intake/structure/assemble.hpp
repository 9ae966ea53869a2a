// SPDX-License-Identifier: Apache-2.0
// Turns lines whose roles are decided into the blocks of a Document. Last stage of recognition
// before the metadata.
#pragma once

#include <vector>

#include "core/document/document.hpp"
#include "editor/intake/structure/line.hpp"
#include "editor/intake/structure/parts.hpp"

namespace gongbao::editor {

/// Every line in its part, order kept: labels apart from the words, title lines in one block, bold
/// type that only repeats what the role says left out. Metadata and ids are still empty.
core::Document assemble(Lines lines, const std::vector<Part>& parts);

}  // namespace gongbao::editor
