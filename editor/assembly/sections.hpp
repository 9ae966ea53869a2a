// SPDX-License-Identifier: Apache-2.0
// The items of an issue by sections (栏目): a section is printed once, so its items stand together
// however they are moved. Used by Assembly.
#pragma once

#include <string>
#include <vector>

#include "editor/desk/store/entries.hpp"

namespace gongbao::editor {

/// `items` with `item` in place `to` of its section, counted from 1; the first or the last place
/// where there is no such. Items of a section that stood apart stand together afterwards.
std::vector<DeskItem> moved_in_section(const std::vector<DeskItem>& items, const DeskItem& item,
                                       int to);

/// `items` with the whole section before the one in front of it (`by_places` below 0) or behind the
/// next; as they were where there is none.
std::vector<DeskItem> section_moved(const std::vector<DeskItem>& items, const std::string& section,
                                    int by_places);

}  // namespace gongbao::editor
