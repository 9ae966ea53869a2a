// SPDX-License-Identifier: Apache-2.0
#include "core/document/cited_words.hpp"

#include <algorithm>

#include "core/text/text.hpp"

namespace gongbao::core {

CitedWords::CitedWords(std::span<const Citation> citations, std::size_t at)
    : citations_(citations), at_(at) {
    while (!citations_.empty() && citations_.front().end <= at_) citations_ = citations_.subspan(1);
}

std::vector<CitedPiece> CitedWords::cut(const std::string& words) {
    if (citations_.empty() || words.empty()) return {{words}};
    const std::u32string text = to_utf32(words);
    const std::size_t end = at_ + text.size();
    std::vector<CitedPiece> pieces;
    const auto add = [&](std::size_t from, std::size_t to, const Citation* citation) {
        if (from < to) pieces.push_back({to_utf8(text.substr(from - at_, to - from)), citation});
    };
    std::size_t done = at_;
    while (!citations_.empty() && citations_.front().begin < end) {
        const Citation& citation = citations_.front();
        const std::size_t from = std::max(citation.begin, at_);
        const std::size_t to = std::min(citation.end, end);
        add(done, from, nullptr);
        add(from, to, &citation);
        pieces.back().begins = citation.begin >= at_;
        pieces.back().ends = citation.end <= end;
        done = to;
        if (citation.end > end) break;
        citations_ = citations_.subspan(1);
    }
    add(done, end, nullptr);
    at_ = end;
    return pieces;
}

void CitedWords::pass(const std::string& words) {
    if (!citations_.empty()) at_ += length(words);
}

}  // namespace gongbao::core
