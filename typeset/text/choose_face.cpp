// SPDX-License-Identifier: Apache-2.0
#include "typeset/text/choose_face.hpp"

#include <algorithm>
#include <cstdio>

#include "core/text/text.hpp"

namespace gongbao::typeset {
namespace {

constexpr std::size_t kAround = 10;

// "喆 (U+5586)": a character nobody can see is known by its number.
std::string named(const std::u32string& characters) {
    std::string names;
    for (const char32_t c : characters) {
        char number[16];
        std::snprintf(number, sizeof number, "U+%04X", static_cast<unsigned>(c));
        if (!names.empty()) names += ' ';
        names +=
            is_invisible(c) ? std::string(number) : core::to_utf8({&c, 1}) + " (" + number + ")";
    }
    return names;
}

// Private-use characters mean what their maker's font shows: another font's glyph would be another
// sign.
bool is_private_use(char32_t c) {
    return (c >= 0xE000 && c <= 0xF8FF) || c >= 0xF0000;
}

struct Finding {
    Oddity oddity;
    core::Level level;
    const char* id;
};

constexpr Finding kFindings[kOddities] = {
    {Oddity::Missing, core::Level::Error, "typeset.glyph_missing"},
    {Oddity::Substituted, core::Level::Hint, "typeset.glyph_substituted"},
    {Oddity::PlainVariant, core::Level::Hint, "typeset.variant_missing"},
    {Oddity::Invisible, core::Level::Hint, "typeset.invisible_characters"},
    {Oddity::LoneMark, core::Level::Warning, "typeset.lone_mark"},
};

}  // namespace

bool FaceChooser::is_latin(std::size_t i) const {
    const Char& c = chars_[i];
    return c.narrow || is_word_class(c.cls) || c.cls == CharClass::Space;
}

std::optional<FontBook::Choice> FaceChooser::of(std::size_t i) {
    const Char& c = chars_[i];
    if (is_private_use(c.c)) return {};
    const bool latin = is_latin(i);
    const auto choice = latin ? fonts_.pick_latin(role(i), c.c) : fonts_.pick(role(i), c.c);
    // A ～ of another face is the same ～: nobody need look at it.
    const bool seen = !latin && c.cls != CharClass::Other && c.cls != CharClass::Connector;
    if (choice && choice->substituted && seen) note(Oddity::Substituted, i);
    return choice;
}

std::optional<FontBook::Choice> FaceChooser::of(std::size_t begin, std::size_t end) {
    std::u32string seen;
    for (std::size_t i = begin; i < end; ++i)
        if (is_private_use(chars_[i].c))
            return {};
        else if (!is_invisible(chars_[i].c))
            seen += chars_[i].c;
    const auto choice = fonts_.pick_all(role(begin), seen, is_latin(begin));
    if (choice && choice->substituted && chars_[begin].cls == CharClass::Han)
        note(Oddity::Substituted, begin);
    return choice;
}

std::optional<FontBook::Choice> FaceChooser::of_other(std::size_t i, char32_t wanted) const {
    return is_latin(i) ? fonts_.pick_latin(role(i), wanted) : fonts_.pick(role(i), wanted);
}

std::optional<FontBook::Choice> FaceChooser::variant(std::size_t i, char32_t selector) const {
    const auto& chain = fonts_.chain(role(i));
    for (const FaceId id : chain) {
        const FontFace& face = fonts_.face(id);
        const std::uint32_t glyph = face.variant(chars_[i].c, selector);
        if (glyph != 0 && glyph <= 0xFFFF)
            return FontBook::Choice{id,
                                    {static_cast<std::uint16_t>(glyph),
                                     static_cast<std::uint16_t>(face.advance_of(glyph))},
                                    id != chain.front()};
    }
    return {};
}

void FaceChooser::note(Oddity oddity, std::size_t i) {
    Noted& noted = noted_[static_cast<std::size_t>(oddity)];
    if (noted.characters.empty()) noted.first = i;
    const char32_t c = chars_[i].c;
    if (noted.characters.find(c) == std::u32string::npos) noted.characters += c;
}

std::string FaceChooser::words_around(std::size_t i) const {
    const std::size_t begin = i > kAround ? i - kAround : 0;
    const std::size_t end = std::min(chars_.size(), i + kAround);
    std::string words;
    for (std::size_t k = begin; k < end; ++k)
        if (!is_invisible(chars_[k].c)) core::append_utf8(words, chars_[k].c);
    return words;
}

void FaceChooser::report(core::Diagnostics& findings, const core::Place& place) const {
    for (const Finding& finding : kFindings) {
        const Noted& noted = noted_[static_cast<std::size_t>(finding.oddity)];
        if (noted.characters.empty()) continue;
        findings.push_back({finding.level,
                            place,
                            {finding.id, {{"characters", named(noted.characters)}}},
                            words_around(noted.first)});
    }
}

}  // namespace gongbao::typeset
