// SPDX-License-Identifier: Apache-2.0
// import, number and typeset on good input, as programs and people use them.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include <regex>
#include <sstream>

#include "core/document/role.hpp"
#include "core/system/files.hpp"
#include "tests/end_to_end/program.hpp"

namespace gongbao::tests {
namespace {

using nlohmann::json;

std::vector<json> json_lines(const std::string& text) {
    std::vector<json> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) lines.push_back(json::parse(line));
    return lines;
}

TEST(Import, WritesTheDocumentAsJson) {
    const Workplace place;
    place.write("notice.txt", notice(1));
    const Outcome outcome = place.run({"import", "notice.txt", "--json"});
    EXPECT_EQ(outcome.code, 0) << outcome.err;
    const json document = json::parse(outcome.out);
    EXPECT_EQ(document["title"], "云岭省人民政府办公厅关于第1类事项的通知");
    EXPECT_EQ(document["number"], "云府办发〔2026〕1号");
    EXPECT_EQ(document["issuers"], json({"云岭省人民政府办公厅"}));
    EXPECT_EQ(document["dates"], json({{"written", "2026-03-06"}}));
    EXPECT_EQ(document["addressees"], "各州、市人民政府");
    EXPECT_EQ(document["signature"], "云岭省人民政府办公厅");
    EXPECT_EQ(document["annexes"], json::array());
    EXPECT_EQ(document["findings"], json::array());
    EXPECT_EQ(document["file"], "notice.txt");
    EXPECT_EQ(document["format"], "text");
    EXPECT_EQ(document["id"], 1);
    const std::vector<std::pair<std::string, std::string>> blocks = {
        {"title", "云岭省人民政府办公厅关于第1类事项的通知"},
        {"number", "云府办发〔2026〕1号"},
        {"addressees", "各州、市人民政府："},
        {"paragraph", "现将有关事项通知如下。"},
        {"signature", "云岭省人民政府办公厅"},
        {"date", "2026年3月6日"}};
    ASSERT_EQ(document["blocks"].size(), blocks.size());
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        EXPECT_EQ(document["blocks"][i]["role"], blocks[i].first);
        EXPECT_EQ(document["blocks"][i]["text"], blocks[i].second);
    }
}

TEST(Import, GivesFindingsAndAnnexesToMachines) {
    const Workplace place;
    place.write("plan.docx", fixture("plan.docx"));
    place.write("changes.docx", fixture("tracked_changes.docx"));
    const json plan = json::parse(place.run({"import", "--check", "plan.docx", "--json"}).out);
    ASSERT_EQ(plan["annexes"].size(), 3u);
    EXPECT_EQ(plan["annexes"][0]["kind"], "attached");  // the plan that the notice carries
    EXPECT_EQ(plan["annexes"][0]["title"], "水文测站标志管理方案");
    EXPECT_FALSE(plan.contains("id"));
    for (const json& annex : plan["annexes"]) {
        const auto first = annex["first_block"].get<std::size_t>();
        EXPECT_LE(first, annex["last_block"].get<std::size_t>());
        const char* opening = annex["kind"] == "annex" ? "label" : "title";
        EXPECT_EQ(plan["blocks"][first]["text"], annex[opening]);
    }
    const Outcome changed = place.run({"import", "changes.docx", "--json"});
    EXPECT_EQ(changed.code, 1);
    const json findings = json::parse(changed.out)["findings"];
    ASSERT_FALSE(findings.empty());
    for (const json& finding : findings) {
        EXPECT_NE(finding["id"], "");
        EXPECT_NE(finding["place"], "");
        EXPECT_EQ(fault_in_message(finding["message"]), "");
    }
    EXPECT_EQ(changed.err, "");
}

