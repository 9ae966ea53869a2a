// SPDX-License-Identifier: Apache-2.0
// How deep the elements of a page nest, counted before parsing: the parser's work grows with the
// square of the depth and its clean-up recurses, so a hostile page must be refused first.
#pragma once

#include <cstddef>
#include <string_view>

namespace gongbao::editor::html {

/// An upper bound of the depth of the tree of `html`, elements that close by themselves (p, li, td
/// …) and empty elements not counted.
std::size_t nesting_of(std::string_view html);

}  // namespace gongbao::editor::html
