// SPDX-License-Identifier: Apache-2.0
#include "office/person_view.hpp"

#include "core/report/error.hpp"
#include "office/words.hpp"

namespace gongbao::office {
namespace {

using editor::Role;
using server::View;

struct Group {
    const char* name;  ///< words: "office.people.group.<name>"
    std::set<Role> roles;
};

const Group kGroups[] = {
    {"office",
     {Role::Editor, Role::Proofreader, Role::FirstReviewer, Role::SecondReviewer,
      Role::FinalReviewer, Role::SecrecyReviewer, Role::LegalChecker, Role::Publisher,
      Role::Archivist}},
    {"contact", {Role::Contact}},
    {"administrators", {Role::SystemAdmin, Role::SecurityAdmin, Role::AuditAdmin}},
};

}  // namespace

View person_view(const Work& work, const editor::Person& person) {
    View view;
    view.set("address", "/people/" + std::to_string(person.id));
    view.set("login", person.login);
    view.set("name", person.name);
    view.set("department", server::shown(person.department));
    view.set("roles", roles_of(work, person));
    view.set("active", person.active);
    view.set("has_password", person.has_password);
    view.set("second_factor", person.second_factor);
    view.set("self", person.id == work.person().id);
    return view;
}

View role_choices(const Work& work, const std::set<Role>& chosen) {
    View groups(View::type::list);
    for (const Group& group : kGroups) {
        View roles(View::type::list);
        for (const Role role : editor::kRoles)
            if (group.roles.contains(role))
                roles.push_back(choice(editor::name_of(role),
                                       work.say(std::string("office.role.") + name_of(role)),
                                       chosen.contains(role)));
        View view;
        view.set("words", work.say(std::string("office.people.group.") + group.name));
        view.set("roles", roles);
        groups.push_back(view);
    }
    return groups;
}

std::set<Role> roles_in(const server::Form& form) {
    std::set<Role> roles;
    for (const auto& [name, value] : form.fields) {
        if (name != "role") continue;
        const auto role = editor::role_named(value);
        if (!role) throw core::Error(core::ErrorKind::Invalid, {"server.form.broken", {}}, "role");
        roles.insert(*role);
    }
    return roles;
}

server::Response link_shown_once(const Work& work, editor::PersonId id) {
    const std::string token = work.office.people().new_link(work.actor(), id);
    const auto person = work.office.people().find(id);
    View view;
    view.set("link", work.site.settings().base_url + "/link/" + token);
    view.set("name", person ? person->name : "");
    view.set("login", person ? person->login : "");
    view.set("address", "/people/" + std::to_string(id));
    return page(work, "new_link", view, {work.say("office.new_link.title"), "people", 200, {}});
}

}  // namespace gongbao::office
