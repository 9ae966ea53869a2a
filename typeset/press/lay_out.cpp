// SPDX-License-Identifier: Apache-2.0
#include "typeset/press/lay_out.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "core/document/citations.hpp"
#include "core/document/document.hpp"
#include "core/system/digest.hpp"
#include "core/system/parallel.hpp"
#include "core/text/text.hpp"
#include "typeset/page/change_marks.hpp"
#include "typeset/page/cross_links.hpp"
#include "typeset/page/furniture.hpp"
#include "typeset/page/printed_text.hpp"
#include "typeset/page/proof_marks.hpp"
#include "typeset/press/bound_parts.hpp"
#include "typeset/press/set_documents.hpp"

namespace gongbao::typeset {
namespace {

constexpr std::size_t kVersionDigits = 8;

void number_pages(int first, Layout& layout) {
    for (Page& page : layout.pages) {
        page.number = first++;
        page.label = std::to_string(page.number);
    }
}

HeadWords head_words(const Job& job, const Profile& profile) {
    HeadWords words;
    for (const Item& item : job.items) {
        words.titles.push_back(item.document->meta.title);
        words.sections.push_back(item.section);
    }
    if (!job.citation.empty()) {
        words.gazette = words.issue =
            core::replace_all(profile.offprint_head, "{citation}", job.citation);
    } else if (job.frame) {
        words.gazette = job.frame->gazette;
        words.issue = core::printed_number(job.frame->number);
    } else {
        words.issue = "{title}";
        words.gazette = job.title.empty() ? "{title}" : job.title;
    }
    return words;
}

std::vector<PlacedItem> placed_items(const std::vector<ItemPages>& items, const Layout& layout) {
    std::vector<PlacedItem> placed;
    for (const ItemPages& item : items)
        placed.push_back({layout.pages[item.first].number, layout.pages[item.last].number,
                          static_cast<int>(item.first) + 1});
    return placed;
}

// What the contents say of each item; the targets they lead to are added to the layout.
std::vector<ContentsEntry> contents_entries(const Job& job, const std::vector<ItemPages>& items,
                                            const Profile& profile, Layout& layout) {
    std::vector<ContentsEntry> entries;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const core::Document& document = *job.items[i].document;
        const auto target = static_cast<std::uint32_t>(layout.targets.size());
        layout.targets.push_back({items[i].first, profile.top});
        entries.push_back({job.items[i].section, document.meta.title, core::carried_title(document),
                           layout.pages[items[i].first].label, target});
    }
    return entries;
}

// Where each name leads that a document of the job is cited by.
std::map<std::string, std::uint32_t> targets_by_name(const Job& job,
                                                     const std::vector<ContentsEntry>& entries) {
    std::map<std::string, std::uint32_t> targets;
    for (std::size_t i = 0; i < entries.size(); ++i)
        for (std::string& name : core::names_of(*job.items[i].document))
            targets.emplace(std::move(name), entries[i].target);
    return targets;
}

LaidOut set_job(const Job& job, const PressMeans& means) {
    const Profile& profile = means.profile;
    LaidOut out;
    Layout& layout = out.layout;
    layout.page_width = profile.width;
    layout.page_height = profile.height;
    Composer composer(means.fonts, profile, layout,
                      means.kept == nullptr ? nullptr : &means.kept->paragraphs(), job.explain);
    const std::vector<BoundPart> front = front_parts(job, profile, layout);
    SetDocuments set = set_documents(job, means, composer);
    number_pages(job.frame ? job.frame->first_folio : 1, layout);
    add_furniture(0, head_words(job, profile), set.pages, composer);
    out.items = placed_items(set.pages, layout);
    out.item_nodes = std::move(set.nodes);
    const std::vector<ContentsEntry> entries = contents_entries(job, set.pages, profile, layout);
    const std::size_t front_pages = set_front(front, job, entries, composer);
    for (PlacedItem& item : out.items) item.pdf_page += static_cast<int>(front_pages);
    link_references(targets_by_name(job, entries), layout);
    set_back(job, entries, composer);
    return out;
}

// Names a version: the first digits of the digest of its words.
std::string version_of(const Job& job, bool before) {
    std::string digests;
    for (const Item& item : job.items)
        digests +=
            core::text_digest(before && item.against != nullptr ? *item.against : *item.document);
    if (job.items.size() > 1) digests = core::sha256_hex(digests);
    return digests.substr(0, kVersionDigits);
}

bool has_earlier_version(const Job& job) {
    return std::any_of(job.items.begin(), job.items.end(),
                       [](const Item& item) { return item.against != nullptr; });
}

// The job as it was: each document in its earlier version, where there is one.
Job earlier_version(const Job& job) {
    Job before = job;
    for (Item& item : before.items)
        if (item.against != nullptr) item.document = std::exchange(item.against, nullptr);
    return before;
}

ProofVersion shown_version(const Job& job) {
    return {job.date, version_of(job, false), version_of(job, true), has_earlier_version(job)};
}

}  // namespace

LaidOut lay_out(const Job& job, const Profile& profile, const FontBook& fonts, GalleyStore* kept,
                unsigned threads) {
    PressMeans means{profile, fonts, kept, threads == 0 ? core::thread_count() : threads};
    if (job.explain) means.kept = nullptr;  // what was kept says nothing
    LaidOut out = set_job(job, means);
    if (!profile.proof.changes && has_earlier_version(job))
        out.layout.findings.push_back(
            {core::Level::Warning, {}, {"typeset.against_not_shown", {}}, {}});
    if (profile.proof.changes && has_earlier_version(job)) {
        means.kept = nullptr;
        const LaidOut old = set_job(earlier_version(job), means);
        mark_changes(PrintedText(old.layout), profile, out.layout);
    }
    if (profile.proof.any()) add_proof_marks(shown_version(job), profile, fonts, out.layout);
    return out;
}

}  // namespace gongbao::typeset
