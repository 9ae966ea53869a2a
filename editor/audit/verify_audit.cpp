// SPDX-License-Identifier: Apache-2.0
// Proves that the rows of the audit log are those that were written, one behind the other. Somebody
// who writes all digests anew is told only by the head, noted down elsewhere before.
#include <string>

#include "core/report/findings.hpp"
#include "editor/audit/audit_log.hpp"
#include "editor/audit/row_digest.hpp"

namespace gongbao::editor {
namespace {

using core::Statement;

class AuditVerifier {
  public:
    explicit AuditVerifier(const core::Database& database) : database_(database) {}

    core::Diagnostics run() {
        findings_.check(core::Place::stored("audit"), [this] { follow_rows(); });
        findings_.check(core::Place::stored("audit"), [this] { compare_head(); });
        return findings_.take();
    }

  private:
    void follow_rows() {
        Statement row = database_.prepare(std::string("SELECT ") + kAuditColumns +
                                          ", digest FROM audit ORDER BY number");
        while (row.step()) check_row(row);
    }

    void check_row(const Statement& row) {
        const std::int64_t number = row.integer(0);
        if (number < 1) return report(number, "audit.row_foreign");
        const bool follows = number == last_ + 1;
        if (!follows) report_missing(number - 1);
        // Behind a gap nobody knows what the row should be tied to.
        last_is_sound_ = follows && audit_digest_of(previous_, row) == row.bytes(10);
        if (follows && !last_is_sound_) report(number, "audit.row_changed");
        previous_ = std::string(row.bytes(10));
        last_ = number;
    }

    void compare_head() {
        Statement head = database_.prepare("SELECT number, digest FROM audit_head");
        if (!head.step()) return findings_.report(core::Place::stored("audit"), kHeadDamaged);
        const std::int64_t number = head.integer(0);
        if (number > last_) return report_missing(number);
        for (std::int64_t added = number + 1; added <= last_; ++added)
            report(added, "audit.row_foreign");
        const std::string_view digest = last_ == 0 ? std::string_view() : previous_;
        if (number == last_ && last_is_sound_ && head.bytes(1) != digest)
            report(last_, "audit.row_changed");
    }

    void report(std::int64_t number, const char* what) {
        const auto place = number > 0 ? core::Place::stored("audit", number)  // from 1
                                      : core::Place::stored("audit");
        findings_.report(place, what, {{"number", std::to_string(number)}});
    }

    // The rows behind the last one up to `end`.
    void report_missing(std::int64_t end) {
        findings_.report(core::Place::stored("audit", last_ + 1), "audit.rows_missing",
                         {{"from", std::to_string(last_ + 1)}, {"to", std::to_string(end)}});
    }

    static constexpr const char* kHeadDamaged = "audit.head_damaged";

    const core::Database& database_;
    core::Findings findings_{"audit.unreadable"};
    std::string previous_ = first_audit_digest();
    std::int64_t last_ = 0;
    bool last_is_sound_ = true;
};

}  // namespace

core::Diagnostics AuditLog::verify() const {
    const core::Snapshot one_state(database_);
    return AuditVerifier(database_).run();
}

}  // namespace gongbao::editor
