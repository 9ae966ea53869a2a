// SPDX-License-Identifier: Apache-2.0
#include "server/http/conditional.hpp"

#include <gtest/gtest.h>

#include <ostream>

namespace gongbao::server {
namespace {

using Fields = std::vector<std::pair<std::string, std::string>>;

Request with(Fields fields) {
    Request request;
    request.fields = std::move(fields);
    return request;
}

const core::Instant kIssued{1'600'000'000};  // Sun, 13 Sep 2020 12:26:40 GMT

TEST(Conditional, ComparesEntityTagsWeaklyInLists) {
    for (const char* list : {"\"a\"", "W/\"a\"", "\"x\", \"a\"", "\"x\",W/\"a\"", "*", " * ",
                             "\"with, comma\", \"a\""})
        EXPECT_TRUE(names_etag(list, "\"a\"")) << list;
    for (const char* list : {"", "a", "\"b\"", "\"a", "\"A\"", "\"x, \"a\"", "\"\""})
        EXPECT_FALSE(names_etag(list, "\"a\"")) << list;
}

TEST(Conditional, LetsTheTagDecideBeforeTheDate) {
    const std::string later = core::http_date({kIssued.seconds + 60});
    EXPECT_TRUE(is_not_modified(with({{"if-none-match", "\"a\""}}), "\"a\"", kIssued));
    EXPECT_FALSE(is_not_modified(with({{"if-none-match", "\"b\""}, {"if-modified-since", later}}),
                                 "\"a\"", kIssued));
}

TEST(Conditional, ComparesDatesWhenThereIsNoTag) {
    const auto since = [](std::int64_t seconds) {
        return with({{"if-modified-since", core::http_date({kIssued.seconds + seconds})}});
    };
    EXPECT_TRUE(is_not_modified(since(0), "\"a\"", kIssued));
    EXPECT_TRUE(is_not_modified(since(1), "\"a\"", kIssued));
    EXPECT_FALSE(is_not_modified(since(-1), "\"a\"", kIssued));
    EXPECT_FALSE(is_not_modified(since(0), "\"a\"", {}));
    EXPECT_FALSE(is_not_modified(with({}), "\"a\"", kIssued));
}

TEST(Conditional, ReadsHttpDatesBack) {
    EXPECT_EQ(parse_http_date(core::http_date(kIssued)), kIssued);
    for (const char* text : {"", "yesterday", "Sun, 31 Feb 2020 12:26:40 GMT",
                             "Sun, 13 Sep 2020 24:26:40 GMT", "Sun, 13 Sep 2020 12:26:40 CET",
                             "Sun, 13 Foo 2020 12:26:40 GMT", "Sun, +3 Sep 2020 12:26:40 GMT"})
        EXPECT_FALSE(parse_http_date(text)) << text;
}

struct RangeRow {
    const char* range;
    RangeAnswer::Kind kind;
    std::int64_t begin;
    std::int64_t end;
};

void PrintTo(const RangeRow& row, std::ostream* out) {
    *out << row.range;
}

class Ranges : public testing::TestWithParam<RangeRow> {};

TEST_P(Ranges, AreReadAsTheStandardSays) {
    const RangeRow& row = GetParam();
    const auto answer = wanted_range(with({{"range", row.range}}), "\"a\"", 1'000);
    EXPECT_EQ(answer.kind, row.kind) << row.range;
    EXPECT_EQ(answer.part.begin, row.begin) << row.range;
    EXPECT_EQ(answer.part.end, row.end) << row.range;
}

using Kind = RangeAnswer::Kind;
INSTANTIATE_TEST_SUITE_P(
    OfAThousandBytes, Ranges,
    testing::Values(
        RangeRow{"bytes=0-99", Kind::Part, 0, 100}, RangeRow{"bytes=0-0", Kind::Part, 0, 1},
        RangeRow{"bytes=990-", Kind::Part, 990, 1'000},
        RangeRow{"bytes=990-5000", Kind::Part, 990, 1'000},
        RangeRow{"bytes=-5", Kind::Part, 995, 1'000}, RangeRow{"bytes=-5000", Kind::Part, 0, 1'000},
        RangeRow{"bytes= 1-2 ", Kind::Part, 1, 3},
        RangeRow{"bytes=1000-", Kind::Unsatisfiable, 0, 0},
        RangeRow{"bytes=2000-3000", Kind::Unsatisfiable, 0, 0},
        RangeRow{"bytes=-0", Kind::Unsatisfiable, 0, 0}, RangeRow{"bytes=9-1", Kind::Whole, 0, 0},
        RangeRow{"bytes=abc", Kind::Whole, 0, 0}, RangeRow{"bytes=-", Kind::Whole, 0, 0},
        RangeRow{"bytes=", Kind::Whole, 0, 0}, RangeRow{"bytes=+1-2", Kind::Whole, 0, 0},
        RangeRow{"bytes=1--2", Kind::Whole, 0, 0},
        RangeRow{"bytes=99999999999999999999-", Kind::Whole, 0, 0},
        RangeRow{"bytes=0-0,-1", Kind::Whole, 0, 0}, RangeRow{"lines=1-2", Kind::Whole, 0, 0}));

TEST(Ranges, AreTakenOnlyWhenIfRangeMatchesStrongly) {
    const auto kind = [](const char* condition) {
        return wanted_range(with({{"range", "bytes=0-9"}, {"if-range", condition}}), "\"a\"", 1'000)
            .kind;
    };
    EXPECT_EQ(kind("\"a\""), Kind::Part);
    EXPECT_EQ(kind("\"b\""), Kind::Whole);
    EXPECT_EQ(kind("W/\"a\""), Kind::Whole);
}

TEST(Conditional, ReadsTheOldFormsOfADate) {
    for (const char* text : {"Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT",
                             "Sun Nov  6 08:49:37 1994"})
        EXPECT_EQ(parse_http_date(text), core::Instant{784'111'777}) << text;
    EXPECT_EQ(parse_http_date("Sunday, 13-Sep-20 12:26:40 GMT"), kIssued);
    for (const char* text : {"Sunday, 06-Nov-1994 08:49:37 GMT", "Sunday, 06 Nov 94 08:49:37 GMT",
                             "Sun Nov  6 08.49.37 1994", "Sun Nov  6 1994", ", GMT", "GMT", ""})
        EXPECT_FALSE(parse_http_date(text)) << text;
}

TEST(Conditional, RefusesWhatIsAskedOfAnotherVersion) {
    const auto fails = [](const std::string& name, const std::string& value) {
        return precondition_fails(with({{name, value}}), {"\"a\"", "\"b\""}, kIssued);
    };
    for (const char* tags : {"*", "\"a\"", "\"x\", \"b\""})
        EXPECT_FALSE(fails("if-match", tags)) << tags;
    for (const char* tags : {"\"x\"", "W/\"a\"", ""}) EXPECT_TRUE(fails("if-match", tags)) << tags;
    EXPECT_FALSE(fails("if-unmodified-since", core::http_date(kIssued)));
    EXPECT_TRUE(fails("if-unmodified-since", core::http_date({kIssued.seconds - 1})));
    EXPECT_FALSE(fails("if-unmodified-since", "yesterday"));
    EXPECT_FALSE(
        precondition_fails(with({{"if-unmodified-since", core::http_date({0})}}), {"\"a\""}, {}));
    EXPECT_FALSE(precondition_fails(
        with({{"if-match", "\"a\""}, {"if-unmodified-since", core::http_date({0})}}), {"\"a\""},
        kIssued));
}

}  // namespace
}  // namespace gongbao::server
