// SPDX-License-Identifier: Apache-2.0
// Pages as SVG: the words are all there, each outline once, and other people's renderers see the
// page that they see in the PDF.
#include <gtest/gtest.h>
#include <png.h>

#include <cstdlib>
#include <set>
#include <thread>

#include "core/report/error.hpp"
#include "core/system/base64.hpp"
#include "core/system/files.hpp"
#include "core/text/text.hpp"
#include "tests/scratch_folder.hpp"
#include "tests/typeset/press.hpp"
#include "typeset/svg/write_svg.hpp"
#include "typeset/typeset.hpp"

namespace gongbao::typeset {
namespace {

using core::Role;
using tests::block;
using tests::document;
using tests::document_of;
using tests::han;

core::Document varied() {
    return document_of(
        "云岭省人民政府关于推进工作的通知",
        {block(Role::Heading1, "总体要求", "一、"),
         block(Role::Paragraph, "对“十四五”规划GB/T 9704—2012所列15%的任务，A<B且C&D。" + han(300)),
         tests::table({{"序号", "名称"}, {"1", "水利工程"}, {"2", "农村公路"}}, 1),
         block(Role::Paragraph, han(2600) + "。")});
}

std::size_t count(std::string_view text, std::string_view part) {
    std::size_t found = 0;
    for (std::size_t at = text.find(part); at != std::string_view::npos;
         at = text.find(part, at + 1))
        ++found;
    return found;
}

std::string between(const std::string& text, std::string_view open, std::string_view close) {
    const std::size_t begin = text.find(open) + open.size();
    return text.substr(begin, text.find(close, begin) - begin);
}

std::string unescaped(std::string text) {
    for (const auto& [from, to] :
         {std::pair{"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&amp;", "&"}})
        text = core::replace_all(std::move(text), from, to);
    return text;
}

TEST(Svg, SaysEveryWordOfItsPages) {
    const LaidOut out = tests::lay_out(varied(), tests::profile_named("gongbao"));
    svg::Outlines outlines(tests::fonts());
    std::string words;
    for (std::size_t i = 0; i < out.layout.pages.size(); ++i)
        words += unescaped(between(svg::write_page(out.layout, i, outlines), "<desc>", "</desc>"));
    EXPECT_EQ(core::without_spaces(words), core::without_spaces(core::plain_text(varied())));
}

TEST(Svg, DrawsEveryGlyphThatHasInkAndEachOutlineOnce) {
    const LaidOut out = tests::lay_out(varied(), tests::profile_named("gongbao"));
    svg::Outlines outlines(tests::fonts());
    const std::string page = svg::write_page(out.layout, 0, outlines);
    std::size_t inked = 0;
    std::set<std::pair<int, std::uint32_t>> distinct;
    for (const PlacedLine& line : out.layout.pages[0].lines)
        for (std::uint32_t i = line.first; i < line.first + line.count; ++i) {
            const PlacedGlyph& glyph = out.layout.glyphs[i];
            if (outlines.path(glyph.face, glyph.glyph).empty()) {
                EXPECT_TRUE(core::is_space(glyph.text)) << static_cast<std::uint32_t>(glyph.text);
                continue;
            }
            ++inked;
            distinct.insert({glyph.face, glyph.glyph});
        }
    EXPECT_GT(inked, 1000u);
    EXPECT_EQ(count(page, "<use "), inked);
    EXPECT_EQ(count(page, "<path "), distinct.size());
}

TEST(Svg, IsTheSamePageWithAWarmCacheAndOnSeveralThreads) {
    const LaidOut out = tests::lay_out(varied(), tests::profile_named("gongbao"));
    svg::Outlines cold(tests::fonts());
    const std::string page = svg::write_page(out.layout, 0, cold);
    EXPECT_EQ(svg::write_page(out.layout, 0, cold), page);
    svg::Outlines shared(tests::fonts());
    std::vector<std::string> seen(4);
    std::vector<std::thread> threads;
    for (std::string& one : seen)
        threads.emplace_back([&] { one = svg::write_page(out.layout, 0, shared); });
    for (std::thread& thread : threads) thread.join();
    for (const std::string& one : seen) EXPECT_EQ(one, page);
}

TEST(Svg, HasTheSizeOfThePaperAndATitle) {
    const LaidOut out = tests::lay_out(varied(), tests::profile_named("gongbao"));
    svg::Outlines outlines(tests::fonts());
    const std::string page = svg::write_page(out.layout, 1, outlines);
    EXPECT_NE(page.find("width=\"210mm\" height=\"285mm\""), std::string::npos)
        << page.substr(0, 200);
    EXPECT_EQ(between(page, "<title>", "</title>"), "云岭省人民政府关于推进工作的通知 · 2");
    EXPECT_NE(page.find("role=\"img\""), std::string::npos);
}

TEST(Svg, HoldsItsPicturesAndRules) {
    Layout layout;
    layout.page_width = mm(100);
    layout.page_height = mm(50);
    core::Media media;
    media.type = "image/png";
    media.bytes = std::make_shared<std::string>("\x89PNG pretends");
    layout.pages.emplace_back();
    layout.pages[0].pictures.push_back(
        {{pt(10), pt(20), pt(30), pt(40)}, std::make_shared<const core::Media>(media), kArtifact});
    layout.pages[0].rules.push_back({{pt(1), pt(2), pt(3), pt(0.5)}, Color::Red});
    svg::Outlines outlines(tests::fonts());
    const std::string page = svg::write_page(layout, 0, outlines);
    EXPECT_NE(page.find("<image x=\"1000\" y=\"2000\" width=\"3000\" height=\"4000\""),
              std::string::npos)
        << page;
    EXPECT_NE(page.find("data:image/png;base64," + core::base64(*media.bytes)), std::string::npos);
    EXPECT_NE(page.find("<rect x=\"100\" y=\"200\" width=\"300\" height=\"50\" fill=\"#cc0f14\"/>"),
              std::string::npos);
}

TEST(Svg, LeadsFromTheContentsToThePagesItNames) {
    const core::Document one = document("关于甲的通知", {"甲。"});
    const core::Document two = document("关于乙的通知", {"乙。"});
    Job job;
    job.items = {{&one, {}}, {&two, {}}};
    const Preview all = Press("gongbao", tests::resources()).show(job, {}, [](int page) {
        return "page-" + std::to_string(page) + ".svg";
    });
    ASSERT_EQ(static_cast<int>(all.pages.size()), all.page_count);
    const PlacedItem place = Press("gongbao", tests::resources()).print(job).items[1];
    EXPECT_NE(all.pages[0].find("<a href=\"page-" + std::to_string(place.pdf_page) + ".svg\">"),
              std::string::npos);
    EXPECT_EQ(Press("gongbao", tests::resources()).show(job, PageRange{1, 1}).pages[0].find("<a "),
              std::string::npos);
}

TEST(Svg, RefusesAPageThatIsNotThere) {
    const core::Document one = document("关于甲的通知", {"甲。"});
    Job job;
    job.items = {{&one, {}}};
    EXPECT_THROW(Press("gongbao", tests::resources()).show(job, PageRange{2, 2}), core::Error);
    EXPECT_THROW(Press("gongbao", tests::resources()).show(job, PageRange{1, 9}), core::Error);
}

struct Grey {
    std::size_t width = 0;
    std::size_t height = 0;
    std::string pixels;

