// SPDX-License-Identifier: Apache-2.0
// Rows of a corpus (JSON lines) as manuscripts, the way an editor would hand the same text in.
#pragma once

#include <string>
#include <vector>

#include "editor/intake/intake.hpp"

namespace gongbao::bench {

/// A manuscript for every `step`th row of `file`, from the first. Rows have title, notes and body
/// (laws; "#" headings are 编 章 节), title and content (reports), paras, or html.
std::vector<editor::Manuscript> read_manuscripts(const std::string& file, std::size_t step);

}  // namespace gongbao::bench
