// SPDX-License-Identifier: Apache-2.0
// The tree that the roles of a flat list of blocks describe: a chapter holds its articles, a
// heading what stands under it. Reading the tree in order gives the list back. Used to give ids
// (document.hpp, assign_ids) and to nest the canonical XML (akn/write_akn.hpp).
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "core/document/block.hpp"

namespace gongbao::core {

/// One block with what stands under it. An Article's first branch is its `opening`: the same block
/// once more, standing for the article's first 款, a paragraph of its own in law and in XML.
struct Branch {
    std::size_t block = 0;  ///< index in the list
    bool opening = false;
    std::vector<Branch> branches;
};

/// The tree of `blocks`, by depth_of(role); below the articles come 款, 项 and 目. Blocks of other
/// roles (tables, captions, signatures …) are leaves beside the paragraphs.
std::vector<Branch> outline(const Blocks& blocks);

/// The element's abbreviation in an id (AKN-NC 1.0, 5.1): part, chp, sec, art, lvl, para, point,
/// indent.
std::string_view id_abbreviation(Role role);

}  // namespace gongbao::core
