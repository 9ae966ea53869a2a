// SPDX-License-Identifier: Apache-2.0
#include "editor/people/rights.hpp"

#include <algorithm>
#include <utility>

#include "core/report/error.hpp"

namespace gongbao::editor {

void require_role(const Person& person, const std::set<Role>& roles) {
    if (std::none_of(roles.begin(), roles.end(), [&](Role role) { return person.is(role); }))
        throw core::Error(core::ErrorKind::Forbidden, {"office.no_right", {}});
}

void require_of_office(const Person& person) {
    if (!person.is_of_office())
        throw core::Error(core::ErrorKind::Forbidden, {"office.no_right", {}});
}

std::string object_of(const core::IssueNumber& number) {
    return "issue " + core::slug(number);
}

AuditEntry entry_of(const Actor& by, const Person& person, const char* act, std::string object) {
    AuditEntry entry;
    entry.at = by.now;
    entry.person = person.login;
    entry.act = act;
    entry.object = std::move(object);
    return entry;
}

}  // namespace gongbao::editor
