// SPDX-License-Identifier: Apache-2.0
// Makes a manuscript's picture ready for print: checked to its last row, upright, grey or RGB, with
// no more pixels than print can show and without the camera's notes. Called by flow/picture.cpp;
// the exporters find nothing left to refuse.
#pragma once

#include <memory>
#include <optional>

#include "core/document/document_fwd.hpp"
#include "core/document/figure.hpp"
#include "typeset/layout/geometry.hpp"

namespace gongbao::typeset {

/// Dots an inch at the printed size; a picture with more than half as many again is made smaller.
constexpr int kPrintDots = 300;

/// Pixels as seen (EXIF's orientation applied), from the headers alone.
struct PictureSize {
    int width = 0;
    int height = 0;
};

/// Nothing when the headers are not those of a PNG or JPEG of 1 to 20,000 pixels each way.
std::optional<PictureSize> picture_size(const core::Media& media);

struct PreparedPicture {
    std::shared_ptr<const core::Media> media;  ///< named by the digest of its own bytes
    bool smaller = false;                      ///< it has fewer pixels than the manuscript's
};

/// `media` ready to be printed `width` × `height`; its own bytes where nothing had to change.
/// Nothing when it is broken behind its headers.
std::optional<PreparedPicture> prepare_picture(const core::Media& media, Length width,
                                               Length height);

}  // namespace gongbao::typeset
