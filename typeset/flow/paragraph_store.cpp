// SPDX-License-Identifier: Apache-2.0
#include "typeset/flow/paragraph_store.hpp"

#include <utility>

namespace gongbao::typeset {
namespace {

constexpr std::size_t kMost = 20000;  // some 40 MB; an issue has 2,000

template <typename Value>
void put(std::string& key, const Value& value) {
    key.append(reinterpret_cast<const char*>(&value), sizeof value);
}

void put(std::string& key, const GlyphStyle& style) {
    put(key, style.size);
    put(key, style.rise);
    put(key, style.color);
    put(key, style.bold);
}

// Numbers every glyph's style and text by `style_of` and `text_of`.
template <typename StyleOf, typename TextOf>
void renumber(std::vector<PlacedGlyph>& glyphs, const StyleOf& style_of, const TextOf& text_of) {
    for (PlacedGlyph& glyph : glyphs) {
        glyph.style = style_of(glyph.style);
        if (glyph.text >= kTextPool) glyph.text = kTextPool + text_of(glyph.text - kTextPool);
    }
}

template <typename StyleOf, typename TextOf>
void renumber(std::vector<SetLine>& lines, StyleOf style_of, TextOf text_of) {
    for (SetLine& line : lines) {
        renumber(line.glyphs, style_of, text_of);
        for (SetRuby& reading : line.readings) renumber(reading.glyphs, style_of, text_of);
    }
}

}  // namespace

std::string ParagraphStore::key(const std::vector<Segment>& segments, const Layout& layout,
                                Length width, Length indent, TextAlign align) {
    std::string key;
    put(key, width);
    put(key, indent);
    put(key, align);
    for (const Segment& segment : segments) {
        put(key, segment.text.size());
        key.append(reinterpret_cast<const char*>(segment.text.data()),
                   segment.text.size() * sizeof(char32_t));
        put(key, segment.reading.size());
        if (!segment.reading.empty()) {
            key.append(reinterpret_cast<const char*>(segment.reading.data()),
                       segment.reading.size() * sizeof(char32_t));
            put(key, layout.glyph_styles[segment.reading_style]);
        }
        put(key, segment.role);
        put(key, layout.glyph_styles[segment.style]);
        put(key, segment.note);
        put(key, segment.span);
        put(key, segment.label);
        put(key, segment.emphasis);
        put(key, segment.underline);
    }
    return key;
}

std::optional<std::vector<SetLine>> ParagraphStore::find(const std::string& key,
                                                         const core::Place& place, Layout& layout) {
    const std::lock_guard lock(guard_);
    ++use_.asked;
    const auto found = kept_.find(key);
    if (found == kept_.end()) return {};
    ++use_.had;
    Kept& kept = found->second;
    kept.round = round_;
    std::vector<SetLine> lines = kept.lines;
    const auto texts = static_cast<char32_t>(layout.texts.size());
    layout.texts.insert(layout.texts.end(), kept.texts.begin(), kept.texts.end());
    renumber(
        lines, [&](std::uint16_t style) { return layout.style_index(kept.styles[style]); },
        [&](char32_t text) { return text + texts; });
    for (core::Diagnostic finding : kept.findings) {
        finding.place = place;
        layout.findings.push_back(std::move(finding));
    }
    return lines;
}

void ParagraphStore::keep(const std::string& key, const std::vector<SetLine>& lines,
                          const Layout& layout, std::size_t first_finding) {
    Kept kept;
    kept.lines = lines;
    std::map<std::uint16_t, std::uint16_t> styles;
    std::map<char32_t, char32_t> texts;
    renumber(
        kept.lines,
        [&](std::uint16_t style) {
            const auto [entry, is_new] =
                styles.emplace(style, static_cast<std::uint16_t>(styles.size()));
            if (is_new) kept.styles.push_back(layout.glyph_styles[style]);
            return entry->second;
        },
        [&](char32_t text) {
            const auto [entry, is_new] = texts.emplace(text, static_cast<char32_t>(texts.size()));
            if (is_new) kept.texts.push_back(layout.texts[text]);
            return entry->second;
        });
    kept.findings.assign(layout.findings.begin() + static_cast<std::ptrdiff_t>(first_finding),
                         layout.findings.end());
    const std::lock_guard lock(guard_);
    kept.round = round_;
    kept_.insert_or_assign(key, std::move(kept));
}

void ParagraphStore::begin_round() {
    const std::lock_guard lock(guard_);
    for (auto entry = kept_.begin(); kept_.size() > kMost && entry != kept_.end();)
        entry = entry->second.round != round_ ? kept_.erase(entry) : std::next(entry);
    ++round_;
    use_ = {};
}

ParagraphStore::Use ParagraphStore::use() const {
    const std::lock_guard lock(guard_);
    return use_;
}

}  // namespace gongbao::typeset
