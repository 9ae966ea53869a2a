// SPDX-License-Identifier: Apache-2.0
// The words around a table that belong to it: its caption and unit line above, its notes below.
// Taken from among the blocks of a document, which say so by their roles, by build_boxes.cpp; set
// by table.cpp.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "core/document/document_fwd.hpp"
#include "typeset/flow/box.hpp"
#include "typeset/flow/composer.hpp"

namespace gongbao::typeset {

struct TableParts {
    const core::Block* caption = nullptr;  ///< 表1　…
    const core::Block* unit = nullptr;     ///< 单位：万元
    const core::Block* table = nullptr;
    std::vector<const core::Block*> notes;  ///< 注：…
    std::size_t begin = 0;                  ///< they are the blocks [begin, end)
    std::size_t end = 0;
};

/// The table that begins at block `at`, with its caption or unit line if those come first.
std::optional<TableParts> table_at(const core::Blocks& blocks, std::size_t at);

/// The lines above the table, `width` wide, none to be parted from what follows: the caption, and
/// words of the table block itself, in the middle, the unit at the right of its last line, or below
/// where both do not fit.
std::vector<Box> words_above(const TableParts& parts, Length width, NodeId parent,
                             const core::Place& place, Composer& composer);
/// The notes below the table, none to be parted from what stands above.
std::vector<Box> words_below(const TableParts& parts, Length width, NodeId parent,
                             const core::Place& place, Composer& composer);

}  // namespace gongbao::typeset
