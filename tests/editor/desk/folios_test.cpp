// SPDX-License-Identifier: Apache-2.0
// Page numbers of an issue: from 1, or on through the year.
#include <gtest/gtest.h>

#include "core/system/files.hpp"
#include "tests/editor/desk/sample_desk.hpp"
#include "tests/refusal.hpp"

namespace gongbao::editor {
namespace {

class Folios : public testing::Test {
  protected:
    void number_by(const std::string& folios) {
        core::write_file(sample_.data.gazette(), "name = \"云岭省人民政府公报\"\nfolios = \"" +
                                                     folios + "\"\nsections = [\"省政府文件\"]\n");
        desk_.emplace(Desk::open(sample_.data, press()));
    }

    // Publishes an issue of `documents` notices and returns its first and its last printed page.
    std::pair<int, int> publish(core::IssueNumber issue, int documents) {
        desk_->issues().add(issue, kDay);
        for (int i = 0; i < documents; ++i)
            desk_->issues().place(issue, desk_->manuscripts().receive(notice(++count_), kNow).id,
                                  "省政府文件");
        desk_->press().publish({issue, "gongbao", kNow});
        const auto records = desk_->archive().records(issue);
        return {records.front().first_page, records.back().last_page};
    }
    using Pages = std::pair<int, int>;

    SampleDesk sample_;
    std::optional<Desk> desk_;
    int count_ = 0;
};

core::IssueNumber special(int number) {
    return {2026, core::IssueKind::Special, number, {}};
}

TEST_F(Folios, BeginWithOneInEveryIssue) {
    number_by("issue");
    EXPECT_EQ(publish(issue_number(1), 3), Pages(1, 3));
    EXPECT_EQ(publish(issue_number(2), 2), Pages(1, 2));
}

TEST_F(Folios, RunOnThroughTheYearFromARightHandPage) {
    number_by("year");
    EXPECT_EQ(publish(issue_number(1), 2), Pages(1, 2));
    EXPECT_EQ(publish(special(1), 3), Pages(1, 3)) << "a special issue is bound by itself";
    EXPECT_EQ(publish(issue_number(2), 3), Pages(3, 5));
    EXPECT_EQ(publish(issue_number(3), 1), Pages(7, 7)) << "the back of page 5 is counted";
    EXPECT_EQ(publish({2027, core::IssueKind::Regular, 1, {}}, 1), Pages(1, 1));
}

TEST_F(Folios, RunOnThroughEveryEditionOfTheYear) {
    number_by("year-all");
    EXPECT_EQ(publish(issue_number(1), 2), Pages(1, 2));
    EXPECT_EQ(publish(special(1), 2), Pages(3, 4));
    EXPECT_EQ(publish(issue_number(2), 1), Pages(5, 5));
}

TEST_F(Folios, ArePreviewedAsTheyWouldBeTodayAndStayAsIssued) {
    number_by("year");
    publish(issue_number(1), 2);
    desk_->issues().add(issue_number(2), kDay);
    desk_->issues().place(issue_number(2), desk_->manuscripts().receive(notice(90), kNow).id,
                          "省政府文件");
    const typeset::Printed preview = desk_->press().preview(issue_number(2), "gongbao");
    EXPECT_EQ(preview.items.front().first_page, 3);
    const auto edition = desk_->press().publish({issue_number(2), "gongbao", kNow});
    EXPECT_EQ(desk_->archive().pdf(issue_number(2), 0, edition.pdf_size), preview.pdf);
    publish(issue_number(3), 4);
    EXPECT_EQ(desk_->press().preview(issue_number(2), "gongbao").pdf, preview.pdf);
}

TEST_F(Folios, AreRefusedWhenTheGazetteNamesNoKnownWay) {
    EXPECT_EQ(tests::refusal_of([&] { number_by("month"); }).substr(0, 7), "invalid");
}

}  // namespace
}  // namespace gongbao::editor
