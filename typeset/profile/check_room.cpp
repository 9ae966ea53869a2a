// SPDX-License-Identifier: Apache-2.0
#include "typeset/profile/check_room.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace gongbao::typeset {
namespace {

void refuse_narrow(Length room, Length needed,
                   const std::vector<std::pair<const char*, Length>>& keys,
                   const ProfileSection& page) {
    if (room >= needed) return;
    const auto worse = [&](const auto& a, const auto& b) {
        const int near_a = page.nearness(a.first);
        const int near_b = page.nearness(b.first);
        return near_a != near_b ? near_a < near_b : a.second > b.second;
    };
    const auto first = std::min_element(keys.begin(), keys.end(), worse);
    page.refuse(first->first, "typeset.profile_no_room",
                {{"room", in_millimetres(room)}, {"needed", in_millimetres(needed)}});
}

}  // namespace

void check_room(const ProfileSection& page, const ProfileSection& columns, const Profile& profile) {
    const Length size = profile.style(StyleName::Paragraph).size;
    refuse_narrow(profile.text_width(), 10 * size,
                  {{"inner", profile.inner}, {"outer", profile.outer}, {"width", 0}}, page);
    refuse_narrow(
        profile.text_height(), 3 * profile.line,
        {{"top", profile.top}, {"bottom", profile.bottom}, {"line", profile.line}, {"height", 0}},
        page);
    const Length column = profile.column_width(profile.columns);
    if (profile.columns > 1 && column < 5 * size)
        columns.refuse(columns.has("gap") ? "gap" : "count", "typeset.profile_no_room",
                       {{"room", in_millimetres(column)}, {"needed", in_millimetres(5 * size)}});
}

void check_column(const ProfileSection& section, const TextStyle& style, Length width) {
    const Length room = width - style.left - style.right - std::max(0, style.indent);
    const Length needed = std::min(4 * style.size, width);
    if (room >= needed) return;
    const char* key = style.left >= style.right ? "left" : "right";
    if (style.indent > std::max(style.left, style.right)) key = "indent";
    if (!section.has(key)) key = "size";
    section.refuse(key, "typeset.profile_no_room",
                   {{"room", in_millimetres(room)}, {"needed", in_millimetres(needed)}});
}

}  // namespace gongbao::typeset
