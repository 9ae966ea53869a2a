// SPDX-License-Identifier: Apache-2.0
#include "typeset/text/justify.hpp"

#include <algorithm>

namespace gongbao::typeset {
namespace {

constexpr char32_t kLineBreak = 0x2028;

// Parts of `amount` in proportion to `capacity`, exact to the last millipoint.
std::vector<Length> share(const std::vector<Length>& capacity, Extent amount) {
    Extent total = 0;
    for (const Length c : capacity) total += c;
    std::vector<Length> parts(capacity.size());
    Extent seen = 0;
    Extent given = 0;
    for (std::size_t i = 0; i < capacity.size(); ++i) {
        seen += capacity[i];
        const Extent due = total == 0 ? 0 : amount * seen / total;
        parts[i] = static_cast<Length>(due - given);
        given = due;
    }
    return parts;
}

template <typename Capacity>
std::vector<Length> capacities(const std::vector<Atom>& line, Capacity of, Extent& total) {
    std::vector<Length> capacity;
    capacity.reserve(line.size());
    total = 0;
    for (const Atom& a : line) total += capacity.emplace_back(of(a));
    return capacity;
}

void give_way(Atom& atom, Length amount) {
    if (atom.shrink_step == kShrinkHanLatin) {
        atom.gap -= amount;
        return;
    }
    atom.advance -= amount;
    if (has_blank_left(atom.cls) || atom.cls == CharClass::LatinOpening) atom.dx -= amount;
    if (atom.cls == CharClass::Interpunct) atom.dx -= amount / 2;
}

// Takes `amount` out of the line, step by step. Returns what could not be taken.
Extent squeeze(std::vector<Atom>& line, Extent amount) {
    static constexpr ShrinkStep kOrder[] = {kShrinkWordSpace, kShrinkInterpunct, kShrinkBracket,
                                            kShrinkPause, kShrinkHanLatin, kShrinkStop};
    for (const ShrinkStep step : kOrder) {
        if (amount <= 0) break;
        Extent total = 0;
        const auto capacity = capacities(
            line, [step](const Atom& a) { return a.shrink_step == step ? a.shrink : 0; }, total);
        const Extent now = std::min(total, amount);
        const auto parts = share(capacity, now);
        for (std::size_t i = 0; i < line.size(); ++i) give_way(line[i], parts[i]);
        amount -= now;
    }
    return amount;
}

// Puts `amount` into the line: word spaces, Han–Latin gaps, then every gap alike. Returns the even
// part, in thousandths of an em a gap.
int spread(std::vector<Atom>& line, Extent amount) {
    for (const StretchStep step : {kStretchWordSpace, kStretchHanLatin}) {
        if (amount <= 0) return 0;
        Extent total = 0;
        const auto capacity = capacities(
            line, [step](const Atom& a) { return a.stretch_step == step ? a.stretch : 0; }, total);
        const Extent now = std::min(total, amount);
        const auto parts = share(capacity, now);
        for (std::size_t i = 0; i < line.size(); ++i) line[i].gap += parts[i];
        amount -= now;
    }
    Extent gaps = 0;
    const auto every =
        capacities(line, [](const Atom& a) { return Length{a.spread_after ? 1 : 0}; }, gaps);
    if (gaps == 0 || amount <= 0) return 0;
    const auto parts = share(every, amount);
    for (std::size_t i = 0; i < line.size(); ++i) line[i].gap += parts[i];
    return static_cast<int>(amount * 1000 / gaps / std::max<Length>(1, line.front().size));
}

void trim_ends(std::vector<Atom>& line, Extent width, const Profile& profile) {
    Atom& head = line.front();
    if (profile.trim_line_start && has_blank_left(head.cls) && head.advance == head.size) {
        head.advance -= head.size / 2;
        head.dx -= head.size / 2;
        head.shrink = 0;
    }
    Atom& tail = line.back();
    tail.gap = 0;
    tail.spread_after = false;
    tail.stretch = 0;
    if (tail.shrink_step == kShrinkHanLatin) tail.shrink = 0;
    if (!profile.trim_line_end || !has_blank_right(tail.cls) || tail.advance != tail.size) {
        tail.shrink = 0;
        return;
    }
    Extent natural = 0;
    for (const Atom& a : line) natural += a.advance + a.gap;
    tail.shrink = 0;
    if (!profile.grid)
        tail.advance -= tail.size / 2;
    else if (natural > width)
        tail.advance -= static_cast<Length>(std::min<Extent>(natural - width, tail.size / 2));
}

// One rule under neighbouring underlined cells.
void underline(std::vector<Rect>& rules, Length x, const Atom& atom) {
    const Length y = atom.size * 14 / 100;
    const Length width = atom.advance + atom.gap;
    if (!rules.empty() && rules.back().x + rules.back().width == x)
        rules.back().width += width;
    else
        rules.push_back({x, y, width, atom.size / 20});
}

// Notes that the glyph added last belongs to `span`.
void note_span(SetLine& set, std::int16_t span) {
    if (span < 0) return;
    const auto glyph = static_cast<std::uint32_t>(set.glyphs.size() - 1);
    if (!set.spans.empty() && set.spans.back().span == span &&
        set.spans.back().first + set.spans.back().count == glyph)
        ++set.spans.back().count;
    else
        set.spans.push_back({glyph, 1, span});
}

}  // namespace

SetLine set_line(const std::vector<Atom>& atoms, const LineSpan& span, Length width, TextAlign align,
                 const Profile& profile) {
    SetLine set;
    std::vector<Atom> line(atoms.begin() + span.begin, atoms.begin() + span.content_end);
    line.erase(std::remove_if(line.begin(), line.end(),
                              [](const Atom& a) { return a.text == kLineBreak; }),
               line.end());
    if (line.empty()) return set;
    trim_ends(line, width, profile);
    Extent natural = 0;
    for (const Atom& a : line) natural += a.advance + a.gap;
    if (natural > width) {
        set.overfull = squeeze(line, natural - width) > 0;
    } else if (align == TextAlign::Justify && !span.last) {
        set.stretch = spread(line, width - natural);
    }
    Length x = 0;
    set.glyphs.reserve(line.size());
    for (const Atom& a : line) {
        set.glyphs.push_back({a.glyph, a.text, x + a.dx, a.dy, a.face, a.style});
        note_span(set, a.span);
        if (a.underline) underline(set.underlines, x, a);
        if (a.emphasis)
            set.dots.push_back({x + a.advance / 2 - a.size / 20, a.size * 27 / 100, a.size / 10, a.size / 10});
        if (a.note >= 0 && (set.notes.empty() || set.notes.back() != a.note)) set.notes.push_back(a.note);
        x += a.advance + a.gap;
    }
    set.width = x;
    // Spaces at the line's end hang over it: unseen, but words stay apart in the PDF's text.
    for (std::uint32_t i = span.content_end; i < span.end; ++i) {
        const Atom& a = atoms[i];
        if (a.text == kLineBreak) continue;
        set.glyphs.push_back({a.glyph, a.text, x + a.dx, a.dy, a.face, a.style});
        x += a.advance;
    }
    if (align == TextAlign::Center) set.offset = (width - set.width) / 2;
    if (align == TextAlign::Right) set.offset = width - set.width;
    return set;
}

}  // namespace gongbao::typeset
