// SPDX-License-Identifier: Apache-2.0
// Traditional characters and their simplified forms, as ICU's transform Traditional-Simplified has
// them. To make the transform takes ICU some ten milliseconds, so the table is written into the
// program when it is built (make_simplifications.cpp). Used by character_table.
#pragma once

#include <span>

namespace gongbao::archive {

struct Simplification {
    char32_t traditional;
    char32_t simplified;
};

/// All that have one, by rising traditional character.
std::span<const Simplification> simplifications();

}  // namespace gongbao::archive
