// SPDX-License-Identifier: Apache-2.0
// What a reader's page box shows (ISO 32000-1, 12.4.2): front pages i, ii …, then the printed
// numbers; what follows the last of them is 版权页.
#pragma once

#include <string>

#include "typeset/layout/layout.hpp"

namespace gongbao::typeset::pdf {

/// The number tree of the pages' labels: value of the catalog's PageLabels.
std::string page_labels(const Layout& layout);

}  // namespace gongbao::typeset::pdf
