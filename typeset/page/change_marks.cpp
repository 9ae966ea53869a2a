// SPDX-License-Identifier: Apache-2.0
#include "typeset/page/change_marks.hpp"

#include <algorithm>
#include <tuple>

#include "typeset/flow/changes.hpp"
#include "typeset/page/column_place.hpp"

namespace gongbao::typeset {
namespace {

constexpr Length kStroke = pt(0.6);
constexpr Length kTick = mm(4);

// What a line reaches above and below its base line.
struct Reach {
    Length top = 0;
    Length bottom = 0;
};

// A bar beside the lines of a column.
struct Bar {
    ColumnPlace column;
    Reach reach;
};

class Marker {
  public:
    Marker(const PrintedText& before, const Profile& profile, Layout& layout)
        : profile_(profile),
          layout_(layout),
          text_(layout),
          changes_(find_changes(before.paragraphs(), text_.paragraphs())),
          seen_(changes_.size(), 0) {}

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
            mark_turned(line, changes, begin, end, page);
            return;
        }
        const Reach reach = reach_of(line);
        for (const CharRange& range : changes.added) {
            const std::size_t from = std::max(range.begin, begin);
            const std::size_t to = std::min(range.end, end);
            if (from >= to) continue;
            underline(line, places[from - begin], places[to - begin], reach, page);
            bars_.push_back({column_of(line, page, profile_), reach});
        }
        const bool last = end == text_.paragraphs()[paragraph].size();
        for (const std::size_t at : changes.removed)
            if (at >= begin && (at < end || (last && at == end))) {
                stroke(line, places[at - begin], reach, page);
                tick(line, line.y, page);
            }
        if (changes.paragraph_removed_before && begin == 0) tick(line, reach.top - pt(2), page);
        if (changes.paragraph_removed_after && last) tick(line, reach.bottom + pt(2), page);
    }

    // A line of a table turned by a quarter reads upwards: a bar as long as it is.
    void mark_turned(const PlacedLine& line, const ParagraphChanges& changes, std::size_t begin,
                     std::size_t end, const Page& page) {
        const bool changed = std::any_of(
            changes.added.begin(), changes.added.end(),
            [&](const CharRange& range) { return range.begin < end && range.end > begin; });
        if (changed || !changes.removed.empty())
            bars_.push_back({column_of(line, page, profile_), {line.y - line.width, line.y}});
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
        // Those of a reading are spread over its characters.
        const std::size_t above = text_.reading_above(line);
        for (std::size_t i = 0; i < above; ++i)
            places.push_back(static_cast<Length>(Extent{end} * static_cast<Extent>(i) /
                                                 static_cast<Extent>(above)));
        places.push_back(end);
        return places;
    }

    Reach reach_of(const PlacedLine& line) const {
        Length size = 0;
        for (std::uint32_t i = line.first; i < line.first + line.count; ++i)
            size = std::max(size, layout_.glyph_styles[layout_.glyphs[i].style].size);
        return {line.y - size * 88 / 100, line.y + size * 12 / 100};
    }

    static void underline(const PlacedLine& line, Length from, Length to, const Reach& reach,
                          Page& page) {
        // Words that run from right to left end left of where they begin.
        const Length left = std::min(from, to);
        page.rules.push_back(
            {{line.x + left, reach.bottom + pt(0.6), std::max(from, to) - left, kStroke},
             Color::Red});
    }

    static void stroke(const PlacedLine& line, Length at, const Reach& reach, Page& page) {
        page.rules.push_back(
            {{line.x + at - kStroke / 2, reach.top, kStroke, reach.bottom - reach.top + pt(2)},
             Color::Red});
    }

    bool outer_is_right(const Page& page) const { return page.recto || !profile_.mirror; }

    // What is `width` wide stands at the outer side of its column: in the margin, or in the middle
    // of the gap between two columns.
    Length left_of(const ColumnPlace& column, Length width, const Page& page) const {
        const bool right = outer_is_right(page);
        const bool in_margin = column.number == (right ? column.count - 1 : 0);
        const Length away =
            in_margin ? profile_.proof.bar_distance : (profile_.column_gap - width) / 2;
        return right ? column.left + column.width + away : column.left - away - width;
    }

    void tick(const PlacedLine& line, Length y, Page& page) const {
        const ColumnPlace column = column_of(line, page, profile_);
        const Length length =
            column.count > 1 ? std::min(kTick, profile_.column_gap * 2 / 3) : kTick;
        page.rules.push_back(
            {{left_of(column, length, page), y - kStroke / 2, length, 2 * kStroke}, Color::Red});
    }

    // Lines that follow one another in a column share one bar.
    void draw_bars(Page& page) {
        std::sort(bars_.begin(), bars_.end(), [](const Bar& a, const Bar& b) {
            return std::tie(a.column.left, a.reach.top) < std::tie(b.column.left, b.reach.top);
        });
        const Length width = profile_.proof.bar_width;
        for (std::size_t i = 0; i < bars_.size();) {
            const ColumnPlace& column = bars_[i].column;
            Reach bar = bars_[i++].reach;
            for (; i < bars_.size() &&
                   left_of(bars_[i].column, width, page) == left_of(column, width, page) &&
                   bars_[i].reach.top <= bar.bottom + profile_.line * 3 / 5;
                 ++i)
                bar.bottom = std::max(bar.bottom, bars_[i].reach.bottom);
            page.rules.push_back(
                {{left_of(column, width, page), bar.top, width, bar.bottom - bar.top},
                 Color::Black});
        }
    }

    const Profile& profile_;
    Layout& layout_;
    PrintedText text_;
    std::vector<ParagraphChanges> changes_;
    std::vector<std::size_t> seen_;  // characters of a paragraph on the lines before
    std::vector<Bar> bars_;          // of the page
};

}  // namespace

void mark_changes(const PrintedText& before, const Profile& profile, Layout& layout) {
    Marker(before, profile, layout).run();
}

}  // namespace gongbao::typeset
