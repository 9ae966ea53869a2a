// SPDX-License-Identifier: Apache-2.0
// What a sentence says of a text that it names: that it is put right, that it is right, or
// something else (《甲》已经废止, 与《乙》内容重复). Only the first makes a link. Used by
// correction_words.
#pragma once

#include <cstddef>
#include <string>

#include "editor/index/bones.hpp"

namespace gongbao::editor {

enum class Said {
    PutRight,  ///< 有误, “甲”应为“乙”, 更正如下 … is said of it
    Right,     ///< 经核对无误
    Nothing    ///< neither, or not read whole
};

/// What is said of the text that is named from `begin` to `end` (a title, a number, a page), and of
/// those joined to it: in its sentence, or in the next where its own says nothing but the name.
Said said_of(const Bones& bones, std::size_t begin, std::size_t end);

/// The sentence that holds `at`, as an excerpt.
std::string sentence_around(const Bones& bones, std::size_t at);

}  // namespace gongbao::editor
