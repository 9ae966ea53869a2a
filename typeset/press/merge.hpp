// SPDX-License-Identifier: Apache-2.0
// Puts layouts made side by side together: whatever one of them numbers for itself (nodes, glyph
// styles, pooled texts, targets) is renumbered behind what the other has.
#pragma once

#include <cstddef>

#include "typeset/flow/box.hpp"
#include "typeset/layout/layout.hpp"
#include "typeset/profile/profile.hpp"

namespace gongbao::typeset {

/// Where what was added stands.
struct Added {
    std::size_t first_page = 0;  ///< index of the first page added
    NodeId nodes_moved = 0;      ///< node n of the part is now n + nodes_moved

    NodeId node(NodeId of_part) const { return of_part + nodes_moved; }
};

/// Adds everything `part` holds to `layout`, its pages behind those there. A page of `part` that
/// becomes a left-hand page instead of a right-hand one, or the other way round, moves to that
/// page's margins.
Added append(Layout& layout, const Layout& part, const Profile& profile);

/// The same for documents whose pages are not made yet: `stack` stands in `layout`, `more` in
/// `part`.
Added append(Layout& layout, Stack& stack, const Layout& part, Stack more);

}  // namespace gongbao::typeset
