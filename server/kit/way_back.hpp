// SPDX-License-Identifier: Apache-2.0
// Where a form leads when it is done: an address of this site that came with it, and no other.
#pragma once

#include <string>
#include <string_view>

#include "server/http/request.hpp"

namespace gongbao::server {

/// `wanted`, when it is an address of this site; home for anything else, so that no link to a form
/// leads away.
std::string way_back(std::string_view wanted);

/// Path and query of the request as a link writes them.
std::string address_of(const Request& request);

}  // namespace gongbao::server
