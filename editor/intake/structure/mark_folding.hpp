// SPDX-License-Identifier: Apache-2.0
// The form in which words that say who may read a document are compared (disclosure_words,
// disclosure_marks, disclosure). Called for every line that comes in.
#pragma once

#include <string>
#include <string_view>

namespace gongbao::editor {

/// `text` for comparing: no white space, narrow, lower case, one form of each star and of the
/// traditional characters among these words.
std::u32string folded_for_marks(std::string_view text);

}  // namespace gongbao::editor
