// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/raw/look_alikes.hpp"

#include <unicode/normalizer2.h>

#include <array>

#include "core/report/check.hpp"
#include "core/text/radicals.hpp"
#include "core/text/text.hpp"

namespace gongbao::editor {
namespace {

bool is_compatibility_ideograph(char32_t c) {
    return (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x2F800 && c <= 0x2FA1F);
}

bool may_differ(char32_t c) {
    return (c >= 0x2E80 && c <= 0x2FD5) || is_compatibility_ideograph(c);
}

std::string standard_forms(std::string_view text, bool same_length) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t start = at;
        const char32_t c = core::next_code_point(text, at);
        std::string standard;
        if (may_differ(c)) core::append_utf8(standard, standard_form(c));
        const bool taken = !standard.empty() && (!same_length || standard.size() == at - start);
        if (taken)
            out += standard;
        else
            out += text.substr(start, at - start);
    }
    return out;
}

struct Pair {
    char32_t odd;
    char32_t latin;
};

constexpr std::array kLetters = std::to_array<Pair>({
    {U'А', U'A'}, {U'В', U'B'}, {U'Е', U'E'}, {U'К', U'K'}, {U'М', U'M'}, {U'Н', U'H'},
    {U'О', U'O'}, {U'Р', U'P'}, {U'С', U'C'}, {U'Т', U'T'}, {U'Х', U'X'}, {U'У', U'Y'},
    {U'Ѕ', U'S'}, {U'І', U'I'}, {U'Ј', U'J'}, {U'а', U'a'}, {U'е', U'e'}, {U'о', U'o'},
    {U'р', U'p'}, {U'с', U'c'}, {U'у', U'y'}, {U'х', U'x'}, {U'ѕ', U's'}, {U'і', U'i'},
    {U'ј', U'j'}, {U'Α', U'A'}, {U'Β', U'B'}, {U'Ε', U'E'}, {U'Ζ', U'Z'}, {U'Η', U'H'},
    {U'Ι', U'I'}, {U'Κ', U'K'}, {U'Μ', U'M'}, {U'Ν', U'N'}, {U'Ο', U'O'}, {U'Ρ', U'P'},
    {U'Τ', U'T'}, {U'Υ', U'Y'}, {U'Χ', U'X'}, {U'ο', U'o'},
});

}  // namespace

char32_t standard_form(char32_t c) {
    if (!is_compatibility_ideograph(c)) return core::unified_radical(c);
    UErrorCode error = U_ZERO_ERROR;
    const icu::Normalizer2* normalizer = icu::Normalizer2::getNFCInstance(error);
    GONGBAO_CHECK(U_SUCCESS(error));
    const icu::UnicodeString standard =
        normalizer->normalize(icu::UnicodeString(static_cast<UChar32>(c)), error);
    GONGBAO_CHECK(U_SUCCESS(error));
    return static_cast<char32_t>(standard.char32At(0));
}

bool has_look_alikes(std::string_view text) {
    for (std::size_t at = 0; at < text.size();)
        if (may_differ(core::next_code_point(text, at))) return true;
    return false;
}

std::string in_standard_forms(std::string_view text) {
    return standard_forms(text, false);
}
std::string in_standard_forms_in_place(std::string_view text) {
    return standard_forms(text, true);
}

std::optional<char32_t> latin_look_alike(char32_t c) {
    for (const Pair& pair : kLetters)
        if (pair.odd == c) return pair.latin;
    return {};
}

std::optional<char32_t> wide_mark(char32_t c) {
    constexpr std::u32string_view kWide = U"。「」、・";
    if (c < 0xFF61 || c > 0xFF65) return {};
    return kWide[c - 0xFF61];
}

bool is_circle(char32_t c) {
    return std::u32string_view(U"○◯ОΟOo0０Ｏ").find(c) != std::u32string_view::npos;
}

bool is_han_digit(char32_t c) {
    return std::u32string_view(U"〇一二三四五六七八九").find(c) != std::u32string_view::npos;
}

bool is_format_character(char32_t c) {
    return (c >= 0x200C && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2061 && c <= 0x206F) || c == 0x061C || c == 0x180E || c == 0x034F ||
           c == 0x3164 || c == 0xFFA0 || (c >= 0xFE00 && c <= 0xFE0F) ||
           (c >= 0xE0000 && c <= 0xE01EF) || (c >= 0xFFF9 && c <= 0xFFFB);
}

bool is_combining_mark(char32_t c) {
    return ((c >= 0x0300 && c <= 0x036F) && c != 0x034F) || (c >= 0x1AB0 && c <= 0x1AFF) ||
           (c >= 0x1DC0 && c <= 0x1DFF) || (c >= 0x20D0 && c <= 0x20FF) || c == 0x3099 ||
           c == 0x309A || (c >= 0xFE20 && c <= 0xFE2F);
}

}  // namespace gongbao::editor
