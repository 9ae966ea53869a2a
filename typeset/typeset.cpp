// SPDX-License-Identifier: Apache-2.0
#include "typeset/typeset.hpp"

#include <hb.h>

#include <algorithm>

#include "core/document/document.hpp"
#include "core/report/error.hpp"
#include "core/system/parallel.hpp"
#include "core/text/text.hpp"
#include "typeset/layout/layout_dump.hpp"
#include "typeset/page/print_ready.hpp"
#include "typeset/pdf/values.hpp"
#include "typeset/pdf/write_pdf.hpp"
#include "typeset/press/lay_out.hpp"
#include "typeset/svg/write_svg.hpp"

namespace gongbao::typeset {
namespace {

constexpr const char* kProducer = "Gongbao 0.1";

std::string title_of(const Job& job, const Profile& profile) {
    if (!job.title.empty()) return job.title;
    if (job.frame) return job.frame->gazette + " " + core::printed_number(job.frame->number);
    const core::Document& document = *job.items.front().document;
    if (!document.meta.title.empty()) return document.meta.title;
    // ISO 14289-1, 7.1: a file has a title.
    constexpr std::size_t kEnough = 40;
    const std::string words = core::plain_text(document);
    const std::size_t begin = std::min(words.find_first_not_of('\n'), words.size());
    const std::string first = words.substr(begin, words.find('\n', begin) - begin);
    return first.empty() ? profile.words.untitled : core::excerpt(first, kEnough);
}

std::string author_of(const Job& job) {
    if (job.frame) return job.frame->gazette;
    const auto& issuers = job.items.front().document->meta.issuers;
    return issuers.empty() ? std::string() : issuers.front();
}

std::vector<pdf::Source> sources_of(const Job& job, const std::vector<NodeId>& nodes) {
    std::vector<pdf::Source> sources;
    for (std::size_t i = 0; i < job.items.size(); ++i)
        sources.push_back({job.items[i].document, nodes[i], job.items[i].source});
    return sources;
}

pdf::Finish finish_of(const Job& job, const std::vector<NodeId>& nodes,
                      core::Diagnostics& findings) {
    pdf::Finish finish;
    if (job.attach_sources)
        finish.attachments = pdf::attach_sources(sources_of(job, nodes), findings);
    finish.signature_field = job.signature_field;
    if (job.print_variant) finish.bleed = mm(job.print_variant->bleed / 1000.0);
    return finish;
}

std::string made_by(const Profile& profile, const FontBook& fonts) {
    return std::string(kProducer) + "; HarfBuzz " + hb_version_string() + "; " +
           pdf::library_version() + "; profile " + profile.name + "; fonts " +
           core::join(fonts.opened(), " ");
}

void require_items(const Job& job) {
    if (job.items.empty())
        throw core::Error(core::ErrorKind::Invalid, {"typeset.nothing_to_set", {}});
}

Printed print_laid_out(const Job& job, LaidOut laid_out, const Profile& profile,
                       const FontBook& fonts, Dump dump) {
    if (job.print_variant) {
        const bool ends_with_imprint =
            profile.has(IssuePart::Imprint) && job.frame && !job.frame->imprint.empty();
        make_print_ready(job.print_variant->one_colour, ends_with_imprint, laid_out.layout);
    }
    Printed printed;
    printed.findings = std::move(laid_out.layout.findings);
    printed.pdf = pdf::write_pdf(
        laid_out.layout, fonts, {title_of(job, profile), author_of(job), job.date, kProducer},
        printed.findings, finish_of(job, laid_out.item_nodes, printed.findings));
    printed.pages = static_cast<int>(laid_out.layout.pages.size());
    printed.items = std::move(laid_out.items);
    if (dump == Dump::Text) printed.dump = dump_layout(laid_out.layout);
    if (job.explain) printed.explanation = explain(laid_out.layout);
    printed.made_by = made_by(profile, fonts);
    return printed;
}

PageRange within(std::optional<PageRange> range, int pages) {
    if (!range) return {1, pages};
    if (range->first < 1 || range->last < range->first || range->last > pages)
        throw core::Error(core::ErrorKind::NotFound, {"typeset.no_such_page",
                                                      {{"page", std::to_string(range->last)},
                                                       {"pages", std::to_string(pages)}}});
    return *range;
}

}  // namespace

std::shared_ptr<const SourceFile> source_file(const core::Document& document) {
    return pdf::make_source_file(document);
}

struct Press::Room {
    Room(const std::string& name, const Resources& resources)
        : fonts(resources.fonts),
          profile(read_profile(name, resources.profiles, &fonts)),
          outlines(fonts) {}

