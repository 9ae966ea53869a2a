// SPDX-License-Identifier: Apache-2.0
// Reads one printed line for what it says of the openness of the document it stands in. A mark is
// known by its place: alone on its line, in brackets, behind a label, with a ★, or said of 此件;
// what stands in a running sentence is about other things. Used by disclosure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "editor/intake/structure/disclosure_words.hpp"

namespace gongbao::editor {

/// Where a line stands.
enum class Spot {
    Masthead,  ///< before the title
    Title,
    Body,
    Closing,  ///< behind signature and date, a 附注
    Cell,     ///< of a table in the body
    Margin,   ///< header, footer, watermark
};

struct DisclosureMark {
    Reach reach = Reach::Public;
    bool sure = false;    ///< otherwise a person has to look
    bool choice = false;  ///< a form whose choices are not made
    std::string words;
};

/// The marks of a line, at most one of each reach; marks of Reach::Public only for a whole line or
/// a choice made.
std::vector<DisclosureMark> disclosure_marks(std::string_view line, Spot spot);

/// Does `label` name a field whose value is an openness or a class of secrecy: 公开属性, 密级?
bool is_disclosure_label(std::string_view label);
/// The value of such a field. `known` is false where the words are not understood.
struct FieldSense {
    bool known = true;
    DisclosureMark mark;
};
FieldSense disclosure_of_field(std::string_view label, std::string_view value);

}  // namespace gongbao::editor
