// SPDX-License-Identifier: Apache-2.0
#include "editor/people/entry_by.hpp"

#include "editor/people/accounts.hpp"

namespace gongbao::editor {

AuditEntry entry_by(const core::Database& database, const Actor& by, const std::string& act,
                    const std::string& object) {
    const std::optional<Person> person = person_with(database, by.person);
    AuditEntry entry;
    entry.at = by.now;
    entry.person = person ? person->login : "#" + std::to_string(by.person);
    entry.act = act;
    entry.object = object;
    return entry;
}

}  // namespace gongbao::editor
