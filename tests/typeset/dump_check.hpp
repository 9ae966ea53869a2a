// SPDX-License-Identifier: Apache-2.0
// What a proofreader would mark on a layout's dump (typeset/layout/layout_dump.hpp): judged by the
// words and places alone, with sets of marks of its own, so that a mistake in the engine's tables
// is seen too.
//
// Used by the tests. bench/typeset/judge_layout.cpp judges more, on many documents.
#pragma once

#include <string>
#include <vector>

namespace gongbao::typeset::tests {

/// The type area, in points.
struct TypeArea {
    double inner = 0;
    double outer = 0;
    double width = 0;
    bool mirror = true;
};

struct Faults {
    int pages = 0;
    int lines = 0;
    int forbidden_starts = 0;
    int forbidden_ends = 0;
    int split_runs = 0;                 ///< words, numbers, —— and …… cut in two
    int overfull = 0;                   ///< reaches out of the type area
    int lone_characters = 0;            ///< 孤字: a paragraph's last line of one character
    int lone_lines = 0;                 ///< 孤行: a page begins with the last line of a paragraph
    std::vector<std::string> examples;  ///< the first few, "页 12: …"

    int total() const {
        return forbidden_starts + forbidden_ends + split_runs + overfull + lone_characters +
               lone_lines;
    }
};

Faults check_dump(const std::string& dump, const TypeArea& area);

}  // namespace gongbao::typeset::tests
