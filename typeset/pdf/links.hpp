// SPDX-License-Identifier: Apache-2.0
// Links on a page as annotations (ISO 32000-1, 12.5.6.5), each with its place in the parent tree.
#pragma once

#include <cstddef>
#include <vector>

#include "typeset/pdf/destination.hpp"
#include "typeset/pdf/object_file.hpp"
#include "typeset/pdf/structure.hpp"

namespace gongbao::typeset::pdf {

/// Writes the links of page `page`; their keys in the parent tree count from `first_key`.
std::vector<LinkObject> write_links(std::size_t page, int first_key, const PageObjects& pages,
                                    ObjectFile& file);

}  // namespace gongbao::typeset::pdf
