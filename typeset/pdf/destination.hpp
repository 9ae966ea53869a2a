// SPDX-License-Identifier: Apache-2.0
// Where links and bookmarks lead (ISO 32000-1, 12.3.2).
#pragma once

#include <string>
#include <vector>

#include "typeset/layout/layout.hpp"
#include "typeset/pdf/object_file.hpp"

namespace gongbao::typeset::pdf {

/// A layout's pages and the objects they become, one a page.
struct PageObjects {
    const Layout& layout;
    std::vector<ObjectId> ids;
};

/// The place `target`, an index into Layout::targets, as an explicit destination: its page, a
/// little above it, the zoom left as it is.
std::string destination(std::uint32_t target, const PageObjects& pages);

}  // namespace gongbao::typeset::pdf
