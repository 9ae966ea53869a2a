// SPDX-License-Identifier: Apache-2.0
// The structure tree as it is planned: parts of tables, what a header cell heads, where captions
// stand.
#include <gtest/gtest.h>

#include <algorithm>

#include "core/text/text.hpp"
#include "tests/typeset/press.hpp"
#include "typeset/pdf/structure_plan.hpp"

namespace gongbao::typeset::pdf {
namespace {

using core::Role;
using tests::block;

struct Planned {
    LaidOut out;
    StructurePlan plan;

    std::vector<NodeId> of(Tag tag) const {
        std::vector<NodeId> found;
        for (NodeId node = 0; node < plan.tags.size(); ++node)
            if (plan.tags[node] == tag) found.push_back(node);
        return found;
    }
    Tag parent_of(NodeId node) const { return plan.tags[plan.parents[node]]; }
};

Planned plan_of(const core::Blocks& body) {
    Planned planned{
        tests::lay_out(tests::document_of("关于表格的通知", body), tests::profile_named("gongbao")),
        {}};
    std::vector<bool> has_content(planned.out.layout.nodes.size());
    for (const Page& page : planned.out.layout.pages) {
        for (const PlacedLine& line : page.lines) has_content[line.node] = true;
        for (const PlacedPicture& picture : page.pictures) has_content[picture.node] = true;
    }
    planned.plan = plan_structure(planned.out.layout, has_content);
    return planned;
}

TEST(StructurePlan, PartsATableIntoHeadAndBody) {
    const Planned planned = plan_of({tests::table({{"甲", "乙"}, {"1", "2"}, {"3", "4"}}, 1)});
    const auto rows = planned.of(Tag::TR);
    ASSERT_EQ(rows.size(), 3u);
    EXPECT_EQ(planned.parent_of(rows[0]), Tag::THead);
    EXPECT_EQ(planned.parent_of(rows[1]), Tag::TBody);
    EXPECT_EQ(planned.parent_of(rows[2]), Tag::TBody);
    for (const Tag part : {Tag::THead, Tag::TBody}) {
        ASSERT_EQ(planned.of(part).size(), 1u);
        EXPECT_EQ(planned.parent_of(planned.of(part).front()), Tag::Table);
    }
}

TEST(StructurePlan, SaysWhetherAHeaderHeadsAColumnOrARow) {
    core::Block table = tests::table({{"甲", "乙"}, {"合计", "2"}}, 1);
    table.table->rows[1].cells[0].header = true;
    const Planned planned = plan_of({table});
    const auto heads = planned.of(Tag::TH);
    ASSERT_EQ(heads.size(), 3u);
    EXPECT_EQ(planned.plan.scopes[heads[0]], Scope::Column);
    EXPECT_EQ(planned.plan.scopes[heads[1]], Scope::Column);
    EXPECT_EQ(planned.plan.scopes[heads[2]], Scope::Row);
}

TEST(StructurePlan, TakesAFullFirstRowForTheHeadWhenNoneIsMarked) {
    const Planned planned = plan_of({tests::table({{"姓名", "职务"}, {"陆怀舟", "省长"}}, 0)});
    ASSERT_EQ(planned.of(Tag::TH).size(), 2u);
    EXPECT_EQ(planned.plan.scopes[planned.of(Tag::TH).front()], Scope::Column);
    EXPECT_EQ(planned.of(Tag::THead).size(), 1u);
}

TEST(StructurePlan, TakesTheFirstColumnForHeadersWhenTheFirstRowHasGaps) {
    core::Block table = tests::table({{"甲项", ""}, {"丙", "2"}, {"乙项", "3"}}, 0);
    table.table->rows[0].cells[0].row_span = 2;
    table.table->rows[1].cells.erase(table.table->rows[1].cells.begin());
    const Planned planned = plan_of({table});
    const auto heads = planned.of(Tag::TH);
    ASSERT_EQ(heads.size(), 2u);  // 甲项, hanging over two rows, and 乙项
    for (const NodeId head : heads) EXPECT_EQ(planned.plan.scopes[head], Scope::Row);
    EXPECT_TRUE(planned.of(Tag::THead).empty());
}

TEST(StructurePlan, LetsAnEmptyCornerHeadNothing) {
    const Planned planned = plan_of({tests::table({{"", "1月"}, {"某县", "2"}}, 1)});
    EXPECT_EQ(planned.of(Tag::TH).size(), 1u);
    EXPECT_EQ(planned.of(Tag::THead).size(), 1u);
}

TEST(StructurePlan, GivesEveryTableAHeader) {
    struct Case {
        std::vector<std::vector<std::string>> rows;
        std::size_t heads;
        std::size_t head;  ///< which cell
    };
    const std::vector<Case> kCases = {
        {{{"", "甲"}, {"", "乙"}}, 0, 1},  // an empty first column
        {{{"", ""}, {"", "丙"}}, 1, 3},    // an empty head
    };
    for (const Case& one : kCases) {
        const Planned planned = plan_of({tests::table(one.rows, one.heads)});
        std::vector<NodeId> cells = planned.of(Tag::TD);
        const auto heads = planned.of(Tag::TH);
        ASSERT_EQ(heads.size(), 1u) << one.head;
        EXPECT_EQ(planned.plan.scopes[heads[0]], Scope::Column);
        cells.push_back(heads[0]);
        std::sort(cells.begin(), cells.end());
        EXPECT_EQ(cells[one.head], heads[0]);
    }
}

TEST(StructurePlan, TakesATableWithoutAWordForDecoration) {
    const Planned planned =
        plan_of({tests::table({{"", ""}, {"", ""}}, 1), tests::table({{"", "乙"}}, 0)});
    const auto tables = planned.of(Tag::Table);
    ASSERT_EQ(tables.size(), 2u);
    EXPECT_TRUE(planned.plan.empty[tables[0]]);
    EXPECT_FALSE(planned.plan.empty[tables[1]]);
    for (const NodeId row : planned.of(Tag::TR))
        EXPECT_EQ(planned.plan.empty[row], planned.plan.parents[row] == tables[0]);
}

TEST(StructurePlan, DoesNotPartATableWhoseHeadReachesIntoItsBody) {
    core::Block table = tests::table({{"甲", "乙"}, {"2"}}, 1);
    table.table->rows[0].cells[0].row_span = 2;
    const Planned planned = plan_of({table});
    EXPECT_TRUE(planned.of(Tag::THead).empty());
    EXPECT_TRUE(planned.of(Tag::TBody).empty());
}

TEST(StructurePlan, PutsACaptionIntoTheTableBelowIt) {
    const Planned planned =
        plan_of({block(Role::Caption, "表1　概况"), tests::table({{"甲", "乙"}, {"1", "2"}}, 1),
                 block(Role::Caption, "不在表格旁")});
    ASSERT_EQ(planned.of(Tag::Caption).size(), 1u);
    EXPECT_EQ(planned.parent_of(planned.of(Tag::Caption).front()), Tag::Table);
}

std::string words_at(const Layout& layout, NodeId node) {
    std::string words;
    for (const Page& page : layout.pages)
        for (const PlacedLine& line : page.lines)
            for (std::uint32_t i = line.first; line.node == node && i < line.first + line.count;
                 ++i)
                core::append_utf8(words, layout.glyphs[i].text);
    return words;
}

TEST(StructurePlan, MakesAListOfItemsOneBelowTheOther) {
    const Planned planned = plan_of({block(Role::Article, "有下列情形之一的：", "第一条"),
                                     block(Role::Item, "甲种情形；", "（一）"),
                                     block(Role::Item, "乙种情形。", "（二）"),
                                     block(Role::Article, "附则。", "第二条")});
    ASSERT_EQ(planned.of(Tag::L).size(), 1u);
    const auto items = planned.of(Tag::LI);
    ASSERT_EQ(items.size(), 2u);
    EXPECT_EQ(planned.plan.parents[items[0]], planned.of(Tag::L).front());
    const auto labels = planned.of(Tag::Lbl);
    ASSERT_EQ(labels.size(), 2u);
    EXPECT_EQ(words_at(planned.out.layout, labels[0]), "（一）");
    EXPECT_EQ(words_at(planned.out.layout, labels[1]), "（二）");
    EXPECT_EQ(planned.parent_of(labels[0]), Tag::LI);
    for (const NodeId body : planned.of(Tag::LBody)) EXPECT_EQ(planned.parent_of(body), Tag::LI);
    EXPECT_EQ(words_at(planned.out.layout, planned.of(Tag::LBody).front() + 1), "甲种情形；");
}

TEST(StructurePlan, PutsADeeperListIntoTheItemAboveIt) {
    const Planned planned =
        plan_of({block(Role::Item, "甲：", "（一）"), block(Role::SubItem, "子；", "1."),
                 block(Role::SubItem, "丑；", "2."), block(Role::Item, "乙。", "（二）")});
    const auto lists = planned.of(Tag::L);
    ASSERT_EQ(lists.size(), 2u);
    EXPECT_EQ(planned.parent_of(lists[0]), Tag::Sect);
    EXPECT_EQ(planned.parent_of(lists[1]), Tag::LBody);
    std::size_t inner = 0;
    for (const NodeId item : planned.of(Tag::LI))
        inner += planned.plan.parents[item] == lists[1] ? 1 : 0;
    EXPECT_EQ(inner, 2u);
}

TEST(StructurePlan, BeginsAnotherListBehindAParagraph) {
    const Planned planned =
        plan_of({block(Role::ListItem, "甲", "•"), block(Role::Paragraph, "中间。"),
                 block(Role::ListItem, "乙", "1.")});
    const auto lists = planned.of(Tag::L);
    ASSERT_EQ(lists.size(), 2u);
    EXPECT_EQ(planned.plan.numberings.at(lists[0]), Numbering::Disc);
    EXPECT_EQ(planned.plan.numberings.at(lists[1]), Numbering::Decimal);
}

TEST(StructurePlan, TellsANotesMarkInTheTextAndBelowIt) {
    core::Block noted = block(Role::Paragraph, "有注");
    core::Inline note;
    note.kind = core::Inline::Kind::Note;
    note.text = "①";
    note.note = {core::text_run("注文。")};
    noted.runs.push_back(note);
    const Planned planned = plan_of({noted});
    ASSERT_EQ(planned.of(Tag::Reference).size(), 1u);
    ASSERT_EQ(planned.of(Tag::Lbl).size(), 1u);
    const auto links = planned.of(Tag::Link);
    ASSERT_EQ(links.size(), 2u);
    EXPECT_EQ(planned.plan.parents[links[0]], planned.of(Tag::Reference).front());
    EXPECT_EQ(planned.plan.parents[links[1]], planned.of(Tag::Lbl).front());
    for (const NodeId link : links) EXPECT_EQ(words_at(planned.out.layout, link), "①");
    EXPECT_EQ(planned.parent_of(planned.of(Tag::Lbl).front()), Tag::Note);
}

}  // namespace
}  // namespace gongbao::typeset::pdf
