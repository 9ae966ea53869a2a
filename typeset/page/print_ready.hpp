// SPDX-License-Identifier: Apache-2.0
// A layout made ready for the printing house: a page count of whole sheets, and what is not printed
// in one colour found or made black. Called by Press::print before the PDF is written.
#pragma once

#include "typeset/layout/layout.hpp"

namespace gongbao::typeset {

/// Adds blank pages until four go into their number: before the last page when it is the imprint,
/// else behind it. With `one_colour`, red and grey become black; what stays in colour is reported.
/// Writes: to layout.findings, how many pages were added, and each kind of colour with its pages.
void make_print_ready(bool one_colour, bool ends_with_imprint, Layout& layout);

}  // namespace gongbao::typeset
