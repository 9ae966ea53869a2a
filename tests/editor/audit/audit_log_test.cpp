// SPDX-License-Identifier: Apache-2.0
#include "editor/audit/audit_log.hpp"

#include <gtest/gtest.h>

#include <thread>

#include "core/text/text.hpp"
#include "editor/audit/act.hpp"
#include "tests/editor/audit/sample_log.hpp"
#include "tests/refusal.hpp"

namespace {

using namespace gongbao;
using namespace gongbao::editor;
using gongbao::tests::kLogStart;
using gongbao::tests::refusal_of;
using gongbao::tests::SampleLog;

AuditEntry entry(const std::string& act, std::int64_t after = 0) {
    return {{kLogStart.seconds + after}, "wangming", act, "item 12", Outcome::Done, "a", "b", "c"};
}

std::vector<std::int64_t> numbers(const std::vector<AuditRow>& rows) {
    std::vector<std::int64_t> found;
    found.reserve(rows.size());
    for (const AuditRow& row : rows) found.push_back(row.number);
    return found;
}

using Numbers = std::vector<std::int64_t>;

TEST(AuditLog, GivesBackWhatWasNoted) {
    SampleLog sample;
    EXPECT_EQ(sample.log.head(), "");
    EXPECT_TRUE(sample.log.search({}).empty());
    EXPECT_TRUE(sample.log.verify().empty());
    sample.note(
        {kLogStart, "wangming", "item.receive", "item 12", Outcome::Refused, "前", "后", "理由"});
    const auto rows = sample.log.search({});
    ASSERT_EQ(rows.size(), 1u);
    EXPECT_EQ(rows[0].number, 1);
    EXPECT_EQ(rows[0].entry.at, kLogStart);
    EXPECT_EQ(rows[0].entry.person, "wangming");
    EXPECT_EQ(rows[0].entry.act, "item.receive");
    EXPECT_EQ(rows[0].entry.object, "item 12");
    EXPECT_EQ(rows[0].entry.outcome, Outcome::Refused);
    EXPECT_EQ(rows[0].entry.before, "前");
    EXPECT_EQ(rows[0].entry.after, "后");
    EXPECT_EQ(rows[0].entry.reason, "理由");
    EXPECT_FALSE(rows[0].clock);
    EXPECT_EQ(rows[0].digest, sample.log.head());
    EXPECT_EQ(rows[0].digest.size(), 64u);
    EXPECT_TRUE(sample.log.verify().empty());
}

TEST(AuditLog, IsSearchedByEachOfItsColumns) {
    SampleLog sample;
    sample.note_many(30);
    EXPECT_EQ(numbers(sample.log.search({.most = 3})), (Numbers{30, 29, 28}));
    EXPECT_EQ(numbers(sample.log.search({.below = 4})), (Numbers{3, 2, 1}));
    EXPECT_EQ(numbers(sample.log.search({.person = "wangming", .most = 2})), (Numbers{28, 25}));
    EXPECT_EQ(sample.log.search({.person = "wang"}).size(), 0u);
    EXPECT_EQ(sample.log.search({.act = "item"}).size(), 15u);
    EXPECT_EQ(sample.log.search({.act = "item.receive"}).size(), 15u);
    EXPECT_EQ(sample.log.search({.act = "ite"}).size(), 0u);
    EXPECT_EQ(sample.log.search({.act = "item.%"}).size(), 0u);
    EXPECT_EQ(numbers(sample.log.search({.object = "item 0", .below = 10})), (Numbers{8, 1}));
    EXPECT_EQ(sample.log.search({.words = "OFFICE.no_right"}).size(), 6u);
    EXPECT_EQ(numbers(sample.log.search({.words = "后  17　前"})), (Numbers{18}));
    EXPECT_EQ(sample.log.search({.words = "后 17 absent"}).size(), 0u);
    AuditQuery between;
    between.from = core::Instant{kLogStart.seconds + 10};
    between.until = core::Instant{kLogStart.seconds + 12};
    EXPECT_EQ(numbers(sample.log.search(between)), (Numbers{12, 11}));
    EXPECT_TRUE(sample.log.search({.most = 0}).empty());
    EXPECT_TRUE(sample.log.search({.most = -1}).empty());
    EXPECT_TRUE(sample.log.search({.person = "' OR 1 --"}).empty());
}

TEST(AuditLog, KeepsItsOrderWhenTheClockIsSetBack) {
    SampleLog sample;
    sample.note(entry("a.first", 100));
    sample.note(entry("a.second", 40));
    sample.note(entry("a.third", 101));
    const auto rows = sample.log.search({});
    EXPECT_EQ(rows[1].entry.at.seconds, kLogStart.seconds + 100);
    EXPECT_EQ(rows[1].clock, core::Instant{kLogStart.seconds + 40});
    EXPECT_EQ(rows[0].entry.at.seconds, kLogStart.seconds + 101);
    EXPECT_FALSE(rows[0].clock);
    EXPECT_TRUE(sample.log.verify().empty());
}

TEST(AuditLog, TakesAnythingThatSomebodyMayHaveTyped) {
    SampleLog sample;
    AuditEntry odd = entry("session.sign_in");
    odd.person = std::string("a\0b\xFF\x1B[2Jé", 10);
    odd.reason = std::string(10'000'000, 'x');
    odd.before = "\xC3";
    sample.note(odd);
    const auto rows = sample.log.search({});
    ASSERT_EQ(rows.size(), 1u);
    EXPECT_EQ(rows[0].entry.person, "a\uFFFDb\uFFFD\uFFFD[2Jé");
    EXPECT_EQ(core::length(rows[0].entry.reason), 100'001u);
    EXPECT_TRUE(rows[0].entry.reason.ends_with("x…"));
    EXPECT_EQ(rows[0].entry.before, "\uFFFD");
    EXPECT_TRUE(sample.log.verify().empty());
    EXPECT_EQ(refusal_of([&] { sample.note(entry("")); }), "conflict core.database_conflict");
    EXPECT_EQ(sample.log.search({}).size(), 1u);
}

TEST(AuditLog, IsWrittenByTwoAtOnceWithoutAGap) {
    SampleLog sample;
    const auto write = [&sample](const char* act) {
        core::Database own = sample.open();
        for (int i = 0; i < 40; ++i) {
            core::Transaction transaction(own);
            AuditLog(own).note(entry(act, i));
            transaction.commit();
        }
    };
    std::thread one(write, "a.one");
    std::thread two(write, "a.two");
    one.join();
    two.join();
    EXPECT_EQ(sample.log.search({.act = "a.one"}).size(), 40u);
    EXPECT_EQ(sample.log.search({.most = 1}).at(0).number, 80);
    EXPECT_TRUE(sample.log.verify().empty());
}

TEST(Act, StandsOrFallsWithItsRow) {
    SampleLog sample;
    sample.database.execute("CREATE TABLE thing(name TEXT)");
    const auto things = [&] {
        core::Statement row = sample.database.prepare("SELECT count(*) FROM thing");
        row.step();
        return row.integer(0);
    };
    const int given = acted(sample.database, entry("thing.make"), [&](AuditEntry& made) {
        sample.database.execute("INSERT INTO thing VALUES('甲')");
        made.after = "甲";
        return 7;
    });
    EXPECT_EQ(given, 7);
    EXPECT_EQ(things(), 1);
    EXPECT_EQ(sample.log.search({}).at(0).entry.after, "甲");

    const auto refused = [&](core::ErrorKind kind) {
        return refusal_of([&] {
            acted(sample.database, entry("thing.make"), [&](AuditEntry& made) -> int {
                sample.database.execute("INSERT INTO thing VALUES('乙')");
                made.after = "乙";
                throw core::Error(kind, {"office.no_right", {}});
            });
        });
    };
    EXPECT_EQ(refused(core::ErrorKind::Forbidden), "forbidden office.no_right");
    EXPECT_EQ(things(), 1);
    const AuditEntry row = sample.log.search({}).at(0).entry;
    EXPECT_EQ(row.outcome, Outcome::Refused);
    EXPECT_EQ(row.reason, "office.no_right");
    EXPECT_EQ(row.before, "a");
    EXPECT_EQ(row.after, "");
    EXPECT_EQ(refused(core::ErrorKind::Unavailable), "unavailable office.no_right");
    EXPECT_EQ(things(), 1);
    EXPECT_EQ(sample.log.search({}).size(), 2u);
}

}  // namespace
