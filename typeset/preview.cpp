// SPDX-License-Identifier: Apache-2.0
#include "typeset/preview.hpp"

#include "core/error.hpp"
#include "typeset/lay_out.hpp"
#include "typeset/layout_dump.hpp"
#include "typeset/svg/write_svg.hpp"

namespace gongbao::typeset {
namespace {

PageRange within(std::optional<PageRange> range, int pages) {
    if (!range) return {1, pages};
    if (range->first < 1 || range->last < range->first || range->last > pages)
        throw core::Error(core::ErrorKind::NotFound,
                          {"typeset.no_such_page", {{"page", std::to_string(range->last)},
                                                    {"pages", std::to_string(pages)}}});
    return *range;
}

}  // namespace

Preview preview(const Job& job, const Resources& resources, std::optional<PageRange> range,
                const PageAddress& address, Dump dump) {
    if (job.items.empty()) throw core::Error(core::ErrorKind::Invalid, {"typeset.nothing_to_set", {}});
    const Profile profile = read_profile(job.profile, resources.profiles);
    const FontBook fonts(resources.fonts);
    LaidOut laid_out = lay_out(job, profile, fonts);
    const Layout& layout = laid_out.layout;
    Preview made;
    made.page_count = static_cast<int>(layout.pages.size());
    const PageRange pages = within(range, made.page_count);
    made.first_page = pages.first;
    svg::PageOptions options;
    if (address)
        options.address = [&address](std::uint32_t page) { return address(static_cast<int>(page) + 1); };
    svg::Outlines outlines(fonts);
    for (int page = pages.first; page <= pages.last; ++page)
        made.pages.push_back(
            svg::write_page(layout, static_cast<std::size_t>(page - 1), outlines, options));
    if (dump == Dump::Text) made.dump = dump_layout(layout);
    made.findings = std::move(laid_out.layout.findings);
    return made;
}

}  // namespace gongbao::typeset
