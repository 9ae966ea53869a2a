// SPDX-License-Identifier: Apache-2.0
// One person, for administrators: roles, and whether the account is open.
#include "core/report/error.hpp"
#include "office/pages.hpp"
#include "office/person_view.hpp"
#include "office/words.hpp"

namespace gongbao::office {
namespace {

editor::PersonId id_of(const Work& work) {
    return number_in(work.visit.argument, 0);
}

Response back_to_person(const Work& work, const char* done) {
    return server::redirect(303, "/people/" + std::to_string(id_of(work)) + "?done=" + done);
}

}  // namespace

Response person_page(const Work& work) {
    const auto person = work.office.people().find(id_of(work));
    if (!person) throw core::Error(core::ErrorKind::NotFound, {"office.person_unknown", {}});
    const bool system = work.person().is(editor::Role::SystemAdmin);
    server::View view = person_view(work, *person);
    view.set("role_groups", role_choices(work, person->roles));
    view.set("may_set_roles", system);
    view.set("may_disable", system && person->active && person->id != work.person().id);
    view.set("may_enable", system && !person->active);
    // An address may be old or made up.
    view.set("done", server::shown(done_words(work, {person->active ? "disabled" : "enabled"})));
    return page(work, "person", view, {person->name, "people", 200, {}});
}

Response set_roles(const Work& work, const Form& form) {
    work.office.people().set_roles(work.actor(), id_of(work), roles_in(form));
    return back_to_person(work, "roles");
}

Response disable_person(const Work& work, const Form&) {
    work.office.people().disable(work.actor(), id_of(work));
    return back_to_person(work, "disabled");
}

Response enable_person(const Work& work, const Form&) {
    work.office.people().enable(work.actor(), id_of(work));
    return back_to_person(work, "enabled");
}

Response unlock_person(const Work& work, const Form&) {
    work.office.people().unlock(work.actor(), id_of(work));
    return back_to_person(work, "unlocked");
}

Response make_link(const Work& work, const Form&) {
    return link_shown_once(work, id_of(work));
}

}  // namespace gongbao::office
