// SPDX-License-Identifier: Apache-2.0
// Issuing: an issue is locked with a final proof, the proof is read and permitted, and the edition
// comes out just so, by typing its number, at once or at a set time. The archive's one transaction
// issues it (desk/press/); what is done here can be repeated or broken off anywhere: an edition
// that came out is found there, and nothing comes out twice.
//
//   open ──lock──> proof ──read──permit──> issue
//     ^──────────unlock, with a reason────────┘  (until it is issued)
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "editor/assembly/assembly.hpp"
#include "editor/preflight/preflight.hpp"
#include "editor/proofs/proofs.hpp"

namespace gongbao::editor {

/// An issue that is to come out at a set time.
struct Scheduled {
    std::int64_t id = 0;
    core::IssueNumber issue;
    core::Instant due;
    std::string by;         ///< login
    std::string why = {};   ///< message id: why it did not come out when it was due, or empty
    bool given_up = false;  ///< it is not tried again
};

class Issuing {
  public:
    static void create_tables(core::Database& database);

    Issuing(Desk& desk, Preflight& preflight, std::string profile)
        : desk_(desk), preflight_(preflight), profile_(std::move(profile)) {}

    std::optional<Proof> proof(const core::IssueNumber& number) const;
    std::string proof_pdf(const Actor& by, std::int64_t id) const;

    // Acts. All throw Error(Forbidden) "office.no_right", "desk.issue_not_draft".

    /// An Editor's: prints the issue and keeps it as it is. Throws: Error(Conflict)
    /// "office.issue_moved_on", (Forbidden) "office.issue_locked", "office.stops" {count} while
    /// preflight stops it, and as PressRoom::preview.
    Proof lock(const Actor& by, const SeenIssue& seen);
    /// An Editor's or Publisher's. A set time is called off. Throws: Error(Invalid)
    /// "office.reason_needed", (Conflict) "office.proof_gone" when another proof stands, or none.
    void unlock(const Actor& by, const core::IssueNumber& number, std::int64_t proof,
                const std::string& reason);
    /// Throws: Error(Conflict) "office.proof_gone", "office.given_already", "office.proof_unread"
    /// for a permit before it was read, (Forbidden) "office.proof_own_sign" for who signed already.
    void sign(const Actor& by, const core::IssueNumber& number, std::int64_t seen, ProofSign sign);
    /// A Publisher's; `typed` is the issue's number as it is written: "2026-8" or as printed.
    /// Throws: Error(Invalid) "office.number_not_typed", (Conflict) "office.proof_unsigned",
    /// (Forbidden) "office.stops", and as PressRoom::publish. An issue that came out from this
    /// proof is told again, and not issued again.
    Published issue(const Actor& by, const core::IssueNumber& number, const std::string& typed);
    /// The same at `when`. Throws: also Error(Invalid) "office.time_past".
    void issue_at(const Actor& by, const core::IssueNumber& number, const std::string& typed,
                  core::Instant when);
    /// The earliest first; those, too, that did not come out when they were due.
    std::vector<Scheduled> scheduled() const;

    /// Issues what is due, as the persons who ordered it, and completes the audit log where an
    /// issuing was broken off after its edition came out. Called again and again by the office.
    void run_due(core::Instant now);

    /// What the archive does not show of an edition that came out of `proof`: empty when every door
    /// of it does (edition, file, each text by its id and number, search).
    static core::Diagnostics probe(const archive::Archive& archive, const Proof& proof);

  private:
    struct Ready {
        Proof proof;
        std::vector<Check> checks;
        DeskIssue issue;
    };
    Ready require_ready(const Actor& by, const core::IssueNumber& number, const std::string& typed);
    Published come_out(const Actor& by, const Ready& ready);
    /// A warning when it could not be written: the edition is out all the same.
    core::Diagnostics try_to_note_issued(const core::IssueNumber& number, const Proof& proof,
                                         core::Instant now);
    void note_issued(const core::IssueNumber& number, const Proof& proof, core::Instant now);

    Desk& desk_;
    Preflight& preflight_;
    std::string profile_;
};

}  // namespace gongbao::editor
