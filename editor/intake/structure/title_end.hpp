// SPDX-License-Identifier: Apache-2.0
// How many lines a title has, by the style of its lines, by alignment and by wording. A stage of
// preface.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "editor/intake/structure/line.hpp"

namespace gongbao::editor {

/// The most printed lines of one title.
constexpr std::size_t kMostTitleLines = 8;

/// The end of the title that begins with the first line of `range`; its begin where none does.
/// `names` are those of the 附件说明 without white space: an annex title that is one of them is
/// complete.
std::size_t title_end(const Lines& lines, Range range, const std::vector<std::string>& names);

/// The words of the lines, one behind the other.
std::string words_of_lines(const Lines& lines, Range range);

}  // namespace gongbao::editor
