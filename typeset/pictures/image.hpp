// SPDX-License-Identifier: Apache-2.0
// The little a press must know of a picture without decoding it: its size and colours, from the
// headers of PNG (ISO/IEC 15948) and JPEG (ISO/IEC 10918-1). Bytes are not trusted.
#pragma once

#include <optional>
#include <string_view>

namespace gongbao::typeset {

struct ImageSize {
    int width = 0;  ///< pixels, 1–20,000
    int height = 0;
    int channels = 0;         ///< 1 grey, 3 RGB, 4 CMYK; with alpha counted: PNG 2, 4
    int bits = 8;             ///< a channel
    bool indexed = false;     ///< PNG colour type 3
    bool interlaced = false;  ///< PNG Adam7
};

/// Nothing when the headers are not those of `type` ("image/png", "image/jpeg") or out of bounds.
std::optional<ImageSize> image_size(std::string_view bytes, std::string_view type);

}  // namespace gongbao::typeset
