// SPDX-License-Identifier: Apache-2.0
#include "typeset/text/readings.hpp"

#include <algorithm>

#include "typeset/text/itemize.hpp"
#include "typeset/text/justify.hpp"

namespace gongbao::typeset {
namespace {

// In thousandths of the characters' em: a reading's base line, so that its descenders clear a Han
// character's ink; the white space above it, to characters and to their dots.
constexpr int kRise = 955;
constexpr int kClearance = 120;
constexpr int kClearOfDots = 40;

// Where the cells of a group begin: letters of a word and marks on a letter stay together.
std::vector<std::uint32_t> cells_of(const Ruby& ruby, const std::vector<Atom>& atoms) {
    std::vector<std::uint32_t> cells{ruby.first};
    for (std::uint32_t i = ruby.first + 1; i < ruby.first + ruby.count; ++i) {
        const bool joined = atoms[i].cls == CharClass::Mark ||
                            (is_shaped(atoms[i - 1].cls) && is_shaped(atoms[i].cls));
        if (!joined) cells.push_back(i);
    }
    return cells;
}

Extent width_of(const Ruby& ruby, const std::vector<Atom>& atoms) {
    Extent width = 0;
    for (std::uint32_t i = ruby.first; i < ruby.first + ruby.count; ++i)
        width += atoms[i].advance + (i + 1 < ruby.first + ruby.count ? atoms[i].gap : 0);
    return width;
}

// How much narrower the group is than its reading; negative where it is wider.
Extent missing_width(const Ruby& ruby, const std::vector<Atom>& atoms) {
    return ruby.width + ruby.apart - width_of(ruby, atoms);
}

// How far reading `k` may reach over what stands on either side of its group: a quarter of its em
// over plain characters, over another group what its own reading leaves free.
Extent overhang(const Rubies& rubies, std::size_t k, const std::vector<Atom>& atoms) {
    const Ruby& ruby = rubies[k];
    const std::uint32_t end = ruby.first + ruby.count;
    const auto beside = [&](const Ruby& other) {
        return std::max<Extent>(0, -missing_width(other, atoms) / 2);
    };
    const Extent plain = ruby.apart / 2 + ruby.size / 4;
    Extent left = ruby.first == 0 ? 0 : plain;
    Extent right = end == atoms.size() ? 0 : plain;
    if (k > 0 && rubies[k - 1].first + rubies[k - 1].count == ruby.first)
        left = std::min(left, beside(rubies[k - 1]));
    if (k + 1 < rubies.size() && rubies[k + 1].first == end)
        right = std::min(right, beside(rubies[k + 1]));
    return std::min(left, right);
}

Extent whole_characters(Extent width, Length em) {
    return width <= 0 ? 0 : (width + em - 1) / em * em;
}

void space_out(const Ruby& ruby, Extent missing, std::vector<Atom>& atoms) {
    const std::vector<std::uint32_t> cells = cells_of(ruby, atoms);
    const auto halves = static_cast<Extent>(2 * cells.size());
    const auto half = [&](std::size_t k) {
        const auto at = static_cast<Extent>(k);
        return static_cast<Length>(missing * (at + 1) / halves - missing * at / halves);
    };
    for (std::size_t k = 0; k < cells.size(); ++k) {
        const std::uint32_t end = k + 1 < cells.size() ? cells[k + 1] : ruby.first + ruby.count;
        atoms[cells[k]].dx += half(2 * k);
        atoms[cells[k]].advance += half(2 * k);
        atoms[end - 1].advance += half(2 * k + 1);
    }
}

}  // namespace

void add_to_group(RubyGroups& groups, const Segment& segment, std::size_t begin,
                  const std::vector<Atom>& atoms) {
    const std::size_t end = atoms.size();
    if (begin == end || atoms[begin].text == kLineBreak) return;
    if (groups.empty() || groups.back().segment != &segment)
        groups.push_back({&segment, static_cast<std::uint32_t>(begin), 0});
    groups.back().count = static_cast<std::uint32_t>(end) - groups.back().first;
}

Ruby set_ruby(const RubyGroup& group, const std::vector<Atom>& own, const FontBook& fonts) {
    Ruby ruby;
    ruby.first = group.first;
    ruby.count = group.count;
    if (own.empty()) return ruby;
    for (const Atom& atom : own) {
        if (atom.text == kLineBreak) continue;
        ruby.glyphs.push_back(
            {atom.glyph, atom.text, ruby.width + atom.dx, atom.dy, atom.face, atom.style});
        ruby.width += atom.advance + (&atom == &own.back() ? 0 : atom.gap);
        ruby.top = std::max(
            ruby.top, atom.dy + em_part(atom.size, fonts.face(atom.face).ink_of(atom.glyph).top));
    }
    ruby.size = own.front().size;
    if (is_shaped(own.front().cls) || is_shaped(own.back().cls)) ruby.apart = ruby.size / 4;
    return ruby;
}

void make_room(const Rubies& rubies, bool grid, std::vector<Atom>& atoms) {
    for (std::size_t k = 0; k < rubies.size(); ++k) {
        const Ruby& ruby = rubies[k];
        Extent missing = missing_width(ruby, atoms) - 2 * overhang(rubies, k, atoms);
        // Readings stand a little closer before a whole character is given.
        if (grid) missing = whole_characters(missing - ruby.apart / 2, atoms[ruby.first].size);
        if (missing > 0) space_out(ruby, missing, atoms);
    }
}

void hold_groups(const Rubies& rubies, std::vector<Atom>& atoms) {
    for (const Ruby& ruby : rubies)
        for (std::uint32_t i = ruby.first; i + 1 < ruby.first + ruby.count; ++i)
            if (atoms[i].break_after != kForceBreak) atoms[i].break_after = kNeverInGroup;
}

void add_rubies(const Rubies& rubies, const std::vector<Atom>& atoms, const LineSpan& span,
                SetLine& line) {
    for (const Ruby& ruby : rubies) {
        if (ruby.first < span.begin || ruby.first >= span.end) continue;
        std::uint32_t end = std::min(ruby.first + ruby.count, span.end);
        while (atoms[end - 1].text == kLineBreak) --end;
        Length left = 0;
        Length right = 0;
        for (std::uint32_t i = ruby.first; i < end; ++i) {
            const Length from = line.glyphs[i - span.begin].x - atoms[i].dx;
            const bool is_first = i == ruby.first;
            left = is_first ? from : std::min(left, from);
            right = is_first ? from + atoms[i].advance : std::max(right, from + atoms[i].advance);
        }
        SetRuby set;
        set.first = ruby.first - span.begin;
        set.count = end - ruby.first;
        set.glyphs = ruby.glyphs;
        set.width = ruby.width;
        // Never over the line's ends.
        const Length centred =
            std::min(left + (right - left - ruby.width) / 2, line.width - ruby.width);
        set.x = std::max(0, centred) - line.glyphs[set.first].x;
        set.rise = em_part(atoms[ruby.first].size, kRise);
        set.top = set.rise + ruby.top;
        set.size = atoms[ruby.first].size;
        line.readings.push_back(std::move(set));
    }
}

Length room_above(const SetLine& line, Length top) {
    Length room = 0;
    for (const SetRuby& reading : line.readings)
        room = std::max(room, reading.top + em_part(reading.size, kClearance) - top);
    return room;
}

Length room_between(const SetLine& before, Length bottom, const SetLine& line, Length top,
                    Length shift) {
    Length room = room_above(line, top);
    for (const SetRuby& reading : line.readings) {
        const Length from = shift + line.glyphs[reading.first].x + reading.x;
        for (const SetDot& dot : before.dots) {
            const Length x = before.glyphs[dot.glyph].x + dot.x;
            if (x + dot.radius > from && x - dot.radius < from + reading.width)
                room = std::max(room, reading.top + em_part(reading.size, kClearOfDots) - top +
                                          dot.y + dot.radius - bottom);
        }
    }
    return room;
}

}  // namespace gongbao::typeset
