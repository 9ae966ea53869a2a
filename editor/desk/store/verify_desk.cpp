// SPDX-License-Identifier: Apache-2.0
#include "editor/desk/store/verify_desk.hpp"

#include <string>
#include <vector>

#include "core/report/findings.hpp"
#include "core/system/digest.hpp"
#include "editor/desk/store/desk_file.hpp"
#include "editor/desk/store/issue_book.hpp"
#include "editor/desk/store/manuscript_box.hpp"
#include "editor/desk/store/seals.hpp"

namespace gongbao::editor {
namespace {

using core::Statement;

class DeskVerifier {
  public:
    DeskVerifier(core::Database& database, const std::set<std::string>& known)
        : database_(database), known_(known) {}

    core::Diagnostics run() {
        const core::Snapshot one_state(database_);
        findings_.check(core::Place::stored("desk"), [this] { check_structure(); });
        findings_.check(core::Place::stored("desk"), [this] { check_manuscripts(); });
        for (const std::int64_t id : documents()) check_document(id);
        findings_.check(core::Place::stored("desk"), [this] { check_issues(); });
        findings_.check(core::Place::stored("desk"), [this] { tell_late_seals(); });
        return findings_.take();
    }

  private:
    void check_structure() {
        Statement lines = database_.prepare("PRAGMA integrity_check(20)");
        while (lines.step())
            if (lines.bytes(0) != "ok")
                findings_.report(core::Place::stored("SQLite"), "desk.unreadable");
        Statement orphans = database_.prepare("PRAGMA foreign_key_check");
        while (orphans.step()) findings_.report(core::Place::stored("SQLite"), "desk.unreadable");
        Statement doors =
            database_.prepare("SELECT name FROM sqlite_schema WHERE type IN ('trigger', 'view')");
        while (doors.step())
            if (!known_.contains(doors.text(0)))
                findings_.report(core::Place::stored(doors.text(0)), "desk.schema_foreign",
                                 {{"name", doors.text(0)}});
    }

    void check_manuscripts() {
        Statement rows = database_.prepare(
            "SELECT m.digest, m.bytes, d.id FROM manuscript m "
            "LEFT JOIN document d ON d.manuscript = m.digest ORDER BY d.id");
        while (rows.step())
            if (core::sha256_hex(rows.bytes(1)) != rows.bytes(0))
                findings_.report(core::Place::stored("document", rows.integer(2)),
                                 "desk.manuscript_damaged");
    }

    std::vector<std::int64_t> documents() {
        std::vector<std::int64_t> ids;
        findings_.check(core::Place::stored("desk"), [&] {
            Statement rows = database_.prepare("SELECT id FROM document ORDER BY id");
            while (rows.step()) ids.push_back(rows.integer(0));
        });
        return ids;
    }

    void check_document(std::int64_t id) {
        const ManuscriptBox box(database_);
        const auto place = core::Place::stored("document", id);
        findings_.check(place, [&] { box.document(id); });
        findings_.check(place, [&] { box.findings(id); });
    }

    void check_issues() {
        const IssueBook book(database_);
        for (const core::IssueNumber& number : book.numbers())
            findings_.check(core::Place::stored("issue " + core::slug(number)),
                            [&] { book.find(number); });
    }

    void tell_late_seals() {
        if (const std::int64_t late = late_seals(database_))
            findings_.add({core::Level::Hint,
                           core::Place::stored("desk"),
                           {"desk.sealed_late", {{"count", std::to_string(late)}}},
                           {}});
    }

    core::Database& database_;
    const std::set<std::string>& known_;
    core::Findings findings_{"desk.unreadable"};
};

}  // namespace

core::Diagnostics verify_desk(const std::filesystem::path& file,
                              const std::set<std::string>& known) {
    std::optional<core::Database> database = open_desk_to_read(file);
    if (!database) database = open_desk_file(file);
    return DeskVerifier(*database, known).run();
}

}  // namespace gongbao::editor
