// SPDX-License-Identifier: Apache-2.0
// Titles, who issues a document and who signs it, in every shape that offices write.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "editor/intake/recognise.hpp"
#include "tests/editor/intake/taking_in.hpp"

namespace gongbao::editor {
namespace {

using core::Date;
using testing::Contains;
using testing::ElementsAre;

TEST(Recognise, TitleThatOpensWithAgenciesGoesOnWithWhatTheyIssue) {
    const TakenIn taken = take_text(
        "中共云岭省委办公厅　云岭省人民政府办公厅\n印发《关于加强渡口管理的意见》\n（2026年3月5日）"
        "\n"
        "为了加强渡口管理，提出如下意见。\n一、要检验。\n");
    EXPECT_THAT(
        outline_of(taken.document),
        Contains("title 中共云岭省委办公厅　云岭省人民政府办公厅/印发《关于加强渡口管理的意见》"));
    EXPECT_THAT(taken.document.meta.issuers,
                ElementsAre("中共云岭省委办公厅", "云岭省人民政府办公厅"));
    EXPECT_EQ(taken.document.meta.written, (Date{2026, 3, 5}));
}

TEST(Recognise, TitleOfNamesGoesOnHoweverTheNextLineIsAligned) {
    const auto page = [](const std::string& second) {
        return take_body("<p style=\"text-align:center\">云岭省水利厅</p><p>" + second +
                         "</p><p>第5号</p><p>现将有关事项公告如下：</p><p>一、要检验。</p>");
    };
    EXPECT_EQ(page("公告").document.meta.title, "云岭省水利厅公告");
    EXPECT_EQ(page("云岭省财政厅公告").document.meta.title, "云岭省水利厅云岭省财政厅公告");
    const TakenIn names = page("渡口");
    EXPECT_EQ(count_of(names.findings, "intake.title_of_names"), 1u);
    EXPECT_EQ(count_of(page("公告").findings, "intake.title_of_names"), 0u);
}

TEST(Recognise, TitleGoesOnUntilItsBookMarksAreClosed) {
    const std::string rest =
        "\n云水发〔2026〕6号\n各市水利局：\n请执行。\n云岭省水利厅\n2026年3月5日\n";
    struct Case {
        const char* lines;
        const char* title;
    };
    const Case cases[] = {
        {"云岭省水利厅印发\n《关于加强堤防巡查的通知》",
         "云岭省水利厅印发《关于加强堤防巡查的通知》"},
        {"云岭省水利厅转发\n《省政府关于加强\n堤防巡查的通知》",
         "云岭省水利厅转发《省政府关于加强堤防巡查的通知》"},
        {"云岭省水利厅\n公布《云岭省堤防\n巡查办法》", "云岭省水利厅公布《云岭省堤防巡查办法》"},
        {"云岭省水利厅修订\n《云岭省堤防巡查办法》", "云岭省水利厅修订《云岭省堤防巡查办法》"},
        {"云岭省水利厅贯彻落实\n《云岭省堤防条例》", "云岭省水利厅贯彻落实《云岭省堤防条例》"},
        {"云岭省水利厅关于转发\n《省政府关于加强堤防\n巡查的通知》\n的通知",
         "云岭省水利厅关于转发《省政府关于加强堤防巡查的通知》的通知"},
        {"关于印发《云岭省堤防巡查规定\n及处理问题若干要求》有关事项的\n通知",
         "关于印发《云岭省堤防巡查规定及处理问题若干要求》有关事项的通知"},
        {"关于印发《云岭省堤防巡查办法的通知",
         "关于印发《云岭省堤防巡查办法的通知"},  // never closed
    };
    for (const Case& one : cases) {
        const TakenIn taken = take_text(one.lines + rest);
        EXPECT_EQ(taken.document.meta.title, one.title);
        EXPECT_EQ(taken.document.meta.number, "云水发〔2026〕6号") << one.title;
    }
}

TEST(Recognise, TextBelowATitleThatNamesATextIsNoTitle) {
    const TakenIn taken = take_text(
        "云岭省水利厅公布\n《云岭省堤防巡查办法》\n工作要求\n制定计划\n一、总则\n加强巡查。\n");
    EXPECT_EQ(taken.document.meta.title, "云岭省水利厅公布《云岭省堤防巡查办法》");
    const TakenIn open =
        take_text("关于印发《云岭省堤防巡查办法的通知\n工作要求\n制定计划\n一、总则\n加强巡查。\n");
    EXPECT_EQ(open.document.meta.title, "关于印发《云岭省堤防巡查办法的通知");
}

TEST(Recognise, LineBelowATitleGoesOnInItsBookMarksHoweverItIsAligned) {
    const TakenIn taken = take_body(
        "<p align=center>云岭省水利厅印发</p><p>《关于加强堤防巡查的通知》</p>"
        "<p>云水发〔2026〕6号</p><p>各市水利局：</p><p>请执行。</p>");
    EXPECT_EQ(taken.document.meta.title, "云岭省水利厅印发《关于加强堤防巡查的通知》");
    EXPECT_EQ(taken.document.meta.number, "云水发〔2026〕6号");
}

TEST(Recognise, SignerBelowTheTitleBelongsToTheHead) {
    const TakenIn taken = take_text(
        "云岭省水利厅关于加强堤防巡查的请示\n云水〔2026〕6号\n签发人：张三\n"
        "省人民政府：\n现将有关事项请示如下。\n云岭省水利厅\n2026年3月5日\n");
    EXPECT_EQ(outline_of(taken.document)[3], "addressees 省人民政府：");
    EXPECT_EQ(outline_of(taken.document)[2], "signer 签发人：张三");
    EXPECT_EQ(count_of(taken.findings, "intake.masthead_line"), 1u);
    const TakenIn form = take_text(
        "云岭省水利厅关于加强堤防巡查的通知\n云水发〔2026〕6号\n各市水利局：\n请执行。\n附件：审批"
        "表\n"
        "云岭省水利厅\n2026年3月5日\n附件\n审批表\n签发人：\n各处室意见：\n");
    EXPECT_EQ(count_of(form.findings, "intake.masthead_line"), 0u);
}

TEST(Recognise, TitleThatStandsAboveTheHeadAndBelowItIsReported) {
    const std::string title = "云岭省水利厅关于加强堤防巡查的通知\n";
    const std::string rest = "各市水利局：\n请执行。\n云岭省水利厅\n2026年3月5日\n";
    for (const std::string& head :
         {title + "云岭省水利厅文件\n云水发〔2026〕6号\n" + title,
          title + "云水发〔2026〕6号\n" + title, title + title + "云水发〔2026〕6号\n",
          "云岭省水利厅\n关于加强堤防巡查的通知\n特急\n云水发〔2026〕6号\n" + title}) {
        const TakenIn taken = take_text(head + rest);
        EXPECT_EQ(taken.document.meta.title + "\n", title) << head;
        EXPECT_EQ(taken.document.meta.number, "云水发〔2026〕6号") << head;
        EXPECT_THAT(outline_of(taken.document), Contains("addressees 各市水利局："));
        EXPECT_EQ(count_of(taken.findings, "intake.title_repeated"), 1u) << head;
    }
    for (const std::string& head :
         {title + "云水发〔2026〕6号\n",
          std::string("云岭省水利厅关于印发《云岭省堤防巡查办法》的通知\n云水发〔2026〕6号\n")})
        EXPECT_EQ(
            count_of(take_text(head + rest + "云岭省堤防巡查办法\n第一条　加强巡查。\n").findings,
                     "intake.title_repeated"),
            0u)
            << head;
}

TEST(Recognise, JointCommandIsIssuedByTheAgenciesOfItsTitle) {
    const TakenIn taken = take_text(
        "云岭省人民政府、云岭省军区命令\n政军令〔2026〕1号\n现发布《云岭省征兵规定》，自发布之日起"
        "施行。\n"
        "省长　王安平\n司令员　赵　刚\n2026年3月5日\n");
    EXPECT_THAT(taken.document.meta.issuers, ElementsAre("云岭省人民政府", "云岭省军区"));
}

TEST(Recognise, AgenciesOnLinesOfTheirOwnIssueAnOrderTogether) {
    const auto issuers = [](const std::string& title) {
        return take_text(title +
                         "\n第5号\n《渡口收费办法》现予公布，自2026年5月1日起施行。\n厅长　王安平\n"
                         "2026年3月5日\n"
                         "渡口收费办法\n第一条　制定本办法。\n")
            .document.meta.issuers;
    };
    EXPECT_THAT(issuers("云岭省水利厅\n云岭省财政厅\n令"),
                ElementsAre("云岭省水利厅", "云岭省财政厅"));
    EXPECT_THAT(issuers("云岭省人民政府\n办公厅令"), ElementsAre("云岭省人民政府办公厅"));
}

TEST(Recognise, LawIsNoRuleThoughAnOrderPromulgatesIt) {
    const core::Metadata meta =
        take_text(
            "中华人民共和国主席令\n第八十八号\n《渡口法》已由大会于2026年2月28日通过，现予公布，自2"
            "026年6月1日起施行。\n"
            "中华人民共和国主席　林望山\n2026年2月28日\n渡口法\n第一条　制定本法。\n")
            .document.meta;
    EXPECT_THAT(meta.issuers, ElementsAre("中华人民共和国主席"));
    EXPECT_NE(meta.force, core::Force::Rule);
}

TEST(Recognise, SealNoteBelongsToTheSignature) {
    const TakenIn taken = take_text(
        "云岭省防汛抗旱指挥部关于防汛的通知\n云汛〔2026〕2号\n各市防汛抗旱指挥部：\n请抓好落实。\n"
        "云岭省防汛抗旱指挥部\n（代章）\n2026年3月5日\n");
    EXPECT_THAT(outline_of(taken.document),
                testing::IsSupersetOf(
                    {"signature 云岭省防汛抗旱指挥部", "signature （代章）", "date 2026年3月5日"}));
    EXPECT_THAT(taken.document.meta.issuers, ElementsAre("云岭省防汛抗旱指挥部"));
    EXPECT_EQ(count_of(taken.findings, "intake.signature_by_position"), 0u);
}

TEST(Recognise, SignatureThatIsNotTheTitlesIsReported) {
    const auto differs = [](const std::string& title, const std::string& name) {
        return count_of(
            take_text(title + "关于渡口的通知\n云水发〔2026〕2号\n各市水利局：\n请抓好落实。\n" +
                      name + "\n2026年3月5日\n")
                .findings,
            "intake.issuer_differs_from_title");
    };
    EXPECT_EQ(differs("云岭省水利厅", "云岭省水利厅办公室"), 1u);
    EXPECT_EQ(differs("云岭省水利厅　云岭省财政厅", "云岭省水利厅"), 1u);
    EXPECT_EQ(differs("云岭省水利厅", "云岭省水利厅"), 0u);
    EXPECT_EQ(differs("省水利厅", "云岭省水利厅"), 0u);
    EXPECT_EQ(differs("", "云岭省水利厅"), 0u);
}

TEST(Recognise, FieldsBetweenTheLinesOfATitleAreReported) {
    const auto reported = [](const std::string& head) {
        return count_of(take_text(head + "云岭省渡口管理办法\n第一条　制定本办法。\n").findings,
                        "intake.title_holds_fields");
    };
    EXPECT_EQ(
        reported("云岭省水利厅规范性文件\n发布日期：2026年3月10日\n文号：云水规〔2026〕3号\n"), 1u);
    EXPECT_EQ(reported(""), 0u);
}

}  // namespace
}  // namespace gongbao::editor
