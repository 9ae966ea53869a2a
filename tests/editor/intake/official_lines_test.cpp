// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/structure/official_lines.hpp"

#include <gtest/gtest.h>

#include <string>

namespace gongbao::editor {
namespace {

using core::Role;

TEST(OfficialLines, KnowsTheElementsOfTheHead) {
    const std::pair<const char*, Role> kElements[] = {
        {"000012", Role::CopyNumber},
        {"０００１２３", Role::CopyNumber},
        {"份号：000012", Role::CopyNumber},
        {"000012号", Role::CopyNumber},
        {"№ 000012", Role::CopyNumber},
        {"机密", Role::Secrecy},
        {"机密★1年", Role::Secrecy},
        {"秘密★ 6个月", Role::Secrecy},
        {"绝密★长期", Role::Secrecy},
        {"密级：秘密", Role::Secrecy},
        {"机密★2036年3月5日", Role::Secrecy},
        {"密级：内部", Role::Secrecy},
        {"缓急：特急", Role::Urgency},
        {"秘 密", Role::Secrecy},
        {"秘密★十年", Role::Secrecy},
        {"特急", Role::Urgency},
        {"加　急", Role::Urgency},
        {"紧急程度：特急", Role::Urgency},
        {"签发人：陆怀舟", Role::Signer},
        {"签发人:陆怀舟　沈砚秋", Role::Signer},
        {"签 发 人：陆怀舟", Role::Signer},
    };
    for (const auto& [line, role] : kElements) EXPECT_EQ(head_element(line), role) << line;
    for (const char* line :
         {"20260", "2026年", "123456789", "机密文件管理办法", "秘密工作领导小组",
          "特急件的办理时限为一日", "机密级以上", "签发人应当对文件内容负责。", "急诊"})
        EXPECT_EQ(head_element(line), std::nullopt) << line;
}

TEST(OfficialLines, KnowsAMarkByItsAgencies) {
    for (const char* line : {"云岭省人民政府文件", "云 岭 省 人 民 政 府 文 件",
                             "中共云岭省委　云岭省人民政府文件", "云岭省水利厅、云岭省财政厅文件",
                             "国家税务总局云岭省税务局文件", "云岭省人民政府办公厅发电"})
        EXPECT_TRUE(is_issuer_mark(line)) << line;
    for (const char* line :
         {"文件", "平江水库除险加固工程招标文件", "关于印发云岭省人民政府文件", "一、政府文件",
          "云岭省人民政府文件汇编", "水力发电", "关于云岭省水利厅发电"})
        EXPECT_FALSE(is_issuer_mark(line)) << line;
}

TEST(OfficialLines, CutsBetweenTwoElementsOfOneLine) {
    const std::pair<const char*, const char*> kCuts[] = {
        {"云水发〔2026〕6号　　　签发人：沈砚秋　顾鸣谦", "云水发〔2026〕6号"},
        {"云水发〔2026〕6号签发人：沈砚秋", "云水发〔2026〕6号"},
        {"云水发〔2026〕6号 签 发 人：沈砚秋", "云水发〔2026〕6号"},
        {"签发人：沈砚秋　　云水发〔2026〕6号", "签发人：沈砚秋"},
        {"机密★1年　特急", "机密★1年"},
        {"000012 机密★1年", "000012"},
        {"等级：特急·明电　　云办发电〔2026〕2号", "等级：特急·明电"},
    };
    for (const auto& [line, first] : kCuts)
        EXPECT_EQ(std::string(line).substr(0, head_cut(line)), first) << line;
    for (const char* line : {"签发人：沈砚秋　顾鸣谦", "云水发〔2026〕6号", "机密 ★1年",
                             "各单位签发人：负责本单位文件", "审核人：甲　签发人：乙", "特急 事项"})
        EXPECT_EQ(head_cut(line), 0u) << line;
}

TEST(OfficialLines, TellsANumberFromTheDateBesideIt) {
    const std::string line = "云水发〔2026〕6号　　2026年3月5日";
    EXPECT_EQ(line.substr(0, number_before_more(line)), "云水发〔2026〕6号");
    EXPECT_GT(number_before_more("云水发〔2026〕6号　云财发〔2026〕3号"), 0u);
    for (const char* other : {"云水发〔2026〕6号", "2026年3月5日",
                              "云水发〔2026〕6号印发于2026年3月5日", "三号码头　2026年3月5日"})
        EXPECT_EQ(number_before_more(other), 0u) << other;
}

TEST(OfficialLines, CutsANumberFromTheNamesBesideItBelowOtherSigners) {
    const std::string line = "云水发〔2026〕6号　　　　　顾 鸣 谦";
    EXPECT_EQ(line.substr(0, head_cut(line, true)), "云水发〔2026〕6号");
    EXPECT_EQ(head_cut(line), 0u);
    EXPECT_EQ(head_cut("云水发〔2026〕6号　关于加强河道管理的通知", true), 0u);
}

TEST(OfficialLines, TellsNamesOfPeopleFromTitles) {
    for (const char* line : {"顾鸣谦", "沈 砚", "沈砚秋　顾鸣谦　陆 怀 舟", "欧阳怀舟"})
        EXPECT_TRUE(is_names_of_people(line)) << line;
    for (const char* line : {"通知", "通　告", "文件", "特急", "云岭省水利厅", "水利局",
                             "关于河道管理", "顾鸣谦：", "舟", "2026年", ""})
        EXPECT_FALSE(is_names_of_people(line)) << line;
}

TEST(OfficialLines, TellsALabelledLineFromATitleAndASentence) {
    for (const char* line :
         {"公开方式：主动公开", "承办单位：综合处　经办人：沈砚秋", "公开属性:依申请公开"})
        EXPECT_TRUE(is_labelled(line)) << line;
    for (const char* line :
         {"附件：渡口名单", "各市水利局：", "关于河道管理的说明：总则",
          "说明：本办法自公布之日起施行。", "河道管理办法", "为加强河道管理工作，现作如下说明：甲",
          "平江河道规划：近期", "问：何时施行？"})
        EXPECT_FALSE(is_labelled(line)) << line;
}

TEST(OfficialLines, KnowsTheLinesOfTheImprint) {
    const std::pair<const char*, Role> kElements[] = {
        {"抄送：省委办公厅，省军区。", Role::CopyTo},
        {"抄报：省政府。", Role::CopyTo},
        {"分送：各市人民政府。", Role::CopyTo},
        {"主送：省政府。", Role::CopyTo},
        {"抄送机关：省法院。", Role::CopyTo},
        {"送：省委办公厅。", Role::CopyTo},
        {"抄 送：省法院。", Role::CopyTo},
        {"云岭省人民政府办公厅　　2026年3月7日印发", Role::Imprint},
        {"云岭省水利厅办公室 二〇二六年三月七日印发", Role::Imprint},
        {"2026年3月7日印发", Role::Imprint},
        {"云岭省水利厅办公室 2026年3月7日印", Role::Imprint},
        {"云岭省水利厅办公室　2026年3月7日印发　（共印120份）", Role::Imprint},
        {"共印50份", Role::Imprint},
        {"（共印五十份）", Role::Imprint},
        {"校对：陆怀舟", Role::Imprint},
        {"打字：陆怀舟　校对：沈砚秋　共印50份", Role::Imprint},
        {"印发机关：云岭省水利厅办公室", Role::Imprint},
        {"印发日期：2026年3月6日", Role::Imprint},
    };
    for (const auto& [line, role] : kElements) EXPECT_EQ(imprint_element(line), role) << line;
    for (const char* line :
         {"抄送有关部门", "发展目标", "送达回证", "报送材料", "该办法于2026年3月7日，由省政府印发",
          "省政府印发", "印发", "一、2026年重点工作", "共印象", ""})
        EXPECT_EQ(imprint_element(line), std::nullopt) << line;
}

TEST(OfficialLines, KnowsWhomToAsk) {
    for (const char* line :
         {"联系人：温如玉，电话：63001234", "000-12345678    000-12345679", "邮箱：a@b.example",
          "（联系电话：63001234）", "https://www.example.org"})
        EXPECT_TRUE(is_contact(line)) << line;
    for (const char* line : {"云岭省人民政府办公厅", "2026年12月15日", "省长　陆怀舟"})
        EXPECT_FALSE(is_contact(line)) << line;
}

}  // namespace
}  // namespace gongbao::editor
