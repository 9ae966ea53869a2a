// SPDX-License-Identifier: Apache-2.0
#include "archive/search/expression.hpp"

#include <utility>

namespace gongbao::archive {
namespace {

using Kind = Expression::Kind;

Expression of_text(Kind kind, std::u32string_view folded) {
    Expression expression;
    expression.kind = kind;
    expression.folded = folded;
    return expression;
}

Expression joined(Kind kind, Expression a, Expression b) {
    if (a.asks_nothing()) return b;
    if (b.asks_nothing()) return a;
    Expression expression;
    expression.kind = kind;
    expression.parts.push_back(std::move(a));
    expression.parts.push_back(std::move(b));
    return expression;
}

Expression of_words(Kind kind, const std::vector<std::u32string>& terms) {
    Expression expression;
    expression.kind = kind;
    for (const std::u32string& term : terms) expression.parts.push_back(Expression::word(term));
    return expression;
}

}  // namespace

Expression Expression::word(std::u32string_view term) {
    return of_text(Kind::Word, term);
}
Expression Expression::whole(std::u32string_view query) {
    return of_text(Kind::Whole, query);
}
Expression Expression::title(std::u32string_view title) {
    return of_text(Kind::Title, title);
}

Expression Expression::narrowed(Kind kind, std::string value) {
    Expression expression;
    expression.kind = kind;
    expression.value = std::move(value);
    return expression;
}

Expression both(Expression a, Expression b) {
    return joined(Kind::All, std::move(a), std::move(b));
}
Expression either(Expression a, Expression b) {
    return joined(Kind::Any, std::move(a), std::move(b));
}
Expression all_words(const std::vector<std::u32string>& terms) {
    return of_words(Kind::All, terms);
}
Expression any_word(const std::vector<std::u32string>& terms) {
    return of_words(Kind::Any, terms);
}

}  // namespace gongbao::archive
