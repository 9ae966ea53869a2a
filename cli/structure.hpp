// SPDX-License-Identifier: Apache-2.0
// A document as an editor checks it on a terminal: its data, then one line a block with its role,
// indented by depth.
#pragma once

#include "cli/context.hpp"
#include "core/document/document_fwd.hpp"

namespace gongbao::cli {

/// On standard output.
void show_structure(const core::Document& document, const Context& context);

}  // namespace gongbao::cli
