// SPDX-License-Identifier: Apache-2.0
// A figure as a box: scaled to its printed width, never wider than the column nor higher than the page.
#pragma once

#include "typeset/flow/box.hpp"
#include "typeset/flow/composer.hpp"

namespace gongbao::typeset {

/// Adds the figure of `block`. A picture whose bytes are missing or broken becomes an empty frame of
/// its size with its alternative text in it, and a finding.
void add_picture(const core::Block& block, const core::Document& document, NodeId parent,
                 Composer& composer, Stack& stack);

}  // namespace gongbao::typeset
