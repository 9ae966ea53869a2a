// SPDX-License-Identifier: Apache-2.0
// Tells why lines and pages broke where they did (`gongbao typeset --explain`): one fact a line, as
// messages that the caller puts into the user's language.
//
//   explanation = { page { line { fact } } { page-end } }        by depth: 0 page, 1 line and page's end, 2 fact
#pragma once

#include <string>
#include <vector>

#include "core/report/message.hpp"
#include "typeset/layout/geometry.hpp"

namespace gongbao::typeset {

struct Layout;

struct Explained {
    int depth = 0;
    core::Message message;
};
using Explanation = std::vector<Explained>;

/// Requires: `layout` of a job with `explain`; without, only the pages are named.
Explanation explain(const Layout& layout);

/// "451.5": points with one decimal.
std::string in_points(Extent length);

}  // namespace gongbao::typeset
