// SPDX-License-Identifier: Apache-2.0
#include "typeset/pdf/destination.hpp"

#include "typeset/pdf/values.hpp"

namespace gongbao::typeset::pdf {

std::string destination(std::uint32_t target, const PageObjects& pages) {
    const Target& to = pages.layout.targets[target];
    return array({ref(pages.ids[to.page]), name("XYZ"), integer(0),
                  points(pages.layout.page_height - to.y + pt(6)), integer(0)});
}

}  // namespace gongbao::typeset::pdf
