// SPDX-License-Identifier: Apache-2.0
// Paper shows the character that the text says: what a face draws as another character is set by
// the next face, wherever it stands. Shapes are read back by bench/fonts/read_back.py.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <map>

#include "core/report/error.hpp"
#include "core/system/files.hpp"
#include "core/text/text.hpp"
#include "tests/scratch_folder.hpp"
#include "tests/typeset/press.hpp"
#include "typeset/fonts/barred.hpp"
#include "typeset/text/shape.hpp"

namespace gongbao::typeset {
namespace {

using core::Role;
using tests::block;
using tests::fonts;
using tests::profile_named;

constexpr std::u32string_view kWrong = U"幹餘捨衹鬆醜滷準鬱癥鹼臟壘稱懲誠騁仓锺隸￥￣™";

std::string name_of(char32_t c) {
    return core::to_utf8({&c, 1});
}

std::string face_of(const char* role, char32_t c) {
    const auto choice = fonts().pick(fonts().role(role), c);
    return choice ? fonts().face(choice->face).id() : "";
}

struct Drawn {
    const char* role;
    const char32_t* characters;
    const char* face;
};

// Seen by eye, face by face: docs/fonts.md.
constexpr Drawn kDrawn[] = {
    {"body", U"幹餘捨衹鬆醜滷準鬱癥鹼臟", "cwtex-fs"},
    {"body", U"壘稱懲誠騁仓锺隸干余舍只松丑准郁症碱郎", "fandol-fang"},
    {"body", U"￥￣～™镕", "noto-serif-sc"},
    {"song", U"幹餘捨衹鬆滷準鬱癥臟壘￥￣～™", "noto-serif-sc"},
    {"song", U"醜鹼稱懲誠騁仓锺隸", "fandol-song"},
    {"title", U"幹餘捨衹鬆醜滷準鬱癥鹼臟￥￣～™", "noto-serif-sc-bold"},
    {"title", U"壘稱懲誠騁仓锺隸", "fandol-song-bold"},
    {"kai", U"稱懲誠騁仓锺隸￥￣～™", "lxgw-wenkai"},
    {"kai", U"幹餘捨衹鬆醜滷準鬱癥鹼臟壘", "fandol-kai"},
    {"italic", U"稱懲誠騁仓锺隸￥￣～™", "lxgw-wenkai"},
    {"hei", U"幹餘捨衹鬆醜滷準鬱癥鹼臟壘稱懲誠騁仓锺隸￥￣～™", "noto-sans-sc-bold"},
    {"fandol-hei", U"壘仓锺隸鹼", "fandol-hei"},
    // No face of the chains draws its left half whole but the last resort.
    {"body", U"郞", "babelstone-han"},
    {"song", U"郞", "babelstone-han"},
    {"kai", U"郞", "babelstone-han"},
    {"hei", U"郞", "babelstone-han"},
    {"title", U"郞", "babelstone-han"},
    // cwTeX: old forms alone, and of these not the ones it draws with the form of another number.
    {"body", U"喆堃犇說兌眾嗧", "noto-serif-sc"},
    {"body", U"鎔鏵", "cwtex-fs"},
};

TEST(Barred, IsSetByTheNextFaceThatDrawsIt) {
    for (const Drawn& one : kDrawn)
        for (const char32_t c : std::u32string_view(one.characters))
            EXPECT_EQ(face_of(one.role, c), one.face) << one.role << ' ' << name_of(c);
}

TEST(Barred, HoldsForClustersVariantsAndWords) {
    const RoleId body = fonts().role("body");
    const auto cluster = fonts().pick_all(body, U"幹\u0301", false);
    EXPECT_TRUE(!cluster || fonts().face(cluster->face).id() != "fandol-fang");
    for (const FaceId id : fonts().chain(body)) {
        const FontFace& face = fonts().face(id);
        if (face.id() != "fandol-fang") continue;
        EXPECT_FALSE(face.has(U'幹'));
        EXPECT_EQ(face.variant(U'幹', 0xE0100), 0u);
        EXPECT_EQ(face.shape(U"幹").front().id, 0u);
        EXPECT_TRUE(face.has(U'干'));
        EXPECT_NE(face.shape(U"干").front().id, 0u);
    }
}

// The shaper puts letters and marks together by itself: not into a barred one.
TEST(Barred, IsNotMadeByTheShaper) {
    const char* file = "/usr/share/fonts/truetype/liberation2/LiberationSerif-Regular.ttf";
    const FontFace whole("whole", file, 0);
    const FontFace barred("barred", file, 0, {{U'é', U'é'}, {U'ő', U'ű'}});
    EXPECT_EQ(whole.shape(U"cafe\u0301").size(), 4u);
    EXPECT_EQ(barred.shape(U"cafe\u0301").size(), 5u);
    EXPECT_FALSE(barred.has(U'é'));
    for (const char32_t c : std::u32string(U"őŒŰű")) EXPECT_FALSE(barred.has(c)) << name_of(c);
    for (const char32_t c : std::u32string(U"eŐŲè"))
        EXPECT_EQ(barred.glyph(c).id, whole.glyph(c).id) << name_of(c);
    EXPECT_EQ(barred.advance_of(whole.glyph(U'A').id), whole.advance_of(whole.glyph(U'A').id));
    EXPECT_EQ(barred.ascent(), whole.ascent());
}

core::Blocks everywhere() {
    core::Blocks body;
    for (const char32_t c : kWrong) {
        const std::string x = name_of(c);
        body.push_back(block(Role::Heading1, x + "事", "一、"));
        body.push_back(block(Role::Heading2, x + "事", "（一）"));
        body.push_back(block(Role::Article, "甲" + x + "乙" + x + "。", "第一条"));
        body.push_back(
            block(Role::Paragraph, "ABC" + x + "DEF，" + x + "\u0301，" + x + "\U000E0100。"));
        core::Block marked = block(Role::Paragraph, "");
        marked.runs = {core::text_run(x, core::Marks{}.add(core::Mark::Italic)),
                       core::text_run(x, core::Marks{}.add(core::Mark::Bold)),
                       core::ruby("甲" + x, x + "音")};
        body.push_back(std::move(marked));
        body.push_back(tests::table({{"名" + x, "乙"}, {x, "A" + x + "B"}}, 1));
    }
    return body;
}

// The faces that draw `c` as something else.
bool draws_wrongly(const std::string& face, char32_t c) {
    static const std::map<std::string, std::u32string> kList = {
        {"fandol-fang", U"幹餘捨衹鬆醜滷準鬱癥鹼臟￥￣～™"},
        {"fandol-song", U"幹餘捨衹鬆滷準鬱癥臟壘￥￣～™"},
        {"fandol-song-bold", U"幹餘捨衹鬆醜滷準鬱癥鹼臟￥￣～™"},
        {"fandol-kai", U"稱懲誠騁仓锺隸￥￣～™"}};
    const auto found = kList.find(face);
    return found != kList.end() && found->second.find(c) != std::u32string::npos;
}

TEST(Barred, IsSetRightWhereverItStands) {
    core::Document one = tests::document_of("幹餘捨衹鬆醜滷準鬱癥™￥的通知", everywhere());
    for (const char* profile : {"gongwen", "gongbao"}) {
        const LaidOut laid_out = tests::lay_out(one, profile_named(profile));
        std::map<char32_t, int> seen;
        for (const PlacedGlyph& glyph : laid_out.layout.glyphs) {
            const std::u32string text = glyph.text >= kTextPool
                                            ? laid_out.layout.texts[glyph.text - kTextPool]
                                            : std::u32string(1, glyph.text);
            for (const char32_t c : text) {
                if (kWrong.find(c) == std::u32string_view::npos) continue;
                ++seen[c];
                EXPECT_FALSE(draws_wrongly(fonts().face(glyph.face).id(), c))
                    << profile << ' ' << name_of(c);
            }
        }
        for (const char32_t c : kWrong) EXPECT_GE(seen[c], 14) << profile << ' ' << name_of(c);
    }
}

class ShapedWith : public ::testing::Test {
  protected:
    std::vector<Atom> shape(const FontBook& book, std::u32string text) {
        Shaper shaper(book, texts_);
        Segment segment;
        segment.text = std::move(text);
        segment.role = book.role("body");
        segment.size = 10000;
        return shaper
            .shape({segment}, profile_named("gongbao").text,
                   core::Place(core::PlaceKind::Paragraph, 1), findings_)
            .atoms;
    }
    std::string characters_of(const char* id) const {
        for (const core::Diagnostic& finding : findings_)
            if (finding.message.id == id) return finding.message.args.at("characters");
        return {};
    }
    // A catalogue of one face, Noto Serif, with a list of barred characters.
    FontBook book(const std::string& barred) {
        std::ofstream(folder_ / "fonts.toml")
            << "barred = \"barred.toml\"\n[[face]]\nid = \"one\"\n"
               "file = \"/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc\"\nindex = 2\n"
               "package = \"fonts-noto-cjk\"\n[role.body]\nchain = [\"one\"]\n";
        std::ofstream(folder_ / "barred.toml") << barred;
        return FontBook(folder_.path());
    }

