// SPDX-License-Identifier: Apache-2.0
// What people see when there is no page: which status, in whose words, with a way on. Shows no
// path, no SQL and no text of a foreign library.
#pragma once

#include "server/kit/area.hpp"
#include "server/site/site.hpp"

namespace gongbao::server {

/// The page of a failure, with a search box and a number to quote to the office.
Page error_page(const Site& site, const Failure& failure);

}  // namespace gongbao::server
