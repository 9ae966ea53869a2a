// SPDX-License-Identifier: Apache-2.0
// One reading of a query as a tree: words and values that narrow a search, joined by "and" and
// "or". Each store of texts writes it in the language of its own index.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace gongbao::archive {

struct Expression {
    enum class Kind {
        Everything,  ///< asks nothing
        Word,        ///< `folded` stands in the text as a phrase
        Whole,       ///< the same, of the whole query: where it stands, a record ranks higher
        Title,       ///< `folded` is the title, letters and signs alone
        Year,        ///< `value` is the year of the issue
        Section,     ///< … the section
        Issuer,      ///< … one of the issuers
        All,         ///< every one of `parts`
        Any,         ///< one of `parts`, or several
    };
    Kind kind = Kind::Everything;
    std::u32string folded;
    std::string value;
    std::vector<Expression> parts;

    /// Requires: `term` is the text of fold(), not empty.
    static Expression word(std::u32string_view term);
    static Expression whole(std::u32string_view query);
    static Expression title(std::u32string_view title);
    /// `kind` is Year, Section or Issuer.
    static Expression narrowed(Kind kind, std::string value);

    bool asks_nothing() const { return kind == Kind::Everything; }
};

/// Both; a side that asks nothing gives the other.
Expression both(Expression a, Expression b);
/// One of them; a side that asks nothing gives the other.
Expression either(Expression a, Expression b);
/// Every one, or any one, of `terms` as words. Requires: not empty.
Expression all_words(const std::vector<std::u32string>& terms);
Expression any_word(const std::vector<std::u32string>& terms);

}  // namespace gongbao::archive
