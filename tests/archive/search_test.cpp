// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <set>

#include "tests/archive/sample_archive.hpp"

namespace gongbao::archive {
namespace {

using Step = SearchAnswer::Step;
using Ids = std::vector<std::string>;

class Search : public testing::Test {
  protected:
    Search() {
        sample_.archive.put_edition(edition_of(
            2025, 3,
            {record_of(notice("云岭省粮食安全办法", "云府规〔2025〕1号",
                              {"第一条　为了保障粮食安全，根据《立法法》制定本办法。",
                               "其中，国家储备粮按GB/T 9704—2012执行。"})),
             record_of(notice("关于印发《云岭省林草管理办法》的通知", "云府发〔2025〕2号",
                              {"各市人民政府：", "责任到人，保障林草。PM2.5不超过35微克。"}),
                       "部门文件")}));
        sample_.archive.put_edition(edition_of(
            2026, 1,
            {record_of(notice("云岭省财政厅关于预算公开的通知", "云财预〔2026〕7号",
                              {"落实《云岭省粮食安全办法》（云府规〔2025〕1号），公开财政预算。"},
                              "云岭省财政厅")),
             record_of(notice("名单", "", {"犇、喆、堃、\U00020000。粮。"}))}));
    }

    SearchAnswer ask(const std::string& text) const {
        SearchRequest request;
        request.text = text;
        return sample_.archive.search(request);
    }
    static Ids ids(const SearchAnswer& answer) {
        Ids all;
        for (const SearchHit& hit : answer.hits) all.push_back(hit.record.id);
        return all;
    }
    Ids found(const std::string& text) const { return ids(ask(text)); }

