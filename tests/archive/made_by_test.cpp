// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "archive/made_by.hpp"
#include "tests/worded.hpp"

namespace gongbao::archive {
namespace {

TEST(MadeByLine, GivesBackWhatWasWritten) {
    const MadeBy made{"gongbao 1; profile gongbao; print errors accepted: 2",
                      {{"2026-8-2",
                        "王明",
                        R"(他说"已解密\")",
                        {{"disclosure.secret", {core::PlaceKind::Line, 2}, "机密★1年"}}},
                       {"2026-8-3", "x; disclosed y", "despite", {}}},
                      {{"typeset.glyph_missing", "2026-8", "李芳", "原件如此；\"无此字\""},
                       {"office.preflight.late", "2026-8-1", "; accepted", "x"}}};
    const MadeBy read = read_made_by(made_by_line(made));
    EXPECT_EQ(read.program, made.program);
    EXPECT_EQ(read.disclosed, made.disclosed);
    EXPECT_EQ(read.accepted, made.accepted);
    const MadeBy alone = read_made_by(made_by_line({"g", {}, made.accepted}));
    EXPECT_EQ(alone.program, "g");
    EXPECT_EQ(alone.accepted, made.accepted);
}

// A line is issued once and stays: its places may be in the words of an older program.
TEST(MadeByLine, ShowsPlacesInOldWordsAsTheyAre) {
    const MadeBy old =
        read_made_by(R"(g; disclosed 2026-8-2 by "王明" because "已解密" )"
                     R"(despite disclosure.secret at "第2行" reading "机密★1年" )"
                     R"(despite disclosure.draft at "table:2/row:1" reading "草案")");
    ASSERT_EQ(old.disclosed.size(), 1u);
    ASSERT_EQ(old.disclosed[0].findings.size(), 2u);
    EXPECT_EQ(gongbao::tests::worded(old.disclosed[0].findings[0].place), "第2行");
    EXPECT_EQ(old.disclosed[0].findings[0].place, core::Place(core::PlaceKind::Worded, "第2行"));
    EXPECT_EQ(gongbao::tests::worded(old.disclosed[0].findings[1].place), "表2第1行");
    EXPECT_NE(
        made_by_line({"g", {{"2026-8-2", "王明", "x", {{"a", {core::PlaceKind::Line, 2}, "b"}}}}})
            .find(R"(at "line:2" reading)"),
        std::string::npos);
}

TEST(MadeByLine, IsOneLineWhateverIsWritten) {
    EXPECT_EQ(made_by_line({"a", {{"2026-8-1", "b\nc", "d", {}}}}).find('\n'), std::string::npos);
}

TEST(MadeByLine, KeepsALineThatIsNone) {
    for (const char* line :
         {"gongbao 1", "", "gongbao; disclosed ", R"(g; disclosed 2026-8-1 by "a)",
          R"(g; disclosed 2026-8-1 by "a" because "b" and more)"}) {
        EXPECT_EQ(read_made_by(line).program, line);
        EXPECT_TRUE(read_made_by(line).disclosed.empty()) << line;
    }
}

}  // namespace
}  // namespace gongbao::archive
