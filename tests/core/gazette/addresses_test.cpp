// SPDX-License-Identifier: Apache-2.0
#include "core/gazette/addresses.hpp"

#include <gtest/gtest.h>

namespace {

using namespace gongbao::core;

// Others link to them: an address that is once given stays.
TEST(Addresses, StayAsTheyWereGiven) {
    const IssueNumber special{2026, IssueKind::Special, 1, {}};
    EXPECT_EQ(edition_path(special), "/editions/2026-z1");
    EXPECT_EQ(edition_pdf_path(special), "/editions/2026-z1.pdf");
    EXPECT_EQ(document_path("2026-8-3"), "/documents/2026-8-3");
    EXPECT_EQ(document_xml_path("2026-8-3"), "/documents/2026-8-3.xml");
    EXPECT_EQ(offprint_path("2026-8-3"), "/documents/2026-8-3.pdf");
    EXPECT_EQ(year_path(2026), "/years/2026");
    EXPECT_EQ(sitemap_path(2026), "/sitemap-2026.xml");
}

TEST(NameForFile, LeavesOutWhatFileSystemsRefuse) {
    EXPECT_EQ(name_for_file("关于“甲/乙”的\n通知:<1>?", 40), "关于“甲乙”的通知1");
    EXPECT_EQ(name_for_file("甲乙丙", 2), "甲乙…");
}

}  // namespace
