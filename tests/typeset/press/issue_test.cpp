// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "core/text/text.hpp"
#include "tests/typeset/press.hpp"

namespace gongbao::typeset {
namespace {

using tests::document;
using tests::fonts;
using tests::han;
using tests::line_with;
using tests::lines_of;
using tests::profile_named;

class IssuePages : public ::testing::Test {
  protected:
    IssuePages() {
        for (int i = 1; i <= 9; ++i)
            documents_.push_back(
                document("关于第" + core::han_numeral(i) + "项工作的通知",
                         std::vector<std::string>(static_cast<std::size_t>(12 * i), han(80))));
        IssueFrame frame;
        frame.gazette = "云岭省人民政府公报";
        frame.number = {2026, core::IssueKind::Regular, 8, 608};
        frame.date = {2026, 4, 30};
        frame.imprint = {"主办：云岭省人民政府办公厅", "印刷：澜城政务印务中心"};
        job_.frame = frame;
        for (std::size_t i = 0; i < documents_.size(); ++i)
            job_.items.push_back({&documents_[i], i < 4 ? "省政府文件" : "部门规范性文件"});
        job_.date = {2026, 4, 30};
        out_ = lay_out(job_, profile_named("gongbao"), fonts());
    }

    std::vector<core::Document> documents_;
    Job job_;
    LaidOut out_;
};

TEST_F(IssuePages, PrintTheTruePageOfEveryItemInTheContents) {
    ASSERT_EQ(out_.items.size(), documents_.size());
    for (std::size_t i = 0; i < documents_.size(); ++i) {
        const std::string& title = documents_[i].meta.title;
        const auto entry = line_with(out_.layout, title);  // the contents come first
        ASSERT_EQ(out_.layout.nodes[entry.node].tag, Tag::Link);
        std::string number;
        for (const auto& line : lines_of(out_.layout))
            if (line.node == entry.node && line.words != title) number = line.words;
        const int pdf_page = out_.items[i].pdf_page;
        EXPECT_EQ(number, out_.layout.pages[static_cast<std::size_t>(pdf_page - 1)].label);
        bool there = false;
        for (const auto& line : lines_of(out_.layout))
            there = there || (static_cast<int>(line.page) == pdf_page - 1 && line.words == title &&
                              line.tag == Tag::H1);
        EXPECT_TRUE(there) << title;
    }
}

TEST_F(IssuePages, LinkEveryEntryToItsItem) {
    std::size_t links = 0;
    for (const Page& page : out_.layout.pages)
        for (const PlacedLink& link : page.links) {
            EXPECT_EQ(static_cast<int>(out_.layout.targets[link.target].page) + 1,
                      out_.items[links].pdf_page);
            EXPECT_EQ(link.contents, documents_[links].meta.title);
            ++links;
        }
    EXPECT_EQ(links, documents_.size());
}

TEST_F(IssuePages, BeginWithTheCoverAndCountFromTheFirstDocument) {
    EXPECT_EQ(line_with(out_.layout, "云岭省人民政府公报").page, 0u);
    EXPECT_EQ(line_with(out_.layout, "2026年第8期").page, 0u);
    EXPECT_EQ(line_with(out_.layout, "总第608期").page, 0u);
    EXPECT_TRUE(out_.layout.pages[0].label.empty());
    EXPECT_EQ(out_.items.front().first_page, 1);
    EXPECT_EQ(out_.items.front().pdf_page % 2, 1) << "the first text page is a right-hand one";
}

TEST_F(IssuePages, EndWithTheImprintOnTheBackOfALeaf) {
    const auto imprint = line_with(out_.layout, "澜城政务印务中心");
    EXPECT_EQ(imprint.page + 1, out_.layout.pages.size());
    EXPECT_EQ(out_.layout.pages.size() % 2, 0u);
    EXPECT_GT(imprint.y, out_.layout.page_height * 2 / 3) << "at the foot";
}

TEST_F(IssuePages, NameTheGazetteOnEvenPagesAndTheIssueOnOdd) {
    bool even = false;
    bool odd = false;
    for (const auto& line : lines_of(out_.layout)) {
        if (line.tag != Tag::Artifact) continue;
        if (line.words == "云岭省人民政府公报") {
            EXPECT_EQ(line.page % 2, 1u);
            even = true;
        } else if (line.words == "2026年第8期") {
            EXPECT_EQ(line.page % 2, 0u);
            odd = true;
        }
    }
    EXPECT_TRUE(even && odd);
}

TEST_F(IssuePages, OpenEverySectionOnceOnThePageOfItsFirstItem) {
    int openers = 0;
    for (const auto& line : lines_of(out_.layout))
        if (line.words == "【部门规范性文件】") {
            ++openers;
            EXPECT_EQ(static_cast<int>(line.page) + 1, out_.items[4].pdf_page);
        }
    EXPECT_EQ(openers, 1);
}

TEST_F(IssuePages, AlignTheNumbersOfTheContentsAndTheirLeaders) {
    const Profile& profile = profile_named("gongbao");
    const Length right = profile.width - profile.inner;  // contents stand on page 2
    for (const auto& line : lines_of(out_.layout)) {
        if (line.page != 1 || !core::starts_with(line.words, "··")) continue;
        EXPECT_EQ(line.tag, Tag::Artifact) << "leaders are not read aloud";
        EXPECT_LT(line.x + line.width, right);
    }
    for (std::size_t i = 0; i < documents_.size(); ++i) {
        const auto entry = line_with(out_.layout, documents_[i].meta.title);
        for (const auto& line : lines_of(out_.layout))
            if (line.node == entry.node && line.words != documents_[i].meta.title) {
                EXPECT_NEAR(line.x + line.width, right, 2);
            }
    }
}

TEST_F(IssuePages, BookmarkEveryDocument) {
    std::size_t top = 0;
    for (const Bookmark& bookmark : out_.layout.bookmarks) {
        if (bookmark.level != 0) continue;
        EXPECT_EQ(bookmark.title, documents_[top].meta.title);
        EXPECT_EQ(static_cast<int>(out_.layout.targets[bookmark.target].page) + 1,
                  out_.items[top].pdf_page);
        ++top;
    }
    EXPECT_EQ(top, documents_.size());
}

TEST(Contents, AreNotMadeForOneDocument) {
    const LaidOut out =
        tests::lay_out(document("关于甲的通知", {"甲。"}), profile_named("gongbao"));
    for (const auto& line : lines_of(out.layout))
        EXPECT_EQ(line.words.find("目"), std::string::npos);
    EXPECT_EQ(out.items.front().pdf_page, 1);
}

TEST(Contents, GoOverSeveralPages) {
    std::vector<core::Document> many;
    for (int i = 0; i < 90; ++i)
        many.push_back(document("关于事项" + std::to_string(i) + "的通知", {"甲。"}));
    const LaidOut out = tests::lay_out(many, profile_named("gongbao"));
    EXPECT_GE(out.items.front().pdf_page, 3);
    EXPECT_EQ(out.items.back().first_page, 90);
    const auto last = line_with(out.layout, "关于事项89的通知");
    EXPECT_EQ(out.layout.nodes[last.node].tag, Tag::Link);
    EXPECT_GT(last.page, 0u);
}

}  // namespace
}  // namespace gongbao::typeset
