// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/structure/mark_folding.hpp"

#include <array>

#include "core/text/text.hpp"
#include "editor/intake/raw/look_alikes.hpp"
#include "editor/intake/raw/white_space.hpp"

namespace gongbao::editor {
namespace {

// What marks are compared as. Every character of every document is asked for.
char32_t folded(char32_t c) {
    static const auto table = [] {
        constexpr std::u32string_view kStars = U"＊*☆✩✪✫✬✭✮✯✰⭐⋆✱✲✳∗﹡";
        constexpr std::u32string_view kOther =
            U"機祕內開傳絕間發審徵見閱參級資討論請轉複製嚴對會後錄網報屬範圍擴洩經許為號準";
        constexpr std::u32string_view kUsual =
            U"机秘内开传绝间发审征见阅参级资讨论请转复制严对会后录网报属范围扩泄经许为号准";
        static_assert(kOther.size() == kUsual.size());
        std::array<char16_t, 0x10000> made{};
        for (char32_t each = 0; each < made.size(); ++each) {
            const char32_t narrow = core::narrow(each);
            made[each] = static_cast<char16_t>(
                narrow >= U'A' && narrow <= U'Z' ? narrow - U'A' + U'a' : narrow);
        }
        for (const char32_t star : kStars) made[star] = u'★';
        for (std::size_t i = 0; i < kOther.size(); ++i)
            made[kOther[i]] = static_cast<char16_t>(kUsual[i]);
        return made;
    }();
    if (c == U'🌟') return U'★';
    return c < table.size() ? table[c] : core::narrow(c);
}

}  // namespace

std::u32string folded_for_marks(std::string_view text) {
    std::u32string out;
    for (const char32_t c : core::to_utf32(in_standard_forms(words_of(text)))) out += folded(c);
    return out;
}

}  // namespace gongbao::editor
