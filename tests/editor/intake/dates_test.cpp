// SPDX-License-Identifier: Apache-2.0
// From when and until when a document is in force, and its other dates, as intake reads them off
// whole documents.
#include <gtest/gtest.h>

#include "core/akn/read_akn.hpp"
#include "core/akn/write_akn.hpp"
#include "tests/editor/intake/taking_in.hpp"

namespace gongbao::editor {
namespace {

using core::Date;

/// A notice of 5 March 2026 that prints 渡口管理办法 with `clause` at its end.
std::string notice_printing(const std::string& clause) {
    return "云岭省交通运输厅关于印发《渡口管理办法》的通知\n云交规〔2026〕1号\n\n各市交通运输局：\n"
           "　　现印发给你们，请遵照执行。\n\n　　　　　　　　云岭省交通运输厅\n　　　　　　　　202"
           "6年3月5日\n\n渡口管理办法\n\n"
           "　　第一条　为加强管理，制定本办法。\n　　第二条　" +
           clause + "\n";
}

/// A law with `articles`.
std::string law(const std::string& articles,
                const std::string& note = "（2021年3月5日云岭省人大常委会第七次会议通过）") {
    return "云岭省渡口管理条例\n" + note + "\n第一条　为了加强管理，制定本条例。\n" + articles;
}

std::string days(const TakenIn& taken) {
    const auto iso = [](const std::optional<Date>& date) { return date ? core::iso(*date) : "-"; };
    return iso(taken.document.meta.effective) + " " + iso(taken.document.meta.expires);
}

struct Case {
    const char* clause;
    const char* days;
    const char* finding;  ///< empty: no finding about the two days
};

TEST(Dates, OfWhatANoticePrintsAreCountedFromTheNotice) {
    for (const Case& one : {
             Case{"本办法自2026年5月1日起试行。", "2026-05-01 -", ""},
             Case{"本办法自印发之日起施行。", "2026-03-05 -", ""},
             Case{"本办法自公布之日起30日后施行。", "2026-04-04 -", "intake.effective_computed"},
             Case{"本办法自公布之日起满30日施行。", "2026-04-04 -", "intake.effective_computed"},
             Case{"本办法自印发之日起一个月后施行。", "2026-04-05 -", "intake.effective_computed"},
             Case{"本办法自印发之日起次日施行。", "2026-03-06 -", "intake.effective_computed"},
             Case{"本办法自发布次月1日起施行。", "2026-04-01 -", "intake.effective_computed"},
             Case{"本办法自公布之日起60日后施行，有效期2年。", "2026-05-04 2028-05-03",
                  "intake.expiry_computed"},
             Case{"本办法自2026年5月1日起施行，试行期2年。", "2026-05-01 2028-04-30",
                  "intake.expiry_computed"},
             Case{"本办法自2026年5月1日起施行，2031年5月1日起失效。", "2026-05-01 2031-04-30",
                  "intake.expiry_day_before"},
             Case{"本办法自公布之日起15个工作日后施行。", "- -", "intake.effective_not_understood"},
             Case{"本办法自2026年2月30日起施行。", "- -", "intake.effective_not_understood"},
             Case{"本办法自批准之日起施行，有效期5年。", "- -", "intake.expiry_from_unknown_day"},
             Case{"本办法自2026年5月1日起施行，有效期至国家另有规定之日。", "2026-05-01 -",
                  "intake.expiry_not_understood"},
             Case{"本办法自2026年5月1日起施行，有效期5年，至2030年12月31日止。", "2026-05-01 -",
                  "intake.expiry_several"},
             Case{"本办法自2026年5月1日起施行，有效期5年（至2030年4月30日）。", "2026-05-01 -",
                  "intake.expiry_several"},
             Case{"本办法自2026年5月1日起施行，有效期5年（2026年5月1日至2031年4月30日）。",
                  "2026-05-01 2031-04-30", ""},
             Case{"本办法有效期五年，自2026年5月1日起至2031年4月30日止。", "2026-05-01 2031-04-30",
                  "intake.effective_from_validity"},
             Case{"本办法实施期限为2026年5月1日至2030年12月31日。", "2026-05-01 2030-12-31",
                  "intake.effective_from_validity"},
             Case{"本办法自印发之日起施行，有效期自2026年5月1日至2031年4月30日。",
                  "2026-03-05 2031-04-30", "intake.validity_begins_apart"},
             Case{"本办法自2025年1月1日起施行。", "2025-01-01 -",
                  "intake.effective_before_written"},
         }) {
        const TakenIn taken = take_text(notice_printing(one.clause));
        EXPECT_EQ(days(taken), one.days) << one.clause;
        if (*one.finding) {
            EXPECT_EQ(count_of(taken.findings, one.finding), 1u) << one.clause;
        } else {
            for (const auto& finding : taken.findings)
                EXPECT_EQ(finding.message.id.find("effective"), std::string::npos) << one.clause;
        }
    }
}

TEST(Dates, SentenceBehindAValidityMayMakeItOpen) {
    for (const char* clause : {"本办法自2026年5月1日起施行，有效期5年。期满后自动延长5年。",
                               "本办法自2026年5月1日起施行，有效期5年。\n　　期满后视情况延长。",
                               "本办法自2026年5月1日起施行，有效期5年。试点地区为3年。"}) {
        const TakenIn taken = take_text(notice_printing(clause));
        EXPECT_EQ(days(taken), "2026-05-01 -") << clause;
        EXPECT_EQ(count_of(taken.findings, "intake.expiry_not_understood"), 1u) << clause;
    }
    EXPECT_EQ(days(take_text(notice_printing(
                  "本办法自2026年5月1日起施行，有效期5年。有效期届满前6个月进行评估。"))),
              "2026-05-01 2031-04-30");
    EXPECT_EQ(days(take_text(notice_printing("本办法自公布之日起施行。公布日期：2026年4月1日。"))),
              "2026-04-01 -");
}

TEST(Dates, TimeOfACampaignIsNotTheNotices) {
    const auto campaign = [](const std::string& line) {
        return take_text(
            "云岭省水利厅关于开展渡口安全检查活动的通知\n云水函〔2026〕1号\n各市水利局：\n现就有关"
            "事项通知如下。\n一、工作目标\n保障安全。\n" +
            line +
            "\n三、有关要求\n请认真组织。\n　　　　　　　　云岭省水利厅\n　　　　　　　　2026年3月5"
            "日\n");
    };
    for (const char* line : {"二、执行时间：2026年5月1日至2026年10月31日",
                             "二、实施时间：2026年5月1日至2026年10月31日。"}) {
        const TakenIn taken = campaign(line);
        EXPECT_EQ(days(taken), "- -") << line;
        EXPECT_EQ(count_of(taken.findings, "intake.effective_unsure"), 1u) << line;
        EXPECT_EQ(count_of(taken.findings, "intake.expiry_unsure"), 1u) << line;
    }
    EXPECT_EQ(days(campaign("二、活动时间：2026年5月1日至2026年10月31日")), "- -");
    EXPECT_EQ(days(campaign("二、本通知执行时间：2026年5月1日至2026年10月31日")),
              "2026-05-01 2026-10-31");
}

TEST(Dates, DayThatAnOrderAndItsTextCountAlikeIsReportedOnce) {
    const TakenIn taken = take_text(
        "云岭省人民政府令\n第350号\n《云岭省渡口管理办法》已经通过，现予公布，自公布之日起30日后施"
        "行。\n省长　张三\n2026年3月5日\n"
        "云岭省渡口管理办法\n第一条　制定本办法。\n第二条　本办法自公布之日起30日后施行，有效期5年"
        "。\n");
    EXPECT_EQ(days(taken), "2026-04-04 2031-04-03");
    EXPECT_EQ(count_of(taken.findings, "intake.effective_computed"), 1u);
}

TEST(Dates, NoteIsReadBelowATitleInEnglish) {
    const std::string note =
        "（2026年3月5日云岭省人大常委会第七次会议通过）\n第一条　为了加强管理，制定本条例。\n";
    const std::string english = "Regulations of Yunling Province\non Ferry Administration\n";
    for (const std::string& head :
         {"云岭省渡口管理条例\n" + english, english + "云岭省渡口管理条例\n"}) {
        const TakenIn taken = take_text(head + note);
        EXPECT_EQ(taken.document.meta.title, "云岭省渡口管理条例");
        EXPECT_EQ(taken.document.meta.adopted, (Date{2026, 3, 5})) << head;
        EXPECT_EQ(outline_of(core::read_akn(core::write_akn(taken.document))),
                  outline_of(taken.document));
    }
    EXPECT_EQ(
        outline_of(
            take_text(
                "云岭省渡口管理条例\nFerry means a boat.\n第一条　为了加强管理，制定本条例。\n")
                .document)[1],
        "paragraph Ferry means a boat.");
}

TEST(Dates, WhatALawSaysOfOthersIsNotItsOwn) {
    for (const char* article :
         {"第二条　渡船检验证书有效期为三年，有效期届满需要延续的，应当提出申请。\n",
          "第二条　规章应当自公布之日起30日后施行。\n",
          "第二条　许可证由省交通运输厅核发。有效期至2030年12月31日。\n",
          "第二条　本条例所称证书，有效期5年。\n",
          "第二条　《渡口办法》（自1998年5月1日起施行，有效期5年）的规定不再执行。\n"})
        EXPECT_EQ(
            days(take_text(law(std::string(article) + "第三条　本条例自2021年6月1日起施行。\n"))),
            "2021-06-01 -")
            << article;
}

TEST(Dates, ValidityOfTheDocumentIsFoundBehindThatOfALicence) {
    EXPECT_EQ(
        days(take_text("云岭省渡口补助办法\n第一条　制定本办法。\n第二条　补助证书有效期为2年。\n"
                       "第三条　本办法自2026年4月1日起施行，有效期至2030年12月31日。\n")),
        "2026-04-01 2030-12-31");
}

TEST(Dates, DayOfPublicationThatNobodyToldIsAsked) {
    const TakenIn taken = take_text(law("第二条　本条例自公布之日起施行。\n"));
    EXPECT_EQ(days(taken), "- -");
    EXPECT_EQ(count_of(taken.findings, "intake.effective_from_unknown_day"), 1u);
    EXPECT_EQ(days(take_text(law("第二条　本条例自公布之日起施行。\n",
                                 "（2021年3月5日通过　2021年3月9日公布）"))),
              "2021-03-09 -");
    EXPECT_EQ(days(take_text(law("第二条　本条例自公布之日起施行。\n",
                                 "（1998年3月9日公布　2021年3月5日修订公布）"))),
              "- -")
        << "either day may be meant";
}

TEST(Dates, NoteUnderTheTitleCountsWhereTheTextIsSilent) {
    const char* note = "（2020年11月20日云岭省人民政府令第4号公布　自2021年1月1日起施行）";
    EXPECT_EQ(days(take_text(law("第二条　本条例由省政府解释。\n", note))), "2021-01-01 -");
    const TakenIn both = take_text(law("第二条　本条例自2020年12月1日起施行。\n", note));
    EXPECT_EQ(days(both), "2020-12-01 -");
    EXPECT_EQ(count_of(both.findings, "intake.effective_note_differs"), 1u);
}

TEST(Dates, ArticlesWithADayOfTheirOwnAreReported) {
    const TakenIn taken =
        take_text(law("第二条　本条例自2021年6月1日起施行，其中第一条自2022年1月1日起施行。\n"));
    EXPECT_EQ(days(taken), "2021-06-01 -");
    EXPECT_EQ(count_of(taken.findings, "intake.articles_differ"), 1u);
}

TEST(Dates, TwoDaysInOneTextAreNone) {
    const TakenIn taken = take_text(
        law("第二条　本条例自2021年6月1日起施行。\n第三条　本条例自2022年6月1日起施行。\n"));
    EXPECT_EQ(days(taken), "- -");
    EXPECT_EQ(count_of(taken.findings, "intake.effective_several"), 1u);
}

TEST(Dates, NoticeAndWhatItPrintsMustAgree) {
    std::string text = notice_printing("本办法自2026年5月1日起施行。");
    text.replace(text.find("请遵照执行。"), std::string("请遵照执行。").size(),
                 "本通知自2026年4月1日起施行。");
    const TakenIn taken = take_text(text);
    EXPECT_EQ(days(taken), "- -");
    EXPECT_EQ(count_of(taken.findings, "intake.effective_carried_differs"), 1u);
}

TEST(Dates, DecisionToAmendKeepsItsOwnDay) {
    const TakenIn taken = take_text(
        "云岭省人民代表大会常务委员会关于修改《云岭省渡口条例》的决定\n（2026年3月5日通过）\n一、第"
        "三条修改为：“渡口应当检验。”\n"
        "本决定自2026年5月1日起施行。\n云岭省渡口条例\n第一条　制定本条例。\n第二条　本条例自2012年"
        "3月1日起施行。\n");
    EXPECT_EQ(days(taken), "2026-05-01 -");
    EXPECT_EQ(count_of(taken.findings, "intake.effective_carried_differs"), 1u);
}

TEST(Dates, WordsOfTheChangedTextAreNotThoseOfTheNotice) {
    const auto notice = [](const std::string& end) {
        return take_text(
            "云岭省水利厅关于修改《云岭省渡口办法》的通知\n云水规〔2026〕3号\n各市水利局：\n一、将"
            "第二十条修改为：\n"
            "本办法自2026年7月1日起施行，有效期至2031年6月30日。\n二、删去第三条。\n" +
            end + "云岭省水利厅\n2026年3月5日\n");
    };
    const TakenIn silent = notice("");
    EXPECT_EQ(days(silent), "- -");
    EXPECT_EQ(count_of(silent.findings, "intake.words_of_changed_text"), 2u);
    EXPECT_EQ(days(notice("本通知自印发之日起施行。\n")), "2026-03-05 -");
    const TakenIn attached = take_text(
        "云岭省水利厅关于修改《云岭省渡口办法》的通知\n云水规〔2026〕3号\n各市水利局：\n现予修改。"
        "\n云岭省水利厅\n2026年3月5日\n"
        "云岭省渡口办法\n第一条　制定本办法。\n第二条　本办法自2012年3月1日起施行。\n");
    EXPECT_EQ(days(attached), "- -");
    EXPECT_EQ(count_of(attached.findings, "intake.words_of_changed_text"), 1u);
    const TakenIn abolished = take_text(
        "云岭省水利厅关于废止部分规范性文件的公告\n决定废止下列文件：\n一、《云岭省渡口办法》。本办"
        "法自2022年5月1日起施行。\n"
        "自2026年4月1日起停止执行。\n云岭省水利厅\n2026年3月5日\n");
    EXPECT_EQ(days(abolished), "- -");
    EXPECT_EQ(count_of(abolished.findings, "intake.words_of_changed_text"), 2u);
}

TEST(Dates, SeveralTextsWithDifferentDaysGiveNone) {
    const TakenIn taken =
        take_text(notice_printing("本办法自2026年5月1日起施行。") +
                  "码头管理办法\n第一条　制定本办法。\n第二条　本办法自2026年6月1日起施行。\n");
    EXPECT_EQ(days(taken), "- -");
    EXPECT_EQ(count_of(taken.findings, "intake.effective_several"), 1u);
}

TEST(Dates, DocumentOfAnotherAuthorityThatIsPassedOnIsNotTheNotices) {
    EXPECT_EQ(days(take_text(
                  "云岭省水利厅关于转发《省政府办公厅关于渡口的意见》的通知\n云水发〔2026〕1号\n各"
                  "市水利局：\n现转发给你们。\n"
                  "云岭省水利厅\n2026年3月5日\n省政府办公厅关于渡口的意见\n云府办发〔2025〕8号\n各"
                  "市人民政府：\n一、要检验。\n"
                  "本意见自印发之日起施行，有效期5年。\n云岭省人民政府办公厅\n2025年12月1日\n")),
              "- -");
}

TEST(Dates, AuthorAndDateBelowATitleDoNotCloseTheTextThatIsPassedOn) {
    const TakenIn taken = take_text(
        "云岭省人民政府办公厅转发省水利厅关于渡口意见的通知\n云政办发〔2026〕2号\n各市人民政府：\n"
        "现转发给你们。\n云岭省人民政府办公厅\n"
        "2026年3月5日\n关于渡口的意见\n省水利厅\n2026年2月10日\n为了加强管理，提出以下意见：\n一、"
        "要检验。\n二、本意见自印发之日起施行，有效期三年。\n");
    ASSERT_EQ(taken.document.annexes.size(), 1u);
    EXPECT_EQ(taken.document.meta.written, (Date{2026, 3, 5}));
    EXPECT_EQ(days(taken), "- -") << "either day may be meant";
    EXPECT_EQ(count_of(taken.findings, "intake.effective_from_unknown_day"), 1u);
}

TEST(Dates, ValidityThatNamesNobodyIsAsked) {
    const TakenIn taken =
        take_text(notice_printing("本办法自2026年5月1日起施行。\n有效期限：五年，下同。"));
    EXPECT_EQ(count_of(take_text(law("三、有效期限：五年。\n")).findings, "intake.expiry_unsure"),
              1u);
    EXPECT_EQ(
        count_of(take_text(law("三、许可证有效期：五年。\n")).findings, "intake.expiry_unsure"),
        0u);
    EXPECT_EQ(count_of(taken.findings, "intake.expiry_unsure"), 0u)
        << "it goes on with the line above";
}

TEST(Dates, LastOfSeveralAgenciesToSignDatesTheDocument) {
    const TakenIn taken = take_text(
        "云岭省水利厅 "
        "云岭省财政厅关于渡口的通知\n云水发〔2026〕1号\n各市水利局：\n请抓好落实。\n本通知自印发之"
        "日起施行。\n"
        "云岭省水利厅\n2026年3月9日\n云岭省财政厅\n2026年3月5日\n");
    EXPECT_EQ(taken.document.meta.written, (Date{2026, 3, 9}));
    EXPECT_EQ(days(taken), "2026-03-09 -");
    EXPECT_EQ(count_of(taken.findings, "intake.written_several"), 1u);
}

TEST(Dates, PublicationOfAnEarlierTextIsNotTaken) {
    const TakenIn taken = take_text(law(
        "第二条　本条例自2021年6月1日起施行。\n",
        "（1991年5月6日云岭省人民政府令第7号发布　2021年3月5日省人民政府第18次常务会议修订通过）"));
    EXPECT_EQ(taken.document.meta.adopted, (Date{2021, 3, 5}));
    EXPECT_FALSE(taken.document.meta.promulgated);
    EXPECT_EQ(count_of(taken.findings, "intake.promulgated_of_earlier_text"), 1u);
}

TEST(Dates, AnnexesCountOnlyWhenTheTitlePrintsThem) {
    const auto with_annex = [](const std::string& title) {
        return take_text(
            "云岭省水利厅关于" + title +
            "的通知\n云水规〔2026〕1号\n各市水利局：\n请执行。\n附件：渡口管理办法\n云岭省水利厅\n"
            "2026年3月5日\n附件\n渡口管理办法\n第一条　制定本办法。\n第二条　本办法自2026年5月1日起"
            "施行。\n");
    };
    EXPECT_EQ(days(with_annex("印发《渡口管理办法》")), "2026-05-01 -");
    EXPECT_EQ(days(with_annex("做好渡口检验")), "- -");
}

TEST(Dates, ExplanationSpeaksOfAnotherText) {
    EXPECT_EQ(days(take_text("《云岭省渡口管理办法》答记者问\n问：办法何时施行？\n答：本办法自2026"
                             "年5月1日起施行，有效期5年。\n")),
              "- -");
    EXPECT_EQ(days(take_text(
                  "《云岭省渡口管理办法》解读\n一、背景\n为加强管理，制定本办法。\n二、施行时间\n"
                  "本办法自2026年5月1日起施行，有效期5年。\n")),
              "- -");
}

TEST(Dates, DaysFarBeyondTheCalendarAreNotCounted) {
    for (const char* clause :
         {"本办法自9999年12月31日起施行，有效期50年。", "本办法自9999年12月31日起50年后施行。"})
        EXPECT_FALSE(take_text(notice_printing(clause)).document.meta.expires) << clause;
}

TEST(Dates, QuotationsOfADecisionToAmendAreNotItsOwn) {
    EXPECT_EQ(
        days(take_text(
            "云岭省人民代表大会常务委员会关于修改《云岭省渡口管理条例》的决定\n（2026年3月5日通过）"
            "\n"
            "一、将第三十条修改为：“本条例自2010年1月1日起施行。”\n二、增加一条：“渡口应当检验。\n"
            "“本条例自2011年1月1日起施行，有效期5年。”\n本决定自2026年5月1日起施行。\n")),
        "2026-05-01 -");
}

TEST(Dates, FieldsOfAPageAreReadWholeOrReported) {
    const auto page = [](const std::string& label, const std::string& value) {
        return take_html(
            "<html><head><meta charset=\"utf-8\"></head><body><table><tr><td>" + label +
            "：</td><td>" + value +
            "</td></tr></table><div "
            "id=\"UCAP-CONTENT\"><p>云岭省水利厅关于渡口事项的通知</p><p>各市人民政府：</p>"
            "<p>请认真执行。</p></div></body></html>");
    };
    EXPECT_EQ(page("发布日期", "二〇二六年二月十日").document.meta.published, (Date{2026, 2, 10}));
    EXPECT_EQ(page("发布日期", "2026-02-10 17:30").document.meta.published, (Date{2026, 2, 10}));
    EXPECT_EQ(days(page("施行日期", "2026年5月1日")), "2026-05-01 -");
    EXPECT_EQ(days(page("实施日期", "2026年5月1日")), "2026-05-01 -");
    EXPECT_EQ(days(page("有效期", "2026年5月1日至2031年4月30日")), "- 2031-04-30");
    EXPECT_EQ(days(page("有效期至", "2031/4/30")), "- 2031-04-30");
    EXPECT_EQ(days(page("废止日期", "2031-04-30")), "- 2031-04-30");
    for (const auto& [label, value] :
         {std::pair{"发布日期", "二〇二六年二月"}, std::pair{"施行日期", "发布之日起三十日后"},
          std::pair{"有效期", "五年左右"}, std::pair{"成文日期", "2026年2月30日"}}) {
        const TakenIn taken = page(label, value);
        EXPECT_EQ(count_of(taken.findings, "intake.field_not_a_date"), 1u) << value;
        EXPECT_EQ(days(taken), "- -");
        EXPECT_FALSE(taken.document.meta.published);
        EXPECT_FALSE(taken.document.meta.written);
    }
    EXPECT_EQ(count_of(page("有效期", "长期有效").findings, "intake.field_not_a_date"), 0u);
}

TEST(Dates, PageThatCallsADocumentEndedIsReported) {
    const auto ended = [](const std::string& label, const std::string& value) {
        return count_of(
            take_html(
                "<html><head><meta charset=\"utf-8\"></head><body><table><tr><td>" + label +
                "：</td><td>" + value +
                "</td></tr></table><div "
                "id=\"UCAP-CONTENT\"><p>云岭省水利厅关于渡口事项的通知</p><p>各市人民政府：</p>"
                "<p>请认真执行。</p></div></body></html>")
                .findings,
            "intake.page_says_ended");
    };
    EXPECT_EQ(ended("有效性", "失效"), 1u);
    EXPECT_EQ(ended("效力状态", "已废止"), 1u);
    EXPECT_EQ(ended("是否有效", "否"), 1u);
    EXPECT_EQ(ended("有效性", "有效"), 0u);
    EXPECT_EQ(ended("是否有效", "是"), 0u);
}

TEST(Dates, PageAndTextThatDisagreeAreReported) {
    const TakenIn taken = take_html(
        "<html><head><meta "
        "charset=\"utf-8\"></head><body><table><tr><td>施行日期：</td><td>2026-06-01</td></tr></"
        "table>"
        "<div "
        "id=\"UCAP-CONTENT\"><p>云岭省水利厅关于渡口事项的通知</p><p>各市人民政府：</"
        "p><p>本通知自2026年5月1日起施行。</p></div></body></html>");
    EXPECT_EQ(days(taken), "2026-05-01 -");
    EXPECT_EQ(count_of(taken.findings, "intake.effective_differs"), 1u);
}

TEST(Dates, AdoptionOfAnotherTextIsNotTheOrders) {
    const TakenIn taken = take_text(
        "云岭省人民政府令\n第350号\n《云岭省渡口管理办法》现予公布，自2026年5月1日起施行。2008年12"
        "月25日第八次常务会议通过的《渡口办法》"
        "同时废止。\n省长　林望山\n2026年3月5日\n云岭省渡口管理办法\n第一条　制定本办法。\n");
    EXPECT_FALSE(taken.document.meta.adopted);
    EXPECT_EQ(taken.document.meta.effective, (Date{2026, 5, 1}));
}

// An order of 5 March 2026 that says `adopted` of a law with `note` under its title.
TakenIn order(const std::string& adopted, const std::string& note) {
    return take_text(
        "云岭省人民政府令\n第350号\n《云岭省渡口管理办法》已经" + adopted +
        "，现予公布，自2026年5月1日起施行。\n省长　林望山\n2026年3月5日\n云岭省渡口管理办法\n" +
        note + "\n第一条　制定本办法。\n第二条　本办法由省政府解释。\n");
}

TEST(Dates, OrderTellsWhenTheTextThatItPromulgatesWasAdopted) {
    const TakenIn revised = order(
        "2026年2月28日省人民政府第90次常务会议修订通过",
        "（1995年8月29日省人民政府第15次常务会议通过　2026年2月28日省人民政府第90次常务会议修订）");
    EXPECT_EQ(revised.document.meta.adopted, (Date{2026, 2, 28})) << "not that of the first text";
    EXPECT_EQ(count_of(revised.findings, "intake.adopted_note_differs"), 0u);
    const TakenIn apart =
        order("2026年2月28日省人民政府第90次常务会议通过",
              "（2026年2月27日省人民政府第90次常务会议通过　2026年3月8日省人民政府令第350号公布）");
    EXPECT_EQ(apart.document.meta.adopted, (Date{2026, 2, 28}));
    EXPECT_EQ(apart.document.meta.promulgated, (Date{2026, 3, 5}));
    EXPECT_EQ(count_of(apart.findings, "intake.adopted_note_differs"), 1u);
    EXPECT_EQ(count_of(apart.findings, "intake.promulgated_note_differs"), 1u);
}

TEST(Dates, AnotherDateAloneOnALineIsReported) {
    const TakenIn taken = take_text(
        "云岭省水利厅关于渡口的通知\n各市水利局：\n请抓好落实。\n2026年2月1日\n检验情况要及时报送。"
        "\n云岭省水利厅\n2026年3月5日\n");
    EXPECT_EQ(taken.document.meta.written, (Date{2026, 3, 5}));
    EXPECT_EQ(count_of(taken.findings, "intake.written_doubtful"), 1u);
}

TEST(Dates, DayThatDoesNotExistIsReported) {
    const TakenIn taken = take_text(
        "云岭省水利厅关于渡口的通知\n各市水利局：\n请抓好落实。\n云岭省水利厅\n2026年2月30日\n");
    EXPECT_FALSE(taken.document.meta.written);
    EXPECT_EQ(count_of(taken.findings, "intake.impossible_date"), 1u);
}

}  // namespace
}  // namespace gongbao::editor
