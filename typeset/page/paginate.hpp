// SPDX-License-Identifier: Apache-2.0
// Cuts a stack of boxes into pages, at the last place before the foot where a page may end, with
// footnotes at the foot and table heads repeated.
#pragma once

#include <string>
#include <vector>

#include "typeset/flow/box.hpp"
#include "typeset/flow/composer.hpp"

namespace gongbao::typeset {

/// Where the items of a stack came to stand: index into Layout::pages of first and last page.
struct ItemPages {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
};

/// Adds the pages of `stack` to the layout. The first page added is a right-hand one when the
/// number of pages before it is even.
/// Writes: targets of the bookmarks. Returns one entry an item, in order.
std::vector<ItemPages> paginate(Stack stack, std::size_t items, Composer& composer);

/// Puts one box on `page` at (x, y).
void place_box(Box& box, Length x, Length y, Layout& layout, Page& page);

/// Left edge of the type area of a right- or left-hand page.
Length text_left(const Profile& profile, bool recto);

/// The column a line stands in; the type area is one where there are no others.
struct ColumnPlace {
    int number = 0;  ///< from 0
    int count = 1;
    Length left = 0;
    Length width = 0;
};
ColumnPlace column_of(const PlacedLine& line, const Page& page, const Profile& profile);

}  // namespace gongbao::typeset
