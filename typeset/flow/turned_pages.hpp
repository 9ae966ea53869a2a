// SPDX-License-Identifier: Apache-2.0
// Pages of a turned table or figure: what is too wide for the page stands on pages of its own,
// turned by a quarter, its head to the left: at the spine of odd pages, at the fore-edge of even
// ones (GB/T 9704-2012, 7.3.3 note; reference 1.2). Running heads and page numbers stay upright.
#pragma once

#include <vector>

#include "typeset/flow/box.hpp"
#include "typeset/profile/profile.hpp"

namespace gongbao::typeset {

/// `boxes`, as wide as the type area is high, cut into pages where they may be parted; each page
/// becomes one box that fills a page. `head` is repeated on each page but the first.
std::vector<Box> turn_pages(std::vector<Box> boxes, const std::vector<Box>& head,
                            const Profile& profile);

}  // namespace gongbao::typeset
