// SPDX-License-Identifier: Apache-2.0
// Random histories of an office: eight people do what they may and what they may not, and after
// every act the office stands where a model of its rules says.
#include <gtest/gtest.h>

#include <iterator>
#include <random>

#include "tests/editor/items/sample_office.hpp"
#include "tests/editor/signoffs/model_office.hpp"
#include "tests/refusal.hpp"

namespace gongbao::editor {
namespace {

constexpr int kHistories = 1000;
constexpr int kActs = 20;
constexpr std::size_t kItems = 2;  // in a history, so that acts meet

const std::map<std::string, std::set<Role>> kPeople = {
    {"an", {Role::Contact}},
    {"bo", {Role::Editor}},
    {"chen", {Role::FirstReviewer, Role::SecondReviewer}},
    {"dai", {Role::SecondReviewer, Role::FinalReviewer}},
    {"fang", {Role::FirstReviewer, Role::FinalReviewer, Role::LegalChecker}},
    {"gao", {Role::SecrecyReviewer, Role::LegalChecker}},
    {"han", {Role::SecrecyReviewer, Role::FirstReviewer, Role::FinalReviewer}},
    {"jin", {Role::FirstReviewer, Role::SecondReviewer, Role::FinalReviewer}},
};

ModelPerson model_of(const std::set<Role>& roles) {
    ModelPerson person;
    if (roles.contains(Role::Contact)) person.roles.insert("contact");
    if (roles.contains(Role::Editor)) person.roles.insert("editor");
    for (const SignoffKind kind : kSignoffKinds)
        if (roles.contains(role_for(kind))) person.roles.insert(name_of(kind));
    return person;
}

// One office lives through all histories, each with items and an issue of its own.
class Histories : public testing::Test {
  protected:
    Histories() {
        // The test is of rules, not of disks.
        office.database.execute("PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY");
        for (const auto& [login, roles] : kPeople) {
            office.add(login, roles, roles.contains(Role::Contact) ? "省教育厅" : "");
            model.people[login] = model_of(roles);
        }
        acts = office.acts();
    }

    void begin(unsigned seed) {
        random.seed(seed);
        model.items.clear();
        ids.clear();
        documents.clear();
        issue = {2000 + static_cast<int>(seed), core::IssueKind::Regular, 1, {}};
        office.desk.issues().add(issue, kDay);
    }
    std::size_t any(std::size_t count) { return random() % count; }
    std::string anybody() { return std::next(kPeople.begin(), static_cast<long>(any(8)))->first; }
    // Mostly who may.
    std::string somebody_with(const std::string& role) {
        std::string who = anybody();
        for (int tries = 0; tries < 20 && any(8) > 0 && !model.people[who].roles.contains(role);
             ++tries)
            who = anybody();
        return who;
    }
    // Mostly the newest.
    int a_version(std::size_t item) {
        const int newest = model.items[item].version;
        return any(6) > 0 ? newest : newest - 1 + 2 * static_cast<int>(any(2));
    }
    Manuscript manuscript() {
        const std::string number = std::to_string(++manuscripts);
        return {number + ".txt", "关于第" + number + "号事项的通知\n\n正文。\n"};
    }
    // The model's outcome is the office's, and an act of the office is one row of its log.
    template <typename Operation>
    void expect_same(const std::string& act, const std::string& expected, bool audited,
                     Operation operation) {
        const std::string outcome = refusal_of(operation);
        told += "\n" + act + ": " + outcome;
        EXPECT_EQ(outcome, expected);
        acts += audited ? 1 : 0;
        AuditQuery newest;
        newest.most = 1;
        const AuditRow row = office.audit.search(newest).front();
        EXPECT_EQ(row.number, acts);
        if (!audited) return;
        const bool refused = outcome != "none";
        EXPECT_EQ(row.entry.outcome == Outcome::Refused, refused);
        if (refused) {
            EXPECT_EQ(row.entry.reason, outcome.substr(outcome.find(' ') + 1));
        }
    }
    template <typename Operation>
    static std::string refusal_of(Operation operation) {
        return tests::refusal_of(operation);
    }

