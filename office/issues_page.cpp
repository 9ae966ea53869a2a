// SPDX-License-Identifier: Apache-2.0
// The issues being made and those that are out, and the pool: what can be placed, or will be, the
// most urgent on top.
#include "core/report/error.hpp"
#include "office/issue_view.hpp"
#include "office/item_view.hpp"
#include "office/pages.hpp"
#include "office/words.hpp"

namespace gongbao::office {
namespace {

using server::View;

View issues_view(const Work& work) {
    View list(View::type::list);
    for (const editor::DeskIssue& issue : work.office.assembly().issues(work.actor())) {
        View view;
        set_issue(work, issue, view);
        view.set("count", std::to_string(issue.items.size()));
        // Expected to be out by its date (缩短周期: 国办发〔2018〕22号).
        view.set("overdue",
                 issue.state == core::IssueState::Draft && issue.date < core::date_at(work.now));
        list.push_back(view);
    }
    return list;
}

View kinds(const Work& work, core::IssueKind chosen) {
    View list(View::type::list);
    for (const auto kind :
         {core::IssueKind::Regular, core::IssueKind::Special, core::IssueKind::Supplement})
        list.push_back(choice(core::name_of(kind),
                              work.say(std::string("office.issue_kind.") + core::name_of(kind)),
                              kind == chosen));
    return list;
}

// The number after the last one of the year of today.
core::IssueNumber next_number(const Work& work) {
    core::IssueNumber next;
    next.year = core::date_at(work.now).year;
    next.kind = core::IssueKind::Regular;
    next.number = 1;
    for (const core::IssueNumber& one : work.office.desk().issues().numbers())
        if (one.year == next.year && one.kind == next.kind && one.number >= next.number)
            next.number = one.number + 1;
    return next;
}

int figure_in(const Form& form, const char* name) {
    const std::int64_t value = number_in(form.value(name), 0);
    if (value < 1 || value > 99'999)
        throw core::Error(core::ErrorKind::Invalid, {"office.issue_number_bad", {}});
    return static_cast<int>(value);
}

}  // namespace

View pool_view(const Work& work) {
    View list(View::type::list);
    for (const editor::PoolItem& one : work.office.assembly().pool(work.actor())) {
        View view = item_view(work, one.item);
        view.set("item", std::to_string(one.item.id));
        view.set("ready", one.missing.empty());
        view.set("missing", server::shown(kinds_of(work, one.missing)));
        list.push_back(view);
    }
    return list;
}

Response issues_page(const Work& work) {
    const View issues = issues_view(work);
    const View pool = pool_view(work);
    const core::IssueNumber next = next_number(work);
    View view;
    view.set("issues", issues);
    view.set("has_issues", issues.is_non_empty_list());
    view.set("pool", pool);
    view.set("has_pool", pool.is_non_empty_list());
    view.set("is_editor", work.person().is(editor::Role::Editor));
    view.set("year", std::to_string(next.year));
    view.set("number", std::to_string(next.number));
    view.set("kinds", kinds(work, next.kind));
    view.set("today", core::iso(core::date_at(work.now)));
    return page(work, "issues", view, {work.say("office.issues.title"), "issues", 200, {}});
}

Response add_issue(const Work& work, const Form& form) {
    core::IssueNumber number;
    number.year = figure_in(form, "year");
    number.number = figure_in(form, "number");
    const auto kind = core::issue_kind_named(form.value("kind"));
    const auto date = core::parse_date(form.value("date"));
    if (!kind || !date || number.year > 9999)
        throw core::Error(core::ErrorKind::Invalid, {"office.issue_number_bad", {}});
    number.kind = *kind;
    if (!form.value("running").empty()) number.running = figure_in(form, "running");
    work.office.assembly().add_issue(work.actor(), number, *date);
    return server::redirect(303, address_of(number) + "?done=issue_added");
}

}  // namespace gongbao::office
