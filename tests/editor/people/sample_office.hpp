// SPDX-License-Identifier: Apache-2.0
// An office in a file of its own, with a system administrator, for tests.
#pragma once

#include <cstdint>
#include <set>
#include <string>

#include "editor/audit/audit_log.hpp"
#include "editor/desk/store/desk_file.hpp"
#include "editor/office/office_tables.hpp"
#include "editor/people/people.hpp"
#include "editor/people/sessions.hpp"
#include "tests/refusal.hpp"
#include "tests/scratch_folder.hpp"

namespace gongbao::tests {

inline constexpr std::int32_t kOfficeMark = 0x47420003;
inline constexpr core::Instant kStart{1'800'000'000};
inline const std::string kPassword = "青山绿水 river 47";
inline const std::string kAddress = "192.0.2.7";

inline core::Instant later(std::int64_t seconds) {
    return {kStart.seconds + seconds};
}

struct SampleOffice {
    SampleOffice() {
        editor::make_desk_tables(database);
        editor::make_office_tables(database);
        begin_token = people.begin({"admin", "管理员", "", {editor::Role::SystemAdmin}}, kStart);
        admin = people.find("admin")->id;
    }

    core::Database open() const {
        return core::Database::open(folder / "office", core::Database::Mode::Create, kOfficeMark);
    }
    editor::Actor by_admin(std::int64_t after = 0) const { return {admin, later(after)}; }
    editor::PersonId add(const std::string& login,
                         const std::set<editor::Role>& roles = {editor::Role::Editor}) {
        return people.add(by_admin(), {login, "王明", "省教育厅", roles});
    }
    editor::PersonId add_with_password(const std::string& login,
                                       const std::set<editor::Role>& roles = {
                                           editor::Role::Editor}) {
        const auto id = add(login, roles);
        people.set_password(people.new_link(by_admin(), id), kPassword, kStart);
        return id;
    }

    editor::NewSession enter(const std::string& login, core::Instant now = kStart,
                             const std::string& code = "") {
        return sessions.sign_in({login, kPassword, code, kAddress}, now);
    }
    /// "none" when let in.
    std::string try_password(const std::string& login, const std::string& password,
                             core::Instant now, const std::string& address = kAddress) {
        return refusal_of([&] { sessions.sign_in({login, password, "", address}, now); });
    }
    editor::AuditEntry last() const { return audit.search({.most = 1}).at(0).entry; }
    std::int64_t count(const std::string& table) const {
        core::Statement row = database.prepare("SELECT count(*) FROM " + table);
        row.step();
        return row.integer(0);
    }

    const ScratchFolder folder;
    core::Database database = open();
    editor::People people{database};
    editor::Sessions sessions{database};
    editor::AuditLog audit{database};
    std::string begin_token;
    editor::PersonId admin = 0;
};

}  // namespace gongbao::tests
