// SPDX-License-Identifier: Apache-2.0
// A table with more columns than a page has room for: parts one below the other, each with the
// stub, every word once in the structure tree.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "core/text/text.hpp"
#include "tests/typeset/press.hpp"
#include "typeset/flow/table_parts.hpp"

namespace gongbao::typeset {
namespace {

using tests::document_of;
using tests::han;
using tests::lines_of;
using tests::profile_named;

std::string words_in(const core::Document& document) {
    return core::without_spaces(core::plain_text(document));
}

// 地区 and years with figures; the last column is the widest a word can be.
core::Block years(int columns, int rows) {
    std::vector<std::vector<std::string>> cells(1, {"地区"});
    for (int c = 1; c < columns; ++c) cells[0].push_back(std::to_string(1960 + c) + "年");
    for (int r = 0; r < rows; ++r) {
        cells.push_back({"云岭" + std::to_string(r)});
        for (int c = 1; c < columns; ++c)
            cells.back().push_back(std::to_string(100 * c + r) + ".5");
    }
    return tests::table(cells, 1);
}

std::size_t times(const Layout& layout, const std::string& words, bool read) {
    const auto lines = lines_of(layout);
    return static_cast<std::size_t>(
        std::count_if(lines.begin(), lines.end(), [&](const auto& line) {
            return line.words == words && (line.tag != Tag::Artifact) == read;
        }));
}

TEST(TableParts, RepeatTheStubThatIsReadOnce) {
    const core::Document document = document_of("关于六十列的通知", {years(60, 4)});
    const LaidOut out = tests::lay_out(document, profile_named("gongbao"));
    EXPECT_EQ(tests::words_in_tree(out.layout), words_in(document));
    const std::size_t parts = 1 + times(out.layout, "地区", false);
    EXPECT_GE(parts, 4u);
    EXPECT_LE(parts, 8u);
    for (const char* words : {"地区", "云岭0", "云岭3", "1961年", "2019年", "5903.5"})
        EXPECT_EQ(times(out.layout, words, true), 1u) << words;
    EXPECT_EQ(times(out.layout, "云岭3", false), parts - 1);
    EXPECT_EQ(times(out.layout, "（续表）", false), parts - 1);
    EXPECT_EQ(times(out.layout, "1961年", false), 0u);
}

TEST(TableParts, StandInTypeOfItsOwnSizeInsideTheTypeArea) {
    const Profile& profile = profile_named("gongbao");
    const LaidOut out = tests::lay_out(document_of("关于六十列的通知", {years(60, 40)}), profile);
    for (const auto& line : lines_of(out.layout)) {
        const Length left = out.layout.pages[line.page].recto ? profile.inner : profile.outer;
        EXPECT_GE(line.x, left) << line.words;
        EXPECT_LE(line.x + line.width, left + profile.text_width() + 2) << line.words;
        if (line.words == "云岭7") {
            EXPECT_EQ(line.size, profile.style(StyleName::TableCell).size);
        }
    }
    ASSERT_EQ(out.layout.findings.size(), 1u);
    EXPECT_EQ(out.layout.findings.front().message.id, "typeset.table_in_parts");
}

TEST(TableParts, KeepTheSpansOfTheWholeTableInTheTree) {
    core::Block block = years(40, 3);
    core::Row top;
    top.header = true;
    top.cells.resize(2);
    top.cells[0].paragraphs = {{core::text_run("项目")}};
    top.cells[1].paragraphs = {{core::text_run("历年产量")}};
    top.cells[1].column_span = 39;
    block.table->rows.insert(block.table->rows.begin(), top);
    core::Row note = top;
    note.header = false;
    note.cells = {top.cells[1]};
    note.cells[0].paragraphs = {{core::text_run("二、工业")}};
    note.cells[0].column_span = 40;
    block.table->rows.insert(block.table->rows.begin() + 3, note);
    const core::Document document = document_of("关于跨栏的通知", {block});
    const LaidOut out = tests::lay_out(document, profile_named("gongbao"));
    EXPECT_EQ(tests::words_in_tree(out.layout), words_in(document));
    std::multiset<int> spans;
    for (const Node& node : out.layout.nodes)
        if (node.column_span > 1) spans.insert(node.column_span);
    EXPECT_EQ(spans, (std::multiset<int>{39, 40}));
    EXPECT_EQ(times(out.layout, "历年产量", true), 1u);
    EXPECT_EQ(times(out.layout, "历年产量", false), times(out.layout, "地区", false))
        << "above each part";
    EXPECT_EQ(times(out.layout, "二、工业", false), times(out.layout, "地区", false));
}

TEST(TableParts, RepeatTheNamesBesideTheirNumbers) {
    core::Block block = years(50, 5);
    for (std::size_t r = 0; r < block.table->rows.size(); ++r) {
        core::Cell cell = block.table->rows[r].cells.front();
        cell.paragraphs = {{core::text_run(r == 0 ? "序号" : std::to_string(r))}};
        block.table->rows[r].cells.insert(block.table->rows[r].cells.begin(), cell);
    }
    EXPECT_EQ(stub_columns(TableGrid::of(*block.table)), 2);
    EXPECT_EQ(stub_columns(TableGrid::of(*years(50, 5).table)), 1);
}

TEST(TableParts, AreCutBesideACellThatSpansWhereTheyCan) {
    core::Block block = tests::table({std::vector<std::string>(10, "甲")}, 0);
    block.table->rows[0].cells.resize(9);
    block.table->rows[0].cells[4].column_span = 2;
    const TableGrid grid = TableGrid::of(*block.table);
    core::Block plain =
        tests::table({std::vector<std::string>(10, "甲"), std::vector<std::string>(10, "乙")}, 0);
    plain.table->rows[0] = block.table->rows[0];
    const TableGrid spanned = TableGrid::of(*plain.table);
    ASSERT_EQ(spanned.columns, 10);
    const auto parts = parts_of(spanned, 1, std::vector<Extent>(10, pt(10)), pt(50));
    for (const TablePart& part : parts) EXPECT_NE(part.end, 5) << "the cell of columns 4 and 5";
    EXPECT_EQ(parts.front().begin, 1);
    EXPECT_EQ(parts.back().end, 10);
    EXPECT_TRUE(parts_of(spanned, 1, std::vector<Extent>(10, pt(30)), pt(50)).empty())
        << "no room beside the stub";
}

TEST(TableParts, KeepEveryWordWhateverTheSpansSay) {
    for (int seed = 1; seed <= 40; ++seed) {
        core::Block block = years(30 + seed, 6);
        for (std::size_t r = 0; r < block.table->rows.size(); ++r) {
            auto& cells = block.table->rows[r].cells;
            const std::size_t c =
                static_cast<std::size_t>(seed * 7 + static_cast<int>(r) * 5) % cells.size();
            cells[c].column_span = 1 + seed % 6;
            cells[c].row_span = 1 + static_cast<int>(r) % 3;
        }
        const core::Document document = document_of("关于乱表的通知", {block});
        const LaidOut out = tests::lay_out(document, profile_named("gongbao"));
        EXPECT_EQ(tests::words_in_tree(out.layout), words_in(document)) << seed;
    }
}

}  // namespace
}  // namespace gongbao::typeset
