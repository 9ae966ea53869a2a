// SPDX-License-Identifier: Apache-2.0
// What other people's readers find of readings and emphasis in the PDF.
#include <gtest/gtest.h>

#include <filesystem>

#include "core/system/files.hpp"
#include "tests/ask.hpp"
#include "tests/scratch_folder.hpp"
#include "tests/typeset/press.hpp"
#include "typeset/typeset.hpp"

namespace gongbao::typeset {
namespace {

using core::ruby;
using core::text_run;
using tests::document_of;

core::Block paragraph(core::Runs runs) {
    core::Block block = tests::block(core::Role::Paragraph, "");
    block.runs = std::move(runs);
    return block;
}

class RubyInPdf : public testing::Test {
  protected:
    /// What `command` says of `one` printed, white space left out; `after` follows the file's name.
    std::string ask_of(const core::Document& one, const std::string& command,
                       const std::string& after = {}) {
        Job job;
        job.items.push_back({&one, {}});
        job.date = {2026, 4, 3};
        const std::filesystem::path path = folder_ / "out.pdf";
        core::write_file(path, Press("gongbao", tests::resources()).print(job).pdf);
        auto answer = gongbao::tests::ask(command + " '" + path.string() + "' " + after);
        EXPECT_EQ(answer.status, 0);
        std::erase_if(answer.text, [](char c) { return c == ' ' || c == '\n' || c == '\f'; });
        return answer.text;
    }

    const core::Document one_ =
        document_of("关于注音的通知",
                    {paragraph({text_run("任命王"), ruby("喆", "zhé"), text_run("同志为主任，"),
                                text_run("不得推诿", core::Marks{}.add(core::Mark::Emphasis)),
                                text_run("。")})});
    gongbao::tests::ScratchFolder folder_;
};

TEST_F(RubyInPdf, GivesTheCanonicalTextWholeAndReadingsBehindIt) {
    const std::string text = ask_of(one_, "pdftotext -raw -enc UTF-8", "-");
    EXPECT_NE(text.find("任命王喆同志为主任，不得推诿。"), std::string::npos) << text;
    EXPECT_GT(text.find("zhé"), text.find("不得推诿。")) << text;
    EXPECT_NE(text.find("zhé"), std::string::npos) << text;
}

TEST_F(RubyInPdf, TagsAReadingBesideItsCharacters) {
    const std::string tree = ask_of(one_, "pdfinfo -enc UTF-8 -struct-text");
    EXPECT_NE(
        tree.find("P(block)\"任命王\"Ruby(inline):/RubyAlign/CenterRB\"喆\"RT\"zhé\"\"同志为主任"),
        std::string::npos)
        << tree;
}

TEST_F(RubyInPdf, KeepsAHeaderCellWhoseWordsAllHaveReadings) {
    core::Block table = tests::table({{"", "职务"}, {"王喆", "省长"}}, 1);
    table.table->rows[0].cells[0].paragraphs = {{ruby("姓名", "xìngmíng")}};
    const std::string tree =
        ask_of(document_of("关于注音的通知", {table}), "pdfinfo -enc UTF-8 -struct-text");
    const char* const kHeads =
        "TH:/Scope/ColumnRuby(inline):/RubyAlign/CenterRB\"姓名\"RT\"xìngmíng\"TH:/Scope/"
        "Column\"职务\"";
    EXPECT_NE(tree.find(kHeads), std::string::npos) << tree;
}

}  // namespace
}  // namespace gongbao::typeset
