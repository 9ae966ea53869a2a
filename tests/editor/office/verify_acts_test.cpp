// SPDX-License-Identifier: Apache-2.0
// What was written by hand is told, though the rules of the tables let it in or were gone
// meanwhile.
#include <gtest/gtest.h>

#include "editor/desk/store/holdings.hpp"
#include "editor/office/verify_office.hpp"
#include "tests/editor/office/sample_office.hpp"

namespace gongbao::editor {
namespace {

using Told = std::vector<std::string>;

class VerifiedActs : public ::testing::Test {
  protected:
    core::Database& database() { return o.office.desk().holdings().database; }
    Told told() {
        Told all;
        for (const core::Diagnostic& finding : verify_office(o.sample.data.desk()))
            all.push_back(finding.message.id + " " + finding.place.text());
        return all;
    }
    /// The rule is gone for a moment and stands again as it was.
    Told after(const std::string& sql, const std::string& rule) {
        core::Statement row = database().prepare("SELECT sql FROM sqlite_schema WHERE name = ?");
        EXPECT_TRUE(row.bind(1, rule).step());
        const std::string made = row.text(0);
        row.reset();
        database().execute("DROP TRIGGER " + rule + ";" + sql + ";" + made + ";");
        return told();
    }

    SampleOffice o;
};

TEST_F(VerifiedActs, OfAWholeWayAreSound) {
    const ItemId item = o.receive(notice(1, "本通知自2026年1月1日起施行。"));
    o.office.items().correct(o.as(o.contact), item, 1, notice(1), "改正");
    o.office.signoffs().sign(o.as(o.secrecy), item, 2, SignoffKind::Secrecy, "");
    o.office.signoffs().send_back(o.as(o.first), item, 2, "再核");
    o.sign_all(item);
    NewRemark remark;
    remark.version = 1;
    remark.text = "请核对。";
    const auto id = o.office.remarks().add(o.as(o.editor), item, remark);
    o.office.remarks().reply(o.as(o.first), id, "已核对。");
    o.office.remarks().settle(o.as(o.editor), id);
    const ItemId late = o.ready(notice(2, "本通知自2026年1月1日起施行。"));
    o.office.items().withdraw(o.as(o.contact), o.receive(notice(3)), "不办");
    o.make_issue(8, {item, late});
    o.now.seconds -= 100;  // a clock that was set back
    const auto checks = o.office.preflight().checks(issue_number(8));
    o.office.preflight().accept(o.as(o.publisher), issue_number(8), checks.front().key, "迟到");
    o.office.issuing().unlock(o.as(o.editor), issue_number(8), o.signed_proof(8).id, "再改");
    o.now.seconds += 100;
    o.signed_proof(8);
    o.office.issuing().issue(o.as(o.publisher), issue_number(8), "2026-8");
    EXPECT_EQ(told(), Told());
}

// A row that the tables let in, for the person has the role; but the person never did it.
TEST_F(VerifiedActs, AreMissedBehindASignoffOfSomebodyElse) {
    const ItemId item = o.receive(notice(1));
    o.office.signoffs().sign(o.as(o.first), item, 1, SignoffKind::FirstReview, "");
    database().execute(
        "INSERT INTO signoff(item, version, round, digest, kind, person, name, at, note) "
        "SELECT item, version, round, digest, 'secrecy', p.id, p.name, at, '' FROM signoff, "
        "person p WHERE p.login = 'sun'");
    EXPECT_EQ(told(), Told{"office.act_untold stored:signoff#2"});
}

TEST_F(VerifiedActs, AreMissedBehindASignOfTheProof) {
    o.make_issue(8, {o.ready(notice(1))});
    const Proof proof = o.office.issuing().lock(o.as(o.editor), o.seen(8));
    database().execute(
        "INSERT INTO proof_signed SELECT 1, 'read', id, name, 5 FROM person WHERE login = 'zhou'");
    EXPECT_EQ(told(), Told{"office.act_untold stored:proof_signed#" + std::to_string(proof.id)});
}

TEST_F(VerifiedActs, TellWhoReviewedTwice) {
    const ItemId item = o.ready(notice(1));
    const Told found = after(
        "UPDATE signoff SET person = (SELECT person FROM signoff WHERE kind = "
        "'first_review') WHERE kind = 'second_review'",
        "signoff_stays");
    EXPECT_NE(std::find(found.begin(), found.end(),
                        "office.reviewed_twice stored:item#" + std::to_string(item)),
              found.end());
}

TEST_F(VerifiedActs, TellAnotherProofInThePlaceOfTheOneThatWasSigned) {
    o.make_issue(8, {o.ready(notice(1))});
    o.signed_proof(8);
    EXPECT_EQ(after("UPDATE proof SET pdf = x'00'", "proof_stays"),
              Told{"office.proof_damaged stored:proof#1"});
}

TEST_F(VerifiedActs, TellAVersionThatIsNotWhatWasSigned) {
    o.ready(notice(1));
    EXPECT_EQ(after("UPDATE item_version SET digest = '" + std::string(64, '0') + "'",
                    "item_version_stays"),
              Told{"office.version_changed stored:item#1"});
}

}  // namespace
}  // namespace gongbao::editor
