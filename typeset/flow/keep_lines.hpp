// SPDX-License-Identifier: Apache-2.0
// Which boxes of a document may not be parted from those before them by the end of a page.
#pragma once

#include <cstddef>

#include "core/document/block.hpp"
#include "typeset/flow/box.hpp"
#include "typeset/profile/profile.hpp"

namespace gongbao::typeset {

class KeepLines {
  public:
    KeepLines(const Profile& profile, Stack& stack) : profile_(profile), stack_(stack) {}

    /// The boxes from `first` on are those of `block`: keeps them with what asked for it before,
    /// and remembers what `block` asks for. A heading is followed on its page by at least two lines
    /// (CLREQ; reference 3.4), and so is a line below a title; what introduces a list, by one.
    void add(std::size_t first, const core::Block& block);

    /// A signature comes: two lines of text at least go with it to its page (GB/T
    /// 9704-2012, 7.3.5).
    void before_closing();
    /// It has come; the 附注 below it, if there is one, is not left alone on a page.
    void after_closing(bool noted) { lines_below_ = noted ? 1 : 0; }

  private:
    bool holds_next(const core::Block& block, bool one_line) const;

    const Profile& profile_;
    Stack& stack_;
    int lines_below_ = 0;  ///< so many boxes that come stay with the last
};

}  // namespace gongbao::typeset
