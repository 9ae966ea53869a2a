// SPDX-License-Identifier: Apache-2.0
// A page's content stream: its display list as operators, each line inside the marked content of
// its node.
#pragma once

#include <string>
#include <vector>

#include "typeset/layout/layout.hpp"
#include "typeset/pdf/font_set.hpp"
#include "typeset/pdf/languages.hpp"

namespace gongbao::typeset::pdf {

struct PageContent {
    std::string operators;
    std::vector<NodeId> node_of_mcid;  ///< index: the marked-content identifier on this page
    std::vector<const PlacedPicture*> pictures;  ///< drawn as /I0, /I1 …
};

PageContent write_content(const Page& page, const Layout& layout, const FontSet& fonts,
                          const Languages& languages);

}  // namespace gongbao::typeset::pdf
