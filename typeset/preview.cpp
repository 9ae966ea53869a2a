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

struct LivePreview::Room {
    Room(const std::string& name, const Resources& resources)
        : profile(read_profile(name, resources.profiles)), fonts(resources.fonts), outlines(fonts) {}

    Profile profile;
    FontBook fonts;
    svg::Outlines outlines;
    GalleyStore galleys;
};

LivePreview::LivePreview(const std::string& profile, const Resources& resources)
    : room_(std::make_unique<Room>(profile, resources)) {}
LivePreview::~LivePreview() = default;
LivePreview::LivePreview(LivePreview&&) noexcept = default;

Preview LivePreview::show(const Job& job, std::optional<PageRange> range, const PageAddress& address, Dump dump) {
    if (job.items.empty()) throw core::Error(core::ErrorKind::Invalid, {"typeset.nothing_to_set", {}});
    LaidOut laid_out = lay_out(job, room_->profile, room_->fonts, &room_->galleys);
    const Layout& layout = laid_out.layout;
    Preview made;
    made.page_count = static_cast<int>(layout.pages.size());
    const PageRange pages = within(range, made.page_count);
    made.first_page = pages.first;
    svg::PageOptions options;
    if (address)
        options.address = [&address](std::uint32_t page) { return address(static_cast<int>(page) + 1); };
    for (int page = pages.first; page <= pages.last; ++page)
        made.pages.push_back(
            svg::write_page(layout, static_cast<std::size_t>(page - 1), room_->outlines, options));
    if (job.explain) made.explanation = explain(layout);
    if (dump == Dump::Text) made.dump = dump_layout(layout);
    made.findings = std::move(laid_out.layout.findings);
    return made;
}

LivePreview::Kept LivePreview::kept() const {
    const ParagraphStore::Use use = room_->galleys.paragraphs().use();
    return {room_->galleys.reused(), use.asked, use.asked - use.had};
}

Preview preview(const Job& job, const Resources& resources, std::optional<PageRange> range,
                const PageAddress& address, Dump dump) {
    return LivePreview(job.profile, resources).show(job, range, address, dump);
}

}  // namespace gongbao::typeset
