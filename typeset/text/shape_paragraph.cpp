// SPDX-License-Identifier: Apache-2.0
#include "typeset/text/shape_paragraph.hpp"

#include <unicode/uchar.h>

#include <algorithm>

#include "core/text/text.hpp"
#include "typeset/text/spacing.hpp"

namespace gongbao::typeset {
namespace {

constexpr char32_t kGeta = U'〓';
constexpr char32_t kJoiner = 0x200D;

bool is_odd(std::uint8_t level) {
    return (level & 1) != 0;
}

bool is_variation_selector(char32_t c) {
    return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
}

// Emoji and text presentation: nothing to miss in print.
bool is_presentation(char32_t c) {
    return c == 0xFE0E || c == 0xFE0F;
}

// Fixed spaces, thousandths of an em; 0 for those as wide as the font says.
int fixed_width(char32_t c) {
    switch (c) {
        case 0x2001:
        case 0x2003:
        case U'\t': return 1000;
        case 0x2000:
        case 0x2002:
        case 0x2007:
        case 0x1680: return 500;
        case 0x2004: return 333;
        case 0x2005:
        case 0x2008: return 250;
        case 0x205F: return 222;
        case 0x2009:
        case 0x202F: return 200;
        case 0x2006: return 167;
        case 0x200A: return 100;
        default: return 0;
    }
}

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
        case U'(':
        case U')':
        case U'[':
        case U']':
        case U'{':
        case U'}': return kShrinkBracket;
        case U',':
        case U';':
        case U':': return kShrinkPause;
        case U'.':
        case U'!':
        case U'?': return kShrinkStop;
        default: return kNoShrink;
    }
}

}  // namespace

ParagraphShaper::ParagraphShaper(const std::vector<Segment>& segments, const ShapingMeans& means)
    : segments_(segments),
      fonts_(means.fonts),
      rules_(means.rules),
      texts_(means.texts),
      ink_shifts_(means.ink_shifts),
      chars_(itemize(segments)),
      faces_(means.fonts, chars_, segments) {
    atoms_.reserve(chars_.size());
}

ShapedParagraph ParagraphShaper::run(const core::Place& place, core::Diagnostics& findings) {
    RubyGroups groups;
    std::size_t label_end = 0;
    for (Index i = 0; i < chars_.size();) {
        const Segment& segment = segment_of(i);
        const std::size_t first = atoms_.size();
        i = put_next(i);
        if (segment.label) label_end = atoms_.size();
        if (!segment.reading.empty()) add_to_group(groups, segment, first, atoms_);
        for (std::size_t k = first; k < atoms_.size(); ++k) {
            atoms_[k].underline = segment.underline;
            atoms_[k].span = segment.span;
        }
    }
    space_out(atoms_, rules_);
    if (label_end > 0 && label_end < atoms_.size()) {
        atoms_[label_end - 1].spread_after = false;
        atoms_[label_end - 1].ends_label = true;
    }
    faces_.report(findings, place);
    return {std::move(atoms_), std::move(groups)};
}

ParagraphShaper::Index ParagraphShaper::put_next(Index i) {
    const Char& c = chars_[i];
    if (c.cls == CharClass::Han && put_plain_han(i)) return i + 1;
    if (c.c == kLineBreak) return put_line_break(i);
    if (c.cls == CharClass::Space) {
        put_space(i);
        return i + 1;
    }
    if (c.cls == CharClass::Mark && is_invisible(c.c)) {
        put_invisible(i);
        return i + 1;
    }
    if (is_shaped(c.cls)) return put_words(i);
    if (c.cls == CharClass::Dash || c.c == U'―') return put_dashes(i);
    const Index end = cluster_end(i);
    const bool plain = std::all_of(chars_.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                                   chars_.begin() + static_cast<std::ptrdiff_t>(end),
                                   [](const Char& one) { return is_invisible(one.c); });
    if (end == i + 1)
        put_wide(i);
    else if (plain)
        put_variant(i, end);
    else
        put_marked(i, end);
    return end;
}

// The shortest way for what most of a text is: an ideograph alone, in the role's first face, as
// wide as the em. Sets nothing and returns false where any of this is otherwise.
bool ParagraphShaper::put_plain_han(Index i) {
    const char32_t c = chars_[i].c;
    if (c < 0x4E00 || c > 0x9FFF || chars_[i].level != 0) return false;
    if (i + 1 < chars_.size() && chars_[i + 1].cls == CharClass::Mark) return false;
    const Segment& segment = segment_of(i);
    const FaceId face = fonts_.chain(segment.role).front();
    const Glyph glyph = fonts_.face(face).glyph(c);
    if (glyph.id == 0 || glyph.advance != 1000) return false;
    Atom& atom = atoms_.emplace_back();
    atom.glyph = glyph.id;
    atom.text = c;
    atom.face = face;
    atom.style = segment.style;
    atom.size = segment.size;
    atom.advance = segment.size;
    atom.emphasis = segment.emphasis;
    atom.note = static_cast<std::int16_t>(segment.note);
    return true;
}

