// SPDX-License-Identifier: Apache-2.0
// 版头, close and 版记 of whole manuscripts: as lines, in layout tables, and what only looks like
// them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/editor/intake/taking_in.hpp"

namespace gongbao::editor {
namespace {

using core::Date;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

const std::string kTitle = "云岭省水利厅关于加强河道管理的通知";
const std::string kOpening = kTitle + "\n云水发〔2026〕6号\n各市水利局：\n现将有关事项通知如下。\n";

std::string cell(const std::string& words) {
    return "<td><p>" + words + "</p></td>";
}
std::string row(const std::string& cells) {
    return "<tr>" + cells + "</tr>";
}
std::string table(const std::string& rows) {
    return "<table>" + rows + "</table>";
}
const std::string kPageOpening =
    "<p>" + kTitle + "</p><p>云水发〔2026〕6号</p><p>各市水利局：</p><p>现将有关事项通知如下。</p>";
const std::string kPageClosing = "<p>云岭省水利厅</p><p>2026年3月5日</p>";

TEST(OfficialForm, ReadsAWholeHead) {
    const TakenIn taken = take_text(
        "000012\n机密★1年　特急\n云岭省水利厅文件\n云水发〔2026〕6号　　签发人：沈砚秋\n云岭省水利"
        "厅\n"
        "关于加强河道管理的通知\n各市水利局：\n请遵照执行。\n云岭省水利厅\n2026年3月5日\n");
    EXPECT_THAT(outline_of(taken.document),
                ElementsAre("copy-number 000012", "secrecy 机密★1年", "urgency 特急",
                            "issuer-mark 云岭省水利厅文件", "number 云水发〔2026〕6号",
                            "signer 签发人：沈砚秋", "title 云岭省水利厅/关于加强河道管理的通知",
                            "addressees 各市水利局：", "paragraph 请遵照执行。",
                            "signature 云岭省水利厅", "date 2026年3月5日"));
    EXPECT_EQ(taken.document.meta.number, "云水发〔2026〕6号");
    EXPECT_EQ(taken.document.meta.title, kTitle);
}

TEST(OfficialForm, ReadsTheMarkOfALetterAndOfSeveralAgencies) {
    const std::string rest = kTitle + "\n各市水利局：\n请遵照执行。\n云岭省水利厅\n2026年3月5日\n";
    const std::pair<const char*, const char*> kMarks[] = {
        {"云岭省水利厅\n云水函〔2026〕6号\n", "issuer-mark 云岭省水利厅"},
        {"云 岭 省 水 利 厅 文 件\n云水发〔2026〕6号\n", "issuer-mark 云 岭 省 水 利 厅 文 件"},
        {"云岭省水利厅\n云岭省财政厅\n文件\n云水发〔2026〕6号\n",
         "issuer-mark 云岭省水利厅/云岭省财政厅/文件"},
        {"云岭省水利厅\n云岭省财政厅文件\n云水发〔2026〕6号\n",
         "issuer-mark 云岭省水利厅/云岭省财政厅文件"},
    };
    for (const auto& [head, mark] : kMarks) {
        const TakenIn taken = take_text(head + rest);
        EXPECT_EQ(outline_of(taken.document).front(), mark);
        EXPECT_EQ(taken.document.meta.title, kTitle) << head;
        EXPECT_EQ(outline_of(taken.document)[2], "title " + kTitle) << head;
    }
}

TEST(OfficialForm, ReadsSeveralSigners) {
    const std::string mark = "云岭省水利厅文件\n";
    const std::string rest =
        "云岭省水利厅关于河道资金的请示\n省人民政府：\n请批示。\n云岭省水利厅\n2026年3月5日\n";
    const std::pair<const char*, std::vector<std::string>> kHeads[] = {
        {"云水发〔2026〕6号　签发人：沈砚秋　顾鸣谦\n　　　　　　陆怀舟\n",
         {"number 云水发〔2026〕6号", "signer 签发人：沈砚秋　顾鸣谦/陆怀舟"}},
        {"　　　　　　签发人：沈砚秋　顾鸣谦\n云水发〔2026〕6号　　　　陆 怀 舟\n",
         {"signer 签发人：沈砚秋　顾鸣谦", "number 云水发〔2026〕6号", "signer 陆 怀 舟"}},
        {"云水发〔2026〕6号　签发人：\n沈砚秋\n",
         {"number 云水发〔2026〕6号", "signer 签发人：/沈砚秋"}},
    };
    for (const auto& [head, elements] : kHeads) {
        const TakenIn taken = take_text(mark + head + rest);
        const auto lines = outline_of(taken.document);
        const auto end = lines.begin() + 1 + static_cast<std::ptrdiff_t>(elements.size());
        EXPECT_EQ(std::vector<std::string>(lines.begin() + 1, end), elements);
        EXPECT_EQ(taken.document.meta.title, "云岭省水利厅关于河道资金的请示") << head;
        EXPECT_EQ(taken.document.meta.number, "云水发〔2026〕6号") << head;
    }
}

TEST(OfficialForm, OpensATableWithSeveralSigners) {
    const std::string rest =
        "<p>云岭省水利厅关于河道资金的请示</p><p>省人民政府：</p><p>请批示。</p>" + kPageClosing;
    for (const std::string& head :
         {row(cell("云水发〔2026〕6号") + "<td><p>签发人：沈砚秋</p><p>顾鸣谦</p></td>"),
          row(cell("") + cell("签发人：沈砚秋")) +
              row(cell("云水发〔2026〕6号") + cell("顾鸣谦"))}) {
        const TakenIn taken = take_body("<p>云岭省水利厅文件</p>" + table(head) + rest);
        EXPECT_EQ(taken.document.meta.title, "云岭省水利厅关于河道资金的请示") << head;
        EXPECT_EQ(taken.document.meta.number, "云水发〔2026〕6号") << head;
        const auto lines = outline_of(taken.document);
        EXPECT_THAT(lines, Contains(testing::AllOf(testing::StartsWith("signer"),
                                                   testing::EndsWith("顾鸣谦"))))
            << head;
    }
}

TEST(OfficialForm, TakesNoNumberIntoTheTitle) {
    const std::tuple<const char*, const char*, const char*> kTexts[] = {
        {kTitle.c_str(), "（云水发〔2026〕6号）", "云水发〔2026〕6号"},
        {"云岭省人民代表大会常务委员会公告", "〔十四届〕第12号",
         "云岭省人民代表大会常务委员会公告〔十四届〕第12号"},
        {"云岭省水利厅公告", "（2026年第3号）", "云岭省水利厅公告2026年第3号"},
        {"通　　告", "〔2026〕第3号", "通告〔2026〕第3号"},
        {"云岭省水利厅办公会议纪要", "第12期", "云岭省水利厅办公会议纪要第12期"},
        {"云岭省水利厅办公会议纪要", "〔2026〕12号", "云岭省水利厅办公会议纪要〔2026〕12号"},
        {"云岭省河道管理办法", "（云岭省人民政府令第12号）", "云岭省人民政府令第12号"},
    };
    for (const auto& [title, number, read] : kTexts)
        for (const char* align : {"", " align=\"center\""}) {
            const std::string p = std::string("<p") + align + ">";
            const TakenIn taken = take_body(p + title + "</p>" + p + number +
                                            "</p><p>请遵照执行，抓好落实。</p>" + kPageClosing);
            EXPECT_EQ(taken.document.meta.title, core::without_spaces(title)) << number;
            EXPECT_EQ(taken.document.meta.number, read) << title;
        }
    EXPECT_THAT(
        take_body(
            "<p>云岭省河道管理办法</p><p>（云岭省人民政府令第12号）</p><p>第一条 管理河道。</p>")
            .document.meta.issuers,
        IsEmpty());
}

TEST(OfficialForm, ReadsNumberAndDateOnOneLineBelowTheTitle) {
    const std::string title = "<p align=center>" + kTitle + "</p><p align=center>";
    const TakenIn taken = take_body(
        title + "云水发〔2026〕6号　　2026年3月5日</p><p>各市水利局：</p><p>请执行。</p>");
    EXPECT_EQ(taken.document.meta.title, kTitle);
    EXPECT_EQ(taken.document.meta.number, "云水发〔2026〕6号");
    EXPECT_EQ(taken.document.meta.written, (Date{2026, 3, 5}));
    const std::string rows =
        "<p>云水发〔2020〕6号　2020年3月5日</p><p>云水发〔2020〕7号　2020年3月6日</p>";
    EXPECT_THAT(outline_of(take_body(kPageOpening + rows + kPageClosing).document),
                Contains("paragraph 云水发〔2020〕6号　2020年3月5日"));
    const TakenIn other =
        take_body(title + "（2026年3月5日　云水发〔2026〕6号）</p><p>请执行。</p>");
    EXPECT_EQ(other.document.meta.title, kTitle);
}

TEST(OfficialForm, ReadsTwoNumbersOfAJointDocument) {
    const TakenIn taken =
        take_text("云岭省水利厅文件\n云水发〔2026〕6号　云财发〔2026〕3号\n" + kTitle +
                  "\n各市水利局：\n请执行。\n云岭省水利厅\n2026年3月5日\n");
    EXPECT_EQ(taken.document.meta.title, kTitle);
    EXPECT_EQ(taken.document.meta.number, "云水发〔2026〕6号");
    EXPECT_THAT(outline_of(taken.document), Contains("number 云财发〔2026〕3号"));
}

TEST(OfficialForm, ReadsCopiesThatAreListed) {
    const TakenIn taken = take_text(kOpening +
                                    "云岭省水利厅\n2026年3月5日\n抄送：\n1.省财政厅\n2."
                                    "省审计厅\n云岭省水利厅办公室　2026年3月6日印发\n");
    EXPECT_EQ(taken.document.meta.written, (Date{2026, 3, 5}));
    EXPECT_THAT(outline_of(taken.document), Contains(testing::StartsWith("copy-to 抄送：")));
    EXPECT_EQ(outline_of(taken.document).back(), "imprint 云岭省水利厅办公室　2026年3月6日印发");
}

TEST(OfficialForm, ReadsTheHeadOfMinutes) {
    const TakenIn taken = take_text(
        "专 题 会 议 纪 要\n第12期\n云岭省水利厅办公室　　　2026年3月6日\n研究河道整治的会议纪要\n"
        "3月5日，沈砚秋主持召开会议，纪要如下。\n一、同意整治。\n出席：沈砚秋　顾鸣谦\n分送：厅领导"
        "。\n");
    EXPECT_THAT(outline_of(taken.document),
                ElementsAre("issuer-mark 专 题 会 议 纪 要", "number 第12期",
                            "signature 云岭省水利厅办公室", "date 2026年3月6日",
                            "title 研究河道整治的会议纪要",
                            "paragraph 3月5日，沈砚秋主持召开会议，纪要如下。", testing::_,
                            "paragraph 出席：沈砚秋　顾鸣谦", "copy-to 分送：厅领导。"));
    EXPECT_THAT(taken.document.meta.issuers, ElementsAre("云岭省水利厅办公室"));
    EXPECT_EQ(taken.document.meta.written, (Date{2026, 3, 6}));
    EXPECT_EQ(taken.document.meta.number, "专题会议纪要第12期");
}

TEST(OfficialForm, TakesNoSerialOfABulletinForItsTitle) {
    const TakenIn taken = take_body(
        "<p align=center>河道工作简报</p><p align=center>（第十二期）</p><p "
        "align=center>总第345期</p>"
        "<p>云岭省水利厅办公室　　2026年3月6日</p><p "
        "align=center>平江河道整治见成效</p><p>平江河道整治取得成效。</p><p>报：厅领导。</p>");
    EXPECT_EQ(taken.document.meta.title, "平江河道整治见成效");
    EXPECT_EQ(taken.document.meta.number, "河道工作简报第十二期");
    EXPECT_EQ(taken.document.meta.written, (Date{2026, 3, 6}));
}

TEST(OfficialForm, EndsATitleWithItsState) {
    for (const char* state : {"（试行）", "（征求意见稿）", "（2026年修订）"})
        EXPECT_EQ(take_text(std::string("云岭省河道管理办法\n") + state +
                            "\n第一条　管理河道。\n第二条　自公布之日起施行。\n")
                      .document.meta.title,
                  std::string("云岭省河道管理办法") + state);
    EXPECT_EQ(
        take_text("云岭省河道管理办法\n（省水利厅）\n第一条　管理河道。\n").document.meta.title,
        "云岭省河道管理办法");
}

TEST(OfficialForm, TakesNoPrinterForASecondSignature) {
    const TakenIn taken = take_text(
        kOpening +
        "云岭省水利厅\n2026年3月5日\n抄送：省财政厅，\n省审计厅。\n云岭省水利厅　　2026年3月6日\n");
    EXPECT_THAT(taken.document.meta.issuers, ElementsAre("云岭省水利厅"));
    EXPECT_EQ(outline_of(taken.document).back(), "imprint 云岭省水利厅　　2026年3月6日");
    EXPECT_EQ(taken.document.meta.written, (Date{2026, 3, 5}));
}

TEST(OfficialForm, TakesNoLabelledLineBehindTheDateForATextItCarries) {
    const TakenIn taken = take_text(
        kOpening +
        "云岭省水利厅\n2026年3月5日\n公开方式：主动公开\n经办处室：河道处\n抄送：省财政厅。\n"
        "云岭省水利厅办公室　2026年3月6日印发\n打字：沈砚秋　校对：顾鸣谦\n");
    EXPECT_THAT(taken.document.annexes, IsEmpty());
    EXPECT_THAT(outline_of(taken.document), Contains("note 公开方式：主动公开"));
    EXPECT_EQ(count_of(taken.findings, "intake.line_behind_date"), 1u) << "经办处室";
    EXPECT_EQ(outline_of(taken.document).back(), "imprint 打字：沈砚秋　校对：顾鸣谦");
}

TEST(OfficialForm, ReadsATelegram) {
    const TakenIn taken = take_text(
        "云岭省水利厅发电\n发电单位：云岭省水利厅　签批盖章：沈砚秋\n等级：特急·明电　云水发电〔202"
        "6〕2号\n" +
        kTitle + "\n各市水利局：\n请执行。\n云岭省水利厅\n2026年3月5日\n");
    EXPECT_EQ(outline_of(taken.document).front(), "issuer-mark 云岭省水利厅发电");
    EXPECT_EQ(taken.document.meta.title, kTitle);
    EXPECT_EQ(taken.document.meta.number, "云水发电〔2026〕2号");
}

TEST(OfficialForm, LeavesOutRulesDrawnWithCharacters) {
    const std::string rule(30, '-');
    const TakenIn taken = take_text(
        "云岭省水利厅文件\n云水发〔2026〕6号\n━━━━━━━━━━\n" + kTitle +
        "\n各市水利局：\n请执行。\n云岭省水利厅\n2026年3月5日\n──────────\n抄送：省财政厅。\n" +
        rule + "\n云岭省水利厅办公室　2026年3月6日印发\n" + rule + "\n");
    EXPECT_EQ(taken.document.meta.title, kTitle);
    EXPECT_THAT(taken.document.annexes, IsEmpty());
    EXPECT_EQ(count_of(taken.findings, "intake.rule_left_out"), 4u);
    EXPECT_EQ(outline_of(taken.document).back(), "imprint 云岭省水利厅办公室　2026年3月6日印发");
    for (const char* kept : {"——————", "____________", "---", "名称：----------"}) {
        const TakenIn other = take_text(kOpening + kept + "\n请执行。\n");
        EXPECT_EQ(count_of(other.findings, "intake.rule_left_out"), 0u) << kept;
    }
}

TEST(OfficialForm, TakesNoMenuOfASiteForTheTitle) {
    for (const std::string& menu :
         {std::string("<p>首页 | 政务公开 | 互动交流</p><p>当前位置：首页 &gt; 文件</p>"),
          std::string("<p>• 机构职能</p><p>• 人事任免</p>"),
          table(row(cell("首页") + cell("政务公开")))}) {
        const TakenIn taken = take_body(menu + kPageOpening + kPageClosing +
                                        "<p align=center>版权所有：云岭省水利厅</p>");
        EXPECT_EQ(taken.document.meta.title, kTitle) << menu;
        EXPECT_EQ(taken.document.meta.number, "云水发〔2026〕6号") << menu;
        EXPECT_THAT(taken.document.meta.issuers, ElementsAre("云岭省水利厅")) << menu;
        EXPECT_THAT(taken.document.annexes, IsEmpty()) << menu;
        EXPECT_EQ(count_of(taken.findings, "intake.line_above_title"), 2u) << menu;
        EXPECT_EQ(count_of(taken.findings, "intake.line_behind_date"), 1u) << menu;
    }
    for (const char* first : {"沿江渡口整治领导小组", "云岭省财政厅", "政务公开工作领导小组关于"}) {
        const TakenIn taken = take_text(std::string(first) + "\n" + kOpening);
        EXPECT_EQ(count_of(taken.findings, "intake.line_above_title"), 0u) << first;
    }
}

TEST(OfficialForm, NamesEachOfSeveralIssuersOfAnOrder) {
    const TakenIn taken = take_body(
        "<p align=center>云岭省水利厅</p><p align=center>云岭省财政厅</p><p align=center>令</p><p "
        "align=center>2026年第12号</p>"
        "<p>《云岭省河道管理办法》已经通过，现予公布。</p><p>厅长　沈砚秋</p><p>厅长　顾鸣谦</"
        "p><p>2026年3月5日</p>");
    EXPECT_THAT(taken.document.meta.issuers, ElementsAre("云岭省水利厅", "云岭省财政厅"));
}

TEST(OfficialForm, TakesNoTitleForAMark) {
    for (const char* text :
         {"云岭省水利厅\n关于加强河道管理的通知\n云水发〔2026〕6号\n各市水利局：\n请遵照执行。\n",
          "平江水库除险加固工程招标文件\n第一章 总则\n第一条 为了规范招标，制定本文件。\n",
          "云岭省人民政府令\n第350号\n现予公布。\n省长　陆怀舟\n2026年3月5日\n"}) {
        const auto lines = outline_of(take_text(text).document);
        EXPECT_EQ(lines.front().substr(0, 6), "title ") << lines.front();
        EXPECT_THAT(lines, Not(Contains(testing::StartsWith("issuer-mark"))));
    }
}

TEST(OfficialForm, ReadsTheImprintWhereverItStands) {
    const std::string imprint =
        "抄送：省委办公厅，省人大常委会办公厅，\n省政协办公厅，省军区。\n云岭省水利厅办公室　2026年"
        "3月6日印发\n";
    const std::string close = "云岭省水利厅\n2026年3月5日\n（此件公开发布）\n";
    for (const std::string& text :
         {kOpening + close + imprint, kOpening + close + imprint + "附件\n清单\n一、甲。\n",
          kOpening + close + "附件\n清单\n一、甲。\n" + imprint, kOpening + imprint}) {
        const TakenIn taken = take_text(text);
        const auto lines = outline_of(taken.document);
        EXPECT_THAT(lines, Contains(testing::StartsWith("copy-to 抄送："))) << text;
        EXPECT_THAT(lines, Contains("imprint 云岭省水利厅办公室　2026年3月6日印发")) << text;
        EXPECT_EQ(std::count_if(lines.begin(), lines.end(),
                                [](auto& l) { return l.starts_with("copy-to"); }),
                  1)
            << text;
        EXPECT_THAT(lines, Not(Contains("paragraph 省政协办公厅，省军区。")));
    }
}

TEST(OfficialForm, JoinsNoPrintingLineToALongListOfCopies) {
    std::string copies = "抄送：省委办公厅";
    for (int i = 0; i < 12; ++i) copies += "，省人大常委会办公厅";
    const TakenIn taken = take_text(kOpening + "云岭省水利厅\n2026年3月5日\n" + copies +
                                    "\n云岭省水利厅办公室　　　　2026年3月6日印发\n");
    EXPECT_EQ(outline_of(taken.document).back(),
              "imprint 云岭省水利厅办公室　　　　2026年3月6日印发");
    EXPECT_THAT(outline_of(taken.document), Contains("copy-to " + copies));
}

TEST(OfficialForm, JoinsTheAgencyAndTheDateItPrintedOn) {
    const TakenIn taken = take_text(kOpening +
                                    "云岭省水利厅\n2026年3月5日\n抄送：省法院。\n云岭省水利厅办公室"
                                    "\n2026年3月6日印发\n共印50份\n");
    EXPECT_THAT(outline_of(taken.document),
                Contains("imprint 云岭省水利厅办公室/2026年3月6日印发"));
    EXPECT_EQ(outline_of(taken.document).back(), "imprint 共印50份");
    EXPECT_EQ(taken.document.meta.written, (Date{2026, 3, 5}));
}

TEST(OfficialForm, OpensTablesThatOnlyLayOut) {
    const std::string whole =
        table(row(cell(kTitle)) + row(cell("云水发〔2026〕6号")) +
              row(cell("各市水利局：") + cell("")) + row(cell("现将有关事项通知如下。")) +
              row(cell("云岭省水利厅")) + row(cell("2026年3月5日")));
    const std::string head = table(row(cell("云岭省水利厅文件") + cell("")) +
                                   row(cell("云水发〔2026〕6号") + cell("签发人：沈砚秋"))) +
                             "<p>" + kTitle +
                             "</p><p>各市水利局：</p><p>现将有关事项通知如下。</p>" + kPageClosing;
    const std::string signed_in =
        kPageOpening + table(row(cell("云岭省水利厅") + cell("云岭省财政厅")) +
                             row(cell("") + cell("2026年3月5日")));
    const std::string apart =
        kPageOpening +
        table(row(cell("云岭省水利厅<br>2026年3月5日") + cell("云岭省财政厅<br>2026年3月5日")));
    for (const std::string& page : {whole, head, signed_in, apart}) {
        const TakenIn taken = take_body(page);
        EXPECT_EQ(taken.document.meta.title, kTitle) << page;
        EXPECT_EQ(taken.document.meta.number, "云水发〔2026〕6号") << page;
        EXPECT_EQ(taken.document.meta.written, (Date{2026, 3, 5})) << page;
        EXPECT_EQ(count_of(taken.findings, "intake.layout_table"), 1u) << page;
        for (const std::string& line : outline_of(taken.document))
            EXPECT_FALSE(line.starts_with("table")) << page;
    }
    EXPECT_THAT(take_body(signed_in).document.meta.issuers,
                ElementsAre("云岭省水利厅", "云岭省财政厅"));
}

TEST(OfficialForm, OpensAMarkBesideItsWord) {
    const TakenIn taken =
        take_body(table(row(cell("云岭省水利厅<br>云岭省财政厅") + cell("文件"))) +
                  table(row(cell("云水发〔2026〕6号") + cell("签发人：") + cell("沈砚秋"))) +
                  "<p>" + kTitle + "</p><p>各市水利局：</p><p>请遵照执行。</p>" + kPageClosing);
    EXPECT_THAT(outline_of(taken.document), Contains("issuer-mark 云岭省水利厅/云岭省财政厅/文件"));
    EXPECT_THAT(outline_of(taken.document), Contains("signer 签发人：沈砚秋"));
    EXPECT_EQ(taken.document.meta.number, "云水发〔2026〕6号");
}

TEST(OfficialForm, OpensNamesInARowWithARowOfDatesBelow) {
    const std::string names = row(cell("云岭省水利厅") + cell("云岭省财政厅"));
    const TakenIn taken =
        take_body(kPageOpening + table(names + row(cell("2026年3月5日") + cell("2026年3月5日"))));
    EXPECT_THAT(taken.document.meta.issuers, ElementsAre("云岭省水利厅", "云岭省财政厅"));
    EXPECT_EQ(taken.document.meta.written, (Date{2026, 3, 5}));
    for (const std::string& rows : {names + row(cell("2026年3月5日") + cell("2026年3月6日")),
                                    row(cell("云岭省水利厅") + cell("2026年3月5日")) +
                                        row(cell("云岭省财政厅") + cell("2026年3月5日"))})
        EXPECT_EQ(count_of(take_body(kPageOpening + table(rows)).findings, "intake.layout_table"),
                  0u)
            << rows;
}

TEST(OfficialForm, OpensTheImprintInATable) {
    const std::string kTables[] = {
        table(row(cell("抄送：省法院，省军区。")) +
              row(cell("云岭省水利厅办公室　2026年3月6日印发"))),
        table(row(cell("抄送：") + cell("省法院，省军区。")) +
              row(cell("云岭省水利厅办公室") + cell("2026年3月6日印发"))),
    };
    for (const std::string& imprint : kTables) {
        const TakenIn taken =
            take_body(kPageOpening + kPageClosing + "<p>（此件公开发布）</p>" + imprint);
        EXPECT_THAT(outline_of(taken.document), Contains("copy-to 抄送：省法院，省军区。"));
        EXPECT_EQ(outline_of(taken.document).back(),
                  "imprint 云岭省水利厅办公室　2026年3月6日印发");
        EXPECT_EQ(taken.document.meta.written, (Date{2026, 3, 5}));
    }
}

TEST(OfficialForm, LeavesATableOfData) {
    const std::string kTables[] = {
        table(row(cell("单位") + cell("期限")) + row(cell("云岭省水利厅") + cell("2026年3月5日"))),
        table(row(cell("云岭省水利厅") + cell("2026年3月5日")) +
              row(cell("云岭省财政厅") + cell("2026年3月9日"))),
        table(row(cell("文号") + cell("云水发〔2025〕1号")) +
              row(cell("印发日期") + cell("2026年3月5日印发"))),
    };
    for (const std::string& data : kTables) {
        const TakenIn taken = take_body(kPageOpening + data + "<p>请做好准备。</p>" + kPageClosing);
        EXPECT_EQ(count_of(taken.findings, "intake.layout_table"), 0u) << data;
        EXPECT_EQ(taken.document.meta.written, (Date{2026, 3, 5}));
        EXPECT_THAT(outline_of(taken.document), Contains(testing::StartsWith("table"))) << data;
    }
    const TakenIn annex = take_body(kPageOpening + kPageClosing + "<p>附件</p><p>验收安排</p>" +
                                    table(row(cell("云岭省水利厅") + cell("2026年4月5日"))));
    EXPECT_EQ(count_of(annex.findings, "intake.layout_table"), 0u);
    const TakenIn mixed = take_body(
        kPageOpening + kPageClosing +
        table(row(cell("抄送：省法院。") + cell("备注")) + row(cell("共3页") + cell("甲"))));
    EXPECT_EQ(count_of(mixed.findings, "intake.elements_in_table"), 1u);
}

TEST(OfficialForm, ReportsSignaturesWithADateEachInATable) {
    const std::string dated = table(row(cell("云岭省水利厅") + cell("云岭省财政厅")) +
                                    row(cell("2026年3月5日") + cell("2026年3月9日")));
    EXPECT_EQ(count_of(take_body(kPageOpening + dated).findings, "intake.signature_in_table"), 1u);
    EXPECT_EQ(
        count_of(take_body(kPageOpening + dated + "<p>请做好准备。</p>" + kPageClosing).findings,
                 "intake.signature_in_table"),
        0u);
}

TEST(OfficialForm, ReadsSignatureAndDateInTheirForms) {
    struct Case {
        const char* close;
        std::vector<std::string> issuers;
        std::vector<std::string> lines;
    };
    const Case kCases[] = {
        {"云岭省水利厅　　2026年3月5日\n",
         {"云岭省水利厅"},
         {"signature 云岭省水利厅", "date 2026年3月5日"}},
        {"云岭省水利厅\n云岭省财政厅\n2026年3月5日\n",
         {"云岭省水利厅", "云岭省财政厅"},
         {"signature 云岭省水利厅", "signature 云岭省财政厅", "date 2026年3月5日"}},
        {"云岭省水利厅、云岭省财政厅\n2026年3月5日\n", {"云岭省水利厅", "云岭省财政厅"}, {}},
        {"云岭省水利厅　云岭省企业联合会/云岭省企业家协会\n2026年3月5日\n",
         {"云岭省水利厅", "云岭省企业联合会/云岭省企业家协会"},
         {}},
        {"联系方式：\n000-12345678    000-12345679\n云岭省水利厅\n2026年3月5日\n",
         {"云岭省水利厅"},
         {"signature 云岭省水利厅"}},
        {"联系人：温如玉\n邮箱：a@b.example\n云岭省水利厅\n2026年3月5日\n",
         {"云岭省水利厅"},
         {"signature 云岭省水利厅"}},
        {"云岭省水利厅\n2026-03-05\n",
         {"云岭省水利厅"},
         {"signature 云岭省水利厅", "date 2026-03-05"}},
        {"云岭省水利厅\n2026.3.5\n", {"云岭省水利厅"}, {"signature 云岭省水利厅", "date 2026.3.5"}},
        {"云岭省水利厅（盖章）\n2026年3月5日\n",
         {"云岭省水利厅"},
         {"signature 云岭省水利厅（盖章）"}},
        {"2026年3月5日\n云岭省水利厅\n",
         {"云岭省水利厅"},
         {"date 2026年3月5日", "signature 云岭省水利厅"}},
        {"云岭省水利厅\n2026年3月5日\n注：本通知所称河道不含湖泊。\n",
         {"云岭省水利厅"},
         {"note 注：本通知所称河道不含湖泊。"}},
        {"云岭省水利厅\n2026年3月5日\n联系人：温如玉　电话：63001234\n",
         {"云岭省水利厅"},
         {"note 联系人：温如玉　电话：63001234"}},
    };
    for (const Case& one : kCases) {
        const TakenIn taken = take_text(kOpening + one.close);
        EXPECT_EQ(taken.document.meta.issuers, one.issuers) << one.close;
        EXPECT_EQ(taken.document.meta.written, (Date{2026, 3, 5})) << one.close;
        EXPECT_THAT(taken.document.annexes, IsEmpty()) << one.close;
        for (const std::string& line : one.lines)
            EXPECT_THAT(outline_of(taken.document), Contains(line)) << one.close;
    }
}

TEST(OfficialForm, KeepsANameOfUnknownFormApart) {
    const TakenIn taken = take_text(kOpening + "云岭日报\n云岭省水利厅\n2026年3月5日\n");
    EXPECT_THAT(outline_of(taken.document), Contains("signature 云岭日报"));
    EXPECT_EQ(count_of(taken.findings, "intake.signature_by_position"), 1u);
    EXPECT_THAT(taken.document.meta.issuers, ElementsAre("云岭省水利厅"));
}

TEST(OfficialForm, ReportsASignatureThatTheTitleDoesNotName) {
    EXPECT_EQ(count_of(take_text(kOpening + "澜城市水利局\n2026年3月5日\n").findings,
                       "intake.signed_by_others"),
              1u);
    for (const char* name : {"云岭省水利厅", "云岭省水利厅办公室", "省水利厅"})
        EXPECT_EQ(count_of(take_text(kOpening + name + "\n2026年3月5日\n").findings,
                           "intake.signed_by_others"),
                  0u);
}

TEST(OfficialForm, TellsAnAnnexBehindTheDateFromALateNote) {
    const std::string close = "云岭省水利厅\n2026年3月5日\n";
    const TakenIn annexed = take_text(kOpening + "附件：申报条件\n" + close +
                                      "附件一：申报条件\n申报单位应当依法登记。\n");
    ASSERT_EQ(annexed.document.annexes.size(), 1u);
    EXPECT_EQ(annexed.document.meta.written, (Date{2026, 3, 5}));
    const TakenIn noted = take_text(kOpening + close + "附件：1.申报条件\n2.申报流程\n");
    EXPECT_TRUE(noted.document.annexes.empty());
    EXPECT_EQ(noted.document.conclusions.back().role, core::Role::AnnexNote);
}

TEST(OfficialForm, ReportsADateWithoutItsDay) {
    for (const char* date : {"2026年3月　　日", "2026年　月　日", "二〇二六年三月　日"}) {
        const TakenIn taken = take_text(kOpening + "云岭省水利厅\n" + date + "\n");
        EXPECT_THAT(taken.document.meta.issuers, ElementsAre("云岭省水利厅")) << date;
        EXPECT_EQ(taken.document.meta.written, std::nullopt) << date;
        EXPECT_EQ(count_of(taken.findings, "intake.date_without_day"), 1u) << date;
        EXPECT_EQ(taken.document.conclusions.back().role, core::Role::Date) << date;
    }
}

TEST(OfficialForm, FindsTheSignatureAboveADayThatIsNone) {
    const TakenIn taken = take_text(kOpening + "云岭省水利厅\n2026年2月30日\n");
    EXPECT_EQ(outline_of(taken.document).back(), "date 2026年2月30日");
    EXPECT_EQ(outline_of(taken.document)[4], "signature 云岭省水利厅");
    EXPECT_EQ(taken.document.meta.written, std::nullopt);
    EXPECT_EQ(count_of(taken.findings, "intake.impossible_date"), 1u);
}

TEST(OfficialForm, TakesNoScheduleForTheSignature) {
    const TakenIn taken = take_text(kOpening +
                                    "澜城市水利局\n2026年4月5日\n霁川市水利局\n2026年4月6日\n请做好"
                                    "准备。\n云岭省水利厅\n2026年3月5日\n");
    EXPECT_THAT(taken.document.meta.issuers, ElementsAre("云岭省水利厅"));
    EXPECT_EQ(taken.document.meta.written, (Date{2026, 3, 5}));
    EXPECT_THAT(taken.document.annexes, IsEmpty());
}

TEST(OfficialForm, ReportsALineBehindTheDateThatCarriesNoText) {
    const TakenIn taken =
        take_text(kOpening + "云岭省水利厅\n2026年3月5日\n以上内容以正式文本为准\n");
    EXPECT_EQ(count_of(taken.findings, "intake.line_behind_date"), 1u);
    EXPECT_EQ(outline_of(taken.document).back(), "note 以上内容以正式文本为准");
}

TEST(OfficialForm, ReportsATableBehindTheDate) {
    const std::string rows =
        table(row(cell("码头") + cell("等级")) + row(cell("临江") + cell("三级")));
    EXPECT_EQ(count_of(take_body(kPageOpening + kPageClosing + rows).findings,
                       "intake.untitled_behind_date"),
              1u);
    EXPECT_EQ(
        count_of(
            take_body(kPageOpening + kPageClosing + "<p>附件</p><p>码头表</p>" + rows).findings,
            "intake.untitled_behind_date"),
        0u);
}

TEST(OfficialForm, RefusesTwoDocumentsInOneManuscript) {
    const std::string second =
        "云岭省水利厅关于做好防汛工作的通知\n云水发〔2026〕7号\n各市水利局：\n请认真落实。\n云岭省"
        "水利厅\n2026年3月6日\n";
    const std::string close = "云岭省水利厅\n2026年3月5日\n";
    for (const std::string& text :
         {kOpening + close + second, kOpening + close + "附件\n清单\n一、甲。\n" + second,
          kOpening + close +
              "云岭省水利厅文件\n云水发〔2026〕7号\n云岭省水利厅关于做好防汛工作的通知\n各市水利局"
              "：\n请落实。\n" +
              close}) {
        const TakenIn taken = take_text(text);
        const auto* finding = find_of(taken.findings, "intake.second_document");
        ASSERT_NE(finding, nullptr) << text;
        EXPECT_EQ(finding->level, core::Level::Error);
        EXPECT_EQ(finding->message.args.at("number"), "云水发〔2026〕7号");
    }
}

TEST(OfficialForm, LetsADocumentCarryAnotherThatItNames) {
    const std::string carried =
        "云岭省财政厅关于做好防汛经费保障的意见\n云财发〔2026〕7号\n省人民政府：\n为做好保障，提出"
        "意见。\n云岭省财政厅\n2026年3月1日\n";
    const std::string close = "云岭省水利厅\n2026年3月5日\n";
    const std::string number = "云水发〔2026〕6号\n各市水利局：\n";
    for (const std::string& text :
         {"云岭省水利厅转发云岭省财政厅关于做好防汛经费保障的意见的通知\n" + number +
              "现转发给你们。\n" + close + carried,
          "云岭省水利厅关于落实防汛经费的通知\n" + number +
              "现将《关于做好防汛经费保障的意见》印发给你们。\n" + close + carried,
          "云岭省水利厅关于落实防汛经费的通知\n" + number +
              "现将云财发〔2026〕7号文件印发给你们。\n" + close + carried,
          kOpening + close + "附件\n" + carried,
          "云岭省水利厅关于印发防汛方案的通知\n" + number + "请落实。\n" + close +
              "防汛方案\n一、甲。\n二、乙。\n"})
        EXPECT_EQ(count_of(take_text(text).findings, "intake.second_document"), 0u) << text;
}

}  // namespace
}  // namespace gongbao::editor
