// SPDX-License-Identifier: Apache-2.0
// Reads items from their rows: what an item is called, where it stands, its versions. Used by
// Items.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/storage/database.hpp"
#include "editor/desk/store/holdings.hpp"
#include "editor/items/item.hpp"

namespace gongbao::editor {

class ItemRows {
  public:
    explicit ItemRows(Holdings& holdings);

    /// The items for which `condition` holds, newest first; it speaks of i (item), d (document of
    /// the newest version) and v (item_current), and `bind` fills its parameters.
    std::vector<Item> where(const std::string& condition,
                            const std::function<void(core::Statement&)>& bind);

  private:
    Item read(const core::Statement& row);
    std::vector<ItemVersion> versions_of(ItemId id);
    bool is_signed_off(const Item& item);
    bool is_issued(const core::IssueNumber& number);

    Holdings& holdings_;
    core::Statement versions_;
    std::optional<core::Statement> signed_;  ///< prepared when it is first asked
    std::map<core::IssueNumber, bool> issued_;
};

}  // namespace gongbao::editor
