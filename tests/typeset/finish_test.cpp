// SPDX-License-Identifier: Apache-2.0
// What a print carries beyond its pages: the canonical XML, the field for a seal, the boxes and
// marks for a printing house. Judged from the file, by qpdf and poppler.
#include <gtest/gtest.h>

#include <filesystem>
#include <sstream>

#include "core/akn/write_akn.hpp"
#include "core/document/decide_structure.hpp"
#include "core/system/digest.hpp"
#include "core/system/files.hpp"
#include "core/text/text.hpp"
#include "tests/ask.hpp"
#include "tests/scratch_folder.hpp"
#include "tests/typeset/press.hpp"
#include "typeset/page/print_ready.hpp"
#include "typeset/pdf/signature_field.hpp"
#include "typeset/typeset.hpp"

namespace gongbao::typeset {
namespace {

using gongbao::tests::ask;
using tests::document;
using tests::han;

std::size_t count_of(std::string_view part, std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = text.find(part); at != std::string_view::npos;
         at = text.find(part, at + 1))
        ++count;
    return count;
}

// One red point.
core::Media png() {
    constexpr std::string_view kHex =
        "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63f8"
        "cfc000"
        "0003010100c9fe92ef0000000049454e44ae426082";
    std::string bytes;
    for (std::size_t i = 0; i < kHex.size(); i += 2)
        bytes += static_cast<char>(std::stoi(std::string(kHex.substr(i, 2)), nullptr, 16));
    return {core::sha256_hex(bytes), "image/png", std::make_shared<const std::string>(bytes)};
}

core::Document with_picture() {
    core::Document one = document("关于图示的通知", {han(40)});
    one.media.push_back(png());
    core::Block figure;
    figure.role = core::Role::Figure;
    figure.figure = core::Figure{one.media.front().digest, "image/png", 20000, 20000, "红点"};
    one.body.push_back(figure);
    core::decide_structure(one);
    core::assign_ids(one);
    return one;
}

class FinishedPrint : public ::testing::Test {
  protected:
    Job job_of(const std::vector<core::Document>& documents) {
        documents_ = documents;
        Job job;
        for (const core::Document& one : documents_) job.items.push_back({&one, "规章"});
        job.date = {2026, 4, 3};
        return job;
    }

    static IssueFrame frame() {
        return {"云岭省人民政府公报",
                {2026, core::IssueKind::Regular, 7, {}},
                {2026, 4, 15},
                {"主办：办公厅"}};
    }

    Printed keep(const Job& job) {
        Printed printed = Press("gongbao", tests::resources()).print(job);
        core::write_file(path_, printed.pdf);
        return printed;
    }

    std::string plain() { return ask("qpdf --qdf --object-streams=disable " + file() + " -").text; }
    std::string file() const { return "'" + path_.string() + "'"; }

