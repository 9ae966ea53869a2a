// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/structure/history.hpp"

#include <optional>
#include <string>

#include "core/text/text.hpp"
#include "editor/intake/structure/time_words.hpp"

namespace gongbao::editor {
namespace {

std::optional<Deed::Kind> take_deed(Cursor& cursor) {
    if (cursor.take_any({U"修订通过", U"修正通过", U"审议通过", U"讨论通过", U"通过"}))
        return Deed::Kind::Adopted;
    if (cursor.take_any({U"修订公布", U"修订发布", U"公布", U"发布", U"颁布"}))
        return Deed::Kind::Promulgated;
    if (cursor.take(U"批准")) return Deed::Kind::Approved;
    if (cursor.take(U"修订")) return Deed::Kind::Revised;
    if (cursor.take_any({U"修正", U"修改"})) return Deed::Kind::Amended;
    return {};
}

// Nested titles and all: what stands in 《》 tells of another text.
std::u32string without_titles(std::string_view text) {
    std::u32string out;
    int depth = 0;
    for (const char32_t c : core::to_utf32(core::without_spaces(text))) {
        if (c == U'《') ++depth;
        if (depth == 0 || (depth == 1 && c == U'《')) out += core::narrow(c);
        if (c == U'》' && depth > 0) --depth;
    }
    return out;
}

}  // namespace

std::vector<Deed> deeds_of(std::string_view text) {
    const std::u32string words = without_titles(text);
    std::vector<Deed> deeds;
    std::optional<core::Date> date;
    bool by_decision = false;  // 2011年1月8日《…的决定》修订 changes some articles, as 修正 does
    for (Cursor cursor(words); !cursor.at_end();) {
        const std::size_t here = cursor.at();
        if (const auto found = take_date(cursor)) {
            date = found;
            by_decision = false;
            // 自2021年1月1日起施行 dates no deed.
            if (cursor.next() == U'起') date.reset();
        } else if (auto kind = take_deed(cursor)) {
            const bool revised_now = cursor.before().ends_with(U"修订通过");
            if (by_decision && kind == Deed::Kind::Revised) kind = Deed::Kind::Amended;
            // …通过的《…》, 公布施行 of another text
            const bool another = cursor.next() == U'的';
            if (date && !another) deeds.push_back({*kind, *date});
            if (date && revised_now) deeds.push_back({Deed::Kind::Revised, *date});
            // …通过，…批准的《…的决定》: the adoption is the decision's, too.
            if (another && deeds.size() > 1 && deeds.back().kind == Deed::Kind::Adopted)
                deeds.pop_back();
            date.reset();
        } else {
            by_decision = by_decision || cursor.next() == U'《';
            cursor.go_to(here + 1);
        }
    }
    return deeds;
}

}  // namespace gongbao::editor
