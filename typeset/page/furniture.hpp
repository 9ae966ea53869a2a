// SPDX-License-Identifier: Apache-2.0
// What stands on every page around the text: running heads and page numbers. Artifacts all of them.
#pragma once

#include <string>
#include <vector>

#include "typeset/flow/composer.hpp"
#include "typeset/page/paginate.hpp"

namespace gongbao::typeset {

/// The words a running head can name.
struct HeadWords {
    std::string gazette;                ///< {gazette}
    std::string issue;                  ///< {issue}
    std::vector<std::string> titles;    ///< {title}: one an item
    std::vector<std::string> sections;  ///< {section}: one an item, may be empty
};

/// Adds heads and folios to the numbered pages from `first_page` on. `items` tells whose pages they
/// are.
void add_furniture(std::size_t first_page, const HeadWords& words,
                   const std::vector<ItemPages>& items, Composer& composer);

}  // namespace gongbao::typeset