// No Chinese in a place; what is language-free stays the same.
TEST(Import, SaysPlacesInTheLanguageAskedFor) {
    const Workplace place;
    place.write("changes.docx", fixture("tracked_changes.docx"));
    const auto findings = [&](const std::string& language) {
        return json::parse(
            place.run({"--lang", language, "import", "--check", "changes.docx", "--json"})
                .out)["findings"];
    };
    const json chinese = findings("zh-CN");
    const json english = findings("en");
    ASSERT_FALSE(english.empty());
    ASSERT_EQ(english.size(), chinese.size());
    int placed = 0;
    for (std::size_t i = 0; i < english.size(); ++i) {
        EXPECT_EQ(english[i]["at"], chinese[i]["at"]);
        const auto words = english[i]["place"].get<std::string>();
        for (const char* chinese_word : {"第", "段", "行", "表", "格", "注"})
            EXPECT_EQ(words.find(chinese_word), std::string::npos) << words;
        placed += words.starts_with("paragraph ") && chinese[i]["place"] != words;
    }
    EXPECT_GT(placed, 0);
}

TEST(Import, WritesOneLineAFileWhenThereAreSeveral) {
    const Workplace place;
    place.write("a.txt", notice(1));
    place.write("b.docx", fixture("truncated.docx"));
    place.write("c.txt", notice(2));
    const Outcome outcome = place.run({"import", "a.txt", "b.docx", "c.txt", "--json"});
    EXPECT_EQ(outcome.code, 4);
    const auto lines = json_lines(outcome.out);
    ASSERT_EQ(lines.size(), 3u);
    EXPECT_EQ(lines[0]["number"], "云府办发〔2026〕1号");
    EXPECT_EQ(lines[1]["file"], "b.docx");
    EXPECT_EQ(lines[1]["kind"], "invalid");
    EXPECT_EQ(fault_in_message(lines[1]["error"]), "");
    EXPECT_EQ(lines[2]["number"], "云府办发〔2026〕2号");
}

TEST(Import, ShowsStructureInWords) {
    const Workplace place;
    place.write("plan.docx", fixture("plan.docx"));
    for (const auto& [language, words] :
         {std::pair{"zh-CN", Arguments{"标题", "发文字号", "主送机关", "一级标题", "表格", "附件"}},
          std::pair{"en", Arguments{"title", "addressees", "heading 1", "table", "annex"}}}) {
        const Outcome outcome = place.run({"--lang", language, "import", "plan.docx"});
        for (const std::string& word : words)
            EXPECT_NE(outcome.out.find("\n  " + word), std::string::npos) << word << outcome.out;
        EXPECT_EQ(fault_in(outcome.out + outcome.err), "");
    }
}

TEST(Import, HasWordsForEveryRole) {
    using gongbao::core::Role;
    const std::filesystem::path words =
        std::filesystem::path(GONGBAO_SOURCE_DIR) / "templates/messages";
    for (const char* language : {"zh-CN", "en"}) {
        const std::string file = core::read_file(words / language / "cli.toml");
        for (int role = 0; role <= static_cast<int>(Role::AnnexLabel); ++role) {
            const std::string name = core::name_of(static_cast<Role>(role));
            EXPECT_NE(file.find("\nrole_" + name + " = "), std::string::npos) << name;
        }
    }
}

TEST(Import, ChecksWithoutKeeping) {
    const Workplace place;
    place.write("a.txt", notice(1));
    EXPECT_EQ(place.run({"import", "--check", "a.txt"}).code, 0);
    EXPECT_EQ(place.files(), Arguments{"a.txt"});
}

TEST(Import, TakesAFileWhoseNameIsNotUtf8) {
    const Workplace place;
    const std::string name = "\xB9\xAB\xB1\xA8.txt";  // 公报 in GBK
    place.write(name, notice(1));
    const Outcome outcome = place.run({"import", name, "--json"});
    EXPECT_EQ(outcome.code, 0) << outcome.err;
    EXPECT_EQ(json::parse(outcome.out)["file"], "????.txt");
}

