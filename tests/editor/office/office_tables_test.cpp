// SPDX-License-Identifier: Apache-2.0
#include "editor/office/office_tables.hpp"
#include "editor/desk/store/desk_file.hpp"

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
    EXPECT_EQ(office.database.schema_version(), 3);  // the desk's own, as it was
}

TEST(OfficeTables, OfANewerProgramAreRefused) {
    SampleOffice office;
    office.database.execute("UPDATE office_schema SET version = version + 1");
    EXPECT_EQ(refusal_of([&] { make_office_tables(office.database); }),
              "corrupt office.newer_schema");
}

TEST(OfficeTables, AreMadeWholeOrNotAtAll) {
    const gongbao::tests::ScratchFolder folder;
    core::Database database = editor::open_desk_file(folder / "office");
    database.execute("CREATE TABLE session(foreign_to_us TEXT)");
    EXPECT_NE(refusal_of([&] { make_office_tables(database); }), "none");
    EXPECT_FALSE(database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'audit'").step());
    database.execute("DROP TABLE session");
    make_office_tables(database);
    EXPECT_TRUE(AuditLog(database).verify().empty());
}

TEST(OfficeTables, AreMadeByManyAtOnce) {
    const gongbao::tests::ScratchFolder folder;
    const auto open = [&] { return editor::open_desk_file(folder / "office"); };
    core::Database database = open();
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
