// SPDX-License-Identifier: Apache-2.0
#include "editor/signoffs/signoffs.hpp"

#include <algorithm>
#include <tuple>

#include "core/report/error.hpp"
#include "editor/audit/act.hpp"
#include "editor/desk/store/holdings.hpp"
#include "editor/people/entry_by.hpp"
#include "editor/people/own_words.hpp"

namespace gongbao::editor {
namespace {

using core::Error;
using core::ErrorKind;

// "version 2, digest 9f…: secrecy first_review", for the audit log.
std::string standing_line(const Item& item, const std::vector<Signoff>& given) {
    std::string line = "version " + std::to_string(item.current().number) + ", digest " +
                       item.current().digest + ":";
    for (const SignoffKind kind : standing(item, given)) line += std::string(" ") + name_of(kind);
    return line;
}

void require_version(const Item& item, int version) {
    if (item.current().number != version)
        throw Error(ErrorKind::Conflict, {"office.item_moved_on", {}});
}

bool may_send_back(const Person& person, const std::set<SignoffKind>& needed) {
    return std::any_of(needed.begin(), needed.end(),
                       [&](SignoffKind kind) { return person.is(role_for(kind)); });
}

// Sent back, an item that stands in an issue would stand there unsigned.
void require_open(const Item& item) {
    const auto refuse = [](const char* id) { throw Error(ErrorKind::Conflict, {id, {}}); };
    if (item.state == ItemState::Withdrawn) refuse("office.item_withdrawn");
    if (item.state == ItemState::Issued) refuse("office.item_issued");
    if (item.state == ItemState::Placed)
        throw Error(ErrorKind::Conflict,
                    {"office.item_placed", {{"issue", core::slug(*item.issue)}}});
}

}  // namespace

Signoffs::Signoffs(Holdings& holdings)
    : holdings_(holdings), needs_(needs_of(holdings.gazette.signoffs)) {}

std::vector<Signoff> Signoffs::given_to(ItemId id) const {
    auto rows = holdings_.database.prepare(
        "SELECT s.kind, s.version, s.digest, s.person, s.name, s.at, s.note, "
        "EXISTS(SELECT 1 FROM signoff_standing t WHERE t.id = s.id) "
        "FROM signoff s WHERE s.item = ?1 ORDER BY s.id");
    rows.bind(1, id);
    std::vector<Signoff> given;
    while (rows.step()) {
        const auto kind = signoff_kind_named(rows.text(0));
        if (!kind) throw Error(ErrorKind::Corrupt, {"office.signoff_damaged", {}});
        given.push_back({*kind,
                         static_cast<int>(rows.integer(1)),
                         rows.text(2),
                         rows.integer(3),
                         rows.text(4),
                         {rows.integer(5)},
                         rows.text(6),
                         rows.integer(7) != 0});
    }
    return given;
}

std::vector<SentBack> Signoffs::sent_back(ItemId id) const {
    auto rows = holdings_.database.prepare(
        "SELECT version, person, name, at, reason FROM sent_back WHERE item = ?1 ORDER BY id");
    rows.bind(1, id);
    std::vector<SentBack> all;
    while (rows.step())
        all.push_back({static_cast<int>(rows.integer(0)),
                       rows.integer(1),
                       rows.text(2),
                       {rows.integer(3)},
                       rows.text(4)});
    return all;
}

SignoffState Signoffs::state(const Item& item) const {
    const core::Snapshot one_state(holdings_.database);
    SignoffState state;
    state.given = given_to(item.id);
    state.sent_back = sent_back(item.id);
    state.missing = missing(item, state.given, needs_.of(item));
    state.ready = state.missing.empty() && item.state != ItemState::Withdrawn;
    return state;
}

std::vector<std::pair<Item, SignoffKind>> Signoffs::queue(const Actor& by) const {
    const core::Snapshot one_state(holdings_.database);
    const Person person = People(holdings_.database).require(by.person);
    std::vector<std::pair<Item, SignoffKind>> queue;
    for (const Item& item : Items(holdings_).at_work()) {
        const std::set<SignoffKind> needed = needs_.of(item);
        if (!may_send_back(person, needed)) continue;
        const std::vector<Signoff> given = given_to(item.id);
        for (const Missing& one : missing(item, given, needed))
            if (!why_not(person, one.kind, item, given, needed)) queue.emplace_back(item, one.kind);
    }
    // Without a date last; of one date the one that waits longest first.
    const auto rank = [](const std::pair<Item, SignoffKind>& entry) {
        const Item& item = entry.first;
        return std::tuple(!item.effective, item.effective.value_or(core::Date{}), item.id,
                          entry.second);
    };
    std::sort(queue.begin(), queue.end(),
              [&](const auto& one, const auto& other) { return rank(one) < rank(other); });
    return queue;
}

void Signoffs::sign(const Actor& by, ItemId id, int version, SignoffKind kind,
                    const std::string& note) {
    const AuditEntry begun = entry_by(holdings_.database, by, "signoff.give", audit_name(id));
    acted(holdings_.database, begun, [&](AuditEntry& entry) {
        entry.before = std::string("asked for ") + name_of(kind);
        const Person person = People(holdings_.database).require(by.person);
        const Items items(holdings_);
        const Item item = items.item(by, id);
        const std::vector<Signoff> given = given_to(id);
        entry.before += "; " + standing_line(item, given);
        require_version(item, version);
        if (auto why = why_not(person, kind, item, given, needs_.of(item)))
            throw Error(ErrorKind::Forbidden, *why);
        // What is signed is what is kept.
        if (items.digest_of(item.current().document) != item.current().digest)
            throw Error(ErrorKind::Corrupt, {"desk.document_damaged",
                                             {{"id", std::to_string(item.current().document)}}});
        entry.reason = own_note(note);
        add_signoff(item, {kind, version, item.current().digest, person.id, person.name, by.now,
                           entry.reason, true});
        entry.after = standing_line(item, given_to(id));
        return true;
    });
}

void Signoffs::add_signoff(const Item& item, const Signoff& signoff) {
    auto row = holdings_.database.prepare(
        "INSERT INTO signoff(item, version, round, digest, kind, person, name, at, note) "
        "SELECT ?1, ?2, round, ?3, ?4, ?5, ?6, ?7, ?8 FROM signoff_round WHERE item = ?1");
    row.bind(1, item.id).bind(2, signoff.version).bind(3, signoff.digest);
    row.bind(4, name_of(signoff.kind)).bind(5, signoff.person).bind(6, signoff.name);
    row.bind(7, signoff.at.seconds).bind(8, signoff.note).run();
}

void Signoffs::send_back(const Actor& by, ItemId id, int version, const std::string& reason) {
    core::Database& database = holdings_.database;
    const AuditEntry begun = entry_by(database, by, "signoff.send_back", audit_name(id));
    acted(database, begun, [&](AuditEntry& entry) {
        const Person person = People(database).require(by.person);
        const Item item = Items(holdings_).item(by, id);
        entry.before = standing_line(item, given_to(id));
        require_version(item, version);
        if (!may_send_back(person, needs_.of(item)))
            throw Error(ErrorKind::Forbidden, {"office.no_right", {}});
        require_open(item);
        entry.reason = own_reason(reason);
        auto row = database.prepare(
            "INSERT INTO sent_back(item, version, round, person, name, at, reason) "
            "SELECT ?1, ?2, round, ?3, ?4, ?5, ?6 FROM signoff_round WHERE item = ?1");
        row.bind(1, id).bind(2, version).bind(3, person.id).bind(4, person.name);
        row.bind(5, by.now.seconds).bind(6, entry.reason).run();
        entry.after = standing_line(item, given_to(id));
        return true;
    });
}

}  // namespace gongbao::editor
