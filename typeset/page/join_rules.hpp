// SPDX-License-Identifier: Apache-2.0
// A table's rules in as few pieces as they can be drawn in: rows and cells bring theirs bit by bit.
// Called by paginate.cpp for each page.
#pragma once

#include <vector>

#include "typeset/layout/layout.hpp"

namespace gongbao::typeset {

/// Joins rules of one colour that continue each other, downwards and to the right, and drops those
/// drawn twice. The same places are covered; their order is another.
void join_rules(std::vector<PlacedRule>& rules);

}  // namespace gongbao::typeset
