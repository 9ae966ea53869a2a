// SPDX-License-Identifier: Apache-2.0
#include "editor/correspondence/remarks.hpp"

#include <gmock/gmock.h>

#include "editor/desk/store/holdings.hpp"
#include "tests/editor/office/sample_office.hpp"
#include "tests/refusal.hpp"

namespace gongbao::editor {
namespace {

using tests::refusal_of;

class Correspondence : public ::testing::Test {
  protected:
    Remarks& remarks() { return o.office.remarks(); }
    std::int64_t add(PersonId who, RemarkKind kind, const std::string& text = "附件缺页？") {
        NewRemark remark;
        remark.kind = kind;
        remark.version = 1;
        remark.text = text;
        return remarks().add(o.as(who), item, remark);
    }

    SampleOffice o;
    ItemId item = o.receive(notice(1));
};

TEST_F(Correspondence, ShowsADepartmentItsQueriesAndNoComment) {
    add(o.first, RemarkKind::Comment);
    const std::int64_t query = add(o.editor, RemarkKind::Query);
    EXPECT_EQ(remarks().of(o.as(o.editor), item).size(), 2u);
    const auto seen = remarks().of(o.as(o.contact), item);
    ASSERT_EQ(seen.size(), 1u);
    EXPECT_EQ(seen.front().id, query);
    EXPECT_EQ(seen.front().number, 1);
    EXPECT_EQ(remarks().queries(o.as(o.contact)).size(), 1u);
}

// One such row, and nobody could open the item any more: rows stay.
TEST_F(Correspondence, KeepsNoWordsThatNoPageCanShow) {
    using namespace std::string_literals;
    for (const std::string& bad : {"\xFF"s, "坏\0字"s, "坏\x1B[2J"s}) {
        EXPECT_EQ(refusal_of([&] { add(o.editor, RemarkKind::Comment, bad); }),
                  "invalid office.words_unfit");
        NewRemark remark;
        remark.version = 1;
        remark.text = "请核对。";
        remark.excerpt = bad;
        EXPECT_EQ(refusal_of([&] { remarks().add(o.as(o.editor), item, remark); }),
                  "invalid office.words_unfit");
    }
    EXPECT_EQ(refusal_of([&] { add(o.editor, RemarkKind::Comment, std::string(1 << 20, 'x')); }),
              "too-large office.text_too_long");
    NewRemark remark;
    remark.text = "请核对。";
    for (const int version : {0, -1, 2}) {
        remark.version = version;
        EXPECT_EQ(refusal_of([&] { remarks().add(o.as(o.editor), item, remark); }),
                  "not-found office.version_unknown");
    }
    EXPECT_TRUE(remarks().of(o.as(o.editor), item).empty());
}

TEST_F(Correspondence, NumbersQueriesThroughTheYear) {
    add(o.editor, RemarkKind::Query);
    add(o.editor, RemarkKind::Comment);
    add(o.editor, RemarkKind::Query);
    o.now = {o.now.seconds + std::int64_t{366} * 86'400};
    add(o.editor, RemarkKind::Query);
    std::vector<int> numbers;
    for (const Remark& one : remarks().queries(o.as(o.editor))) numbers.push_back(one.number);
    EXPECT_THAT(numbers, ::testing::ElementsAre(1, 2, 1));
}

TEST_F(Correspondence, IsAnsweredByTheDepartmentAndSettledByTheOffice) {
    const std::int64_t query = add(o.editor, RemarkKind::Query);
    EXPECT_EQ(refusal_of([&] { remarks().settle(o.as(o.editor), query); }),
              "conflict office.query_unanswered");
    remarks().reply(o.as(o.contact), query, "已补送附件。");
    EXPECT_EQ(refusal_of([&] { remarks().settle(o.as(o.contact), query); }),
              "forbidden office.no_right");
    remarks().settle(o.as(o.editor), query);
    EXPECT_EQ(refusal_of([&] { remarks().reply(o.as(o.contact), query, "再补。"); }),
              "conflict office.remark_settled");
    EXPECT_TRUE(remarks().open(item).empty());
}

TEST_F(Correspondence, RefusesWhatIsNotForOne) {
    const std::int64_t comment = add(o.first, RemarkKind::Comment);
    EXPECT_EQ(refusal_of([&] { remarks().reply(o.as(o.contact), comment, "x"); }),
              "not-found office.remark_unknown");
    EXPECT_EQ(refusal_of([&] { add(o.contact, RemarkKind::Comment); }),
              "forbidden office.no_right");
    EXPECT_EQ(refusal_of([&] { remarks().settle(o.as(o.second), comment); }),
              "forbidden office.no_right");
    EXPECT_EQ(refusal_of([&] { add(o.editor, RemarkKind::Comment, " 　\n"); }),
              "invalid office.text_needed");
    EXPECT_EQ(refusal_of([&] { add(o.editor, RemarkKind::Comment, std::string(12'003, 'x')); }),
              "too-large office.text_too_long");
    EXPECT_EQ(refusal_of([&] { remarks().reply(o.as(o.editor), 99, "x"); }),
              "not-found office.remark_unknown");
    core::Database& database = o.office.desk().holdings().database;
    for (const char* sql : {"DELETE FROM remark", "UPDATE remark SET text = 'y'"})
        EXPECT_NE(refusal_of([&] { database.execute(sql); }), "none") << sql;
}

TEST_F(Correspondence, StopsTheIssueUntilItIsSettled) {
    o.sign_all(item);
    o.make_issue(8, {item});
    const std::int64_t query = add(o.editor, RemarkKind::Query);
    const auto checks = o.office.preflight().checks(issue_number(8));
    ASSERT_EQ(count_stops(checks), 1);
    EXPECT_EQ(checks.front().finding.message.id, "office.preflight.query_open");
    EXPECT_EQ(checks.front().item, item);
    remarks().reply(o.as(o.contact), query, "无误。");
    remarks().settle(o.as(o.editor), query);
    EXPECT_EQ(count_stops(o.office.preflight().checks(issue_number(8))), 0);
}

}  // namespace
}  // namespace gongbao::editor
