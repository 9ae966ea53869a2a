// SPDX-License-Identifier: Apache-2.0
// The parts a PDF is put together from, each by itself.
#include <gtest/gtest.h>
#include <hb-subset.h>
#include <hb.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "core/system/parallel.hpp"
#include "core/text/text.hpp"
#include "tests/typeset/press.hpp"
#include "typeset/fonts/cff.hpp"
#include "typeset/pdf/embedded_font.hpp"
#include "typeset/pdf/font_subset.hpp"
#include "typeset/pdf/metadata.hpp"
#include "typeset/pdf/object_file.hpp"
#include "typeset/pictures/image.hpp"

namespace gongbao::typeset::pdf {
namespace {

std::uint32_t number_at(const std::string& bytes, std::size_t at, std::size_t count = 4) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < count; ++i)
        value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
    return value;
}

double fixed_at(const std::string& bytes, std::size_t at) {
    return static_cast<std::int32_t>(number_at(bytes, at)) / 65536.0;
}

TEST(ObjectFile, BeginsAndEndsAsAPdf) {
    ObjectFile file;
    const ObjectId root = file.add("<</Type/Catalog>>");
    const std::string bytes = file.finish("/Root " + reference(root));
    EXPECT_EQ(bytes.substr(0, 9), "%PDF-1.7\n");
    for (std::size_t i = 10; i < 14; ++i) EXPECT_GT(static_cast<unsigned char>(bytes[i]), 127);
    EXPECT_TRUE(core::ends_with(bytes, "%%EOF\n"));
}

TEST(ObjectFile, PointsToItsCrossReferenceStream) {
    ObjectFile file;
    const ObjectId root = file.add("<</Type/Catalog>>");
    file.add_stream("/Type/Metadata", "words", ObjectFile::Coding::Plain);
    const std::string bytes = file.finish("/Root " + reference(root));
    const std::size_t start = std::stoul(bytes.substr(bytes.rfind("startxref\n") + 10));
    EXPECT_NE(bytes.find("/Type/XRef", start), std::string::npos);
    EXPECT_EQ(bytes.find(" 0 obj", start) - start, 1u);
}

TEST(ObjectFile, StatesTheTrueLengthOfAStream) {
    ObjectFile file;
    const ObjectId root = file.add("<<>>");
    file.add_stream("/Subtype/XML", "一二三", ObjectFile::Coding::Plain);
    const std::string bytes = file.finish("/Root " + reference(root));
    EXPECT_NE(bytes.find("/Length 9>>\nstream\n一二三\nendstream\nendobj\n"), std::string::npos);
}

TEST(ObjectFile, DeflatesTheSameBytesAlike) {
    const std::string data(100000, 'a');
    EXPECT_EQ(deflate(data), deflate(data));
    EXPECT_LT(deflate(data).size(), 1000u);
}

TEST(SrgbProfile, IsAWellFormedIccProfile) {
    const std::string icc = srgb_profile();
    EXPECT_EQ(number_at(icc, 0), icc.size());
    EXPECT_EQ(icc.substr(36, 4), "acsp");
    EXPECT_EQ(icc.substr(12, 8), "mntrRGB ");
    ASSERT_EQ(number_at(icc, 128), 9u);
    double sum[3] = {};
    for (std::size_t tag = 0; tag < 9; ++tag) {
        const std::size_t entry = 132 + tag * 12;
        const std::size_t at = number_at(icc, entry + 4);
        EXPECT_EQ(at % 4, 0u);
        EXPECT_LE(at + number_at(icc, entry + 8), icc.size());
        if (icc.substr(entry + 1, 3) == "XYZ")
            for (std::size_t k = 0; k < 3; ++k) sum[k] += fixed_at(icc, at + 8 + 4 * k);
    }
    EXPECT_NEAR(sum[0], 0.9642, 0.001) << "the primaries together are the white of D50";
    EXPECT_NEAR(sum[1], 1.0, 0.001);
    EXPECT_NEAR(sum[2], 0.8249, 0.001);
}

TEST(Xmp, EscapesWhatXmlWouldRead) {
    const std::string xmp = xmp_packet({"<甲>&“乙”", "云岭省", {2026, 1, 5}, "Gongbao"});
    EXPECT_NE(xmp.find("&lt;甲&gt;&amp;“乙”"), std::string::npos);
    EXPECT_EQ(xmp.find("<甲>"), std::string::npos);
}

TEST(Xmp, ClaimsTheArchivalAndTheAccessibleForm) {
    const std::string xmp = xmp_packet({"甲", "", {2026, 1, 5}, "Gongbao"});
    EXPECT_NE(xmp.find("<pdfaid:part>3</pdfaid:part>"), std::string::npos);
    EXPECT_NE(xmp.find("<pdfuaid:part>1</pdfuaid:part>"), std::string::npos);
    EXPECT_NE(xmp.find("2026-01-05T00:00:00+08:00"), std::string::npos);
    EXPECT_EQ(xmp.find("dc:creator"), std::string::npos) << "no author, no element";
    EXPECT_EQ(pdf_date({2026, 1, 5}), "D:20260105000000+08'00'");
}

