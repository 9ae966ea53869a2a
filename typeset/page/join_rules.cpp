// SPDX-License-Identifier: Apache-2.0
#include "typeset/page/join_rules.hpp"

#include <algorithm>
#include <tuple>

namespace gongbao::typeset {
namespace {

// One pass along one direction: `place` and `extent` name the two members of a rectangle.
void join_along(std::vector<PlacedRule>& rules, Length Rect::*place, Length Rect::*extent,
                Length Rect::*other, Length Rect::*thickness) {
    const auto key = [&](const PlacedRule& rule) {
        return std::make_tuple(rule.color, rule.rect.*other, rule.rect.*thickness, rule.rect.*place,
                               rule.rect.*extent);
    };
    std::sort(rules.begin(), rules.end(),
              [&](const PlacedRule& a, const PlacedRule& b) { return key(a) < key(b); });
    std::size_t kept = 0;
    for (std::size_t i = 1; i < rules.size(); ++i) {
        Rect& before = rules[kept].rect;
        const Rect& rect = rules[i].rect;
        const Length end = before.*place + before.*extent;
        const bool in_line = rules[kept].color == rules[i].color && before.*other == rect.*other &&
                             before.*thickness == rect.*thickness;
        if (in_line && rect.*place <= end)
            before.*extent = std::max(end, rect.*place + rect.*extent) - before.*place;
        else
            rules[++kept] = rules[i];
    }
    if (!rules.empty()) rules.resize(kept + 1);
}

}  // namespace

void join_rules(std::vector<PlacedRule>& rules) {
    join_along(rules, &Rect::y, &Rect::height, &Rect::x, &Rect::width);
    join_along(rules, &Rect::x, &Rect::width, &Rect::y, &Rect::height);
}

}  // namespace gongbao::typeset
