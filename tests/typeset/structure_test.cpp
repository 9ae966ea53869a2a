// SPDX-License-Identifier: Apache-2.0
// The structure tree as it is planned: parts of tables, what a header cell heads, where captions stand.
#include <gtest/gtest.h>

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
    Planned planned{tests::lay_out(tests::document_of("关于表格的通知", body),
                                   tests::profile_named("gongbao")), {}};
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

TEST(StructurePlan, DoesNotPartATableWhoseHeadReachesIntoItsBody) {
    core::Block table = tests::table({{"甲", "乙"}, {"2"}}, 1);
    table.table->rows[0].cells[0].row_span = 2;
    const Planned planned = plan_of({table});
    EXPECT_TRUE(planned.of(Tag::THead).empty());
    EXPECT_TRUE(planned.of(Tag::TBody).empty());
}

TEST(StructurePlan, PutsACaptionIntoTheTableBelowIt) {
    const Planned planned = plan_of({block(Role::Caption, "表1　概况"),
                                     tests::table({{"甲", "乙"}, {"1", "2"}}, 1),
                                     block(Role::Caption, "不在表格旁")});
    ASSERT_EQ(planned.of(Tag::Caption).size(), 1u);
    EXPECT_EQ(planned.parent_of(planned.of(Tag::Caption).front()), Tag::Table);
}

}  // namespace
}  // namespace gongbao::typeset::pdf
