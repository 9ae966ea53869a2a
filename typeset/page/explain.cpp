// SPDX-License-Identifier: Apache-2.0
#include "typeset/page/explain.hpp"

#include "typeset/layout/layout.hpp"
#include "typeset/page/page_reason.hpp"

namespace gongbao::typeset {
namespace {

// By ShrinkStep, in the order lines give way (reference: CLREQ's).
constexpr std::array<std::pair<ShrinkStep, const char*>, 6> kShrinks = {
    {{kShrinkWordSpace, "typeset.explain_shrink_word_space"},
     {kShrinkInterpunct, "typeset.explain_shrink_interpunct"},
     {kShrinkBracket, "typeset.explain_shrink_bracket"},
     {kShrinkPause, "typeset.explain_shrink_pause"},
     {kShrinkHanLatin, "typeset.explain_shrink_han_latin"},
     {kShrinkStop, "typeset.explain_shrink_stop"}}};
constexpr std::array<std::pair<StretchStep, const char*>, 2> kStretches = {
    {{kStretchWordSpace, "typeset.explain_stretch_word_space"},
     {kStretchHanLatin, "typeset.explain_stretch_han_latin"}}};

void add_adjustment(const Adjustment& adjustment, Explanation& all) {
    for (const auto& [step, id] : kShrinks)
        if (adjustment.shrunk[step] > 0)
            all.push_back({2, {id, {{"amount", in_points(adjustment.shrunk[step])}}}});
    for (const auto& [step, id] : kStretches)
        if (adjustment.stretched[step] > 0)
            all.push_back({2, {id, {{"amount", in_points(adjustment.stretched[step])}}}});
    if (adjustment.even_gap > 0)
        all.push_back({2,
                       {"typeset.explain_stretch_even",
                        {{"amount", in_points(adjustment.even)},
                         {"gap", std::to_string(adjustment.even_gap)}}}});
}

void add_line(const LineReason& line, std::size_t number, Explanation& all) {
    all.push_back({1,
                   {"typeset.explain_line",
                    {{"n", std::to_string(number)},
                     {"words", line.words},
                     {"natural", in_points(line.natural)},
                     {"width", in_points(line.width)},
                     {"slack", in_points(line.width - line.natural)}}}});
    add_adjustment(line.adjustment, all);
    for (const core::Message& fact : line.facts) all.push_back({2, fact});
}

}  // namespace

std::string in_points(Extent length) {
    const Extent tenths = (length < 0 ? length - 50 : length + 50) / 100;
    const Extent magnitude = tenths < 0 ? -tenths : tenths;
    return (tenths < 0 ? "-" : "") + std::to_string(magnitude / 10) + "." +
           std::to_string(magnitude % 10);
}

Explanation explain(const Layout& layout) {
    Explanation all;
    for (std::size_t i = 0; i < layout.pages.size(); ++i) {
        const Page& page = layout.pages[i];
        all.push_back({0,
                       {"typeset.explain_page",
                        {{"page", std::to_string(i + 1)},
                         {"label", page.label.empty() ? "-" : page.label}}}});
        if (page.why == nullptr) {
            all.push_back({1, {"typeset.explain_page_blank", {}}});
            continue;
        }
        std::size_t number = 0;
        for (const auto& line : page.why->lines) add_line(*line, ++number, all);
        for (const core::Message& fact : page.why->end) all.push_back({1, fact});
    }
    return all;
}

}  // namespace gongbao::typeset
