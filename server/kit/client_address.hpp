// SPDX-License-Identifier: Apache-2.0
// Whose address a request came from, for whoever counts by it.
#pragma once

#include <string>
#include <string_view>

namespace gongbao::server {

/// "192.0.2.7" of "192.0.2.7:33742", and "2001:db8::/64" of "[2001:db8::7]:33742": who has one
/// address of the latter half has all of them (as http/seats.hpp counts). What is neither stays.
std::string address_of_client(std::string_view client);

}  // namespace gongbao::server