    SampleArchive sample_;
};

TEST_F(Search, FindsOneCharacter) {
    EXPECT_EQ(ask("粮").total, 3);
    EXPECT_EQ(found("犇"), Ids{"2026-1-2"});
    EXPECT_EQ(found("\U00020000"), Ids{"2026-1-2"}) << "beyond the BMP";
    EXPECT_EQ(ask("囧").step, Step::None);
}

TEST_F(Search, FindsTwoCharacterWords) {
    EXPECT_EQ(found("林草"), Ids{"2025-3-2"});
    EXPECT_EQ(ask("粮食").total, 2);
}

TEST_F(Search, DoesNotReadAcrossPunctuation) {
    EXPECT_EQ(ask("中国").total, 0) << "其中，国家";
    EXPECT_EQ(ask("法制").total, 0) << "《立法法》制定";
}

TEST_F(Search, FindsPhrasesWithTheirPunctuation) {
    const SearchAnswer answer = ask("保障粮食安全，根据《立法法》制定");
    EXPECT_EQ(answer.step, Step::Phrase);
    EXPECT_EQ(ids(answer), Ids{"2025-3-1"});
}

TEST_F(Search, FindsADocumentByItsNumberHoweverWritten) {
    for (const char* number :
         {"云府规〔2025〕1号", "云府规[2025]1号", "云府规（2025）1号", "云府规【2025】1号",
          "云府规〔２０２５〕１号", "云府规〔2025〕1", "雲府規〔2025〕1號", "云府规2025年第1号",
          "  云府规 〔2025〕 1号 "}) {
        const SearchAnswer answer = ask(number);
        EXPECT_EQ(answer.step, Step::Number) << number;
        EXPECT_EQ(answer.total, 1) << number;
        EXPECT_EQ(ids(answer), Ids{"2025-3-1"}) << number;
    }
}

TEST_F(Search, LooksForTheWordsOfANumberThatNobodyHas) {
    EXPECT_EQ(ask("云府规〔2025〕9号").step, Step::AnyWord) << "9 is nowhere, 云府规 and 2025 are";
    EXPECT_EQ(ask("云财预〔2025〕7号").step, Step::AllWords);
}

TEST_F(Search, PutsTheExactTitleFirst) {
    const SearchAnswer answer = ask("云岭省粮食安全办法");
    EXPECT_EQ(answer.step, Step::Title);
    EXPECT_EQ(ids(answer), (Ids{"2025-3-1", "2026-1-1"})) << "then who cites it, though newer";
    EXPECT_EQ(answer.total, 2);
}

TEST_F(Search, KnowsATitleWithoutItsMarks) {
    for (const char* title :
         {"关于印发云岭省林草管理办法的通知", "關於印發《雲嶺省林草管理辦法》的通知",
          "关于印发 云岭省林草管理办法 的通知"}) {
        const SearchAnswer answer = ask(title);
        EXPECT_EQ(answer.step, Step::Title) << title;
        EXPECT_EQ(ids(answer).front(), "2025-3-2") << title;
    }
}

TEST_F(Search, WantsEveryWord) {
    const SearchAnswer answer = ask("粮食 公开");
    EXPECT_EQ(answer.step, Step::AllWords);
    EXPECT_EQ(ids(answer), Ids{"2026-1-1"});
}

TEST_F(Search, ThenAnyWord) {
    const SearchAnswer answer = ask("林草 火星");
    EXPECT_EQ(answer.step, Step::AnyWord);
    EXPECT_EQ(ids(answer), Ids{"2025-3-2"});
}

TEST_F(Search, DividesAPhraseNobodyWrote) {
    const SearchAnswer answer = ask("财政粮食");
    EXPECT_EQ(answer.step, Step::AllWords);
    EXPECT_EQ(ids(answer), Ids{"2026-1-1"});
    EXPECT_EQ(ask("林草火星人").step, Step::AnyWord) << "火星人 is nowhere";
}

TEST_F(Search, TakesQuotedWordsAsAPhrase) {
    EXPECT_EQ(ask("\"粮食 安全\"").step, Step::Phrase);
    EXPECT_EQ(found("“林草 管理”"), Ids{"2025-3-2"});
}

TEST_F(Search, FindsTraditionalAndFullWidthForms) {
    EXPECT_EQ(ask("糧食").total, ask("粮食").total);
    EXPECT_EQ(found("ＧＢ／Ｔ９７０４"), Ids{"2025-3-1"});
    EXPECT_EQ(found("gb/t 9704-2012"), Ids{"2025-3-1"});
    EXPECT_EQ(found("ｐｍ２.５"), Ids{"2025-3-2"});
}

TEST_F(Search, FindsNumbersAsAWhole) {
    EXPECT_EQ(found("9704"), Ids{"2025-3-1"});
    EXPECT_EQ(ask("970").total, 0);
    EXPECT_EQ(ask("704").total, 0);
}

TEST_F(Search, MarksWhereTheWordsStand) {
    const SearchAnswer answer = ask("林草");
    ASSERT_EQ(answer.hits.size(), 1u);
    const SearchHit& hit = answer.hits.front();
    ASSERT_EQ(hit.title.ranges.size(), 1u);
    const auto range = hit.title.ranges.front();
    EXPECT_EQ(hit.title.text.substr(range.begin, range.end - range.begin), "林草");
    EXPECT_EQ(hit.snippet.text, "责任到人，保障林草。PM2.5不超过35微克。");
}

TEST_F(Search, NarrowsByYearSectionAndIssuer) {
    SearchRequest request;
    request.text = "云岭省";
    EXPECT_EQ(sample_.archive.search(request).total, 4) << "the office signs every notice";
    request.year = 2025;
    EXPECT_EQ(sample_.archive.search(request).total, 2);
    request.section = "部门文件";
    EXPECT_EQ(ids(sample_.archive.search(request)), Ids{"2025-3-2"});
    request = {};
    request.text = "预算";
    request.issuer = "云岭省财政厅";
    EXPECT_EQ(sample_.archive.search(request).total, 1);
    request.issuer = "云岭省";
    EXPECT_EQ(sample_.archive.search(request).total, 0) << "an issuer is a whole name";
    request = {};
    request.text = "云府规〔2025〕1号";
    request.year = 2026;
    EXPECT_EQ(ids(sample_.archive.search(request)), Ids{"2026-1-1"})
        << "not the document, but the one of that year that cites it";
}

TEST_F(Search, DoesNotFindFiltersAsWords) {
    for (const char* typed : {"y2025", "\x1Fy2025", "facets"})
        EXPECT_NE(ask(typed).step, Step::Phrase) << typed;
}

TEST_F(Search, OrdersByTimeWhenAsked) {
    SearchRequest request;
    request.text = "粮食";
    request.order = SearchRequest::Order::Newest;
    EXPECT_EQ(ids(sample_.archive.search(request)), (Ids{"2026-1-1", "2025-3-1"}));
    request.order = SearchRequest::Order::Relevance;
    EXPECT_EQ(ids(sample_.archive.search(request)), (Ids{"2025-3-1", "2026-1-1"}))
        << "a word in the title weighs more than a year";
}

TEST_F(Search, NeverFailsWhateverIsTyped) {
    std::string everything;
    for (int c = 0; c < 256; ++c) everything += static_cast<char>(c);
    std::string ten_kilobytes;
    while (ten_kilobytes.size() < 10240) ten_kilobytes += "粮食\" OR * 安全 (";
    std::string one_word;
    while (one_word.size() < 10240) one_word += "粮食安全责任";
    for (const std::string& typed : {std::string(),
                                     std::string(" "),
                                     std::string("\""),
                                     std::string("\"\"\""),
                                     std::string("*"),
                                     std::string("'"),
                                     std::string("AND"),
                                     std::string("OR NOT"),
                                     std::string("NEAR(粮 食, 2)"),
                                     std::string("title : 粮"),
                                     std::string("{title} : 粮"),
                                     std::string("^粮"),
                                     std::string("粮*"),
                                     std::string("-粮"),
                                     std::string("粮\0食", 7),
                                     std::string("\0", 1),
                                     std::string("\xFF\xFE"),
                                     std::string("\xED\xA0\x80"),
                                     std::string("，。！？"),
                                     std::string("%_"),
                                     std::string("'; DROP TABLE record; --"),
                                     std::string("\U0010FFFF"),
                                     std::string("\uFFFF"),
                                     everything,
                                     ten_kilobytes,
                                     one_word,
                                     std::string(10240, 'a'),
                                     std::string(10240, '"'),
                                     std::string(10240, ' ')}) {
        const SearchAnswer answer = ask(typed);
        EXPECT_GE(answer.total, static_cast<std::int64_t>(answer.hits.size()));
        EXPECT_EQ(answer.step == Step::None, answer.total == 0);
    }
}

TEST_F(Search, TakesAnyPage) {
    SearchRequest request;
    request.text = "云岭省";
    request.limit = 0;
    EXPECT_EQ(sample_.archive.search(request).total, 4);
    EXPECT_TRUE(sample_.archive.search(request).hits.empty());
    for (const int offset : {-5, 4, 1000000, INT32_MAX})
        for (const int limit : {-1, 0, 10, INT32_MAX}) {
            request.offset = offset;
            request.limit = limit;
            EXPECT_EQ(sample_.archive.search(request).hits.size(),
                      offset < 0 && limit > 0 ? 4u : 0u);
        }
}

// More matches than are ranked: every one must still stand on exactly one page.
TEST(SearchOfManyMatches, ShowsEachRecordOnce) {
    SampleArchive sample;
    constexpr int kRecords = 2600;
    std::vector<NewRecord> records;
    for (int i = 0; i < kRecords; ++i)
        records.push_back(record_of(notice(i % 1000 == 999 ? "粮食通知" : "通知", "",
                                           {"第" + std::to_string(i) + "件：粮食"})));
    sample.archive.put_edition(edition_of(2026, 1, std::move(records)));
    SearchRequest request;
    request.text = "粮食";
    request.limit = 100;
    std::set<std::string> seen;
    for (; request.offset < kRecords; request.offset += request.limit) {
        const SearchAnswer answer = sample.archive.search(request);
        EXPECT_EQ(answer.total, kRecords);
        EXPECT_EQ(answer.hits.size(), 100u);
        for (const SearchHit& hit : answer.hits) {
            EXPECT_TRUE(seen.insert(hit.record.id).second) << hit.record.id;
            EXPECT_EQ(hit.record.title == "粮食通知", seen.size() <= 2) << "titles stand first";
        }
    }
    EXPECT_EQ(seen.size(), static_cast<std::size_t>(kRecords));
}

}  // namespace
}  // namespace gongbao::archive
