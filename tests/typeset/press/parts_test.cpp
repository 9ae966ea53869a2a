// SPDX-License-Identifier: Apache-2.0
// An issue is bound from its parts in the order the profile gives, with the profile's words.
#include <gtest/gtest.h>

#include "core/text/text.hpp"
#include "tests/typeset/press.hpp"

namespace gongbao::typeset {
namespace {

using tests::line_with;
using tests::profile_named;

class Parts : public ::testing::Test {
  protected:
    LaidOut bind(std::vector<IssuePart> parts) {
        profile_.parts = std::move(parts);
        Job job;
        job.items = {{&first_, "省政府文件"}, {&second_, "省政府文件"}};
        job.frame = IssueFrame{"云岭省人民政府公报",
                               {2026, core::IssueKind::Regular, 8, 608},
                               {2026, 4, 30},
                               {"主办：云岭省人民政府办公厅"}};
        job.date = {2026, 4, 30};
        return lay_out(job, profile_, tests::fonts());
    }

    std::size_t page_of(const LaidOut& out, std::string_view words) const {
        return line_with(out.layout, words).page;
    }

    Profile profile_ = profile_named("gongbao-16k");
    core::Document first_ = tests::document("关于甲事的通知", {tests::han(60) + "。"});
    core::Document second_ = tests::document("关于乙事的通知", {tests::han(90) + "。"});
};

TEST_F(Parts, StandInTheOrderOfTheProfile) {
    const LaidOut usual =
        bind({IssuePart::Cover, IssuePart::Contents, IssuePart::Body, IssuePart::Imprint});
    EXPECT_EQ(page_of(usual, "总第608期"), 0u);
    EXPECT_EQ(page_of(usual, "目　录"), 1u);
    EXPECT_EQ(page_of(usual, "主办："), usual.layout.pages.size() - 1);
    const LaidOut inside =
        bind({IssuePart::Cover, IssuePart::Imprint, IssuePart::Contents, IssuePart::Body});
    EXPECT_EQ(page_of(inside, "总第608期"), 0u);
    EXPECT_EQ(page_of(inside, "主办："), 1u) << "on the cover's back";
    EXPECT_EQ(page_of(inside, "目　录"), 2u);
    EXPECT_EQ(inside.items[0].pdf_page, 5) << "a leaf is filled up before the body";
    const LaidOut bare = bind({IssuePart::Body});
    EXPECT_EQ(bare.layout.pages.size(), 2u);
}

TEST_F(Parts, LeadFromContentsBehindTheBodyToItsPages) {
    for (const auto& order :
         {std::vector<IssuePart>{IssuePart::Cover, IssuePart::Body, IssuePart::Contents},
          std::vector<IssuePart>{IssuePart::Contents, IssuePart::Cover, IssuePart::Body}}) {
        const LaidOut out = bind(order);
        std::size_t links = 0;
        for (const Page& page : out.layout.pages)
            for (const PlacedLink& link : page.links) {
                const std::size_t item = link.contents.find("甲") != std::string::npos ? 0 : 1;
                EXPECT_EQ(out.layout.targets[link.target].page + 1,
                          static_cast<std::uint32_t>(out.items[item].pdf_page));
                ++links;
            }
        EXPECT_EQ(links, 2u);
    }
}

TEST_F(Parts, AreWordedByTheProfile) {
    profile_.words.contents = "本期目录";
    profile_.words.section = "〖{section}〗";
    profile_.words.published = "出版日期：{date}";
    profile_.words.running = "总期号{n}";
    const LaidOut out = bind({IssuePart::Cover, IssuePart::Contents, IssuePart::Body});
    for (const char* words : {"本期目录", "〖省政府文件〗", "出版日期：2026年4月30日", "总期号608"})
        EXPECT_FALSE(line_with(out.layout, words).words.empty()) << words;
}

}  // namespace
}  // namespace gongbao::typeset
