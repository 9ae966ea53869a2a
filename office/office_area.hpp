// SPDX-License-Identifier: Apache-2.0
// The office as an area of its server: its addresses, what it allows, and who explains its
// failures. A new page is a function in pages.hpp, in a file of its own, and a line of the table.
#pragma once

#include "office/reception.hpp"
#include "server/kit/area.hpp"

namespace gongbao::office {

/// Requires: what `house` refers to outlives the area.
server::Area office_area(const House& house);

}  // namespace gongbao::office
