// SPDX-License-Identifier: Apache-2.0
// Items corrected, moved and withdrawn.
#include <gtest/gtest.h>

#include <algorithm>

#include <filesystem>
#include <regex>

#include "core/report/messages.hpp"
#include "core/system/digest.hpp"
#include "core/system/files.hpp"
#include "tests/editor/items/sample_office.hpp"
#include "tests/refusal.hpp"

namespace gongbao::editor {
namespace {

using tests::error_of;
using tests::refusal_of;

const Manuscript kBetter = notice(1, "改正了的一句话。");

class ItemActs : public testing::Test {
  protected:
    // "none" when it is done; one row of the audit log either way.
    template <typename Operation>
    std::string doing(const std::string& act, Operation operation) {
        const std::int64_t acts = office.acts();
        const std::string refusal = refusal_of(operation);
        EXPECT_EQ(office.acts(), acts + 1);
        const std::string outcome =
            refusal == "none" ? "done" : refusal.substr(refusal.find(' ') + 1);
        EXPECT_NE(office.last_act().find(" " + act + " "), std::string::npos) << office.last_act();
        EXPECT_TRUE(office.last_act().ends_with(" " + outcome)) << office.last_act();
        return refusal;
    }
    std::string correcting(const std::string& login, ItemId id, int seen,
                           const Manuscript& manuscript = kBetter, const std::string& note = "改") {
        return doing("item.correct",
                     [&] { office.items.correct(office.as(login), id, seen, manuscript, note); });
    }
    std::string sectioning(const std::string& login, ItemId id, const std::string& section) {
        return doing("item.section",
                     [&] { office.items.set_section(office.as(login), id, section); });
    }
    std::string withdrawing(const std::string& login, ItemId id,
                            const std::string& reason = "错发") {
        return doing("item.withdraw", [&] { office.items.withdraw(office.as(login), id, reason); });
    }
    // In issue 2026-1.
    ItemId placed_item() {
        const ItemId id = office.receive_item(notice(1));
        office.sign_off(id);
        office.desk.issues().add(issue_number(1), kDay);
        office.place(1, id);
        return id;
    }