std::string cff_of(const char* role) {
    const auto choice = tests::fonts().pick(tests::fonts().role(role), U'国');
    hb_blob_t* blob = hb_face_reference_table(tests::fonts().face(choice->face).handle(),
                                              HB_TAG('C', 'F', 'F', ' '));
    unsigned size = 0;
    const char* data = hb_blob_get_data(blob, &size);
    const std::string bytes(data, size);
    hb_blob_destroy(blob);
    return bytes;
}

TEST(Cff, TellsTheCollectionAndTheCharacterOfEveryGlyph) {
    const auto info = read_cff(cff_of("body"));
    ASSERT_TRUE(info);
    EXPECT_TRUE(info->cid_keyed);
    EXPECT_EQ(info->registry, "Adobe");
    EXPECT_EQ(info->ordering, "GB1");
    EXPECT_GT(info->cid_of_glyph.size(), 7000u);
    EXPECT_EQ(info->cid_of_glyph.front(), 0);
}

TEST(Cff, ReadsNothingOutOfDamage) {
    const std::string good = cff_of("body");
    EXPECT_FALSE(read_cff(""));
    EXPECT_FALSE(read_cff("no font at all"));
    for (std::size_t cut = 0; cut < 4000; cut += 37)
        EXPECT_FALSE(read_cff(good.substr(0, cut))) << cut;
    std::string wild = good.substr(0, 4000);
    for (std::size_t i = 0; i < wild.size(); i += 3) {
        std::string changed = wild;
        changed[i] = static_cast<char>(changed[i] ^ 0xFF);
        read_cff(changed);  // any answer, no reading past the end
    }
}

TEST(EmbeddedFont, WritesEachGlyphWithOneCodeAndNoticesASecondText) {
    const auto choice = tests::fonts().pick(tests::fonts().role("body"), U'国');
    const std::vector<std::u32string> texts;
    EmbeddedFont font(tests::fonts().face(choice->face), "F1", 1, texts);
    font.count(choice->glyph.id, U'国');
    font.count(choice->glyph.id, U'图');
    font.choose_codes();
    EXPECT_TRUE(font.agrees(choice->glyph.id, U'国'));
    EXPECT_FALSE(font.agrees(choice->glyph.id, U'图')) << "the run needs its ActualText";
    EXPECT_FALSE(font.agrees(choice->glyph.id, 0)) << "a mark without a text of its own";
    EXPECT_FALSE(font.agrees(choice->glyph.id, 0xE5E5)) << "a private-use character";
    EXPECT_EQ(font.advance(choice->glyph.id), 1000);
}

TEST(EmbeddedFont, GivesTheCommonestGlyphsTheSmallestCodes) {
    const FontFace& face =
        tests::fonts().face(tests::fonts().pick(tests::fonts().role("body"), U'国')->face);
    const std::vector<std::u32string> texts;
    EmbeddedFont font(face, "F1", 1, texts);
    const std::u32string text = U"国务院国务国";
    for (const char32_t c : text) font.count(face.glyph(c).id, c);
    font.choose_codes();
    EXPECT_EQ(font.code(face.glyph(U'国').id), 1);
    EXPECT_EQ(font.code(face.glyph(U'务').id), 2);
    EXPECT_EQ(font.code(face.glyph(U'院').id), 3);
}

TEST(EmbeddedFont, ChoosesNoCodeThatAStringWouldHaveToEscape) {
    const FontFace& face =
        tests::fonts().face(tests::fonts().pick(tests::fonts().role("body"), U'国')->face);
    const std::vector<std::u32string> texts;
    EmbeddedFont font(face, "F1", 1, texts);
    std::vector<std::uint32_t> glyphs;
    for (char32_t c = U'一'; glyphs.size() < 300; ++c)
        if (const auto glyph = face.glyph(c).id; glyph != 0) glyphs.push_back(glyph);
    for (const std::uint32_t glyph : glyphs) font.count(glyph, U'一');
    font.choose_codes();
    std::set<std::uint16_t> codes;
    for (const std::uint32_t glyph : glyphs) {
        codes.insert(font.code(glyph));
        for (const int byte : {font.code(glyph) >> 8, font.code(glyph) & 0xFF})
            EXPECT_EQ(std::string("()\\\r").find(static_cast<char>(byte)), std::string::npos)
                << byte;
    }
    EXPECT_EQ(codes.size(), glyphs.size());
}

