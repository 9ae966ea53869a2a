// SPDX-License-Identifier: Apache-2.0
// The pages of an issue that are not documents: cover, contents with leaders and page numbers,
// imprint.
#pragma once

#include <string>
#include <vector>

#include "typeset/flow/box.hpp"
#include "typeset/flow/composer.hpp"
#include "typeset/flow/issue_frame.hpp"

namespace gongbao::typeset {

struct ContentsEntry {
    std::string section;
    std::string title;
    std::string carries;       ///< title of the text it promulgates, on a line below, or empty
    std::string page;          ///< printed number
    std::uint32_t target = 0;  ///< index into Layout::targets
};

/// The cover, one page: name of the gazette, number, date.
void add_cover(const IssueFrame& frame, NodeId parent, Composer& composer, Stack& stack);

/// Contents: entries under their sections. Each entry's lines stand below a Link, whose
/// rectangles page/contents_links.hpp makes once there are pages. Returns the TOC below `parent`.
NodeId add_contents(const std::vector<ContentsEntry>& entries, NodeId parent, Composer& composer,
                    Stack& stack);

/// The imprint: its lines at the foot of a page of their own.
void add_imprint(const IssueFrame& frame, NodeId parent, Composer& composer, Stack& stack);

}  // namespace gongbao::typeset
