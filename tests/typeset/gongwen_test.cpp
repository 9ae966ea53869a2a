// SPDX-License-Identifier: Apache-2.0
// GB/T 9704-2012 measured on the layout: what the standard says in millimetres, lines and
// characters. A character's box hangs from its top; its base line is 88 hundredths of its size
// below.
#include <gtest/gtest.h>

#include <map>

#include "core/document/decide_structure.hpp"
#include "core/text/text.hpp"
#include "tests/typeset/press.hpp"

namespace gongbao::typeset {
namespace {

using core::Role;
using tests::block;
using tests::han;
using tests::line_with;
using tests::lines_of;
using tests::profile_named;

constexpr Length kTenth = mm(0.1);
constexpr Length kSanhao = pt(15.793);

// Signed by `issuers`.
void sign(core::Document& one, std::vector<std::string> issuers) {
    one.conclusions.clear();
    for (const std::string& issuer : issuers)
        one.conclusions.push_back(block(Role::Signature, issuer));
    one.meta.issuers = std::move(issuers);
    core::decide_structure(one);
    core::assign_ids(one);
}

core::Document official(std::size_t body_characters = 60) {
    core::Document one;
    one.meta.title = "云岭省人民政府关于推进工作的通知";
    one.meta.issuers = {"云岭省人民政府"};
    one.meta.written = core::Date{2026, 4, 3};
    one.preface = {block(Role::Title, one.meta.title), block(Role::Number, "云府发〔2026〕3号"),
                   block(Role::Addressees, "各市人民政府，省政府各部门：")};
    one.body = {block(Role::Paragraph, han(body_characters) + "。")};
    one.conclusions = {block(Role::Signature, "云岭省人民政府"), block(Role::Date, "2026年4月3日"),
                       block(Role::Note, "（此件公开发布）")};
    core::decide_structure(one);
    core::assign_ids(one);
    return one;
}

LaidOut set(const core::Document& document) {
    return tests::lay_out(document, profile_named("gongwen"));
}

Length top_of(const tests::SeenLine& line) {
    return line.y - line.size * 88 / 100;
}
Length bottom_of(const tests::SeenLine& line) {
    return top_of(line) + line.size;
}
const Profile& page() {
    return profile_named("gongwen");
}
Length right_edge() {
    return page().inner + page().text_width();
}

TEST(Gongwen, HasTheTypeAreaOfTheStandard) {
    EXPECT_NEAR(page().text_width(), mm(156), kTenth);
    EXPECT_NEAR(page().text_height(), mm(225), kTenth);
    EXPECT_EQ(page().top, mm(37));
    EXPECT_EQ(page().inner, mm(28));
}

TEST(Gongwen, SetsTwentyTwoLinesOfTwentyEightCharacters) {
    core::Document one = official(28 * 22 * 4);
    const LaidOut out = set(one);
    std::vector<tests::SeenLine> lines;
    for (const auto& line : lines_of(out.layout))
        if (line.page == 1 && line.tag == Tag::P) lines.push_back(line);
    ASSERT_EQ(lines.size(), 22u);
    for (const auto& line : lines) EXPECT_EQ(core::length(line.words), 28u);
    EXPECT_NEAR(top_of(lines.front()), mm(37), kTenth);
    EXPECT_NEAR(bottom_of(lines.back()), mm(37 + 225), kTenth) << "no lead below the last line";
    EXPECT_NEAR(lines.front().width, mm(156), kTenth);
}

TEST(Gongwen, CentresTheRedHead) {
    const auto head = line_with(set(official()).layout, "云岭省人民政府文件");
    EXPECT_NEAR(head.x + head.width / 2, page().inner + page().text_width() / 2, kTenth);
    EXPECT_EQ(head.tag, Tag::Artifact) << "made of metadata";
}

TEST(Gongwen, RulesTheHeadOffBelowTheNumber) {
    const LaidOut out = set(official());
    const auto number = line_with(out.layout, "云府发〔2026〕3号");
    EXPECT_NEAR(number.x + number.width / 2, page().inner + page().text_width() / 2, mm(0.6));
    const PlacedRule* red = nullptr;
    for (const PlacedRule& rule : out.layout.pages[0].rules)
        if (rule.color == Color::Red) red = &rule;
    ASSERT_NE(red, nullptr);
    EXPECT_GT(red->rect.y, bottom_of(number));
    EXPECT_NEAR(red->rect.width, mm(156), kTenth);
    EXPECT_EQ(red->rect.x, page().inner);
}

TEST(Gongwen, LeavesTwoLinesBetweenTheRuleAndTheTitle) {
    const LaidOut out = set(official());
    const auto title = line_with(out.layout, "关于推进工作的通知");
    Length rule = 0;
    for (const PlacedRule& r : out.layout.pages[0].rules)
        if (r.color == Color::Red) rule = r.rect.y + r.rect.height;
    EXPECT_NEAR(top_of(title) - rule, 2 * page().line, kTenth);
    EXPECT_EQ(title.size, pt(22)) << "二号";
}

TEST(Gongwen, IndentsTextTwoCharactersAndAddresseesNone) {
    const LaidOut out = set(official());
    EXPECT_EQ(line_with(out.layout, "各市人民政府").x, page().inner);
    EXPECT_NEAR(line_with(out.layout, han(16)).x, page().inner + 2 * kSanhao, kTenth);
}

TEST(Gongwen, SetsTheDateFourCharactersFromTheRightAndTheNameOverItsMiddle) {
    const LaidOut out = set(official());
    const auto date = line_with(out.layout, "2026年4月3日");
    EXPECT_NEAR(date.x + date.width, right_edge() - 4 * kSanhao, kTenth);
    tests::SeenLine name;
    for (const auto& line : lines_of(out.layout))
        if (line.words == "云岭省人民政府" && line.tag == Tag::P) name = line;
    EXPECT_NEAR(name.x + name.width / 2, date.x + date.width / 2, kTenth);
    EXPECT_NEAR(date.y - name.y, page().line, kTenth) << "on the next line";
}

TEST(Gongwen, IndentsTheNoteTwoCharacters) {
    EXPECT_NEAR(line_with(set(official()).layout, "此件公开发布").x, page().inner + 2 * kSanhao,
                kTenth);
}

TEST(Gongwen, EndsTheLastPageWithTheColophonsRule) {
    core::Document one = official(28 * 40);
    one.conclusions.push_back(block(Role::Imprint, "云岭省人民政府办公厅　2026年4月5日印发"));
    core::decide_structure(one);
    core::assign_ids(one);
    const LaidOut out = set(one);
    const Page& last = out.layout.pages.back();
    Length lowest = 0;
    int rules = 0;
    for (const PlacedRule& rule : last.rules) {
        lowest = std::max(lowest, rule.rect.y + rule.rect.height);
        rules += rule.rect.height == mm(0.35) ? 1 : 0;
    }
    EXPECT_NEAR(lowest, mm(37 + 225), kTenth);
    EXPECT_EQ(rules, 2);
    const auto printed = line_with(out.layout, "4月5日印发");
    EXPECT_EQ(printed.size, pt(14)) << "四号";
    EXPECT_NEAR(printed.x + printed.width, right_edge() - pt(14), mm(0.6))
        << "one character from the right";
}

TEST(Gongwen, PrintsNoColophonThatTheDocumentHasNot) {
    const LaidOut out = set(official());
    for (const auto& line : lines_of(out.layout))
        EXPECT_EQ(line.words.find("印发"), std::string::npos) << line.words;
    for (const PlacedRule& rule : out.layout.pages.back().rules) EXPECT_EQ(rule.color, Color::Red);
}

TEST(Gongwen, KeepsTheWordsOfTheColophonInTheirOrder) {
    core::Document one = official(100);
    one.conclusions.push_back(block(Role::CopyTo, "抄送：省委办公厅，" + han(60) + "。"));
    one.conclusions.push_back(block(Role::Imprint, "云岭省人民政府办公厅　2026年4月5日印发"));
    core::Document with_annex = official(100);
    core::Annex annex;
    annex.blocks = {block(Role::AnnexLabel, "附件"), block(Role::Title, "清单"),
                    block(Role::Paragraph, han(40)), block(Role::CopyTo, "抄送：省法院。"),
                    block(Role::Imprint, "2026年4月5日印发")};
    with_annex.annexes.push_back(annex);
    for (core::Document* document : {&one, &with_annex}) {
        core::decide_structure(*document);
        core::assign_ids(*document);
        for (const char* profile : {"gongwen", "gongwen-letter", "gongwen-order", "gongbao"}) {
            std::string words =
                tests::words_of(tests::lay_out(*document, profile_named(profile)).layout);
            std::string all = core::without_spaces(core::plain_text(*document));
            // The number stands in the head, before the title.
            for (std::string* text : {&words, &all})
                *text = core::replace_all(*text, "云府发〔2026〕3号", "");
            EXPECT_EQ(words, all) << profile;
        }
    }
}

TEST(Gongwen, SetsTheColophonBehindTheAnnexes) {
    core::Document one = official(100);
    one.conclusions.push_back(block(Role::CopyTo, "抄送：省军区。"));
    core::Annex annex;
    annex.blocks = {block(Role::AnnexLabel, "附件"), block(Role::Title, "清单"),
                    block(Role::Paragraph, han(40)), block(Role::CopyTo, "抄送：省法院。"),
                    block(Role::Paragraph, "抄送：省检察院。")};
    one.annexes.push_back(annex);
    core::decide_structure(one);
    core::assign_ids(one);
    const LaidOut out = set(one);
    const auto own = line_with(out.layout, "省军区");
    EXPECT_EQ(own.page + 1, out.layout.pages.size());
    EXPECT_EQ(own.size, pt(14));
    EXPECT_NEAR(line_with(out.layout, "省法院").size, kSanhao, 1) << "of the text it carries along";
    EXPECT_NEAR(line_with(out.layout, "省检察院").size, kSanhao, 1)
        << "the role decides, not the words";
}

TEST(Gongwen, LeavesTheColophonOfATextItPassesOnWithThatText) {
    for (const auto& [printer, own] :
         {std::pair("云岭省水利厅办公室", false), std::pair("云岭省人民政府办公厅", true)}) {
        core::Document one = official(100);
        core::Annex annex;
        annex.kind = core::Annex::Kind::Attached;
        annex.blocks = {block(Role::Title, "云岭省水利厅关于整治的通知"),
                        block(Role::Number, "云水发〔2026〕6号"),
                        block(Role::Paragraph, han(40)),
                        block(Role::Signature, "云岭省水利厅"),
                        block(Role::Date, "2026年3月5日"),
                        block(Role::Imprint, std::string(printer) + "　2026年4月5日印发")};
        one.annexes.push_back(annex);
        core::decide_structure(one);
        core::assign_ids(one);
        const auto line = line_with(set(one).layout, "5日印发");
        EXPECT_EQ(line.size == pt(14), own) << printer;
    }
}

TEST(Gongwen, PrintsTheHeadOfTheDocumentItself) {
    core::Document one = official();
    one.preface.insert(
        one.preface.begin(),
        {block(Role::CopyNumber, "000012"), block(Role::Secrecy, "机密★1年"),
         block(Role::Urgency, "特急"), block(Role::IssuerMark, "云 岭 省 政 府 文 件")});
    one.preface.insert(one.preface.end() - 1, block(Role::Signer, "签发人：陆怀舟"));
    std::swap(one.preface[4], one.preface[5]);
    core::decide_structure(one);
    core::assign_ids(one);
    const LaidOut out = set(one);
    EXPECT_TRUE(out.layout.findings.empty());
    const Length line = page().line;
    const auto copy = line_with(out.layout, "000012");
    EXPECT_NEAR(top_of(copy), mm(37), kTenth) << "7.2.1";
    EXPECT_EQ(copy.x, page().inner);
    EXPECT_NEAR(top_of(line_with(out.layout, "机密★1年")), mm(37) + line, kTenth) << "7.2.2";
    EXPECT_NEAR(top_of(line_with(out.layout, "特急")), mm(37) + 2 * line, kTenth) << "7.2.3";
    const auto mark = line_with(out.layout, "云岭省政府文件");
    EXPECT_EQ(mark.tag, Tag::P) << "words of the document";
    EXPECT_NEAR(mark.x + mark.width / 2, page().inner + page().text_width() / 2, kTenth);
    const auto number = line_with(out.layout, "云府发");
    const auto signer = line_with(out.layout, "陆怀舟");
    EXPECT_EQ(number.y, signer.y) << "7.2.6";
    EXPECT_NEAR(number.x, page().inner + kSanhao, kTenth);
    EXPECT_NEAR(signer.x + signer.width, right_edge() - kSanhao, kTenth);
    int marks = 0;
    for (const auto& seen : lines_of(out.layout))
        marks += seen.words.find("文件") != std::string::npos ? 1 : 0;
    EXPECT_EQ(marks, 1);
    EXPECT_EQ(tests::words_of(out.layout).substr(0, 30),
              core::without_spaces(core::plain_text(one)).substr(0, 30));
}

TEST(Gongwen, PutsTheNumberBesideTheLastOfSeveralSigners) {
    core::Document one = official();
    one.preface.insert(one.preface.end() - 1, {block(Role::Signer, "签发人：陆怀舟"),
                                               block(Role::Signer, "会签人：沈砚秋")});
    core::decide_structure(one);
    core::assign_ids(one);
    const LaidOut out = set(one);
    const auto last = line_with(out.layout, "沈砚秋");
    EXPECT_EQ(line_with(out.layout, "云府发").y, last.y);
    EXPECT_EQ(last.y - line_with(out.layout, "陆怀舟").y, page().line);
}

TEST(Gongwen, StacksTheLinesOfTheDocumentsOwnMark) {
    for (const std::vector<std::string>& lines :
         {std::vector<std::string>{"云岭省财政厅", "云岭省教育厅", "文件"},
          {"云岭省财政厅", "云岭省教育厅文件"},
          {"云岭省财政厅", "文件", "云岭省教育厅"},
          {"云岭省财政厅　文件", "云岭省教育厅"}}) {
        core::Document one = official();
        core::Block mark = block(Role::IssuerMark, lines.front());
        for (std::size_t i = 1; i < lines.size(); ++i) {
            mark.runs.push_back(core::line_break());
            mark.runs.push_back(core::text_run(lines[i]));
        }
        one.preface.insert(one.preface.begin(), mark);
        core::decide_structure(one);
        core::assign_ids(one);
        const LaidOut out = set(one);
        const auto first = line_with(out.layout, "云岭省财政厅");
        const auto last = line_with(out.layout, "云岭省教育厅");
        const auto word = line_with(out.layout, "文件");
        EXPECT_EQ(word.words, "文件");
        EXPECT_EQ(first.x, last.x);
        EXPECT_NEAR(word.y, (first.y + last.y) / 2, 2);
        EXPECT_GT(line_with(out.layout, "云府发").y, last.y + page().line) << "below the names";
    }
}

TEST(Gongwen, SaysThatItMadeTheMark) {
    const LaidOut out = set(official());
    ASSERT_EQ(out.layout.findings.size(), 1u);
    EXPECT_EQ(out.layout.findings.front().message.id, "typeset.mark_made");
    EXPECT_EQ(out.layout.findings.front().level, core::Level::Hint);
}

TEST(Gongwen, MakesNoMarkOfAnIssuerThatTheDocumentDoesNotName) {
    core::Document one = official();
    one.meta.title = "关于推进工作的通知";
    one.preface.front() = block(Role::Title, one.meta.title);
    one.conclusions.clear();
    core::decide_structure(one);
    core::assign_ids(one);
    const LaidOut out = set(one);
    EXPECT_TRUE(out.layout.findings.empty());
    for (const auto& line : lines_of(out.layout))
        EXPECT_EQ(line.words.find("文件"), std::string::npos) << line.words;
}

TEST(Gongwen, PrintsTheMarkOfMinutesAndMakesNone) {
    core::Document one = official();
    one.preface = {block(Role::Title, "专题会议纪要"), block(Role::Number, "第12期")};
    core::decide_structure(one);
    core::assign_ids(one);
    const LaidOut out = set(one);
    const auto mark = line_with(out.layout, "专题会议纪要");
    EXPECT_EQ(mark.size, page().style(StyleName::RedHead).size);
    EXPECT_NE(mark.tag, Tag::Artifact);
    for (const auto& line : lines_of(out.layout))
        EXPECT_EQ(line.words.find("文件"), std::string::npos) << line.words;
    one.preface.front() = block(Role::Title, "关于整治工作的会议纪要");
    one.meta.title = "云岭省人民政府关于整治工作的会议纪要";
    core::decide_structure(one);
    core::assign_ids(one);
    EXPECT_LT(line_with(set(one).layout, "关于整治工作的会议纪要").size,
              page().style(StyleName::RedHead).size);
}

TEST(Gongwen, StacksTheNamesOfAJointDocumentBesideOneWord) {
    core::Document one = official();
    sign(one, {"云岭省财政厅", "云岭省教育厅", "云岭省民政厅"});
    const LaidOut out = set(one);
    const auto first = line_with(out.layout, "云岭省财政厅");
    const auto last = line_with(out.layout, "云岭省民政厅");
    const auto word = line_with(out.layout, "文件");
    EXPECT_EQ(first.x, last.x);
    EXPECT_EQ(first.width, last.width);
    EXPECT_NEAR(word.y, (first.y + last.y) / 2, 2);
    EXPECT_GT(word.x, first.x + first.width);
    EXPECT_LE(word.x + word.width, right_edge());
}

TEST(Gongwen, SetsNumberAndTitleAwayFromTheGrid) {
    core::Document one = official();
    one.preface.front() = block(Role::Title, "关于做好5项工作的通知");
    core::decide_structure(one);
    core::assign_ids(one);
    const LaidOut out = set(one);
    // Three Han and two brackets, four figures, one figure, 号: 8.5 characters and a gap or two.
    EXPECT_LT(line_with(out.layout, "〔2026〕3号").width, kSanhao * 89 / 10);
    // Ten Han, a figure of half a character and a gap on either side.
    EXPECT_LE(line_with(out.layout, "5项工作").width, pt(22) * 110 / 10 + 10);
}

TEST(Gongwen, HasNoMarkWithoutAnAgency) {
    core::Document one = official();
    one.meta.issuers.clear();
    const LaidOut out = set(one);
    for (const auto& line : lines_of(out.layout))
        EXPECT_EQ(line.words.find("文件"), std::string::npos) << line.words;
    const Length number = line_with(out.layout, "云府发〔2026〕3号").y;
    EXPECT_NEAR(number, line_with(set(official()).layout, "云府发〔2026〕3号").y, mm(3));
}

TEST(Gongwen, SpreadsTheNamesOfAJointDocumentToTheSameWidth) {
    core::Document one = official();
    sign(one, {"云岭省人民政府", "云岭军区"});
    const LaidOut out = set(one);
    const auto name = line_with(out.layout, "云岭军区");
    EXPECT_EQ(name.width, line_with(out.layout, "云岭省人民政府").width);
    EXPECT_EQ(name.words, "云岭军区") << "no character is added";
}

TEST(Gongwen, FitsALongNameIntoTheWidth) {
    core::Document one = official();
    sign(one, {"云岭省人民政府国有资产监督管理委员会办公室综合协调处"});
    const auto head = line_with(set(one).layout, "国有资产");
    EXPECT_GE(head.x, page().inner - 1);
    EXPECT_LE(head.x + head.width, right_edge() + 1);
}

TEST(Gongwen, NumbersPagesBetweenDashesOneCharacterIn) {
    const LaidOut out = set(official(28 * 40));
    const auto odd = line_with(out.layout, "— 1 —");
    const auto even = line_with(out.layout, "— 2 —");
    EXPECT_NEAR(odd.x + odd.width, right_edge() - kSanhao, kTenth);
    EXPECT_NEAR(even.x, page().outer + kSanhao, kTenth);
    EXPECT_EQ(odd.size, pt(14));
}

TEST(Gongwen, AlignsTheNamesOfSeveralAnnexes) {
    core::Document one = official(20);
    one.body.push_back(block(Role::AnnexNote, "1.重点任务清单", "附件："));
    one.body.push_back(block(Role::AnnexNote, "2.责任分工表"));
    core::decide_structure(one);
    core::assign_ids(one);
    const LaidOut out = set(one);
    const auto first = line_with(out.layout, "重点任务清单");
    const auto second = line_with(out.layout, "责任分工表");
    EXPECT_NEAR(first.x, page().inner + 2 * kSanhao, kTenth);
    EXPECT_NEAR(second.x, first.x + 3 * kSanhao, kTenth);
    EXPECT_EQ(second.y, first.y + page().line) << "no white between the names";
}

TEST(Gongwen, LeavesOneLineBetweenAPartAndItsChapter) {
    core::Document one = official(20);
    one.body = {block(Role::Part, "总编", "第一编"), block(Role::Chapter, "总则", "第一章"),
                block(Role::Article, "为了。", "第一条")};
    core::decide_structure(one);
    core::assign_ids(one);
    const LaidOut out = set(one);
    const Length chapter = line_with(out.layout, "总则").y;
    EXPECT_EQ(chapter, line_with(out.layout, "总编").y + 2 * page().line);
    EXPECT_EQ(line_with(out.layout, "为了。").y, chapter + 2 * page().line);
}

TEST(Gongwen, SaysWhenTheFirstPageShowsNoText) {
    core::Document one = official();
    one.preface.insert(one.preface.begin(), block(Role::IssuerMark, "云岭省人民政府文件"));
    core::decide_structure(one);
    core::assign_ids(one);
    EXPECT_TRUE(set(one).layout.findings.empty());
    one.preface.insert(one.preface.begin() + 1, block(Role::TitleNote, han(300)));
    core::decide_structure(one);
    core::assign_ids(one);
    const LaidOut out = set(one);
    ASSERT_EQ(out.layout.findings.size(), 1u);
    EXPECT_EQ(out.layout.findings.front().message.id, "typeset.first_page_without_text");
}

TEST(Gongwen, LeavesItsNoteNotAloneOnAPage) {
    for (std::size_t lines = 10; lines < 34; ++lines) {
        const LaidOut out = set(official(28 * lines));
        EXPECT_EQ(line_with(out.layout, "此件公开发布").page,
                  line_with(out.layout, "2026年4月3日").page)
            << lines;
    }
}

TEST(Gongwen, StartsAnAnnexOnANewPageWithItsLabelAtTheTopLeft) {
    core::Document one = official();
    core::Annex annex;
    annex.blocks = {block(Role::AnnexLabel, "附件1"), block(Role::Title, "重点任务清单"),
                    block(Role::Paragraph, han(40) + "。")};
    one.annexes.push_back(annex);
    core::decide_structure(one);
    core::assign_ids(one);
    const LaidOut out = set(one);
    const auto label = line_with(out.layout, "附件1");
    EXPECT_EQ(label.page, 1u);
    EXPECT_EQ(label.x, page().outer);
    EXPECT_NEAR(top_of(label), mm(37), kTenth);
    EXPECT_NEAR(top_of(line_with(out.layout, "重点任务清单")), mm(37) + 2 * page().line, mm(0.5))
        << "line 3";
}

}  // namespace
}  // namespace gongbao::typeset
