// SPDX-License-Identifier: Apache-2.0
// Signature and date, all kept with the text before (GB/T 9704-2012, 7.3.5): agencies over the
// date's middle or, without a seal, stepping down to it; of a joint document in rows; persons with
// post and name below each other.
#pragma once

#include <string>

#include "core/document/document_fwd.hpp"
#include "typeset/flow/box.hpp"
#include "typeset/flow/composer.hpp"

namespace gongbao::typeset {

/// Adds the run of Signature and Date blocks that begins at `blocks[at]`. Returns the index after
/// it.
std::size_t add_closing(const core::Blocks& blocks, std::size_t at, const std::string& title,
                        NodeId parent, Composer& composer, Stack& stack);

}  // namespace gongbao::typeset
