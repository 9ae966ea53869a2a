// SPDX-License-Identifier: Apache-2.0
// Fills an empty archive with the demo gazette of templates/demo, through the same desk as an
// editor's work.
#pragma once

#include <filesystem>

#include "server/commands/context.hpp"

namespace gongbao::server {

/// Publishes every issue of `folder` that the archive does not hold yet, oldest first. An
/// interrupted run goes on where it stopped.
/// Throws: Error(Unavailable) when there is none, and as Desk::receive and Desk::publish do.
void fill_demo(const std::filesystem::path& folder, const Context& context);

}  // namespace gongbao::server
