// SPDX-License-Identifier: Apache-2.0
// Signatures and dates: letter-spaced names, persons with their posts, the agencies of a joint
// document.
#include <gtest/gtest.h>

#include "core/document/decide_structure.hpp"
#include "core/text/text.hpp"
#include "tests/typeset/press.hpp"

namespace gongbao::typeset {
namespace {

using core::Role;
using tests::block;
using tests::line_with;
using tests::profile_named;

core::Document signed_by(const std::vector<std::string>& names) {
    core::Document one = tests::document("关于工作的通知", {"现予公布。"});
    for (const std::string& name : names) one.conclusions.push_back(block(Role::Signature, name));
    one.conclusions.push_back(block(Role::Date, "2026年11月23日"));
    core::decide_structure(one);
    core::assign_ids(one);
    return one;
}

// x of the first glyph of `c` beside the words `part`, which may be a part of their line, from the
// page's left edge.
Length place_of(const Layout& layout, std::string_view part, char32_t c) {
    const tests::SeenLine beside = line_with(layout, part);
    for (const PlacedLine& line : layout.pages[beside.page].lines) {
        if (line.y != beside.y) continue;
        for (std::uint32_t i = 0; i < line.count; ++i)
            if (layout.glyphs[line.first + i].text == c)
                return line.x + layout.glyphs[line.first + i].x;
    }
    ADD_FAILURE() << part;
    return 0;
}

Length right_edge(const Profile& profile) {
    return profile.inner + profile.text_width();
}

TEST(Signature, SpacesAShortAgencyAndAPersonsPostAndName) {
    const Profile& profile = profile_named("gongbao");
    const Length em = profile.style(StyleName::Signature).size;
    EXPECT_EQ(line_with(tests::lay_out(signed_by({"国务院"}), profile).layout, "国务院").width,
              4 * em);
    EXPECT_EQ(
        line_with(tests::lay_out(signed_by({"云岭省财政厅"}), profile).layout, "云岭省").width,
        6 * em);
    // 总　理　李　强: two characters take three, one between.
    const LaidOut out = tests::lay_out(signed_by({"总理　李强"}), profile);
    EXPECT_EQ(place_of(out.layout, "总理", U'理') - place_of(out.layout, "总理", U'总'), 2 * em);
    EXPECT_EQ(place_of(out.layout, "总理", U'李') - place_of(out.layout, "总理", U'理'), 2 * em);
    EXPECT_EQ(place_of(out.layout, "总理", U'强') - place_of(out.layout, "总理", U'李'), 2 * em);
}

TEST(Signature, WidensAPlainSpaceBetweenPostAndName) {
    const Profile& profile = profile_named("gongwen-order");
    const Length em = profile.style(StyleName::Signer).size;
    const LaidOut out = tests::lay_out(signed_by({"省长 陆怀舟"}), profile);
    EXPECT_EQ(place_of(out.layout, "省长", U'陆') - place_of(out.layout, "省长", U'长'), 3 * em)
        << "two characters of white space (GB/T 9704-2012, 7.3.5.3)";
    const auto line = line_with(out.layout, "陆怀舟");
    EXPECT_NEAR(line.x + line.width, right_edge(profile) - 4 * em, 2);
}

TEST(Signature, LeavesWhatTheAuthorSpacedHimself) {
    const Profile& profile = profile_named("gongbao");
    const Length em = profile.style(StyleName::Signer).size;
    const LaidOut out = tests::lay_out(signed_by({"省　长　陆怀舟"}), profile);
    EXPECT_EQ(place_of(out.layout, "陆怀舟", U'长') - place_of(out.layout, "陆怀舟", U'省'),
              2 * em);
    const auto name = line_with(out.layout, "陆怀舟");
    EXPECT_EQ(name.x + name.width - place_of(out.layout, "陆怀舟", U'省'), 7 * em);
}

TEST(Signature, LinesUpThePostsAndNamesOfSeveralPersons) {
    const Profile& profile = profile_named("gongwen-order");
    const LaidOut out = tests::lay_out(
        signed_by({"省财政厅厅长　何一舟", "省教育厅厅长　陆明", "主任　欧阳怀舟"}), profile);
    EXPECT_EQ(place_of(out.layout, "何一舟", U'何'), place_of(out.layout, "陆明", U'陆'));
    EXPECT_EQ(place_of(out.layout, "何一舟", U'何'), place_of(out.layout, "欧阳", U'欧'));
    EXPECT_EQ(place_of(out.layout, "何一舟", U'省'), place_of(out.layout, "欧阳", U'主'));
    EXPECT_LT(line_with(out.layout, "何一舟").y, line_with(out.layout, "陆明").y);
}

TEST(Signature, SetsJointAgenciesInRowsTheLastAboveTheDate) {
    const Profile& profile = profile_named("gongbao");
    const std::vector<std::string> names = {"云岭省财政厅", "云岭省教育厅", "云岭省民政厅",
                                            "云岭省发展和改革委员会", "云岭省水利厅"};
    const LaidOut out = tests::lay_out(signed_by(names), profile);
    std::vector<tests::SeenLine> lines;
    for (const std::string& name : names) lines.push_back(line_with(out.layout, name));
    EXPECT_EQ(lines[0].y, lines[1].y);
    EXPECT_EQ(lines[1].y, lines[2].y);
    EXPECT_EQ(lines[3].y, lines[4].y);
    EXPECT_LT(lines[2].y, lines[3].y);
    EXPECT_LT(lines[0].x + lines[0].width, lines[1].x);
    EXPECT_LT(lines[3].x + lines[3].width, lines[4].x);
    const auto middle = [](const tests::SeenLine& line) { return line.x + line.width / 2; };
    EXPECT_EQ(middle(lines[1]), middle(lines[3])) << "columns";
    EXPECT_EQ(middle(lines[2]), middle(lines[4]));
    EXPECT_GE(lines[0].x, profile.inner);
    EXPECT_LE(lines[4].x + lines[4].width, right_edge(profile));
    const std::string words = tests::words_of(out.layout);
    std::size_t at = 0;
    for (const std::string& name : names) {
        at = words.find(name, at);
        ASSERT_NE(at, std::string::npos) << "in their order: " << name;
    }
}

TEST(Signature, StepsTheDateDownWithoutASeal) {
    Profile profile = profile_named("gongwen");
    profile.signature = SignatureForm::Stepped;
    const Length em = profile.style(StyleName::Date).size;
    const LaidOut out = tests::lay_out(signed_by({"云岭省人民政府办公厅值班室"}), profile);
    const auto name = line_with(out.layout, "值班室");
    EXPECT_NEAR(name.x + name.width, right_edge(profile) - 2 * em, 2);
    EXPECT_NEAR(line_with(out.layout, "23日").x, name.x + 2 * em, 2);
    // A date longer than the name stands two characters from the right.
    const LaidOut shorter = tests::lay_out(signed_by({"云岭省"}), profile);
    const auto date = line_with(shorter.layout, "23日");
    EXPECT_NEAR(date.x + date.width, right_edge(profile) - 2 * em, 2);
    EXPECT_NEAR(line_with(shorter.layout, "云岭省").x, date.x - 2 * em, 2);
}

TEST(Signature, LosesNoWord) {
    for (const char* name : {"gongbao", "gongwen", "gongwen-order", "large-print"}) {
        for (const auto& names :
             std::vector<std::vector<std::string>>{{},
                                                   {"国务院"},
                                                   {"总理　李强"},
                                                   {"省　长　陆怀舟"},
                                                   {"省长 A"},
                                                   {"厅长　"},
                                                   {" 厅长"},
                                                   {"甲", "乙", "丙", "丁"},
                                                   {std::string(tests::han(90)), "云岭省财政厅"}}) {
            const core::Document document = signed_by(names);
            EXPECT_EQ(tests::words_of(tests::lay_out(document, profile_named(name)).layout),
                      core::without_spaces(core::plain_text(document)))
                << name;
        }
    }
}

}  // namespace
}  // namespace gongbao::typeset