TEST(Number, WritesNormalFormsAndRefusals) {
    const Workplace place;
    const Setting lines{.input =
                            "云府发[2026]3号\r\n云府办发（２０２６）１６号\n不是文号\n\n\xff\n"};
    const Outcome words = place.run({"number"}, lines);
    EXPECT_EQ(words.code, 1);
    EXPECT_TRUE(words.out.starts_with("云府发〔2026〕3号\n云府办发〔2026〕16号\n不是文号："))
        << words.out;
    EXPECT_EQ(fault_in(words.out), "");

    const auto rows = json_lines(place.run({"number", "--json"}, lines).out);
    ASSERT_EQ(rows.size(), 5u);
    EXPECT_EQ(rows[0], json({{"raw", "云府发[2026]3号"},
                             {"normal", "云府发〔2026〕3号"},
                             {"prefix", "云府发"},
                             {"year", 2026},
                             {"seq", rows[0]["seq"]}}));
    for (std::size_t i = 2; i < rows.size(); ++i) {
        EXPECT_EQ(rows[i].size(), 2u);
        EXPECT_EQ(fault_in_message(rows[i]["error"]), "");
    }
    EXPECT_EQ(place.run({"number"}, {.input = "云府发〔2026〕3号\n"}).code, 0);
}

TEST(Typeset, GivesTheSameBytesTwice) {
    const Workplace place;
    place.write("plan.docx", fixture("plan.docx"));
    place.write("order.html", fixture("order.html"));
    for (const char* profile : {"gongbao", "gongwen"}) {
        for (const char* out : {"a.pdf", "b.pdf"}) {
            const Outcome outcome =
                place.run({"typeset", "plan.docx", "order.html", "-p", profile, "-o", out});
            EXPECT_EQ(outcome.code, 0) << outcome.err;
            EXPECT_NE(outcome.out.find(out), std::string::npos);
        }
        const std::string pdf = core::read_file(place.path("a.pdf"));
        EXPECT_TRUE(pdf.starts_with("%PDF-"));
        EXPECT_EQ(pdf, core::read_file(place.path("b.pdf")));
    }
    EXPECT_FALSE(place.has("var"));  // no database needed
}

TEST(Typeset, NamesAnUnknownProfile) {
    const Workplace place;
    place.write("a.txt", notice(1));
    const Outcome outcome = place.run({"typeset", "a.txt", "-p", "nobody", "-o", "a.pdf"});
    EXPECT_EQ(outcome.code, 3);
    EXPECT_NE(outcome.err.find("gongwen"), std::string::npos) << outcome.err;
    EXPECT_EQ(fault_in_message(outcome.err), "");
    EXPECT_FALSE(place.has("a.pdf"));
}

TEST(Typeset, DrawsPagesByTheEndingOfTheName) {
    const Workplace place;
    place.write("plan.docx", fixture("plan.docx"));
    Outcome outcome = place.run({"typeset", "plan.docx", "-o", "page.svg"});
    EXPECT_EQ(outcome.code, 0) << outcome.err;
    const std::string first = core::read_file(place.path("page.svg"));
    EXPECT_TRUE(first.starts_with("<svg ")) << first.substr(0, 80);
    outcome = place.run({"typeset", "plan.docx", "-o", "p-%d.svg"});
    EXPECT_EQ(outcome.code, 0) << outcome.err;
    // The same picture, but a page that stands alone links to no other.
    const auto drawn = [](const std::string& svg) {
        const std::regex links("<a href=\"p-[0-9]+\\.svg\">.*</a>\n");
        return std::regex_replace(svg.substr(svg.find('\n')), links, "");
    };
    EXPECT_TRUE(drawn(core::read_file(place.path("p-1.svg"))) == drawn(first));
    EXPECT_EQ(first.find("<a "), std::string::npos);
    ASSERT_TRUE(place.has("p-2.svg"));
    outcome = place.run({"typeset", "plan.docx", "-o", "two.svg", "--page", "2"});
    EXPECT_EQ(core::read_file(place.path("two.svg")), core::read_file(place.path("p-2.svg")));
}

