// SPDX-License-Identifier: Apache-2.0
// In what the HTML of a document differs from place to place: a page of the site, an entry of a
// feed.
#pragma once

#include <functional>
#include <string>

#include "core/document/block.hpp"
#include "core/gazette/addresses.hpp"

namespace gongbao::core {

struct HtmlOptions {
    /// What stands before a picture's digest: "/media/", or a whole address.
    std::string media{kMediaPath};
    /// Do blocks, notes and their marks have ids? Not where several documents share a page.
    bool ids = true;
    /// Is the title left out of the text, to stand above it?
    bool title_apart = true;
    /// Names the footnotes for assistive programs.
    std::string notes_name = {};
    /// Names a table, by its place on the page, for assistive programs, and lets it be scrolled
    /// sideways; without it a table stands by itself.
    std::function<std::string(int number)> table_name = {};
    /// HTML to stand before the element of a block, which is not the title that stands apart; ""
    /// none. Where an editor works, not where a reader reads.
    std::function<std::string(const Block&)> beside = {};
    /// The address that the words of a citation lead to; "" none.
    std::function<std::string(const Citation&)> link = {};
};

}  // namespace gongbao::core
