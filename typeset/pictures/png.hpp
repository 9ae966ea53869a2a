// SPDX-License-Identifier: Apache-2.0
// PNG pictures (ISO/IEC 15948) through libpng. Bytes are not trusted. Used by prepare.cpp.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "typeset/pictures/pixels.hpp"

namespace gongbao::typeset {

/// The picture in grey or RGB on white paper, at most `width` × `height` pixels and no larger than
/// stored; read row by row unless it is interlaced. Nothing when it is broken or ends too early, or
/// is interlaced and larger than 40 million pixels.
std::optional<Pixels> read_png(std::string_view bytes, int width, int height);

/// Always the same bytes for the same pixels.
std::string write_png(const Pixels& pixels);

}  // namespace gongbao::typeset
