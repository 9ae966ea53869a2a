// SPDX-License-Identifier: Apache-2.0
// The rules a paragraph is set by: [text] of a profile (docs/profiles.md), which profile.hpp reads
// and everything in this folder is told.
#pragma once

#include <cstdint>

namespace gongbao::typeset {

/// Prohibition sets of CLREQ 3.1.5 (reference set A–E).
enum class Prohibition : std::uint8_t { Basic, Gb, Strict, None };

enum class TextAlign : std::uint8_t { Justify, Left, Center, Right };

struct TextRules {
    bool grid = false;            ///< Han on a grid of whole characters (GB/T 9704)
    bool compress = true;         ///< adjacent marks take 1.5 em
    bool trim_line_end = true;    ///< a full-width mark at the line end takes half its width
    bool trim_line_start = true;  ///< an opening bracket at the line start too
    Prohibition prohibition = Prohibition::Gb;
    int gap = 250;  ///< Han–Latin gap, thousandths of an em
    int gap_min = 125;
    int gap_max = 330;
};

}  // namespace gongbao::typeset