    // Keeps nothing itself: a job that is set once should not fill the memory.
    LaidOut set_once(const Job& job) {
        require_items(job);
        return lay_out(job, profile, fonts, kept_any ? &galleys : nullptr);
    }

    Printed print_alone(const Job& job) const {
        return print_laid_out(job, lay_out(job, profile, fonts, nullptr, 1), profile, fonts,
                              Dump::None);
    }

    LaidOut set_again(const Job& job) {
        require_items(job);
        kept_any = true;
        return lay_out(job, profile, fonts, &galleys);
    }

    FontBook fonts;
    Profile profile;
    svg::Outlines outlines;
    GalleyStore galleys;
    bool kept_any = false;
};

Press::Press(const std::string& profile, const Resources& resources)
    : room_(std::make_unique<Room>(profile, resources)) {}
Press::~Press() = default;
Press::Press(Press&&) noexcept = default;

Printed Press::print(const Job& job, Dump dump) {
    return print_laid_out(job, room_->set_once(job), room_->profile, room_->fonts, dump);
}

std::vector<Printed> Press::print_each(const std::vector<Job>& jobs) const {
    for (const Job& job : jobs) require_items(job);
    std::vector<Printed> printed(jobs.size());
    core::for_each_index(jobs.size(), core::thread_count(),
                         [&](std::size_t i) { printed[i] = room_->print_alone(jobs[i]); });
    return printed;
}

// The job itself first, for it takes longest.
std::vector<Printed> Press::print_with(const Job& job, const OffprintJobs& offprints) {
    LaidOut laid_out = room_->set_once(job);
    const std::vector<Job> others = offprints(laid_out.items);
    for (const Job& other : others) require_items(other);
    std::vector<Printed> printed(others.size() + 1);
    core::for_each_index(printed.size(), core::thread_count(), [&](std::size_t i) {
        printed[i] = i == 0 ? print_laid_out(job, std::move(laid_out), room_->profile, room_->fonts,
                                             Dump::None)
                            : room_->print_alone(others[i - 1]);
    });
    return printed;
}

std::vector<PlacedItem> Press::place(const Job& job) {
    return room_->set_again(job).items;
}

Preview Press::show(const Job& job, std::optional<PageRange> range, const PageAddress& address,
                    Dump dump) {
    LaidOut laid_out = room_->set_again(job);
    const Layout& layout = laid_out.layout;
    Preview made;
    made.page_count = static_cast<int>(layout.pages.size());
    const PageRange pages = within(range, made.page_count);
    made.first_page = pages.first;
    svg::PageOptions options;
    if (address)
        options.address = [&address](std::uint32_t page) {
            return address(static_cast<int>(page) + 1);
        };
    for (int page = pages.first; page <= pages.last; ++page)
        made.pages.push_back(
            svg::write_page(layout, static_cast<std::size_t>(page - 1), room_->outlines, options));
    if (job.explain) made.explanation = explain(layout);
    if (dump == Dump::Text) made.dump = dump_layout(layout);
    made.findings = std::move(laid_out.layout.findings);
    made.items = std::move(laid_out.items);
    return made;
}

Press::Kept Press::kept() const {
    const ParagraphStore::Use use = room_->galleys.paragraphs().use();
    return {room_->galleys.reused(), use.asked, use.asked - use.had};
}

}  // namespace gongbao::typeset
