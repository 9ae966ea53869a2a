// SPDX-License-Identifier: Apache-2.0
// Publishing, step by step: the issue is read from the desk and judged; it is printed while nobody
// is kept from anything; then, when nobody else can write, what it was made of is looked at once
// more and it is put into the archive. docs/decisions/0015-printed-without-a-lock.md says why.
// Used by PressRoom.
#pragma once

#include "editor/desk/issues/issues.hpp"
#include "editor/desk/press/press_room.hpp"
#include "editor/desk/store/holdings.hpp"
#include "typeset/typeset.hpp"

namespace gongbao::editor {

/// Throws: as PressRoom::publish.
Published publish_issue(const Publishing& order, Holdings& holdings, const Issues& issues,
                        typeset::Press& press);

}  // namespace gongbao::editor
