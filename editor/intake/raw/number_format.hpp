// SPDX-License-Identifier: Apache-2.0
// A counter as Word prints it in one of its number formats (ECMA-376 part 1, 17.18.59, with
// Word's own deviations of [MS-OI29500] 2.1.540). Called by numbering and by notes.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace gongbao::editor {

/// `number` in `format`: ("chineseCounting", 11) → "十一"; "" for "none". A number the format has
/// no sign for is printed in decimal, as Word does. Nothing when the format is not known here.
std::optional<std::string> format_number(int number, std::string_view format);

/// ①…㊿; "(51)" beyond.
std::string circled(int number);

}  // namespace gongbao::editor
