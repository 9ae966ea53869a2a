// SPDX-License-Identifier: Apache-2.0
// Damaged pages: no end of the program, and no word that is neither read nor named in a finding.
// bench/mutated_pages runs more of them.
#include <gtest/gtest.h>

#include "core/text/text.hpp"
#include "tests/editor/intake/page_mutation.hpp"

namespace gongbao::editor {
namespace {

TEST(MutatedPage, LosesNoWordWithoutAFinding) {
    for (unsigned seed = 1; seed <= 60; ++seed) {
        const std::string html = mutated_page(seed);
        EXPECT_EQ(what_intake_loses(html), "") << "seed " << seed << "\n" << html;
    }
}

TEST(MutatedPage, ScanFindsTheWordsOfASource) {
    EXPECT_EQ(core::to_utf8(han_of_source(
                  "甲<p title=\"乙>\">丙<!-- 丁 --><style>戊</style>己</p x='庚'>辛")),
              "甲丙己辛");
}

}  // namespace
}  // namespace gongbao::editor
