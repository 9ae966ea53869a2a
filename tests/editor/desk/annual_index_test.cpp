// SPDX-License-Identifier: Apache-2.0
// 年度总目录: how texts are listed, and the index as an item of an issue.
#include "editor/index/annual_index.hpp"

#include <gtest/gtest.h>

#include "core/akn/read_akn.hpp"
#include "core/akn/write_akn.hpp"
#include "tests/editor/desk/sample_desk.hpp"
#include "tests/refusal.hpp"

namespace gongbao::editor {
namespace {

IndexedText text(const std::string& title, const std::string& number, int issue, int page,
                 const std::string& section = "省政府文件") {
    IndexedText one;
    one.record.title = title;
    one.record.number = number;
    one.record.issue = issue_number(issue);
    one.record.section = section;
    one.record.first_page = page;
    return one;
}

// The lines of the index, headings with "# ".
std::vector<std::string> lines_of(const core::Document& index) {
    std::vector<std::string> lines;
    for (const core::Block& block : index.body)
        lines.push_back((block.role == core::Role::Contents ? "" : "# ") + core::plain_text(block));
    return lines;
}

std::vector<std::string> lines_of(const std::vector<IndexedText>& texts) {
    return lines_of(annual_index(2026, "公报", {"省政府令", "省政府文件"}, texts));
}
using Lines = std::vector<std::string>;

TEST(AnnualIndex, ListsSectionsInTheGazettesOrder) {
    const Lines expected{"# 一、栏目索引",   "# 省政府令", "办法　第2期第1页", "# 省政府文件",
                         "通知　第1期第1页", "# 附录",     "名单　第1期第9页"};
    EXPECT_EQ(lines_of({text("通知", "", 1, 1), text("名单", "", 1, 9, "附录"),
                        text("办法", "", 2, 1, "省政府令")}),
              expected);
}

TEST(AnnualIndex, NamesEveryPlaceOfATextThatStandsInSeveralIssues) {
    const Lines lines = lines_of({text("人事任免", "", 1, 30), text("人事任免", "", 2, 28)});
    EXPECT_EQ(lines.at(2), "人事任免　第1期第30页、第2期第28页");
}

TEST(AnnualIndex, SortsNumbersByAgencyMarkYearAndNumber) {
    const Lines lines = lines_of(
        {text("丙", "云府办发〔2026〕10号", 1, 1), text("甲", "云府办发〔2025〕40号", 1, 2),
         text("乙", "云府办发[2026]9号", 1, 3), text("丁", "云府函〔2026〕1号", 1, 4)});
    const Lines numbers(lines.begin() + 6, lines.end());
    const Lines expected{"# 二、发文字号索引",
                         "# 云府办发",
                         "云府办发〔2025〕40号　甲　第1期第2页",
                         "云府办发[2026]9号　乙　第1期第3页",
                         "云府办发〔2026〕10号　丙　第1期第1页",
                         "# 云府函",
                         "云府函〔2026〕1号　丁　第1期第4页"};
    EXPECT_EQ(numbers, expected);
}

TEST(AnnualIndex, GroupsByThemeInTheStateCouncilsOrder) {
    IndexedText health = text("医", "", 1, 1);
    health.themes = {"卫生、体育/医药管理"};
    IndexedText water = text("水", "", 1, 2);
    water.themes = {"农业、林业、水利/水利"};
    const Lines lines = lines_of({health, water, text("无题", "云府发〔2026〕1号", 1, 3)});
    const auto at = std::find(lines.begin(), lines.end(), "# 三、主题分类索引");
    ASSERT_NE(at, lines.end());
    const Lines expected{"# 三、主题分类索引",
                         "# 农业、林业、水利",
                         "水　第1期第2页",
                         "# 卫生、体育",
                         "医　第1期第1页",
                         "# 未标注主题",
                         "无题（云府发〔2026〕1号）　第1期第3页"};
    EXPECT_EQ(Lines(at, lines.end()), expected);
}

TEST(AnnualIndex, GroupsByMonthOfTheirDate) {
    IndexedText late = text("后", "", 1, 1);
    late.record.written = core::Date{2026, 2, 3};
    IndexedText early = text("先", "", 1, 2);
    early.record.written = core::Date{2025, 12, 31};
    const Lines lines = lines_of({late, early});
    const Lines expected{"# 二、成文日期索引", "# 2025年12月", "12月31日　先　第1期第2页",
                         "# 2026年2月", "2月3日　后　第1期第1页"};
    EXPECT_EQ(Lines(lines.begin() + 4, lines.end()), expected);
}

TEST(AnnualIndex, TellsIssuesOfOtherKindsApart) {
    IndexedText extra = text("决定", "", 1, 1);
    extra.record.issue.kind = core::IssueKind::Special;
    EXPECT_EQ(lines_of({extra}).at(2), "决定　专刊第1期第1页");
}

TEST(AnnualIndex, ListsACorrectionBesideWhatItCorrects) {
    IndexedText correction = text("更正", "", 2, 40, "更正");
    correction.corrects = {{issue_number(1), "关于《甲》的通知", "", 0}};
    const Lines lines = lines_of({text("关于《甲》的通知", "", 1, 5), correction});
    EXPECT_EQ(lines.at(2), "关于《甲》的通知　第1期第5页、第2期第40页（更正）");
}

TEST(AnnualIndex, IsACanonicalTextLikeAnyOther) {
    const core::Document index =
        annual_index(2026, "公报", {}, {text("甲", "云府发〔2026〕1号", 1, 1)});
    EXPECT_EQ(index.meta.title, "《公报》2026年总目录");
    EXPECT_EQ(core::read_akn(core::write_akn(index)), index);
}

class IndexInIssue : public testing::Test {
  protected:
    IndexInIssue() {
        sample_.make_issue(1, {sample_.receive(notice(1)), sample_.receive(notice(2))});
        sample_.desk.press().publish({issue_number(1), "gongbao", kNow});
        sample_.make_issue(2, {sample_.receive(notice(3))});
    }
    std::vector<std::string> index_lines(const std::string& id) {
        return lines_of(sample_.desk.archive().document(id));
    }
    SampleDesk sample_;
};

TEST_F(IndexInIssue, ListsTheYearWithTheIssueItStandsIn) {
    sample_.desk.issues().place_index(issue_number(2), 2026, "总目录", kNow);
    const auto preview = sample_.desk.press().preview(issue_number(2), "gongbao");
    const auto edition = sample_.desk.press().publish({issue_number(2), "gongbao", kNow});
    EXPECT_EQ(sample_.desk.archive().pdf(issue_number(2), 0, edition.pdf_size), preview.pdf);
    const Lines lines = index_lines("2026-2-2");
    EXPECT_EQ(lines.at(2),
              "云岭省人民政府办公厅关于第1类事项的通知（云府办发〔2026〕1号）　第1期第1页");
    EXPECT_EQ(lines.at(3),
              "云岭省人民政府办公厅关于第2类事项的通知（云府办发〔2026〕2号）　第1期第2页");
    EXPECT_EQ(lines.at(4),
              "云岭省人民政府办公厅关于第3类事项的通知（云府办发〔2026〕3号）　第2期第1页");
    EXPECT_TRUE(sample_.desk.archive().verify().empty());
}

// An index in front of what it lists moves the pages it lists.
TEST_F(IndexInIssue, ListsRightPagesEvenInFrontOfTheTexts) {
    const DocumentId index =
        sample_.desk.issues().place_index(issue_number(2), 2026, "总目录", kNow);
    const DocumentId text = sample_.desk.issues().issue(issue_number(2)).items.front().document;
    sample_.desk.issues().order(issue_number(2), {index, text});
    sample_.desk.press().publish({issue_number(2), "gongbao", kNow});
    const auto records = sample_.desk.archive().records(issue_number(2));
    EXPECT_GT(records.back().first_page, 1);
    EXPECT_EQ(index_lines("2026-2-1").at(4),
              "云岭省人民政府办公厅关于第3类事项的通知（云府办发〔2026〕3号）　第2期第" +
                  std::to_string(records.back().first_page) + "页");
}

TEST_F(IndexInIssue, IsPlacedOnceAndTakenOutLikeAnyDocument) {
    const DocumentId id = sample_.desk.issues().place_index(issue_number(2), 2026, "总目录", kNow);
    EXPECT_EQ(tests::refusal_of([&] {
                  sample_.desk.issues().place_index(issue_number(2), 2026, "总目录", kNow);
              }),
              "conflict desk.already_placed");
    sample_.desk.issues().remove(issue_number(2), id);
    EXPECT_EQ(sample_.desk.issues().issue(issue_number(2)).items.size(), 1u);
    EXPECT_EQ(sample_.desk.issues().place_index(issue_number(2), 2026, "总目录", kNow), id);
}

TEST_F(IndexInIssue, IsRefusedForAYearWithoutEditions) {
    sample_.desk.issues().place_index(issue_number(2), 2019, "总目录", kNow);
    EXPECT_EQ(sample_.publish(2), "not-found desk.year_without_editions");
}

}  // namespace
}  // namespace gongbao::editor
