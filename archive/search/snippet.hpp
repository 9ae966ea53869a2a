// SPDX-License-Identifier: Apache-2.0
// Shows where a text answers a query: byte ranges in the original, and the best passage of a text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "archive/searcher.hpp"

namespace gongbao::archive {

/// `text` with every place marked where it holds one of `terms` (folded phrases), found by the same
/// rules as the index: groups of letters or digits only as a whole.
Highlighted highlight(std::string_view text, const std::vector<std::u32string>& terms);

/// A line of `text` that holds as many different terms as any (then most hits, then the first), cut
/// to about `length` characters around them, with "…" where it was cut. Reading stops soon after a
/// line with all of them. The first line when none holds any.
Highlighted best_passage(std::string_view text, const std::vector<std::u32string>& terms,
                         std::size_t length = 110);

}  // namespace gongbao::archive
