// SPDX-License-Identifier: Apache-2.0
// The words of a table's cells set in their columns. Third stage of table.cpp; what stands above
// and below what is table_rows.hpp.
#pragma once

#include <vector>

#include "typeset/flow/box.hpp"
#include "typeset/flow/composer.hpp"
#include "typeset/flow/table_grid.hpp"
#include "typeset/flow/table_widths.hpp"

namespace gongbao::typeset {

struct SetCell {
    GridCell place;
    std::vector<SetLine> lines;           ///< offsets from the cell's words' left edge
    std::vector<std::vector<Box>> notes;  ///< by line: its footnotes; empty when the cell has none
    NodeId node = kArtifact;
    std::vector<NodeId> span_nodes = {};  ///< of its footnotes' marks, as in BoxLine
    Length size = 0;                      ///< of its type
    Length pitch = 0;                     ///< base line to base line
};

/// The cells of `grid` set in columns as `fit` says, in its order, with their nodes below a Table
/// below `parent`. `place` names the table in findings; words cut for want of room are one finding
/// a table.
std::vector<SetCell> set_cells(const TableGrid& grid, const TableFit& fit, NodeId parent,
                               const core::Place& place, Composer& composer);

}  // namespace gongbao::typeset
