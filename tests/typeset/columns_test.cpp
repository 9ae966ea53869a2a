// SPDX-License-Identifier: Apache-2.0
// Sections set in columns: equal columns, nothing lost, titles across.
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "core/document/decide_structure.hpp"
#include "core/text/text.hpp"
#include "tests/typeset/press.hpp"
#include "typeset/typeset.hpp"

namespace gongbao::typeset {
namespace {

using core::Role;

Profile in_columns(int count) {
    Profile profile = tests::profile_named("gongbao");
    profile.columns = count;
    profile.column_gap = pt(21);
    profile.column_sections = {"人事任免"};
    return profile;
}

LaidOut set(const std::vector<core::Document>& documents, const Profile& profile) {
    Job job;
    for (const core::Document& one : documents) job.items.push_back({&one, "人事任免"});
    job.date = {2026, 1, 15};
    return lay_out(job, profile, tests::fonts());
}

core::Document appointments(std::size_t paragraphs) {
    std::vector<std::string> words;
    for (std::size_t i = 0; i < paragraphs; ++i)
        words.push_back("2026年7月" + std::to_string(i % 30 + 1) + "日　任命" +
                        tests::han(20 + i % 50) + "为厅长。");
    return tests::document("人事任免", words);
}

// Lines of body text by page and by the column their left end stands in.
std::map<std::pair<std::size_t, int>, int> lines_by_column(const LaidOut& out,
                                                           const Profile& profile) {
    std::map<std::pair<std::size_t, int>, int> lines;
    const Length step = profile.column_width(profile.columns) + profile.column_gap;
    for (const tests::SeenLine& line : tests::lines_of(out.layout)) {
        if (line.tag != Tag::P || line.size != profile.style(StyleName::Paragraph).size) continue;
        const Page& page = out.layout.pages[line.page];
        const Length left = page.recto ? profile.inner : profile.outer;
        ++lines[{line.page, (line.x - left) / step}];
    }
    return lines;
}

TEST(Columns, AreEqualWhereTheTextEnds) {
    for (const int count : {2, 3}) {
        const Profile profile = in_columns(count);
        const LaidOut out = set({appointments(21)}, profile);
        const auto lines = lines_by_column(out, profile);
        ASSERT_EQ(lines.size(), static_cast<std::size_t>(count)) << "one page, all columns used";
        int most = 0;
        for (const auto& [place, number] : lines) most = std::max(most, number);
        for (const auto& [place, number] : lines)
            if (place.second + 1 < count) {
                EXPECT_GE(number, most - 2) << "column " << place.second;
            }
    }
}

TEST(Columns, FillAPageBeforeTheNextBegins) {
    const Profile profile = in_columns(2);
    const LaidOut out = set({appointments(150)}, profile);
    const auto lines = lines_by_column(out, profile);
    ASSERT_GE(out.layout.pages.size(), 3u);
    const int full = profile.text_height() / profile.line;
    EXPECT_GE(lines.at({1, 0}), full - 2);
    EXPECT_GE(lines.at({1, 1}), full - 2);
}

TEST(Columns, KeepEveryWordInItsOrder) {
    const Profile profile = in_columns(3);
    core::Document document = appointments(120);
    document.body.insert(document.body.begin() + 40,
                         tests::block(Role::Heading1, "任免事项", "一、"));
    core::decide_structure(document);
    core::assign_ids(document);
    const LaidOut out = set({document}, profile);
    EXPECT_NE(tests::words_of(out.layout).find(core::without_spaces(core::plain_text(document))),
              std::string::npos);
}

TEST(Columns, StayInsideTheirMeasure) {
    const Profile profile = in_columns(2);
    const LaidOut out = set({appointments(80)}, profile);
    const Length column = profile.column_width(2);
    for (const tests::SeenLine& line : tests::lines_of(out.layout))
        if (line.tag == Tag::P && line.size == profile.style(StyleName::Paragraph).size) {
            EXPECT_LE(line.width, column + pt(0.1)) << line.words;
        }
}

TEST(Columns, LetTitlesStandAcross) {
    const Profile profile = in_columns(2);
    const LaidOut out = set({appointments(40)}, profile);
    const tests::SeenLine title = tests::line_with(out.layout, "人事任免");
    const Length left = profile.inner;
    const Length middle = left + profile.text_width() / 2;
    for (const tests::SeenLine& line : tests::lines_of(out.layout))
        if (line.tag == Tag::H1) {
            EXPECT_LT(std::abs(line.x + line.width / 2 - middle), pt(2)) << line.words;
        }
    EXPECT_FALSE(title.words.empty());
}

TEST(Columns, AreForTheirSectionsOnly) {
    const Profile profile = in_columns(2);
    const core::Document document = appointments(40);
    Job job;
    job.items.push_back({&document, "省政府文件"});
    job.date = {2026, 1, 15};
    const LaidOut out = lay_out(job, profile, tests::fonts());
    Length widest = 0;
    for (const tests::SeenLine& line : tests::lines_of(out.layout))
        widest = std::max(widest, line.width);
    EXPECT_GT(widest, profile.column_width(2) * 3 / 2);
}

}  // namespace
}  // namespace gongbao::typeset
