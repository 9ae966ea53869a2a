// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include "editor/assembly/sections.hpp"
#include "editor/desk/store/holdings.hpp"
#include "tests/editor/office/sample_office.hpp"
#include "tests/refusal.hpp"

namespace gongbao::editor {
namespace {

using ::testing::ElementsAre;
using tests::refusal_of;

std::vector<DocumentId> documents_of(const Sheet& sheet) {
    std::vector<DocumentId> documents;
    for (const SheetLine& line : sheet.lines) documents.push_back(line.on_desk.document);
    return documents;
}

class Assembling : public ::testing::Test {
  protected:
    Sheet sheet(int number = 8) {
        return o.office.assembly().sheet(o.as(o.editor), issue_number(number));
    }
    DocumentId document_of(ItemId item) { return o.office.items().item(item).current().document; }

    SampleOffice o;
};

TEST_F(Assembling, ShowsWhatIsReadyAndWhatIsMissing) {
    const ItemId ready = o.ready(notice(1));
    const ItemId fresh = o.receive(notice(2));
    const auto pool = o.office.assembly().pool(o.as(o.editor));
    ASSERT_EQ(pool.size(), 2u);
    for (const PoolItem& one : pool) {
        EXPECT_EQ(one.missing.empty(), one.item.id == ready);
        EXPECT_EQ(one.missing.size(), one.item.id == fresh ? 4u : 0u);
    }
}

// The section that a text is printed in says what it needs, whichever it was handed in for.
TEST(AssemblingBySections, AsksForWhatTheSectionOfTheIssueNeeds) {
    SampleOffice o(
        "[signoffs.sections]\n\"规范性文件\" = [\"secrecy\", \"legal\", \"first_review\", "
        "\"second_review\", \"final_review\"]\n");
    const ItemId item = o.ready(notice(1));
    o.make_issue(8, {});
    const auto place = [&](const std::string& section) {
        return refusal_of(
            [&] { o.office.assembly().place(o.as(o.editor), o.seen(8), item, section); });
    };
    EXPECT_EQ(place("规范性文件"), "forbidden office.not_ready_for_section");
    EXPECT_EQ(place("省政府文件"), "none");
    // The command line places what the tables allow: it is told before anything is printed.
    const DocumentId document = o.office.items().item(item).current().document;
    o.office.desk().issues().remove(issue_number(8), document);
    o.office.desk().issues().place(issue_number(8), document, "规范性文件");
    const auto checks = o.office.preflight().checks(issue_number(8));
    EXPECT_EQ(count_stops(checks), 1);
    EXPECT_EQ(checks.front().finding.message.id, "office.preflight.signoff_missing");
}

TEST_F(Assembling, AddsNoIssueThatNoAddressNames) {
    for (const auto& [year, count] : {std::pair{26, 8}, {2026, 12'345}, {20'260, 8}, {2026, 0}}) {
        core::IssueNumber number = issue_number(count);
        number.year = year;
        EXPECT_EQ(refusal_of([&] { o.office.assembly().add_issue(o.as(o.editor), number, kDay); }),
                  "invalid office.issue_number_bad")
            << core::slug(number);
    }
    EXPECT_TRUE(o.office.desk().issues().numbers().empty());
}

// What takes effect first is printed first; what took effect already stands on top.
TEST_F(Assembling, PutsWhatIsUrgentOnTop) {
    const ItemId undated = o.receive(notice(1));
    const ItemId late = o.receive(notice(2, "本通知自2026年1月1日起施行。"));
    const ItemId soon = o.receive(notice(3, "本通知自2026年5月1日起施行。"));
    std::vector<ItemId> order;
    std::vector<bool> passed;
    for (const PoolItem& one : o.office.assembly().pool(o.as(o.editor))) {
        order.push_back(one.item.id);
        passed.push_back(one.days_left && *one.days_left < 0);
    }
    EXPECT_THAT(order, ElementsAre(late, soon, undated));
    EXPECT_THAT(passed, ElementsAre(true, false, false));
}

TEST_F(Assembling, PlacesWhatIsSignedOffAlone) {
    const ItemId fresh = o.receive(notice(1));
    o.make_issue(8, {o.ready(notice(2))});
    const auto place = [&](PersonId who, const std::string& section) {
        return refusal_of([&] { o.office.assembly().place(o.as(who), o.seen(8), fresh, section); });
    };
    EXPECT_EQ(place(o.editor, "省政府文件"), "forbidden office.not_ready");
    o.sign_all(fresh);
    EXPECT_EQ(place(o.last, "省政府文件"), "forbidden office.no_right");
    EXPECT_EQ(place(o.contact, "省政府文件"), "forbidden office.no_right");
    EXPECT_EQ(place(o.editor, ""), "invalid office.section_needed");
    EXPECT_EQ(place(o.editor, "省政府文件"), "none");
    EXPECT_EQ(place(o.editor, "省政府文件"), "conflict desk.already_placed");
    EXPECT_THAT(o.audit("issue.place"),
                ElementsAre("issue.place wang", "issue.place wang refused office.not_ready",
                            "issue.place qian refused office.no_right",
                            "issue.place zhang refused office.no_right",
                            "issue.place wang refused office.section_needed", "issue.place wang",
                            "issue.place wang refused desk.already_placed"));
}

TEST_F(Assembling, NumbersPagesAnewAfterEachMove) {
    const ItemId one = o.ready(notice(1));
    const ItemId two = o.ready(notice(2));
    const ItemId three = o.ready(notice(3));
    o.make_issue(8, {one, two, three});
    const Sheet before = sheet();
    ASSERT_EQ(before.lines.size(), 3u);
    EXPECT_EQ(before.lines[0].first_page, 1);
    EXPECT_LT(before.lines[0].last_page, before.lines[1].first_page);
    o.office.assembly().move(o.as(o.editor), o.seen(8), document_of(three), 1);
    const Sheet after = sheet();
    EXPECT_THAT(documents_of(after),
                ElementsAre(document_of(three), document_of(one), document_of(two)));
    EXPECT_EQ(after.lines[0].first_page, 1);
    EXPECT_NE(after.state, before.state);
    o.office.assembly().move(o.as(o.editor), o.seen(8), document_of(three), 99);
    EXPECT_THAT(documents_of(sheet()),
                ElementsAre(document_of(one), document_of(two), document_of(three)));
}

// Two people order one issue: who comes second has not seen what the first one did.
TEST_F(Assembling, RefusesWhatWasDecidedOnAnIssueAsItWas) {
    const ItemId one = o.ready(notice(1));
    o.make_issue(8, {one, o.ready(notice(2))});
    const SeenIssue seen = o.seen(8);
    o.office.assembly().move(o.as(o.editor), seen, document_of(one), 2);
    EXPECT_EQ(
        refusal_of([&] { o.office.assembly().take_out(o.as(o.editor), seen, document_of(one)); }),
        "conflict office.issue_moved_on");
    EXPECT_EQ(sheet().lines.size(), 2u);
}

TEST_F(Assembling, TakesOutAndKeepsSectionsTogether) {
    const ItemId order = o.ready(notice(1));
    const ItemId one = o.ready(notice(2));
    const ItemId two = o.ready(notice(3));
    o.make_issue(8, {one, two});
    o.office.assembly().place(o.as(o.editor), o.seen(8), order, "省政府令");
    EXPECT_THAT(documents_of(sheet()),
                ElementsAre(document_of(order), document_of(one), document_of(two)));
    o.office.assembly().move_section(o.as(o.editor), o.seen(8), "省政府令", 1);
    EXPECT_THAT(documents_of(sheet()),
                ElementsAre(document_of(one), document_of(two), document_of(order)));
    o.office.assembly().move_section(o.as(o.editor), o.seen(8), "省政府令", 1);
    o.office.assembly().take_out(o.as(o.editor), o.seen(8), document_of(one));
    EXPECT_THAT(documents_of(sheet()), ElementsAre(document_of(two), document_of(order)));
    EXPECT_EQ(o.office.items().item(one).state, ItemState::Ready);
}

TEST_F(Assembling, ShowsPagesAsPictures) {
    o.make_issue(8, {o.ready(notice(1))});
    const auto preview =
        o.office.assembly().pages(o.as(o.first), issue_number(8), typeset::PageRange{1, 1}, {});
    ASSERT_EQ(preview.pages.size(), 1u);
    EXPECT_NE(preview.pages.front().find("<svg"), std::string::npos);
    EXPECT_EQ(
        refusal_of([&] { o.office.assembly().pages(o.as(o.contact), issue_number(8), {}, {}); }),
        "forbidden office.no_right");
}

// An issue that was looked at is kept, as long as it is the same one: another office moves a line
// and moves it back.
TEST_F(Assembling, ShowsTheIssueAsItIsWhoeverChangedIt) {
    const ItemId one = o.ready(notice(1));
    o.make_issue(8, {one, o.ready(notice(2, std::string(9000, 'x')))});
    const auto shown = [&] {
        return o.office.assembly().pages(o.as(o.first), issue_number(8), {}, {}).pages;
    };
    const auto afresh = [&] {
        Office other = Office::open(o.sample.data, press());
        return other.desk().press().preview_pages(issue_number(8), "gongbao", {}, {}).pages;
    };
    const auto before = shown();
    Office other = Office::open(o.sample.data, press());
    other.assembly().move(o.as(o.editor), o.seen(8), document_of(one), 2);
    const auto moved = shown();
    EXPECT_NE(moved, before);
    EXPECT_EQ(moved, afresh());
    other.assembly().move(o.as(o.editor), o.seen(8), document_of(one), 1);
    EXPECT_EQ(shown(), before);
    EXPECT_EQ(afresh(), before);
    EXPECT_EQ(shown(), before) << "and once more, from what is kept";
}

// Another issue that comes out moves the numbers of this one, though nothing of this one changes.
TEST(AssemblingThroughTheYear, NumbersOnFromTheIssueThatCameOut) {
    SampleOffice o("folios = \"year\"\n");
    o.make_issue(9, {o.ready(notice(1))});
    Office other = Office::open(o.sample.data, press());  // which looks at nothing else meanwhile
    const auto first_page = [&] {
        return other.assembly().sheet(o.as(o.editor), issue_number(9)).lines[0].first_page;
    };
    EXPECT_EQ(first_page(), 1);
    o.make_issue(8, {o.ready(notice(2))});
    o.signed_proof(8);
    o.office.issuing().issue(o.as(o.publisher), issue_number(8), "2026-8");
    EXPECT_EQ(first_page(), 3);
}

// What was judged once is said each time, and of a changed text anew.
TEST_F(Assembling, JudgesAnIssueTheSameEachTime) {
    const Manuscript marked = notice(1, "此件不公开。");
    const DocumentId document = document_of(o.receive(marked));
    const core::IssueNumber number = issue_number(8);
    o.make_issue(8, {o.ready(notice(2))});
    const auto judged = [&] { return o.office.desk().press().review(number).findings.size(); };
    const std::size_t without = judged();
    EXPECT_EQ(judged(), without);
    core::Database& database = o.office.desk().holdings().database;
    database.execute("DROP TRIGGER issue_item_signed_off");
    o.office.desk().issues().place(number, document, "省政府文件");
    const std::size_t with = judged();
    EXPECT_GT(with, without);
    EXPECT_EQ(judged(), with);
    EXPECT_EQ(Office::open(o.sample.data, press()).desk().press().review(number).findings.size(),
              with);
}

DeskItem line(DocumentId document, const char* section) {
    DeskItem item;
    item.document = document;
    item.section = section;
    return item;
}

std::vector<DocumentId> ids(const std::vector<DeskItem>& items) {
    std::vector<DocumentId> documents;
    for (const DeskItem& item : items) documents.push_back(item.document);
    return documents;
}

TEST(Sections, StandTogetherHoweverItemsMove) {
    const std::vector<DeskItem> items = {line(1, "a"), line(2, "b"), line(3, "a"), line(4, "b")};
    EXPECT_THAT(ids(moved_in_section(items, items[3], 1)), ElementsAre(1, 3, 4, 2));
    EXPECT_THAT(ids(moved_in_section(items, items[0], 0)), ElementsAre(1, 3, 2, 4));
    EXPECT_THAT(ids(moved_in_section(items, items[0], 7)), ElementsAre(3, 1, 2, 4));
    EXPECT_THAT(ids(section_moved(items, "b", -1)), ElementsAre(2, 4, 1, 3));
    EXPECT_THAT(ids(section_moved(items, "a", -1)), ElementsAre(1, 3, 2, 4));
    EXPECT_THAT(ids(section_moved(items, "c", 1)), ElementsAre(1, 2, 3, 4));
}

}  // namespace
}  // namespace gongbao::editor
