// SPDX-License-Identifier: Apache-2.0
// Signature and date: the date from the right by the profile's indent, signatures centred over it, all kept
// with the text before (GB/T 9704-2012, 7.3.5).
#pragma once

#include <string>

#include "typeset/flow/box.hpp"
#include "typeset/flow/composer.hpp"

namespace gongbao::typeset {

/// Adds the run of Signature and Date blocks that begins at `blocks[at]`. Returns the index after it.
std::size_t add_closing(const core::Blocks& blocks, std::size_t at, const std::string& title,
                        NodeId parent, Composer& composer, Stack& stack);

}  // namespace gongbao::typeset
