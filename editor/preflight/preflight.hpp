// SPDX-License-Identifier: Apache-2.0
// Preflight (付印前检查): one list of all that stops an issue or deserves a look, each with who can
// settle it and where. What a person may accept is accepted by name, with a reason, for just that
// text; it is kept, and stands in the edition's record when the issue comes out.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "archive/made_by.hpp"
#include "core/report/diagnostic.hpp"
#include "editor/correspondence/remarks.hpp"
#include "editor/desk/desk.hpp"
#include "editor/items/items.hpp"
#include "editor/signoffs/signoffs.hpp"

namespace gongbao::editor {

struct Acceptance {
    std::string name;  ///< of the person
    std::string reason;
    core::Instant at;
};

struct Check {
    enum class Weight { Stop, Look };
    Weight weight = Weight::Look;
    core::Diagnostic finding;  ///< what and what to do, where, the words concerned
    DocumentId document = 0;   ///< 0: of the issue as a whole
    std::optional<ItemId> item;
    Role owner = Role::Editor;  ///< who can settle it, and accept it where that may be
    /// Names the finding and the text it was found in; empty: nobody may accept it.
    std::string key;
    std::optional<Acceptance> accepted;

    bool stops() const { return weight == Weight::Stop && !accepted; }
};

class Preflight {
  public:
    static void create_tables(core::Database& database);

    Preflight(Desk& desk, Items& items, Signoffs& signoffs, const Remarks& remarks,
              std::string profile)
        : desk_(desk),
          items_(items),
          signoffs_(signoffs),
          remarks_(remarks),
          profile_(std::move(profile)) {}

    /// What stops first, then in printed order. Throws: Error(NotFound).
    std::vector<Check> checks(const core::IssueNumber& number);
    /// An act of the finding's owner. Throws: Error(Forbidden) "office.no_right",
    /// "office.issue_locked"; (NotFound) "office.check_gone" when there is no such finding, or none
    /// that may be accepted; (Invalid) "office.reason_needed"; (Conflict)
    /// "office.accepted_already".
    void accept(const Actor& by, const core::IssueNumber& number, const std::string& key,
                const std::string& reason);

  private:
    std::optional<Acceptance> acceptance_of(const core::IssueNumber& number,
                                            const std::string& key) const;
    Desk& desk_;
    Items& items_;
    Signoffs& signoffs_;
    const Remarks& remarks_;
    std::string profile_;
};

/// How many of `checks` stop the issue.
int count_stops(const std::vector<Check>& checks);
/// The decisions of persons on marks of secrecy among what was accepted, as publishing wants them.
std::vector<Disclosure> disclosures_in(const std::vector<Check>& checks);
/// All else that was accepted, as it stands in the edition's record.
std::vector<archive::Accepted> accepted_in(const std::vector<Check>& checks,
                                           const DeskIssue& issue);
/// True when errors of the print are among what was accepted.
bool accepts_print_errors(const std::vector<Check>& checks);

}  // namespace gongbao::editor
