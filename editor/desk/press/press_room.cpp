// SPDX-License-Identifier: Apache-2.0
#include "editor/desk/press/press_room.hpp"

#include <algorithm>
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

bool has_index(const std::vector<PressDocument>& documents) {
    return std::any_of(documents.begin(), documents.end(),
                       [](const PressDocument& one) { return one.index_year.has_value(); });
}

}  // namespace

// An issue ready to be set.
struct PressRoom::SetUp {
    DeskIssue issue;
    std::vector<PressDocument> documents;
    typeset::Job job;  // of these documents
};

// What it was set up from. Nothing else goes into the job of an issue without an annual index; the
// gazette is read when the desk is opened.
struct PressRoom::Looked {
    core::IssueNumber number;
    std::string state;  // of the issue on the desk (seals.hpp)
    int folio = 0;
    SetUp set;
};

PressRoom::PressRoom(Holdings& holdings, const Issues& issues, typeset::Resources resources)
    : holdings_(holdings), issues_(issues), resources_(std::move(resources)) {}
PressRoom::~PressRoom() = default;

typeset::Press& PressRoom::press(const std::string& profile) {
    if (!open_press_ || open_profile_ != profile) open_press_.emplace(profile, resources_);
    open_profile_ = profile;
    return *open_press_;
}

PressRoom::SetUp PressRoom::set_up(const core::IssueNumber& number, typeset::Press& press) const {
    SetUp set;
    set.issue = filled(issues_.issue(number));
    set.documents = documents_of(set.issue, holdings_.box);
    set.job = press_job(set.issue, set.documents, {holdings_.gazette, holdings_.archive, press});
    return set;
}

const PressRoom::SetUp& PressRoom::set_up_to_look(const core::IssueNumber& number,
                                                  typeset::Press& press) {
    const core::Snapshot one_state(holdings_.database);
    const std::string state = state_of_issue(holdings_.database, number);
    const int folio = first_folio(number, holdings_.gazette.folios, holdings_.archive);
    const bool same = looked_ && looked_->number == number && looked_->state == state &&
                      looked_->folio == folio && !has_index(looked_->set.documents);
    if (!same) {
        looked_.reset();
        looked_ = std::make_unique<Looked>(Looked{number, state, folio, set_up(number, press)});
    }
    return looked_->set;
}

typeset::Printed PressRoom::preview(const core::IssueNumber& number, const std::string& profile,
                                    const std::optional<typeset::PrintVariant>& variant) {
    typeset::Press& with = press(profile);
    SetUp set = set_up(number, with);
    set.job.print_variant = variant;
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
    SetUp set = set_up(number, with);
    set.job.print_variant = variant;
    typeset::Preview preview = with.show(set.job, range, address);
    note_name(holdings_.gazette, preview);
    tell_of_corrections(set.issue, set.documents, holdings_.archive, preview);
    return preview;
}

typeset::Preview PressRoom::look(const core::IssueNumber& number, const std::string& profile,
                                 std::optional<typeset::PageRange> range,
                                 const typeset::PageAddress& address) {
    typeset::Press& with = press(profile);
    return with.show(set_up_to_look(number, with).job, range, address);
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
    review.items = review_items(issue, *review.documents, holdings_.box, &judged_);
    review.findings = findings_of(review.items);
    for (core::Diagnostic& finding : told_of_number(issue.number, issue.date, issues_.numbers()))
        review.findings.push_back(std::move(finding));
    return review;
}

Published PressRoom::publish(const Publishing& order) {
    return publish_issue(order, holdings_, issues_, press(order.profile));
}

}  // namespace gongbao::editor
