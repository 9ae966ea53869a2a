// SPDX-License-Identifier: Apache-2.0
#include "typeset/text/justify.hpp"

#include <algorithm>

#include "typeset/text/bidi.hpp"
#include "typeset/text/line_reason.hpp"

namespace gongbao::typeset {
namespace {

template <typename Capacity>
Extent total_of(const std::vector<Atom>& line, Capacity of) {
    Extent total = 0;
    for (const Atom& a : line) total += of(a);
    return total;
}

// Hands `amount` out in proportion to each atom's capacity, exact to the last millipoint.
template <typename Capacity, typename Give>
void hand_out(std::vector<Atom>& line, Extent amount, Extent total, Capacity of, Give give) {
    if (total == 0) return;
    Extent seen = 0;
    Extent given = 0;
    for (Atom& a : line) {
        const Length capacity = of(a);
        if (capacity == 0) continue;
        seen += capacity;
        const Extent due = amount * seen / total;
        give(a, static_cast<Length>(due - given));
        given = due;
    }
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

void widen(Atom& atom, Length amount) {
    atom.gap += amount;
}

// Takes `amount` out of the line, step by step. Returns what could not be taken.
Extent squeeze(std::vector<Atom>& line, Extent amount, Adjustment* adjustment) {
    static constexpr ShrinkStep kOrder[] = {kShrinkWordSpace, kShrinkInterpunct, kShrinkBracket,
                                            kShrinkPause,     kShrinkHanLatin,   kShrinkStop};
    for (const ShrinkStep step : kOrder) {
        if (amount <= 0) break;
        const auto capacity = [step](const Atom& a) {
            return a.shrink_step == step ? a.shrink : 0;
        };
        const Extent total = total_of(line, capacity);
        const Extent now = std::min(total, amount);
        hand_out(line, now, total, capacity, give_way);
        if (adjustment != nullptr) adjustment->shrunk[step] = now;
        amount -= now;
    }
    return amount;
}

// Puts `amount` into the line: word spaces, Han–Latin gaps, then every gap alike. Returns the even
// part, in thousandths of an em a gap.
int spread(std::vector<Atom>& line, Extent amount, Adjustment* adjustment) {
    for (const StretchStep step : {kStretchWordSpace, kStretchHanLatin}) {
        if (amount <= 0) return 0;
        const auto capacity = [step](const Atom& a) {
            return a.stretch_step == step ? a.stretch : 0;
        };
        const Extent total = total_of(line, capacity);
        const Extent now = std::min(total, amount);
        hand_out(line, now, total, capacity, widen);
        if (adjustment != nullptr) adjustment->stretched[step] = now;
        amount -= now;
    }
    const auto every = [](const Atom& a) { return Length{a.spread_after ? 1 : 0}; };
    const Extent gaps = total_of(line, every);
    if (gaps == 0 || amount <= 0) return 0;
    hand_out(line, amount, gaps, every, widen);
    const auto each =
        static_cast<int>(amount * 1000 / gaps / std::max<Length>(1, line.front().size));
    if (adjustment != nullptr) {
        adjustment->even = amount;
        adjustment->even_gap = each;
    }
    return each;
}

void trim_ends(std::vector<Atom>& line, Extent width, const TextRules& rules) {
    Atom& head = line.front();
    if (rules.trim_line_start && has_blank_left(head.cls) && head.advance == head.size) {
        head.advance -= head.size / 2;
        head.dx -= head.size / 2;
        head.shrink = 0;
    }
    Atom& tail = line.back();
    tail.gap = 0;
    tail.spread_after = false;
    tail.stretch = 0;
    if (tail.shrink_step == kShrinkHanLatin) tail.shrink = 0;
    if (!rules.trim_line_end || !has_blank_right(tail.cls) || tail.advance != tail.size) {
        tail.shrink = 0;
        return;
    }
    Extent natural = 0;
    for (const Atom& a : line) natural += a.advance + a.gap;
    tail.shrink = 0;
    if (!rules.grid)
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

SetLine set_line(const std::vector<Atom>& atoms, const LineSpan& span, Length width,
                 TextAlign align, const TextRules& rules, Adjustment* adjustment) {
    SetLine set;
    std::vector<Atom> line(atoms.begin() + span.begin, atoms.begin() + span.content_end);
    line.erase(std::remove_if(line.begin(), line.end(),
                              [](const Atom& a) { return a.text == kLineBreak; }),
               line.end());
    if (line.empty()) return set;
    trim_ends(line, width, rules);
    Extent natural = 0;
    for (const Atom& a : line) natural += a.advance + a.gap;
    if (natural > width) {
        set.overfull = squeeze(line, natural - width, adjustment) > 0;
    } else if (align == TextAlign::Justify && !span.last) {
        set.stretch = spread(line, width - natural, adjustment);
    }
    Length x = 0;
    const bool mixed =
        std::any_of(line.begin(), line.end(), [](const Atom& a) { return a.level != 0; });
    const std::vector<Length> places = mixed ? places_in_visual_order(line) : std::vector<Length>();
    set.right_to_left =
        mixed && std::all_of(line.begin(), line.end(), [](const Atom& a) { return a.level != 0; });
    set.glyphs.reserve(line.size());
    for (std::size_t i = 0; i < line.size(); ++i) {
        const Atom& a = line[i];
        const Length at = mixed ? places[i] : x;
        set.glyphs.push_back({a.glyph, a.text, at + a.dx, a.dy, a.face, a.style});
        note_span(set, a.span);
        if (a.underline) underline(set.underlines, at, a);
        if (a.emphasis)
            set.dots.push_back({static_cast<std::uint32_t>(i), a.advance / 2 - a.dx,
                                a.size * 215 / 1000, a.size * 55 / 1000});
        if (a.note >= 0 && (set.notes.empty() || set.notes.back() != a.note))
            set.notes.push_back(a.note);
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
    if (align == TextAlign::Justify && set.right_to_left) set.offset = width - set.width;
    if (align == TextAlign::Center) set.offset = (width - set.width) / 2;
    if (align == TextAlign::Right) set.offset = width - set.width;
    return set;
}

}  // namespace gongbao::typeset
