// SPDX-License-Identifier: Apache-2.0
// SQL by hand: the database refuses it, and where somebody took its triggers away, verify tells.
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <random>
#include <set>

#include "core/system/digest.hpp"
#include "editor/audit/audit_log.hpp"
#include "editor/audit/row_digest.hpp"
#include "tests/editor/audit/sample_log.hpp"
#include "tests/refusal.hpp"

namespace {

using namespace gongbao;
using namespace gongbao::editor;
using gongbao::tests::drop_triggers;
using gongbao::tests::refusal_of;
using gongbao::tests::SampleLog;

constexpr const char* kRow =
    "(number, at, person, act, object, outcome, was, became, reason, digest) VALUES";

std::string row_of(std::int64_t number) {
    return std::string(kRow) + "(" + std::to_string(number) +
           ", 1900000000, 'x', 'a.b', '', 'done', '', '', '', '" + std::string(64, 'a') + "')";
}

// "audit 3 audit.row_changed", one a finding.
std::vector<std::string> told(const AuditLog& log) {
    std::vector<std::string> findings;
    for (const core::Diagnostic& finding : log.verify()) {
        const auto& step = finding.place.steps().at(0);
        findings.push_back(step.name + " " + std::to_string(step.number) + " " +
                           finding.message.id);
    }
    return findings;
}

using Told = std::vector<std::string>;

TEST(AuditTables, RefuseEveryChangeByHand) {
    SampleLog sample;
    sample.note_many(5);
    const auto refused = [&](const std::string& sql) {
        return refusal_of([&] { sample.database.execute(sql); });
    };
    for (const std::string& sql : {
             std::string("UPDATE audit SET reason = 'x' WHERE number = 3"),
             std::string("UPDATE audit SET number = 9 WHERE number = 5"),
             std::string("UPDATE OR REPLACE audit SET number = 1 WHERE number = 5"),
             std::string("DELETE FROM audit WHERE number = 5"),
             std::string("DELETE FROM audit"),
             "INSERT OR REPLACE INTO audit" + row_of(3),
             "REPLACE INTO audit" + row_of(5),
             "INSERT INTO audit" + row_of(7),
             "INSERT INTO audit" + row_of(0),
             "INSERT INTO audit" + row_of(-1),
             "INSERT INTO audit" + row_of(5) + " ON CONFLICT(number) DO UPDATE SET was = 'x'",
             std::string("UPDATE audit_head SET number = 4"),
             std::string("UPDATE audit_head SET number = 6"),
             std::string("UPDATE audit_head SET digest = ''"),
             std::string("DELETE FROM audit_head"),
             std::string("INSERT OR REPLACE INTO audit_head VALUES(1, 0, '')"),
         })
        EXPECT_EQ(refused(sql), "conflict core.database_conflict") << sql;
    EXPECT_NE(refused("UPDATE sqlite_schema SET sql = '' WHERE type = 'trigger'"), "none");
    EXPECT_TRUE(sample.log.verify().empty());
    EXPECT_EQ(sample.log.search({}).size(), 5u);
}

TEST(AuditTables, TakeNoRowOlderThanTheOneBefore) {
    SampleLog sample;
    sample.note_many(2);
    std::string sql = "INSERT INTO audit" + row_of(3);
    sql.replace(sql.find("1900000000"), 10, "1700000000");
    EXPECT_EQ(refusal_of([&] { sample.database.execute(sql); }), "conflict core.database_conflict");
}

class Tampered : public testing::Test {
  protected:
    Tampered() {
        sample_.note_many(9);
        drop_triggers(sample_.database);
    }
    Told after(const std::string& sql) {
        const core::Transaction undone(sample_.database);
        sample_.database.execute(sql);
        return told(sample_.log);
    }
    SampleLog sample_;
};

TEST_F(Tampered, RowsAreToldByTheirNumber) {
    EXPECT_EQ(after(""), Told{});
    EXPECT_EQ(after("UPDATE audit SET reason = 'x' WHERE number = 3"),
              Told{"audit 3 audit.row_changed"});
    EXPECT_EQ(after("UPDATE audit SET clock = at WHERE number = 9"),
              Told{"audit 9 audit.row_changed"});
    EXPECT_EQ(after("UPDATE audit SET was = was || became, became = '' WHERE number = 1"),
              Told{"audit 1 audit.row_changed"});
    EXPECT_EQ(after("DELETE FROM audit WHERE number IN (4, 5)"),
              Told{"audit 4 audit.rows_missing"});
    EXPECT_EQ(after("DELETE FROM audit WHERE number = 9"), Told{"audit 9 audit.rows_missing"});
    EXPECT_EQ(after("DELETE FROM audit WHERE number = 1"), Told{"audit 1 audit.rows_missing"});
    EXPECT_EQ(after("DELETE FROM audit"), Told{"audit 1 audit.rows_missing"});
    EXPECT_EQ(after("INSERT INTO audit" + row_of(0)), Told{"audit 0 audit.row_foreign"});
    EXPECT_EQ(after("INSERT INTO audit" + row_of(10)),
              (Told{"audit 10 audit.row_changed", "audit 10 audit.row_foreign"}));
}

TEST_F(Tampered, HeadsAreTold) {
    EXPECT_EQ(after("DELETE FROM audit_head"), Told{"audit 0 audit.head_damaged"});
    EXPECT_EQ(after("UPDATE audit_head SET digest = ''"), Told{"audit 9 audit.row_changed"});
    EXPECT_EQ(after("DROP TABLE audit_head"), Told{"audit 0 core.database_failed"});
    EXPECT_EQ(after("DROP TABLE audit").at(0), "audit 0 core.database_failed");
}

// A row whose digest was made anew fits by itself: the next one tells.
TEST_F(Tampered, RowsWithADigestMadeAnewAreToldByTheNext) {
    const auto forge = [&](std::int64_t number) {
        const core::Transaction undone(sample_.database);
        const std::string is_row = " WHERE number = " + std::to_string(number);
        sample_.database.execute("UPDATE audit SET person = 'nobody'" + is_row);
        core::Statement row = sample_.database.prepare(
            std::string("SELECT ") + kAuditColumns +
            ", (SELECT digest FROM audit b WHERE b.number = a.number - 1) FROM audit a" + is_row);
        row.step();
        const std::string digest = audit_digest_of(row.text(10), row);
        row.reset();
        sample_.database.execute("UPDATE audit SET digest = '" + digest + "'" + is_row);
        return told(sample_.log);
    };
    EXPECT_EQ(forge(4), Told{"audit 5 audit.row_changed"});
    EXPECT_EQ(forge(9), Told{"audit 9 audit.row_changed"});
}

class Tamperer {
  public:
    explicit Tamperer(core::Database& database, int rows) : database_(database), rows_(rows) {}

