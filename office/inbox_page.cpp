// SPDX-License-Identifier: Apache-2.0
// What has come in: a form that takes many files at once, and the items, newest first. A contact
// sees the own department's.
#include <algorithm>
#include <set>

#include "core/text/text.hpp"
#include "office/access.hpp"
#include "office/inbox.hpp"
#include "office/item_view.hpp"
#include "office/pages.hpp"
#include "office/words.hpp"
#include "server/http/target.hpp"

namespace gongbao::office {
namespace {

using editor::ItemState;
using server::View;

constexpr std::int64_t kInboxRows = 100;  ///< items a page
constexpr std::int64_t kLastPage = 10'000;
constexpr ItemState kStates[] = {ItemState::Received, ItemState::Ready, ItemState::Placed,
                                 ItemState::Issued, ItemState::Withdrawn};

editor::ItemQuery inbox_query(const server::Request& request) {
    editor::ItemQuery query;
    query.words = core::trim(request.parameter("words"));
    query.department = request.parameter("department");
    for (const ItemState state : kStates)
        if (request.parameter("state") == editor::name_of(state)) query.state = state;
    return query;
}

std::string page_link(const server::Request& request, std::int64_t page) {
    std::string link = "/inbox?page=" + std::to_string(page);
    for (const char* name : {"words", "department", "state"})
        if (const auto value = request.parameter(name); !value.empty())
            link += std::string("&") + name + "=" + server::percent_encoded(value);
    return link;
}

View states(const Work& work, const editor::ItemQuery& query) {
    View list(View::type::list);
    for (const ItemState state : kStates) {
        const std::string name = editor::name_of(state);
        list.push_back(choice(name, work.say("office.item_state." + name), query.state == state));
    }
    return list;
}

void set_inbox_rows(const Work& work, const std::vector<editor::Item>& items, View& view) {
    const auto count = static_cast<std::int64_t>(items.size());
    const std::int64_t pages = std::max<std::int64_t>(1, (count + kInboxRows - 1) / kInboxRows);
    const std::int64_t page = std::clamp<std::int64_t>(
        number_in(work.visit.request.parameter("page"), 1), 1, std::min(pages, kLastPage));
    View rows(View::type::list);
    for (std::int64_t at = (page - 1) * kInboxRows; at < std::min(count, page * kInboxRows); ++at)
        rows.push_back(item_view(work, items[static_cast<std::size_t>(at)]));
    view.set("items", rows);
    view.set("any", count > 0);
    view.set("count", work.say("office.inbox.count", {{"count", std::to_string(count)}}));
    view.set("previous", server::shown(page > 1 ? page_link(work.visit.request, page - 1) : ""));
    view.set("next", server::shown(page < pages ? page_link(work.visit.request, page + 1) : ""));
    view.set("paging", work.say("office.paging", {{"page", std::to_string(page)},
                                                  {"pages", std::to_string(pages)}}));
}

View sections(const Work& work) {
    View list(View::type::list);
    for (const std::string& section : work.office.desk().gazette().sections)
        list.push_back(choice(section, section, false));
    return list;
}

}  // namespace

Response inbox(const Work& work, const View& outcomes, int status) {
    const server::Request& request = work.visit.request;
    const editor::ItemQuery query = inbox_query(request);
    View view;
    set_inbox_rows(work, work.office.items().find(work.actor(), query), view);
    view.set("hands_in", hands_in(work.person()));
    view.set("of_office", work.person().is_of_office());
    view.set("sections", sections(work));
    view.set("words", query.words);
    view.set("department", query.department);
    view.set("states", states(work, query));
    view.set("narrowed", !query.words.empty() || !query.department.empty() || query.state);
    view.set("outcomes", outcomes);
    view.set("has_outcomes", outcomes.is_non_empty_list());
    return page(work, "inbox", view,
                {work.say("office.inbox.title"), "inbox", status, "upload.js"});
}

Response inbox_page(const Work& work) {
    return inbox(work, View(View::type::list), 200);
}

}  // namespace gongbao::office
