// SPDX-License-Identifier: Apache-2.0
// The people of an office and what their roles let them do. Roles are those of a Chinese gazette
// office (国办发〔2018〕22号: 联络员制度, 编校审发; GB/T 22239-2019, 8.1.4: the three
// administrators are kept apart).
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace gongbao::editor {

using PersonId = std::int64_t;

enum class Role {
    Contact,          ///< 报送联络员 of a department: hands in, sees own items
    Editor,           ///< 责任编辑
    Proofreader,      ///< 校对
    FirstReviewer,    ///< 初审
    SecondReviewer,   ///< 复审
    FinalReviewer,    ///< 终审
    SecrecyReviewer,  ///< 保密审查员
    LegalChecker,     ///< 法制核对
    Publisher,        ///< 签发
    Archivist,        ///< 档案员
    SystemAdmin,      ///< 系统管理员: people and their roles
    SecurityAdmin,    ///< 安全管理员: locks, resets, sessions
    AuditAdmin,       ///< 审计管理员: reads the audit log
};

inline constexpr Role kRoles[] = {Role::Contact,         Role::Editor,         Role::Proofreader,
                                  Role::FirstReviewer,   Role::SecondReviewer, Role::FinalReviewer,
                                  Role::SecrecyReviewer, Role::LegalChecker,   Role::Publisher,
                                  Role::Archivist,       Role::SystemAdmin,    Role::SecurityAdmin,
                                  Role::AuditAdmin};

/// "contact", "editor", "first_reviewer" …; words for people are "office.role.<name>".
const char* name_of(Role role);
std::optional<Role> role_named(std::string_view name);
/// An administrator's or a contact's: who has it has no other.
bool stands_alone(Role role);

struct Person {
    PersonId id = 0;
    std::string login;
    std::string name;        ///< 王明
    std::string department;  ///< of a contact: 省教育厅
    std::set<Role> roles = {};
    bool active = true;
    bool has_password = false;
    bool second_factor = false;  ///< a one-time code is asked for

    bool is(Role role) const { return roles.contains(role); }
    /// Works in the gazette office itself, on any item: everybody but contacts and administrators.
    bool is_of_office() const;
};

}  // namespace gongbao::editor
