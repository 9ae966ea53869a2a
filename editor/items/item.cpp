// SPDX-License-Identifier: Apache-2.0
#include "editor/items/item.hpp"

namespace gongbao::editor {

std::string audit_name(ItemId id) {
    return "item " + std::to_string(id);
}

const char* name_of(ItemState state) {
    switch (state) {
        case ItemState::Received: return "received";
        case ItemState::Ready: return "ready";
        case ItemState::Placed: return "placed";
        case ItemState::Issued: return "issued";
        case ItemState::Withdrawn: return "withdrawn";
    }
    return "unknown";
}

std::optional<ItemState> item_state_named(std::string_view name) {
    for (const ItemState state : kItemStates)
        if (name == name_of(state)) return state;
    return {};
}

}  // namespace gongbao::editor
