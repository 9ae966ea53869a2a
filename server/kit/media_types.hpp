// SPDX-License-Identifier: Apache-2.0
// The media types of files that are served as they are, by the end of their name. The one table.
#pragma once

#include <string_view>

namespace gongbao::server {

/// "text/css; charset=utf-8" for ".css"; "" for an end no line of the table names.
std::string_view media_type_of(std::string_view extension);

}  // namespace gongbao::server
