// SPDX-License-Identifier: Apache-2.0
#include "archive/search/character_table.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <memory>

#include "archive/search/simplifications.hpp"
#include "core/report/check.hpp"
#include "core/text/radicals.hpp"
#include "core/text/text.hpp"

namespace gongbao::archive {
namespace {

using Kind = FoldedCharacter::Kind;
constexpr char32_t kPageSize = 256;
constexpr char32_t kPages = 0x110000 / kPageSize;
using Page = std::array<FoldedCharacter, kPageSize>;

const icu::Normalizer2& normalizer() {
    UErrorCode error = U_ZERO_ERROR;
    const icu::Normalizer2* instance = icu::Normalizer2::getNFKCCasefoldInstance(error);
    GONGBAO_CHECK(U_SUCCESS(error));
    return *instance;
}

bool is_written_without_spaces(UScriptCode script) {
    switch (script) {
        case USCRIPT_HAN:
        case USCRIPT_HIRAGANA:
        case USCRIPT_KATAKANA:
        case USCRIPT_BOPOMOFO:
        case USCRIPT_HANGUL:
        case USCRIPT_YI:
        case USCRIPT_THAI:
        case USCRIPT_LAO:
        case USCRIPT_KHMER:
        case USCRIPT_MYANMAR:
        case USCRIPT_TIBETAN: return true;
        default: return false;
    }
}

bool ends_a_line(char32_t c) {
    return (c >= 0x09 && c <= 0x0D) || c == 0x85 || c == 0x2028 || c == 0x2029;
}

Kind kind_of_folded(char32_t c) {
    UErrorCode error = U_ZERO_ERROR;
    const auto code = static_cast<UChar32>(c);
    const auto category = u_charType(code);
    if (ends_a_line(c)) return Kind::Break;
    if (core::is_space(c)) return Kind::Blank;
    if (category == U_PRIVATE_USE_CHAR) return Kind::Sign;
    if (is_written_without_spaces(uscript_getScript(code, &error)) && u_isalnum(code))
        return Kind::Sign;
    const auto bits = U_MASK(category);
    if ((bits & U_GC_M_MASK) != 0) return Kind::Mark;
    if ((bits & U_GC_N_MASK) != 0) return c == U'〇' ? Kind::Sign : Kind::Digit;
    if ((bits & U_GC_L_MASK) != 0) return Kind::Letter;
    return Kind::Break;
}

FoldedCharacter describe(char32_t c) {
    FoldedCharacter result;
    if (normalizer().isInert(static_cast<UChar32>(c))) {  // as most are
        result.folded = simplified(core::unified_radical(c));
        result.kind = kind_of_folded(result.folded);
        return result;
    }
    result.joins = !normalizer().hasBoundaryBefore(static_cast<UChar32>(c));
    if (core::is_space(c) || ends_a_line(c)) {
        result.kind = kind_of_folded(c);
        result.folded = c;
        return result;
    }
    const std::u32string folded = fold_several(std::u32string_view(&c, 1));
    result.kind = folded.empty()       ? Kind::Nothing
                  : folded.size() == 1 ? kind_of_folded(folded.front())
                                       : Kind::Several;
    result.folded = folded.empty() ? 0 : folded.front();
    return result;
}

class Table {
  public:
    ~Table() {
        for (auto& page : pages_) delete page.load();
    }
    const Page& page(char32_t number) {
        std::atomic<const Page*>& slot = pages_[number];
        const Page* page = slot.load(std::memory_order_acquire);
        if (page != nullptr) return *page;
        auto made = std::make_unique<Page>();
        for (char32_t i = 0; i < kPageSize; ++i) (*made)[i] = describe(number * kPageSize + i);
        if (slot.compare_exchange_strong(page, made.get())) return *made.release();
        return *page;  // another thread was first
    }

  private:
    std::array<std::atomic<const Page*>, kPages> pages_{};
};

}  // namespace

const FoldedCharacter& folded_character(char32_t c) {
    static Table table;
    return table.page(c / kPageSize)[c % kPageSize];
}

std::u32string fold_several(std::u32string_view sequence) {
    const icu::UnicodeString text = icu::UnicodeString::fromUTF32(
        reinterpret_cast<const UChar32*>(sequence.data()), static_cast<int32_t>(sequence.size()));
    UErrorCode error = U_ZERO_ERROR;
    const icu::UnicodeString folded = normalizer().normalize(text, error);
    GONGBAO_CHECK(U_SUCCESS(error));
    std::u32string out;
    for (int32_t at = 0; at < folded.length(); at = folded.moveIndex32(at, 1))
        out += simplified(core::unified_radical(static_cast<char32_t>(folded.char32At(at))));
    return out;
}

char32_t simplified(char32_t c) {
    const auto table = simplifications();
    const auto found = std::ranges::lower_bound(table, c, {}, &Simplification::traditional);
    return found != table.end() && found->traditional == c ? found->simplified : c;
}

}  // namespace gongbao::archive
