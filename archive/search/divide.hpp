// SPDX-License-Identifier: Apache-2.0
// Divides a phrase that nobody wrote into parts that somebody did: readers leave out blanks and
// punctuation (粮食安全责任 for 粮食安全 … 责任).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "archive/search/matcher.hpp"

namespace gongbao::archive {

struct Division {
    std::vector<std::u32string> parts;  ///< in order, none twice, each found somewhere
    bool whole = true;                  ///< false when signs found nowhere had to be left out
};

/// The groups of `word`; a group of signs found nowhere is cut in two where most records hold both
/// halves, or else into the longest pieces that are found. No piece is a single sign: that says too
/// little. Requires: word is folded.
Division divide(const Matcher& matcher, std::u32string_view word);

}  // namespace gongbao::archive
