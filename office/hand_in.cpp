// SPDX-License-Identifier: Apache-2.0
// Files handed in: each is taken in for itself, so that one that cannot be read does not keep the
// others out. Handed in again, nothing is doubled: the same bytes are the same item.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/report/error.hpp"
#include "editor/audit/act.hpp"
#include "office/inbox.hpp"
#include "office/item_view.hpp"
#include "office/pages.hpp"
#include "server/kit/status.hpp"

namespace gongbao::office {
namespace {

using core::Error;
using core::ErrorKind;

struct Handed {
    std::string name;
    std::string outcome;  ///< "received", "known", "refused"
    std::string words;
    editor::ItemId item = 0;
    int status = 200;
};

/// `any`: another file of the form is in already.
Handed take(const Work& work, const server::FormFile& file, const editor::NewItem& item, bool any) {
    try {
        const editor::ReceivedItem received =
            work.office.items().receive(work.actor(), {file.name, file.content.whole()}, item);
        const auto errors =
            std::count_if(received.findings.begin(), received.findings.end(),
                          [](const auto& one) { return one.level == core::Level::Error; });
        const char* id = received.known ? "office.handed.known"
                         : errors > 0   ? "office.handed.with_errors"
                                        : "office.handed.received";
        return {file.name, received.known ? "known" : "received",
                work.say(id, {{"errors", std::to_string(errors)}}), received.id, 200};
    } catch (const Error& error) {
        // What came in before a disk failed is in, and is told so.
        if (!any && !editor::is_refusal(error)) throw;
        return {file.name, "refused", work.say(error.for_people()), 0,
                server::status_of(error.kind())};
    }
}

/// Everything refused is a refusal; otherwise each file says for itself.
int status_of_all(const std::vector<Handed>& all) {
    const bool refused = std::all_of(all.begin(), all.end(),
                                     [](const Handed& one) { return one.outcome == "refused"; });
    return refused ? all.front().status : 200;
}

server::View outcomes_view(const std::vector<Handed>& all) {
    server::View list(server::View::type::list);
    for (const Handed& one : all) {
        server::View view;
        view.set("name", one.name);
        view.set("outcome", one.outcome);
        view.set("words", one.words);
        view.set("address", server::shown(one.item == 0 ? "" : address_of(one.item)));
        list.push_back(view);
    }
    return list;
}

Response as_json(const std::vector<Handed>& all, int status) {
    auto list = nlohmann::json::array();
    for (const Handed& one : all)
        list.push_back({{"name", one.name},
                        {"outcome", one.outcome},
                        {"words", one.words},
                        {"address", one.item == 0 ? "" : address_of(one.item)}});
    Response response;
    response.status = status;
    server::add_field(response.fields, "Content-Type", "application/json");
    response.body = std::make_shared<const std::string>(list.dump());
    return response;
}

}  // namespace

Response hand_in(const Work& work, const Form& form) {
    if (form.files.empty()) throw Error(ErrorKind::Invalid, {"office.no_file", {}});
    const editor::NewItem item{std::string(form.value("section")),
                               std::string(form.value("department")),
                               std::string(form.value("note"))};
    std::vector<Handed> all;
    bool any = false;
    for (const server::FormFile& file : form.files) {
        all.push_back(take(work, file, item, any));
        any = any || all.back().item != 0;
    }
    const int status = status_of_all(all);
    if (work.visit.request.field("accept").value_or("") == "application/json")
        return as_json(all, status);
    // Who may not hand in may not see the list either: say only why.
    if (status == 403) throw Error(ErrorKind::Forbidden, {"office.no_right", {}});
    return inbox(work, outcomes_view(all), status);
}

}  // namespace gongbao::office
