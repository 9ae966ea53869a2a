// SPDX-License-Identifier: Apache-2.0
// The colours a page is printed in.
#pragma once

#include <cstdint>

namespace gongbao::typeset {

enum class Color : std::uint8_t { Black, Red, Grey, Pale };

}  // namespace gongbao::typeset
