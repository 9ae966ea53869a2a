// SPDX-License-Identifier: Apache-2.0
// Setting an edited issue again costs what changed, and gives what setting it afresh gives.
#include "typeset/typeset.hpp"

#include <gtest/gtest.h>

#include "core/document/decide_structure.hpp"
#include "core/document/document.hpp"
#include "tests/typeset/press.hpp"

namespace gongbao::typeset {
namespace {

std::vector<core::Document> issue_of(std::size_t documents, std::size_t paragraphs) {
    std::vector<core::Document> made;
    for (std::size_t d = 0; d < documents; ++d) {
        std::vector<std::string> words;
        for (std::size_t p = 0; p < paragraphs; ++p)
            words.push_back("第" + std::to_string(d * 1000 + p) + "段。" + tests::han(90 + p % 40) +
                            "，GB/T 9704。");
        made.push_back(tests::document("关于第" + std::to_string(d) + "项工作的通知", words));
    }
    return made;
}

Job job_of(const std::vector<core::Document>& documents) {
    Job job;
    job.date = {2026, 1, 15};
    for (const core::Document& one : documents) job.items.push_back({&one, "省政府文件"});
    return job;
}

class PressTest : public testing::Test {
  protected:
    void expect_fresh(const Preview& shown) {
        const Preview fresh =
            Press("gongbao", tests::resources()).show(job_of(documents_), {}, {}, Dump::Text);
        EXPECT_EQ(shown.dump, fresh.dump);
        ASSERT_EQ(shown.pages.size(), fresh.pages.size());
        for (std::size_t i = 0; i < fresh.pages.size(); ++i)
            EXPECT_EQ(shown.pages[i], fresh.pages[i]) << i;
    }
    Preview show() { return press_.show(job_of(documents_), {}, {}, Dump::Text); }

    std::vector<core::Document> documents_ = issue_of(4, 30);
    Press press_{"gongbao", tests::resources()};
};

TEST_F(PressTest, SetsNothingAgainWhenNothingChanged) {
    show();
    expect_fresh(show());
    EXPECT_EQ(press_.kept().documents, 4u);
    EXPECT_EQ(press_.kept().paragraphs_set, 0u);
}

TEST_F(PressTest, SetsOnlyTheParagraphThatChanged) {
    show();
    documents_[2].body[7].runs.front().text += "新写的一句。";
    const Preview shown = show();
    EXPECT_EQ(press_.kept().documents, 3u);
    EXPECT_GT(press_.kept().paragraphs, 30u);
    EXPECT_EQ(press_.kept().paragraphs_set, 1u);
    expect_fresh(shown);
}

TEST_F(PressTest, FollowsParagraphsAndDocumentsThatComeGoAndMove) {
    show();
    documents_[1].body.insert(documents_[1].body.begin() + 3,
                              tests::block(core::Role::Paragraph, "插入的一段。"));
    core::decide_structure(documents_[1]);
    core::assign_ids(documents_[1]);
    expect_fresh(show());
    documents_[0].body.erase(documents_[0].body.begin(), documents_[0].body.begin() + 20);
    expect_fresh(show());
    std::swap(documents_[0], documents_[3]);
    expect_fresh(show());
    documents_.erase(documents_.begin() + 1);
    expect_fresh(show());
}

TEST_F(PressTest, NoticesANumberThatBeginsToBeCited) {
    documents_[0].body[0].runs.front().text = "根据云政办发〔2026〕8号，" + tests::han(30);
    show();
    documents_[3].meta.number = "云政办发〔2026〕8号";
    expect_fresh(show());
}

TEST_F(PressTest, ReportsAMissingCharacterAtItsPlaceEachTime) {
    documents_[1].body[2].runs.front().text += "\xEE\x80\x81";  // a private-use character
    const Preview first = show();
    documents_[1].body.insert(documents_[1].body.begin(),
                              tests::block(core::Role::Paragraph, "前面的一段。"));
    core::decide_structure(documents_[1]);
    core::assign_ids(documents_[1]);
    const Preview second = show();
    const auto place_of = [](const Preview& shown) {
        for (const core::Diagnostic& finding : shown.findings)
            if (finding.message.id == "typeset.glyph_missing") return finding.place;
        return core::Place();
    };
    EXPECT_FALSE(place_of(first).empty());
    EXPECT_NE(place_of(second).text(), place_of(first).text())
        << "the paragraph has another id now";
}

}  // namespace
}  // namespace gongbao::typeset
