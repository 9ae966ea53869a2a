// SPDX-License-Identifier: Apache-2.0
// Pictures of every kind a manuscript may hold, whole and broken, and how figures stand on pages.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>

#include "core/system/digest.hpp"
#include "core/text/text.hpp"
#include "tests/typeset/press.hpp"
#include "typeset/pictures/jpeg.hpp"
#include "typeset/pictures/png.hpp"
#include "typeset/pictures/prepare.hpp"

namespace gongbao::typeset {
namespace {

using core::Role;
using tests::document_of;
using tests::han;
using tests::line_with;
using tests::profile_named;

std::string file(const std::string& name) {
    std::ifstream in(std::string(GONGBAO_SOURCE_DIR) + "/tests/data/" + name, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

core::Media media(std::string bytes, const std::string& type) {
    core::Media made;
    made.digest = core::sha256_hex(bytes);
    made.type = type;
    made.bytes = std::make_shared<const std::string>(std::move(bytes));
    return made;
}

core::Media media_of_file(const std::string& name) {
    return media(file(name), core::ends_with(name, ".png") ? "image/png" : "image/jpeg");
}

struct Colour {
    int red = 0;
    int green = 0;
    int blue = 0;
};

Colour at(const Pixels& pixels, int x, int y) {
    const auto from = static_cast<std::size_t>((y * pixels.width + x) * pixels.channels);
    const auto value = [&](std::size_t c) {
        return static_cast<std::uint8_t>(pixels.bytes[from + (pixels.channels == 3 ? c : 0)]);
    };
    return {value(0), value(1), value(2)};
}

bool is_like(const Colour& colour, int red, int green, int blue) {
    const auto near = [](int a, int b) { return std::abs(a - b) < 60; };
    return near(colour.red, red) && near(colour.green, green) && near(colour.blue, blue);
}

// A picture `width` × `height` as PNG, grey stripes.
Pixels stripes(int width, int height, int channels) {
    Pixels pixels{width, height, channels, {}};
    pixels.bytes.resize(static_cast<std::size_t>(width) *
                        static_cast<std::size_t>(height * channels));
    for (std::size_t i = 0; i < pixels.bytes.size(); ++i)
        pixels.bytes[i] = static_cast<char>(i / 3 % 251);
    return pixels;
}

LaidOut set(const core::Media& picture, core::Blocks after = {}, core::Blocks before = {}) {
    core::Block block;
    block.role = Role::Figure;
    block.figure = core::Figure{picture.digest, picture.type, 0, 0, "澜江大桥"};
    before.push_back(block);
    before.insert(before.end(), after.begin(), after.end());
    core::Document document = document_of("关于图的通知", std::move(before));
    document.media.push_back(picture);
    return tests::lay_out(document, profile_named("gongbao"));
}

const PlacedPicture* picture_on(const Layout& layout, std::size_t* page = nullptr) {
    for (std::size_t i = 0; i < layout.pages.size(); ++i)
        if (!layout.pages[i].pictures.empty()) {
            if (page != nullptr) *page = i;
            return &layout.pages[i].pictures.front();
        }
    return nullptr;
}

TEST(Jpeg, OfInkBecomesLight) {
    const auto pixels = read_jpeg(file("cmyk.jpg"), 100, 100);
    ASSERT_TRUE(pixels);
    EXPECT_EQ(pixels->channels, 3);
    EXPECT_TRUE(is_like(at(*pixels, 3, 12), 255, 0, 0));
    EXPECT_TRUE(is_like(at(*pixels, 20, 4), 0, 0, 255));
    const auto prepared = prepare_picture(media_of_file("cmyk.jpg"), mm(50), mm(33));
    ASSERT_TRUE(prepared);
    EXPECT_EQ(read_jpeg_header(*prepared->media->bytes)->channels, 3);
}

TEST(Jpeg, IsSeenAsItsCameraWasHeld) {
    const core::Media sideways = media_of_file("exif6.jpg");
    const auto size = picture_size(sideways);
    ASSERT_TRUE(size);
    EXPECT_EQ(size->width, 16);
    EXPECT_EQ(size->height, 24);
    const auto prepared = prepare_picture(sideways, mm(20), mm(30));
    ASSERT_TRUE(prepared);
    const auto pixels = read_jpeg(*prepared->media->bytes, 100, 100);
    ASSERT_TRUE(pixels);
    ASSERT_EQ(pixels->width, 16);
    EXPECT_TRUE(is_like(at(*pixels, 12, 3), 0, 160, 0))
        << "stored at the left above, seen at the right above";
    EXPECT_TRUE(is_like(at(*pixels, 3, 3), 255, 0, 0));
    EXPECT_TRUE(is_like(at(*pixels, 8, 20), 0, 0, 255));
}

TEST(Jpeg, IsKeptAsItIsWithoutItsCamerasNotes) {
    const core::Media progressive = media_of_file("progressive.jpg");
    const auto prepared = prepare_picture(progressive, mm(50), mm(33));
    ASSERT_TRUE(prepared);
    EXPECT_EQ(*prepared->media->bytes, *progressive.bytes);
    EXPECT_EQ(without_notes(file("exif6.jpg")).find("Exif"), std::string::npos);
    const auto pixels = read_jpeg(without_notes(file("exif6.jpg")), 100, 100);
    ASSERT_TRUE(pixels);
    EXPECT_EQ(pixels->bytes, read_jpeg(file("exif6.jpg"), 100, 100)->bytes);
}

TEST(Png, OfEveryKindIsReadOnWhitePaper) {
    const auto plain = read_png(file("alpha.png"), 100, 100);
    const auto interlaced = read_png(file("interlaced.png"), 100, 100);
    ASSERT_TRUE(plain && interlaced);
    EXPECT_EQ(plain->bytes, interlaced->bytes);
    EXPECT_TRUE(is_like(at(*plain, 20, 12), 255, 255, 255)) << "nothing is white";
    EXPECT_TRUE(is_like(at(*plain, 3, 12), 255, 0, 0));
    const auto palette = read_png(file("palette.png"), 100, 100);
    ASSERT_TRUE(palette);
    EXPECT_TRUE(is_like(at(*palette, 20, 4), 0, 0, 255));
    const auto grey = read_png(file("grey16.png"), 100, 100);
    ASSERT_TRUE(grey);
    EXPECT_EQ(grey->channels, 1);
    EXPECT_LT(at(*grey, 0, 0).red, 5);
    EXPECT_GT(at(*grey, 23, 15).red, 250);
}

TEST(Picture, ThatEndsTooEarlyOrLiesIsRefused) {
    for (const char* name : {"cmyk.jpg", "exif6.jpg", "progressive.jpg", "palette.png", "alpha.png",
                             "interlaced.png", "grey16.png"}) {
        const std::string bytes = file(name);
        const std::string type = core::ends_with(name, ".png") ? "image/png" : "image/jpeg";
        ASSERT_TRUE(prepare_picture(media(bytes, type), mm(50), mm(50))) << name;
        for (const std::size_t kept :
             {bytes.size() * 7 / 10, bytes.size() / 2, std::size_t{30}, std::size_t{3}})
            EXPECT_FALSE(prepare_picture(media(bytes.substr(0, kept), type), mm(50), mm(50)))
                << name << kept;
        const std::string other = type == "image/png" ? "image/jpeg" : "image/png";
        EXPECT_FALSE(prepare_picture(media(bytes, other), mm(50), mm(50))) << name;
    }
    std::string lying = file("palette.png");
    lying[18] = '\x40';
    EXPECT_FALSE(prepare_picture(media(lying, "image/png"), mm(50), mm(50)))
        << "16,408 pixels wide it says";
}

TEST(Picture, BrokenStandsAsItsAlternativeTextWithAFinding) {
    const std::string bytes = file("progressive.jpg");
    const LaidOut out = set(media(bytes.substr(0, bytes.size() / 2), "image/jpeg"),
                            {tests::block(Role::Caption, "图1　桥")});
    EXPECT_EQ(picture_on(out.layout), nullptr);
    EXPECT_EQ(line_with(out.layout, "澜江大桥").tag, Tag::Figure);
    line_with(out.layout, "图1");
    ASSERT_EQ(out.layout.findings.size(), 1u);
    EXPECT_EQ(out.layout.findings.front().message.id, "typeset.picture_unreadable");
    EXPECT_NE(out.layout.findings.front().place.text().find("关于图的通知"), std::string::npos);
}

TEST(Picture, WithMorePixelsThanPrintShowsIsMadeSmaller) {
    const LaidOut out = set(media(write_png(stripes(20000, 60, 1)), "image/png"));
    const PlacedPicture* picture = picture_on(out.layout);
    ASSERT_NE(picture, nullptr);
    EXPECT_LE(picture->rect.width, profile_named("gongbao").text_width());
    const auto pixels = read_png(*picture->media->bytes, 20000, 20000);
    ASSERT_TRUE(pixels);
    const Length printed = std::max(picture->rect.width, picture->rect.height);  // it may be turned
    EXPECT_NEAR(pixels->width, printed / 72000.0 * kPrintDots, 2);
    ASSERT_EQ(out.layout.findings.size(), 1u);
    EXPECT_EQ(out.layout.findings.front().message.id, "typeset.picture_smaller");
    const auto jpeg =
        prepare_picture(media(write_jpeg(stripes(4000, 3000, 3)), "image/jpeg"), mm(60), mm(45));
    ASSERT_TRUE(jpeg);
    EXPECT_NEAR(read_jpeg_header(*jpeg->media->bytes)->width, 60 / 25.4 * kPrintDots, 2);
}

TEST(Picture, StandsWithItsCaptionOnOnePage) {
    for (std::size_t above = 0; above < 40; above += 4) {
        core::Blocks before;
        for (std::size_t i = 0; i < above; ++i)
            before.push_back(tests::block(Role::Paragraph, han(20)));
        const LaidOut out = set(media(write_png(stripes(300, 2000, 1)), "image/png"),
                                {tests::block(Role::Caption, "图1　" + han(50))}, before);
        std::size_t page = 0;
        const PlacedPicture* picture = picture_on(out.layout, &page);
        ASSERT_NE(picture, nullptr);
        const auto caption = line_with(out.layout, "图1");
        EXPECT_EQ(caption.page, page) << above;
        const Profile& profile = profile_named("gongbao");
        EXPECT_GT(caption.y, picture->rect.y + picture->rect.height);
        EXPECT_LE(caption.y + profile.line, profile.top + profile.text_height() + profile.line)
            << above;
    }
}

TEST(Picture, MuchWiderThanThePageIsTurned) {
    const LaidOut out = set(media(write_png(stripes(2400, 700, 1)), "image/png"),
                            {tests::block(Role::Caption, "图1　全图")});
    const PlacedPicture* picture = picture_on(out.layout);
    ASSERT_NE(picture, nullptr);
    EXPECT_TRUE(picture->turned);
    EXPECT_GT(picture->rect.height, picture->rect.width) << "the rectangle is that on the page";
    const Profile& profile = profile_named("gongbao");
    EXPECT_LE(picture->rect.height, profile.text_height());
    EXPECT_GT(line_with(out.layout, "图1").x, picture->rect.x + picture->rect.width)
        << "below its foot";
}

TEST(Picture, PrintsTheWordsOfItsOwnBlock) {
    const core::Media picture = media(write_png(stripes(300, 200, 1)), "image/png");
    core::Block block = tests::block(Role::Figure, "大桥全貌");
    block.figure = core::Figure{picture.digest, picture.type, 0, 0, "澜江大桥"};
    core::Document document =
        document_of("关于图的通知", {block, tests::block(Role::Caption, "图1　澜江")});
    document.media.push_back(picture);
    const LaidOut out = tests::lay_out(document, profile_named("gongbao"));
    const auto own = line_with(out.layout, "大桥全貌");
    EXPECT_EQ(own.tag, Tag::Caption);
    EXPECT_GT(own.y, picture_on(out.layout)->rect.y + picture_on(out.layout)->rect.height);
    EXPECT_GT(line_with(out.layout, "图1").y, own.y);
}

}  // namespace
}  // namespace gongbao::typeset
