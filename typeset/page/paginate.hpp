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

}  // namespace gongbao::typeset
