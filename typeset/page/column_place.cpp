// SPDX-License-Identifier: Apache-2.0
#include "typeset/page/column_place.hpp"

#include <algorithm>

namespace gongbao::typeset {

ColumnPlace column_of(const PlacedLine& line, const Page& page, const Profile& profile) {
    const Length left = profile.text_left(page.recto);
    for (const ColumnStrip& strip : page.strips) {
        if (line.y <= strip.top || line.y > strip.bottom) continue;
        const Length width = profile.column_width(strip.columns);
        const int column =
            std::clamp((line.x - left) / (width + profile.column_gap), 0, strip.columns - 1);
        const Length x = left + column * (width + profile.column_gap);
        const bool last = column + 1 == strip.columns;
        return {column, strip.columns, x, last ? left + profile.text_width() - x : width};
    }
    return {0, 1, left, profile.text_width()};
}

}  // namespace gongbao::typeset
