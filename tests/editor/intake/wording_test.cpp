// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/structure/wording.hpp"

#include <gtest/gtest.h>

#include "editor/intake/structure/agency.hpp"

namespace gongbao::editor {
namespace {

TEST(Wording, KnowsDatesOnTheirOwnLine) {
    EXPECT_EQ(date_line("2022年4月3日"), (core::Date{2022, 4, 3}));
    EXPECT_EQ(date_line("二〇二二年四月三日"), (core::Date{2022, 4, 3}));
    EXPECT_EQ(date_line("二○○四年十一月四日"), (core::Date{2004, 11, 4}));
    EXPECT_EQ(date_line("2022 年 4 月 3 日"), (core::Date{2022, 4, 3}));
    for (const char* other :
         {"2022年2月30日", "2022年4月3日起施行", "2022年", "4月3日", "2022-04-03"})
        EXPECT_FALSE(date_line(other)) << other;
}

TEST(Wording, KnowsDocumentNumbers) {
    for (const char* number : {"云府发〔2022〕3号", "云办函[2021]12号", "云岭省人民政府令第350号",
                               "云岭省水利厅公告2018年第14号", "云府发〔2022〕 3 号"})
        EXPECT_TRUE(is_number_line(number)) << number;
    for (const char* other : {"根据云府发〔2022〕3号，", "《通知》（云府发〔2022〕3号）", "第350号",
                              "关于云府发〔2022〕3号的说明", "3号"})
        EXPECT_FALSE(is_number_line(other)) << other;
}

TEST(Wording, KnowsNumbersThatCompleteATitle) {
    EXPECT_TRUE(is_number_after_title("第350号"));
    EXPECT_TRUE(is_number_after_title("2020年 第40号"));
    EXPECT_FALSE(is_number_after_title("云府发〔2022〕3号"));
    EXPECT_FALSE(is_number_after_title("第350号令规定"));
}

TEST(Wording, KnowsAddressees) {
    for (const char* line : {"各市（州）人民政府，省政府各部门、各直属机构，有关单位：",
                             "各市(州)、县(市、区)人民政府:", "云溪市人民政府：", "林望山代表：",
                             "林望山、苏见川委员：", "各有关单位："})
        EXPECT_TRUE(is_addressees(line)) << line;
    for (const char* line :
         {"现将有关事项通知如下：", "为做好有关工作，提出以下意见：", "根据有关规定，公告如下：",
          "一、总体要求：", "附件：", "各市（州）人民政府", "省政府同意。各市要做到：",
          "有下列情形之一的：", "联系人：", "主要任务包括：", "2026年1月16日，省人民政府决定：",
          "省人民政府决定："})
        EXPECT_FALSE(is_addressees(line)) << line;
}

TEST(Wording, KnowsTitleNotes) {
    EXPECT_TRUE(is_title_note("（2020年11月20日云岭省水利厅令第4号公布　自2021年1月1日起施行）"));
    EXPECT_TRUE(is_title_note("（2026年7月4日）"));
    EXPECT_TRUE(is_title_note("（二○○四年六月十六日省政府第54次常务会议通过）"));
    for (const char* line : {"（此件公开发布）", "（2013—2020年）", "（试行）",
                             "（一）2020年1月1日前公布", "2020年11月20日公布"})
        EXPECT_FALSE(is_title_note(line)) << line;
}

TEST(Wording, KnowsAnnexLabels) {
    for (const char* line : {"附件", "附件1", "附件 2", "附　件", "附件一", "附件：", "附件1.",
                             "附表3", "附：", "附件1-2"})
        EXPECT_TRUE(is_annex_label(line)) << line;
    for (const char* line :
         {"附件说明", "附件1　任务分工表", "附件：1.任务分工表", "附则", "附属医院", ""})
        EXPECT_FALSE(is_annex_label(line)) << line;
}

TEST(Wording, KnowsAnnexNotes) {
    for (const char* line : {"附件：1.任务分工表", "附件:任务分工表", "附：任务分工表",
                             "附件1：任务分工表", "附件1.任务分工表"})
        EXPECT_TRUE(is_annex_note(line)) << line;
    for (const char* line :
         {"附件", "附件1", "附件1　任务分工表", "附则：", "详见附件：任务分工表"})
        EXPECT_FALSE(is_annex_note(line)) << line;
}

TEST(Wording, FindsTheLabelBeforeAnAnnexTitle) {
    EXPECT_EQ(annex_label_length("附件1　任务分工表"), std::string("附件1　").size());
    EXPECT_EQ(annex_label_length("附件1：任务分工表"), std::string("附件1：").size());
    EXPECT_EQ(annex_label_length("附件1"), 0u);
    EXPECT_EQ(annex_label_length("附件1所列任务由省水利厅牵头。"), 0u);
    EXPECT_EQ(annex_label_length("附件所列任务"), 0u);
}

TEST(Wording, KnowsPrintedPageNumbers) {
    for (const char* line : {"— 1 —", "- 12 -", "－3－", "—128—", "– 7 –", "第 3 页",
                             "第2页 共15页", "第2页/共5页", "第2页，共5页"})
        EXPECT_TRUE(is_folio(line)) << line;
    for (const char* line : {"1", "—", "—— 5 ——元", "2016—2020", "-1.5-", "一 1 一次", "— 12345 —",
                             "第页", "第3页第4页", "见第3页", "第3页表格", "共5页", "第二页"})
        EXPECT_FALSE(is_folio(line)) << line;
}

TEST(Wording, TellsTheKindOfATitle) {
    EXPECT_EQ(kind_of_title("云岭省人民政府办公厅关于印发工作方案的通知"), "通知");
    EXPECT_EQ(kind_of_title("云岭省河道管理办法（试行）"), "办法");
    EXPECT_EQ(kind_of_title("云岭省节约用水条例实施细则"), "细则");
    EXPECT_EQ(kind_of_title("云岭省人民政府令"), "令");
    EXPECT_EQ(kind_of_title("云岭省人民政府关于同意设立云溪新区的批复"), "批复");
    EXPECT_EQ(kind_of_title("云岭省人民政府办公厅关于提案办理情况的函"), "函");
    EXPECT_EQ(kind_of_title("云岭省河道保护"), "");
}

TEST(Wording, TellsHowALineEnds) {
    EXPECT_EQ(ending_of("抓好落实。"), Ending::Sentence);
    EXPECT_EQ(ending_of("称为“双公示”。”"), Ending::Sentence);
    EXPECT_EQ(ending_of("通知如下："), Ending::Sentence);
    EXPECT_EQ(ending_of("反垄断与反不正当"), Ending::Open);
    EXPECT_EQ(ending_of("《云岭省河道管理办法》"), Ending::Closed);
    EXPECT_EQ(ending_of("优化，"), Ending::Open);
}

TEST(Agency, IsToldByTheEndOfItsName) {
    for (const char* name :
         {"云岭省人民政府", "云岭省人民政府办公厅", "省发展改革委", "云溪市水利局", "省军区",
          "省推进职能转变协调小组", "中国人民银行云岭省分行", "国 务 院"})
        EXPECT_TRUE(is_agency(name)) << name;
    for (const char* name : {"请认真贯彻执行", "林望山", "特此公告", "2022年", "A局"})
        EXPECT_FALSE(is_agency(name)) << name;
}

TEST(Agency, SignerIsAPostAndAName) {
    for (const char* line : {"省长　林望山", "代省长 林 望 山", "厅　长　苏见川", "局长　欧阳见川"})
        EXPECT_TRUE(is_signer(line)) << line;
    for (const char* line :
         {"云岭省人民政府", "省长热线", "请省长林望山同志主持会议并讲话", "林望山"})
        EXPECT_FALSE(is_signer(line)) << line;
}

using Names = std::vector<std::string>;

TEST(Agency, NamesOfASignatureAreReadInOrder) {
    EXPECT_EQ(agencies_of({"云岭省人民政府办公厅"}), (Names{"云岭省人民政府办公厅"}));
    EXPECT_EQ(agencies_of({"省水利厅　省财政厅", "省生态环境厅"}),
              (Names{"省水利厅", "省财政厅", "省生态环境厅"}));
    EXPECT_EQ(agencies_of({"省水利厅 省财政厅"}), (Names{"省水利厅", "省财政厅"}));
    EXPECT_EQ(agencies_of({"省水利厅、省财政厅"}), (Names{"省水利厅", "省财政厅"}));
}

TEST(Agency, LetterSpacedNamesAreClosedUp) {
    EXPECT_EQ(agencies_of({"教　育　厅"}), (Names{"教育厅"}));
    EXPECT_EQ(agencies_of({"国 务 院　中 央 军 委"}), (Names{"国务院", "中央军委"}));
}

TEST(Agency, NameBrokenOverTwoLinesIsOneName) {
    EXPECT_EQ(agencies_of({"云岭省应对强降雨灾害", "联防联控工作机制"}),
              (Names{"云岭省应对强降雨灾害联防联控工作机制"}));
}

TEST(Agency, SignersAreNoAgencies) {
    EXPECT_TRUE(agencies_of({"省长　林望山"}).empty());
}

TEST(Agency, TitleNamesItsAgencies) {
    EXPECT_EQ(agencies_of_title("云岭省人民政府关于加强河道管理的意见"), (Names{"云岭省人民政府"}));
    EXPECT_EQ(agencies_of_title("省水利厅 省财政厅关于印发办法的通知"),
              (Names{"省水利厅", "省财政厅"}));
    EXPECT_EQ(agencies_of_title("云岭省人民政府令"), (Names{"云岭省人民政府"}));
    EXPECT_TRUE(agencies_of_title("关于加强河道管理的意见").empty());
    EXPECT_TRUE(agencies_of_title("云岭省河道管理办法").empty());
}

}  // namespace
}  // namespace gongbao::editor
