// SPDX-License-Identifier: Apache-2.0
// A figure as boxes: scaled to its printed width, never wider than the column nor higher than the
// page, its caption below it on the same page.
#pragma once

#include "core/document/document_fwd.hpp"
#include "typeset/flow/box.hpp"
#include "typeset/flow/composer.hpp"

namespace gongbao::typeset {

/// Adds the figure of `block` and, if there is one, its caption. A picture that is missing, broken
/// or of another form becomes its alternative text, with a finding. What would be very small
/// upright is turned on a page of its own, where the profile turns tables.
void add_picture(const core::Block& block, const core::Block* caption,
                 const core::Document& document, NodeId parent, Composer& composer, Stack& stack);

}  // namespace gongbao::typeset
