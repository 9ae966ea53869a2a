// SPDX-License-Identifier: Apache-2.0
// Awkward sequences pushed across the line end one place at a time: whatever stands where, no line
// breaks a prohibition, no run is cut, nothing is overfull, and every word is on the page.
#include <gtest/gtest.h>

#include <random>

#include "core/text/text.hpp"
#include "tests/typeset/dump_check.hpp"
#include "tests/typeset/press.hpp"
#include "typeset/layout/layout_dump.hpp"

namespace gongbao::typeset {
namespace {

using tests::check_dump;
using tests::Faults;
using tests::han;
using tests::profile_named;

const std::vector<std::string> kAwkward = {
    "）。”“（一）",
    "：“《关于〈甲〉的通知》（云政发〔2026〕3号）”，",
    "——",
    "……",
    "。……",
    "……。",
    "！”——",
    "10.5%，20.8%；",
    "15～30℃",
    "9704—2012",
    "GB/T 9704—2012",
    "《甲》《乙》、《丙》",
    "（（（甲）））。",
    "“‘甲’”、“‘乙’”。",
    "？！",
    "！！！",
    "100㎡；",
    "¥3,800.50元",
    "2026/4/3",
    "第十条、第十一条",
    "https://gazette.yunling.example/a/b?c=1&d=2",
    "zhang_san@yunling.example，",
    "H₂O、CO₂",
    "A·B·C",
    "阿卜杜拉·买买提",
    "№15",
    "§3",
    "①②③",
    "3×4＝12",
    "(一)、(二)、",
    "云政办发〔2026〕138号、139号",
};

tests::TypeArea area_of(const Profile& profile) {
    return {profile.inner / 1000.0, profile.outer / 1000.0, profile.text_width() / 1000.0,
            profile.mirror};
}

core::Document pushed(const std::string& sequence) {
    std::vector<std::string> paragraphs;
    for (std::size_t before = 20; before <= 48; ++before)
        paragraphs.push_back(han(before) + sequence + han(37) + sequence + han(9) + "。");
    return tests::document("关于难排文字的通知", paragraphs);
}

class Torture : public ::testing::TestWithParam<const char*> {};

TEST_P(Torture, BreaksNoProhibitionWhateverStandsAtTheLineEnd) {
    const Profile& profile = profile_named(GetParam());
    for (const std::string& sequence : kAwkward) {
        const core::Document document = pushed(sequence);
        const LaidOut out = tests::lay_out(document, profile);
        const Faults faults = check_dump(dump_layout(out.layout), area_of(profile));
        const bool address = sequence.find("://") != std::string::npos;
        EXPECT_EQ(faults.total() - (address ? faults.split_runs + faults.lone_characters : 0), 0)
            << sequence << " | " << (faults.examples.empty() ? "" : faults.examples.front());
        EXPECT_GT(faults.lines, 60);
        for (const core::Diagnostic& finding : out.layout.findings)
            EXPECT_NE(finding.message.id, "typeset.run_too_wide") << sequence;
    }
}

TEST_P(Torture, PutsEveryWordOfRandomTextOnThePage) {
    const Profile& profile = profile_named(GetParam());
    for (unsigned seed = 1; seed <= 40; ++seed) {
        std::mt19937 random(seed);
        std::vector<std::string> paragraphs;
        for (int p = 0; p < 6; ++p) {
            std::string text;
            for (int k = 0; k < 12; ++k)
                text += han(1 + random() % 23) + kAwkward[random() % kAwkward.size()];
            paragraphs.push_back(text + han(3) + "。");
        }
        const core::Document document = tests::document("关于随机文字的通知", paragraphs);
        const LaidOut out = tests::lay_out(document, profile);
        std::string want = core::without_spaces(core::plain_text(document));
        EXPECT_EQ(tests::words_of(out.layout), want) << "seed " << seed;
        const Faults faults = check_dump(dump_layout(out.layout), area_of(profile));
        EXPECT_EQ(
            faults.forbidden_starts + faults.forbidden_ends + faults.overfull + faults.lone_lines,
            0)
            << "seed " << seed << " | " << (faults.examples.empty() ? "" : faults.examples.front());
    }
}

// Groups of one to four characters with readings of one to twelve letters, some beside each other.
core::Runs with_readings(std::mt19937& random, std::string& readings) {
    static const std::vector<std::string> kSyllables = {"ā",      "yǐ",    "zhé", "lǐng",
                                                        "zhuāng", "ㄏㄢˋ", "ḿ",   "èr"};
    core::Runs runs;
    for (int k = 0; k < 14; ++k) {
        core::Marks marks;
        if (random() % 5 == 0) marks.add(core::Mark::Emphasis);
        if (random() % 9 == 0) marks.add(core::Mark::Bold);
        if (random() % 3 != 0)
            runs.push_back(
                core::text_run(han(random() % 19) + kAwkward[random() % kAwkward.size()], marks));
        std::string reading;
        for (unsigned n = 1 + random() % 2; n > 0; --n)
            reading += kSyllables[random() % kSyllables.size()];
        runs.push_back(
            core::ruby(random() % 8 == 0 ? "GB/T" : han(1 + random() % 4), reading, marks));
        readings += reading;
    }
    runs.push_back(core::text_run(han(3) + "。"));
    return runs;
}

TEST_P(Torture, PutsEveryReadingOfRandomTextAboveThePage) {
    const Profile& profile = profile_named(GetParam());
    for (unsigned seed = 1; seed <= 40; ++seed) {
        std::mt19937 random(seed);
        std::string want;
        core::Document document = tests::document("关于随机注音的通知", {"一", "二", "三", "四"});
        for (core::Block& block : document.body) block.runs = with_readings(random, want);
        const LaidOut out = tests::lay_out(document, profile);
        EXPECT_EQ(tests::words_of(out.layout), core::without_spaces(core::plain_text(document)))
            << "seed " << seed;
        std::string readings;
        for (const Page& page : out.layout.pages)
            for (const PlacedLine& line : page.readings)
                for (std::uint32_t i = line.first; i < line.first + line.count; ++i) {
                    const char32_t c = out.layout.glyphs[i].text;
                    if (c >= kTextPool)
                        readings += core::to_utf8(out.layout.texts[c - kTextPool]);
                    else if (c != 0)
                        core::append_utf8(readings, c);
                }
        EXPECT_EQ(readings, want) << "seed " << seed;
        const Faults faults = check_dump(dump_layout(out.layout), area_of(profile));
        EXPECT_EQ(
            faults.forbidden_starts + faults.forbidden_ends + faults.overfull + faults.lone_lines,
            0)
            << "seed " << seed << " | " << (faults.examples.empty() ? "" : faults.examples.front());
    }
}

INSTANTIATE_TEST_SUITE_P(Profiles, Torture, ::testing::Values("gongbao", "gongwen"));

TEST(DumpCheck, SeesPlantedFaults) {
    const tests::TypeArea area{10, 10, 100, true};
    const auto faults = [&](const std::string& lines) {
        return check_dump("page 1 1\n" + lines, area);
    };
    EXPECT_EQ(faults("10 5 100 P 甲乙\n10 9 50 P+ 丙丁\n").total(), 0);
    EXPECT_EQ(faults("10 5 100 P 甲乙\n10 9 50 P+ ，丙丁\n").forbidden_starts, 1);
    EXPECT_EQ(faults("10 5 100 P 甲乙《\n10 9 50 P+ 丙丁\n").forbidden_ends, 1);
    EXPECT_EQ(faults("10 5 100 P 甲—\n10 9 50 P+ —丙\n").split_runs, 1);
    EXPECT_EQ(faults("10 5 100 P 甲20\n10 9 50 P+ 26年丙\n").split_runs, 1);
    EXPECT_EQ(faults("10 5 101 P 甲乙\n").overfull, 1);
    EXPECT_EQ(faults("10 5 100 P 甲乙\n10 9 50 P+ 丙。\n").lone_characters, 1);
    EXPECT_EQ(faults("10 5 100 P 甲乙\npage 2 2\n10 9 50 P+ 丙丁\n").lone_lines, 1);
    EXPECT_EQ(faults("10 5 100 P 甲乙\npage 2 2\n10 9 100 P+ 丙丁\n10 9 50 P+ 戊己\n").lone_lines,
              0);
    EXPECT_EQ(faults("10 5 100 P one \n10 9 50 P+ two\n").total(), 0) << "a space lies between";
}

}  // namespace
}  // namespace gongbao::typeset