    SampleOffice office;
};

TEST_F(ItemActs, GiveTheStatesTheirNames) {
    for (const ItemState state : kItemStates) EXPECT_EQ(item_state_named(name_of(state)), state);
    EXPECT_FALSE(item_state_named("lost"));
}

TEST_F(ItemActs, CorrectByANewVersion) {
    const ItemId id = office.receive_item(notice(1));
    const ItemVersion first = office.items.item(id).current();
    office.sign(id, SignoffKind::Secrecy);
    const ReceivedItem corrected =
        office.items.correct(office.as("contact"), id, 1, kBetter, "改错字");
    EXPECT_EQ(corrected.id, id);
    EXPECT_FALSE(corrected.known);
    EXPECT_EQ(office.last_act(), "contact item.correct item 1 done");
    const AuditEntry entry = office.audit.search({}).front().entry;
    EXPECT_EQ(entry.before, "version 1, document 1, digest " + first.digest);
    EXPECT_EQ(entry.reason, "改错字");
    const Item item = office.items.item(id);
    ASSERT_EQ(item.versions.size(), 2u);
    EXPECT_EQ(item.versions[0].digest, first.digest);
    EXPECT_EQ(item.current().number, 2);
    EXPECT_EQ(item.current().document, 2);
    EXPECT_NE(item.current().digest, first.digest);
    EXPECT_EQ(item.current().by, "contact");
    EXPECT_EQ(item.current().note, "改错字");
    EXPECT_EQ(office.items.of_document(1), id);
    EXPECT_EQ(office.items.of_document(2), id);
    EXPECT_EQ(office.items.of_document(3), std::nullopt);
    EXPECT_EQ(office.standing(id), "");
    EXPECT_EQ(office.signoffs.state(item).given.size(), 1u);
}

// A corrected text has the number of what it takes the place of; another item's number is told.
TEST_F(ItemActs, CorrectWithoutBeingTakenForAnotherText) {
    const auto told_of_number = [](const ReceivedItem& received) {
        return std::any_of(received.findings.begin(), received.findings.end(),
                           [](const auto& one) { return one.message.id == "desk.number_on_desk"; });
    };
    const ItemId id = office.receive_item(notice(1));
    const ReceivedItem second =
        office.items.correct(office.as("contact"), id, 1, notice(1, "现改正如下。"), "");
    EXPECT_FALSE(told_of_number(second));
    EXPECT_FALSE(told_of_number(
        office.items.correct(office.as("contact"), id, 2, notice(1, "现再改正如下。"), "")));
    const ItemId other = office.receive_item(notice(2));
    EXPECT_TRUE(told_of_number(
        office.items.correct(office.as("contact"), other, 1, notice(1, "现另行通知如下。"), "")));
}

TEST_F(ItemActs, CorrectOnlyWhatWasSeen) {
    const ItemId id = office.receive_item(notice(1));
    EXPECT_EQ(correcting("contact", id, 0), "conflict office.item_moved_on");
    EXPECT_EQ(correcting("contact", id, 2), "conflict office.item_moved_on");
    EXPECT_EQ(correcting("contact", id, 1), "none");
    EXPECT_EQ(correcting("editor", id, 1, notice(1, "又一稿。")), "conflict office.item_moved_on");
    EXPECT_EQ(office.items.item(id).versions.size(), 2u);
    EXPECT_EQ(office.desk.manuscripts().all().size(), 2u);
}

TEST_F(ItemActs, CorrectByBytesThatAreNew) {
    const ItemId id = office.receive_item(notice(1));
    const ItemId other = office.receive_item(notice(2));
    EXPECT_EQ(correcting("contact", id, 1, notice(1)), "conflict office.item_known");
    EXPECT_EQ(correcting("contact", id, 1, notice(2)), "conflict office.item_known");
    EXPECT_EQ(correcting("contact", id, 1), "none");
    EXPECT_EQ(correcting("contact", other, 1, notice(1)), "conflict office.item_known");
    EXPECT_EQ(correcting("contact", id, 2, {"a.txt", ""}), "invalid intake.empty_file");
    const DocumentId on_desk = office.receive(notice(3));
    EXPECT_EQ(correcting("contact", id, 2, notice(3)), "none");
    EXPECT_EQ(office.items.item(id).current().document, on_desk);
}

TEST_F(ItemActs, AreTheContactsOfTheDepartmentAndTheEditors) {
    const ItemId id = office.receive_item(notice(1));
    EXPECT_EQ(correcting("contact2", id, 1), "not-found office.item_unknown");
    EXPECT_EQ(withdrawing("contact2", id), "not-found office.item_unknown");
    EXPECT_EQ(correcting("editor", id + 1, 1), "not-found office.item_unknown");
    for (const char* login : {"admin", "first", "secrecy", "all"}) {
        EXPECT_EQ(correcting(login, id, 1), "forbidden office.no_right") << login;
        EXPECT_EQ(withdrawing(login, id), "forbidden office.no_right") << login;
        EXPECT_EQ(sectioning(login, id, "令"), "forbidden office.no_right") << login;
    }
    EXPECT_EQ(sectioning("contact", id, "令"), "forbidden office.no_right");
    EXPECT_EQ(correcting("editor", id, 1), "none");
    EXPECT_EQ(withdrawing("editor", id), "none");
}

TEST_F(ItemActs, OfTheDisabledAreRefused) {
    const ItemId id = office.receive_item(notice(1));
    office.people.disable(office.as("admin"), office.ids["editor"]);
    EXPECT_EQ(correcting("editor", id, 1), "forbidden office.disabled");
    EXPECT_EQ(sectioning("editor", id, "令"), "forbidden office.disabled");
    EXPECT_EQ(withdrawing("editor", id), "forbidden office.disabled");
}

TEST_F(ItemActs, GiveASection) {
    const ItemId id = office.receive_item(notice(1), "省政府文件");
    EXPECT_EQ(sectioning("editor", id, " 省政府令 "), "none");
    EXPECT_EQ(office.items.item(id).section, "省政府令");
    const AuditEntry entry = office.audit.search({}).front().entry;
    EXPECT_EQ(entry.before + " " + entry.after, "省政府文件 省政府令");
    EXPECT_EQ(sectioning("editor", id, std::string(201, 'a')), "too-large office.words_too_long");
    EXPECT_EQ(sectioning("editor", id, ""), "none");
    EXPECT_EQ(office.items.item(id).section, "");
}

TEST_F(ItemActs, WithdrawForAReasonAndForGood) {
    const ItemId id = office.receive_item(notice(1));
    EXPECT_EQ(withdrawing("contact", id, ""), "invalid office.reason_needed");
    EXPECT_EQ(withdrawing("contact", id, " \n　"), "invalid office.reason_needed");
    EXPECT_EQ(office.items.item(id).state, ItemState::Received);
    EXPECT_EQ(withdrawing("contact", id, "文件已废止"), "none");
    EXPECT_EQ(office.audit.search({}).front().entry.reason, "文件已废止");
    EXPECT_EQ(office.items.item(id).state, ItemState::Withdrawn);
    EXPECT_EQ(withdrawing("editor", id), "conflict office.item_withdrawn");
    EXPECT_EQ(correcting("editor", id, 1), "conflict office.item_withdrawn");
    EXPECT_EQ(sectioning("editor", id, "令"), "conflict office.item_withdrawn");
    EXPECT_EQ(office.items.item(id).versions.size(), 1u);
}

TEST_F(ItemActs, WaitWhileAnIssueHoldsTheItem) {
    const ItemId id = placed_item();
    EXPECT_EQ(office.items.item(id).state, ItemState::Placed);
    EXPECT_EQ(office.items.item(id).issue, issue_number(1));
    EXPECT_EQ(correcting("contact", id, 1), "conflict office.item_placed");
    EXPECT_EQ(sectioning("editor", id, "令"), "conflict office.item_placed");
    EXPECT_EQ(withdrawing("editor", id), "conflict office.item_placed");
    const auto error = error_of([&] { office.items.withdraw(office.as("editor"), id, "错发"); });
    EXPECT_EQ(error->for_people().args.at("issue"), "2026-1");
    office.desk.issues().remove(issue_number(1), 1);
    EXPECT_EQ(office.items.item(id).state, ItemState::Ready);
    EXPECT_EQ(correcting("contact", id, 1), "none");
    EXPECT_EQ(office.items.item(id).state, ItemState::Received);
}

TEST_F(ItemActs, EndWithTheEdition) {
    const ItemId id = placed_item();
    ASSERT_EQ(office.publish(1), "none");
    EXPECT_EQ(office.items.item(id).state, ItemState::Issued);
    EXPECT_EQ(correcting("contact", id, 1), "conflict office.item_issued");
    EXPECT_EQ(sectioning("editor", id, "令"), "conflict office.item_issued");
    EXPECT_EQ(withdrawing("editor", id), "conflict office.item_issued");
    EXPECT_EQ(refusal_of([&] { office.signoffs.send_back(office.as("first"), id, 1, "有误"); }),
              "conflict office.item_issued");
    EXPECT_EQ(refusal_of(
                  [&] { office.signoffs.sign(office.as("legal"), id, 1, SignoffKind::Legal, ""); }),
              "forbidden office.item_issued");
    EXPECT_TRUE(office.items.at_work().empty());
    const ReceivedItem again = office.items.receive(office.as("contact"), notice(1), {});
    EXPECT_TRUE(again.known);
}

TEST_F(ItemActs, LeaveItemsAtWorkUntilTheyAreIssued) {
    const ItemId placed = placed_item();
    const ItemId other = office.receive_item(notice(2));
    office.items.withdraw(office.as("contact"), office.receive_item(notice(3)), "错发");
    std::vector<ItemId> ids;
    for (const Item& item : office.items.at_work()) ids.push_back(item.id);
    EXPECT_EQ(ids, (std::vector<ItemId>{other, placed}));
}

TEST_F(ItemActs, DigestWhatIsKept) {
    const DocumentId plain = office.receive(notice(1));
    const DocumentId other = office.receive(notice(1, "别的一句话。"));
    EXPECT_EQ(office.items.digest_of(plain).size(), 64u);
    EXPECT_NE(office.items.digest_of(plain), office.items.digest_of(other));
    EXPECT_EQ(refusal_of([&] { office.items.digest_of(99); }), "not-found desk.document_unknown");
    office.database.execute("UPDATE document SET xml = replace(xml, '事项', '事務') WHERE id = 1");
    EXPECT_EQ(refusal_of([&] { office.items.digest_of(plain); }), "corrupt desk.document_damaged");
}

TEST_F(ItemActs, DigestPicturesByTheirNames) {
    TakenIn taken = take_in(notice(1));
    taken.document.media.push_back(
        {core::sha256_hex("b"), "image/png", std::make_shared<const std::string>("b")});
    taken.document.media.push_back(
        {core::sha256_hex("a"), "image/png", std::make_shared<const std::string>("a")});
    core::Transaction transaction(office.database);
    ManuscriptBox& box = office.desk.holdings().box;
    const DocumentId id = box.keep(notice(1), taken, kNow);
    transaction.commit();
    std::set<std::string> names = {core::sha256_hex("a"), core::sha256_hex("b")};
    EXPECT_EQ(
        office.items.digest_of(id),
        core::sha256_hex(box.kept(id).xml + "\n" + *names.begin() + "\n" + *names.rbegin() + "\n"));
    office.database.execute("UPDATE media SET bytes = x'63'");
    EXPECT_EQ(refusal_of([&] { office.items.digest_of(id); }), "corrupt desk.document_damaged");
}

// Every id that the rooms speak has words in both languages, and no words are left unspoken.
TEST_F(ItemActs, HaveWordsForAllTheySay) {
    const std::filesystem::path root = GONGBAO_SOURCE_DIR;
    std::set<std::string> spoken;
    for (const char* room : {"editor/items", "editor/signoffs"})
        for (const auto& entry : std::filesystem::directory_iterator(root / room)) {
            if (entry.path().extension() != ".cpp") continue;
            const std::string source = core::read_file(entry.path());
            const std::regex id("[\"'](office\\.[a-z_.]+[a-z])[\"']");
            for (std::sregex_iterator at(source.begin(), source.end(), id), end; at != end; ++at)
                spoken.insert((*at)[1]);
        }
    for (const ItemState state : kItemStates)
        spoken.insert("office.item_state." + std::string(name_of(state)));
    for (const SignoffKind kind : kSignoffKinds) {
        spoken.insert("office.signoff." + std::string(name_of(kind)));
        if (kind != SignoffKind::FinalReview)
            spoken.insert("office.needs_first." + std::string(name_of(kind)));
    }
    EXPECT_GT(spoken.size(), 25u);
    for (const char* language : {"zh-CN", "en"}) {
        const auto words = core::Messages::load(root / "templates/messages" / language);
        for (const std::string& id : spoken) EXPECT_TRUE(words.has(id)) << language << " " << id;
    }
}

}  // namespace
}  // namespace gongbao::editor
