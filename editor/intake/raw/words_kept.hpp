// SPDX-License-Identifier: Apache-2.0
// The promise of intake, checked each time it runs: the words that came in are the words that go
// out, in the same order. Last step of take_in; the text and HTML readers check themselves with it
// too.
#pragma once

#include <string>
#include <string_view>

#include "core/document/document_fwd.hpp"
#include "editor/intake/raw/raw_document.hpp"

namespace gongbao::editor {

/// Everything readable, white space left out: paragraphs, labels, cells row by row, footnotes,
/// readings behind their characters, alternative texts.
std::string words_of(const RawDocument& raw);
std::string words_of(const core::Document& document);

/// How many characters of blanks to write on (is_ruled_blank) there are: white space, which the
/// words do not tell.
std::size_t blanks_of(const RawDocument& raw);
std::size_t blanks_of(const core::Document& document);

/// Does nothing when both are equal.
/// Throws: Error(Invalid) showing the words around the first difference. `stage` is the message id
/// of the step that was checked, for the log.
void require_same_words(std::string_view before, std::string_view after, std::string_view stage);

}  // namespace gongbao::editor
