// SPDX-License-Identifier: Apache-2.0
// The public site as an area of the server: its addresses, what it allows, and who explains its
// failures. Called by app.cpp.
#pragma once

#include "server/kit/area.hpp"
#include "server/site/readers.hpp"
#include "server/site/site.hpp"

namespace gongbao::server {

/// Requires: `site` and `readers` outlive the area.
Area site_area(const PublicSite& site, Readers& readers);

}  // namespace gongbao::server
