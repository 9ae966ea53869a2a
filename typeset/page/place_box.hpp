// SPDX-License-Identifier: Apache-2.0
// A box becomes part of a page: its lines cut where parts of them belong to nodes of their own, its
// readings, dots, rules and pictures, all of it turned by a quarter where the box is.
#pragma once

#include "typeset/flow/box.hpp"
#include "typeset/layout/layout.hpp"

namespace gongbao::typeset {

/// Puts one box on `page` at (x, y).
void place_box(Box& box, Length x, Length y, Layout& layout, Page& page);

}  // namespace gongbao::typeset
