// SPDX-License-Identifier: Apache-2.0
// The issues that the words of a correction name: 本刊2026年第1期, 总第612期, 本刊上期.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "editor/index/bones.hpp"
#include "editor/index/corrections.hpp"

namespace gongbao::editor {

struct IssueWords {
    std::size_t begin = 0;
    std::size_t end = 0;
    CorrectedText text;            ///< only its issue
    bool of_this_gazette = false;  ///< 本刊 stands before it
    bool understood = true;        ///< false: 本刊第3、4期, and the like
};

/// In their order. `year` is meant where the words name none.
std::vector<IssueWords> issues_in(const Bones& bones, int year);

/// The issue that a title names with its year: 2026年第1期勘误表. What the issue says of it need
/// not follow.
std::optional<IssueWords> issue_in_title(const Bones& title, int year);

/// True when a clause begins at `at`.
bool begins_a_clause(std::string_view shape, std::size_t at);

}  // namespace gongbao::editor
