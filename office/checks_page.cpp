// SPDX-License-Identifier: Apache-2.0
// Preflight of an issue: what stops it and what deserves a look, who settles it, and a way there.
#include "office/issue_view.hpp"
#include "office/pages.hpp"
#include "office/words.hpp"

namespace gongbao::office {
namespace {

using editor::Check;
using server::View;

std::string title_of(const editor::DeskIssue& issue, editor::DocumentId document) {
    for (const editor::DeskItem& item : issue.items)
        if (item.document == document) return item.title;
    return {};
}

// A kind of sign-off is named by its words.
core::Message worded(const Work& work, core::Message message) {
    const auto kind = message.args.find("kind");
    if (message.id == "office.preflight.signoff_missing" && kind != message.args.end())
        kind->second = work.say("office.signoff." + kind->second);
    return message;
}

View check_view(const Work& work, const editor::DeskIssue& issue, const Check& check, bool open) {
    View view;
    const bool stops = check.stops();
    view.set("stops", stops);
    view.set("weight", work.say(stops ? "office.checks.stops" : "office.checks.look"));
    view.set("words", work.say(worded(work, check.finding.message)));
    view.set("place", server::shown(work.language.words.say(check.finding.place)));
    view.set("excerpt", server::shown(check.finding.excerpt));
    view.set("title", server::shown(title_of(issue, check.document)));
    view.set("item", server::shown(check.item ? "/items/" + std::to_string(*check.item) : ""));
    view.set("owner", work.say(std::string("office.role.") + editor::name_of(check.owner)));
    view.set("key", check.key);
    view.set("may_accept",
             open && !check.key.empty() && !check.accepted && work.person().is(check.owner));
    view.set("accepted", check.accepted.has_value());
    if (check.accepted) {
        view.set("by", check.accepted->name);
        view.set("reason", check.accepted->reason);
        set_moment(view, "at", check.accepted->at);
    }
    return view;
}

}  // namespace

Response checks_page(const Work& work) {
    const core::IssueNumber number = issue_of(work);
    const editor::DeskIssue issue = work.office.desk().issues().issue(number);
    const std::vector<Check> checks = work.office.preflight().checks(number);
    const bool open =
        issue.state == core::IssueState::Draft && !work.office.issuing().proof(number);
    View list(View::type::list);
    for (const Check& check : checks) list.push_back(check_view(work, issue, check, open));
    View view;
    set_issue(work, issue, view);
    view.set("checks", list);
    view.set("any", !checks.empty());
    const int stops = editor::count_stops(checks);
    view.set("has_stops", stops > 0);
    view.set("summary",
             work.say(stops > 0 ? "office.checks.summary_stops" : "office.checks.summary_free",
                      {{"count", std::to_string(stops)},
                       {"looks", std::to_string(static_cast<int>(checks.size()) - stops)}}));
    view.set("done", server::shown(done_words(work)));
    return page(
        work, "checks", view,
        {work.say("office.checks.title") + " " + say_issue(work, number), "issues", 200, {}});
}

}  // namespace gongbao::office
