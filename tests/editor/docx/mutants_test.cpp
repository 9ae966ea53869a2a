// SPDX-License-Identifier: Apache-2.0
// No word of a damaged Word file vanishes without a finding, none is invented, and none ends the
// program. GONGBAO_MUTANTS=2000 tries more than every test run does.
#include <gtest/gtest.h>

#include <cstdlib>

#include "core/text/text.hpp"
#include "tests/editor/docx/mutants.hpp"

namespace gongbao::editor {
namespace {

TEST(DocxMutants, LoseNoWordWithoutAFinding) {
    const char* asked = std::getenv("GONGBAO_MUTANTS");
    const auto count = asked == nullptr ? 150 : std::strtoull(asked, nullptr, 10);
    std::size_t refused = 0;
    for (std::uint64_t seed = 0; seed < count; ++seed) {
        const Mutant mutant = make_mutant(seed);
        const Outcome outcome = judge(mutant);
        refused += outcome.refused;
        EXPECT_EQ(core::join(outcome.lost, " "), "") << seed << ": " << mutant.done;
        EXPECT_EQ(core::join(outcome.invented, " "), "") << seed << ": " << mutant.done;
    }
    EXPECT_LT(refused, count / 2) << "most mutants are to be read, not refused";
    RecordProperty("refused", static_cast<int>(refused));
}

TEST(DocxMutants, AreTheSameForTheSameSeed) {
    EXPECT_EQ(make_mutant(7).bytes, make_mutant(7).bytes);
    EXPECT_NE(make_mutant(7).done, make_mutant(8).done);
}

}  // namespace
}  // namespace gongbao::editor