    /// How dark the square of `kSquare` pixels is, 0–255.
    static constexpr std::size_t kSquare = 8;
    int darkness(std::size_t column, std::size_t row) const {
        int sum = 0;
        for (std::size_t y = row * kSquare; y < (row + 1) * kSquare; ++y)
            for (std::size_t x = column * kSquare; x < (column + 1) * kSquare; ++x)
                sum += 255 - static_cast<unsigned char>(pixels[y * width + x]);
        return sum / static_cast<int>(kSquare * kSquare);
    }
};

Grey read_png(const std::filesystem::path& file) {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    Grey grey;
    if (png_image_begin_read_from_file(&image, file.c_str()) == 0) return grey;
    image.format = PNG_FORMAT_GRAY;
    grey.width = image.width;
    grey.height = image.height;
    grey.pixels.resize(PNG_IMAGE_SIZE(image));
    const png_color white{255, 255, 255};
    png_image_finish_read(&image, &white, grey.pixels.data(), 0, nullptr);
    return grey;
}

struct Difference {
    int most = 0;        ///< of one square
    double average = 0;  ///< over all squares
    int ink = 0;         ///< squares that are not white
};

Difference compare(const Grey& a, const Grey& b) {
    Difference difference;
    int sum = 0;
    int squares = 0;
    for (std::size_t row = 0; (row + 1) * Grey::kSquare <= std::min(a.height, b.height); ++row)
        for (std::size_t column = 0; (column + 1) * Grey::kSquare <= std::min(a.width, b.width);
             ++column) {
            const int here = std::abs(a.darkness(column, row) - b.darkness(column, row));
            difference.most = std::max(difference.most, here);
            difference.ink += a.darkness(column, row) > 8 ? 1 : 0;
            sum += here;
            ++squares;
        }
    difference.average = squares == 0 ? 1e9 : static_cast<double>(sum) / squares;
    return difference;
}

class SvgBesidePdf : public ::testing::TestWithParam<const char*> {};

INSTANTIATE_TEST_SUITE_P(Profiles, SvgBesidePdf, ::testing::Values("gongbao", "proof"));

TEST_P(SvgBesidePdf, LooksAsThePdfDoes) {
    const core::Document one = varied();
    Job job;
    job.items = {{&one, {}}};
    const gongbao::tests::ScratchFolder folder;
    core::write_file(folder / "a.pdf", Press(GetParam(), tests::resources()).print(job).pdf);
    const Preview all = Press(GetParam(), tests::resources()).show(job, {});
    const std::string base = folder.path().string();
    for (int page = 1; page <= all.page_count; ++page) {
        const std::string number = std::to_string(page);
        core::write_file(base + "/a.svg", all.pages[static_cast<std::size_t>(page - 1)]);
        ASSERT_EQ(
            std::system(
                ("rsvg-convert -d 144 -p 144 " + base + "/a.svg -o " + base + "/svg.png").c_str()),
            0);
        ASSERT_EQ(std::system(("pdftoppm -r 144 -gray -png -singlefile -f " + number + " " + base +
                               "/a.pdf " + base + "/pdf")
                                  .c_str()),
                  0);
        const Grey svg = read_png(folder / "svg.png");
        const Grey pdf = read_png(folder / "pdf.png");
        ASSERT_GT(svg.width, 1000u);
        EXPECT_NEAR(static_cast<double>(svg.width), static_cast<double>(pdf.width), 1);
        EXPECT_NEAR(static_cast<double>(svg.height), static_cast<double>(pdf.height), 1);
        const Difference difference = compare(svg, pdf);
        EXPECT_GT(difference.ink, 1000) << page;
        EXPECT_LT(difference.most, 48) << page;
        EXPECT_LT(difference.average, 3.0) << page;
    }
}

}  // namespace
}  // namespace gongbao::typeset
