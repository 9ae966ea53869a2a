// SPDX-License-Identifier: Apache-2.0
#include "editor/desk/press/press_room.hpp"

#include <utility>

#include "archive/made_by.hpp"
#include "core/report/error.hpp"
#include "core/system/digest.hpp"
#include "editor/desk/issues/issue_sequence.hpp"
#include "editor/desk/issues/issues.hpp"
#include "editor/desk/manuscripts/desk_corrections.hpp"
#include "editor/desk/press/disclosure_bar.hpp"
#include "editor/desk/press/offprints.hpp"
#include "editor/desk/press/press_issue.hpp"
#include "editor/desk/store/holdings.hpp"

namespace gongbao::editor {
namespace {

using core::Error;
using core::ErrorKind;

// The issue, with something in it to print.
DeskIssue filled(DeskIssue issue) {
    if (issue.items.empty())
        throw Error(ErrorKind::Invalid,
                    {"desk.issue_empty", {{"issue", core::slug(issue.number)}}});
    return issue;
}

std::vector<PressDocument> documents_of(const DeskIssue& issue, const ManuscriptBox& box) {
    std::vector<PressDocument> documents;
    for (const DeskItem& item : issue.items)
        documents.push_back(
            {box.document(item.document), item.section, box.index_year(item.document)});
    return documents;
}

std::vector<const core::Document*> texts_of(const std::vector<PressDocument>& documents) {
    std::vector<const core::Document*> texts;
    for (const PressDocument& one : documents) texts.push_back(&one.document);
    return texts;
}

// A print of a gazette without a name says so.
template <typename Print>
void note_name(const core::Gazette& gazette, Print& print) {
    if (!gazette.named)
        print.findings.push_back(
            {core::Level::Warning, "", {"desk.gazette_placeholder", {{"name", gazette.name}}}, {}});
}

// What publishing the issue will join, told behind the findings of its print.
template <typename Print>
void tell_of_corrections(const DeskIssue& issue, const std::vector<PressDocument>& documents,
                         const archive::Archive& archive, Print& print) {
    if (issue.state == core::IssueState::Issued) return;
    JoinedTexts joined = join_corrections(issue.number, texts_of(documents), archive);
    for (core::Diagnostic& finding : joined.findings) print.findings.push_back(std::move(finding));
}

void require_name(const core::Gazette& gazette) {
    if (!gazette.named) throw Error(ErrorKind::Forbidden, {"desk.gazette_unnamed", {}});
}

// Lists and feeds run by the moment of issuing; a wrong clock would put the edition among earlier
// ones.
void require_after_last(core::Instant now, const archive::Archive& archive) {
    for (const archive::EditionSummary& edition : archive.editions())
        if (now < edition.issued_at)
            throw Error(ErrorKind::Forbidden, {"desk.clock_behind",
                                               {{"now", core::rfc3339(now)},
                                                {"last", core::rfc3339(edition.issued_at)}}});
}

Published summary_of(const archive::NewEdition& edition) {
    Published published;
    published.gazette = edition.gazette;
    published.number = edition.number;
    published.date = edition.date;
    published.issued_at = edition.issued_at;
    published.pages = edition.pages;
    published.records = static_cast<int>(edition.records.size());
    published.pdf_digest = core::sha256_hex(edition.pdf);
    published.pdf_size = static_cast<std::int64_t>(edition.pdf.size());
    published.made_by = edition.made_by;
    return published;
}

// What is accepted stands in the edition's record for ever.
void judge_print(typeset::Printed& printed, PrintErrors errors) {
    int accepted = 0;
    for (const core::Diagnostic& finding : printed.findings) {
        if (finding.level != core::Level::Error) continue;
        if (errors == PrintErrors::Bar)
            throw Error(ErrorKind::Forbidden, {"desk.print_has_errors", {{"place", finding.place}}},
                        finding.message.id);
        ++accepted;
    }
    if (accepted > 0) printed.made_by += "; print errors accepted: " + std::to_string(accepted);
}

}  // namespace

PressRoom::PressRoom(Holdings& holdings, const Issues& issues, typeset::Resources resources)
    : holdings_(holdings), issues_(issues), resources_(std::move(resources)) {}

typeset::Press& PressRoom::press(const std::string& profile) {
    if (!open_press_ || open_profile_ != profile) open_press_.emplace(profile, resources_);
    open_profile_ = profile;
    return *open_press_;
}

typeset::Printed PressRoom::preview(const core::IssueNumber& number, const std::string& profile,
                                    const std::optional<typeset::PrintVariant>& variant) {
    const DeskIssue issue = filled(issues_.issue(number));
    std::vector<PressDocument> documents = documents_of(issue, holdings_.box);
    typeset::Press& with = press(profile);
    typeset::Job job = press_job(issue, documents, {holdings_.gazette, holdings_.archive, with});
    job.print_variant = variant;
    typeset::Printed printed = with.print(job);
    note_name(holdings_.gazette, printed);
    tell_of_corrections(issue, documents, holdings_.archive, printed);
    return printed;
}

typeset::Preview PressRoom::preview_pages(const core::IssueNumber& number,
                                          const std::string& profile,
                                          std::optional<typeset::PageRange> range,
                                          const typeset::PageAddress& address,
                                          const std::optional<typeset::PrintVariant>& variant) {
    const DeskIssue issue = filled(issues_.issue(number));
    std::vector<PressDocument> documents = documents_of(issue, holdings_.box);
    typeset::Press& with = press(profile);
    typeset::Job job = press_job(issue, documents, {holdings_.gazette, holdings_.archive, with});
    job.print_variant = variant;
    typeset::Preview preview = with.show(job, range, address);
    note_name(holdings_.gazette, preview);
    tell_of_corrections(issue, documents, holdings_.archive, preview);
    return preview;
}

core::Diagnostics PressRoom::review(const core::IssueNumber& number) const {
    const DeskIssue issue = issues_.issue(number);
    core::Diagnostics findings = findings_of(review_items(issue, holdings_.box));
    for (core::Diagnostic& finding : told_of_number(issue.number, issue.date, issues_.numbers()))
        findings.push_back(std::move(finding));
    return findings;
}

Published PressRoom::publish(const Publishing& order) {
    // Nobody changes the issue meanwhile. The desk itself is not written to: what is issued stands
    // in the archive alone, so that there is one commit and no order of two.
    const core::Transaction desk_held(holdings_.database);
    const DeskIssue issue = filled(issues_.draft(order.issue));
    require_name(holdings_.gazette);
    const std::vector<ItemReview> reviews = review_items(issue, holdings_.box);
    require_publishable(issue, reviews, order.decisions);
    Published published;
    archive::Archive& archive = holdings_.archive;
    archive.put_edition([&] {
        if (order.moment == Moment::AfterLast) require_after_last(order.at, archive);
        std::vector<PressDocument> documents = documents_of(issue, holdings_.box);
        typeset::Printed printed =
            press_issue(issue, documents, {holdings_.gazette, archive, press(order.profile)});
        judge_print(printed, order.errors);
        auto relations = join_corrections(issue.number, texts_of(documents), archive).relations;
        printed.made_by = archive::made_by_line(
            {std::move(printed.made_by), record_of(issue, reviews, order.decisions)});
        archive::NewEdition edition = make_edition(issue, std::move(documents), holdings_.gazette,
                                                   std::move(printed), order.at);
        edition.relations = std::move(relations);
        print_offprints(edition, press(order.profile));
        published = summary_of(edition);
        return edition;
    });
    published.warnings = archive.after_issuing();
    return published;
}

}  // namespace gongbao::editor
