// SPDX-License-Identifier: Apache-2.0
#include "editor/issuing/issuing.hpp"

#include <gmock/gmock.h>

#include "archive/made_by.hpp"
#include "core/system/digest.hpp"
#include "editor/desk/store/holdings.hpp"
#include "tests/editor/office/sample_office.hpp"
#include "tests/refusal.hpp"

namespace gongbao::editor {
namespace {

using ::testing::ElementsAre;
using tests::refusal_of;

constexpr int kIssue = 8;

class OfficeIssuing : public ::testing::Test {
  protected:
    Issuing& issuing() { return o.office.issuing(); }
    core::Database& database() { return o.office.desk().holdings().database; }
    std::string sign(PersonId who, ProofSign sign) {
        return refusal_of(
            [&] { issuing().sign(o.as(who), issue_number(kIssue), proof_id(), sign); });
    }
    std::int64_t proof_id() {
        const auto proof = issuing().proof(issue_number(kIssue));
        return proof ? proof->id : 0;
    }
    std::string issue(PersonId who, const std::string& typed = "2026-8") {
        return refusal_of([&] { issuing().issue(o.as(who), issue_number(kIssue), typed); });
    }
    bool is_issued() { return o.office.desk().archive().edition(issue_number(kIssue)).has_value(); }

