// SPDX-License-Identifier: Apache-2.0
// The door of the office: everything its people do, a room each. What a screen does is a function
// of these rooms, which tests and the command line call without a browser.
//
// All of it is kept in the desk's file (desk/store/), so that an act, what it changes and its row
// in the audit log are one transaction.
//
// Threads: an Office belongs to one thread at a time. Several, in one program or in many, may have
// the same files open.
#pragma once

#include <memory>
#include <string>

#include "editor/assembly/assembly.hpp"
#include "editor/audit/audit_log.hpp"
#include "editor/correspondence/remarks.hpp"
#include "editor/desk/desk.hpp"
#include "editor/issuing/issuing.hpp"
#include "editor/items/items.hpp"
#include "editor/people/people.hpp"
#include "editor/people/sessions.hpp"
#include "editor/preflight/preflight.hpp"
#include "editor/signoffs/signoffs.hpp"

namespace gongbao::editor {

class Office {
  public:
    /// Throws: as Desk::open.
    /// `profile`: the page of its issues (typeset/typeset.hpp).
    static Office open(const DataFolder& data, const typeset::Resources& resources,
                       const std::string& profile = "gongbao");
    Office(Office&&) noexcept;
    ~Office();

    Desk& desk();
    People& people();
    Sessions& sessions();
    AuditLog& audit();
    Items& items();
    Signoffs& signoffs();
    Remarks& remarks();
    Assembly& assembly();
    Preflight& preflight();
    Issuing& issuing();

  private:
    struct Rooms;
    explicit Office(std::unique_ptr<Rooms> rooms);
    std::unique_ptr<Rooms> rooms_;
};

}  // namespace gongbao::editor