TEST(Typeset, MarksWhatChangedAgainstAnEarlierVersion) {
    const Workplace place;
    place.write("new.txt", notice(1, "现将有关重要事项通知如下。"));
    place.write("old.txt", notice(1));
    Outcome outcome =
        place.run({"typeset", "new.txt", "-p", "proof", "--against", "old.txt", "-o", "a.svg"});
    EXPECT_EQ(outcome.code, 0) << outcome.err;
    const std::string marked = core::read_file(place.path("a.svg"));
    outcome =
        place.run({"typeset", "new.txt", "-p", "proof", "--against", "new.txt", "-o", "b.svg"});
    EXPECT_EQ(outcome.code, 0) << outcome.err;
    EXPECT_NE(marked, core::read_file(place.path("b.svg")));
    EXPECT_NE(marked.find("fill=\"#cc0f14\""), std::string::npos);
    outcome = place.run({"typeset", "new.txt", "old.txt", "--against", "old.txt", "-o", "c.svg"});
    EXPECT_EQ(outcome.code, 4);
    EXPECT_EQ(fault_in_message(outcome.err), "");
}

TEST(Typeset, DatesAProofByItsOwnDay) {
    const Workplace place;
    place.write("a.txt", notice(1));
    ASSERT_EQ(
        place.run({"typeset", "a.txt", "-p", "proof", "-o", "a.pdf", "--dump", "a.dump"}).code, 0);
    const std::string today = core::read_file(place.path("a.dump"));
    EXPECT_NE(today.find("校样　20"), std::string::npos) << today;
    EXPECT_EQ(today.find("校样　2026年3月6日"), std::string::npos)
        << "the day the document was signed";
    ASSERT_EQ(place
                  .run({"typeset", "a.txt", "-p", "proof", "--date", "2026-04-09", "-o", "b.pdf",
                        "--dump", "b.dump"})
                  .code,
              0);
    EXPECT_NE(core::read_file(place.path("b.dump")).find("校样　2026年4月9日"), std::string::npos);
}

TEST(Typeset, RefusesPagesThatCannotBeMeant) {
    const Workplace place;
    place.write("a.txt", notice(1));
    const std::vector<std::pair<const char*, int>> pages = {{"0", 4},   {"x", 4},  {"3-2", 4},
                                                            {"1-2", 4}, {"-1", 4}, {"99", 3}};
    for (const auto& [page, code] : pages) {
        const Outcome outcome =
            place.run({"typeset", "a.txt", "-o", "a.svg", std::string("--page=") + page});
        EXPECT_EQ(outcome.code, code) << page << outcome.err;
        EXPECT_EQ(fault_in_message(outcome.err), "") << page;
        EXPECT_FALSE(place.has("a.svg"));
    }
}

TEST(Typeset, RefusesPagesOfAPdfAndPicturesForThePrintingHouse) {
    const Workplace place;
    place.write("a.txt", notice(1));
    const std::vector<std::vector<std::string>> refused = {
        {"typeset", "a.txt", "-o", "a.pdf", "--page", "2"},
        {"typeset", "a.txt", "-o", "a.svg", "--print-ready"}};
    for (const auto& line : refused) {
        const Outcome outcome = place.run(line);
        EXPECT_EQ(outcome.code, 4) << outcome.err;
        EXPECT_EQ(fault_in_message(outcome.err), "");
        EXPECT_NE(outcome.err.find(line[3]), std::string::npos) << outcome.err;
        EXPECT_FALSE(place.has(line[3]));
    }
}

TEST(Typeset, NamesAFolderThatIsNotThere) {
    const Workplace place;
    place.write("a.txt", notice(1));
    const Outcome outcome = place.run({"typeset", "a.txt", "-o", "none/a.pdf"});
    EXPECT_EQ(outcome.code, 9);
    EXPECT_EQ(fault_in_message(outcome.err), "");
}

}  // namespace
}  // namespace gongbao::tests
