// SPDX-License-Identifier: Apache-2.0
// What comes in, and comes in again.
#include <gtest/gtest.h>

#include "tests/editor/items/sample_office.hpp"
#include "tests/refusal.hpp"

namespace gongbao::editor {
namespace {

using tests::error_of;
using tests::refusal_of;

class ReceivedItems : public testing::Test {
  protected:
    // Hands in as `login`; "none" when it is taken, and always one row of the audit log.
    std::string receiving(const std::string& login, const Manuscript& manuscript,
                          const NewItem& item = {}) {
        const std::int64_t acts = office.acts();
        const std::int64_t versions = count("item_version");
        const auto error =
            error_of([&] { office.items.receive(office.as(login), manuscript, item); });
        EXPECT_EQ(office.acts(), acts + 1);
        if (!error) return "none";
        EXPECT_EQ(count("item_version"), versions);
        EXPECT_TRUE(office.last_act().starts_with(login + " item.receive manuscript "));
        EXPECT_TRUE(office.last_act().ends_with(" " + error->for_people().id));
        return std::string(name_of(error->kind())) + " " + error->for_people().id;
    }
    std::int64_t count(const std::string& table) const {
        return number_in(office.database, "SELECT count(*) FROM " + table);
    }

    SampleOffice office;
};

TEST_F(ReceivedItems, StandAsTheyCameIn) {
    const ReceivedItem received =
        office.items.receive(office.as("contact"), notice(3, "本通知自2026年5月1日起施行。"),
                             {"省政府文件", "", "请速登"});
    EXPECT_FALSE(received.known);
    const Item item = office.items.item(received.id);
    EXPECT_EQ(item.id, received.id);
    EXPECT_EQ(item.title, "云岭省人民政府办公厅关于第3类事项的通知");
    EXPECT_EQ(item.number, "云府办发〔2026〕3号");
    EXPECT_EQ(item.department, "省教育厅");
    EXPECT_EQ(item.contact, office.ids["contact"]);
    EXPECT_EQ(item.section, "省政府文件");
    EXPECT_EQ(item.received, office.now);
    EXPECT_EQ(item.effective, (core::Date{2026, 5, 1}));
    EXPECT_EQ(item.errors, 0);
    EXPECT_EQ(item.state, ItemState::Received);
    EXPECT_FALSE(item.issue);
    ASSERT_EQ(item.versions.size(), 1u);
    const ItemVersion& version = item.current();
    EXPECT_EQ(version.number, 1);
    EXPECT_EQ(version.digest, office.items.digest_of(version.document));
    EXPECT_EQ(version.at, office.now);
    EXPECT_EQ(version.by, "contact");
    EXPECT_EQ(version.note, "请速登");
    EXPECT_EQ(office.items.of_document(version.document), received.id);
    EXPECT_EQ(office.desk.manuscripts().document(version.document).meta.title, item.title);
    EXPECT_EQ(office.last_act(), "contact item.receive item 1 done");
    EXPECT_EQ(office.audit.search({}).front().entry.after,
              "version 1, document 1, digest " + version.digest);
    EXPECT_TRUE(office.audit.verify().empty());
}

TEST_F(ReceivedItems, TellTheirFindings) {
    office.receive_item(notice(1));
    const auto findings =
        office.items.receive(office.as("contact"), notice(1, "改了一句话。"), {}).findings;
    ASSERT_FALSE(findings.empty());
    EXPECT_EQ(findings.back().message.id, "desk.number_on_desk");
}

TEST_F(ReceivedItems, AreOfTheDepartmentThatAnEditorNames) {
    office.items.receive(office.as("editor"), notice(1), {"", " 省民政厅 ", ""});
    EXPECT_EQ(office.items.item(1).department, "省民政厅");
    office.items.receive(office.as("editor"), notice(2), {});
    EXPECT_EQ(office.items.item(2).department, "");
    EXPECT_EQ(receiving("contact", notice(3), {"", "省教育厅", ""}), "none");
    EXPECT_EQ(receiving("contact", notice(4), {"", "省水利厅", ""}), "forbidden office.no_right");
}

TEST_F(ReceivedItems, ComeFromContactsAndEditorsOnly) {
    for (const char* login : {"admin", "first", "second", "final", "secrecy", "legal", "all"})
        EXPECT_EQ(receiving(login, notice(1)), "forbidden office.no_right") << login;
    EXPECT_EQ(receiving("editor", notice(1)), "none");
    EXPECT_EQ(receiving("contact2", notice(2)), "none");
}

TEST_F(ReceivedItems, DoNotComeFromTheDisabledOrFromNobody) {
    office.people.disable(office.as("admin"), office.ids["contact"]);
    EXPECT_EQ(receiving("contact", notice(1)), "forbidden office.disabled");
    const Actor nobody{4711, office.now};
    const std::int64_t acts = office.acts();
    EXPECT_TRUE(
        refusal_of([&] { office.items.receive(nobody, notice(1), {}); }).starts_with("not-found "));
    EXPECT_EQ(office.acts(), acts + 1);
    EXPECT_TRUE(office.last_act().starts_with("#4711 item.receive manuscript "));
    EXPECT_TRUE(office.desk.manuscripts().all().empty());
}

TEST_F(ReceivedItems, AreKnownWhenTheSameBytesComeAgain) {
    const ItemId id = office.receive_item(notice(1));
    const std::int64_t acts = office.acts();
    for (const char* login : {"contact", "editor"}) {
        const ReceivedItem again = office.items.receive(office.as(login), notice(1), {"x", "", ""});
        EXPECT_TRUE(again.known);
        EXPECT_EQ(again.id, id);
        EXPECT_EQ(office.last_act(), login + std::string(" item.receive item 1 done"));
    }
    EXPECT_EQ(office.acts(), acts + 2);
    EXPECT_EQ(count("item"), 1);
    EXPECT_EQ(office.items.item(id).section, "");
}

TEST_F(ReceivedItems, OfAnotherDepartmentAreNotTold) {
    office.receive_item(notice(1));
    EXPECT_EQ(receiving("contact2", notice(1)), "conflict office.item_known");
}

TEST_F(ReceivedItems, DoNotComeBackAsAnEarlierVersion) {
    const ItemId id = office.receive_item(notice(1));
    office.items.correct(office.as("contact"), id, 1, notice(1, "改正的一句。"), "改错字");
    EXPECT_EQ(receiving("contact", notice(1)), "conflict office.item_known");
    EXPECT_EQ(receiving("contact", notice(1, "改正的一句。")), "none");
}

TEST_F(ReceivedItems, DoNotComeBackOnceWithdrawn) {
    office.items.withdraw(office.as("contact"), office.receive_item(notice(1)), "发错了");
    EXPECT_EQ(receiving("contact", notice(1)), "conflict office.item_withdrawn");
}

TEST_F(ReceivedItems, MayHaveBeenOnTheDeskBefore) {
    const DocumentId before = office.receive(notice(1));
    EXPECT_EQ(receiving("contact", notice(1)), "none");
    EXPECT_EQ(office.items.item(1).current().document, before);
    EXPECT_EQ(count("document"), 1);
}

TEST_F(ReceivedItems, AreNotWhatIsPlacedAlready) {
    const DocumentId before = office.receive(notice(1));
    office.desk.issues().add(issue_number(1), kDay);
    office.database.execute("DROP TRIGGER issue_item_signed_off");  // placed before the office was
    office.desk.issues().place(issue_number(1), before, "省政府文件");
    EXPECT_EQ(receiving("contact", notice(1)), "conflict office.item_known");
}

TEST_F(ReceivedItems, AreNoAnnualIndex) {
    const std::string bytes = "annual index 2025 in 2026-1\n";
    core::Transaction transaction(office.database);
    office.desk.holdings().box.keep_index(issue_number(1), 2025,
                                          take_in({"a.txt", "目录"}).document, kNow);
    transaction.commit();
    EXPECT_EQ(receiving("editor", {"a.txt", bytes}), "conflict office.item_known");
}

TEST_F(ReceivedItems, AreReadable) {
    EXPECT_EQ(receiving("contact", {"a.txt", ""}), "invalid intake.empty_file");
    EXPECT_EQ(receiving("contact", {"a.docx", "PK\x03\x04 cut"}).substr(0, 8), "invalid ");
    EXPECT_EQ(receiving("contact", {"a.txt", std::string(std::size_t{51} << 20, 'a')}).substr(0, 9),
              "too-large");
    EXPECT_TRUE(office.desk.manuscripts().all().empty());
}

TEST_F(ReceivedItems, BearOnlyWordsThatCanBeShown) {
    const std::string nul("第\0一", 7);
    const std::string broken = "\xE7\xAC";
    const std::string huge(std::size_t{10} << 20, 'a');
    const std::string long_note(2001, 'a');
    EXPECT_EQ(receiving("editor", {nul, "正文"}), "invalid office.words_unfit");
    EXPECT_EQ(receiving("editor", {broken, "正文"}), "invalid office.words_unfit");
    EXPECT_EQ(receiving("editor", {huge, "正文"}), "too-large office.words_too_long");
    for (const std::string& bad :
         {nul, broken, std::string("一\x1B[2J"), std::string("一\xC2\x85二")}) {
        EXPECT_EQ(receiving("editor", notice(1), {bad, "", ""}), "invalid office.words_unfit");
        EXPECT_EQ(receiving("editor", notice(1), {"", bad, ""}), "invalid office.words_unfit");
        EXPECT_EQ(receiving("editor", notice(1), {"", "", bad}), "invalid office.words_unfit");
    }
    EXPECT_EQ(receiving("editor", notice(1), {"一\n二", "", ""}), "invalid office.words_unfit");
    EXPECT_EQ(receiving("editor", notice(1), {huge, "", ""}), "too-large office.words_too_long");
    EXPECT_EQ(receiving("editor", notice(1), {"", "", huge}), "too-large office.words_too_long");
    EXPECT_EQ(receiving("editor", notice(1), {"", "", long_note}),
              "too-large office.words_too_long");
    EXPECT_TRUE(office.desk.manuscripts().all().empty());
    EXPECT_EQ(receiving("editor", notice(1), {"", "", long_note.substr(1) + "\n"}), "none");
    EXPECT_EQ(receiving("editor", notice(2), {"", "", "一\r\n\t二"}), "none");
    EXPECT_EQ(office.items.item(2).current().note, "一\r\n\t二");
}

TEST_F(ReceivedItems, ComeInWhileTheClockStandsBack) {
    office.receive_item(notice(1));
    office.now.seconds -= 86400;
    const ItemId id = office.receive_item(notice(2));
    EXPECT_EQ(office.items.find(office.as("editor"), {}).front().id, id);
    EXPECT_TRUE(office.audit.verify().empty());
}

}  // namespace
}  // namespace gongbao::editor
