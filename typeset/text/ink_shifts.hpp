// SPDX-License-Identifier: Apache-2.0
// How far marks of sentence end stand off the left half of their cell, measured once a glyph.
#pragma once

#include <cstdint>
#include <map>
#include <utility>

#include "typeset/fonts/font_book.hpp"

namespace gongbao::typeset {

class InkShifts {
  public:
    /// In thousandths of an em, to the left; 0 for a mark that stands in the left half as it is.
    /// FandolFang draws ？ in the middle of its cell: trimmed to half an em it would stand in its
    /// neighbour.
    int into_half(const FontBook::Choice& choice, const FontBook& fonts);

  private:
    std::map<std::pair<FaceId, std::uint32_t>, int> shifts_;
};

}  // namespace gongbao::typeset
