// SPDX-License-Identifier: Apache-2.0
// The comments and queries of an item as its page shows them.
#pragma once

#include "editor/items/item.hpp"
#include "office/work.hpp"

namespace gongbao::office {

/// Sets remarks, has_remarks, may_comment and may_query.
void set_remarks(const Work& work, const editor::Item& item, server::View& view);

}  // namespace gongbao::office