    SampleOffice o;
};

TEST_F(OfficeIssuing, GoesFromLockToEditionBySeveralPeople) {
    o.make_issue(kIssue, {o.ready(notice(1)), o.ready(notice(2))});
    const Proof proof = issuing().lock(o.as(o.editor), o.seen(kIssue));
    EXPECT_EQ(core::sha256_hex(issuing().proof_pdf(o.as(o.proofreader), proof.id)), proof.digest);
    EXPECT_EQ(sign(o.publisher, ProofSign::Permit), "conflict office.proof_unread");
    EXPECT_EQ(sign(o.publisher, ProofSign::Read), "forbidden office.no_right");
    EXPECT_EQ(issue(o.publisher), "conflict office.proof_unsigned");
    EXPECT_EQ(sign(o.proofreader, ProofSign::Read), "none");
    EXPECT_EQ(sign(o.proofreader, ProofSign::Read), "conflict office.given_already");
    EXPECT_EQ(sign(o.publisher, ProofSign::Permit), "none");
    EXPECT_EQ(issue(o.editor), "forbidden office.no_right");
    EXPECT_EQ(issue(o.publisher, "2026-9"), "invalid office.number_not_typed");
    EXPECT_FALSE(is_issued());
    EXPECT_EQ(issue(o.publisher, " 2026年第8期"), "none");
    const auto edition = o.office.desk().archive().edition(issue_number(kIssue));
    ASSERT_TRUE(edition);
    EXPECT_EQ(edition->pdf_digest, proof.digest) << "the edition is the proof that was signed";
    EXPECT_EQ(edition->records, 2);
    EXPECT_TRUE(Issuing::probe(o.office.desk().archive(), proof).empty());
    EXPECT_THAT(o.audit("issue.issue"), ElementsAre("issue.issue wu"));
    EXPECT_TRUE(o.office.audit().verify().empty());
}

TEST_F(OfficeIssuing, IsRepeatedWithoutDoubling) {
    o.make_issue(kIssue, {o.ready(notice(1))});
    o.signed_proof(kIssue);
    ASSERT_EQ(issue(o.publisher), "none");
    EXPECT_EQ(issue(o.publisher), "none");
    EXPECT_EQ(o.office.desk().archive().revision(), 1);
    EXPECT_THAT(o.audit("issue.issue"), ElementsAre("issue.issue wu"));
}

// Killed between the archive's commit and the log: the next round finds the edition there.
TEST_F(OfficeIssuing, CompletesTheLogOfAnIssuingThatWasBrokenOff) {
    o.make_issue(kIssue, {o.ready(notice(1))});
    const Proof proof = o.signed_proof(kIssue);
    {
        AuditEntry begun{o.now, "wu", "issue.begin", "issue 2026-8", Outcome::Done, "", "", ""};
        core::Transaction transaction(database());
        o.office.audit().note(begun);
        transaction.commit();
    }
    Publishing order{issue_number(kIssue), "gongbao", o.now};
    order.proof = proof.digest;
    o.office.desk().press().publish(order);
    EXPECT_TRUE(o.audit("issue.issue").empty());
    issuing().run_due(o.now);
    EXPECT_THAT(o.audit("issue.issue"), ElementsAre("issue.issue wu"));
    issuing().run_due(o.now);
    EXPECT_THAT(o.audit("issue.issue"), ElementsAre("issue.issue wu"));
}

// The desk's disk is full just then: who issued is not told that nothing came out, and the log does
// not say so either.
TEST_F(OfficeIssuing, IsOutThoughItsRowCannotBeWritten) {
    o.make_issue(kIssue, {o.ready(notice(1))});
    o.signed_proof(kIssue);
    database().execute(
        "CREATE TEMP TRIGGER full BEFORE INSERT ON audit WHEN NEW.act = 'issue.issue' "
        "AND NEW.outcome = 'done' BEGIN SELECT RAISE(ABORT, 'full'); END");
    EXPECT_EQ(issue(o.publisher), "none");
    EXPECT_TRUE(is_issued());
    EXPECT_EQ(issue(o.publisher), "none") << "nor when it is asked for once more";
    EXPECT_TRUE(o.audit("issue.issue").empty());
    database().execute("DROP TRIGGER full");
    issuing().run_due(o.now);
    EXPECT_THAT(o.audit("issue.issue"), ElementsAre("issue.issue wu"));
}

// However often it was refused meanwhile.
TEST_F(OfficeIssuing, CompletesTheLogBehindManyRefusals) {
    o.make_issue(kIssue, {o.ready(notice(1))});
    const Proof proof = o.signed_proof(kIssue);
    {
        core::Transaction transaction(database());
        o.office.audit().note(
            {o.now, "wu", "issue.begin", "issue 2026-8", Outcome::Done, "", "", ""});
        for (int i = 0; i < 60; ++i)
            o.office.audit().note({o.now, "wang", "issue.begin", "issue 2026-8", Outcome::Refused,
                                   "", "", "office.no_right"});
        transaction.commit();
    }
    Publishing order{issue_number(kIssue), "gongbao", o.now};
    order.proof = proof.digest;
    o.office.desk().press().publish(order);
    issuing().run_due(o.now);
    EXPECT_THAT(o.audit("issue.issue"), ElementsAre("issue.issue wu"));
}

// Two texts may print alike and differ in what is not printed of them.
TEST_F(OfficeIssuing, IssuesTheTextsThatWereSignedAndNoOthersThatPrintAlike) {
    o.make_issue(kIssue, {o.ready(notice(1))});
    const Proof proof = o.signed_proof(kIssue);
    Publishing order{issue_number(kIssue), "gongbao", o.now};
    order.proof = proof.digest;
    order.state = std::string(64, '0');
    EXPECT_EQ(refusal_of([&] { o.office.desk().press().publish(order); }),
              "conflict desk.issue_changed_in_print");
    EXPECT_FALSE(is_issued());
    order.state = proof.state;
    EXPECT_EQ(refusal_of([&] { o.office.desk().press().publish(order); }), "none");
}

TEST_F(OfficeIssuing, KeepsALockedIssueAsItIs) {
    const ItemId item = o.ready(notice(1));
    const ItemId other = o.ready(notice(2));
    o.make_issue(kIssue, {item});
    const Proof proof = issuing().lock(o.as(o.editor), o.seen(kIssue));
    EXPECT_EQ(refusal_of([&] {
                  o.office.assembly().place(o.as(o.editor), o.seen(kIssue), other, "省政府文件");
              }),
              "forbidden office.issue_locked");
    EXPECT_EQ(refusal_of([&] { issuing().lock(o.as(o.editor), o.seen(kIssue)); }),
              "forbidden office.issue_locked");
    for (const char* sql :
         {"DELETE FROM issue_item", "UPDATE issue_item SET position = position + 10",
          "UPDATE issue SET date = '2026-12-31'", "UPDATE proof SET digest = 'x'",
          "DELETE FROM proof",
          "INSERT INTO issue_item SELECT year, kind, number, 99, document, "
          "section FROM issue_item",
          "INSERT INTO proof_signed VALUES(1, 'permit', 1, 'x', 0)",
          "INSERT INTO proof SELECT 9, year, kind, number, state, digest, pages, pdf, person, "
          "name, "
          "at FROM proof"})
        EXPECT_NE(refusal_of([&] { database().execute(sql); }), "none") << sql;
    EXPECT_EQ(
        refusal_of([&] { issuing().unlock(o.as(o.editor), issue_number(kIssue), proof.id, " "); }),
        "invalid office.reason_needed");
    for (const std::string& bad : {std::string("\xFF"), std::string("错\x1B")})
        EXPECT_EQ(refusal_of([&] {
                      issuing().unlock(o.as(o.editor), issue_number(kIssue), proof.id, bad);
                  }),
                  "invalid office.words_unfit");
    issuing().unlock(o.as(o.editor), issue_number(kIssue), proof.id, "标题排错");
    EXPECT_EQ(sign(o.proofreader, ProofSign::Read), "conflict office.proof_gone");
    o.office.assembly().place(o.as(o.editor), o.seen(kIssue), other, "省政府文件");
    const Proof next = issuing().lock(o.as(o.editor), o.seen(kIssue));
    EXPECT_NE(next.digest, proof.digest);
    EXPECT_FALSE(next.is_signed());
}

// What the program never writes, by hand.
TEST_F(OfficeIssuing, KeepsALockedIssueAndItsProofFromReplacementAndFromOtherIssues) {
    o.make_issue(kIssue, {o.ready(notice(1))});
    o.make_issue(9, {o.ready(notice(2))});
    o.signed_proof(kIssue);
    for (const char* sql :
         {"UPDATE issue_item SET number = 8, position = 99 WHERE number = 9",
          "UPDATE OR REPLACE issue_item SET document = (SELECT document FROM issue_item "
          "WHERE number = 8) WHERE number = 9",
          "INSERT OR REPLACE INTO issue_item SELECT year, kind, 9, 99, document, section "
          "FROM issue_item WHERE number = 8",
          "INSERT OR REPLACE INTO issue SELECT year, kind, number, running, '2026-12-31' "
          "FROM issue WHERE number = 8",
          "INSERT OR REPLACE INTO proof SELECT id, year, kind, 9, state, 'x', pages, pdf, person, "
          "name, at FROM proof",
          "INSERT OR REPLACE INTO proof_signed SELECT proof, sign, person, 'x', at "
          "FROM proof_signed"})
        EXPECT_NE(refusal_of([&] { database().execute(sql); }), "none") << sql;
    EXPECT_EQ(issue(o.publisher), "none") << "it is as it was signed";
}

TEST_F(OfficeIssuing, KeepsWhatWasSaidOrAcceptedFromReplacement) {
    const ItemId item = o.ready(notice(1, "本通知自2026年1月1日起施行。"));
    o.make_issue(kIssue, {item});
    NewRemark remark;
    remark.version = 1;
    remark.text = "请核对。";
    const auto id = o.office.remarks().add(o.as(o.editor), item, remark);
    o.office.remarks().reply(o.as(o.editor), id, "已核对。");
    o.office.remarks().settle(o.as(o.editor), id);
    const std::string key = o.office.preflight().checks(issue_number(kIssue)).front().key;
    o.office.preflight().accept(o.as(o.publisher), issue_number(kIssue), key, "来稿即迟");
    for (const char* table : {"remark", "remark_reply", "remark_settled", "preflight_accepted"})
        EXPECT_NE(refusal_of([&] {
                      database().execute(std::string("INSERT OR REPLACE INTO ") + table +
                                         " SELECT * FROM " + table);
                  }),
                  "none")
            << table;
}

TEST_F(OfficeIssuing, IsStoppedByPreflight) {
    o.make_issue(kIssue, {});
    EXPECT_EQ(refusal_of([&] { issuing().lock(o.as(o.editor), o.seen(kIssue)); }),
              "forbidden office.stops");
    EXPECT_EQ(refusal_of([&] { issuing().lock(o.as(o.publisher), o.seen(kIssue)); }),
              "forbidden office.no_right");
}

TEST_F(OfficeIssuing, IssuesAtTheTimeThatWasSet) {
    o.make_issue(kIssue, {o.ready(notice(1))});
    o.signed_proof(kIssue);
    const core::Instant later{o.now.seconds + 3600};
    EXPECT_EQ(refusal_of([&] {
                  issuing().issue_at(o.as(o.publisher), issue_number(kIssue), "2026-8", o.now);
              }),
              "invalid office.time_past");
    issuing().issue_at(o.as(o.publisher), issue_number(kIssue), "2026-8", later);
    ASSERT_EQ(issuing().scheduled().size(), 1u);
    EXPECT_EQ(issuing().scheduled().front().by, "wu");
    issuing().run_due({later.seconds - 1});
    EXPECT_FALSE(is_issued());
    issuing().run_due(later);
    EXPECT_TRUE(is_issued());
    EXPECT_TRUE(issuing().scheduled().empty());
    EXPECT_THAT(o.audit("issue.issue"), ElementsAre("issue.issue wu"));
}

TEST_F(OfficeIssuing, CallsASetTimeOffWhenItIsUnlockedOrItsPersonGone) {
    o.make_issue(kIssue, {o.ready(notice(1))});
    o.signed_proof(kIssue);
    const core::Instant later{o.now.seconds + 3600};
    issuing().issue_at(o.as(o.publisher), issue_number(kIssue), "2026-8", later);
    issuing().unlock(o.as(o.editor), issue_number(kIssue), proof_id(), "有误");
    EXPECT_TRUE(issuing().scheduled().empty());
    issuing().run_due(later);
    EXPECT_FALSE(is_issued());
    o.signed_proof(kIssue);
    issuing().issue_at(o.as(o.publisher), issue_number(kIssue), "2026-8", later);
    o.office.people().disable(o.as(o.admin), o.publisher);
    issuing().run_due(later);
    EXPECT_FALSE(is_issued());
    ASSERT_EQ(issuing().scheduled().size(), 1u) << "it is told that it did not come out";
    EXPECT_EQ(issuing().scheduled().front().why, "office.disabled");
    EXPECT_FALSE(issuing().scheduled().front().given_up);
    for (int i = 1; i <= 3; ++i) issuing().run_due({later.seconds + i * 3600});
    ASSERT_EQ(issuing().scheduled().size(), 1u);
    EXPECT_TRUE(issuing().scheduled().front().given_up);
}

TEST(OfficePreflight, ListsWhatStopsFirstAndKeepsWhatIsAccepted) {
    SampleOffice o;
    o.make_issue(kIssue, {o.ready(notice(1, "本通知自2026年1月1日起施行。"))});
    const auto checks = o.office.preflight().checks(issue_number(kIssue));
    EXPECT_EQ(count_stops(checks), 0);
    ASSERT_FALSE(checks.empty());
    const Check& late = checks.front();
    EXPECT_EQ(late.finding.message.id, "office.preflight.late");
    EXPECT_EQ(late.owner, Role::Publisher);
    const auto accept = [&](PersonId who, const std::string& key, const std::string& reason) {
        return refusal_of(
            [&] { o.office.preflight().accept(o.as(who), issue_number(kIssue), key, reason); });
    };
    EXPECT_EQ(accept(o.editor, late.key, "来稿即迟"), "forbidden office.no_right");
    EXPECT_EQ(accept(o.publisher, late.key, " "), "invalid office.reason_needed");
    EXPECT_EQ(accept(o.publisher, late.key, "迟\xFF"), "invalid office.words_unfit");
    EXPECT_EQ(accept(o.publisher, late.key, std::string(100'000, 'x')),
              "too-large office.words_too_long");
    EXPECT_EQ(accept(o.publisher, "x", "来稿即迟"), "not-found office.check_gone");
    EXPECT_EQ(accept(o.publisher, late.key, "来稿即迟"), "none");
    EXPECT_EQ(accept(o.publisher, late.key, "来稿即迟"), "conflict office.accepted_already");
    o.signed_proof(kIssue);
    o.office.issuing().issue(o.as(o.publisher), issue_number(kIssue), "2026-8");
    const auto made =
        archive::read_made_by(o.office.desk().archive().edition(issue_number(kIssue))->made_by);
    ASSERT_EQ(made.accepted.size(), 1u);
    EXPECT_EQ(made.accepted.front(),
              (archive::Accepted{"office.preflight.late", "2026-8-1", "吴刚", "来稿即迟"}));
}

// What a print of one text says is not what another one says, be it the same words at the same
// place.
TEST(OfficePreflight, TakesNoAcceptanceForAnotherText) {
    SampleOffice o;
    const ItemId one = o.ready(notice(1, "现将𓀀有关事项通知如下。"));
    o.make_issue(kIssue, {one});
    const auto of_print = [&] {
        std::vector<Check> found;
        for (Check& check : o.office.preflight().checks(issue_number(kIssue)))
            if (check.document == 0 && !check.key.empty()) found.push_back(std::move(check));
        return found;
    };
    auto checks = of_print();
    ASSERT_FALSE(checks.empty());
    for (const Check& check : checks) {
        const PersonId owner = check.owner == Role::Publisher ? o.publisher : o.editor;
        o.office.preflight().accept(o.as(owner), issue_number(kIssue), check.key, "已核对");
    }
    for (const Check& check : of_print()) EXPECT_TRUE(check.accepted);
    const DocumentId document = o.office.items().item(one).current().document;
    o.office.assembly().take_out(o.as(o.editor), o.seen(kIssue), document);
    o.office.items().correct(o.as(o.contact), one, 1,
                             notice(1, "现将𓀀有关事项通知如下。\n\n另有一段。"), "补一段");
    o.sign_all(one);
    o.office.assembly().place(o.as(o.editor), o.seen(kIssue), one, "省政府文件");
    checks = of_print();
    ASSERT_FALSE(checks.empty());
    for (const Check& check : checks)
        EXPECT_FALSE(check.accepted)
            << check.finding.message.id << " " << check.finding.place.text();
}

// What was placed on the command line before the office began has been signed off by nobody.
TEST(OfficePreflight, StopsATextThatIsNoItem) {
    SampleDesk before;
    before.make_issue(kIssue, {before.receive(notice(1))});
    Office office = Office::open(before.data, press());
    office.people().begin({"admin", "管理员", "", {Role::SystemAdmin}}, kNow);
    const auto checks = office.preflight().checks(issue_number(kIssue));
    ASSERT_EQ(count_stops(checks), 1);
    EXPECT_EQ(checks.front().finding.message.id, "office.preflight.no_item");
    EXPECT_TRUE(checks.front().key.empty()) << "nobody may accept it";
}

TEST(OfficePreflight, StopsANumberThatWasPrintedBefore) {
    SampleOffice o;
    o.make_issue(7, {o.ready(notice(1))});
    o.signed_proof(7);
    o.office.issuing().issue(o.as(o.publisher), issue_number(7), "2026-7");
    o.make_issue(kIssue, {o.ready(notice(1, "现将另一事项通知如下。"))});
    const auto checks = o.office.preflight().checks(issue_number(kIssue));
    ASSERT_GT(count_stops(checks), 0);
    EXPECT_EQ(checks.front().finding.message.id, "office.preflight.number_taken");
    EXPECT_TRUE(checks.front().key.empty()) << "nobody may accept it";
}

}  // namespace
}  // namespace gongbao::editor
