// SPDX-License-Identifier: Apache-2.0
// Documents to pages: the pipeline, one line a stage. Called by Press (typeset.hpp) and by tests
// that look at a layout.
#pragma once

#include "typeset/fonts/font_book.hpp"
#include "typeset/layout/layout.hpp"
#include "typeset/press/galley.hpp"
#include "typeset/press/job.hpp"
#include "typeset/profile/profile.hpp"

namespace gongbao::typeset {

struct LaidOut {
    Layout layout;
    std::vector<PlacedItem> items;
    std::vector<NodeId> item_nodes = {};  ///< the element of each item's document
};

/// Sets the documents of `job` on `threads` threads (0: all the machine has). `kept`, when given,
/// has the galleys of earlier calls with the same profile and fonts. The same job gives the same
/// pages, whatever the threads do and whatever was kept.
LaidOut lay_out(const Job& job, const Profile& profile, const FontBook& fonts,
                GalleyStore* kept = nullptr, unsigned threads = 0);

}  // namespace gongbao::typeset
