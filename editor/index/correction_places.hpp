// SPDX-License-Identifier: Apache-2.0
// Where in an issue a correction looks: its pages and numbers. Used by correction_words.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "editor/index/bones.hpp"

namespace gongbao::editor {

/// True for the words between an issue and the first text of it: not 目录中, not 根据.
bool leads_to_a_text(std::string_view gap);

/// The number in the brackets at `at`, which is then behind them; empty without one.
std::string number_behind(const Bones& bones, std::size_t& at);

struct Pages {
    int first = 0;
    int last = 0;
    std::size_t begin = 0;  ///< of 第
    std::size_t end = 0;    ///< behind 页
};

/// The pages of the issue that the words name: 第3页, 第3页至第5页, 第3、4页. 附件第2页 is none of
/// them, and 应为第5页 is where nothing stands.
std::vector<Pages> pages_in(std::string_view words);
/// The first of them, 0 for none.
int page_in(std::string_view words);

struct NumberWords {
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// The words that end in 〔2026〕2号 or 令第350号, from the last mark before them, and those joined
/// to them by 、 or 和; what of them is the number is known when the numbers of the issue are.
/// Absent for 〔2026〕2号、3号, which is not read whole.
std::optional<std::vector<NumberWords>> numbers_in(std::string_view shape);

}  // namespace gongbao::editor
