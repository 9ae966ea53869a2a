// SPDX-License-Identifier: Apache-2.0
// Places in a manuscript as an editor counts them. Used by readers and recognition for
// Diagnostic::place.
#pragma once

#include <string>
#include <string_view>

namespace gongbao::editor {

inline std::string place_of_line(int number) {
    return "第" + std::to_string(number) + "行";
}
inline std::string place_of_paragraph(int number) {
    return "第" + std::to_string(number) + "段";
}
inline std::string place_of_table(int number) {
    return "表" + std::to_string(number);
}

}  // namespace gongbao::editor
