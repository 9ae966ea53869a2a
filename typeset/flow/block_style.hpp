// SPDX-License-Identifier: Apache-2.0
// Which style a block has.
#pragma once

#include "core/document/role.hpp"
#include "typeset/profile/profile.hpp"

namespace gongbao::typeset {

StyleName style_for(core::Role role, bool in_annex);

}  // namespace gongbao::typeset
