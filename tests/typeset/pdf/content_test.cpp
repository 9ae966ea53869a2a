// SPDX-License-Identifier: Apache-2.0
// What stands in a page's content and its structure, as qpdf shows it: bold, languages, footnotes.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <regex>

#include "core/system/files.hpp"
#include "tests/ask.hpp"
#include "tests/scratch_folder.hpp"
#include "tests/typeset/press.hpp"
#include "typeset/pdf/languages.hpp"
#include "typeset/pdf/write_pdf.hpp"
#include "typeset/typeset.hpp"

namespace gongbao::typeset {
namespace {

using core::Role;
using gongbao::tests::ask;

// The PDF of `document`, unpacked.
std::string pdf_of(const core::Document& document, const Profile& profile) {
    const gongbao::tests::ScratchFolder folder;
    const std::filesystem::path path = folder / "out.pdf";
    const LaidOut out = tests::lay_out(document, profile);
    core::Diagnostics findings;
    const pdf::Description description{"题", "", {2026, 4, 3}, "Gongbao"};
    core::write_file(path, pdf::write_pdf(out.layout, tests::fonts(), description, findings, {}));
    return ask("qpdf --qdf --object-streams=disable '" + path.string() + "' -").text;
}

std::size_t count_of(std::string_view part, std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = text.find(part); at != std::string_view::npos;
         at = text.find(part, at + 1))
        ++count;
    return count;
}

TEST(Content, DrawsABoldStyleWithAnOutlineOfItsColour) {
    Profile profile = tests::profile_named("gongbao");
    const core::Document document = tests::document("关于粗体的通知", {"正文。"});
    EXPECT_EQ(count_of(" 2 Tr\n", pdf_of(document, profile)), 0u);
    TextStyle& title = profile.styles[static_cast<std::size_t>(StyleName::Title)];
    title.bold = true;
    title.color = Color::Red;
    title.size = pt(20);
    const std::string pdf = pdf_of(document, profile);
    EXPECT_EQ(count_of("0.8 0.06 0.08 RG 0.6 w 1 j 2 Tr\n", pdf), 1u)
        << "30 thousandths of 20 points";
    EXPECT_EQ(count_of("0 Tr\n", pdf), 1u) << "the text after it is not bold";
    EXPECT_LT(pdf.find(" 2 Tr\n"), pdf.find("\n0 Tr\n"));
}

TEST(Content, NamesTheLanguageWhereTheScriptTellsIt) {
    const std::string pdf =
        pdf_of(tests::document("关于文字的通知", {"藏文བོད་ལྗོངས་ མི་དམངས།，彝文ꆈꌠ，GDP增长。"}),
               tests::profile_named("gongbao"));
    EXPECT_EQ(count_of("/Lang (bo)", pdf) + count_of("/Lang(bo)", pdf), 1u)
        << "one run, its space inside";
    EXPECT_EQ(count_of("Lang(ii)", pdf), 1u);
    EXPECT_EQ(count_of("Lang(en)", pdf), 0u);
    EXPECT_EQ(count_of("Lang(", pdf_of(tests::document("关于文字的通知", {"只有汉字与GDP、℃、α。"}),
                                       tests::profile_named("gongbao"))),
              0u);
}

std::vector<std::string> languages_of(const std::string& words) {
    const LaidOut out =
        tests::lay_out(tests::document("关于文字的通知", {words}), tests::profile_named("gongbao"));
    const pdf::Languages languages(out.layout);
    std::vector<std::string> found;
    for (const Page& page : out.layout.pages)
        for (const PlacedLine& line : page.lines)
            for (const pdf::LanguageRun& run : languages.in(line))
                found.emplace_back(tag_of(run.language));
    return found;
}

TEST(Languages, AreToldByTheirScripts) {
    const std::vector<std::pair<const char*, std::vector<std::string>>> kTable = {
        {"西藏བོད་ལྗོངས།", {"bo"}},
        {"ئۇيغۇر ئاپتونوم رايونلۇق خەلق ھۆكۈمىتى ۋە ئېلان", {"ug"}},
        {"内蒙古ᠮᠣᠩᠭᠣᠯ ᠬᠡᠯᠡ。", {"mn"}},
        {"朝鲜文조선말과日文ひらがな。", {"ko", "ja"}},
        {"泰文ภาษาไทย，傣文ᥖᥭᥰ。", {"th", "tdd"}},
        // What tells nothing.
        {"阿拉伯文العربية。", {}},
        {"哈萨克文قازاق تىلى، ەل。", {}},
        {"满文ᠮᠠᠨᠵᡠ ᡤᡳᠰᡠᠨ。", {}},
        {"English, Россия, Ελληνικά, हिन्दी, עברית。", {}},
        {"汉字①②㎡，《通知》。", {}},
    };
    for (const auto& [words, want] : kTable) EXPECT_EQ(languages_of(words), want) << words;
}

TEST(Content, TagsAFootnoteWithItsMarkAndItsLinks) {
    core::Inline note;
    note.kind = core::Inline::Kind::Note;
    note.text = "①";
    note.note.push_back(core::text_run("注文。"));
    core::Block block = tests::block(Role::Paragraph, "前文");
    block.runs.push_back(note);
    block.runs.push_back(core::text_run("后文。"));
    const std::string pdf =
        pdf_of(tests::document_of("关于脚注的通知", {block}), tests::profile_named("gongbao"));
    EXPECT_EQ(count_of("/Subtype /Link", pdf), 2u);
    EXPECT_EQ(count_of("/Type /OBJR", pdf), 2u);
    // P holds words, Reference, words, Note; the Note its label first.
    const std::string kids = R"(/K \[\s+\d+\s+\d+ 0 R\s+\d+\s+\d+ 0 R\s+\]\s+)";
    EXPECT_TRUE(std::regex_search(pdf, std::regex(kids + R"(/P \d+ 0 R\s+/Pg \d+ 0 R\s+/S /P\s)")));
    EXPECT_TRUE(
        std::regex_search(pdf, std::regex(R"(/ID \(note\d+\)\s+/K \[\s+\d+ 0 R\s+\d+\s+\])")));
}

// What poppler says the file is called.
std::string title_of(const core::Document& document) {
    const gongbao::tests::ScratchFolder folder;
    const std::filesystem::path path = folder / "out.pdf";
    Job job;
    job.items.push_back({&document, {}});
    job.date = {2026, 4, 3};
    core::write_file(path, Press("gongbao", tests::resources()).print(job).pdf);
    const std::string said = ask("pdfinfo '" + path.string() + "' | grep ^Title").text;
    return said.substr(std::min(said.size(), said.find_first_not_of(' ', 6)));
}

TEST(Content, IsCalledByItsFirstWordsWithoutATitle) {
    EXPECT_EQ(title_of(tests::document("关于甲的通知", {"正文。"})), "关于甲的通知\n");
    EXPECT_EQ(title_of(tests::document("", {"", "没有标题的正文。"})), "没有标题的正文。\n");
    EXPECT_EQ(title_of(tests::document("", {})), "无标题\n");
}

}  // namespace
}  // namespace gongbao::typeset
