// SPDX-License-Identifier: Apache-2.0
// A layout as plain text: a page, a line each, with its place and words. Golden tests compare it line by
// line; a test over it finds a line that starts or ends with a forbidden mark.
//
//   dump   = { "page " index " " label LF { line } }
//   line   = x " " y " " last " " tag " " words LF     points, two decimals; last: where the last glyph stands
#pragma once

#include <string>

#include "typeset/layout.hpp"

namespace gongbao::typeset {

std::string dump_layout(const Layout& layout);

}  // namespace gongbao::typeset
