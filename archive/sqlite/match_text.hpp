// SPDX-License-Identifier: Apache-2.0
// An expression in the words of FTS5, the full-text index of SQLite (sqlite.org/fts5.html, 3).
#pragma once

#include <string>
#include <string_view>

#include "archive/search/expression.hpp"

namespace gongbao::archive {

/// The FTS5 expression for texts that hold `folded` as a phrase. A phrase may start and end inside
/// a group of signs, but letters and digits are matched as whole groups. Requires: folded is the
/// text of fold(), not empty.
std::string phrase_expression(std::u32string_view folded);

/// A MATCH expression with, for each of its phrases in order, its kind (see rank.hpp).
struct MatchText {
    std::string match;
    std::string kinds;
};
/// Requires: the expression asks something.
MatchText match_text(const Expression& expression);

}  // namespace gongbao::archive
