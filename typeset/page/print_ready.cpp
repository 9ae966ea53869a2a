// SPDX-License-Identifier: Apache-2.0
#include "typeset/page/print_ready.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "typeset/pictures/image.hpp"

namespace gongbao::typeset {
namespace {

constexpr std::size_t kPagesASheet = 4;

Page blank_page(const Page* before) {
    Page page;
    // Counted with the others, though its number is not printed.
    if (before != nullptr && before->number != 0) page.number = before->number + 1;
    return page;
}

void fill_sheets(bool ends_with_imprint, Layout& layout) {
    auto& pages = layout.pages;
    const std::size_t missing = (kPagesASheet - pages.size() % kPagesASheet) % kPagesASheet;
    if (missing == 0) return;
    const std::size_t at = ends_with_imprint && !pages.empty() ? pages.size() - 1 : pages.size();
    for (std::size_t i = 0; i < missing; ++i) {
        const Page page = blank_page(at + i == 0 ? nullptr : &pages[at + i - 1]);
        pages.insert(pages.begin() + static_cast<std::ptrdiff_t>(at + i), page);
    }
    for (std::size_t i = at; i < pages.size(); ++i) pages[i].recto = i % 2 == 0;
    for (Target& target : layout.targets)
        if (target.page >= at) target.page += static_cast<std::uint32_t>(missing);
    layout.findings.push_back(
        {core::Level::Hint,
         {},
         {"typeset.blank_pages_added",
          {{"count", std::to_string(missing)}, {"pages", std::to_string(pages.size())}}},
         {}});
}

void make_black(Layout& layout) {
    for (GlyphStyle& style : layout.glyph_styles) style.color = Color::Black;
    for (Page& page : layout.pages) {
        for (PlacedRule& rule : page.rules) rule.color = Color::Black;
        for (PlacedDot& dot : page.dots) dot.color = Color::Black;
    }
}

bool has_red(const Page& page, const Layout& layout) {
    const auto red_line = [&](const PlacedLine& line) {
        for (std::uint32_t i = line.first; i < line.first + line.count; ++i)
            if (layout.glyph_styles[layout.glyphs[i].style].color == Color::Red) return true;
        return false;
    };
    return std::any_of(page.lines.begin(), page.lines.end(), red_line) ||
           std::any_of(page.rules.begin(), page.rules.end(),
                       [](const PlacedRule& rule) { return rule.color == Color::Red; });
}

bool has_coloured_picture(const Page& page) {
    return std::any_of(page.pictures.begin(), page.pictures.end(),
                       [](const PlacedPicture& picture) {
                           const auto size = image_size(*picture.media->bytes, picture.media->type);
                           return size && (size->indexed || size->channels >= 3);
                       });
}

// One finding for all pages on which `is_coloured` finds something: their places in the file.
template <typename IsColoured>
void report_pages(const char* id, const Layout& layout, core::Diagnostics& findings,
                  IsColoured is_coloured) {
    std::string pages;
    for (std::size_t i = 0; i < layout.pages.size(); ++i)
        if (is_coloured(layout.pages[i]))
            pages += (pages.empty() ? "" : ", ") + std::to_string(i + 1);
    if (!pages.empty())
        findings.push_back({core::Level::Warning, {}, {id, {{"pages", pages}}}, {}});
}

}  // namespace

void make_print_ready(bool one_colour, bool ends_with_imprint, Layout& layout) {
    fill_sheets(ends_with_imprint, layout);
    if (one_colour) make_black(layout);
    report_pages("typeset.pages_with_red", layout, layout.findings,
                 [&](const Page& page) { return has_red(page, layout); });
    report_pages("typeset.pages_with_coloured_pictures", layout, layout.findings,
                 [](const Page& page) { return has_coloured_picture(page); });
}

}  // namespace gongbao::typeset
