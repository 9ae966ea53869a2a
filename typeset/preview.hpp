// SPDX-License-Identifier: Apache-2.0
// The second door of the typesetter: pages to look at, as SVG, instead of a file to print. Called by
// `gongbao typeset -o page.svg` and by the desk's preview; pages are those that print() (typeset.hpp) makes.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "typeset/typeset.hpp"

namespace gongbao::typeset {

/// Pages from `first` to `last`, counted from 1 as in the PDF, both included.
struct PageRange {
    int first = 1;
    int last = 1;
};

struct Preview {
    std::vector<std::string> pages;  ///< SVG, one a page of the range (svg/write_svg.hpp)
    int first_page = 1;              ///< of `pages`, counted from 1
    int page_count = 0;              ///< of the whole job
    core::Diagnostics findings;
    std::string dump;                ///< as in Printed
};

/// Where the picture of page `page` (from 1) will stand: links between pages lead there.
using PageAddress = std::function<std::string(int page)>;

/// The pages of `range` (nothing: all) of `job`. Throws: as print(); Error(NotFound) for a range
/// beyond the pages there are.
Preview preview(const Job& job, const Resources& resources, std::optional<PageRange> range,
                const PageAddress& address = {}, Dump dump = Dump::None);

}  // namespace gongbao::typeset
