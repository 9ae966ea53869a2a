// SPDX-License-Identifier: Apache-2.0
// The words by which a text says that it is not final: （征求意见稿）, 送审稿, （草案）, 第三稿.
// Used by disclosure.
#pragma once

#include <string>
#include <string_view>

namespace gongbao::editor {

enum class Draft {
    None,
    Own,    ///< the text itself is a draft: 云岭省渡口管理办法（征求意见稿）
    Named,  ///< it speaks of a draft: 关于《…（草案）》的说明
    Public,  ///< it asks the public about one: 关于公开征求《…（征求意见稿）》意见的公告
};

struct DraftMark {
    Draft draft = Draft::None;
    std::string words;  ///< the mark, folded as folded_for_marks does
};

/// What a title, a running head or a file name without its ending says.
DraftMark draft_of_title(std::string_view title);

/// A line that is nothing but a draft mark: （征求意见稿）, 送审稿第二稿, DRAFT. Never Named or
/// Public.
DraftMark draft_of_line(std::string_view line);

}  // namespace gongbao::editor