    /// Does one thing by hand; returns the smallest number that is not what it was.
    std::int64_t tamper() {
        switch (pick(6)) {
            case 0: return edit();
            case 1: return remove();
            case 2: return insert();
            case 3: return swap_numbers();
            case 4: return swap_contents();
            default: return cut_and_close();
        }
    }

  private:
    int pick(int below) { return std::uniform_int_distribution(0, below - 1)(random_); }
    std::int64_t row() { return 1 + pick(rows_); }

    std::int64_t edit() {
        static const char* const kEdits[] = {
            "at = at + 1",
            "at = at - 1",
            "clock = 5",
            "person = person || ' '",
            "person = ''",
            "act = upper(act)",
            "object = 'item 99'",
            "outcome = CASE outcome WHEN 'done' THEN 'refused' ELSE 'done' END",
            "was = substr(was, 2)",
            "became = became || char(0)",
            "reason = reason || '。'",
            "digest = replace(digest, substr(digest, 1, 1), 'g')",
            "was = was || substr(became, 1, 1), became = substr(became, 2)"};
        const std::int64_t number = row();
        run(std::string("UPDATE audit SET ") + kEdits[pick(std::size(kEdits))] +
            " WHERE number = " + std::to_string(number));
        return number;
    }

    std::int64_t remove() {
        std::int64_t first = rows_;
        for (int count = 1 + pick(3); count > 0; --count) {
            const std::int64_t number = row();
            run("DELETE FROM audit WHERE number = " + std::to_string(number));
            first = std::min(first, number);
        }
        return first;
    }

    // In front, behind, or between, where the rows that follow move on by one.
    std::int64_t insert() {
        const std::int64_t number = pick(rows_ + 2);
        shift(number, 1);
        run("INSERT INTO audit" + row_of(number));
        return number;
    }

    std::int64_t swap_numbers() {
        const auto [a, b] = pair();
        run("UPDATE audit SET number = -1 WHERE number = " + std::to_string(a));
        run("UPDATE audit SET number = " + std::to_string(a) +
            " WHERE number = " + std::to_string(b));
        run("UPDATE audit SET number = " + std::to_string(b) + " WHERE number = -1");
        return a;
    }

    // Everything but numbers and digests.
    std::int64_t swap_contents() {
        const auto [a, b] = pair();
        run("CREATE TEMP TABLE pair AS SELECT * FROM audit WHERE number IN (" + std::to_string(a) +
            ", " + std::to_string(b) + ")");
        run("UPDATE audit SET (at, person, act, object, was, became) = (SELECT at, person, act, "
            "object, was, became FROM pair WHERE pair.number <> audit.number) "
            "WHERE number IN (SELECT number FROM pair)");
        run("DROP TABLE pair");
        return a;
    }

    // Takes a row out, and closes the gap.
    std::int64_t cut_and_close() {
        const std::int64_t number = row();
        run("DELETE FROM audit WHERE number = " + std::to_string(number));
        shift(number + 1, -1);
        return number;
    }

    void shift(std::int64_t from, int by) {
        run("UPDATE audit SET number = -1000 - number WHERE number >= " + std::to_string(from));
        run("UPDATE audit SET number = -1000 - number + " + std::to_string(by) +
            " WHERE number < -500");
    }

    std::pair<std::int64_t, std::int64_t> pair() {
        const std::int64_t a = 1 + pick(rows_ - 1);
        return {a, a + 1 + pick(static_cast<int>(rows_ - a))};
    }

    void run(const std::string& sql) { database_.execute(sql); }

    core::Database& database_;
    int rows_;
    std::mt19937 random_{20260701};
};

TEST(AuditVerify, FindsTwoThousandRandomChanges) {
    constexpr int kRows = 25;
    SampleLog sample;
    sample.note_many(kRows);
    drop_triggers(sample.database);
    Tamperer tamperer(sample.database, kRows);
    for (int round = 0; round < 2000; ++round) {
        const core::Transaction undone(sample.database);
        const std::int64_t first = tamperer.tamper();
        const core::Diagnostics findings = sample.log.verify();
        ASSERT_FALSE(findings.empty()) << "round " << round << ", row " << first;
        const std::int64_t told_at = findings[0].place.steps().at(0).number;
        EXPECT_EQ(told_at, first) << "round " << round << ": " << findings[0].message.id;
    }
    EXPECT_TRUE(sample.log.verify().empty());
}

}  // namespace
