// SPDX-License-Identifier: Apache-2.0
// The shapes of glyphs as SVG path data, kept between pages and calls: a live preview draws the
// same few thousand characters again and again.
//
// Path data is in thousandths of an em, y upwards, whole numbers, relative commands.
// Safe to share between threads. Made by whoever previews, read by write_page (write_svg.hpp).
#pragma once

#include <cstdint>
#include <mutex>
#include <string>
#include <unordered_map>

#include "typeset/fonts/font_book.hpp"

namespace gongbao::typeset::svg {

class Outlines {
  public:
    /// `fonts` outlives the Outlines; face ids are those of this book.
    explicit Outlines(const FontBook& fonts) : fonts_(fonts) {}

    /// The path of `glyph`, empty for one without ink; drawn by the font on first use. The text
    /// stays where it is as long as the Outlines live.
    const std::string& path(FaceId face, std::uint32_t glyph);

  private:
    const FontBook& fonts_;
    std::mutex mutex_;
    std::unordered_map<std::uint64_t, std::string> paths_;
};

}  // namespace gongbao::typeset::svg
