// SPDX-License-Identifier: Apache-2.0
// Words that a person writes into a field of the office: reasons, notes, names of sections. Checked
// here before they are kept, so that all of them can be shown anywhere. Used by the acts of every
// room.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace gongbao::editor {

inline constexpr std::size_t kLongestLine = 200;   ///< characters of a name
inline constexpr std::size_t kLongestNote = 2000;  ///< characters of a note or a reason

/// True for one line of at most `most` characters: UTF-8 without a control character.
bool is_plain_line(std::string_view text, std::size_t most);
/// What stands between `text`'s ends, with line breaks and tabs. Throws: Error(Invalid)
/// "office.words_unfit" for what is no UTF-8 or has another control character.
std::string own_words(const std::string& text);
/// One line without white space at its ends. Throws: Error(Invalid) "office.words_unfit" for what
/// is no UTF-8 or has a control character, (TooLarge) "office.words_too_long" {most}.
std::string own_line(const std::string& text);
/// The same; it may have line breaks and tabs.
std::string own_note(const std::string& text);
/// The same; Throws: also Error(Invalid) "office.reason_needed" when there are no words.
std::string own_reason(const std::string& text);

}  // namespace gongbao::editor
