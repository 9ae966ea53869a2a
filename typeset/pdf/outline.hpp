// SPDX-License-Identifier: Apache-2.0
// Bookmarks (ISO 32000-1, 12.3.3): a tree by their levels, each below the last of a smaller one.
#pragma once

#include <optional>

#include "typeset/pdf/destination.hpp"
#include "typeset/pdf/object_file.hpp"

namespace gongbao::typeset::pdf {

/// Writes the layout's bookmarks. Returns the catalog's Outlines; nothing without a bookmark.
std::optional<ObjectId> write_outline(const PageObjects& pages, ObjectFile& file);

}  // namespace gongbao::typeset::pdf
