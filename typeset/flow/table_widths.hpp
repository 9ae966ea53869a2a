// SPDX-License-Identifier: Apache-2.0
// How wide the columns of a table are, how large its type is, and whether it is turned. Second
// stage of table.cpp: cells in, a TableFit out; sets nothing.
#pragma once

#include <vector>

#include "core/document/document_fwd.hpp"
#include "typeset/flow/composer.hpp"
#include "typeset/flow/table_grid.hpp"
#include "typeset/flow/table_parts.hpp"

namespace gongbao::typeset {

/// Type no table goes below, even when words must be cut.
constexpr Length kSmallestType = pt(5);

struct TableFit {
    bool turned = false;
    bool small = false;  ///< set below the size that the profile calls legible
    int stub = 0;
    std::vector<TablePart>
        parts;        ///< of a table too wide for one; then all below is of the parts side by side
    Length size = 0;  ///< of the type in the cells
    Length side = 0;  ///< white space beside the words
    std::vector<Length>
        widths;                 ///< of the columns, together the width of the table or of each part
    std::vector<char> numbers;  ///< by column: decimal points stand below each other
    std::vector<char> wraps;    ///< by column: a cell below the head takes several lines
};

/// The largest type, upright if any size the profile calls legible gives every column room for its
/// unbreakable words and numbers, otherwise turned (if the profile allows), otherwise in parts, if
/// each column has room beside the stub, otherwise small. Widths are the manuscript's where it has
/// any and they leave room for the words.
TableFit fit_table(const core::Table& table, const TableGrid& grid, Composer& composer);

}  // namespace gongbao::typeset
