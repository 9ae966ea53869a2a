// SPDX-License-Identifier: Apache-2.0
#include "typeset/text/readings.hpp"

#include <algorithm>

#include "typeset/text/itemize.hpp"
#include "typeset/text/justify.hpp"

namespace gongbao::typeset {
namespace {

// A reading's base line, in thousandths of its characters' em: its descenders clear a Han character's ink.
constexpr int kRise = 970;
// From there to the top of its highest letters with tone marks, in thousandths of its own em.
constexpr int kAscent = 880;

Length em_part(Length size, int thousandths) {
    return static_cast<Length>(Extent{size} * thousandths / 1000);
}

// Where the cells of a group begin: letters of a word and marks on a letter stay together.
std::vector<std::uint32_t> cells_of(const Reading& reading, const std::vector<Atom>& atoms) {
    std::vector<std::uint32_t> cells{reading.first};
    for (std::uint32_t i = reading.first + 1; i < reading.first + reading.count; ++i) {
        const bool joined = atoms[i].cls == CharClass::Mark || (is_shaped(atoms[i - 1].cls) && is_shaped(atoms[i].cls));
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

}  // namespace

void add_to_group(Readings& readings, const Segment& segment, std::size_t begin, std::size_t end) {
    if (begin == end) return;
    if (readings.empty() || readings.back().segment != &segment) {
        readings.emplace_back();
        readings.back().segment = &segment;
        readings.back().first = static_cast<std::uint32_t>(begin);
    }
    readings.back().count = static_cast<std::uint32_t>(end) - readings.back().first;
}

void set_reading(Reading& reading, const std::vector<Atom>& own) {
    reading.segment = nullptr;
    if (own.empty()) return;
    for (const Atom& atom : own) {
        reading.glyphs.push_back({atom.glyph, atom.text, reading.width + atom.dx, atom.dy, atom.face, atom.style});
        reading.width += atom.advance + (&atom == &own.back() ? 0 : atom.gap);
    }
    reading.size = own.front().size;
    if (is_shaped(own.front().cls) || is_shaped(own.back().cls)) reading.apart = reading.size / 4;
}

void make_room(const Reading& reading, bool grid, std::vector<Atom>& atoms) {
    const Length em = atoms[reading.first].size;
    Extent missing = reading.width + reading.apart - width_of(reading, atoms);
    if (missing <= 0) return;
    if (grid) missing = (missing + em - 1) / em * em;
    const std::vector<std::uint32_t> cells = cells_of(reading, atoms);
    const auto halves = static_cast<Extent>(2 * cells.size());
    const auto half = [&](std::size_t k) {
        const auto at = static_cast<Extent>(k);
        return static_cast<Length>(missing * (at + 1) / halves - missing * at / halves);
    };
    for (std::size_t k = 0; k < cells.size(); ++k) {
        const std::uint32_t end = k + 1 < cells.size() ? cells[k + 1] : reading.first + reading.count;
        atoms[cells[k]].dx += half(2 * k);
        atoms[cells[k]].advance += half(2 * k);
        atoms[end - 1].advance += half(2 * k + 1);
    }
}

void hold_groups(const Readings& readings, std::vector<Atom>& atoms) {
    for (const Reading& reading : readings)
        for (std::uint32_t i = reading.first; i + 1 < reading.first + reading.count; ++i)
            atoms[i].break_after = kNeverInGroup;
}

void add_readings(const Readings& readings, const std::vector<Atom>& atoms, const LineSpan& span, SetLine& line) {
    for (const Reading& reading : readings) {
        if (reading.first < span.begin || reading.first >= span.end) continue;
        const std::uint32_t end = std::min(reading.first + reading.count, span.end);
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
        // Wider than what of its group a line holds, which is cut: from the left.
        set.x = left + std::max(0, (right - left - reading.width) / 2) - line.glyphs[set.first].x;
        set.rise = em_part(atoms[reading.first].size, kRise);
        set.top = set.rise + em_part(reading.size, kAscent);
        line.readings.push_back(std::move(set));
    }
}

Length room_above(const SetLine& line, Length top) {
    Length room = 0;
    for (const SetReading& reading : line.readings) room = std::max(room, reading.top - top);
    return room;
}

Length room_below(const SetLine& line, Length bottom) {
    Length room = 0;
    for (const SetDot& dot : line.dots) room = std::max(room, dot.y + dot.radius - bottom);
    return room;
}

}  // namespace gongbao::typeset
