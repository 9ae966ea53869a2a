// SPDX-License-Identifier: Apache-2.0
// What people see when there is no page: which status, in whose words, with a way on.
// Called by app.cpp. Shows no path, no SQL and no text of a foreign library.
#pragma once

#include <string>

#include "core/report/error.hpp"
#include "server/http/response.hpp"
#include "server/site/site.hpp"

namespace gongbao::server {

int status_of(core::ErrorKind kind);

/// The page of `status` with a search box; `request_id` is what a reader can quote to the office.
Response error_page(const Site& site, int status, const std::string& request_id);

}  // namespace gongbao::server
