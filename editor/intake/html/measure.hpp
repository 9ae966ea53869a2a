// SPDX-License-Identifier: Apache-2.0
// How deep the elements of a page may nest, and how many attributes one of them has, told from the
// source before it is parsed: the parser's work grows with the square of both, so a hostile page
// must be refused first. Called by parse.
#pragma once

#include <cstddef>
#include <string_view>

namespace gongbao::editor::html {

struct Measure {
    /// Elements that close by themselves (p, li, td …) and empty elements not counted.
    std::size_t depth = 0;
    std::size_t attributes = 0;  ///< of the element that has most
};

/// Reads tags as the parser's tokenizer does: attribute values in quotes, comments, scripts and
/// style sheets hold no tags, and an end tag that the parser would ignore closes nothing. Both
/// figures are upper bounds; counting ends soon after `enough`.
Measure measure(std::string_view html, std::size_t enough);

}  // namespace gongbao::editor::html
