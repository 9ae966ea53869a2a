// SPDX-License-Identifier: Apache-2.0
#include "editor/reports/departments.hpp"

#include <gmock/gmock.h>

#include "tests/editor/office/sample_office.hpp"
#include "tests/refusal.hpp"

namespace gongbao::editor {
namespace {

TEST(Departments, AreToldWhatBecameOfWhatTheyHandedIn) {
    SampleOffice o;
    const ItemId printed = o.ready(notice(1, "本通知自2026年5月1日起施行。"));
    const ItemId late = o.ready(notice(2, "本通知自2026年3月10日起施行。"));
    o.receive(notice(3));
    const ItemId gone = o.receive(notice(4));
    o.office.items().withdraw(o.as(o.editor), gone, "重复报送");
    o.make_issue(8, {printed, late});
    o.signed_proof(8);
    o.office.issuing().issue(o.as(o.publisher), issue_number(8), "2026-8");

    const auto all = passages(o.as(o.editor), 2026, o.office.items(), o.office.desk());
    ASSERT_EQ(all.size(), 4u);
    EXPECT_EQ(all.front().item, printed);
    EXPECT_EQ(all.front().in_time(), true);
    EXPECT_EQ(all[1].in_time(), false);
    EXPECT_EQ(all[2].in_time(), std::nullopt);
    const auto lines = by_department(all);
    ASSERT_EQ(lines.size(), 2u);
    EXPECT_EQ(lines[0].department, "省教育厅");
    EXPECT_EQ(lines[0].handed_in, 4);
    EXPECT_EQ(lines[0].printed, 2);
    EXPECT_EQ(lines[0].waiting, 1);
    EXPECT_EQ(lines[0].withdrawn, 1);
    EXPECT_EQ(lines[0].in_time, 1);
    EXPECT_EQ(lines[0].late, 1);
    const int days = static_cast<int>(core::days_since_epoch(kDay) -
                                      core::days_since_epoch(core::date_at(o.now)));
    EXPECT_EQ(lines[0].median, days);
    EXPECT_EQ(lines[1].handed_in, 4) << "the last line is of all";
    EXPECT_TRUE(passages(o.as(o.editor), 2025, o.office.items(), o.office.desk()).empty());
    EXPECT_EQ(tests::refusal_of(
                  [&] { passages(o.as(o.contact), 2026, o.office.items(), o.office.desk()); }),
              "forbidden office.no_right");
}

// The issue says 31 March and came out in May: the text was not printed before it took effect.
TEST(Departments, AreToldWhenAnIssueReallyCameOut) {
    SampleOffice o;
    o.make_issue(8, {o.ready(notice(1, "本通知自2026年5月1日起施行。"))});
    o.signed_proof(8);
    o.now.seconds += std::int64_t{90} * 86'400;
    o.office.issuing().issue(o.as(o.publisher), issue_number(8), "2026-8");
    const auto all = passages(o.as(o.editor), 2026, o.office.items(), o.office.desk());
    ASSERT_EQ(all.size(), 1u);
    EXPECT_EQ(all.front().in_time(), false);
    EXPECT_EQ(all.front().days_to_issue(), 90);
}

TEST(Departments, AreATableForOtherPrograms) {
    DepartmentLine line;
    line.department = "=省\"厅\"";
    line.handed_in = 3;
    EXPECT_EQ(as_csv({line}, {"a", "b", "c", "d", "e", "f", "g", "h"}),
              "\"a\",\"b\",\"c\",\"d\",\"e\",\"f\",\"g\",\"h\"\r\n"
              "\"'=省\"\"厅\"\"\",\"3\",\"0\",\"0\",\"0\",\"0\",\"0\",\"\"\r\n");
}

}  // namespace
}  // namespace gongbao::editor
