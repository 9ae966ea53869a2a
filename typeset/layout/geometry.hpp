// SPDX-License-Identifier: Apache-2.0
// Lengths and places on a page. Every length is an integer number of millipoints (1/72000 inch), so
// that the same input gives the same layout on every machine.
#pragma once

#include <cstdint>

namespace gongbao::typeset {

/// Millipoints. Sums over a whole paragraph need Extent.
using Length = std::int32_t;
using Extent = std::int64_t;

constexpr Length pt(double points) {
    return static_cast<Length>(points * 1000 + (points < 0 ? -0.5 : 0.5));
}
constexpr Length mm(double millimetres) {
    return pt(millimetres * 72.0 / 25.4);
}

/// So many thousandths of `size`: of an em, where it is the size of type.
constexpr Length em_part(Length size, int thousandths) {
    return static_cast<Length>(Extent{size} * thousandths / 1000);
}

/// Measured from the page's top left corner, y downwards.
struct Point {
    Length x = 0;
    Length y = 0;
};

struct Rect {
    Length x = 0;
    Length y = 0;
    Length width = 0;
    Length height = 0;
};

}  // namespace gongbao::typeset
