// SPDX-License-Identifier: Apache-2.0
#include "typeset/pdf/languages.hpp"

#include <algorithm>

namespace gongbao::typeset::pdf {
namespace {

// Of several characters the first tells: they are one cluster.
char32_t first_character(const PlacedGlyph& glyph, const Layout& layout) {
    if (glyph.text < kTextPool) return glyph.text;
    const std::u32string& text = layout.texts[glyph.text - kTextPool];
    return text.empty() ? 0 : text.front();
}

template <typename Visit>
void for_each_character(const PlacedGlyph& glyph, const Layout& layout, Visit visit) {
    if (glyph.text >= kTextPool)
        for (const char32_t c : layout.texts[glyph.text - kTextPool]) visit(c);
    else
        visit(glyph.text);
}

}  // namespace

Languages::Languages(const Layout& layout) : layout_(layout) {
    const bool any =
        std::any_of(layout.glyphs.begin(), layout.glyphs.end(), [&](const PlacedGlyph& glyph) {
            return script_language(first_character(glyph, layout)) > ScriptLanguage::Neutral;
        });
    if (!any) return;
    evidence_.resize(layout.nodes.size());
    for (const Page& page : layout.pages)
        for (const PlacedLine& line : page.lines) {
            Evidence& evidence = evidence_[layout.block_of(line.node)];
            for (std::uint32_t i = line.first; i < line.first + line.count; ++i)
                for_each_character(layout.glyphs[i], layout,
                                   [&](char32_t c) { evidence |= evidence_of(c); });
        }
}

// One glyph of several that stand for a cluster goes with the glyph before it.
ScriptLanguage Languages::language_at(std::uint32_t glyph) const {
    const char32_t c = first_character(layout_.glyphs[glyph], layout_);
    return c == 0 ? ScriptLanguage::Neutral : script_language(c);
}

std::vector<LanguageRun> Languages::in(const PlacedLine& line) const {
    std::vector<LanguageRun> runs;
    if (evidence_.empty() || line.node == kArtifact) return runs;
    const Evidence evidence = evidence_[layout_.block_of(line.node)];
    ScriptLanguage open = ScriptLanguage::None;
    for (std::uint32_t i = line.first; i < line.first + line.count; ++i) {
        ScriptLanguage language = language_at(i);
        if (language == ScriptLanguage::Neutral) {
            // A cluster is never parted; white space at the end of a run stays outside.
            if (open != ScriptLanguage::None && layout_.glyphs[i].text == 0 && runs.back().end == i)
                runs.back().end = i + 1;
            continue;
        }
        if (!is_sure(language, evidence)) language = ScriptLanguage::None;
        if (language != ScriptLanguage::None && language == open)
            runs.back().end = i + 1;
        else if (language != ScriptLanguage::None)
            runs.push_back({i, i + 1, language});
        open = language;
    }
    return runs;
}

}  // namespace gongbao::typeset::pdf
