// SPDX-License-Identifier: Apache-2.0
// In which column of its page a line stands. Used by what marks lines in the margin.
#pragma once

#include "typeset/layout/layout.hpp"
#include "typeset/profile/profile.hpp"

namespace gongbao::typeset {

/// The column a line stands in; the type area is one where there are no others.
struct ColumnPlace {
    int number = 0;  ///< from 0
    int count = 1;
    Length left = 0;
    Length width = 0;
};
ColumnPlace column_of(const PlacedLine& line, const Page& page, const Profile& profile);

}  // namespace gongbao::typeset
