// SPDX-License-Identifier: Apache-2.0
#include "typeset/press/bound_parts.hpp"

#include <algorithm>
#include <utility>

#include "typeset/page/contents_links.hpp"
#include "typeset/page/paginate.hpp"

namespace gongbao::typeset {
namespace {

bool is_there(IssuePart part, const Job& job) {
    if (part == IssuePart::Contents) return job.items.size() > 1;
    if (part == IssuePart::Imprint) return job.frame.has_value() && !job.frame->imprint.empty();
    return part != IssuePart::Body && job.frame.has_value();
}

std::vector<IssuePart>::const_iterator body_of(const Profile& profile) {
    return std::find(profile.parts.begin(), profile.parts.end(), IssuePart::Body);
}

// Adds the boxes of a part, which begins a page. Returns the TOC of the contents, 0 for another
// part.
NodeId add_part(const BoundPart& bound, const Job& job, const std::vector<ContentsEntry>& entries,
                Composer& composer, Stack& stack) {
    const std::size_t first = stack.boxes.size();
    NodeId toc = 0;
    if (bound.part == IssuePart::Cover) add_cover(*job.frame, bound.node, composer, stack);
    if (bound.part == IssuePart::Contents) toc = add_contents(entries, bound.node, composer, stack);
    if (bound.part == IssuePart::Imprint) add_imprint(*job.frame, bound.node, composer, stack);
    if (stack.boxes.size() > first) stack.boxes[first].heads_page = true;
    return toc;
}

void add_blank_page(bool recto, Layout& layout) {
    layout.pages.emplace_back();
    layout.pages.back().recto = recto;
}

}  // namespace

std::vector<BoundPart> front_parts(const Job& job, const Profile& profile, Layout& layout) {
    std::vector<BoundPart> parts;
    for (auto part = profile.parts.begin(); part != body_of(profile); ++part)
        if (is_there(*part, job)) parts.push_back({*part, layout.add_node(Tag::Sect, kDocument)});
    return parts;
}

// The front pages are made last, when page numbers are known, and put first.
std::size_t set_front(const std::vector<BoundPart>& parts, const Job& job,
                      const std::vector<ContentsEntry>& entries, Composer& composer) {
    if (parts.empty()) return 0;
    Layout& layout = composer.layout();
    std::vector<Page> body = std::exchange(layout.pages, {});
    Stack stack;
    NodeId toc = 0;
    for (const BoundPart& bound : parts)
        toc = std::max(toc, add_part(bound, job, entries, composer, stack));
    const std::size_t all_targets = layout.targets.size();
    paginate(std::move(stack), 0, composer);
    if (composer.profile().mirror && layout.pages.size() % 2 != 0) add_blank_page(false, layout);
    const std::size_t count = layout.pages.size();
    if (toc != 0) add_contents_links(entries, toc, {0, count}, composer.profile(), layout);
    for (std::size_t i = 0; i < all_targets; ++i)
        layout.targets[i].page += static_cast<std::uint32_t>(count);
    for (Page& page : body) layout.pages.push_back(std::move(page));
    return count;
}

void set_back(const Job& job, const std::vector<ContentsEntry>& entries, Composer& composer) {
    const Profile& profile = composer.profile();
    Layout& layout = composer.layout();
    for (auto part = body_of(profile) + 1; part < profile.parts.end(); ++part) {
        if (!is_there(*part, job)) continue;
        const BoundPart bound{*part, layout.add_node(Tag::Sect, kDocument)};
        Stack stack;
        const NodeId toc = add_part(bound, job, entries, composer, stack);
        // The imprint is the back of the last leaf.
        if (*part == IssuePart::Imprint && layout.pages.size() % 2 == 0)
            add_blank_page(true, layout);
        const std::size_t first = layout.pages.size();
        paginate(std::move(stack), 0, composer);
        if (toc != 0)
            add_contents_links(entries, toc, {first, layout.pages.size()}, profile, layout);
    }
}

}  // namespace gongbao::typeset
