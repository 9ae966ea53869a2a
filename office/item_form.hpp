// SPDX-License-Identifier: Apache-2.0
// What the forms about an item share: which item, which version was seen, and the way back.
#pragma once

#include "office/work.hpp"

namespace gongbao::office {

editor::ItemId item_of(const Work& work);  ///< of the address: /items/12/sign
/// Throws: Error(Invalid) for a form that names none.
int version_in(const server::Form& form);
/// To the item's page, which tells that it was done ("office.done.<done>"), at its part `part`.
server::Response back_to_item(const Work& work, const char* done, const char* part = "");

}  // namespace gongbao::office
