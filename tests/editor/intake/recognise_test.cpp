// SPDX-License-Identifier: Apache-2.0
// Whole documents of an invented province, one of each shape that offices write.
#include "editor/intake/recognise.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/editor/intake/taking_in.hpp"

namespace gongbao::editor {
namespace {

using core::Date;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

TEST(Recognise, NoticeThatIssuesAPlan) {
    const TakenIn taken = take_text(
        "云岭省人民政府办公厅\n关于印发2022年全省河道管理重点\n工作安排的通知\n\n云办发〔2022〕38 "
        "号\n\n"
        "各市(州)、县(市、区)人民政府,省政府各部门、各直属机构,有关单位:\n\n"
        "《2022年全省河道管理重点工作安排》已经省政府同意,现印发给你们,请认真贯彻执行。\n\n"
        "云岭省人民政府办公厅\n\n2022 年 4 月 3 日\n\n（此件公开发布）\n\n"
        "2022年全省河道管理重点工作安排\n\n2022年,全省河道管理工作要抓好落实。\n\n"
        "一、加强河道保护\n\n(一)严格水域岸线管控。各地要划定管理范围。\n\n(二)"
        "开展清理整治。省水利厅要牵头推进。\n");
    EXPECT_THAT(
        outline_of(taken.document),
        ElementsAre(
            "title 云岭省人民政府办公厅/关于印发2022年全省河道管理重点/工作安排的通知",
            "number 云办发〔2022〕38号",
            "addressees 各市(州)、县(市、区)人民政府,省政府各部门、各直属机构,有关单位:",
            "paragraph "
            "《2022年全省河道管理重点工作安排》已经省政府同意,现印发给你们,请认真贯彻执行。",
            "signature 云岭省人民政府办公厅", "date 2022年4月3日", "note （此件公开发布）",
            "-- attached", "title 2022年全省河道管理重点工作安排",
            "paragraph 2022年,全省河道管理工作要抓好落实。", "heading1 [一、] 加强河道保护",
            "heading2 [(一)] 严格水域岸线管控。各地要划定管理范围。",
            "heading2 [(二)] 开展清理整治。省水利厅要牵头推进。"));
    EXPECT_THAT(leads_of(taken.document), ElementsAre("严格水域岸线管控。", "开展清理整治。"));
    EXPECT_EQ(taken.document.meta.title,
              "云岭省人民政府办公厅关于印发2022年全省河道管理重点工作安排的通知");
    EXPECT_EQ(taken.document.meta.kind, "通知");
    EXPECT_THAT(taken.document.meta.issuers, ElementsAre("云岭省人民政府办公厅"));
    EXPECT_EQ(taken.document.meta.written, (Date{2022, 4, 3}));
}

const std::string kOrder =
    "云岭省人民政府令\n第350号\n"
    "《云岭省河道管理办法》已经2022年3月1日省人民政府第100次常务会议通过，现予公布，自2022年5月1日"
    "起施行。\n"
    "省长　林望山\n2022年3月18日\n"
    "云岭省河道管理办法\n第一章　总则\n第一条　为了加强河道管理，制定本办法。\n第二条　本办法适用于"
    "本省。\n法律另有规定的，从其规定。\n"
    "第二章　保护\n第三条　禁止下列行为：\n（一）围垦河道；\n（二）倾倒下列物品：\n1.垃圾；\n2."
    "渣土。\n"
    "第四条　本办法自2022年5月1日起施行。\n";

TEST(Recognise, ContentsThatHaveLostTheirHeading) {
    const TakenIn taken = take_text(
        "云岭省河道管理条例\n第一章　总则\n第二章　保护\n第三章　附则\n"
        "第一章　总则\n第一条　为了加强河道管理，制定本条例。\n第二章　保护\n第二条　禁止围垦河道。"
        "\n"
        "第三章　附则\n第三条　本条例自2022年5月1日起施行。\n");
    EXPECT_THAT(
        outline_of(taken.document),
        ElementsAre("title 云岭省河道管理条例", "contents 第一章　总则", "contents 第二章　保护",
                    "contents 第三章　附则", "chapter [第一章] 总则",
                    "article [第一条] 为了加强河道管理，制定本条例。", "chapter [第二章] 保护",
                    "article [第二条] 禁止围垦河道。", "chapter [第三章] 附则",
                    "article [第三条] 本条例自2022年5月1日起施行。"));
}

TEST(Recognise, OrderThatPromulgatesARule) {
    const TakenIn taken = take_text(kOrder);
    EXPECT_THAT(
        outline_of(taken.document),
        ElementsAre(
            "title 云岭省人民政府令", "number 第350号",
            "paragraph 《云岭省河道管理办法》已经2022年3月1日省人民政府第100次常务会议通过，"
            "现予公布，自2022年5月1日起施行。",
            "signature 省长　林望山", "date 2022年3月18日", "-- attached",
            "title 云岭省河道管理办法", "chapter [第一章] 总则",
            "article [第一条] 为了加强河道管理，制定本办法。",
            "article [第二条] 本办法适用于本省。", "paragraph 法律另有规定的，从其规定。",
            "chapter [第二章] 保护", "article [第三条] 禁止下列行为：", "item [（一）] 围垦河道；",
            "item [（二）] 倾倒下列物品：", "sub-item [1.] 垃圾；", "sub-item [2.] 渣土。",
            "article [第四条] 本办法自2022年5月1日起施行。"));
}

TEST(Recognise, MetadataOfAnOrder) {
    const core::Metadata meta = take_text(kOrder).document.meta;
    EXPECT_EQ(meta.number, "云岭省人民政府令第350号");
    EXPECT_EQ(meta.kind, "令");
    EXPECT_THAT(meta.issuers, ElementsAre("云岭省人民政府"));
    EXPECT_EQ(meta.adopted, (Date{2022, 3, 1}));
    EXPECT_EQ(meta.promulgated, (Date{2022, 3, 18}));
    EXPECT_EQ(meta.effective, (Date{2022, 5, 1}));
    EXPECT_EQ(meta.force, core::Force::Rule);
}

TEST(Recognise, RuleUnderATitleNote) {
    const TakenIn taken = take_text(
        "云岭省节约用水办法\n（2020年11月20日云岭省人民政府令第4号公布　自2021年1月1日起施行）\n"
        "目　录\n第一章　总则\n第二章　附则\n第一章　总则\n第一条　为了节约用水，制定本办法。\n第二"
        "章　附则\n"
        "第二条　本办法由省水利厅解释。\n");
    EXPECT_THAT(
        outline_of(taken.document),
        ElementsAre("title 云岭省节约用水办法",
                    "title-note （2020年11月20日云岭省人民政府令第4号公布　自2021年1月1日起施行）",
                    "contents 目　录", "contents 第一章　总则", "contents 第二章　附则",
                    "chapter [第一章] 总则", "article [第一条] 为了节约用水，制定本办法。",
                    "chapter [第二章] 附则", "article [第二条] 本办法由省水利厅解释。"));
    EXPECT_EQ(taken.document.meta.promulgated, (Date{2020, 11, 20}));
    EXPECT_EQ(taken.document.meta.effective, (Date{2021, 1, 1}));
}

TEST(Recognise, TitleNoteOverSeveralLinesIsOneBlock) {
    const TakenIn taken = take_text(
        "云岭省节约用水办法\n（2020年11月20日云岭省人民政府令第4号公布\n根据2022年5月6日省人民政府"
        "令第9号修正）\n"
        "第一条　为了节约用水，制定本办法。\n");
    EXPECT_THAT(
        outline_of(taken.document),
        Contains(
            "title-note "
            "（2020年11月20日云岭省人民政府令第4号公布/根据2022年5月6日省人民政府令第9号修正）"));
}

TEST(Recognise, JointNoticeWithAnnexes) {
    const TakenIn taken = take_text(
        "云岭省水利厅 "
        "云岭省财政厅\n关于做好河道清淤工作的通知\n云水发〔2022〕7号\n各市（州）水利局、财政局：\n"
        "现就有关事项通知如下。\n一、明确任务。各地要按照附件1组织实施。\n二、落实资金。各地要足额"
        "安排。\n"
        "附件：1.河道清淤任务表\n2.资金安排表\n"
        "云岭省水利厅　云岭省财政厅\n2022年6月1日\n（此件依申请公开）\n"
        "附件1\n河道清淤任务表\n清河清淤20公里。\n附件2\n资金安排表\n省级资金100万元。\n");
    EXPECT_THAT(
        outline_of(taken.document),
        ElementsAre("title 云岭省水利厅 云岭省财政厅/关于做好河道清淤工作的通知",
                    "number 云水发〔2022〕7号", "addressees 各市（州）水利局、财政局：",
                    "paragraph 现就有关事项通知如下。",
                    "heading1 [一、] 明确任务。各地要按照附件1组织实施。",
                    "heading1 [二、] 落实资金。各地要足额安排。",
                    "annex-note 附件：1.河道清淤任务表", "annex-note 2.资金安排表",
                    "signature 云岭省水利厅　云岭省财政厅", "date 2022年6月1日",
                    "note （此件依申请公开）", "-- annex", "annex-label 附件1",
                    "title 河道清淤任务表", "paragraph 清河清淤20公里。", "-- annex",
                    "annex-label 附件2", "title 资金安排表", "paragraph 省级资金100万元。"));
    EXPECT_THAT(taken.document.meta.issuers, ElementsAre("云岭省水利厅", "云岭省财政厅"));
    EXPECT_EQ(taken.document.meta.openness, core::Openness::OnRequest);
}

TEST(Recognise, AnnexLabelAndTitleOnOneLineArePartedInTwo) {
    const TakenIn taken = take_text(
        "云岭省水利厅关于做好清淤工作的通知\n云水发〔2022〕7号\n各市水利局：\n现就有关事项通知如下"
        "。\n附件：任务表\n"
        "云岭省水利厅\n2022年6月1日\n附件 任务表\n清河清淤20公里。\n");
    EXPECT_THAT(outline_of(taken.document),
                testing::IsSupersetOf({"-- annex", "annex-label 附件", "title 任务表"}));
}

TEST(Recognise, AnnexNoteWithItsNamesOnTheLinesBelow) {
    const TakenIn taken = take_text(
        "云岭省水利厅关于做好清淤工作的通知\n云水发〔2022〕7号\n各市水利局：\n现就有关事项通知如下"
        "。\n"
        "附件：\n1.任务表\n2.资金表\n云岭省水利厅\n2022年6月1日\n");
    EXPECT_THAT(outline_of(taken.document),
                testing::IsSupersetOf({"annex-note 附件：", "annex-note 1.任务表",
                                       "annex-note 2.资金表", "signature 云岭省水利厅"}));
    EXPECT_TRUE(taken.document.annexes.empty());
}

TEST(Recognise, ReportThatIsPassedOnHasItsOwnSignature) {
    const TakenIn taken = take_text(
        "云岭省人民政府办公厅转发省水利厅关于河道管理意见的通知\n云办发〔1998〕2号\n各市人民政府："
        "\n"
        "省水利厅《关于河道管理的意见》已经省政府同意，现转发给你们。\n云岭省人民政府办公厅\n一九九"
        "八年二月五日\n"
        "关于河道管理的意见\n省人民政府：\n为加强河道管理，提出以下意见。\n云岭省水利厅\n一九九八年"
        "一月二十日\n");
    const auto outline = outline_of(taken.document);
    EXPECT_THAT(std::vector<std::string>(outline.begin() + 6, outline.end()),
                ElementsAre("-- attached", "title 关于河道管理的意见", "addressees 省人民政府：",
                            "paragraph 为加强河道管理，提出以下意见。", "signature 云岭省水利厅",
                            "date 一九九八年一月二十日"));
    EXPECT_EQ(taken.document.meta.written, (Date{1998, 2, 5}));
}

TEST(Recognise, FourLevelsInFullAndHalfWidth) {
    const TakenIn taken = take_text(
        "云岭省人民政府关于加强河道管理的意见\n云府发〔2022〕3号\n各市人民政府：\n为加强管理，提出"
        "以下意见。\n"
        "一、总体要求\n（一）指导思想。坚持生态优先。\n1."
        "统筹推进。各地要统筹。\n（1）编制规划。省水利厅编制。\n①摸清底数。\n"
        "二、主要任务\n(一)加强保护。各地要保护。\n1、严格执法。各地要执法。\n(1)"
        "加强巡查。各地要巡查。\n");
    EXPECT_THAT(
        outline_of(taken.document),
        testing::IsSupersetOf(
            {"heading1 [一、] 总体要求", "heading2 [（一）] 指导思想。坚持生态优先。",
             "heading3 [1.] 统筹推进。各地要统筹。", "heading4 [（1）] 编制规划。省水利厅编制。",
             "list-item [①] 摸清底数。", "heading2 [(一)] 加强保护。各地要保护。",
             "heading3 [1、] 严格执法。各地要执法。", "heading4 [(1)] 加强巡查。各地要巡查。"}));
}

TEST(Recognise, SentencesAreNotTakenForRunInHeadings) {
    const TakenIn taken = take_text(
        "云岭省人民政府关于河道管理有关问题的批复\n云府函〔2022〕3号\n云溪市人民政府：\n你市请示收"
        "悉。现批复如下：\n"
        "一、同意将清河、白河、黑河、青河四条河道列入省级河道管理名录，由云溪市人民政府负责日常管理"
        "和保护工作。你市要抓好落实。\n"
        "二、对河道管理范围内的建设项目，应当依法办理审批手续。未经批准不得开工。\n");
    EXPECT_THAT(leads_of(taken.document), IsEmpty());
}

TEST(Recognise, DecisionThatAmendsQuotesArticlesAsText) {
    const TakenIn taken = take_text(
        "云岭省人民政府关于修改《云岭省河道管理办法》的决定\n省人民政府决定对《云岭省河道管理办法》"
        "作如下修改：\n"
        "一、将第三条修改为：\n“第三条　禁止围垦河道。”\n二、第五条第二款修改为：“未经批准，不得开"
        "工。”\n"
        "第六条规定的期限为三十日。\n本决定自公布之日起施行。\n云岭省人民政府\n2022年7月1日\n");
    EXPECT_THAT(outline_of(taken.document),
                testing::IsSupersetOf({"heading1 [一、] 将第三条修改为：",
                                       "paragraph “第三条　禁止围垦河道。”",
                                       "paragraph 第六条规定的期限为三十日。"}));
    EXPECT_EQ(taken.document.meta.effective, (Date{2022, 7, 1}));
}

TEST(Recognise, AppointmentsAndTheirDatesAreText) {
    const TakenIn taken = take_text(
        "人事任免\n2022年7月3日\n任命林望山为云岭省水利厅厅长。\n免去苏见川的云岭省水利厅厅长职务。"
        "\n2022年7月9日\n"
        "任命陆知秋为云岭省教育厅副厅长。\n");
    EXPECT_TRUE(taken.document.conclusions.empty());
    EXPECT_THAT(outline_of(taken.document), Contains("paragraph 任命林望山为云岭省水利厅厅长。"));
}

TEST(Recognise, AnnouncementNumberedUnderItsTitle) {
    const TakenIn taken = take_text(
        "云岭省水利厅公告\n2020年 "
        "第40号\n为加强河道管理，现公告如下。\n清河禁止采砂。\n特此公告。\n云岭省水利厅\n2020年3月1"
        "3日\n");
    EXPECT_EQ(taken.document.meta.number, "云岭省水利厅公告2020年第40号");
    EXPECT_EQ(taken.document.meta.kind, "公告");
}

TEST(Recognise, AnnouncementWithAMatterIsNumberedByAgencyAndKind) {
    const TakenIn taken = take_text(
        "云岭省水利厅关于清河禁止采砂的公告\n2020年第3号\n清河禁止采砂。\n云岭省水利厅\n2020年3月13"
        "日\n");
    EXPECT_EQ(taken.document.meta.number, "云岭省水利厅公告2020年第3号");
}

TEST(Recognise, PlanIsDatedByAMonthBelowItsTitle) {
    const TakenIn taken =
        take_text("云岭省智慧水利发展规划\n2026年1月\n为加快发展，编制本规划。\n");
    EXPECT_EQ(taken.document.meta.title, "云岭省智慧水利发展规划");
}

TEST(Recognise, ExplanationNamesItsAgencyBelowTheTitle) {
    const TakenIn taken = take_text(
        "管好每一条河\n——《云岭省河道管理办法》解读\n云岭省水利厅\n问：为什么制定办法？\n");
    EXPECT_THAT(taken.document.meta.issuers, ElementsAre("云岭省水利厅"));
    EXPECT_EQ(taken.document.preface[1].role, core::Role::Subtitle);
}

TEST(Recognise, EditorsSignACorrection) {
    const TakenIn taken = take_text(
        "更　正\n本刊第3期第5页有误。\n特此更正。\n《云岭省人民政府公报》编辑部\n2026年1月28日\n");
    ASSERT_EQ(taken.document.conclusions.size(), 2u);
    EXPECT_EQ(taken.document.conclusions[0].role, core::Role::Signature);
}

TEST(Recognise, RedHeadAndImprintAreKeptAndReported) {
    const TakenIn taken = take_text(
        "000012\n特急\n云岭省人民政府文件\n云府发〔2022〕3号\n云岭省人民政府关于加强河道管理的意见"
        "\n各市人民政府：\n"
        "各地要加强管理。\n云岭省人民政府\n2022年5月1日\n抄送：省委各部门。\n云岭省人民政府办公厅 "
        "2022年5月2日印发\n");
    EXPECT_EQ(count_of(taken.findings, "intake.masthead_line"), 3u);
    EXPECT_EQ(count_of(taken.findings, "intake.imprint_line"), 2u);
    EXPECT_EQ(taken.document.meta.title, "云岭省人民政府关于加强河道管理的意见");
    EXPECT_EQ(taken.document.meta.number, "云府发〔2022〕3号");
    EXPECT_EQ(taken.document.meta.written, (Date{2022, 5, 1}));
}

TEST(Recognise, PartyDocumentIsDatedUnderItsTitle) {
    const TakenIn taken = take_text(
        "关于加强基层治理的意见\n（2026年7月4日）\n为加强基层治理，提出以下意见。\n一、总体要求\n");
    EXPECT_EQ(taken.document.meta.written, (Date{2026, 7, 4}));
}

TEST(Recognise, PlanWithDecimalNumbers) {
    const TakenIn taken = take_text(
        "云岭省防汛应急预案\n1　总则\n1.1　编制目的\n为做好防汛工作，制定本预案。\n1."
        "2　适用范围\n本预案适用于本省。\n"
        "2　组织体系\n2.1　各级指挥机构应当按照职责分工，负责本行政区域的防汛工作。\n");
    EXPECT_THAT(
        outline_of(taken.document),
        ElementsAre("title 云岭省防汛应急预案", "heading1 1　总则", "heading2 1.1　编制目的",
                    "paragraph 为做好防汛工作，制定本预案。", "heading2 1.2　适用范围",
                    "paragraph 本预案适用于本省。", "heading1 2　组织体系",
                    "paragraph 2.1　各级指挥机构应当按照职责分工，负责本行政区域的防汛工作。"));
}

TEST(Recognise, NumbersThatRunOverChaptersAreArticles) {
    const TakenIn taken = take_text(
        "云岭省人民政府工作规则\n第一章　总则\n一、省人民政府依法行政。\n二、省人民政府接受监督。\n"
        "第二章　职责\n三、省长主持工作。\n");
    EXPECT_THAT(outline_of(taken.document),
                testing::IsSupersetOf(
                    {"article [一、] 省人民政府依法行政。", "article [三、] 省长主持工作。"}));
}

TEST(Recognise, ArticlesWithoutWhiteSpaceCountInSequence) {
    const TakenIn taken = take_text(
        "云岭省河道管理办法\n第一条为加强管理，制定本办法。\n第二条本办法适用于本省。\n第九条的规定"
        "除外。\n");
    EXPECT_THAT(outline_of(taken.document),
                ElementsAre("title 云岭省河道管理办法", "article [第一条] 为加强管理，制定本办法。",
                            "article [第二条] 本办法适用于本省。", "paragraph 第九条的规定除外。"));
}

TEST(Recognise, GapInTheArticlesIsReported) {
    const TakenIn taken =
        take_text("云岭省河道管理办法\n第一条　制定本办法。\n第三条　适用于本省。\n");
    ASSERT_NE(find_of(taken.findings, "intake.article_out_of_sequence"), nullptr);
    EXPECT_EQ(find_of(taken.findings, "intake.article_out_of_sequence")->place,
              core::Place(core::PlaceKind::Line, 3));
}

TEST(Recognise, LateAnnexNoteBelongsToTheClosing) {
    const TakenIn taken = take_text(
        "云岭省水利厅关于清淤工作的通知\n云水发〔2022〕7号\n各市水利局：\n请抓好落实。\n云岭省水利"
        "厅\n2022年6月1日\n附件：任务表.doc\n");
    EXPECT_EQ(taken.document.conclusions.back().role, core::Role::AnnexNote);
    EXPECT_TRUE(taken.document.annexes.empty());
}

TEST(Recognise, ValidityGivesTheLastDay) {
    const TakenIn taken = take_text(
        "云岭省水利厅关于印发管理办法的通知\n云水规〔2022〕1号\n各市水利局：\n本办法自2022年5月1日"
        "起施行，有效期5年。\n"
        "云岭省水利厅\n2022年4月1日\n");
    EXPECT_EQ(taken.document.meta.expires, (Date{2027, 4, 30}));
    EXPECT_EQ(taken.document.meta.force, core::Force::Normative);
    EXPECT_EQ(count_of(taken.findings, "intake.expiry_computed"), 1u);
}

TEST(Recognise, WhatIsMissingIsReported) {
    const TakenIn taken = take_text("各地要加强河道管理，抓好落实。\n");
    for (const char* id :
         {"intake.no_title", "intake.no_number", "intake.no_issuer", "intake.no_date"})
        EXPECT_EQ(count_of(taken.findings, id), 1u) << id;
}

TEST(Recognise, FindingsCarryPlaceAndAreInReadingOrder) {
    const TakenIn taken =
        take_text("云岭省河道管理办法\n第一条　制定本办法。\n第三条　适用。\n第七条　施行。\n");
    std::int64_t last = 0;
    for (const auto& finding : taken.findings) {
        if (finding.place.empty()) continue;
        ASSERT_EQ(finding.place.steps().front().kind, core::PlaceKind::Line);
        const std::int64_t line = finding.place.steps().front().number;
        EXPECT_GE(line, last);
        last = line;
    }
    EXPECT_EQ(last, 4);
}

TEST(Recognise, CanonicalIdsAreGiven) {
    const TakenIn taken = take_text(kOrder);
    core::for_each_block(taken.document,
                         [](const core::Block& block) { EXPECT_FALSE(block.id.empty()); });
}

}  // namespace
}  // namespace gongbao::editor
