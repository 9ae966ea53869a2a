// SPDX-License-Identifier: Apache-2.0
#include "typeset/pdf/page_labels.hpp"

#include <optional>

#include "typeset/pdf/values.hpp"

namespace gongbao::typeset::pdf {

std::string page_labels(const Layout& layout) {
    std::string numbers;
    std::optional<int> before;
    bool numbered = false;
    for (std::size_t i = 0; i < layout.pages.size(); ++i) {
        const int number = layout.pages[i].number;
        const bool follows = before && (number == 0 ? *before == 0 : number == *before + 1);
        before = number;
        if (follows && (number == 0 || numbered)) continue;
        numbers += std::to_string(i);
        if (number != 0)
            numbers += "<</S/D/St " + std::to_string(number) + ">>";
        else
            numbers += numbered ? "<</P" + text("版权页") + ">>" : "<</S/r>>";
        numbered = numbered || number != 0;
    }
    return "<</Nums[" + numbers + "]>>";
}

}  // namespace gongbao::typeset::pdf