// A character with its marks, joined characters with theirs.
ParagraphShaper::Index ParagraphShaper::cluster_end(Index begin) const {
    Index end = begin + 1;
    const auto joins = [&](Index i) {
        return chars_[i].cls == CharClass::Mark ||
               (chars_[i - 1].c == kJoiner && chars_[i].cls == CharClass::Han &&
                u_hasBinaryProperty(static_cast<UChar32>(chars_[i].c),
                                    UCHAR_EXTENDED_PICTOGRAPHIC) != 0);
    };
    while (end < chars_.size() && chars_[end].segment == chars_[begin].segment && joins(end)) ++end;
    return end;
}

ParagraphShaper::Index ParagraphShaper::put_line_break(Index i) {
    Atom atom;
    atom.text = kLineBreak;
    atom.cls = CharClass::Space;
    atom.size = segment_of(i).size;
    atom.break_after = kForceBreak;
    atoms_.push_back(atom);
    return i + 1;
}

Atom ParagraphShaper::atom_of(Index i, const Choice& choice) const {
    const Segment& segment = segment_of(i);
    Atom atom;
    atom.glyph = choice.glyph.id;
    atom.text = chars_[i].c;
    atom.face = choice.face;
    atom.style = segment.style;
    atom.cls = chars_[i].cls;
    atom.level = chars_[i].level;
    atom.size = segment.size;
    atom.emphasis = segment.emphasis && atom.cls == CharClass::Han;
    atom.note = static_cast<std::int16_t>(segment.note);
    atom.advance = em_part(segment.size, choice.glyph.advance);
    return atom;
}

void ParagraphShaper::put_wide(Index i) {
    char32_t c = chars_[i].c;
    if (is_odd(chars_[i].level)) c = static_cast<char32_t>(u_charMirror(static_cast<UChar32>(c)));
    const auto choice = c == chars_[i].c ? faces_.of(i) : faces_.of_other(i, c);
    if (choice)
        put_wide(i, *choice);
    else
        put_geta(i, i + 1);
}

// A character in a cell of its own: Han, full-width marks.
void ParagraphShaper::put_wide(Index i, const Choice& choice) {
    Atom atom = atom_of(i, choice);
    const Length half = atom.size / 2;
    const auto centre_in = [&atom](Length cell) {
        atom.dx = (cell - atom.advance) / 2;
        atom.advance = cell;
    };
    switch (atom.cls) {
        case CharClass::Interpunct: centre_in(rules_.grid ? atom.size : half); break;
        case CharClass::Connector:
            centre_in(atom.text == U'–' && !rules_.grid ? half : atom.size);
            break;
        case CharClass::Dash:
        case CharClass::Ellipsis:
        case CharClass::WideSpace: centre_in(atom.size); break;
        case CharClass::Han:
        case CharClass::Postfix:
            if (atom.advance < atom.size) centre_in(atom.size);
            break;
        case CharClass::Stop:
            atom.dx = -em_part(atom.size, ink_shifts_.into_half(choice, fonts_));
            break;
        default: break;
    }
    atom.shrink_step = shrink_step_of(atom.cls);
    if (atom.shrink_step != kNoShrink && atom.advance > half) atom.shrink = atom.advance - half;
    atoms_.push_back(atom);
}

void ParagraphShaper::put_space(Index i) {
    auto choice = faces_.of_other(i, U' ');
    if (!choice) choice = Choice{};
    Atom atom = atom_of(i, *choice);
    if (const int width = fixed_width(atom.text); width > 0) {
        atom.advance = em_part(atom.size, width);
    } else {
        atom.stretch_step = kStretchWordSpace;
        atom.stretch = std::max(0, atom.size / 2 - atom.advance);
        atom.shrink_step = kShrinkWordSpace;
        atom.shrink = std::max(0, atom.advance - em_part(atom.size, 200));
    }
    atoms_.push_back(atom);
}

// An ASCII mark among Han: half an em (a whole one on the grid), tight to what it belongs to. On
// the grid 1. fills one character together.
void ParagraphShaper::put_narrow_mark(Index i) {
    put_wide(i);
    Atom& atom = atoms_.back();
    const bool of_number = i > 0 && chars_[i].c == U'.' && core::is_ascii_digit(chars_[i - 1].c);
    const Length whole = of_number ? atom.advance : atom.size;
    const Length cell = std::max(atom.advance, rules_.grid ? whole : atom.size / 2);
    if (chars_[i].cls == CharClass::LatinOpening) atom.dx = cell - atom.advance;
    atom.shrink_step = narrow_shrink_step_of(chars_[i].c);
    if (atom.shrink_step != kNoShrink) atom.shrink = cell - atom.advance;
    atom.advance = cell;
}

