// SPDX-License-Identifier: Apache-2.0
// An item: one text on its way into the gazette, from the day it came in. Its versions are
// documents of the desk (desk/store/manuscript_box.hpp), which never change; a correction is one
// more version. What has been signed off is a version's text (signoffs/).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/date.hpp"
#include "editor/desk/store/entries.hpp"
#include "editor/people/person.hpp"

namespace gongbao::editor {

using ItemId = std::int64_t;
std::string audit_name(ItemId id);  ///< "item 12", in the audit log

struct ItemVersion {
    int number = 0;  ///< 1, 2, …
    DocumentId document = 0;
    std::string digest;  ///< SHA-256 of all that is printed of it; see Items::digest_of
    core::Instant at;
    std::string by;    ///< login
    std::string note;  ///< why there is a new one
};

/// Where an item is. All but Withdrawn follow from other rows: an issue that holds it, an edition
/// that prints it.
enum class ItemState { Received, Ready, Placed, Issued, Withdrawn };
inline constexpr ItemState kItemStates[] = {ItemState::Received, ItemState::Ready,
                                            ItemState::Placed, ItemState::Issued,
                                            ItemState::Withdrawn};
const char* name_of(ItemState state);  ///< "received" …; words: "office.item_state.<name>"
std::optional<ItemState> item_state_named(std::string_view name);

struct Item {
    ItemId id = 0;
    std::string title;
    std::string number;      ///< 发文字号
    std::string department;  ///< that handed it in
    PersonId contact = 0;    ///< who did
    std::string section;     ///< 栏目 it is meant for, or empty
    core::Instant received;
    std::optional<core::Date> effective;  ///< 施行日期, where the text says one
    int errors = 0;                       ///< findings of level Error
    ItemState state = ItemState::Received;
    std::optional<core::IssueNumber> issue;  ///< where it is placed
    std::string placed_in;                   ///< 栏目 of that issue, or empty
    std::vector<ItemVersion> versions;       ///< oldest first; never empty

    const ItemVersion& current() const { return versions.back(); }
};

}  // namespace gongbao::editor
