// SPDX-License-Identifier: Apache-2.0
// An item as lists show it. Shared by inbox, queue and the item's own page.
#pragma once

#include "office/work.hpp"

namespace gongbao::office {

/// title, address, number, department, section, received, effective …, errors, state, issue.
server::View item_view(const Work& work, const editor::Item& item);

std::string address_of(editor::ItemId id);

}  // namespace gongbao::office
