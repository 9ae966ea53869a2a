// SPDX-License-Identifier: Apache-2.0
#include "typeset/text/shape.hpp"

#include <algorithm>
#include <cstdio>

#include "core/text.hpp"

namespace gongbao::typeset {
namespace {

constexpr char32_t kLineBreak = 0x2028;
constexpr char32_t kGeta = U'〓';

Length em_part(Length size, int thousandths) {
    return static_cast<Length>(Extent{size} * thousandths / 1000);
}

bool is_wide_context(CharClass c) {
    switch (c) {
        case CharClass::Han:
        case CharClass::Opening:
        case CharClass::Closing:
        case CharClass::Pause:
        case CharClass::Stop:
        case CharClass::WideSpace:
        case CharClass::Postfix:
        case CharClass::Prefix: return true;
        default: return false;
    }
}

bool is_shaped(CharClass c) { return is_word_class(c) || c == CharClass::Other; }

// How much of its cell a full-width mark can give, and when (CLREQ order, reference 3.3).
ShrinkStep shrink_step_of(CharClass c) {
    switch (c) {
        case CharClass::Opening:
        case CharClass::Closing: return kShrinkBracket;
        case CharClass::Pause: return kShrinkPause;
        case CharClass::Stop: return kShrinkStop;
        case CharClass::Interpunct: return kShrinkInterpunct;
        default: return kNoShrink;
    }
}

// The same of an ASCII mark in a cell of its own.
ShrinkStep narrow_shrink_step_of(char32_t c) {
    switch (c) {
        case U'(': case U')': case U'[': case U']': case U'{': case U'}': return kShrinkBracket;
        case U',': case U';': case U':': return kShrinkPause;
        case U'.': case U'!': case U'?': return kShrinkStop;
        default: return kNoShrink;
    }
}

// "喆 (U+5586)": a character nobody can see is known by its number.
std::string named(const std::u32string& characters) {
    std::string names;
    for (const char32_t c : characters) {
        char number[16];
        std::snprintf(number, sizeof number, "U+%04X", static_cast<unsigned>(c));
        names += (names.empty() ? "" : " ") + core::to_utf8({&c, 1}) + " (" + number + ")";
    }
    return names;
}

}  // namespace

bool is_word_class(CharClass c) {
    return c == CharClass::Latin || c == CharClass::LatinOpening || c == CharClass::LatinClosing ||
           c == CharClass::Mark;
}

Shaper::Shaper(const FontBook& fonts, const Profile& profile, std::vector<std::u32string>& texts)
    : fonts_(fonts), profile_(profile), texts_(texts) {}

// Decides the characters whose width depends on their neighbours.
std::vector<Shaper::Char> Shaper::itemize(const std::vector<Segment>& segments) const {
    std::vector<Char> chars;
    for (std::uint32_t s = 0; s < segments.size(); ++s)
        for (const char32_t c : segments[s].text) chars.push_back({c, classify(c), false, s});

    const auto neighbour = [&](std::size_t i, int step) {
        for (auto k = static_cast<std::ptrdiff_t>(i) + step;
             k >= 0 && k < static_cast<std::ptrdiff_t>(chars.size()); k += step) {
            const Char& c = chars[static_cast<std::size_t>(k)];
            if (!is_ambiguous(c.c)) return c.cls;
        }
        return CharClass::Han;
    };
    for (std::size_t i = 0; i < chars.size(); ++i) {
        Char& c = chars[i];
        if (!is_ambiguous(c.c)) continue;
        if (!is_wide_context(neighbour(i, -1)) && !is_wide_context(neighbour(i, 1))) {
            c.narrow = true;
            c.cls = c.cls == CharClass::Opening   ? CharClass::LatinOpening
                    : c.cls == CharClass::Closing && c.c == U'”' ? CharClass::LatinClosing
                                                                  : CharClass::Latin;
        } else if (c.c == U'—') {
            const bool paired = (i + 1 < chars.size() && chars[i + 1].c == U'—') ||
                                (i > 0 && chars[i - 1].c == U'—');
            c.cls = paired ? CharClass::Dash : CharClass::Connector;
        }
    }
    return chars;
}

FontBook::Choice Shaper::choose(const Char& c, const Segment& segment) {
    const bool latin = c.narrow || is_word_class(c.cls) || c.cls == CharClass::Space;
    auto choice = latin ? fonts_.pick_latin(segment.role, c.c) : fonts_.pick(segment.role, c.c);
    if (!choice) {
        if (missing_.find(c.c) == std::u32string::npos) missing_ += c.c;
        choice = fonts_.pick(segment.role, kGeta);
        if (!choice) choice = FontBook::Choice{};
    } else if (choice->substituted && !latin &&
               substituted_.find(c.c) == std::u32string::npos) {
        substituted_ += c.c;
    }
    return *choice;
}

// A character in a cell of its own: Han, full-width marks, spaces.
void Shaper::put_wide(const Char& c, const Segment& segment, std::vector<Atom>& atoms) {
    const FontBook::Choice choice = choose(c, segment);
    Atom atom;
    atom.glyph = choice.glyph.id;
    atom.text = c.c;
    atom.face = choice.face;
    atom.style = segment.style;
    atom.cls = c.cls;
    atom.size = segment.size;
    atom.emphasis = segment.emphasis && c.cls == CharClass::Han;
    atom.note = static_cast<std::int16_t>(segment.note);
    atom.advance = em_part(segment.size, choice.glyph.advance);
    const Length half = segment.size / 2;
    if (c.cls == CharClass::Interpunct && !profile_.grid) {
        atom.dx = (half - atom.advance) / 2;
        atom.advance = half;
    } else if (c.cls == CharClass::Connector || c.cls == CharClass::Dash ||
               c.cls == CharClass::Ellipsis || c.cls == CharClass::WideSpace) {
        atom.dx = (segment.size - atom.advance) / 2;
        atom.advance = segment.size;
    }
    atom.shrink_step = shrink_step_of(c.cls);
    if (atom.shrink_step != kNoShrink && atom.advance > half) atom.shrink = atom.advance - half;
    if (c.cls == CharClass::Space) {
        atom.stretch_step = kStretchWordSpace;
        atom.stretch = std::max(0, half - atom.advance);
        atom.shrink_step = kShrinkWordSpace;
        atom.shrink = std::max(0, atom.advance - em_part(segment.size, 200));
    }
    atoms.push_back(atom);
}

// An ASCII mark among Han: half an em (a whole one on the grid), tight to what it belongs to.
void Shaper::put_narrow_mark(const Char& c, const Segment& segment, std::vector<Atom>& atoms) {
    put_wide(c, segment, atoms);
    Atom& atom = atoms.back();
    const Length cell = std::max(atom.advance, profile_.grid ? segment.size : segment.size / 2);
    if (c.cls == CharClass::LatinOpening) atom.dx = cell - atom.advance;
    atom.shrink_step = narrow_shrink_step_of(c.c);
    if (atom.shrink_step != kNoShrink) atom.shrink = cell - atom.advance;
    atom.advance = cell;
}

void Shaper::put_run(FaceId face, std::u32string_view run, const Segment& segment,
                     std::vector<Atom>& atoms) {
    const std::vector<ShapedGlyph> glyphs = fonts_.face(face).shape(run);
    for (std::size_t i = 0; i < glyphs.size(); ++i) {
        const ShapedGlyph& glyph = glyphs[i];
        // The code points of this cluster: up to the next larger cluster value.
        std::uint32_t next = static_cast<std::uint32_t>(run.size());
        for (const ShapedGlyph& other : glyphs)
            if (other.cluster > glyph.cluster) next = std::min(next, other.cluster);
        const bool first = i == 0 || glyphs[i - 1].cluster != glyph.cluster;
        Atom atom;
        atom.glyph = glyph.id;
        atom.face = face;
        atom.style = segment.style;
        atom.size = segment.size;
        atom.note = static_cast<std::int16_t>(segment.note);
        if (first && next - glyph.cluster == 1) {
            atom.text = run[glyph.cluster];
        } else if (first) {
            texts_.emplace_back(run.substr(glyph.cluster, next - glyph.cluster));
            atom.text = kTextPool + static_cast<char32_t>(texts_.size() - 1);
        }
        atom.cls = classify(run[glyph.cluster]);
        if (!is_shaped(atom.cls)) atom.cls = CharClass::Latin;
        atom.advance = em_part(segment.size, glyph.advance);
        atom.dx = em_part(segment.size, glyph.dx);
        atom.dy = em_part(segment.size, glyph.dy);
        atom.spread_after = false;
        if (!first) atom.cls = CharClass::Mark;
        atoms.push_back(atom);
    }
}

// A word: shaped by the faces that have its characters, run by run.
void Shaper::put_word(const std::vector<Char>& chars, std::size_t begin, std::size_t end,
                      const Segment& segment, std::vector<Atom>& atoms) {
    std::u32string run;
    FaceId face = 0;
    for (std::size_t i = begin; i < end; ++i) {
        const bool mark = chars[i].cls == CharClass::Mark && !run.empty();
        const bool known = mark && fonts_.face(face).has(chars[i].c);
        const FontBook::Choice choice = known ? FontBook::Choice{face, {}, false}
                                              : choose(chars[i], segment);
        const bool missing = missing_.find(chars[i].c) != std::u32string::npos;
        if (!run.empty() && choice.face != face) {
            put_run(face, run, segment, atoms);
            run.clear();
        }
        face = choice.face;
        if (missing) {
            if (!run.empty()) put_run(face, run, segment, atoms);
            run.clear();
            put_wide({chars[i].c, CharClass::Han, false, chars[i].segment}, segment, atoms);
        } else {
            run += chars[i].c;
        }
    }
    if (!run.empty()) put_run(face, run, segment, atoms);
}

// What stands off from Han: words and figures with their signs, not ASCII brackets and stops, whose
// half em holds white space enough.
bool stands_off(const Atom& atom) {
    if (atom.cls == CharClass::LatinOpening) return atom.text == U'$' || atom.text == U'¥';
    if (atom.cls == CharClass::LatinClosing)
        return atom.text == U'%' || atom.text == U'‰' || atom.text == U'°';
    return is_shaped(atom.cls) && atom.cls != CharClass::Mark;
}

// Marks that meet take one em and a half together, and Han keeps a quarter from Latin.
void Shaper::space_out(std::vector<Atom>& atoms) const {
    for (std::size_t i = 0; i + 1 < atoms.size(); ++i) {
        Atom& a = atoms[i];
        Atom& b = atoms[i + 1];
        if (a.text == kLineBreak || b.text == kLineBreak) continue;
        const Length half = a.size / 2;
        if (profile_.compress && has_blank_right(a.cls) && a.advance == a.size &&
            (has_blank_right(b.cls) || has_blank_left(b.cls))) {
            a.advance -= half;
            a.shrink = 0;
            a.trimmed = true;
        } else if (profile_.compress && has_blank_left(a.cls) && has_blank_left(b.cls) &&
                   b.advance == b.size) {
            b.advance -= half;
            b.dx -= half;
            b.shrink = 0;
            b.trimmed = true;
        }
        const bool han_latin = (a.cls == CharClass::Han && stands_off(b)) ||
                               ((a.cls == CharClass::Mark || stands_off(a)) && b.cls == CharClass::Han);
        if (han_latin && !profile_.grid && a.note < 0 && b.note < 0 &&
            b.cls != CharClass::Mark) {
            a.gap = em_part(std::max(a.size, b.size), profile_.gap);
            a.shrink_step = kShrinkHanLatin;
            a.shrink = a.gap - em_part(std::max(a.size, b.size), profile_.gap_min);
            a.stretch_step = kStretchHanLatin;
            a.stretch = em_part(std::max(a.size, b.size), profile_.gap_max) - a.gap;
        }
        const bool pair = (a.cls == CharClass::Dash && b.cls == CharClass::Dash) ||
                          (a.cls == CharClass::Ellipsis && b.cls == CharClass::Ellipsis);
        a.spread_after = !pair && b.cls != CharClass::Mark && a.cls != CharClass::Mark &&
                         !(is_shaped(a.cls) && is_shaped(b.cls)) && a.cls != CharClass::Connector &&
                         b.cls != CharClass::Connector && a.cls != CharClass::Solidus &&
                         b.cls != CharClass::Solidus && a.cls != CharClass::Space &&
                         b.cls != CharClass::Space;
    }
    if (!atoms.empty()) atoms.back().spread_after = false;
}

// GB/T 9704: Han stays on the grid, so what stands between Han fills whole characters.
void Shaper::pad_to_grid(std::vector<Atom>& atoms) const {
    const auto off_grid = [](const Atom& atom) {
        return (is_shaped(atom.cls) || atom.cls == CharClass::Space) && atom.advance % atom.size != 0;
    };
    for (std::size_t begin = 0; begin < atoms.size();) {
        if (!off_grid(atoms[begin]) || atoms[begin].note >= 0) {
            ++begin;
            continue;
        }
        std::size_t end = begin;
        Extent width = 0;
        while (end < atoms.size() && (is_shaped(atoms[end].cls) || atoms[end].cls == CharClass::Space) &&
               atoms[end].note < 0)
            width += atoms[end++].advance;
        const Length size = atoms[begin].size;
        const auto missing = static_cast<Length>((size - width % size) % size);
        const bool starts_paragraph = begin == 0;
        const Length left = starts_paragraph ? 0 : missing / 2;
        // At a line's edge one of the two gaps is lost, and the other takes its share.
        const auto pad = [size](Atom& atom, Length gap) {
            atom.gap += gap;
            atom.stretch_step = kStretchHanLatin;
            atom.stretch = size / 2;
        };
        if (left > 0) pad(atoms[begin - 1], left);
        if (end < atoms.size() && missing > 0) pad(atoms[end - 1], missing - left);
        begin = end;
    }
}

std::vector<Atom> Shaper::shape(const std::vector<Segment>& segments, const std::string& place,
                                core::Diagnostics& findings) {
    place_ = &place;
    findings_ = &findings;
    substituted_.clear();
    missing_.clear();
    const std::vector<Char> chars = itemize(segments);
    std::vector<Atom> atoms;
    atoms.reserve(chars.size());
    std::uint32_t label_end = 0;
    for (std::size_t i = 0; i < chars.size();) {
        const Segment& segment = segments[chars[i].segment];
        const Char& c = chars[i];
        const std::size_t first_atom = atoms.size();
        if (c.c == kLineBreak) {
            Atom atom;
            atom.text = kLineBreak;
            atom.cls = CharClass::Space;
            atom.size = segment.size;
            atom.break_after = kForceBreak;
            atoms.push_back(atom);
            ++i;
            continue;
        }
        if (!is_shaped(c.cls)) {
            put_wide(c, segment, atoms);
            ++i;
        } else {
            std::size_t end = i + 1;
            while (end < chars.size() && is_shaped(chars[end].cls) &&
                   chars[end].segment == c.segment)
                ++end;
            // ASCII marks next to Han stand alone; the rest of the run is shaped as words.
            const bool mark_first = c.cls == CharClass::LatinClosing || c.cls == CharClass::LatinOpening;
            const auto han_at = [&](std::size_t k) {
                return k < chars.size() && (is_wide_context(chars[k].cls) || chars[k].c == kLineBreak);
            };
            const bool after_han = i == 0 || han_at(i - 1);
            if (mark_first && (after_han || (end == i + 1 && han_at(end)))) {
                put_narrow_mark(c, segment, atoms);
                i += 1;
            } else {
                std::size_t stop = end;
                const CharClass last = chars[stop - 1].cls;
                if (stop - i > 1 && han_at(stop) &&
                    (last == CharClass::LatinOpening ||
                     (last == CharClass::LatinClosing && chars[stop - 1].c != U'%' &&
                      chars[stop - 1].c != U'‰')))
                    --stop;
                put_word(chars, i, stop, segment, atoms);
                if (stop < end) put_narrow_mark(chars[stop], segment, atoms);
                i = end;
            }
        }
        if (segment.label) label_end = static_cast<std::uint32_t>(atoms.size());
        for (std::size_t k = first_atom; k < atoms.size(); ++k) {
            atoms[k].underline = segment.underline;
            atoms[k].span = segment.span;
        }
    }
    if (profile_.grid) pad_to_grid(atoms);
    space_out(atoms);
    if (label_end > 0 && label_end < atoms.size()) atoms[label_end - 1].spread_after = false;

    const auto report = [&](const std::u32string& which, core::Level level, const char* id) {
        if (which.empty()) return;
        findings.push_back({level, place, {id, {{"characters", named(which)}}}, {}});
    };
    report(missing_, core::Level::Error, "typeset.glyph_missing");
    report(substituted_, core::Level::Hint, "typeset.glyph_substituted");
    return atoms;
}

}  // namespace gongbao::typeset
