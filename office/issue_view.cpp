// SPDX-License-Identifier: Apache-2.0
#include "office/issue_view.hpp"

#include "core/report/error.hpp"
#include "core/text/text.hpp"
#include "office/words.hpp"

namespace gongbao::office {

core::IssueNumber issue_of(const Work& work) {
    const auto number = core::parse_issue_slug(work.visit.argument);
    if (!number) throw core::Error(core::ErrorKind::NotFound, {"office.issue_unknown", {}});
    return *number;
}

std::string address_of(const core::IssueNumber& number) {
    return "/issues/" + core::slug(number);
}

void set_issue(const Work& work, const editor::DeskIssue& issue, server::View& view) {
    const bool locked =
        issue.state == core::IssueState::Draft && work.office.issuing().proof(issue.number);
    const std::string state = issue.state == core::IssueState::Issued ? "issued"
                              : locked                                ? "locked"
                                                                      : "draft";
    view.set("slug", core::slug(issue.number));
    view.set("address", address_of(issue.number));
    view.set("issue", say_issue(work, issue.number));
    view.set("date", core::iso(issue.date));
    view.set("state", state);
    view.set("state_words", work.say("office.issue_state." + state));
    view.set("is_draft", state == "draft");
    view.set("is_locked", state == "locked");
    view.set("is_issued", state == "issued");
}

std::string kinds_of(const Work& work, const std::vector<editor::Missing>& missing) {
    std::vector<std::string> names;
    for (const editor::Missing& one : missing)
        names.push_back(work.say(std::string("office.signoff.") + editor::name_of(one.kind)));
    return core::join(names, work.say("office.comma"));
}

}  // namespace gongbao::office
