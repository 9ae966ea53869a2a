// SPDX-License-Identifier: Apache-2.0
// What waits for this person: items to sign off, the earliest to take effect first, and, for an
// editor, items that nobody can sign off yet.
#include "office/access.hpp"
#include "office/item_view.hpp"
#include "office/pages.hpp"

namespace gongbao::office {
namespace {

using server::View;

View to_sign(const Work& work) {
    View list(View::type::list);
    for (const auto& [item, kind] : work.office.signoffs().queue(work.actor())) {
        View view = item_view(work, item);
        view.set("kind_words", work.say(std::string("office.signoff.") + editor::name_of(kind)));
        list.push_back(view);
    }
    return list;
}

/// With errors, or without a section.
View to_edit(const Work& work) {
    View list(View::type::list);
    if (!work.person().is(editor::Role::Editor)) return list;
    editor::ItemQuery query;
    query.state = editor::ItemState::Received;
    for (const editor::Item& item : work.office.items().find(work.actor(), query)) {
        if (item.errors == 0 && !item.section.empty()) continue;
        View view = item_view(work, item);
        view.set("without_section", item.section.empty());
        list.push_back(view);
    }
    return list;
}

}  // namespace

Response queue_page(const Work& work) {
    if (!sees(work.person(), Who::Staff)) return server::redirect(303, home_of(work.person()));
    const View signing = to_sign(work);
    const View editing = to_edit(work);
    View view;
    view.set("name", work.person().name);
    view.set("today", core::iso(core::date_at(work.now)));
    view.set("to_sign", signing);
    view.set("has_to_sign", signing.is_non_empty_list());
    view.set("to_edit", editing);
    view.set("has_to_edit", editing.is_non_empty_list());
    view.set("is_editor", work.person().is(editor::Role::Editor));
    return page(work, "queue", view, {work.say("office.queue.title"), "queue", 200, {}});
}

}  // namespace gongbao::office
