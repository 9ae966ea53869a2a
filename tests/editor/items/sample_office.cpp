// SPDX-License-Identifier: Apache-2.0
#include "tests/editor/items/sample_office.hpp"

#include "editor/office/office_tables.hpp"
#include "tests/refusal.hpp"

namespace gongbao::editor {
namespace {

core::Database& with_tables(core::Database& database) {
    make_office_tables(database);
    return database;
}

const std::map<SignoffKind, std::string> kSigners = {{SignoffKind::Secrecy, "secrecy"},
                                                     {SignoffKind::Legal, "legal"},
                                                     {SignoffKind::FirstReview, "first"},
                                                     {SignoffKind::SecondReview, "second"},
                                                     {SignoffKind::FinalReview, "final"}};

}  // namespace

Manuscript secret_notice(int number) {
    Manuscript secret = notice(number);
    secret.bytes = "机密★5年\n\n" + secret.bytes;
    return secret;
}

SampleOffice::SampleOffice()
    : SampleDesk(kLegalForOrders),
      database(with_tables(desk.holdings().database)),
      people(database),
      audit(database),
      items(desk.holdings()),
      signoffs(desk.holdings()) {
    people.begin({"admin", "管理员", "", {Role::SystemAdmin}}, now);
    ids["admin"] = people.find("admin")->id;
    add("contact", {Role::Contact}, "省教育厅");
    add("contact2", {Role::Contact}, "省水利厅");
    add("editor", {Role::Editor});
    add("first", {Role::FirstReviewer});
    add("second", {Role::SecondReviewer});
    add("final", {Role::FinalReviewer});
    add("secrecy", {Role::SecrecyReviewer});
    add("legal", {Role::LegalChecker});
    add("all", {Role::FirstReviewer, Role::SecondReviewer, Role::FinalReviewer,
                Role::SecrecyReviewer, Role::LegalChecker});
}

PersonId SampleOffice::add(const std::string& login, const std::set<Role>& roles,
                           const std::string& department) {
    return ids[login] = people.add(as("admin"), {login, "名" + login, department, roles});
}

Actor SampleOffice::as(const std::string& login) {
    ++now.seconds;
    return {ids.at(login), now};
}

ItemId SampleOffice::receive_item(const Manuscript& manuscript, const std::string& section) {
    return items.receive(as("contact"), manuscript, {section, "", ""}).id;
}

void SampleOffice::sign(ItemId id, SignoffKind kind) {
    signoffs.sign(as(kSigners.at(kind)), id, items.item(id).current().number, kind, "");
}

void SampleOffice::sign_off(ItemId id) {
    for (const SignoffKind kind : Needs().usually) sign(id, kind);
}

void SampleOffice::place(int issue, ItemId id) {
    desk.issues().place(issue_number(issue), items.item(id).current().document, "省政府文件");
}

std::string SampleOffice::standing(ItemId id) const {
    std::string words;
    const Item item = items.item(id);
    for (const SignoffKind kind : editor::standing(item, signoffs.state(item).given))
        words += (words.empty() ? "" : " ") + std::string(name_of(kind));
    return words;
}

std::string SampleOffice::missing(ItemId id) const {
    return words_of(signoffs.state(items.item(id)).missing);
}

std::string SampleOffice::last_act() const {
    AuditQuery query;
    query.most = 1;
    const AuditEntry entry = audit.search(query).front().entry;
    const bool refused = entry.outcome == Outcome::Refused;
    return entry.person + " " + entry.act + " " + entry.object + " " +
           (refused ? entry.reason : "done");
}

std::int64_t SampleOffice::acts() const {
    AuditQuery query;
    query.most = 1;
    const auto rows = audit.search(query);
    return rows.empty() ? 0 : rows.front().number;
}

std::string SampleOffice::refusal_of_sql(const std::string& sql) {
    core::Transaction undone(database);
    return tests::refusal_of([&] { database.execute(sql); });
}

std::string words_of(const std::vector<Missing>& missing) {
    std::string words;
    for (const Missing& one : missing)
        words +=
            (words.empty() ? "" : " ") + std::string(name_of(one.kind)) + (one.waits ? "*" : "");
    return words;
}

std::int64_t number_in(const core::Database& database, const std::string& query) {
    core::Statement row = database.prepare(query);
    return row.step() ? row.integer(0) : -1;
}

}  // namespace gongbao::editor
