// SPDX-License-Identifier: Apache-2.0
#include "typeset/text/readings.hpp"

#include <algorithm>

#include "typeset/text/itemize.hpp"
#include "typeset/text/justify.hpp"

namespace gongbao::typeset {
namespace {

constexpr char32_t kLineBreak = 0x2028;

// In thousandths of the characters' em: a reading's base line, so that its descenders clear a Han
// character's ink; the white space above it, to characters and to their dots.
constexpr int kRise = 955;
constexpr int kClearance = 120;
constexpr int kClearOfDots = 40;

Length em_part(Length size, int thousandths) {
    return static_cast<Length>(Extent{size} * thousandths / 1000);
}

// Where the cells of a group begin: letters of a word and marks on a letter stay together.
std::vector<std::uint32_t> cells_of(const Reading& reading, const std::vector<Atom>& atoms) {
    std::vector<std::uint32_t> cells{reading.first};
    for (std::uint32_t i = reading.first + 1; i < reading.first + reading.count; ++i) {
        const bool joined = atoms[i].cls == CharClass::Mark ||
                            (is_shaped(atoms[i - 1].cls) && is_shaped(atoms[i].cls));
        if (!joined) cells.push_back(i);
    }
    return cells;
}

Extent width_of(const Reading& reading, const std::vector<Atom>& atoms) {
    Extent width = 0;
    for (std::uint32_t i = reading.first; i < reading.first + reading.count; ++i)
        width += atoms[i].advance + (i + 1 < reading.first + reading.count ? atoms[i].gap : 0);
    return width;
}

// How much narrower the group is than its reading; negative where it is wider.
Extent missing_width(const Reading& reading, const std::vector<Atom>& atoms) {
    return reading.width + reading.apart - width_of(reading, atoms);
}

// How far reading `k` may reach over what stands on either side of its group: a quarter of its em
// over plain characters, over another group what its own reading leaves free.
Extent overhang(const Readings& readings, std::size_t k, const std::vector<Atom>& atoms) {
    const Reading& reading = readings[k];
    const std::uint32_t end = reading.first + reading.count;
    const auto beside = [&](const Reading& other) {
        return std::max<Extent>(0, -missing_width(other, atoms) / 2);
    };
    const Extent plain = reading.apart / 2 + reading.size / 4;
    Extent left = reading.first == 0 ? 0 : plain;
    Extent right = end == atoms.size() ? 0 : plain;
    if (k > 0 && readings[k - 1].first + readings[k - 1].count == reading.first)
        left = std::min(left, beside(readings[k - 1]));
    if (k + 1 < readings.size() && readings[k + 1].first == end)
        right = std::min(right, beside(readings[k + 1]));
    return std::min(left, right);
}

Extent whole_characters(Extent width, Length em) {
    return width <= 0 ? 0 : (width + em - 1) / em * em;
}

void space_out(const Reading& reading, Extent missing, std::vector<Atom>& atoms) {
    const std::vector<std::uint32_t> cells = cells_of(reading, atoms);
    const auto halves = static_cast<Extent>(2 * cells.size());
    const auto half = [&](std::size_t k) {
        const auto at = static_cast<Extent>(k);
        return static_cast<Length>(missing * (at + 1) / halves - missing * at / halves);
    };
    for (std::size_t k = 0; k < cells.size(); ++k) {
        const std::uint32_t end =
            k + 1 < cells.size() ? cells[k + 1] : reading.first + reading.count;
        atoms[cells[k]].dx += half(2 * k);
        atoms[cells[k]].advance += half(2 * k);
        atoms[end - 1].advance += half(2 * k + 1);
    }
}

}  // namespace

void add_to_group(Readings& readings, const Segment& segment, std::size_t begin,
                  const std::vector<Atom>& atoms) {
    const std::size_t end = atoms.size();
    if (begin == end || atoms[begin].text == kLineBreak) return;
    if (readings.empty() || readings.back().segment != &segment) {
        readings.emplace_back();
        readings.back().segment = &segment;
        readings.back().first = static_cast<std::uint32_t>(begin);
    }
    readings.back().count = static_cast<std::uint32_t>(end) - readings.back().first;
}

void set_reading(Reading& reading, const std::vector<Atom>& own, const FontBook& fonts) {
    reading.segment = nullptr;
    if (own.empty()) return;
    for (const Atom& atom : own) {
        if (atom.text == kLineBreak) continue;
        reading.glyphs.push_back(
            {atom.glyph, atom.text, reading.width + atom.dx, atom.dy, atom.face, atom.style});
        reading.width += atom.advance + (&atom == &own.back() ? 0 : atom.gap);
        reading.top =
            std::max(reading.top,
                     atom.dy + em_part(atom.size, fonts.face(atom.face).ink_of(atom.glyph).top));
    }
    reading.size = own.front().size;
    if (is_shaped(own.front().cls) || is_shaped(own.back().cls)) reading.apart = reading.size / 4;
}

void make_room(const Readings& readings, bool grid, std::vector<Atom>& atoms) {
    for (std::size_t k = 0; k < readings.size(); ++k) {
        const Reading& reading = readings[k];
        Extent missing = missing_width(reading, atoms) - 2 * overhang(readings, k, atoms);
        // Readings stand a little closer before a whole character is given.
        if (grid)
            missing = whole_characters(missing - reading.apart / 2, atoms[reading.first].size);
        if (missing > 0) space_out(reading, missing, atoms);
    }
}

void hold_groups(const Readings& readings, std::vector<Atom>& atoms) {
    for (const Reading& reading : readings)
        for (std::uint32_t i = reading.first; i + 1 < reading.first + reading.count; ++i)
            if (atoms[i].break_after != kForceBreak) atoms[i].break_after = kNeverInGroup;
}

void add_readings(const Readings& readings, const std::vector<Atom>& atoms, const LineSpan& span,
                  SetLine& line) {
    for (const Reading& reading : readings) {
        if (reading.first < span.begin || reading.first >= span.end) continue;
        std::uint32_t end = std::min(reading.first + reading.count, span.end);
        while (atoms[end - 1].text == kLineBreak) --end;
        Length left = 0;
        Length right = 0;
        for (std::uint32_t i = reading.first; i < end; ++i) {
            const Length from = line.glyphs[i - span.begin].x - atoms[i].dx;
            const bool is_first = i == reading.first;
            left = is_first ? from : std::min(left, from);
            right = is_first ? from + atoms[i].advance : std::max(right, from + atoms[i].advance);
        }
        SetReading set;
        set.first = reading.first - span.begin;
        set.count = end - reading.first;
        set.glyphs = reading.glyphs;
        set.width = reading.width;
        // Never over the line's ends.
        const Length centred =
            std::min(left + (right - left - reading.width) / 2, line.width - reading.width);
        set.x = std::max(0, centred) - line.glyphs[set.first].x;
        set.rise = em_part(atoms[reading.first].size, kRise);
        set.top = set.rise + reading.top;
        set.size = atoms[reading.first].size;
        line.readings.push_back(std::move(set));
    }
}

Length room_above(const SetLine& line, Length top) {
    Length room = 0;
    for (const SetReading& reading : line.readings)
        room = std::max(room, reading.top + em_part(reading.size, kClearance) - top);
    return room;
}

Length room_between(const SetLine& before, Length bottom, const SetLine& line, Length top,
                    Length shift) {
    Length room = room_above(line, top);
    for (const SetReading& reading : line.readings) {
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
