// SPDX-License-Identifier: Apache-2.0
#include "editor/office/verify_office.hpp"

#include <gtest/gtest.h>

#include "editor/desk/store/desk_file.hpp"
#include "editor/desk/store/verify_desk.hpp"
#include "editor/office/office_tables.hpp"
#include "editor/people/people.hpp"
#include "tests/refusal.hpp"
#include "tests/scratch_folder.hpp"

namespace {

using namespace gongbao;
using namespace gongbao::editor;

using Told = std::vector<std::string>;

class ADeskWithAnOffice : public testing::Test {
  protected:
    ADeskWithAnOffice() {
        make_office_tables(database_);
        People(database_).begin({"admin", "管理员", "", {Role::SystemAdmin}}, {1'800'000'000});
    }
    // "office.schema_changed audit_moves_head", one a finding.
    Told after(const std::string& sql) {
        database_.execute(sql);
        Told told;
        for (const core::Diagnostic& finding : verify_office(file_))
            told.push_back(finding.message.id + " " + finding.place.steps().at(0).name);
        return told;
    }
    const tests::ScratchFolder folder_;
    const std::filesystem::path file_ = folder_ / "desk.sqlite";
    core::Database database_ = open_desk_file(file_);
};

TEST_F(ADeskWithAnOffice, IsWhole) {
    EXPECT_EQ(after(""), Told{});
}

TEST_F(ADeskWithAnOffice, MissesARule) {
    EXPECT_EQ(after("DROP TRIGGER role_stands_alone"),
              Told{"office.schema_changed role_stands_alone"});
}

TEST_F(ADeskWithAnOffice, MissesARuleThatWasMadeWeaker) {
    EXPECT_EQ(after("DROP TRIGGER audit_is_not_removed; CREATE TRIGGER audit_is_not_removed "
                    "BEFORE DELETE ON audit WHEN old.number > 5 "
                    "BEGIN SELECT RAISE(ABORT, 'no'); END;"),
              Told{"office.schema_changed audit_is_not_removed"});
}

TEST_F(ADeskWithAnOffice, TellsATriggerOfSomebodyElse) {
    EXPECT_EQ(after("CREATE TRIGGER spy AFTER INSERT ON audit BEGIN DELETE FROM session; END;"),
              Told{"desk.schema_foreign spy"});
}

TEST_F(ADeskWithAnOffice, TellsAnEditedRowOfTheAuditLog) {
    EXPECT_EQ(after("DROP TRIGGER audit_is_not_changed; UPDATE audit SET person = 'nobody';"),
              (Told{"office.schema_changed audit_is_not_changed", "audit.row_changed audit"}));
}

TEST_F(ADeskWithAnOffice, TellsThatItsAuditLogIsGone) {
    const Told told = after("DROP TABLE audit");
    EXPECT_NE(std::find(told.begin(), told.end(), "office.schema_changed audit"), told.end());
    EXPECT_NE(std::find(told.begin(), told.end(), "core.database_failed audit"), told.end());
}

TEST(ADeskWithoutAnOffice, IsProvedAlone) {
    const tests::ScratchFolder folder;
    core::Database database = open_desk_file(folder / "desk.sqlite");
    EXPECT_TRUE(verify_office(folder / "desk.sqlite").empty());
    EXPECT_FALSE(has_office(database));
    database.execute("CREATE TRIGGER role_stands_alone AFTER INSERT ON issue BEGIN SELECT 1; END;");
    EXPECT_EQ(verify_office(folder / "desk.sqlite").size(), 1u);
}

}  // namespace
