// SPDX-License-Identifier: Apache-2.0
// Which text of the archive a citation names.
#include "archive/cited_records.hpp"

#include <gtest/gtest.h>

#include "tests/archive/sample_archive.hpp"

namespace gongbao::archive {
namespace {

using core::Citation;

std::string found(const Archive& archive, const Citation& citation) {
    CitedRecords cited(archive);
    const auto record = cited.find(citation);
    const auto again = cited.find(citation);
    EXPECT_EQ(record.has_value(), again.has_value());
    return record ? record->id : "";
}

Citation title(const std::string& words, const std::string& number = "") {
    return {Citation::Kind::Title, 0, 1, words, number};
}

TEST(CitedRecords, AreFoundByNumberOrExactTitleWhenThereIsJustOne) {
    SampleArchive sample;
    sample.archive.put_edition(edition_of(
        2026, 1,
        {record_of(notice("关于印发《节水办法》的通知", "云府发〔2026〕1号", {"甲"})),
         record_of(notice("节水办法", "云府发〔2026〕2号", {"甲"})),
         record_of(notice("工作总结", "", {"甲"})), record_of(notice("工作总结", "", {"乙"}))}));
    const Archive& archive = sample.archive;
    EXPECT_EQ(found(archive, {Citation::Kind::Number, 0, 1, "云府发〔2026〕2号", {}}), "2026-1-2");
    EXPECT_EQ(found(archive, {Citation::Kind::Number, 0, 1, "云府发〔2026〕3号", {}}), "");
    EXPECT_EQ(found(archive, title("关于印发〈节水办法〉的通知")), "2026-1-1");
    EXPECT_EQ(found(archive, title("节水办法")), "2026-1-2");
    EXPECT_EQ(found(archive, title("节水办法", "云府发〔2026〕1号")), "2026-1-1");
    EXPECT_EQ(found(archive, title("节水办法", "云府发〔2019〕1号")), "2026-1-2");
    EXPECT_EQ(found(archive, title("节水")), "");
    EXPECT_EQ(found(archive, title("節水辦法")), "") << "alike for a search, another title";
    EXPECT_EQ(found(archive, title("工作总结")), "") << "two have this title";
    EXPECT_EQ(found(archive, {Citation::Kind::Article, 0, 1, "art_1", {}}), "");
}

}  // namespace
}  // namespace gongbao::archive
