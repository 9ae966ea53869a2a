// SPDX-License-Identifier: Apache-2.0
#include "typeset/text/spacing.hpp"

#include <algorithm>
#include <string_view>

#include "core/text/text.hpp"
#include "typeset/text/itemize.hpp"

namespace gongbao::typeset {
namespace {

bool is_cry(const Atom& atom) {
    return atom.text == U'！' || atom.text == U'？';
}

bool is_wide_mark(CharClass c) {
    return has_blank_left(c) || has_blank_right(c);
}

// What stands off from Han: words and figures with their signs, not ASCII brackets and stops, whose
// half em holds white space enough.
bool stands_off(const Atom& atom) {
    if (atom.cls == CharClass::LatinOpening)
        return std::u32string_view(U"$¥€£−").find(atom.text) != std::u32string_view::npos;
    if (atom.cls == CharClass::LatinClosing)
        return atom.text == U'%' || atom.text == U'‰' || atom.text == U'°';
    return is_shaped(atom.cls) && atom.cls != CharClass::Mark;
}

void trim_right(Atom& atom) {
    atom.advance -= atom.size / 2;
    atom.shrink = 0;
    atom.trimmed = true;
}

void trim_left(Atom& atom) {
    trim_right(atom);
    atom.dx -= atom.size / 2;
}

// ？！ and ！！ take one em together, three such marks two.
void join_cries(std::vector<Atom>& atoms) {
    for (std::size_t i = 0; i < atoms.size();) {
        std::size_t end = i;
        while (end < atoms.size() && is_cry(atoms[end])) ++end;
        const std::size_t count = end - i;
        for (std::size_t k = i; k < end - count % 2; ++k)
            if (atoms[k].advance == atoms[k].size) trim_right(atoms[k]);
        i = std::max(end, i + 1);
    }
}

// Two marks that meet take one em and a half, and a bracket stays tight to what it encloses.
void compress(std::vector<Atom>& atoms) {
    for (std::size_t i = 0; i + 1 < atoms.size(); ++i) {
        Atom& a = atoms[i];
        Atom& b = atoms[i + 1];
        if (has_blank_right(a.cls) && a.advance == a.size && is_wide_mark(b.cls))
            trim_right(a);
        else if (has_blank_left(a.cls) && has_blank_left(b.cls) && b.advance == b.size)
            trim_left(b);
    }
}

// The gap after `atom`, elastic, beside `other`.
void stand_off(Atom& atom, const Atom& other, const TextRules& rules) {
    const Length em = std::max(atom.size, other.size);
    atom.gap = em_part(em, rules.gap);
    atom.shrink_step = kShrinkHanLatin;
    atom.shrink = atom.gap - em_part(em, rules.gap_min);
    atom.stretch_step = kStretchHanLatin;
    atom.stretch = em_part(em, rules.gap_max) - atom.gap;
}

// "7.1 适用范围", "表1 名称": the space ends a number and is no gap between scripts, as in "2022
// 年".
bool ends_opening_number(const std::vector<Atom>& atoms, std::size_t space) {
    constexpr std::u32string_view kTabled = U"表图附件";
    constexpr std::u32string_view kCounted = U"年月日时个名项条户家元万亿人级类号";
    if (space > 10 || space + 1 >= atoms.size()) return false;
    bool tabled = false;
    bool figure = false;
    for (std::size_t i = 0; i < space; ++i) {
        const char32_t c = atoms[i].text;
        figure = figure || core::is_ascii_digit(c);
        if (kTabled.find(c) != std::u32string_view::npos)
            tabled = true;
        else if (!core::is_ascii_digit(c) && c != U'.' && c != U'-')
            return false;
    }
    return figure && (tabled || kCounted.find(atoms[space + 1].text) == std::u32string_view::npos);
}

// A typed space between Han and Latin is the gap the engine makes itself, beside a full-width mark
// nothing.
void absorb_typed_space(std::vector<Atom>& atoms, std::size_t i, const TextRules& rules) {
    Atom& space = atoms[i];
    const Atom& a = atoms[i - 1];
    const Atom& b = atoms[i + 1];
    const bool beside_mark = is_wide_mark(a.cls) || is_wide_mark(b.cls);
    const bool gap = (a.cls == CharClass::Han && stands_off(b)) ||
                     (stands_off(a) && b.cls == CharClass::Han && !ends_opening_number(atoms, i));
    if (!beside_mark && !gap) return;
    space.advance = 0;
    space.shrink = space.stretch = 0;
    if (gap && !rules.grid) stand_off(space, b, rules);
}

bool never_spread(CharClass c) {
    return c == CharClass::Mark || c == CharClass::Connector || c == CharClass::Solidus ||
           c == CharClass::Space;
}

void set_gap(Atom& a, const Atom& b, CharClass base, const TextRules& rules) {
    if (a.cls == CharClass::Han && b.cls == CharClass::Han) {
        a.spread_after = true;
        return;
    }
    const bool han_latin =
        (base == CharClass::Han && stands_off(b)) ||
        ((a.cls == CharClass::Mark ? is_shaped(base) : stands_off(a)) && b.cls == CharClass::Han);
    if (han_latin && !rules.grid && a.note < 0 && b.note < 0) stand_off(a, b, rules);
    const bool pair = (a.cls == CharClass::Dash && b.cls == CharClass::Dash) ||
                      (a.cls == CharClass::Ellipsis && b.cls == CharClass::Ellipsis);
    a.spread_after = !pair && !never_spread(b.cls) && !(is_shaped(base) && is_shaped(b.cls)) &&
                     (a.cls == CharClass::Mark || !never_spread(a.cls));
}

// How much of the white around a run of Latin goes before it: half, but as much as half a character
// away from a mark that belongs to it, （ before or 。 after.
Length white_before(const Atom& before, const Atom* after, Length missing, Length most) {
    const bool opened = has_blank_left(before.cls);
    const bool closed = after != nullptr && has_blank_right(after->cls);
    if (opened == closed) return missing / 2;
    return closed ? std::min(missing, most) : missing - std::min(missing, most);
}

// GB/T 9704: Han stays on the grid, so what stands between Han fills whole characters.
void pad_to_grid(std::vector<Atom>& atoms) {
    const auto belongs = [](const Atom& atom) {
        return (is_shaped(atom.cls) || atom.cls == CharClass::Space) && atom.note < 0 &&
               atom.text != kLineBreak;
    };
    for (std::size_t begin = 0; begin < atoms.size();) {
        const Length size = atoms[begin].size;
        if (!belongs(atoms[begin]) || atoms[begin].advance % size == 0) {
            ++begin;
            continue;
        }
        std::size_t end = begin;
        Extent width = 0;
        while (end < atoms.size() && belongs(atoms[end])) width += atoms[end++].advance;
        const auto missing = static_cast<Length>((size - width % size) % size);
        const Length left =
            begin == 0 ? 0
                       : white_before(atoms[begin - 1], end < atoms.size() ? &atoms[end] : nullptr,
                                      missing, size / 2);
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

}  // namespace

void space_out(std::vector<Atom>& atoms, const TextRules& rules) {
    join_cries(atoms);
    if (rules.compress) compress(atoms);
    for (std::size_t i = 1; i + 1 < atoms.size(); ++i)
        if (atoms[i].text == U' ') absorb_typed_space(atoms, i, rules);
    if (rules.grid) pad_to_grid(atoms);
    CharClass base = CharClass::Han;  // of the character that marks stand on
    for (std::size_t i = 0; i + 1 < atoms.size(); ++i) {
        if (atoms[i].cls != CharClass::Mark) base = atoms[i].cls;
        if (atoms[i].text != kLineBreak && atoms[i + 1].text != kLineBreak)
            set_gap(atoms[i], atoms[i + 1], base, rules);
    }
    if (!atoms.empty()) atoms.back().spread_after = false;
}

}  // namespace gongbao::typeset
