// SPDX-License-Identifier: Apache-2.0
// White space of a manuscript made regular, by the rules of docs/formats.md, "white space"; and the
// words of a text, which is what remains when white space counts for nothing.
// Called by every reader for every paragraph, and by words_kept.
#pragma once

#include <string>
#include <string_view>

#include "core/document/inline.hpp"

namespace gongbao::editor {

/// Characters without width or meaning in print: C0 and C1 controls, soft hyphen, zero-width
/// space, word joiner, byte order mark. Readers leave them out; odd_characters reports how many.
bool is_invisible(char32_t c);

/// The runs of one paragraph with regular white space: none at the ends and beside line breaks,
/// none between Han and Latin letters or digits or beside Chinese punctuation, elsewhere one
/// U+0020; U+3000 inside stays as it is, and so does a blank to write on. Neighbouring runs of the
/// same marks become one.
core::Runs tidy_white_space(const core::Runs& runs);
std::string tidy_white_space(std::string_view text);

/// White space with a rule under it, at least a character wide: a blank to write on, which is
/// content. tidy_white_space makes it U+3000, a character each, and keeps it wherever it stands; so
/// it does with the blanks of 　　年　月　日, （　　）and 第　　号.
bool is_ruled_blank(const core::Inline& run);

/// Width of the white space a text opens with, in hundredths of a Han character.
int opening_indent(std::string_view text);

/// `text` without white space and invisible characters.
std::string words_of(std::string_view text);
/// The same for runs: text, the marks of footnotes and their texts, in order.
std::string words_of(const core::Runs& runs);

/// 几 个 问 题, 国　务　院: single Han characters set apart. Then the text without its spaces, else
/// as it is. For metadata; the printed text keeps its spaces.
std::string without_letter_spacing(std::string_view text);

}  // namespace gongbao::editor
