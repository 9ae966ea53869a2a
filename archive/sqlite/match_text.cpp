// SPDX-License-Identifier: Apache-2.0
#include "archive/sqlite/match_text.hpp"

#include "archive/search/tokens.hpp"
#include "archive/sqlite/search_index.hpp"
#include "core/report/check.hpp"
#include "core/text/text.hpp"

namespace gongbao::archive {
namespace {

using Kind = Expression::Kind;

MatchText quoted(const std::string& token, char kind) {
    return {'"' + token + '"', std::string(1, kind)};
}

MatchText joined(const std::vector<Expression>& parts, const char* operation) {
    MatchText all;
    for (const Expression& part : parts) {
        const MatchText one = match_text(part);
        if (!all.match.empty()) all.match += operation;
        all.match += "(" + one.match + ")";
        all.kinds += one.kinds;
    }
    return all;
}

}  // namespace

std::string phrase_expression(std::u32string_view folded) {
    std::string expression;
    const auto add = [&](std::u32string_view token) {
        if (!expression.empty()) expression += " + ";
        expression += '"' + core::to_utf8(token) + '"';
    };
    bool prefix = false;
    for_each_token(folded, [&](std::size_t begin, std::size_t end) {
        // In a text the last sign may be followed by others, so it is no token there; alone it
        // stands for every token that begins with it.
        const bool last_sign = end == folded.size() && end - begin == 1 &&
                               kind_of(folded[begin]) == CharacterKind::Sign;
        if (last_sign && begin > 0 && folded[begin - 1] != U' ') return;
        prefix = last_sign;
        add(folded.substr(begin, end - begin));
    });
    return prefix ? expression + " *" : expression;
}

MatchText match_text(const Expression& expression) {
    switch (expression.kind) {
        case Kind::Everything: break;
        case Kind::Word: return {phrase_expression(expression.folded), "w"};
        case Kind::Whole: return {phrase_expression(expression.folded), "P"};
        case Kind::Title: return quoted(title_facet(expression.folded), 'T');
        case Kind::Year: return quoted(year_facet(expression.value), 'f');
        case Kind::Section: return quoted(section_facet(expression.value), 'f');
        case Kind::Issuer: return quoted(issuer_facet(expression.value), 'f');
        case Kind::All: return joined(expression.parts, " AND ");
        case Kind::Any: return joined(expression.parts, " OR ");
    }
    GONGBAO_CHECK(false);  // the ladder always asks something
    return {};
}

}  // namespace gongbao::archive
