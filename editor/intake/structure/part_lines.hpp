// SPDX-License-Identifier: Apache-2.0
// Lines of the manuscript that hold two elements, cut between them: a number and 签发人, a
// signature and its date. First stage of recognition; the words keep their order.
#pragma once

#include "editor/intake/structure/line.hpp"

namespace gongbao::editor {

void part_lines(Lines& lines);

}  // namespace gongbao::editor
