// SPDX-License-Identifier: Apache-2.0
// The people of the office: a list, and the form for a new one, whose one-time link is shown once.
#include "editor/audit/act.hpp"
#include "office/pages.hpp"
#include "office/person_view.hpp"
#include "office/words.hpp"
#include "server/kit/status.hpp"

namespace gongbao::office {
namespace {

using server::View;

View list_view(const Work& work) {
    View list(View::type::list);
    for (const editor::Person& person : work.office.people().all())
        list.push_back(person_view(work, person));
    return list;
}

editor::NewPerson person_in(const Form& form) {
    return {std::string(form.value("login")), std::string(form.value("name")),
            std::string(form.value("department")), roles_in(form)};
}

Response people_list(const Work& work, const editor::NewPerson& typed, const core::Error* error) {
    View view;
    view.set("people", list_view(work));
    view.set("may_add", work.person().is(editor::Role::SystemAdmin));
    view.set("login", typed.login);
    view.set("name", typed.name);
    view.set("department", typed.department);
    view.set("role_groups", role_choices(work, typed.roles));
    view.set("error", server::shown(error == nullptr ? "" : work.say(error->for_people())));
    Frame frame{work.say("office.people.title"), "people", 200, {}};
    if (error != nullptr) frame.status = server::status_of(error->kind());
    return page(work, "people", view, frame);
}

}  // namespace

Response people_page(const Work& work) {
    return people_list(work, {}, nullptr);
}

Response add_person(const Work& work, const Form& form) {
    const editor::NewPerson typed = person_in(form);
    editor::PersonId id = 0;
    try {
        id = work.office.people().add(work.actor(), typed);
    } catch (const core::Error& error) {
        // Who may not see the list is told so on a page without it.
        if (!editor::is_refusal(error) || error.kind() == core::ErrorKind::Forbidden) throw;
        return people_list(work, typed, &error);
    }
    return link_shown_once(work, id);
}

}  // namespace gongbao::office
