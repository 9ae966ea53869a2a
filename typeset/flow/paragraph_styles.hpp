// SPDX-License-Identifier: Apache-2.0
// The style of each paragraph of a document, one after the other: that of its role, and what its
// place among the others and its own words ask for.
#pragma once

#include "core/document/block.hpp"
#include "typeset/flow/composer.hpp"
#include "typeset/profile/profile.hpp"

namespace gongbao::typeset {

class ParagraphStyles {
  public:
    /// `is_index`: of an annual index, whose headings stand above entries with locators.
    ParagraphStyles(Composer& composer, bool is_index) : composer_(composer), is_index_(is_index) {}

    /// The style of the paragraph that comes next.
    TextStyle next(const core::Block& block, bool in_annex);

  private:
    const Profile& profile() const { return composer_.profile(); }
    StyleName name_of(const core::Block& block, bool in_annex) const;
    void choose_level_faces(const core::Block& block, TextStyle& style) const;
    void join_white(core::Role role, TextStyle& style);
    void hang_beside_date(const core::Block& block, TextStyle& style);
    void part_from_group_before(TextStyle& style);

    Composer& composer_;
    bool is_index_;
    Length white_below_ = 0;  ///< below the 编, 章 or 节 that came last
    int groups_ = 0;          ///< openings of dated groups so far
};

}  // namespace gongbao::typeset
