// SPDX-License-Identifier: Apache-2.0
// What a reader typed, taken apart: words between blanks, phrases between quotation marks. Nothing
// a reader can type is an error or reaches SQLite as syntax.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace gongbao::archive {

struct Query {
    std::string text;                   ///< as typed, valid UTF-8, simplified
    std::u32string whole;               ///< all of it, folded
    std::vector<std::u32string> words;  ///< each folded and not empty; no word twice
};

/// At most 1,000 characters are read and 32 words kept: more cannot find more.
Query read_query(std::string_view typed);

}  // namespace gongbao::archive
