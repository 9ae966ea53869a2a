// SPDX-License-Identifier: Apache-2.0
// The whole way to the file, judged by other people's readers: qpdf and poppler.
#include <gtest/gtest.h>

#include <filesystem>

#include "core/document/decide_structure.hpp"
#include "core/report/error.hpp"
#include "core/system/files.hpp"
#include "core/text/text.hpp"
#include "tests/ask.hpp"
#include "tests/scratch_folder.hpp"
#include "tests/typeset/press.hpp"
#include "typeset/typeset.hpp"

namespace gongbao::typeset {
namespace {

using core::Role;
using gongbao::tests::Answer;
using gongbao::tests::ask;
using tests::block;
using tests::document;
using tests::han;

core::Document rich() {
    core::Document one = document("云岭省人民政府关于推进工作的通知", {});
    one.preface.push_back(block(Role::Number, "云府发〔2026〕3号"));
    one.preface.push_back(block(Role::Addressees, "各市人民政府："));
    one.meta.issuers = {"云岭省人民政府"};
    one.meta.written = core::Date{2026, 4, 3};
    one.body = {
        block(Role::Heading1, "总体要求", "一、"),
        block(Role::Paragraph, "对“十四五”规划GB/T 9704—2012所列15%的任务，" + han(120) + "。"),
        tests::table({{"序号", "名称"}, {"1", "水利工程"}, {"2", "农村公路"}}, 1),
        block(Role::Heading1, "工作安排", "二、"), block(Role::Paragraph, han(900) + "。")};
    one.conclusions = {block(Role::Signature, "云岭省人民政府"), block(Role::Date, "2026年4月3日")};
    core::decide_structure(one);
    core::assign_ids(one);
    return one;
}

class Print : public ::testing::TestWithParam<const char*> {
  protected:
    Printed print_of(const std::vector<core::Document>& documents) {
        Job job;
        for (const core::Document& one : documents) job.items.push_back({&one, {}});
        job.date = {2026, 4, 3};
        return Press(GetParam(), tests::resources()).print(job);
    }

    std::string file_of(const std::vector<core::Document>& documents) {
        const std::filesystem::path path = folder_ / "out.pdf";
        core::write_file(path, print_of(documents).pdf);
        return "'" + path.string() + "'";
    }

