// SPDX-License-Identifier: Apache-2.0
#include "core/text/doc_number.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

#include "core/document/table.hpp"

namespace {

using namespace gongbao::core;
using Form = DocNumber::Form;

struct Reading {
    const char* raw;
    Form form;
    const char* prefix;
    int year;
    int seq;
    const char* normal;
};

class ReadNumber : public testing::TestWithParam<Reading> {};

TEST_P(ReadNumber, GivesPartsAndNormalForm) {
    const Reading& want = GetParam();
    const auto number = parse_doc_number(want.raw);
    ASSERT_TRUE(number) << want.raw << ": " << why_not_doc_number(want.raw);
    EXPECT_EQ(number->form, want.form);
    EXPECT_EQ(number->prefix, want.prefix);
    EXPECT_EQ(number->year, want.year);
    EXPECT_EQ(number->seq, want.seq);
    EXPECT_EQ(number->raw, want.raw);
    EXPECT_EQ(normal_form(*number), want.normal);
    const auto again = parse_doc_number(normal_form(*number));
    ASSERT_TRUE(again);
    EXPECT_EQ(*again, *number);
    EXPECT_EQ(match_key(*again), match_key(*number));
}

INSTANTIATE_TEST_SUITE_P(
    AsTheStandardWantsIt, ReadNumber,
    testing::Values(
        Reading{"云府发〔2026〕38号", Form::Bracketed, "云府发", 2026, 38, "云府发〔2026〕38号"},
        Reading{"云府办发明电〔2020〕12号", Form::Bracketed, "云府办发明电", 2020, 12,
                "云府办发明电〔2020〕12号"},
        Reading{"国令第841号", Form::Order, "国令", 0, 841, "国令第841号"},
        Reading{"云岭省人民政府令第350号", Form::Order, "云岭省人民政府令", 0, 350,
                "云岭省人民政府令第350号"},
        Reading{"云岭省交通运输厅令2016年第62号", Form::Yearly, "云岭省交通运输厅令", 2016, 62,
                "云岭省交通运输厅令2016年第62号"},
        Reading{"公告2018年第14号", Form::Yearly, "公告", 2018, 14, "公告2018年第14号"}));

INSTANTIATE_TEST_SUITE_P(
    AsPeopleWriteIt, ReadNumber,
    testing::Values(
        Reading{"云府发[2013]36号", Form::Bracketed, "云府发", 2013, 36, "云府发〔2013〕36号"},
        Reading{"云府发(2005)20号", Form::Bracketed, "云府发", 2005, 20, "云府发〔2005〕20号"},
        Reading{"云府发（2005）20号", Form::Bracketed, "云府发", 2005, 20, "云府发〔2005〕20号"},
        Reading{"云府发【2005】20号", Form::Bracketed, "云府发", 2005, 20, "云府发〔2005〕20号"},
        Reading{"云府发［2005］20号", Form::Bracketed, "云府发", 2005, 20, "云府发〔2005〕20号"},
        Reading{"云府发(2017〕109号", Form::Bracketed, "云府发", 2017, 109, "云府发〔2017〕109号"},
        Reading{" 云 府 发 〔 2026 〕　38 号 ", Form::Bracketed, "云府发", 2026, 38,
                "云府发〔2026〕38号"},
        Reading{"\u200b云府发〔2026〕38号\u200d", Form::Bracketed, "云府发", 2026, 38,
                "云府发〔2026〕38号"},
        Reading{"云府发〔２０２６〕３８号", Form::Bracketed, "云府发", 2026, 38,
                "云府发〔2026〕38号"},
        Reading{"云府发〔2026〕第38号", Form::Bracketed, "云府发", 2026, 38, "云府发〔2026〕38号"},
        Reading{"云府发〔2026年〕38号", Form::Bracketed, "云府发", 2026, 38, "云府发〔2026〕38号"},
        Reading{"云府发〔2026〕038号", Form::Bracketed, "云府发", 2026, 38, "云府发〔2026〕38号"},
        Reading{"云府发〔2026〕38", Form::Bracketed, "云府发", 2026, 38, "云府发〔2026〕38号"},
        Reading{"云府发〔2026〕38号〔〕", Form::Bracketed, "云府发", 2026, 38,
                "云府发〔2026〕38号"},
        Reading{"云府发〔二〇二六〕三十八号", Form::Bracketed, "云府发", 2026, 38,
                "云府发〔2026〕38号"},
        Reading{"云岭省人民政府令〔2018〕第8号", Form::Bracketed, "云岭省人民政府令", 2018, 8,
                "云岭省人民政府令〔2018〕8号"}));

INSTANTIATE_TEST_SUITE_P(
    OrdersAndAnnouncements, ReadNumber,
    testing::Values(
        Reading{"省政府令 第53号", Form::Order, "省政府令", 0, 53, "省政府令第53号"},
        Reading{"省政府令53号", Form::Order, "省政府令", 0, 53, "省政府令第53号"},
        Reading{"省政府第53号令", Form::Order, "省政府令", 0, 53, "省政府令第53号"},
        Reading{"主席令第三十八号", Form::Order, "主席令", 0, 38, "主席令第38号"},
        Reading{"云岭省第十三届人民代表大会常务委员会公告第100号", Form::Order,
                "云岭省第十三届人民代表大会常务委员会公告", 0, 100,
                "云岭省第十三届人民代表大会常务委员会公告第100号"},
        Reading{"云岭省人民政府、云岭省军区令第7号", Form::Order, "云岭省人民政府、云岭省军区令", 0,
                7, "云岭省人民政府、云岭省军区令第7号"},
        Reading{"2018年第14号公告", Form::Yearly, "公告", 2018, 14, "公告2018年第14号"},
        Reading{"云岭省税务局2018年第12号", Form::Yearly, "云岭省税务局", 2018, 12,
                "云岭省税务局2018年第12号"},
        Reading{"公告二〇一八年第十四号", Form::Yearly, "公告", 2018, 14, "公告2018年第14号"},
        Reading{"云岭省商务厅令2016年62号", Form::Yearly, "云岭省商务厅令", 2016, 62,
                "云岭省商务厅令2016年第62号"}));

struct Refusal {
    const char* text;
    const char* why;
};

class RefuseNumber : public testing::TestWithParam<Refusal> {};

TEST_P(RefuseNumber, SaysWhy) {
    ASSERT_FALSE(parse_doc_number(GetParam().text)) << GetParam().text;
    EXPECT_STREQ(why_not_doc_number(GetParam().text).c_str(), GetParam().why) << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(
    Table, RefuseNumber,
    testing::Values(Refusal{"", "doc_number.empty"}, Refusal{" 　\u200b", "doc_number.empty"},
                    Refusal{"〔〕", "doc_number.empty"},
                    Refusal{"无", "doc_number.not_a_number"},  // an absence in words
                    Refusal{"关于加强政务公开工作的通知", "doc_number.not_a_number"},  // a title
                    Refusal{"2022年4月3日", "doc_number.not_a_number"},                // a date
                    Refusal{"2022-04-03", "doc_number.not_a_number"},
                    Refusal{"2022年第8期", "doc_number.no_prefix"},  // an issue
                    Refusal{"〔2026〕38号", "doc_number.no_prefix"},
                    Refusal{"2018年第14号", "doc_number.no_prefix"},
                    Refusal{"云府发〔26〕38号", "doc_number.bad_year"},  // which century
                    Refusal{"云府发〔20266〕38号", "doc_number.bad_year"},
                    Refusal{"云府发〔1026〕38号", "doc_number.bad_year"},
                    Refusal{"云府发〔2026〕号", "doc_number.no_sequence"},
                    Refusal{"云府发〔2026〕", "doc_number.no_sequence"},
                    Refusal{"云府发〔2026〕0号", "doc_number.no_sequence"},
                    Refusal{"云府发〔2014〕号16",
                            "doc_number.no_sequence"},  // 号 before the number
                    Refusal{"云府发〔2026〕38-1号", "doc_number.no_sequence"},
                    Refusal{"云府发〔2026〕38号附件1", "doc_number.trailing"},
                    Refusal{"云府发〔2026〕38号、39号", "doc_number.trailing"},
                    Refusal{"云府发〔2026 38号", "doc_number.open_bracket"},
                    Refusal{"云府发2026〕38号", "doc_number.open_bracket"},
                    Refusal{"云政 第24号", "doc_number.no_year"},  // neither year nor 令
                    Refusal{"YFF〔2026〕38号", "doc_number.bad_prefix"},
                    Refusal{"发文字号：云府发〔2026〕38号", "doc_number.bad_prefix"},
                    Refusal{"云府发〔2026〕9999999号", "doc_number.no_sequence"}));

TEST(DocNumber, RefusesAPrefixLongerThanAnyAgency) {
    std::string title;
    for (int i = 0; i < 41; ++i) title += "云";
    EXPECT_EQ(why_not_doc_number(title + "〔2026〕1号"), "doc_number.long_prefix");
}

TEST(DocNumber, EqualsAnotherWrittenFormOfItself) {
    const auto printed = parse_doc_number("云府发〔2026〕38号");
    const auto typed = parse_doc_number("云府发 [2026] 第038号");
    EXPECT_EQ(*printed, *typed);
    EXPECT_EQ(match_key(*printed), match_key(*typed));
    EXPECT_NE(match_key(*printed), match_key(*parse_doc_number("云府办发〔2026〕38号")));
    EXPECT_NE(match_key(*printed), match_key(*parse_doc_number("云府发〔2025〕38号")));
}

TEST(DocNumber, SortsByPrefixThenYearThenSequence) {
    std::vector<DocNumber> numbers;
    for (const char* text :
         {"云府发〔2026〕10号", "云府发〔2026〕9号", "云府办发〔2020〕1号", "云府发〔2025〕99号"})
        numbers.push_back(*parse_doc_number(text));
    std::sort(numbers.begin(), numbers.end());
    std::vector<std::string> order;
    for (const auto& number : numbers) order.push_back(normal_form(number));
    EXPECT_EQ(order, (std::vector<std::string>{"云府办发〔2020〕1号", "云府发〔2025〕99号",
                                               "云府发〔2026〕9号", "云府发〔2026〕10号"}));
}

}  // namespace
