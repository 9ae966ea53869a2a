// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "archive/made_by.hpp"

namespace gongbao::archive {
namespace {

TEST(MadeByLine, GivesBackWhatWasWritten) {
    const MadeBy made{
        "gongbao 1; profile gongbao; print errors accepted: 2",
        {{"2026-8-2", "王明", R"(他说"已解密\")", {{"disclosure.secret", "第2行", "机密★1年"}}},
         {"2026-8-3", "x; disclosed y", "despite", {}}}};
    const MadeBy read = read_made_by(made_by_line(made));
    EXPECT_EQ(read.program, made.program);
    EXPECT_EQ(read.disclosed, made.disclosed);
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
