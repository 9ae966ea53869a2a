// SPDX-License-Identifier: Apache-2.0
// Decides which boxes of a stack stand on the next page, and in which column. Moves nothing:
// paginate.hpp places what was planned.
//
//   page  = { strip }          top to bottom
//   strip = { column }         boxes across the type area are a strip of one column; boxes of narrow
//                              columns are a strip of several, of equal length (CLREQ; reference 3.4)
#pragma once

#include <cstddef>
#include <vector>

#include "typeset/flow/box.hpp"
#include "typeset/profile/profile.hpp"

namespace gongbao::typeset {

/// The boxes [begin, end) in `ends.size()` columns; column k ends before box ends[k].
struct Strip {
    std::size_t begin = 0;
    std::vector<std::size_t> ends;
    Length height = 0;  ///< of several columns: that of the longest
    std::size_t end() const { return ends.back(); }
};

struct PagePlan {
    std::vector<Strip> strips;
    std::size_t end = 0;  ///< the next page begins here
};

/// The page that begins with box `begin`: ends at the last legal place that still fits. A box too
/// high for any page has one to itself. `carried`: height of footnotes the page before had no room
/// for. A footnote that does not fit begins on the page of its mark, with two lines, and goes on on
/// the next. Requires: begin < stack.boxes.size().
PagePlan plan_page(const Stack& stack, std::size_t begin, const Profile& profile,
                   Length carried = 0);

bool opens_page(const Box& box);

/// Height of the table head that is repeated where a page or a column begins with `box`.
Length head_height(const Stack& stack, const Box& box);
/// Where a box begins that could begin `used` below the top of the type area: lines of body text on
/// the next of the page's lines, in a profile in register.
Length top_of(const Box& box, Length used, const Profile& profile);

}  // namespace gongbao::typeset
