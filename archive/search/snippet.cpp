// SPDX-License-Identifier: Apache-2.0
#include "archive/search/snippet.hpp"

#include <algorithm>
#include <cstdint>

#include "archive/search/fold.hpp"
#include "core/text/text.hpp"

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
                hits.push_back(
                    {{folded.spans[at].begin, folded.spans[at + words.size() - 1].end}, term});
    }
    std::stable_sort(hits.begin(), hits.end(),
                     [](const Hit& a, const Hit& b) { return a.range.begin < b.range.begin; });
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

// The line worth showing: most different terms, then most hits, then the first.
struct Best {
    Range line;
    std::size_t terms = 0;
    std::size_t hits = 0;
    std::size_t first_hit = 0;
    std::vector<Range> ranges;  // to be marked in the line, possibly beyond

    // Looks at the lines of a segment that hold `found`, in order.
    void look_at(std::string_view text, const std::vector<Hit>& found) {
        for (std::size_t i = 0; i < found.size();) {
            const std::size_t start = i;
            const Range around = line_around(text, found[i].range.begin);
            std::vector<std::size_t> seen;
            for (;
                 i < found.size() && found[i].range.begin < std::max(around.end, around.begin + 1);
                 ++i)
                if (std::find(seen.begin(), seen.end(), found[i].term) == seen.end())
                    seen.push_back(found[i].term);
            if (seen.size() < terms || (seen.size() == terms && i - start <= hits)) continue;
            *this = {around, seen.size(), i - start, found[start].range.begin, merge(found)};
        }
    }
};

// Long texts are read a segment of whole lines at a time, and no further than needed.
Best find_best(std::string_view text, const std::vector<std::u32string>& terms,
               std::size_t segment_size) {
    Best best;
    for (std::size_t begin = 0; begin < text.size() && best.terms < terms.size();) {
        const std::size_t full = std::min(text.size(), begin + segment_size);
        const std::size_t end = std::min(text.find('\n', full), text.size());
        std::vector<Hit> hits = find_hits(text.substr(begin, end - begin), terms);
        for (Hit& hit : hits) {
            hit.range.begin += begin;
            hit.range.end += begin;
        }
        best.look_at(text, hits);
        begin = end + 1;
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
    constexpr std::size_t kSegment = 8 * 1024;
    Best best = find_best(text, terms, kSegment);
    // A phrase may run over the end of a line, and there over the end of a segment.
    if (best.hits == 0 && text.size() > kSegment) best = find_best(text, terms, text.size());
    if (best.hits == 0) best.line = line_around(text, 0);
    Range window;
    window.begin = step_back(text, best.first_hit, best.line.begin, length / 4);
    window.end = step_on(text, window.begin, best.line.end, length);
    // A hit near the end of its line is shown with more of what stands before it.
    const std::size_t shown = core::length(text.substr(window.begin, window.end - window.begin));
    window.begin = step_back(text, window.begin, best.line.begin, length - shown);
    return cut(text, best.line, window, best.ranges);
}

}  // namespace gongbao::archive
