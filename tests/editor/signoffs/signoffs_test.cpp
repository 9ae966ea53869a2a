// SPDX-License-Identifier: Apache-2.0
// Sign-offs given and sent back.
#include <gtest/gtest.h>

#include <future>

#include "core/system/files.hpp"
#include "tests/editor/items/sample_office.hpp"
#include "tests/refusal.hpp"

namespace gongbao::editor {
namespace {

using tests::refusal_of;
using Kind = SignoffKind;

class SignoffActs : public testing::Test {
  protected:
    // "none" when it is done; one row of the audit log either way.
    template <typename Operation>
    std::string doing(const std::string& act, Operation operation) {
        const std::int64_t acts = office.acts();
        const std::string refusal = refusal_of(operation);
        EXPECT_EQ(office.acts(), acts + 1);
        const std::string outcome =
            refusal == "none" ? "done" : refusal.substr(refusal.find(' ') + 1);
        EXPECT_NE(office.last_act().find(" " + act + " item "), std::string::npos);
        EXPECT_TRUE(office.last_act().ends_with(" " + outcome) || refusal == "none");
        return refusal;
    }
    std::string signing(const std::string& login, ItemId of, Kind kind, int version = 1,
                        const std::string& note = {}) {
        return doing("signoff.give",
                     [&] { office.signoffs.sign(office.as(login), of, version, kind, note); });
    }
    std::string sending_back(const std::string& login, ItemId of, int version = 1,
                             const std::string& reason = "第三条有误") {
        return doing("signoff.send_back",
                     [&] { office.signoffs.send_back(office.as(login), of, version, reason); });
    }
    SignoffState state(ItemId of) const { return office.signoffs.state(office.items.item(of)); }
    std::string queue_of(const std::string& login) {
        std::string words;
        for (const auto& [item, kind] : office.signoffs.queue(office.as(login)))
            words += std::to_string(item.id) + " " + name_of(kind) + "; ";
        return words;
    }

