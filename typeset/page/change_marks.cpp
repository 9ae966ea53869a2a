// SPDX-License-Identifier: Apache-2.0
#include "typeset/page/change_marks.hpp"

#include <algorithm>

#include "typeset/flow/changes.hpp"
#include "typeset/page/paginate.hpp"

namespace gongbao::typeset {
namespace {

constexpr Length kStroke = pt(0.6);
constexpr Length kTick = mm(4);

// What a line reaches above and below its base line.
struct Reach {
    Length top = 0;
    Length bottom = 0;
};

class Marker {
  public:
    Marker(const PrintedText& before, const Profile& profile, Layout& layout)
        : profile_(profile), layout_(layout), text_(layout),
          changes_(find_changes(before.paragraphs(), text_.paragraphs())), seen_(changes_.size(), 0) {}

    void run() {
        for (Page& page : layout_.pages) {
            bars_.clear();
            for (const PlacedLine& line : page.lines) mark_line(line, page);
            draw_bars(page);
        }
    }

  private:
    void mark_line(const PlacedLine& line, Page& page) {
        const std::size_t paragraph = text_.paragraph_of(line);
        if (paragraph == PrintedText::kNone) return;
        const std::vector<Length> places = places_of(line);
        const std::size_t begin = seen_[paragraph];
        const std::size_t end = begin + places.size() - 1;
        seen_[paragraph] = end;
        const ParagraphChanges& changes = changes_[paragraph];
        if (!changes.any()) return;
        if (line.turned) {
            mark_turned(line, changes, begin, end);
            return;
        }
        const Reach reach = reach_of(line);
        for (const CharRange& range : changes.added) {
            const std::size_t from = std::max(range.begin, begin);
            const std::size_t to = std::min(range.end, end);
            if (from >= to) continue;
            underline(line, places[from - begin], places[to - begin], reach, page);
            bars_.push_back(reach);
        }
        const bool last = end == text_.paragraphs()[paragraph].size();
        for (const std::size_t at : changes.removed)
            if (at >= begin && (at < end || (last && at == end))) {
                stroke(line, places[at - begin], reach, page);
                tick(line.y, page);
            }
        if (changes.paragraph_removed_before && begin == 0) tick(reach.top - pt(2), page);
        if (changes.paragraph_removed_after && last) tick(reach.bottom + pt(2), page);
    }

    // A line of a table turned by a quarter reads upwards: a bar as long as it is.
    void mark_turned(const PlacedLine& line, const ParagraphChanges& changes, std::size_t begin, std::size_t end) {
        const bool changed = std::any_of(changes.added.begin(), changes.added.end(), [&](const CharRange& range) {
            return range.begin < end && range.end > begin;
        });
        if (changed || !changes.removed.empty()) bars_.push_back({line.y - line.width, line.y});
    }

    // Where each character of the line begins, and where the last one ends, from the line's origin.
    std::vector<Length> places_of(const PlacedLine& line) const {
        std::vector<Length> places;
        Length end = 0;
        for (std::uint32_t i = line.first; i < line.first + line.count; ++i) {
            const PlacedGlyph& glyph = layout_.glyphs[i];
            const std::size_t count = characters_of(glyph, layout_).size();
            places.insert(places.end(), count, glyph.x);
            const bool followed = i + 1 < line.first + line.count;
            if (count > 0) end = followed ? layout_.glyphs[i + 1].x : line.width;
        }
        places.push_back(end);
        return places;
    }

    Reach reach_of(const PlacedLine& line) const {
        Length size = 0;
        for (std::uint32_t i = line.first; i < line.first + line.count; ++i)
            size = std::max(size, layout_.glyph_styles[layout_.glyphs[i].style].size);
        return {line.y - size * 88 / 100, line.y + size * 12 / 100};
    }

    static void underline(const PlacedLine& line, Length from, Length to, const Reach& reach, Page& page) {
        // Words that run from right to left end left of where they begin.
        const Length left = std::min(from, to);
        page.rules.push_back({{line.x + left, reach.bottom + pt(0.6), std::max(from, to) - left, kStroke}, Color::Red});
    }

    static void stroke(const PlacedLine& line, Length at, const Reach& reach, Page& page) {
        page.rules.push_back({{line.x + at - kStroke / 2, reach.top, kStroke, reach.bottom - reach.top + pt(2)},
                              Color::Red});
    }

    bool outer_is_right(const Page& page) const { return page.recto || !profile_.mirror; }

    Length bar_left(const Page& page, Length width) const {
        const Length left = text_left(profile_, page.recto);
        if (outer_is_right(page)) return left + profile_.text_width() + profile_.proof.bar_distance;
        return left - profile_.proof.bar_distance - width;
    }

    void tick(Length y, Page& page) const {
        page.rules.push_back({{bar_left(page, kTick), y - kStroke / 2, kTick, 2 * kStroke}, Color::Red});
    }

    // Lines that follow one another share one bar.
    void draw_bars(Page& page) {
        std::sort(bars_.begin(), bars_.end(), [](const Reach& a, const Reach& b) { return a.top < b.top; });
        for (std::size_t i = 0; i < bars_.size();) {
            Reach bar = bars_[i++];
            for (; i < bars_.size() && bars_[i].top <= bar.bottom + profile_.line * 3 / 5; ++i)
                bar.bottom = std::max(bar.bottom, bars_[i].bottom);
            const Length width = profile_.proof.bar_width;
            page.rules.push_back({{bar_left(page, width), bar.top, width, bar.bottom - bar.top}, Color::Black});
        }
    }

    const Profile& profile_;
    Layout& layout_;
    PrintedText text_;
    std::vector<ParagraphChanges> changes_;
    std::vector<std::size_t> seen_;  // characters of a paragraph on the lines before
    std::vector<Reach> bars_;        // of the page
};

}  // namespace

void mark_changes(const PrintedText& before, const Profile& profile, Layout& layout) {
    Marker(before, profile, layout).run();
}

}  // namespace gongbao::typeset
