// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/structure/terms.hpp"

#include <gtest/gtest.h>

#include "editor/intake/structure/history.hpp"

namespace gongbao::editor {
namespace {

using core::Date;

std::string said(const Period& period) {
    return std::to_string(period.months) + "m" + std::to_string(period.days) + "d";
}

std::string said(const Day& day) {
    constexpr const char* kEvents[] = {"",        "published", "dispatched",
                                       "adopted", "approved",  "effect"};
    std::string words =
        day.event == Event::Date ? core::iso(day.date) : kEvents[static_cast<int>(day.event)];
    if (!day.after.empty()) words += "+" + said(day.after);
    if (day.then == Day::Then::FirstOfNextMonth) words += "+month";
    if (day.then == Day::Then::FirstOfNextYear) words += "+year";
    return words;
}

std::string said(const Term& term) {
    std::string words = term.whose == Whose::Part     ? "part "
                        : term.whose == Whose::Silent ? "unsure "
                                                      : "";
    words += term.kind == Term::Kind::Effect ? "from" : "until";
    if (!term.understood) return words + " ?";
    if (term.kind == Term::Kind::Unlimited) return words + " ever";
    if (term.until) return words + " " + core::iso(*term.until);
    if (term.day) words += " " + said(*term.day);
    if (!term.period.empty()) words += " for " + said(term.period);
    return words;
}

/// What a paragraph says of itself, "from 2026-05-01; until for 60m0d".
std::string said(const std::string& paragraph) {
    SentenceReader reader({"云岭省渡口管理办法"});
    std::string words;
    Whose silent = Whose::Silent;
    for (const std::u32string& sentence : reader.read(paragraph)) {
        const std::vector<Term> terms = terms_of(sentence, silent);
        for (const Term& term : terms) words += (words.empty() ? "" : "; ") + said(term);
        silent = !terms.empty() || whose_clause(sentence) == Whose::Own ? Whose::Own : Whose::Other;
    }
    return words;
}

struct Case {
    const char* paragraph;
    const char* says;
};

void expect(std::initializer_list<Case> cases) {
    for (const Case& one : cases)
        EXPECT_EQ(said(std::string(one.paragraph)), one.says) << one.paragraph;
}

TEST(Terms, ReadTheDayOfEffect) {
    expect({{"本办法自2022年5月1日起施行。", "from 2022-05-01"},
            {"第八条 本办法自 2022 年 5 月 1 日起施行", "from 2022-05-01"},
            {"本办法自２０２２年５月１日起施行。", "from 2022-05-01"},
            {"本办法自二〇二二年五月一日起施行。", "from 2022-05-01"},
            {"本办法自二О二二年五月一日起施行。", "from 2022-05-01"},
            {"本办法从2022年5月1日起执行。", "from 2022-05-01"},
            {"本办法于2022年5月1日施行。", "from 2022-05-01"},
            {"本办法2022年5月1日起实行。", "from 2022-05-01"},
            {"本办法自2022年5月1日（星期日）零时起正式生效。", "from 2022-05-01"},
            {"本《办法》自2022年5月1日起试行.", "from 2022-05-01"},
            {"本办法自公布之日（2022年5月1日）起施行。", "from 2022-05-01"},
            {"本办法推迟至2022年5月1日起施行。", "from 2022-05-01"},
            {"本办法原定自2022年3月1日起施行，现推迟至2022年5月1日起施行。", "from 2022-05-01"},
            {"本办法自公布（2022年5月1日）之日起施行。", "from 2022-05-01"},
            {"本办法已经省人民政府批准，自2022年5月1日起施行。", "from 2022-05-01"},
            {"本办法由省水利厅解释，如有疑问请咨询省水利厅，自2022年5月1日起施行。",
             "from 2022-05-01"},
            {"本办法将于2022年5月1日起施行。", "from 2022-05-01"},
            {"本标准自2022-05-01起在全省范围内实施。", "from 2022-05-01"},
            {"自2022年5月1日起，本办法正式施行。", "from 2022-05-01"},
            {"自2022年5月1日起执行本标准。", "from 2022-05-01"},
            {"三、本公告自2022年5月1日起施行。", "from 2022-05-01"},
            {"本单行条例自2022年5月1日起施行。", "from 2022-05-01"},
            {"施行日期：2022年5月1日", "from 2022-05-01"},
            {"现予公布，自2022年5月1日起施行。", "from 2022-05-01"},
            {"《云岭省河道管理办法》已经通过，现予公布，自二〇二二年五月一日起施行。",
             "from 2022-05-01"},
            {"《云岭省渡口管理办法》自2022年5月1日起施行。", "from 2022-05-01"},
            {"本条例经云岭省人民代表大会通过，自2022年5月1日起施行。", "from 2022-05-01"},
            {"本办法由省水利厅负责解释，自2022年5月1日起施行。", "from 2022-05-01"}});
}

TEST(Terms, ReadWhatIsCountedFromTheDay) {
    expect({{"本规定自公布之日起施行。", "from published"},
            {"本意见自印发之日起施行。", "from dispatched"},
            {"本意见从发文之日起执行。", "from dispatched"},
            {"本通知印发之日起施行。", "from dispatched"},
            {"本办法自即日起施行。", "from dispatched"},
            {"本决定自通过之日起施行。", "from adopted"},
            {"本办法自批准之日起施行。", "from approved"},
            {"本办法自公布之日起30日后施行。", "from published+0m30d"},
            {"本办法自公布之日起三十日后施行。", "from published+0m30d"},
            {"本办法自公布之日起满30日施行。", "from published+0m30d"},
            {"本办法自公布之日起第31日施行。", "from published+0m31d"},
            {"本办法自公布后30日施行。", "from published+0m30d"},
            {"本办法自印发之日起一个月后施行。", "from dispatched+1m0d"},
            {"本办法自发布之日起半年后施行。", "from published+6m0d"},
            {"本办法自发布之日起一年后施行。", "from published+12m0d"},
            {"本办法自公布之次日起施行。", "from published+0m1d"},
            {"本办法自公布之日的次月1日起施行。", "from published+month"},
            {"本办法自公布之日起次年1月1日施行。", "from published+year"}});
}

TEST(Terms, GiveNothingForWhatTheyDoNotUnderstandWhole) {
    for (const char* paragraph :
         {"本办法自公布之日起15个工作日后施行。", "本办法自2026年5月起施行。",
          "本办法自2026年2月30日起施行。", "本办法自国务院批准之日起施行。",
          "本办法自登报之日起施行。", "本办法自今年5月1日起施行。",
          "本办法自2026年5月1日24时起施行。", "本条例的施行日期由省人民政府另行规定。",
          "本办法自公布之日以后施行。", "本办法经省人民政府批准后施行。",
          "本办法自《云岭省渡口条例》施行之日起施行。", "本办法与《云岭省渡口条例》同步施行。",
          "本办法由省人民政府另行公布施行日期。", "本办法最迟自2026年5月1日起施行。",
          "本办法自2026年5月1日起施行【有效期5年】。"})
        EXPECT_EQ(said(std::string(paragraph)), "from ?") << paragraph;
    for (const char* paragraph :
         {"本办法有效期至国家另有规定之日。", "本通知执行至新规定出台之日止。",
          "本办法有效期三至五年。", "本通知截止日期另行通知。", "本通知执行期限至疫情结束之日止。",
          "本办法有效期与《云岭省渡口规划》一致。", "本办法有效期不超过5年。",
          "本办法在2031年4月30日前有效。", "本规划期限为2026年1月1日至2030年12月31日。",
          "本办法有效期为10个工作日。"})
        EXPECT_EQ(said(std::string(paragraph)), "until ?") << paragraph;
}

TEST(Terms, GiveNoDayOfEffectThatIsConditionalOrIntended) {
    for (const char* paragraph : {"本办法经省人民政府批准后自2026年5月1日起施行。",
                                  "如省人民政府批准，本办法自2026年5月1日起施行。",
                                  "本办法如获批准，自2026年5月1日起施行。",
                                  "待省人民政府批准后，本办法自2026年5月1日起施行。",
                                  "省人民政府批准的，本办法自2026年5月1日起施行。",
                                  "本办法在省人民政府批准后自2026年5月1日起施行。",
                                  "本办法拟自2026年5月1日起施行。",
                                  "本办法原则上自2026年5月1日起施行。",
                                  "原则上，本办法自2026年5月1日起施行。",
                                  "本办法暂自2026年5月1日起施行。",
                                  "现予公布，拟自2026年5月1日起施行。",
                                  "自2026年5月1日起，本办法拟施行。",
                                  "本办法自2026年5月1日起原则上施行。",
                                  "本办法自2026年5月1日（暂定）起施行。",
                                  "本办法自2026年5月1日起施行（暂定）。",
                                  "本办法自2026年5月1日起施行，另有规定的除外。",
                                  "本办法自2026年5月1日起施行，以省人民政府批准之日较晚者为准。",
                                  "本办法自2026年5月1日起施行，如需推迟另行通知。",
                                  "本办法自公布之日（预计2026年4月1日）起施行。",
                                  "本办法自公布之日起施行（预计2026年4月1日公布）。",
                                  "本办法自公布之日起施行（以省政府公报刊登之日为准）。",
                                  "本办法自公布之日起施行，公布日期以省政府网站为准。",
                                  "本办法自印发之日起施行（印发日期为2026年4月31日）。",
                                  "本办法自公布之日起施行（4月1日）。",
                                  "本办法自2026年5月1日起施行，但须经省人民政府批准。",
                                  "本办法自2026年5月1日起施行，经省人民政府批准后生效。"})
        EXPECT_EQ(said(std::string(paragraph)), "from ?") << paragraph;
}

TEST(Terms, TakeTheDayOfPublicationThatIsNamed) {
    for (const char* paragraph :
         {"本办法自公布之日起施行（公布日期2026年4月1日）。",
          "本办法自公布之日起施行（公布日期：2026年4月1日）。",
          "本办法自公布之日起施行（2026年4月1日公布）。",
          "本办法自公布之日起施行（2026年4月1日）。", "本办法自公布之日（即2026年4月1日）起施行。",
          "本办法自公布之日起施行，即2026年4月1日起施行。",
          "本办法自公布之日起施行，公布日期为2026年4月1日。"})
        EXPECT_EQ(said(std::string(paragraph)), "from 2026-04-01") << paragraph;
    expect(
        {{"本办法自公布之日起30日后施行（公布日期2026年4月1日）。", "from 2026-04-01+0m30d"},
         {"本办法自公布之日起施行，有效期5年（公布日期2026年4月1日）。",
          "from 2026-04-01; until for 60m0d"},
         {"本办法自公布之日起施行，如国家出台新规定，本办法自动失效。", "from published"},
         {"本办法自公布之日起施行，截止日期另行通知。", "from published; until ?"},
         {"本办法自公布之日起施行，2021年4月1日公布的《渡口办法》同时废止。", "from published"}});
}

TEST(Terms, GiveNoLengthThatIsNotCertain) {
    for (const char* clause : {"有效期5年，自动延续5年",
                               "有效期5年，期满后自动延续5年",
                               "有效期5年，可延长2年",
                               "有效期5年，视情况延长",
                               "有效期5年（到期后可延长）",
                               "有效期5年；必要时可以续延",
                               "有效期5年（试点地区为3年）",
                               "有效期5年，试点地区为3年",
                               "有效期5年，国家另有规定的除外",
                               "有效期5年，国家另有规定的，从其规定",
                               "原则上有效期5年",
                               "暂定三年",
                               "有效期暂定3年",
                               "暂定执行3年",
                               "有效期至2031年4月30日，可延长2年",
                               "至2031年4月30日或者新办法施行之日止",
                               "有效期5年，或至新办法施行之日止，以较早者为准",
                               "有效期5年，以新办法施行之日较早者为准",
                               "试行2年，其中试点地区试行1年",
                               "有效期5年，期满后继续有效",
                               "有效期3年，但最迟至2028年12月31日",
                               "有效期5年，其中第三章3年",
                               "如无新规定，2031年4月30日失效",
                               "至2031年4月30日或2032年4月30日",
                               "2031年4月30日或者新办法施行之日起失效",
                               "预计2031年4月30日废止"})
        EXPECT_EQ(said("本办法自2026年5月1日起施行，" + std::string(clause) + "。"),
                  "from 2026-05-01; until ?")
            << clause;
    for (const char* clause :
         {"有效期5年，期满自动失效", "有效期5年，期满后另行修订",
          "有效期5年，期满后根据评估情况决定是否延续", "有效期5年，由省水利厅每2年评估一次",
          "有效期5年，补助期为3年", "有效期5年，由省水利厅负责解释",
          "有效期5年，原渡口办法2026年5月1日废止",
          "有效期5年，2021年3月1日印发的《渡口办法》同时废止"})
        EXPECT_EQ(said("本办法自2026年5月1日起施行，" + std::string(clause) + "。"),
                  "from 2026-05-01; until for 60m0d")
            << clause;
}

TEST(Terms, LeaveOtherNormsAlone) {
    for (const char* paragraph :
         {"《云岭省河道管理办法》自2008年1月1日起施行。",
          "规章应当自公布之日起30日后施行。",
          "自2022年5月1日起报送。",
          "各地要认真施行。",
          "在本条例施行前已经取得的，从其规定。",
          "自本办法施行之日起六个月内完成整改。",
          "自本办法施行之日起，《渡口办法》废止。",
          "一、《渡口办法》（1998年3月5日省政府令第5号发布，自1998年5月1日起施行）",
          "依照1997年7月1日起施行的《渡口法》处理。",
          "将第三十条修改为：“本条例自2010年1月1日起施行。”",
          "将第三十条修改为：“本条例自2010年1月1日起施行。",
          "本办法曾自2021年5月1日起施行。",
          "本办法自2021年5月1日起施行以来成效明显。",
          "第三十条修改为：本条例自2010年1月1日起施行，有效期5年。",
          "增加一条，作为第三十条：“本条例自2010年1月1日起施行。",
          "“本条例自2010年1月1日起施行。",
          "本通知所列政策执行期限为2026年1月1日至2027年12月31日。",
          "各公司根据本通知第一条调整的航班计划自2020年3月29日起执行。",
          "本市自2026年5月1日起执行新标准。",
          "本市最低工资标准自2026年4月1日起执行。",
          "劳动合同自签字之日起生效。",
          "本合同自2026年5月1日起生效。",
          "此前发布的《渡口办法》自2026年5月1日起停止执行。",
          "自本通知生效之日起，云水发〔2020〕1号通知失效。",
          ""})
        EXPECT_EQ(said(std::string(paragraph)), "") << paragraph;
    EXPECT_EQ(said(std::string("本办法自2022年5月1日起施行。2010年3月1日起施行的《云岭省河道管理暂"
                               "行办法》同时废止。")),
              "from 2022-05-01");
}

TEST(Terms, SayWhenNobodyCanTellWhoseTheyAre) {
    expect(
        {{"收费标准为每吨5元，自2026年5月1日起执行。", "unsure from 2026-05-01"},
         {"实施时间：2026年5月1日至10月31日。", "unsure from ?"},
         {"三、执行时间：2026年5月1日至2026年10月31日",
          "unsure from 2026-05-01; unsure until 2026-10-31"},
         {"三、自2026年5月1日起至2026年10月31日止执行。",
          "unsure from 2026-05-01; unsure until 2026-10-31"},
         {"三、执行时间：自2026年5月1日起执行。", "unsure from 2026-05-01"},
         {"三、活动时间：自2026年5月1日起实施。", "unsure from 2026-05-01"},
         {"三、执行时间：本通知自2026年5月1日起执行。", "from 2026-05-01"},
         {"三、本通知执行时间：2026年5月1日至2026年10月31日", "from 2026-05-01; until 2026-10-31"},
         {"现印发给你们，执行时间为2026年5月1日至2026年10月31日。",
          "from 2026-05-01; until 2026-10-31"},
         {"以上规定自2026年5月1日起执行。", "unsure from 2026-05-01"}});
}

TEST(Terms, TellArticlesFromTheWhole) {
    expect({{"本办法自2026年5月1日起施行，其中第五条自2027年1月1日起施行。",
             "from 2026-05-01; part from 2027-01-01"},
            {"除第五条自2027年1月1日起施行外，本办法自2026年5月1日起施行。",
             "part from 2027-01-01; from 2026-05-01"},
            {"本办法第二章自2027年1月1日起施行。", "part from 2027-01-01"},
            {"本办法自2026年5月1日起施行，但第六条除外。", "from 2026-05-01; part from ?"},
            {"本办法除第六条外，自2026年5月1日起施行。", "from 2026-05-01; part from ?"},
            {"除法律另有规定外，本办法自2026年5月1日起施行。", "from 2026-05-01"}});
}

TEST(Terms, ReadHowLongADocumentIsValid) {
    expect({{"本办法自2026年5月1日起施行，有效期5年。", "from 2026-05-01; until for 60m0d"},
            {"本办法自2026年5月1日起施行（有效期五年）。", "from 2026-05-01; until for 60m0d"},
            {"本办法自2026年5月1日起施行，试行期2年。", "from 2026-05-01; until for 24m0d"},
            {"本通知自2026年5月1日起试行两年。", "from 2026-05-01; until for 24m0d"},
            {"现将《渡口办法》印发给你们，自2026年5月1日起施行，有效期5年。",
             "from 2026-05-01; until for 60m0d"},
            {"本办法自2026年5月1日起施行。有效期三年六个月。", "from 2026-05-01; until for 42m0d"},
            {"本办法有效期为5年，自印发之日起计算。", "until dispatched for 60m0d"},
            {"本办法自发布之日起5年内有效。", "until published for 60m0d"},
            {"本办法有效期自施行之日起5年。", "until effect for 60m0d"},
            {"本办法自2026年5月1日起施行，施行期间如遇国家政策调整，从其规定，有效期5年。",
             "from 2026-05-01; until for 60m0d"},
            {"本办法自发布之日起有效期5年。", "until published for 60m0d"},
            {"有效期限：五年。", "unsure until for 60m0d"},
            {"许可证有效期：五年。", ""},
            {"本办法自2026年5月1日起施行，五年后自动失效。", "from 2026-05-01; until for 60m0d"},
            {"本办法自2026年5月1日起施行，有效期五年（自2026年6月1日起算）。",
             "from 2026-05-01; until 2026-06-01 for 60m0d"},
            {"本办法长期有效。", ""}});
}

TEST(Terms, ReadTheLastDay) {
    expect(
        {{"本办法自2026年4月1日起施行，有效期至2030年12月31日。",
          "from 2026-04-01; until 2030-12-31"},
         {"本通知自2026年1月1日起执行至2027年12月31日止。", "from 2026-01-01; until 2027-12-31"},
         {"本通知自2026年1月1日起至2027年12月31日止执行。", "from 2026-01-01; until 2027-12-31"},
         {"本意见实施期限为2026年5月1日至2028年4月30日。", "until 2028-04-30"},
         {"本办法有效期延长至2030年12月31日。", "until 2030-12-31"},
         {"本办法自2026年5月1日起有效，有效期至2031年4月30日。",
          "from 2026-05-01; until 2031-04-30"},
         {"本办法于2031年4月30日到期。", "until 2031-04-30"},
         {"本办法自2026年5月1日0时起至2026年10月31日24时止施行。",
          "from 2026-05-01; until 2026-10-31"},
         {"本办法有效期至2026年10月31日24时。", "until 2026-10-31"},
         {"本办法有效期至2026年11月1日零时。", "until 2026-10-31"},
         {"本办法有效期至2026年11月1日18时。", "until 2026-11-01"},
         {"本办法于2026年11月1日0时自行废止。", "until 2026-10-31"},
         {"证书自2026年5月1日起有效。", ""},
         {"本办法自2026年5月1日起施行，至2031年4月30日。", "from 2026-05-01; until 2031-04-30"},
         {"本办法自2026年5月1日起施行，截止2031年4月30日。", "from 2026-05-01; until 2031-04-30"},
         {"本办法自2026年5月1日起施行，到2027年12月31日，完成改造。", "from 2026-05-01"},
         {"本办法自2026年5月1日起施行，改造持续至2027年12月31日。", "from 2026-05-01"},
         {"本办法有效期五年，自2026年5月1日起至2031年4月30日止。", "until 2031-04-30"},
         {"本办法有效期限：2026年5月1日—2031年4月30日。", "until 2031-04-30"},
         {"本办法实施年限为2026年5月1日至2031年4月30日。", "until 2031-04-30"},
         {"本办法于2030年12月31日自行废止。", "until 2030-12-31"},
         {"本办法自2026年5月1日起施行，2031年5月1日起失效。",
          "from 2026-05-01; until 2031-04-30"}});
}

TEST(Terms, LeaveTheValidityOfOtherThingsAlone) {
    for (const char* paragraph :
         {"渡船检验证书有效期为三年，有效期届满需要延续的，应当提出申请。", "许可证的有效期届满前",
          "合同期限为5年。", "本办法所称证书，有效期5年。",
          "依照本条例取得的资格证书，有效期三年。", "许可证由省水利厅核发。有效期为三年。",
          "证书有效期5年，自发证之日起计算。", "补贴执行至2027年12月31日。",
          "二、《望江省码头办法》（有效期5年）", "《渡口办法》有效期延长至2030年12月31日。",
          "凡以前取得的证书，有效期至2028年12月31日。", "未取得施工许可证的，规划许可证自行失效。",
          "有效期5年。", "本办法有效期届满前六个月进行评估。"})
        EXPECT_EQ(said(std::string(paragraph)), "") << paragraph;
    EXPECT_EQ(said(std::string("本办法自2026年5月1日起施行，发给的许可证有效期5年。")),
              "from 2026-05-01");
}

TEST(Terms, WordsOfAQuotationAreNotTheDocuments) {
    SentenceReader reader({});
    EXPECT_TRUE(closes_quotation("第五条 本条例自2010年1月1日起施行。”"));
    EXPECT_FALSE(closes_quotation("所称“渡口”"));
    for (const auto& [paragraph, later] : {std::pair{"一、增加一条：“渡口应当检验。", true},
                                           std::pair{"本条例自2010年1月1日起施行。”", false}})
        for (const std::u32string& sentence : reader.read(paragraph, later))
            EXPECT_TRUE(terms_of(sentence, Whose::Silent).empty()) << paragraph;
    for (const std::u32string& sentence : reader.read("本决定自2026年5月1日起施行。"))
        EXPECT_EQ(terms_of(sentence, Whose::Silent).size(), 1u);
}

TEST(History, ReadsTheDeedsOfANote) {
    using Kind = Deed::Kind;
    EXPECT_EQ(
        deeds_of(
            "（2020年11月20日云岭省人民政府令第4号公布　根据2026年5月6日《关于修改的决定》修正）"),
        (std::vector<Deed>{{Kind::Promulgated, {2020, 11, 20}}, {Kind::Amended, {2026, 5, 6}}}));
    EXPECT_EQ(deeds_of("《渡口办法》已经2022年3月1日省人民政府第100次常务会议通过，现予公布，自2022"
                       "年5月1日起施行。"),
              (std::vector<Deed>{{Kind::Adopted, {2022, 3, 1}}}));
}

TEST(History, TellsANewTextFromAFewNewArticles) {
    using Kind = Deed::Kind;
    EXPECT_EQ(
        deeds_of("（1998年5月1日发布　2011年1月8日《关于修改部分规章的决定》修订）").back().kind,
        Kind::Amended);
    EXPECT_EQ(deeds_of("（1998年5月1日发布　2011年1月8日云岭省人民政府令第9号修订）").back().kind,
              Kind::Revised);
}

TEST(History, LeavesTheDeedsOfOtherTextsOut) {
    EXPECT_TRUE(deeds_of("2008年12月25日第八次会议通过的《渡口条例》同时废止。").empty());
    EXPECT_EQ(deeds_of("（2001年5月1日通过，根据2020年12月23日会议通过的《关于修改的决定》修正）"),
              (std::vector<Deed>{{Deed::Kind::Adopted, {2001, 5, 1}}}));
    EXPECT_EQ(deeds_of("（2016年12月28日通过　2021年10月28日通过，2021年12月3日批准的《关于修改的决"
                       "定》修正）"),
              (std::vector<Deed>{{Deed::Kind::Adopted, {2016, 12, 28}}}));
    EXPECT_TRUE(deeds_of("（2026年2月30日通过）").empty());
}

}  // namespace
}  // namespace gongbao::editor