// The CFF table that HarfBuzz makes of the first `count` glyphs of the face.
std::string subset_cff(const FontFace& face, std::uint32_t count) {
    hb_subset_input_t* input = hb_subset_input_create_or_fail();
    hb_set_add_range(hb_subset_input_glyph_set(input), 0, count - 1);
    hb_face_t* subset = hb_subset_or_fail(face.handle(), input);
    hb_subset_input_destroy(input);
    hb_blob_t* blob = hb_face_reference_table(subset, HB_TAG('C', 'F', 'F', ' '));
    unsigned size = 0;
    const char* data = hb_blob_get_data(blob, &size);
    const std::string table(data, size);
    hb_blob_destroy(blob);
    hb_face_destroy(subset);
    return table;
}

// A face hands the same tables to every file and thread.
TEST(FontSubset, IsTheSameWhateverWasMadeOfTheFaceBefore) {
    const FontFace& known =
        tests::fonts().face(tests::fonts().pick(tests::fonts().role("body"), U'国')->face);
    const FontBook fresh(tests::resources().fonts);
    const FontFace& new_face = fresh.face(fresh.pick(fresh.role("body"), U'国')->face);
    std::vector<std::uint32_t> glyphs;
    for (const char32_t c : U"关于做好防汛工作的通知国") glyphs.push_back(known.glyph(c).id);
    subset_font(known.outlines(), {glyphs.back()}, false);
    std::vector<FontSubset> made(8);
    core::for_each_index(made.size(), 4, [&](std::size_t i) {
        made[i] = subset_font(known.outlines(), glyphs, false);
    });
    const FontSubset alone = subset_font(new_face.outlines(), glyphs, false);
    ASSERT_GT(alone.glyphs.size(), 10u);
    for (const FontSubset& one : made) {
        EXPECT_EQ(one.program, alone.program);
        EXPECT_EQ(one.glyphs, alone.glyphs);
    }
    EXPECT_EQ(known.outlines(), known.outlines());
}

TEST(Cff, TakesACharsetOfOurOwn) {
    const FontFace& face =
        tests::fonts().face(tests::fonts().pick(tests::fonts().role("body"), U'国')->face);
    const std::string table = subset_cff(face, 50);
    std::vector<std::uint16_t> cids;
    for (std::uint16_t cid = 900; cids.size() < 49; cid = static_cast<std::uint16_t>(cid - 7))
        cids.push_back(cid);
    const auto changed = with_cids(table, cids);
    ASSERT_TRUE(changed) << "HarfBuzz writes the charset's offset in fewer than five bytes";
    const auto after = read_cff(*changed);
    ASSERT_TRUE(after);
    ASSERT_EQ(after->cid_of_glyph.size(), 50u);
    EXPECT_TRUE(std::equal(cids.begin(), cids.end(), after->cid_of_glyph.begin() + 1));
}

std::string png_head(std::uint32_t width, std::uint32_t height, char bits, char type) {
    std::string bytes("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16);
    for (const std::uint32_t side : {width, height})
        for (int shift = 24; shift >= 0; shift -= 8)
            bytes += static_cast<char>(side >> shift & 0xFF);
    bytes += bits;
    bytes += type;
    return bytes + std::string(12, '\0');
}

TEST(ImageSize, ReadsTheHeadsOfPictures) {
    const auto png = image_size(png_head(300, 200, 8, 2), "image/png");
    ASSERT_TRUE(png);
    EXPECT_EQ(png->width, 300);
    EXPECT_EQ(png->height, 200);
    EXPECT_EQ(png->channels, 3);
    const std::string jpeg("\xFF\xD8\xFF\xE0\0\x04\0\0\xFF\xC0\0\x11\x08\0\x20\0\x40\x03\x01\x11",
                           20);
    const auto size = image_size(jpeg, "image/jpeg");
    ASSERT_TRUE(size);
    EXPECT_EQ(size->height, 32);
    EXPECT_EQ(size->width, 64);
}

TEST(ImageSize, RefusesWhatIsNoPicture) {
    EXPECT_FALSE(image_size("", "image/png"));
    EXPECT_FALSE(image_size("GIF89a", "image/gif"));
    EXPECT_FALSE(image_size(png_head(0, 10, 8, 2), "image/png"));
    EXPECT_FALSE(image_size(png_head(20001, 10, 8, 2), "image/png")) << "too many pixels";
    EXPECT_FALSE(image_size(png_head(10, 10, 8, 5), "image/png")) << "no such colour type";
    EXPECT_FALSE(image_size(png_head(10, 10, 8, 2), "image/jpeg"));
    EXPECT_FALSE(image_size(std::string("\xFF\xD8\xFF\xE0\xFF\xFF", 6), "image/jpeg"));
    EXPECT_FALSE(
        image_size(std::string("\xFF\xD8\xFF\xE0\0\0\xFF\xE0\0\0\xFF\xE0\0\0", 14), "image/jpeg"));
}

}  // namespace
}  // namespace gongbao::typeset::pdf
