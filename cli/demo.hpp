// SPDX-License-Identifier: Apache-2.0
// Fills an empty data folder with the demo gazette of templates/demo, through the same desk as an
// editor's work, and no other.
#pragma once

#include <filesystem>

#include "cli/context.hpp"

namespace gongbao::cli {

/// Publishes every issue of `folder` that the archive does not hold yet, oldest first. Fills only a
/// data folder that is empty or that it began itself; an interrupted run goes on where it stopped.
/// Throws: Error(Forbidden) for any other data folder, which is left as it is; (Conflict) when an
/// issue of the demo holds a document of somebody else; (Unavailable) when there is no demo, and as
/// Desk::receive and Desk::publish do.
void fill_demo(const std::filesystem::path& folder, const Context& context);

}  // namespace gongbao::cli
