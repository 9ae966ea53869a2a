// SPDX-License-Identifier: Apache-2.0
#include "editor/office/office_tables.hpp"

#include <gtest/gtest.h>

#include <thread>

#include "tests/editor/people/sample_office.hpp"

namespace {

using namespace gongbao;
using namespace gongbao::editor;
using gongbao::tests::refusal_of;
using gongbao::tests::SampleOffice;

TEST(OfficeTables, AreMadeOnce) {
    SampleOffice office;
    EXPECT_EQ(office.count("office_schema"), 1);
    make_office_tables(office.database);
    make_office_tables(office.database);
    EXPECT_EQ(office.count("office_schema"), 1);
    EXPECT_EQ(office.people.all().size(), 1u);
    EXPECT_EQ(office.database.schema_version(), 0);  // the desk's own
}

TEST(OfficeTables, OfANewerProgramAreRefused) {
    SampleOffice office;
    office.database.execute("UPDATE office_schema SET version = version + 1");
    EXPECT_EQ(refusal_of([&] { make_office_tables(office.database); }),
              "corrupt office.newer_schema");
}

TEST(OfficeTables, AreMadeWholeOrNotAtAll) {
    const gongbao::tests::ScratchFolder folder;
    core::Database database = core::Database::open(folder / "office", core::Database::Mode::Create,
                                                   gongbao::tests::kOfficeMark);
    make_desk_tables(database);
    database.execute("CREATE TABLE session(foreign_to_us TEXT)");
    EXPECT_NE(refusal_of([&] { make_office_tables(database); }), "none");
    EXPECT_FALSE(database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'audit'").step());
    database.execute("DROP TABLE session");
    make_office_tables(database);
    EXPECT_TRUE(AuditLog(database).verify().empty());
}

TEST(OfficeTables, AreMadeByManyAtOnce) {
    const gongbao::tests::ScratchFolder folder;
    const auto open = [&] {
        return core::Database::open(folder / "office", core::Database::Mode::Create,
                                    gongbao::tests::kOfficeMark);
    };
    core::Database database = open();
    make_desk_tables(database);
    std::vector<std::thread> threads;
    for (int i = 0; i < 6; ++i)
        threads.emplace_back([&] {
            core::Database own = open();
            make_office_tables(own);
        });
    for (std::thread& thread : threads) thread.join();
    core::Statement row = database.prepare("SELECT count(*) FROM office_schema");
    row.step();
    EXPECT_EQ(row.integer(0), 1);
}

}  // namespace