    gongbao::tests::ScratchFolder folder_;
    std::vector<std::u32string> texts_;
    core::Diagnostics findings_;
};

TEST_F(ShapedWith, TheNextFaceIsReportedAsAStandIn) {
    shape(fonts(), U"姓名用字：幹、餘；价￥5，云岭™。");
    const std::string named = characters_of("typeset.glyph_substituted");
    for (const char* one : {"幹 (U+5E79)", "餘 (U+9918)", "￥ (U+FFE5)"})
        EXPECT_NE(named.find(one), std::string::npos) << named;
    EXPECT_EQ(characters_of("typeset.glyph_missing"), "");
}

TEST_F(ShapedWith, ARangeMarkOfAnotherFaceIsNothingToReport) {
    shape(fonts(), U"气温15～30℃，第三～五条。");
    EXPECT_TRUE(findings_.empty()) << findings_.front().message.id;
}

TEST_F(ShapedWith, NoFaceLeftIsPrintedAsGetaAndAnError) {
    const FontBook one = book(
        "[[barred]]\nfaces = [\"one\"]\ncharacters = \"幹餘\"\ndrawn = \"干余\"\nreason = \"r\"\n");
    const auto atoms = shape(one, U"甲幹乙餘");
    ASSERT_EQ(atoms.size(), 4u);
    const Glyph geta = one.face(0).glyph(U'〓');
    EXPECT_EQ(atoms[1].glyph, geta.id);
    EXPECT_EQ(atoms[3].glyph, geta.id);
    EXPECT_NE(atoms[0].glyph, geta.id);
    EXPECT_EQ(characters_of("typeset.glyph_missing"), "幹 (U+5E79) 餘 (U+9918)");
}

struct Bad {
    const char* text;
    int line;
    const char* what;
};

constexpr Bad kBad[] = {
    {"x = 1\n", 0, "barred"},
    {"barred = [1]\n", 1, "barred"},
    {"[[barred]]\nfaces = [\"one\"]\ncharacters = \"幹\"\n", 1, "reason"},
    {"[[barred]]\nfaces = [\"one\"]\ncharacters = \"幹\"\nreason = \"\"\n", 4, "reason"},
    {"[[barred]]\ncharacters = \"幹\"\nreason = \"r\"\n", 1, "faces"},
    {"[[barred]]\nfaces = []\ncharacters = \"幹\"\nreason = \"r\"\n", 1, "faces"},
    {"\n[[barred]]\nfaces = [\n\"two\"]\ncharacters = \"幹\"\nreason = \"r\"\n", 4, "two"},
    {"[[barred]]\nfaces = [\"one\"]\nreason = \"r\"\n", 1, "characters"},
    {"[[barred]]\nfaces = [\"one\"]\ncharacters = \"\"\nreason = \"r\"\n", 3, "characters"},
    {"[[barred]]\nfaces = [\"one\"]\ncharacters = \"幹幹\"\nreason = \"r\"\n", 1, "one: 幹 × 2"},
    {"[[barred]]\nfaces = [\"one\"]\ncharacters = \"幹餘\"\ndrawn = \"干\"\nreason = \"r\"\n", 4,
     "drawn"},
    {"[[barred]]\nfaces = [\"one\"]\ncharacters = \"幹\"\ndrawn = \"幹\"\nreason = \"r\"\n", 4,
     "drawn = 幹"},
    {"[[barred]]\nfaces = [\"one\"]\nletters = \"幹\"\nreason = \"r\"\n", 3, "letters"},
    {"[[barred]]\nfaces = [\"one\"]\nranges = [\"U+0041\"]\nreason = \"r\"\n", 3, "U+0041"},
    {"[[barred]]\nfaces = [\"one\"]\nranges = [\"U+0042-U+0041\"]\nreason = \"r\"\n", 3,
     "U+0042-U+0041"},
    {"[[barred]]\nfaces = [\"one\"]\nranges = [\"U+0042-U+110000\"]\nreason = \"r\"\n", 3,
     "U+0042-U+110000"},
    {"[[barred]]\nfaces = [\"one\"]\nranges = [\"U+4E00-U+9FFF\"]\nreason = \"r\"\n"
     "[[barred]]\nfaces = [\"one\"]\ncharacters = \"幹\"\nreason = \"r\"\n",
     5, "one: 幹 × 2"},
    {"[[barred]]\nfaces = [\"one\"]\nranges = [\"U+0041-U+0042\"]\ncharacters = \"幹\"\nreason = "
     "\"r\"\n",
     1, "ranges"},
};

TEST_F(ShapedWith, AListWithAMistakeIsRefusedByFileAndLine) {
    for (const Bad& bad : kBad) try {
            book(bad.text);
            ADD_FAILURE() << "not refused: " << bad.text;
        } catch (const core::Error& error) {
            EXPECT_EQ(error.kind(), core::ErrorKind::Invalid);
            const core::Message& said = error.for_people();
            EXPECT_EQ(said.id, "typeset.font_catalogue");
            EXPECT_EQ(said.args.at("file"), "barred.toml") << bad.text;
            if (bad.line > 0) {
                EXPECT_EQ(said.args.at("line"), std::to_string(bad.line)) << bad.text;
            }
            EXPECT_EQ(said.args.at("what"), bad.what) << bad.text;
        }
}

TEST_F(ShapedWith, AListThatIsMissingOrNoTomlIsRefused) {
    try {
        book("[[barred]]\nfaces = \n");
        ADD_FAILURE() << "not refused";
    } catch (const core::Error& error) {
        EXPECT_EQ(error.for_people().id, "core.bad_toml");
        EXPECT_EQ(error.for_people().args.at("file"), "barred.toml");
        EXPECT_EQ(error.for_people().args.at("line"), "2");
    }
    std::filesystem::remove(folder_ / "barred.toml");
    try {
        const FontBook lost(folder_.path());
        ADD_FAILURE() << "not refused";
    } catch (const core::Error& error) {
        EXPECT_EQ(error.kind(), core::ErrorKind::Unavailable);
        EXPECT_EQ(error.for_people().args.at("file"), "barred.toml");
    }
}

}  // namespace
}  // namespace gongbao::typeset
