// SPDX-License-Identifier: Apache-2.0
#include "archive/search/snippet.hpp"

#include <algorithm>
#include <cstdint>

#include "archive/search/fold.hpp"
#include "core/text.hpp"

namespace gongbao::archive {
namespace {

using Range = Highlighted::Range;

struct Hit {
    Range range;
    std::size_t term = 0;
};

// Letters and digits are found as whole groups; groups of signs anywhere.
bool ends_are_free(std::u32string_view text, std::size_t at, std::u32string_view term) {
    const auto bound = [&](char32_t edge) { return kind_of(edge) != CharacterKind::Sign; };
    const std::size_t end = at + term.size();
    return !(bound(term.front()) && at > 0 && text[at - 1] != U' ') &&
           !(bound(term.back()) && end < text.size() && text[end] != U' ');
}

std::vector<Hit> find_hits(std::string_view text, const std::vector<std::u32string>& terms) {
    const FoldedText folded = fold(text);
    std::vector<Hit> hits;
    for (std::size_t term = 0; term < terms.size(); ++term) {
        const std::u32string& words = terms[term];
        if (words.empty()) continue;
        for (std::size_t at = folded.text.find(words); at != std::u32string::npos;
             at = folded.text.find(words, at + 1))
            if (ends_are_free(folded.text, at, words))
                hits.push_back({{folded.spans[at].begin, folded.spans[at + words.size() - 1].end},
                                term});
    }
    std::stable_sort(hits.begin(), hits.end(), [](const Hit& a, const Hit& b) {
        return a.range.begin < b.range.begin;
    });
    return hits;
}

std::vector<Range> merge(const std::vector<Hit>& hits) {
    std::vector<Range> ranges;
    for (const Hit& hit : hits) {
        if (!ranges.empty() && hit.range.begin <= ranges.back().end)
            ranges.back().end = std::max(ranges.back().end, hit.range.end);
        else
            ranges.push_back(hit.range);
    }
    return ranges;
}

Range line_around(std::string_view text, std::size_t at) {
    const std::size_t before = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
    const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
    return {begin, std::min(text.find('\n', at), text.size())};
}

// The line worth showing, and the first hit in it. Requires: hits in order, not empty.
Range best_line(std::string_view text, const std::vector<Hit>& hits, std::size_t& first_hit) {
    Range best;
    std::size_t best_terms = 0;
    std::size_t best_hits = 0;
    for (std::size_t i = 0; i < hits.size();) {
        const Range line = line_around(text, hits[i].range.begin);
        const std::size_t start = i;
        std::vector<std::size_t> terms;
        for (; i < hits.size() && hits[i].range.begin < line.end; ++i)
            if (std::find(terms.begin(), terms.end(), hits[i].term) == terms.end())
                terms.push_back(hits[i].term);
        if (i == start) ++i;
        const std::size_t count = i - start;
        if (terms.size() > best_terms || (terms.size() == best_terms && count > best_hits)) {
            best = line;
            best_terms = terms.size();
            best_hits = count;
            first_hit = hits[start].range.begin;
        }
    }
    return best;
}

std::size_t step_back(std::string_view text, std::size_t at, std::size_t floor, std::size_t count) {
    while (at > floor && count-- > 0) {
        do --at;
        while (at > floor && (static_cast<std::uint8_t>(text[at]) & 0xC0) == 0x80);
    }
    return at;
}

std::size_t step_on(std::string_view text, std::size_t at, std::size_t ceiling, std::size_t count) {
    while (at < ceiling && count-- > 0) core::next_code_point(text, at);
    return std::min(at, ceiling);
}

Highlighted cut(std::string_view text, Range line, Range window, const std::vector<Range>& ranges) {
    constexpr std::string_view kCut = "…";
    Highlighted passage;
    if (window.begin > line.begin) passage.text += kCut;
    const std::size_t shift = passage.text.size();
    passage.text += text.substr(window.begin, window.end - window.begin);
    for (const Range& range : ranges) {
        const std::size_t begin = std::max(range.begin, window.begin);
        const std::size_t end = std::min(range.end, window.end);
        if (begin < end)
            passage.ranges.push_back({begin - window.begin + shift, end - window.begin + shift});
    }
    if (window.end < line.end) passage.text += kCut;
    return passage;
}

}  // namespace

Highlighted highlight(std::string_view text, const std::vector<std::u32string>& terms) {
    return {std::string(text), merge(find_hits(text, terms))};
}

Highlighted best_passage(std::string_view text, const std::vector<std::u32string>& terms,
                         std::size_t length) {
    const std::vector<Hit> hits = find_hits(text, terms);
    std::size_t first_hit = 0;
    const Range line = hits.empty() ? line_around(text, 0) : best_line(text, hits, first_hit);
    Range window;
    window.begin = step_back(text, first_hit, line.begin, length / 4);
    window.end = step_on(text, window.begin, line.end, length);
    // A hit near the end of its line is shown with more of what stands before it.
    const std::size_t shown = core::length(text.substr(window.begin, window.end - window.begin));
    window.begin = step_back(text, window.begin, line.begin, length - shown);
    return cut(text, line, window, merge(hits));
}

}  // namespace gongbao::archive
