// SPDX-License-Identifier: Apache-2.0
#include "archive/search/tokens.hpp"

#include "core/text/text.hpp"

namespace gongbao::archive {

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

}  // namespace gongbao::archive
