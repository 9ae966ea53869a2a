// SPDX-License-Identifier: Apache-2.0
#include "archive/search/query.hpp"

#include <algorithm>

#include "archive/search/fold.hpp"
#include "core/text/text.hpp"

namespace gongbao::archive {
namespace {

constexpr std::size_t kLongestQuery = 1000;
constexpr std::size_t kMostWords = 32;

// The mark that closes what `c` opens, 0 when it opens nothing.
char32_t closing_quote(char32_t c) {
    switch (c) {
        case U'"': return U'"';
        case U'＂': return U'＂';
        case U'“': return U'”';
        default: return 0;
    }
}

void add_word(Query& query, std::u32string_view typed) {
    std::u32string word = fold(core::to_utf8(typed)).text;
    if (word.empty() || query.words.size() == kMostWords ||
        std::find(query.words.begin(), query.words.end(), word) != query.words.end())
        return;
    query.words.push_back(std::move(word));
}

}  // namespace

Query read_query(std::string_view typed) {
    Query query;
    // A code point is at most four bytes: enough for the characters that are read.
    std::u32string text = core::to_utf32(simplified(typed.substr(0, 4 * kLongestQuery)));
    text.resize(std::min(text.size(), kLongestQuery));
    query.text = core::to_utf8(text);
    query.whole = fold(query.text).text;

    std::size_t begin = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char32_t close = closing_quote(text[at]);
        const std::size_t end = close == 0 ? std::u32string::npos : text.find(close, at + 1);
        if (end == std::u32string::npos && !core::is_space(text[at])) continue;
        add_word(query, std::u32string_view(text).substr(begin, at - begin));
        if (end != std::u32string::npos) {
            add_word(query, std::u32string_view(text).substr(at + 1, end - at - 1));
            at = end;
        }
        begin = at + 1;
    }
    add_word(query, std::u32string_view(text).substr(std::min(begin, text.size())));
    return query;
}

}  // namespace gongbao::archive
