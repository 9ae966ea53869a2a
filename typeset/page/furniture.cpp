// SPDX-License-Identifier: Apache-2.0
#include "typeset/page/furniture.hpp"

#include "core/text/text.hpp"

namespace gongbao::typeset {
namespace {

constexpr Length kHeadRule = pt(0.5);
constexpr Length kRuleBelowHead = pt(4);

void put(SetLine line, Point at, Layout& layout, Page& page) {
    const auto first = static_cast<std::uint32_t>(layout.glyphs.size());
    layout.glyphs.insert(layout.glyphs.end(), line.glyphs.begin(), line.glyphs.end());
    page.lines.push_back(
        {at.x, at.y, first, static_cast<std::uint32_t>(line.glyphs.size()), kArtifact, line.width});
}

// x of something `width` wide; Right means the outer side of the page.
Length aligned(TextAlign align, Length width, Length indent, const Profile& profile, bool recto) {
    const Length left = profile.text_left(recto);
    const Length right = left + profile.text_width() - width;
    if (align == TextAlign::Center) return left + (profile.text_width() - width) / 2;
    const bool to_right = (align == TextAlign::Right) == (recto || !profile.mirror);
    return to_right ? right - indent : left + indent;
}

void add_folio(Page& page, Composer& composer) {
    const Profile& profile = composer.profile();
    if (profile.folio.empty() || page.label.empty()) return;
    const TextStyle& style = profile.style(StyleName::Folio);
    const std::string text = core::replace_all(profile.folio, "{n}", page.label);
    SetLine line = composer.set_single(composer.segmenter().of(text, style),
                                       core::Place(core::PlaceKind::Folio));
    const Length x =
        aligned(profile.folio_align, line.width, profile.folio_indent, profile, page.recto);
    const Length y = profile.height - profile.bottom + profile.folio_distance;
    put(std::move(line), {x, y}, composer.layout(), page);
}

void add_head(Page& page, std::string text, Composer& composer) {
    const Profile& profile = composer.profile();
    if (text.empty()) return;
    const TextStyle& style = profile.style(StyleName::RunningHead);
    const Length width = profile.text_width();
    SetLine line = composer.set_single(composer.segmenter().of(text, style),
                                       core::Place(core::PlaceKind::Header));
    while (line.width > width && core::length(text) > 4) {
        text = core::excerpt(text, core::length(text) * static_cast<std::size_t>(width) /
                                           static_cast<std::size_t>(line.width) -
                                       2);
        line = composer.set_single(composer.segmenter().of(text, style),
                                   core::Place(core::PlaceKind::Header));
    }
    const Length x = aligned(TextAlign::Right, line.width, 0, profile, page.recto);
    const Length y = profile.top - profile.head_distance;
    put(std::move(line), {x, y}, composer.layout(), page);
    if (profile.head_rule)
        page.rules.push_back(
            {{profile.text_left(page.recto), y + kRuleBelowHead, width, kHeadRule}, Color::Black});
}

}  // namespace

void add_furniture(std::size_t first_page, const HeadWords& words,
                   const std::vector<ItemPages>& items, Composer& composer) {
    Layout& layout = composer.layout();
    const Profile& profile = composer.profile();
    std::size_t item = 0;
    for (std::size_t i = first_page; i < layout.pages.size(); ++i) {
        Page& page = layout.pages[i];
        while (item + 1 < items.size() && items[item + 1].first <= i - first_page) ++item;
        const bool blank = page.lines.empty() && page.rules.empty() && page.pictures.empty();
        if (blank) {
            page.label.clear();
            continue;
        }
        std::string head = page.recto || !profile.mirror ? profile.head_odd : profile.head_even;
        head = core::replace_all(head, "{gazette}", words.gazette);
        head = core::replace_all(head, "{issue}", words.issue);
        head = core::replace_all(head, "{title}",
                                 item < words.titles.size() ? words.titles[item] : "");
        head = core::replace_all(head, "{section}",
                                 item < words.sections.size() ? words.sections[item] : "");
        add_head(page, head, composer);
        const bool first = item < items.size() && items[item].first == i - first_page;
        if (profile.folio_first || !first) add_folio(page, composer);
    }
}

}  // namespace gongbao::typeset
