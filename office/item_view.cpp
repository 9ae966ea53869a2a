// SPDX-License-Identifier: Apache-2.0
#include "office/item_view.hpp"

#include "office/words.hpp"

namespace gongbao::office {

std::string address_of(editor::ItemId id) {
    return "/items/" + std::to_string(id);
}

server::View item_view(const Work& work, const editor::Item& item) {
    const std::string state = editor::name_of(item.state);
    server::View view;
    view.set("id", std::to_string(item.id));
    view.set("address", address_of(item.id));
    view.set("title", item.title.empty() ? work.say("office.item.untitled") : item.title);
    view.set("number", server::shown(item.number));
    view.set("department", server::shown(item.department));
    view.set("section", server::shown(item.section));
    set_moment(view, "received", item.received);
    set_effective(work, item.effective, view);
    view.set("errors", server::shown(item.errors > 0 ? std::to_string(item.errors) : ""));
    view.set("state", state);
    view.set("state_words", work.say("office.item_state." + state));
    view.set("issue", server::shown(item.issue ? say_issue(work, *item.issue) : ""));
    view.set("version", std::to_string(item.current().number));
    return view;
}

}  // namespace gongbao::office
