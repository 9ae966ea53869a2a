// SPDX-License-Identifier: Apache-2.0
// The sign-offs of an item as its page shows them: each kind that the item needs, given or missing,
// with a button where this person may give it, else why not.
#pragma once

#include "editor/signoffs/signoffs.hpp"
#include "office/work.hpp"

namespace gongbao::office {

/// Sets kinds, ready, may_send_back and sent_back.
void set_signoffs(const Work& work, const editor::Item& item, server::View& view);

}  // namespace gongbao::office
