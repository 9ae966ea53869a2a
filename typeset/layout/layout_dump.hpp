// SPDX-License-Identifier: Apache-2.0
// A layout as plain text: a page, a line each, with its place and words. Golden tests compare it
// line by line; a test over it finds a line that starts or ends with a forbidden mark.
//
//   dump = { "page " index " " label LF { line } { line of a reading } { dot } }   label: "-" for a page without a number
//   line = x " " y " " width " " tag [ "^" ] [ "+" ] " " words LF  points, two decimals; y: the base line
//   dot  = x " " y " " radius " dot" LF                         of its centre
//
// A "+" says that the line goes on with a node begun before: a paragraph's second line. A "^" says
// that the line is turned: it reads upwards from its place.
#pragma once

#include <string>

#include "typeset/layout/layout.hpp"

namespace gongbao::typeset {

std::string dump_layout(const Layout& layout);

}  // namespace gongbao::typeset
