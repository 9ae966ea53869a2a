// SPDX-License-Identifier: Apache-2.0
// Pictures as image XObjects: JPEG as it is, PNG decoded by libpng, laid on white (PDF/A-3 allows
// alpha, print does not need it).
#pragma once

#include <optional>
#include <string>

#include "core/document/document_fwd.hpp"
#include "typeset/pdf/object_file.hpp"

namespace gongbao::typeset::pdf {

/// The image's object, or nothing when its bytes are broken behind their headers.
std::optional<ObjectId> add_image(const core::Media& media, ObjectFile& file);

}  // namespace gongbao::typeset::pdf
