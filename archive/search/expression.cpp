// SPDX-License-Identifier: Apache-2.0
#include "archive/search/expression.hpp"

#include <utility>

namespace gongbao::archive {
namespace {

Expression of_text(Expression::Kind kind, std::u32string_view folded) {
    Expression expression;
    expression.kind = kind;
    expression.folded = folded;
    return expression;
}

Expression joined(Expression::Kind kind, Expression a, Expression b) {
    if (a.asks_nothing()) return b;
    if (b.asks_nothing()) return a;
    Expression expression;
    expression.kind = kind;
    expression.parts.push_back(std::move(a));
    expression.parts.push_back(std::move(b));
    return expression;
}

Expression of_words(Expression::Kind kind, const std::vector<std::u32string>& terms) {
    Expression expression;
    expression.kind = kind;
    for (const std::u32string& term : terms) expression.parts.push_back(Expression::word(term));
    return expression;
}

}  // namespace

Expression Expression::word(std::u32string_view term) {
    return of_text(Expression::Kind::Word, term);
}
Expression Expression::whole(std::u32string_view query) {
    return of_text(Expression::Kind::Whole, query);
}
Expression Expression::title(std::u32string_view title) {
    return of_text(Expression::Kind::Title, title);
}

Expression Expression::narrowed(Expression::Kind kind, std::string value) {
    Expression expression;
    expression.kind = kind;
    expression.value = std::move(value);
    return expression;
}

Expression both(Expression a, Expression b) {
    return joined(Expression::Kind::All, std::move(a), std::move(b));
}
Expression either(Expression a, Expression b) {
    return joined(Expression::Kind::Any, std::move(a), std::move(b));
}
Expression all_words(const std::vector<std::u32string>& terms) {
    return of_words(Expression::Kind::All, terms);
}
Expression any_word(const std::vector<std::u32string>& terms) {
    return of_words(Expression::Kind::Any, terms);
}

}  // namespace gongbao::archive
