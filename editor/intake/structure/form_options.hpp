// SPDX-License-Identifier: Apache-2.0
// The choices of a form about openness: □主动公开 ☑依申请公开 □不予公开, （√）公开 （ ）不公开,
// 主动公开☑. Used by disclosure_marks.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "editor/intake/structure/disclosure_words.hpp"

namespace gongbao::editor {

struct FormOption {
    Reach reach = Reach::Public;
    bool chosen = false;
};

/// The choices of a line with boxes; nothing when it has no box, or no choice that is not public.
/// Requires: folded text.
std::optional<std::vector<FormOption>> read_options(std::u32string_view text);

}  // namespace gongbao::editor