    gongbao::tests::ScratchFolder folder_;
};

TEST_P(Print, GivesTheSameBytesForTheSameInput) {
    EXPECT_EQ(print_of({rich()}).pdf, print_of({rich()}).pdf);
}

TEST_P(Print, IsCleanToQpdf) {
    const Answer answer =
        ask("qpdf --check " + file_of({rich(), document("关于乙的通知", {han(50)})}) + " 2>&1");
    EXPECT_EQ(answer.status, 0) << answer.text;
    EXPECT_EQ(answer.text.find("WARNING"), std::string::npos) << answer.text;
}

TEST_P(Print, ReadsInOrderFromItsStructure) {
    const core::Document one = rich();
    const Answer answer = ask("pdfinfo -enc UTF-8 -struct-text " + file_of({one}));
    std::string words;
    for (const std::string_view line : core::split(answer.text, '\n')) {
        const std::size_t begin = line.find_first_not_of(' ');
        if (begin == std::string_view::npos || line[begin] != '"' || line.back() != '"') continue;
        words += line.substr(begin + 1, line.size() - begin - 2);
    }
    std::string want = core::without_spaces(core::plain_text(one));
    words = core::without_spaces(words);
    if (GetParam() == std::string("gongwen")) {
        // The number stands in the red head, above the title.
        const std::string number = "云府发〔2026〕3号";
        EXPECT_TRUE(core::starts_with(words, number));
        want = number + core::replace_all(want, number, "");
    }
    EXPECT_EQ(words, want);
}

TEST_P(Print, GivesBackEveryWordAsText) {
    const core::Document one = rich();
    const std::string text =
        core::without_spaces(ask("pdftotext -enc UTF-8 -raw " + file_of({one}) + " -").text);
    core::for_each_block(one, [&](const core::Block& each) {
        if (each.table) return;
        const std::string words = core::without_spaces(core::plain_text(each)).substr(0, 90);
        EXPECT_NE(text.find(words), std::string::npos) << words;
    });
}

TEST_P(Print, EmbedsASubsetOfEveryFont) {
    const Answer answer = ask("pdffonts " + file_of({rich()}));
    const auto lines = core::split(answer.text, '\n');
    ASSERT_GT(lines.size(), 5u) << answer.text;
    for (std::size_t i = 2; i < lines.size(); ++i) {
        if (lines[i].empty()) continue;
        EXPECT_NE(lines[i].find("yes yes yes"), std::string::npos) << lines[i];
        EXPECT_EQ(lines[i].find('+'), 6u) << lines[i];
    }
}

TEST_P(Print, SaysThatItIsTaggedAndInWhichLanguage) {
    const std::string file = file_of({rich()});
    EXPECT_NE(ask("pdfinfo " + file).text.find("Tagged:          yes"), std::string::npos);
    const std::string open =
        ask("qpdf --qdf --object-streams=disable " + file + " - | strings").text;
    EXPECT_NE(open.find("zh-CN"), std::string::npos);
    EXPECT_NE(open.find("/StructTreeRoot"), std::string::npos);
}

TEST_P(Print, KeepsTwoCharactersApartThatShareAGlyph) {
    // U+2F45 KANGXI RADICAL SQUARE is drawn as 方 in the face of headings.
    core::Document one = document("关于方\u2F45的通知", {});
    one.body = {block(Role::Heading1, "方\u2F45方", "一、"), block(Role::Paragraph, han(90))};
    core::decide_structure(one);
    core::assign_ids(one);
    const std::string open = ask("qpdf --qdf --object-streams=disable " + file_of({one}) +
                                 " - | grep -a ActualText | head -3")
                                 .text;
    EXPECT_NE(open.find("2f45"), std::string::npos) << open;
}

TEST_P(Print, TakesAnEmptyDocument) {
    const Printed printed = print_of({document("", {})});
    EXPECT_FALSE(printed.pdf.empty());
    const std::filesystem::path path = folder_ / "empty.pdf";
    core::write_file(path, printed.pdf);
    EXPECT_EQ(ask("qpdf --check '" + path.string() + "'").status, 0);
}

TEST_P(Print, ReportsABrokenPictureAndPrintsItsWords) {
    core::Document one = document("关于图片的通知", {"甲。"});
    core::Block figure = block(Role::Figure, "");
    figure.figure = core::Figure{"0123456789abcdef", "image/png", 0, 0, "云岭省地图"};
    one.body.push_back(figure);
    one.media.push_back(
        {"0123456789abcdef", "image/png", std::make_shared<const std::string>("no picture")});
    core::decide_structure(one);
    core::assign_ids(one);
    const Printed printed = print_of({one});
    ASSERT_FALSE(printed.findings.empty());
    EXPECT_EQ(printed.findings.front().message.id, "typeset.picture_unreadable");
    EXPECT_NE(ask("pdftotext -enc UTF-8 " + file_of({one}) + " -").text.find("云岭省地图"),
              std::string::npos);
}

TEST_P(Print, PrintsTheOffprintsOfAnIssueAsIfAlone) {
    const core::Document one = document("关于甲的通知", {"甲。"});
    const core::Document two = document("关于乙的通知", {"乙。"});
    Press press(GetParam(), tests::resources());
    Job issue;
    issue.items = {{&one, {}, nullptr, {}}, {&two, {}, nullptr, {}}};
    const auto offprints = [&](const std::vector<PlacedItem>& places) {
        std::vector<Job> jobs;
        for (std::size_t i = 0; i < places.size(); ++i) {
            jobs.emplace_back().items = {issue.items[i]};
            jobs.back().citation = "第" + std::to_string(places[i].first_page) + "页";
        }
        return jobs;
    };
    const std::vector<Printed> printed = press.print_with(issue, offprints);
    ASSERT_EQ(printed.size(), 3u);
    const Printed alone = press.print(issue);
    EXPECT_EQ(printed[0].pdf, alone.pdf);
    const std::vector<Job> jobs = offprints(alone.items);
    for (std::size_t i = 0; i < jobs.size(); ++i)
        EXPECT_EQ(printed[i + 1].pdf, press.print(jobs[i]).pdf) << i;
    EXPECT_THROW(press.print_with(issue, [](const auto&) { return std::vector<Job>(1); }),
                 core::Error);
}

INSTANTIATE_TEST_SUITE_P(Profiles, Print, ::testing::Values("gongbao", "gongwen"));

TEST(PrintDoor, RefusesNothingToSetAndAnUnknownProfile) {
    Press press("gongbao", tests::resources());
    EXPECT_THROW(press.print({}), core::Error);
    EXPECT_THROW(press.print_each({{}}), core::Error);
    EXPECT_THROW(press.place({}), core::Error);
    EXPECT_THROW(press.show({}, {}), core::Error);
    EXPECT_THROW(Press("gazette", tests::resources()), core::Error);
    Resources nowhere = tests::resources();
    nowhere.fonts = "no-such-folder";
    try {
        Press("gongbao", nowhere);
        ADD_FAILURE();
    } catch (const core::Error& error) {
        EXPECT_EQ(error.kind(), core::ErrorKind::Unavailable);
    }
}

TEST(PrintDoor, NamesWhatItWasMadeBy) {
    const core::Document one = document("甲", {"乙"});
    Job job;
    job.items.push_back({&one, {}});
    job.date = {2026, 1, 1};
    const Printed printed = Press("gongbao", tests::resources()).print(job, Dump::Text);
    for (const char* part : {"Gongbao", "HarfBuzz", "PoDoFo", "profile gongbao", "fandol-fang"})
        EXPECT_NE(printed.made_by.find(part), std::string::npos) << part;
    EXPECT_TRUE(core::starts_with(printed.dump, "page 1 1\n"));
    EXPECT_EQ(printed.pages, 1);
}

}  // namespace
}  // namespace gongbao::typeset