    void act() {
        if (model.items.empty() || (model.items.size() < kItems && any(5) == 0)) return receive();
        const std::size_t item = any(model.items.size());
        switch (any(16)) {
            case 0: return correct(item);
            case 1: return move(item);
            case 2: return any(3) == 0 ? withdraw(item) : sign(item);
            case 3: return send_back(item);
            case 4:
            case 5: return place(item);
            case 6: return remove(item);
            case 7: return turn(anybody());
            default: return sign(item);
        }
    }
    void receive() {
        const std::string who = somebody_with("contact");
        const std::size_t before = model.items.size();
        const std::string expected = model.receive(who);
        expect_same(who + " hands in", expected, true, [&] {
            const ItemId id =
                office.items.receive(office.as(who), manuscript(), {"", "省教育厅", ""}).id;
            ids.push_back(id);
            documents.push_back({office.items.item(id).current().document});
        });
        ASSERT_EQ(ids.size(), model.items.size()) << before;
    }
    void correct(std::size_t at) {
        const std::string who = somebody_with("editor");
        const int seen = a_version(at);
        const std::string expected = model.correct(who, at, seen);
        expect_same(who + " corrects", expected, true, [&] {
            office.items.correct(office.as(who), ids[at], seen, manuscript(), "改");
            documents[at].push_back(office.items.item(ids[at]).current().document);
        });
    }
    void move(std::size_t at) {
        const std::string who = somebody_with("editor");
        const bool legal = any(2) == 0;
        const std::string expected = model.move(who, at, legal);
        expect_same(who + " moves", expected, true, [&] {
            office.items.set_section(office.as(who), ids[at], legal ? "省政府令" : "省政府文件");
        });
    }
    void withdraw(std::size_t at) {
        const std::string who = somebody_with("contact");
        const std::string expected = model.withdraw(who, at);
        expect_same(who + " withdraws", expected, true,
                    [&] { office.items.withdraw(office.as(who), ids[at], "错发"); });
    }
    void sign(std::size_t at) {
        // Mostly what is missing, so that histories come to an end.
        const std::string left = model.missing(at);
        SignoffKind kind = kSignoffKinds[any(5)];
        if (!left.empty() && any(4) > 0) kind = *signoff_kind_named(left.substr(0, left.find(' ')));
        const std::string who = somebody_with(name_of(kind));
        const int version = a_version(at);
        const std::string expected = model.sign(who, at, version, name_of(kind));
        expect_same(who + " signs " + name_of(kind), expected, true,
                    [&] { office.signoffs.sign(office.as(who), ids[at], version, kind, ""); });
    }
    void send_back(std::size_t at) {
        const std::string who = anybody();
        const int version = a_version(at);
        const bool reason = any(4) > 0;
        const std::string expected = model.send_back(who, at, version, reason);
        expect_same(who + " sends back", expected, true, [&] {
            office.signoffs.send_back(office.as(who), ids[at], version, reason ? "有误" : " ");
        });
    }
    int a_document(std::size_t at) {
        return any(4) > 0 ? model.items[at].version
                          : 1 + static_cast<int>(any(documents[at].size()));
    }
    DocumentId document(std::size_t at, int version) const {
        return documents[at][static_cast<std::size_t>(version - 1)];
    }
    void place(std::size_t at) {
        const int version = a_document(at);
        const std::string expected = model.place(at, version);
        expect_same("place", expected, false, [&] {
            office.desk.issues().place(issue, document(at, version), "省政府文件");
        });
    }
    void remove(std::size_t at) {
        const int version = a_document(at);
        const std::string expected = model.remove(at, version);
        expect_same("remove", expected, false,
                    [&] { office.desk.issues().remove(issue, document(at, version)); });
    }
    // Disables or enables.
    void turn(const std::string& who) {
        ModelPerson& person = model.people[who];
        person.active = !person.active;
        expect_same((person.active ? "enable " : "disable ") + who, "none", true, [&] {
            if (person.active)
                office.people.enable(office.as("admin"), office.ids[who]);
            else
                office.people.disable(office.as("admin"), office.ids[who]);
        });
    }

    void expect_as_the_model() {
        EXPECT_EQ(model.forbidden(), "");
        core::Transaction undone(office.database);
        for (std::size_t at = 0; at < model.items.size(); ++at) {
            const Item item = office.items.item(ids[at]);
            const SignoffState state = office.signoffs.state(item);
            EXPECT_EQ(item.current().number, model.items[at].version);
            EXPECT_EQ(name_of(item.state), model.state(at));
            EXPECT_EQ(words_of(state.missing), model.missing(at));
            EXPECT_EQ(state.ready, model.missing(at).empty() && !model.items[at].withdrawn);
            std::map<std::string, PersonId> holds;
            for (const Signoff& signoff : state.given)
                if (signoff.stands) holds[name_of(signoff.kind)] = signoff.person;
            std::map<std::string, PersonId> expected;
            for (const auto& [kind, who] : model.items[at].holds) expected[kind] = office.ids[who];
            EXPECT_EQ(holds, expected);
            expect_placeable(at);
        }
    }
    // Asked of the database by trying, for each version; nothing of it is kept.
    void expect_placeable(std::size_t at) {
        if (model.items[at].placed) return;
        for (int version = 1; version <= model.items[at].version; ++version) {
            trial.bind(1, issue.year).bind(2, document(at, version));
            const std::string outcome = refusal_of([&] { trial.run(); });
            trial.reset();
            EXPECT_EQ(outcome,
                      model.may_be_placed(at, version) ? "none" : "conflict office.not_signed_off")
                << version;
        }
    }

    SampleOffice office;
    core::Statement trial = office.database.prepare(
        "INSERT INTO issue_item SELECT ?1, 'regular', 1, 9 + count(*), ?2, '' FROM issue_item");
    ModelOffice model;
    std::mt19937 random;
    core::IssueNumber issue;
    std::vector<ItemId> ids;
    std::vector<std::vector<DocumentId>> documents;  // of each item, by version
    int manuscripts = 0;
    std::int64_t acts = 0;  // rows of the audit log
    std::string told;
};

TEST_F(Histories, NeverLeaveTheRules) {
    std::map<std::string, int> reached;
    for (unsigned seed = 1; seed <= kHistories; ++seed) {
        told.clear();
        begin(seed);
        for (int done = 0; done < kActs; ++done) {
            act();
            expect_as_the_model();
            if (HasFailure()) FAIL() << "seed " << seed << told;
        }
        for (std::size_t at = 0; at < model.items.size(); ++at) ++reached[model.state(at)];
        for (auto& [login, person] : model.people)
            if (!person.active) turn(login);
    }
    // The histories have been everywhere.
    for (const char* state : {"received", "ready", "placed", "withdrawn"})
        EXPECT_GT(reached[state], 30) << state;
    EXPECT_TRUE(office.audit.verify().empty());
}

}  // namespace
}  // namespace gongbao::editor
