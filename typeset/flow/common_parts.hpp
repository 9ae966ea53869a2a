// SPDX-License-Identifier: Apache-2.0
// The longest common subsequence of two rows (E. W. Myers, "An O(ND) difference algorithm and its
// variations", 1986), for finding what changed between two versions. Used by changes.cpp.
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

namespace gongbao::typeset {

/// A place in both rows.
using Match = std::pair<std::size_t, std::size_t>;

/// Rows that differ in more places than this have only their equal heads and tails in common.
constexpr int kMostDifferences = 2000;

/// Pairs (place in `a`, place in `b`) of equal entries, in order.
std::vector<Match> common_parts(const std::vector<std::size_t>& a,
                                const std::vector<std::size_t>& b);

}  // namespace gongbao::typeset
