// SPDX-License-Identifier: Apache-2.0
#include "office/access.hpp"

namespace gongbao::office {

using editor::Role;

bool sees(const editor::Person& person, Who part) {
    switch (part) {
        case Who::SignedIn: return true;
        case Who::Staff: return person.is_of_office();
        case Who::Items: return person.is_of_office() || person.is(Role::Contact);
        case Who::People: return person.is(Role::SystemAdmin) || person.is(Role::SecurityAdmin);
        case Who::Audit: return person.is(Role::AuditAdmin);
    }
    return false;
}

bool hands_in(const editor::Person& person) {
    return person.is(Role::Contact) || person.is(Role::Editor);
}

std::string home_of(const editor::Person& person) {
    if (sees(person, Who::Staff)) return "/";
    if (sees(person, Who::Items)) return "/inbox";
    if (sees(person, Who::People)) return "/people";
    if (sees(person, Who::Audit)) return "/audit";
    return "/account";
}

}  // namespace gongbao::office
