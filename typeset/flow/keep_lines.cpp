// SPDX-License-Identifier: Apache-2.0
#include "typeset/flow/keep_lines.hpp"

#include <string>

#include "core/document/structure.hpp"
#include "core/text/text.hpp"
#include "typeset/flow/block_style.hpp"

namespace gongbao::typeset {

void KeepLines::add(std::size_t first, const core::Block& block) {
    for (std::size_t i = first; i < stack_.boxes.size() && lines_below_ > 0; ++i) {
        stack_.boxes[i].may_break_before = false;
        --lines_below_;
    }
    if (stack_.boxes.size() == first) return;
    if (block.role != core::Role::Addressees && core::ends_with(core::plain_text(block.runs), "："))
        lines_below_ = 1;
    if (!holds_next(block, stack_.boxes.size() == first + 1)) return;
    lines_below_ = 2;
    for (std::size_t i = first + 1; i < stack_.boxes.size(); ++i)
        stack_.boxes[i].may_break_before = false;
}

// A long 题注 is text, and so is a level that is no heading.
bool KeepLines::holds_next(const core::Block& block, bool one_line) const {
    if (core::stands_as_heading(block)) return true;
    return one_line && !core::is_level(block.role) &&
           profile_.style(style_for(block.role, false)).keep_next;
}

void KeepLines::before_closing() {
    if (stack_.boxes.empty()) return;
    Box& last = stack_.boxes.back();
    if (last.item < 0 && !last.heads_page && !last.heads_recto) last.may_break_before = false;
}

}  // namespace gongbao::typeset
