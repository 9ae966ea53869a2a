// SPDX-License-Identifier: Apache-2.0
#include "editor/items/entry_of.hpp"

namespace gongbao::editor {

AuditEntry entry_of(core::Database& database, const Actor& by, const char* act,
                    const std::string& object) {
    AuditEntry entry;
    const auto person = People(database).find(by.person);
    entry.at = by.now;
    entry.person = person ? person->login : "#" + std::to_string(by.person);
    entry.act = act;
    entry.object = object;
    return entry;
}

std::string object_of(ItemId id) {
    return "item " + std::to_string(id);
}

}  // namespace gongbao::editor
