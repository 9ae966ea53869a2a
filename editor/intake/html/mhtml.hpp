// SPDX-License-Identifier: Apache-2.0
// A web page kept as one file (MHTML, RFC 2557), as office programs and browsers write it, often
// under the name .doc: a MIME message whose first text/html part is the page. Called by take_in.
#pragma once

#include <string>
#include <string_view>

#include "core/report/diagnostic.hpp"

namespace gongbao::editor {

/// True for a MIME message: its head says MIME-Version or Content-Type.
bool is_mime_message(std::string_view bytes);

/// The page of a MIME message, in UTF-8 with a byte order mark.
/// Writes: to `findings`, for each other text of the message that says more than the page.
/// Throws: Error(Invalid) when the message holds no page, or is cut off or encoded so that it
/// cannot be read.
std::string page_of_message(std::string_view bytes, core::Diagnostics& findings);

}  // namespace gongbao::editor