    std::vector<core::Document> documents_;
    gongbao::tests::ScratchFolder folder_;
    std::filesystem::path path_ = folder_ / "out.pdf";
};

TEST_F(FinishedPrint, HoldsTheCanonicalXmlOfEachDocumentByteForByte) {
    keep(job_of({document("关于甲的通知", {han(30)}), with_picture()}));
    for (std::size_t i = 0; i < documents_.size(); ++i)
        EXPECT_EQ(
            ask("qpdf --show-attachment=document-00" + std::to_string(i + 1) + ".xml " + file())
                .text,
            core::write_akn(documents_[i]));
}

TEST_F(FinishedPrint, SaysOfTheXmlThatItIsTheSourceOfItsPart) {
    keep(job_of({document("关于甲的通知", {han(30)}), document("关于乙的通知", {han(30)})}));
    const std::string pdf = plain();
    EXPECT_EQ(count_of("/AFRelationship /Source", pdf), 2u);
    EXPECT_EQ(count_of("/Subtype /application#2fakn+xml", pdf), 2u);
    EXPECT_EQ(count_of("/ModDate (D:20260403000000+08'00')", pdf), 3u) << "Info and two files";
    EXPECT_EQ(count_of("/AF [", pdf), 3u) << "the catalog and two Sect elements";
    const std::string xml = core::write_akn(documents_[0]);
    EXPECT_NE(pdf.find("/Size " + std::to_string(xml.size())), std::string::npos);
}

TEST_F(FinishedPrint, LeavesTheXmlOutWhenToldTo) {
    Job job = job_of({document("关于甲的通知", {han(30)})});
    job.attach_sources = false;
    keep(job);
    const std::string pdf = plain();
    EXPECT_EQ(pdf.find("/AF "), std::string::npos);
    EXPECT_EQ(pdf.find("/EmbeddedFiles"), std::string::npos);
}

TEST_F(FinishedPrint, AttachesADocumentWithoutIdsAndReportsOneXmlCannotHold) {
    core::Document bare = document("关于甲的通知", {han(30)});
    for (core::Block& block : bare.body) block.id.clear();
    core::Document control = document("关于乙的通知", {std::string("甲\x01乙")});
    const Printed printed = keep(job_of({bare, control}));
    EXPECT_EQ(count_of("/AFRelationship /Source", plain()), 1u);
    std::size_t reported = 0;
    for (const core::Diagnostic& finding : printed.findings)
        if (finding.message.id == "typeset.source_not_attached") ++reported;
    EXPECT_EQ(reported, 1u);
}

TEST(Md5, IsThatOfTheStandard) {
    EXPECT_EQ(core::md5_hex(""), "d41d8cd98f00b204e9800998ecf8427e");
    EXPECT_EQ(core::md5_hex("abc"), "900150983cd24fb0d6963f7d28e17f72");
}

TEST_F(FinishedPrint, HasATaggedEmptyFieldForASeal) {
    Job job = job_of({document("关于甲的通知", {han(30)})});
    job.frame = frame();
    job.signature_field = true;
    keep(job);
    const std::string pdf = plain();
    EXPECT_EQ(count_of("/FT /Sig", pdf), 1u);
    EXPECT_EQ(count_of("/SigFlags 3", pdf), 1u);
    EXPECT_EQ(count_of("/S /Form", pdf), 1u);
    EXPECT_EQ(count_of("/V ", pdf), 0u) << "nothing is signed yet";
    EXPECT_NE(ask("qpdf --check " + file()).text.find("No syntax or stream encoding errors"),
              std::string::npos);
    job.signature_field = false;
    keep(job);
    EXPECT_EQ(plain().find("/AcroForm"), std::string::npos);
}

TEST(SealPlace, KeepsClearOfAllThatIsPrinted) {
    for (const std::size_t characters : {30u, 300u, 500u, 700u, 900u, 2000u}) {
        const LaidOut out = tests::lay_out(document("关于甲的通知", {han(characters)}),
                                           tests::profile_named("gongbao"));
        const Rect seal = pdf::seal_place(out.layout);
        if (seal.width == 0) continue;  // no room: an invisible field
        EXPECT_EQ(seal.width, mm(42));
        EXPECT_GE(seal.x, 0);
        EXPECT_LE(seal.x + seal.width, out.layout.page_width);
        EXPECT_LE(seal.y + seal.height, out.layout.page_height);
        for (const PlacedLine& line : out.layout.pages.back().lines)
            EXPECT_TRUE(line.y < seal.y || line.y - pt(16) > seal.y + seal.height) << characters;
    }
}

TEST(SealPlace, IsEmptyOnAPageWithoutRoom) {
    Layout layout;
    layout.page_width = mm(210);
    layout.page_height = mm(285);
    layout.pages.emplace_back();
    for (Length y = mm(20); y < mm(280); y += mm(30))
        layout.pages.back().rules.push_back({{mm(20), y, mm(170), pt(1)}, Color::Black});
    EXPECT_EQ(pdf::seal_place(layout).width, 0);
}

TEST_F(FinishedPrint, HasTheBoxesOfAPrintingHouse) {
    Job job = job_of({document("关于甲的通知", {han(30)})});
    job.print_variant = PrintVariant{5000, false};
    keep(job);
    const Profile& profile = tests::profile_named("gongbao");
    const std::string info = ask("pdfinfo -box " + file()).text;
    const auto box = [&](const std::string& name, double outwards) {
        char line[128];
        std::snprintf(line, sizeof line, "%8.2f %8.2f %8.2f %8.2f", -outwards, -outwards,
                      profile.width / 1000.0 + outwards, profile.height / 1000.0 + outwards);
        const std::size_t at = info.find(name + "Box:");
        ASSERT_NE(at, std::string::npos) << info;
        std::istringstream seen(info.substr(at + name.size() + 4, 64));
        std::istringstream wanted(line);
        for (double want = 0, have = 0; wanted >> want;) {
            seen >> have;
            EXPECT_NEAR(have, want, 0.011) << name;
        }
    };
    box("Trim", 0);
    box("Bleed", 5 * 72 / 25.4);
    box("Media", 12 * 72 / 25.4);
}

TEST_F(FinishedPrint, PrintsNoMarksOnAPageToRead) {
    keep(job_of({document("关于甲的通知", {han(30)})}));
    const std::string pdf = plain();
    EXPECT_EQ(pdf.find("/TrimBox"), std::string::npos);
    EXPECT_EQ(pdf.find("0.25 w"), std::string::npos);
}

TEST_F(FinishedPrint, FillsWholeSheetsBeforeItsImprint) {
    Job job = job_of({document("关于甲的通知", {han(1500)}), document("关于乙的通知", {han(30)})});
    job.frame = frame();
    const int pages = Press("gongbao", tests::resources()).print(job).pages;
    job.print_variant = PrintVariant{};
    const Printed printed = keep(job);
    EXPECT_EQ(printed.pages % 4, 0);
    EXPECT_LT(printed.pages - pages, 4);
    const std::string last = std::to_string(printed.pages);
    EXPECT_NE(ask("pdftotext -f " + last + " -l " + last + " " + file() + " -").text.find("主办"),
              std::string::npos);
    const bool added = printed.pages != pages;
    bool reported = false;
    for (const core::Diagnostic& finding : printed.findings)
        reported = reported || finding.message.id == "typeset.blank_pages_added";
    EXPECT_EQ(reported, added);
}

TEST(PrintReady, MovesTargetsBehindTheBlankPages) {
    Layout layout;
    layout.pages.resize(6);
    layout.targets = {{4, 0}, {5, 0}};
    layout.pages[4].number = 3;
    make_print_ready({}, true, layout);
    ASSERT_EQ(layout.pages.size(), 8u);
    EXPECT_EQ(layout.targets[0].page, 4u);
    EXPECT_EQ(layout.targets[1].page, 7u);
    EXPECT_EQ(layout.pages[6].number, 5) << "counted, though blank";
    EXPECT_FALSE(layout.pages[7].recto);
}

std::vector<std::string> colour_findings(const Printed& printed) {
    std::vector<std::string> ids;
    for (const core::Diagnostic& finding : printed.findings)
        if (finding.message.id.starts_with("typeset.pages_with")) ids.push_back(finding.message.id);
    return ids;
}

TEST_F(FinishedPrint, ReportsWhatIsNotInOneColour) {
    Job job = job_of({with_picture()});
    job.frame = frame();
    job.print_variant = PrintVariant{};
    EXPECT_EQ(colour_findings(keep(job)),
              (std::vector<std::string>{"typeset.pages_with_red",
                                        "typeset.pages_with_coloured_pictures"}));
    EXPECT_NE(plain().find("0.8 0.06 0.08 rg"), std::string::npos) << "the rule of the cover";
    job.print_variant->one_colour = true;
    EXPECT_EQ(colour_findings(keep(job)),
              std::vector<std::string>{"typeset.pages_with_coloured_pictures"});
    EXPECT_EQ(plain().find("0.8 0.06 0.08 rg"), std::string::npos);
}

}  // namespace
}  // namespace gongbao::typeset
