// SPDX-License-Identifier: Apache-2.0
// The half of the ParagraphShaper that sets words: runs of one face, script and direction, shaped
// by HarfBuzz.
#include <unicode/uscript.h>

#include <algorithm>

#include "typeset/text/shape_paragraph.hpp"

namespace gongbao::typeset {
namespace {

constexpr char32_t kNoBreakSpace = 0xA0;

// What a shaper must not see together: Latin words are one script with their marks and figures.
int script_of(const Char& c) {
    if (c.cls != CharClass::Other) return 0;
    UErrorCode status = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(static_cast<UChar32>(c.c), &status);
    return script == USCRIPT_COMMON || script == USCRIPT_INHERITED ? -1 : script;
}

// A face has no glyph for a control, but every shaper passes over a zero-width space.
char32_t seen_by_shaper(char32_t c) {
    return is_invisible(c) && c < 0xA0 ? 0x200B : c;
}

}  // namespace

// Latin letters, figures and other scripts up to the next Han. ASCII marks next to Han stand alone;
// the rest is shaped as words.
ParagraphShaper::Index ParagraphShaper::put_words(Index i) {
    const Char& c = chars_[i];
    Index end = i + 1;
    while (end < chars_.size() && is_shaped(chars_[end].cls) && chars_[end].segment == c.segment)
        ++end;
    const bool mark_first = c.cls == CharClass::LatinClosing || c.cls == CharClass::LatinOpening;
    const auto han_at = [&](Index k) {
        return k < chars_.size() && (is_wide_context(chars_[k].cls) || chars_[k].c == kLineBreak);
    };
    const bool after_han = i == 0 || han_at(i - 1);
    if (mark_first && cluster_end(i) == i + 1 && (after_han || (end == i + 1 && han_at(end)))) {
        put_narrow_mark(i);
        return i + 1;
    }
    const CharClass last = chars_[end - 1].cls;
    const bool mark_last =
        last == CharClass::LatinOpening ||
        (last == CharClass::LatinClosing && chars_[end - 1].c != U'%' && chars_[end - 1].c != U'‰');
    if (end - i > 1 && han_at(end) && mark_last) {
        put_word(i, end - 1);
        put_narrow_mark(end - 1);
    } else {
        put_word(i, end);
    }
    return end;
}

// A word: cluster by cluster, as long as one face sets one script in one direction.
void ParagraphShaper::put_word(Index begin, Index end) {
    Index start = begin;
    FaceId face = 0;
    int script = -1;
    const auto flush = [&](Index stop) {
        if (start < stop) put_run(face, start, stop);
        start = stop;
        script = -1;
    };
    for (Index i = begin; i < end;) {
        const Index stop = std::min(cluster_end(i), end);
        if (chars_[i].cls == CharClass::Mark) {
            flush(i);
            put_lone_marks(i, stop);
            start = stop;
        } else if (const auto choice = stop == i + 1 ? faces_.of(i) : faces_.of(i, stop); !choice) {
            flush(i);
            put_geta(i, stop);
            start = stop;
        } else {
            const int own = script_of(chars_[i]);
            const bool other_script = own >= 0 && script >= 0 && own != script;
            if (start < i &&
                (choice->face != face || other_script || chars_[i].level != chars_[start].level))
                flush(i);
            face = choice->face;
            if (own >= 0) script = own;
        }
        i = stop;
    }
    flush(end);
}

void ParagraphShaper::put_run(FaceId face, Index begin, Index end) {
    std::u32string run;
    for (Index i = begin; i < end; ++i) {
        run += seen_by_shaper(chars_[i].c);
        if (is_invisible(chars_[i].c)) faces_.note(Oddity::Invisible, i);
    }
    const std::vector<ShapedGlyph> glyphs =
        fonts_.face(face).shape(run, (chars_[begin].level & 1) != 0);
    Index from = begin;
    for (std::size_t first = 0; first < glyphs.size();) {
        std::size_t last = first + 1;
        while (last < glyphs.size() && glyphs[last].cluster == glyphs[first].cluster) ++last;
        const Index to = last < glyphs.size() ? begin + glyphs[last].cluster : end;
        put_cluster(glyphs.data() + first, glyphs.data() + last, face, from, to);
        from = to;
        first = last;
    }
    for (Index i = from; i < end; ++i) put_invisible(i);
}

// The glyphs [first, last) of the characters [begin, end): the first carries their text.
void ParagraphShaper::put_cluster(const ShapedGlyph* first, const ShapedGlyph* last, FaceId face,
                                  Index begin, Index end) {
    if (std::any_of(first, last, [](const ShapedGlyph& glyph) { return glyph.id == 0; }))
        return put_geta(begin, end);
    for (const ShapedGlyph* glyph = first; glyph != last; ++glyph) {
        Atom atom = atom_of(begin, {face, {}, false});
        atom.glyph = glyph->id;
        atom.text = glyph == first ? pooled(begin, end) : 0;
        if (!is_shaped(atom.cls)) atom.cls = CharClass::Latin;
        if (glyph != first) atom.cls = CharClass::Mark;
        atom.emphasis = false;
        atom.advance = em_part(atom.size, glyph->advance);
        atom.dx = em_part(atom.size, glyph->dx);
        atom.dy = em_part(atom.size, glyph->dy);
        atom.spread_after = false;
        atoms_.push_back(atom);
    }
    for (Index i = begin; i < end; ++i)
        if (chars_[i].c == 0x200B) atoms_.back().ends_word = true;
}

// Marks without a letter stand over a space of their own.
void ParagraphShaper::put_lone_marks(Index begin, Index end) {
    const auto choice = faces_.of(begin, end);
    if (!choice) return put_geta(begin, end);
    faces_.note(Oddity::LoneMark, begin);
    std::u32string run{kNoBreakSpace};
    for (Index i = begin; i < end; ++i) run += seen_by_shaper(chars_[i].c);
    const std::vector<ShapedGlyph> glyphs = fonts_.face(choice->face).shape(run);
    if (glyphs.empty()) return put_geta(begin, end);
    const std::size_t first = atoms_.size();
    put_cluster(glyphs.data(), glyphs.data() + glyphs.size(), choice->face, begin, end);
    atoms_[first].cls = CharClass::Latin;
}

}  // namespace gongbao::typeset
