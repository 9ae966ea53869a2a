// SPDX-License-Identifier: Apache-2.0
#include "editor/people/person.hpp"

#include <algorithm>

namespace gongbao::editor {

const char* name_of(Role role) {
    switch (role) {
        case Role::Contact: return "contact";
        case Role::Editor: return "editor";
        case Role::Proofreader: return "proofreader";
        case Role::FirstReviewer: return "first_reviewer";
        case Role::SecondReviewer: return "second_reviewer";
        case Role::FinalReviewer: return "final_reviewer";
        case Role::SecrecyReviewer: return "secrecy_reviewer";
        case Role::LegalChecker: return "legal_checker";
        case Role::Publisher: return "publisher";
        case Role::Archivist: return "archivist";
        case Role::SystemAdmin: return "system_admin";
        case Role::SecurityAdmin: return "security_admin";
        case Role::AuditAdmin: return "audit_admin";
    }
    return "unknown";
}

std::optional<Role> role_named(std::string_view name) {
    for (const Role role : kRoles)
        if (name == name_of(role)) return role;
    return {};
}

bool stands_alone(Role role) {
    return role == Role::Contact || role == Role::SystemAdmin || role == Role::SecurityAdmin ||
           role == Role::AuditAdmin;
}

bool Person::is_of_office() const {
    return std::any_of(roles.begin(), roles.end(), [](Role role) { return !stands_alone(role); });
}

}  // namespace gongbao::editor