    SampleOffice office;
    const ItemId id = office.receive_item(notice(1));
};

TEST_F(SignoffActs, MakeAnItemReady) {
    EXPECT_EQ(office.missing(id), "secrecy first_review second_review* final_review*");
    EXPECT_EQ(signing("secrecy", id, Kind::Secrecy, 1, "可以公开"), "none");
    EXPECT_EQ(office.last_act(), "secrecy signoff.give item 1 done");
    const AuditEntry entry = office.audit.search({}).front().entry;
    const std::string version = "version 1, digest " + office.items.item(id).current().digest + ":";
    EXPECT_EQ(entry.before, "asked for secrecy; " + version);
    EXPECT_EQ(entry.after, version + " secrecy");
    EXPECT_EQ(entry.reason, "可以公开");
    EXPECT_EQ(signing("first", id, Kind::FirstReview), "none");
    EXPECT_EQ(signing("second", id, Kind::SecondReview), "none");
    EXPECT_EQ(office.items.item(id).state, ItemState::Received);
    EXPECT_FALSE(state(id).ready);
    EXPECT_EQ(signing("final", id, Kind::FinalReview), "none");
    EXPECT_TRUE(state(id).ready);
    EXPECT_EQ(office.items.item(id).state, ItemState::Ready);
    EXPECT_EQ(office.missing(id), "");
    const Signoff first = state(id).given.front();
    EXPECT_EQ(first.kind, Kind::Secrecy);
    EXPECT_EQ(first.version, 1);
    EXPECT_EQ(first.digest, office.items.item(id).current().digest);
    EXPECT_EQ(first.person, office.ids["secrecy"]);
    EXPECT_EQ(first.name, "名secrecy");
    EXPECT_EQ(first.note, "可以公开");
    EXPECT_TRUE(first.stands);
    EXPECT_TRUE(office.audit.verify().empty());
}

TEST_F(SignoffActs, AreRefusedWithTheReason) {
    EXPECT_EQ(signing("second", id, Kind::SecondReview),
              "forbidden office.needs_first.first_review");
    EXPECT_EQ(signing("final", id, Kind::FinalReview), "forbidden office.needs_first.secrecy");
    EXPECT_EQ(signing("first", id, Kind::Secrecy), "forbidden office.no_right");
    EXPECT_EQ(signing("contact", id, Kind::Secrecy), "forbidden office.no_right");
    EXPECT_EQ(signing("admin", id, Kind::Secrecy), "not-found office.item_unknown");
    EXPECT_EQ(signing("contact2", id, Kind::Secrecy), "not-found office.item_unknown");
    EXPECT_EQ(signing("secrecy", 99, Kind::Secrecy), "not-found office.item_unknown");
    EXPECT_EQ(signing("all", id, Kind::FirstReview), "none");
    EXPECT_EQ(signing("first", id, Kind::FirstReview), "forbidden office.given_already");
    EXPECT_EQ(signing("all", id, Kind::SecondReview), "forbidden office.second_of_three");
    EXPECT_EQ(signing("second", id, Kind::SecondReview), "none");
    EXPECT_EQ(signing("all", id, Kind::Secrecy), "none");
    EXPECT_EQ(signing("all", id, Kind::FinalReview), "forbidden office.second_of_three");
    EXPECT_EQ(signing("final", id, Kind::FinalReview), "none");
    EXPECT_EQ(office.standing(id), "secrecy first_review second_review final_review");
}

TEST_F(SignoffActs, OfTheDisabledAreRefused) {
    EXPECT_EQ(signing("first", id, Kind::FirstReview), "none");
    office.people.disable(office.as("admin"), office.ids["first"]);
    office.people.disable(office.as("admin"), office.ids["secrecy"]);
    EXPECT_EQ(signing("secrecy", id, Kind::Secrecy), "forbidden office.disabled");
    EXPECT_EQ(sending_back("secrecy", id), "forbidden office.disabled");
    EXPECT_EQ(office.standing(id), "first_review");  // given while the account was active
    office.people.set_roles(office.as("admin"), office.ids["second"], {Role::Proofreader});
    EXPECT_EQ(signing("second", id, Kind::SecondReview), "forbidden office.no_right");
}

TEST_F(SignoffActs, AreOfTheVersionThatWasSeen) {
    EXPECT_EQ(signing("secrecy", id, Kind::Secrecy), "none");
    office.items.correct(office.as("contact"), id, 1, notice(1, "改正的一句。"), "改错字");
    EXPECT_EQ(office.standing(id), "");
    EXPECT_FALSE(state(id).given.front().stands);
    EXPECT_EQ(signing("secrecy", id, Kind::Secrecy, 1), "conflict office.item_moved_on");
    EXPECT_EQ(signing("secrecy", id, Kind::Secrecy, 3), "conflict office.item_moved_on");
    EXPECT_EQ(sending_back("secrecy", id, 1), "conflict office.item_moved_on");
    EXPECT_EQ(signing("secrecy", id, Kind::Secrecy, 2), "none");
    EXPECT_EQ(state(id).given.size(), 2u);
}

TEST_F(SignoffActs, FallWhenTheTextIsSentBack) {
    office.sign_off(id);
    EXPECT_EQ(sending_back("all", id, 1, ""), "invalid office.reason_needed");
    EXPECT_EQ(sending_back("all", id, 1, "　\n"), "invalid office.reason_needed");
    EXPECT_EQ(sending_back("editor", id), "forbidden office.no_right");
    EXPECT_EQ(sending_back("contact", id), "forbidden office.no_right");
    EXPECT_EQ(sending_back("admin", id), "not-found office.item_unknown");
    EXPECT_EQ(office.items.item(id).state, ItemState::Ready);
    EXPECT_EQ(sending_back("second", id, 1, "第三条有误"), "none");
    EXPECT_EQ(office.standing(id), "");
    EXPECT_EQ(office.items.item(id).state, ItemState::Received);
    ASSERT_EQ(state(id).sent_back.size(), 1u);
    const SentBack back = state(id).sent_back.front();
    EXPECT_EQ(back.version, 1);
    EXPECT_EQ(back.person, office.ids["second"]);
    EXPECT_EQ(back.name, "名second");
    EXPECT_EQ(back.reason, "第三条有误");
    const AuditEntry entry = office.audit.search({}).front().entry;
    EXPECT_TRUE(entry.before.ends_with(": secrecy first_review second_review final_review"));
    EXPECT_TRUE(entry.after.ends_with(":"));
    EXPECT_EQ(entry.reason, "第三条有误");
    // The same text may be found right after all, by the same people in other places.
    EXPECT_EQ(signing("all", id, Kind::FirstReview), "none");
    EXPECT_EQ(sending_back("all", id), "none");
    office.sign_off(id);
    EXPECT_TRUE(state(id).ready);
    EXPECT_EQ(state(id).given.size(), 9u);
}

// What stands does not hang on a clock.
TEST_F(SignoffActs, StandAfterTheClockWasSetBack) {
    office.sign_off(id);
    EXPECT_EQ(sending_back("first", id), "none");
    office.now.seconds -= 10 * 86400;
    EXPECT_EQ(office.standing(id), "");
    EXPECT_EQ(signing("secrecy", id, Kind::Secrecy), "none");
    EXPECT_EQ(office.standing(id), "secrecy");
    office.now.seconds += 20 * 86400;
    EXPECT_EQ(sending_back("first", id), "none");
    office.now.seconds -= 30 * 86400;
    EXPECT_EQ(office.standing(id), "");
}

TEST_F(SignoffActs, LeaveAWithdrawnItem) {
    office.sign_off(id);
    office.items.withdraw(office.as("contact"), id, "错发");
    EXPECT_EQ(signing("legal", id, Kind::Legal), "forbidden office.item_withdrawn");
    EXPECT_EQ(sending_back("first", id), "conflict office.item_withdrawn");
    EXPECT_FALSE(state(id).ready);
}

TEST_F(SignoffActs, LeaveWhatIsPlacedWhereItIs) {
    office.sign_off(id);
    office.desk.issues().add(issue_number(1), kDay);
    office.place(1, id);
    EXPECT_EQ(sending_back("first", id), "conflict office.item_placed");
    EXPECT_EQ(signing("legal", id, Kind::Legal), "none");
    EXPECT_EQ(office.items.item(id).state, ItemState::Placed);
    office.desk.issues().remove(issue_number(1), 1);
    EXPECT_EQ(sending_back("first", id), "none");
}

TEST_F(SignoffActs, WantATextWithoutErrors) {
    const ItemId bad = office.receive_item(secret_notice(9));
    ASSERT_GT(office.items.item(bad).errors, 0);
    EXPECT_EQ(signing("secrecy", bad, Kind::Secrecy), "forbidden office.has_errors");
    EXPECT_EQ(sending_back("secrecy", bad), "none");
    EXPECT_EQ(queue_of("all").find(std::to_string(bad) + " "), std::string::npos);
}

TEST_F(SignoffActs, BearOnlyWordsThatCanBeShown) {
    const std::string nul("第\0一", 7);
    const std::string huge(std::size_t{10} << 20, 'a');
    EXPECT_EQ(signing("secrecy", id, Kind::Secrecy, 1, nul), "invalid office.words_unfit");
    EXPECT_EQ(signing("secrecy", id, Kind::Secrecy, 1, "\xFF"), "invalid office.words_unfit");
    EXPECT_EQ(signing("secrecy", id, Kind::Secrecy, 1, huge), "too-large office.words_too_long");
    EXPECT_EQ(sending_back("secrecy", id, 1, nul), "invalid office.words_unfit");
    EXPECT_EQ(sending_back("secrecy", id, 1, "\xE7\xAC"), "invalid office.words_unfit");
    EXPECT_EQ(sending_back("secrecy", id, 1, huge), "too-large office.words_too_long");
    EXPECT_TRUE(state(id).given.empty());
    EXPECT_TRUE(state(id).sent_back.empty());
}

TEST_F(SignoffActs, FollowTheSection) {
    const ItemId order = office.receive_item(notice(2), "省政府令");
    EXPECT_EQ(office.missing(order), "secrecy legal first_review second_review* final_review*");
    for (const Kind kind : {Kind::Secrecy, Kind::FirstReview, Kind::SecondReview})
        office.sign(order, kind);
    EXPECT_EQ(signing("final", order, Kind::FinalReview), "forbidden office.needs_first.legal");
    office.items.set_section(office.as("editor"), order, "省政府文件");
    EXPECT_EQ(signing("final", order, Kind::FinalReview), "none");
    EXPECT_EQ(office.items.item(order).state, ItemState::Ready);
    office.items.set_section(office.as("editor"), order, "省政府令");
    EXPECT_EQ(office.missing(order), "legal");
    EXPECT_EQ(office.items.item(order).state, ItemState::Received);
    EXPECT_EQ(signing("legal", order, Kind::Legal), "none");
    EXPECT_EQ(office.items.item(order).state, ItemState::Ready);
}

TEST_F(SignoffActs, QueueWhatTakesEffectFirst) {
    office.receive_item(notice(2, "本通知自2026年6月1日起施行。"));
    office.receive_item(notice(3, "本通知自2026年5月1日起施行。"));
    office.receive_item(notice(4, "本通知自2026年5月1日起施行。"), "省政府令");
    EXPECT_EQ(queue_of("first"),
              "3 first_review; 4 first_review; 2 first_review; 1 first_review; ");
    EXPECT_EQ(queue_of("second"), "");
    EXPECT_EQ(queue_of("legal"), "4 legal; ");
    EXPECT_EQ(queue_of("editor"), "");
    EXPECT_EQ(queue_of("contact"), "");
    EXPECT_EQ(queue_of("admin"), "");
    office.sign(3, Kind::FirstReview);
    EXPECT_EQ(queue_of("first"), "4 first_review; 2 first_review; 1 first_review; ");
    EXPECT_EQ(queue_of("second"), "3 second_review; ");
    EXPECT_EQ(queue_of("all").substr(0, 27), "3 secrecy; 3 second_review;");
    office.items.withdraw(office.as("editor"), 4, "错发");
    EXPECT_EQ(queue_of("legal"), "");
    office.people.disable(office.as("admin"), office.ids["legal"]);
    EXPECT_EQ(refusal_of([&] { queue_of("legal"); }), "forbidden office.disabled");
}

TEST_F(SignoffActs, SignWhatIsKeptAndNothingElse) {
    office.database.execute(
        "DROP TRIGGER document_stays; "
        "UPDATE document SET xml = replace(xml, '事项', '事務') WHERE id = 1");
    const std::int64_t acts = office.acts();
    EXPECT_EQ(
        refusal_of([&] { office.signoffs.sign(office.as("secrecy"), id, 1, Kind::Secrecy, ""); }),
        "corrupt desk.document_damaged");
    EXPECT_EQ(office.acts(), acts);  // a damage is no refusal
    EXPECT_TRUE(state(id).given.empty());
}

// Another program with the same files.
TEST_F(SignoffActs, OfTwoAtOnceAreGivenOnce) {
    for (int round = 0; round < 10; ++round) {
        const ItemId item = office.receive_item(notice(100 + round));
        const Actor one = office.as("first");
        const Actor other = office.as("all");
        const auto sign_elsewhere = [&, item](const Actor& by) {
            Desk desk = Desk::open(office.data, press());
            Signoffs signoffs(desk.holdings());
            return refusal_of([&] { signoffs.sign(by, item, 1, Kind::FirstReview, ""); });
        };
        const std::int64_t acts = office.acts();
        auto first = std::async(std::launch::async, sign_elsewhere, one);
        auto second = std::async(std::launch::async, sign_elsewhere, other);
        const std::multiset<std::string> outcomes = {first.get(), second.get()};
        EXPECT_EQ(outcomes, (std::multiset<std::string>{"forbidden office.given_already", "none"}));
        EXPECT_EQ(office.acts(), acts + 2);
        EXPECT_EQ(office.standing(item), "first_review");
    }
    EXPECT_TRUE(office.audit.verify().empty());
}

// A correction and a signature at once: the signature is of the text that was seen, or of none.
TEST_F(SignoffActs, OfATextThatIsBeingCorrectedAreOfOneText) {
    for (int round = 0; round < 10; ++round) {
        const ItemId item = office.receive_item(notice(200 + round));
        const Actor signer = office.as("first");
        const Actor contact = office.as("contact");
        auto signing_elsewhere = std::async(std::launch::async, [&] {
            Desk desk = Desk::open(office.data, press());
            Signoffs signoffs(desk.holdings());
            return refusal_of([&] { signoffs.sign(signer, item, 1, Kind::FirstReview, ""); });
        });
        auto correcting_elsewhere = std::async(std::launch::async, [&] {
            Desk desk = Desk::open(office.data, press());
            Items items(desk.holdings());
            return refusal_of(
                [&] { items.correct(contact, item, 1, notice(200 + round, "改。"), "改"); });
        });
        EXPECT_EQ(correcting_elsewhere.get(), "none");
        const std::string signed_first = signing_elsewhere.get();
        EXPECT_TRUE(signed_first == "none" || signed_first == "conflict office.item_moved_on");
        EXPECT_EQ(office.standing(item), "");
        EXPECT_EQ(office.items.item(item).current().number, 2);
    }
}

}  // namespace
}  // namespace gongbao::editor
