// SPDX-License-Identifier: Apache-2.0
// The contents lead to what they name: where their pages are made, every line gets a rectangle to
// click on.
#pragma once

#include <cstddef>
#include <vector>

#include "typeset/flow/front_matter.hpp"
#include "typeset/layout/layout.hpp"
#include "typeset/profile/profile.hpp"

namespace gongbao::typeset {

/// The pages [begin, end) of a layout.
struct PageSpan {
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// Gives every line of the contents on the pages `pages` the link of its entry. `toc`: what
/// add_contents returned for `entries`.
void add_contents_links(const std::vector<ContentsEntry>& entries, NodeId toc, PageSpan pages,
                        const Profile& profile, Layout& layout);

}  // namespace gongbao::typeset
