// SPDX-License-Identifier: Apache-2.0
// JPEG pictures (ISO/IEC 10918-1) through libjpeg-turbo, the one file that includes it. Bytes are
// not trusted. Used by prepare.cpp.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "typeset/pictures/pixels.hpp"

namespace gongbao::typeset {

struct JpegHeader {
    int width = 0;  ///< as stored, before `orientation`
    int height = 0;
    int channels = 0;     ///< 1, 3, 4 (CMYK)
    int orientation = 1;  ///< EXIF: how it is to be turned to be seen
};

/// Nothing when the headers cannot be read, or say no size.
std::optional<JpegHeader> read_jpeg_header(std::string_view bytes);

/// The picture in grey or RGB, not oriented, at most `width` × `height` pixels and no larger than
/// stored. Nothing when it is broken or ends too early.
std::optional<Pixels> read_jpeg(std::string_view bytes, int width, int height);

/// Always the same bytes for the same pixels.
std::string write_jpeg(const Pixels& pixels);

/// The same picture without its camera's notes (EXIF, places, thumbnails), pixels untouched.
std::string without_notes(std::string_view bytes);

}  // namespace gongbao::typeset