// —— and ⸺ are one stroke of two em: two strokes that meet, or where a face has them short, its
// long one.
ParagraphShaper::Index ParagraphShaper::put_dashes(Index i) {
    const char32_t c = chars_[i].c;
    const bool pair = i + 1 < chars_.size() && chars_[i + 1].c == c && c != U'⸺' && c != U'⸻' &&
                      chars_[i + 1].segment == chars_[i].segment &&
                      chars_[i].cls == CharClass::Dash;
    const int ems = c == U'⸻' ? 3 : c == U'⸺' || pair ? 2 : 1;
    const Index end = i + (pair ? 2 : 1);
    auto choice = faces_.of_other(i, U'—');
    if (!choice) return put_geta(i, end), end;
    const bool short_stroke = choice->glyph.advance < 990;
    const Glyph long_stroke = fonts_.face(choice->face).glyph(U'⸺');
    if (ems == 2 && short_stroke && long_stroke.id != 0) {
        choice->glyph = long_stroke;
        Atom atom = atom_of(i, *choice);
        atom.text = pooled(i, end);
        atom.dx = (2 * atom.size - atom.advance) / 2;
        atom.advance = 2 * atom.size;
        atoms_.push_back(atom);
        return end;
    }
    for (int k = 0; k < ems; ++k) {
        put_wide(pair ? i + static_cast<Index>(k) : i, *choice);
        if (!pair && k > 0) atoms_.back().text = 0;
    }
    return end;
}

// Han or a symbol with combining marks: one face that has them all, or the character and 〓 for the
// marks.
void ParagraphShaper::put_marked(Index begin, Index end) {
    if (const auto choice = faces_.of(begin, end)) {
        const std::size_t first = atoms_.size();
        put_run(choice->face, begin, end);
        if (first < atoms_.size()) atoms_[first].cls = chars_[begin].cls;
        return;
    }
    const bool joined = std::any_of(chars_.begin() + static_cast<std::ptrdiff_t>(begin) + 1,
                                    chars_.begin() + static_cast<std::ptrdiff_t>(end),
                                    [](const Char& c) { return c.cls != CharClass::Mark; });
    if (joined) return put_geta(begin, end);
    put_wide(begin);
    put_geta(begin + 1, end);
}

// A character and what only chooses its shape: variation selectors, joiners.
void ParagraphShaper::put_variant(Index begin, Index end) {
    char32_t selector = 0;
    for (Index i = begin + 1; i < end; ++i)
        if (selector == 0 && is_variation_selector(chars_[i].c)) selector = chars_[i].c;
    const auto variant = selector != 0 ? faces_.variant(begin, selector) : std::nullopt;
    if (selector != 0 && !variant && !is_presentation(selector))
        faces_.note(Oddity::PlainVariant, begin);
    if (variant)
        put_wide(begin, *variant);
    else
        put_wide(begin);
    for (Index i = begin + 1; i < end; ++i) put_invisible(i);
}

void ParagraphShaper::put_geta(Index begin, Index end) {
    auto choice = faces_.of_other(begin, kGeta);
    if (!choice) choice = faces_.of_other(begin, U'?');
    if (!choice) choice = Choice{};
    Atom atom = atom_of(begin, *choice);
    atom.cls = CharClass::Han;
    atom.text = pooled(begin, end);
    atom.dx = (atom.size - atom.advance) / 2;
    atom.advance = atom.size;
    atoms_.push_back(atom);
    for (Index i = begin; i < end; ++i)
        if (!is_invisible(chars_[i].c)) faces_.note(Oddity::Missing, i);
}

// Kept with the character before; where there is none, in a cell without width.
void ParagraphShaper::put_invisible(Index i) {
    const char32_t c = chars_[i].c;
    if (!is_variation_selector(c)) faces_.note(Oddity::Invisible, i);
    std::size_t carrier = atoms_.size();
    while (carrier > 0 && atoms_[carrier - 1].text == 0) --carrier;
    if (carrier > 0 && atoms_[carrier - 1].text != kLineBreak) {
        add_text(atoms_[carrier - 1], c);
        if (c == 0x200B) atoms_.back().ends_word = true;
        return;
    }
    auto choice = faces_.of_other(i, U' ');
    Atom atom = atom_of(i, choice ? *choice : Choice{});
    atom.cls = CharClass::LatinOpening;
    atom.advance = 0;
    atoms_.push_back(atom);
}

char32_t ParagraphShaper::pooled(Index begin, Index end) {
    if (end - begin == 1) return chars_[begin].c;
    std::u32string text;
    for (Index i = begin; i < end; ++i) text += chars_[i].c;
    texts_.push_back(std::move(text));
    return kTextPool + static_cast<char32_t>(texts_.size() - 1);
}

void ParagraphShaper::add_text(Atom& atom, char32_t c) {
    if (atom.text >= kTextPool) {
        texts_[atom.text - kTextPool] += c;
        return;
    }
    texts_.push_back({atom.text, c});
    atom.text = kTextPool + static_cast<char32_t>(texts_.size() - 1);
}

ShapedParagraph shape_paragraph(const std::vector<Segment>& segments, const ShapingMeans& means,
                                const core::Place& place, core::Diagnostics& findings) {
    return ParagraphShaper(segments, means).run(place, findings);
}

}  // namespace gongbao::typeset
