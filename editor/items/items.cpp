// SPDX-License-Identifier: Apache-2.0
// The acts on items.
#include "editor/items/items.hpp"

#include <exception>
#include <utility>

#include "core/report/error.hpp"
#include "core/system/digest.hpp"
#include "editor/audit/act.hpp"
#include "editor/desk/store/holdings.hpp"
#include "editor/people/entry_by.hpp"
#include "editor/people/own_words.hpp"

namespace gongbao::editor {
namespace {

using core::Error;
using core::ErrorKind;

const std::set<Role> kWhoHandsIn = {Role::Contact, Role::Editor};

[[noreturn]] void refuse_item(const char* id) {
    throw Error(ErrorKind::Conflict, {id, {}});
}

std::string version_line(const ItemVersion& version) {
    return "version " + std::to_string(version.number) + ", document " +
           std::to_string(version.document) + ", digest " + version.digest;
}

// What was read of a manuscript before the transaction of the act, or why it could not be. Reading
// takes its time, and nobody else may be kept waiting for it; a refusal belongs to the act.
struct ReadBefore {
    TakenIn taken;
    std::exception_ptr refused;

    TakenIn take() {
        if (refused) std::rethrow_exception(refused);
        return std::move(taken);
    }
};

ReadBefore read_before(const People& people, const Actor& by, const Manuscript& manuscript) {
    ReadBefore read;
    try {
        people.require(by.person, kWhoHandsIn);
        own_line(manuscript.name);
        read.taken = take_in(manuscript);
    } catch (const Error&) {
        read.refused = std::current_exception();
    }
    return read;
}

// Whose item it becomes.
std::string department_for(const Person& person, const NewItem& item) {
    const std::string department = own_line(item.department);
    if (department.empty()) return person.department;
    if (person.is(Role::Contact) && department != person.department)
        throw Error(ErrorKind::Forbidden, {"office.no_right", {}});
    return department;
}

ItemId add_item(core::Database& database, const Actor& by, const std::string& department,
                const std::string& section) {
    database
        .prepare("INSERT INTO item(department, contact, section, received_at) VALUES(?, ?, ?, ?)")
        .bind(1, department)
        .bind(2, by.person)
        .bind(3, section)
        .bind(4, by.now.seconds)
        .run();
    return database.last_row_id();
}

}  // namespace

// The item as `by` sees it, who has one of `roles`, still open to changes.
Item Items::open_to(const Actor& by, ItemId id, const std::set<Role>& roles) const {
    const Person person = People(holdings_.database).require(by.person, roles);
    Item found = seen_by(person, id);
    if (found.state == ItemState::Withdrawn) refuse_item("office.item_withdrawn");
    if (found.state == ItemState::Issued) refuse_item("office.item_issued");
    if (found.state == ItemState::Placed)
        throw Error(ErrorKind::Conflict,
                    {"office.item_placed", {{"issue", core::slug(*found.issue)}}});
    return found;
}

// A document that can become a version: of no item, and neither placed nor made at the desk.
DocumentId Items::kept_anew(const Received& received) const {
    if (of_document(received.id) || holdings_.box.index_year(received.id) ||
        holdings_.book.place_of(received.id))
        refuse_item("office.item_known");
    return received.id;
}

// The day it takes effect is kept beside it, so that lists need not read the text.
void Items::add_version(ItemId id, const ItemVersion& version) {
    const auto effective = holdings_.box.document(version.document).meta.effective;
    auto row = holdings_.database.prepare(
        "INSERT INTO item_version VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)");
    row.bind(1, id).bind(2, version.number).bind(3, version.document).bind(4, version.digest);
    row.bind(5, effective ? std::optional(core::iso(*effective)) : std::nullopt);
    row.bind(6, version.at.seconds).bind(7, version.by).bind(8, version.note).run();
}

ReceivedItem Items::receive(const Actor& by, const Manuscript& manuscript, const NewItem& item) {
    core::Database& database = holdings_.database;
    ReadBefore read = read_before(People(database), by, manuscript);
    const AuditEntry begun =
        entry_by(database, by, "item.receive", "manuscript " + core::sha256_hex(manuscript.bytes));
    return acted(database, begun, [&](AuditEntry& entry) {
        const Person person = People(database).require(by.person, kWhoHandsIn);
        const std::string department = department_for(person, item);
        const std::string section = own_line(item.section);
        ItemVersion version{1, 0, {}, by.now, person.login, own_note(item.note)};
        const Received received = Manuscripts(holdings_).keep(manuscript, read.take(), by.now);
        const core::Diagnostics& findings = received.taken.findings;
        if (const auto there = came_in_before(person, received.id)) {
            entry.object = audit_name(*there);
            entry.after = "known";
            return ReceivedItem{*there, true, findings};
        }
        version.document = kept_anew(received);
        version.digest = digest_of(version.document);
        const ItemId id = add_item(database, by, department, section);
        add_version(id, version);
        entry.object = audit_name(id);
        entry.after = version_line(version);
        return ReceivedItem{id, false, findings};
    });
}

// The item whose newest version this document is, if the person may be told of it.
std::optional<ItemId> Items::came_in_before(const Person& person, DocumentId document) const {
    const auto id = of_document(document);
    if (!id) return {};
    const Item there = item(*id);
    if (there.current().document != document) return {};
    if (person.is(Role::Contact) && person.department != there.department) return {};
    if (there.state == ItemState::Withdrawn) refuse_item("office.item_withdrawn");
    return id;
}

ReceivedItem Items::correct(const Actor& by, ItemId id, int seen, const Manuscript& manuscript,
                            const std::string& note) {
    core::Database& database = holdings_.database;
    ReadBefore read = read_before(People(database), by, manuscript);
    const AuditEntry begun = entry_by(database, by, "item.correct", audit_name(id));
    return acted(database, begun, [&](AuditEntry& entry) {
        const Item before = open_to(by, id, kWhoHandsIn);
        entry.before = version_line(before.current());
        if (before.current().number != seen) refuse_item("office.item_moved_on");
        const Person person = People(database).require(by.person);
        ItemVersion version{seen + 1, 0, {}, by.now, person.login, own_note(note)};
        std::vector<DocumentId> earlier;
        for (const ItemVersion& one : before.versions) earlier.push_back(one.document);
        const Received received =
            Manuscripts(holdings_).keep(manuscript, read.take(), by.now, std::move(earlier));
        version.document = kept_anew(received);
        version.digest = digest_of(version.document);
        add_version(id, version);
        entry.after = version_line(version);
        entry.reason = version.note;
        return ReceivedItem{id, false, received.taken.findings};
    });
}

void Items::set_section(const Actor& by, ItemId id, const std::string& section) {
    const AuditEntry begun = entry_by(holdings_.database, by, "item.section", audit_name(id));
    acted(holdings_.database, begun, [&](AuditEntry& entry) {
        entry.before = open_to(by, id, {Role::Editor}).section;
        entry.after = own_line(section);
        holdings_.database.prepare("UPDATE item SET section = ?2 WHERE id = ?1")
            .bind(1, id)
            .bind(2, entry.after)
            .run();
        return true;
    });
}

void Items::withdraw(const Actor& by, ItemId id, const std::string& reason) {
    core::Database& database = holdings_.database;
    const AuditEntry begun = entry_by(database, by, "item.withdraw", audit_name(id));
    acted(database, begun, [&](AuditEntry& entry) {
        entry.before = version_line(open_to(by, id, kWhoHandsIn).current());
        entry.reason = own_reason(reason);
        database.prepare("INSERT INTO item_withdrawn VALUES(?1, ?2, ?3, ?4)")
            .bind(1, id)
            .bind(2, by.now.seconds)
            .bind(3, entry.person)
            .bind(4, entry.reason)
            .run();
        return true;
    });
}

}  // namespace gongbao::editor
