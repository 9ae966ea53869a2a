// SPDX-License-Identifier: Apache-2.0
// Documents to pages: the pipeline, one line a stage. Called by print() (typeset.hpp) and by tests that look
// at a layout.
#pragma once

#include "typeset/fonts/font_book.hpp"
#include "typeset/layout.hpp"
#include "typeset/page/paginate.hpp"
#include "typeset/profile.hpp"
#include "typeset/typeset.hpp"

namespace gongbao::typeset {

struct LaidOut {
    Layout layout;
    std::vector<PlacedItem> items;
};

LaidOut lay_out(const Job& job, const Profile& profile, const FontBook& fonts);

}  // namespace gongbao::typeset
