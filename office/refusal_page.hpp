// SPDX-License-Identifier: Apache-2.0
// Why something was not done: the words of the error, what was typed, and a way back. Also for what
// never came to a page (no such address, too large …).
#pragma once

#include "core/report/error.hpp"
#include "office/work.hpp"
#include "server/kit/area.hpp"

namespace gongbao::office {

/// Its status is that of the error's kind. Of `form` it shows the fields that have words
/// ("office.field.<name>"): no password has.
server::Response refusal_page(const Work& work, const core::Error& error, const server::Form& form);

/// Of a request that came to no page. Knows nobody and opens no file.
server::Page failure_page(const OfficeSite& site, const server::Failure& failure);

}  // namespace gongbao::office
