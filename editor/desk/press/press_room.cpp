// SPDX-License-Identifier: Apache-2.0
#include "editor/desk/press/press_room.hpp"

#include <utility>

#include "editor/desk/issues/issue_sequence.hpp"
#include "editor/desk/issues/issues.hpp"
#include "editor/desk/manuscripts/desk_corrections.hpp"
#include "editor/desk/press/disclosure_bar.hpp"
#include "editor/desk/press/press_issue.hpp"
#include "editor/desk/press/publish_issue.hpp"
#include "editor/desk/store/holdings.hpp"
#include "editor/desk/store/seals.hpp"

namespace gongbao::editor {
namespace {

// A print of a gazette without a name says so.
template <typename Print>
void note_name(const core::Gazette& gazette, Print& print) {
    if (!gazette.named)
        print.findings.push_back(
            {core::Level::Warning, {}, {"desk.gazette_placeholder", {{"name", gazette.name}}}, {}});
}

// What publishing the issue will join, told behind the findings of its print.
template <typename Print>
void tell_of_corrections(const DeskIssue& issue, const std::vector<PressDocument>& documents,
                         const archive::Archive& archive, Print& print) {
    if (issue.state == core::IssueState::Issued) return;
    JoinedTexts joined = join_corrections(issue.number, texts_of(documents), archive);
    for (core::Diagnostic& finding : joined.findings) print.findings.push_back(std::move(finding));
}

// An issue ready to be set.
struct SetUp {
    DeskIssue issue;
    std::vector<PressDocument> documents;
    typeset::Job job;  // of these documents
};

SetUp set_up(DeskIssue issue, const Holdings& holdings, typeset::Press& press,
             const std::optional<typeset::PrintVariant>& variant = {}) {
    SetUp set;
    set.issue = filled(std::move(issue));
    set.documents = documents_of(set.issue, holdings.box);
    set.job = press_job(set.issue, set.documents, {holdings.gazette, holdings.archive, press});
    set.job.print_variant = variant;
    return set;
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
    typeset::Press& with = press(profile);
    const SetUp set = set_up(issues_.issue(number), holdings_, with, variant);
    typeset::Printed printed = with.print(set.job);
    note_name(holdings_.gazette, printed);
    tell_of_corrections(set.issue, set.documents, holdings_.archive, printed);
    return printed;
}

typeset::Preview PressRoom::preview_pages(const core::IssueNumber& number,
                                          const std::string& profile,
                                          std::optional<typeset::PageRange> range,
                                          const typeset::PageAddress& address,
                                          const std::optional<typeset::PrintVariant>& variant) {
    typeset::Press& with = press(profile);
    const SetUp set = set_up(issues_.issue(number), holdings_, with, variant);
    typeset::Preview preview = with.show(set.job, range, address);
    note_name(holdings_.gazette, preview);
    tell_of_corrections(set.issue, set.documents, holdings_.archive, preview);
    return preview;
}

std::vector<typeset::PlacedItem> PressRoom::place(const core::IssueNumber& number,
                                                  const std::string& profile) {
    typeset::Press& with = press(profile);
    return with.place(set_up(issues_.issue(number), holdings_, with).job);
}

Review PressRoom::review(const core::IssueNumber& number) const {
    Review review;
    DeskIssue issue;
    {
        const core::Snapshot one_look(holdings_.database);
        issue = issues_.issue(number);
        review.state = state_of_issue(holdings_.database, number);
    }
    review.documents =
        std::make_shared<const std::vector<PressDocument>>(documents_of(issue, holdings_.box));
    review.items = review_items(issue, *review.documents, holdings_.box);
    review.findings = findings_of(review.items);
    for (core::Diagnostic& finding : told_of_number(issue.number, issue.date, issues_.numbers()))
        review.findings.push_back(std::move(finding));
    return review;
}

Published PressRoom::publish(const Publishing& order) {
    return publish_issue(order, holdings_, issues_, press(order.profile));
}

}  // namespace gongbao::editor
