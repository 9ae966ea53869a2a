// SPDX-License-Identifier: Apache-2.0
// The whole way on the command line: manuscripts, an issue, its order, preview, publishing,
// finding.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <regex>

#include "core/system/files.hpp"
#include "core/text/text.hpp"
#include "tests/ask.hpp"
#include "tests/end_to_end/program.hpp"

namespace gongbao::tests {
namespace {

using nlohmann::json;

// Runs a command that must go well.
std::string done(const Workplace& place, const Arguments& arguments) {
    const Outcome outcome = place.run(arguments);
    EXPECT_EQ(outcome.code, 0) << arguments[0] << ": " << outcome.err;
    EXPECT_EQ(fault_in(outcome.out + outcome.err), "");
    return outcome.out;
}

bool follows(const std::string& words, const char* first, const char* second) {
    const std::size_t at = words.find(first);
    return at != std::string::npos && words.find(second, at) != std::string::npos;
}

class DeskToArchive : public ::testing::Test {
  protected:
    void SetUp() override {
        place_.write("var/gazette.toml",
                     "name = \"云岭省人民政府公报\"\nsections = [\"省政府令\", \"省政府文件\"]\n");
        place_.write("a.txt", notice(1));
        place_.write("b.txt", notice(2, "请抓好采茶时节。"));
        place_.write("order.html", fixture("order.html"));
        done(place_, {"issue", "new", "2026-8", "--date", "2026-04-30", "--running", "612"});
        done(place_, {"issue", "add", "2026-8", "a.txt", "b.txt", "-s", "省政府文件"});
        done(place_, {"import", "order.html"});
        done(place_, {"issue", "add", "2026-8", "3", "-s", "省政府令"});
    }
    std::string publish() {
        return done(place_,
                    {"issue", "publish", "2026-8", "--issued-at", "2024-04-30T09:00:00+08:00"});
    }
    Workplace place_;
};

TEST_F(DeskToArchive, OrdersAndShowsTheIssue) {
    std::string issue = done(place_, {"issue", "show", "2026-8"});
    EXPECT_NE(issue.find("2026年第8期（总第612期）  2026-04-30  编辑中"), std::string::npos)
        << issue;
    EXPECT_TRUE(follows(issue, "【省政府令】", "【省政府文件】")) << issue;
    EXPECT_TRUE(follows(issue, "云府办发〔2026〕1号", "云府办发〔2026〕2号"));
    issue = done(place_, {"issue", "order", "2026-8", "3", "2", "1"});
    EXPECT_TRUE(follows(issue, "云府办发〔2026〕2号", "云府办发〔2026〕1号"));
    issue = done(place_, {"issue", "remove", "2026-8", "1"});
    EXPECT_EQ(issue.find("云府办发〔2026〕1号"), std::string::npos);
    EXPECT_NE(done(place_, {"issue", "list"}).find("2026-8"), std::string::npos);
    EXPECT_TRUE(follows(done(place_, {"issue", "documents"}), "b.txt", "→ 2026-8"));
}

TEST_F(DeskToArchive, PublishesWhatWasPreviewed) {
    done(place_, {"issue", "preview", "2026-8", "-o", "preview.pdf"});
    const std::string preview = core::read_file(place_.path("preview.pdf"));
    EXPECT_TRUE(preview.starts_with("%PDF-"));
    EXPECT_FALSE(publish().empty());
    done(place_, {"issue", "preview", "2026-8", "-o", "printed.pdf"});
    EXPECT_EQ(core::read_file(place_.path("printed.pdf")), preview);
    EXPECT_NE(done(place_, {"issue", "show", "2026-8"}).find("已出版"), std::string::npos);
}

TEST_F(DeskToArchive, ShowsPagesOfThePreview) {
    done(place_, {"issue", "preview", "2026-8", "-o", "page-%d.svg"});
    ASSERT_TRUE(place_.has("page-2.svg"));
    const std::string second = core::read_file(place_.path("page-2.svg"));
    EXPECT_TRUE(second.starts_with("<svg "));
    done(place_, {"issue", "preview", "2026-8", "-o", "two.svg", "--page", "2"});
    EXPECT_NE(core::read_file(place_.path("two.svg")).find("</svg>"), std::string::npos);
}

TEST_F(DeskToArchive, GivesThePrintingHouseWholeSheetsWithTheSameWords) {
    done(place_, {"issue", "preview", "2026-8", "-o", "screen.pdf"});
    const Outcome outcome = place_.run(
        {"issue", "preview", "2026-8", "-o", "print.pdf", "--print-ready", "--bleed", "5mm"});
    EXPECT_LE(outcome.code, 1) << outcome.err;
    const std::string info = ask("pdfinfo -box " + place_.path("print.pdf")).text;
    std::smatch found;
    ASSERT_TRUE(std::regex_search(info, found, std::regex("Pages: +([0-9]+)"))) << info;
    EXPECT_EQ(std::stoi(found[1]) % 4, 0);
    ASSERT_TRUE(std::regex_search(info, found, std::regex("BleedBox: +([-0-9.]+)"))) << info;
    const double bleed = std::stod(found[1]);
    ASSERT_TRUE(std::regex_search(info, found, std::regex("TrimBox: +([-0-9.]+)"))) << info;
    EXPECT_NEAR((std::stod(found[1]) - bleed) * 25.4 / 72, 5.0, 0.05);
    const auto words = [&](const char* name) {
        return core::without_spaces(ask("pdftotext -raw " + place_.path(name) + " -").text);
    };
    EXPECT_EQ(words("print.pdf"), words("screen.pdf"));
}

TEST_F(DeskToArchive, FindsWhatIsPublishedAndNothingElse) {
    EXPECT_NE(done(place_, {"search", "采茶"}).find("0"), std::string::npos);
    publish();
    const json answer = json::parse(done(place_, {"search", "采茶", "--json"}));
    EXPECT_EQ(answer["total"], 1);
    EXPECT_EQ(answer["hits"][0]["id"], "2026-8-3");
    EXPECT_EQ(answer["hits"][0]["issue"], "2026-8");
    const json range = answer["hits"][0]["snippet"]["ranges"][0];
    const std::string snippet = answer["hits"][0]["snippet"]["text"];
    EXPECT_EQ(snippet.substr(range[0], range[1].get<std::size_t>() - range[0].get<std::size_t>()),
              "采茶");
    EXPECT_EQ(json::parse(done(place_, {"search", "云府办发[2026]2号", "--json"}))["step"],
              "number");
    EXPECT_EQ(json::parse(done(place_, {"search", "高速公路收费", "--json"}))["total"], 0);
}

TEST_F(DeskToArchive, ShowsADocumentByAnyFormOfItsNumber) {
    publish();
    for (const char* number : {"云府办发〔2026〕2号", "云府办发[2026]2号", "2026-8-3"})
        EXPECT_NE(done(place_, {"show", number}).find("请抓好采茶时节。"), std::string::npos);
    const json document = json::parse(done(place_, {"show", "2026-8-3", "--json"}));
    EXPECT_EQ(document["number"], "云府办发〔2026〕2号");
    EXPECT_EQ(document["section"], "省政府文件");
    EXPECT_GT(document["first_page"], 0);
    const std::string xml = done(place_, {"show", "2026-8-3", "--xml"});
    EXPECT_TRUE(xml.starts_with("<?xml")) << xml;
    place_.write("again.xml", xml);
    EXPECT_EQ(
        json::parse(done(place_, {"import", "--check", "again.xml", "--json"}))["text_digest"],
        document["text_digest"]);
}

TEST_F(DeskToArchive, NeverChangesAnIssuedEdition) {
    publish();
    const std::string archive = core::read_file(place_.path("var/archive.sqlite"));
    for (const Arguments& step : {Arguments{"publish", "2026-8"},
                                  {"order", "2026-8", "3", "2", "1"},
                                  {"remove", "2026-8", "1"}}) {
        Arguments arguments = {"issue"};
        arguments.insert(arguments.end(), step.begin(), step.end());
        const Outcome outcome = place_.run(arguments);
        EXPECT_EQ(outcome.code, 6) << step[0];
        EXPECT_EQ(fault_in_message(outcome.err), "");
    }
    place_.write("late.txt", notice(3));
    EXPECT_EQ(place_.run({"issue", "add", "2026-8", "late.txt", "-s", "更正"}).code, 6);
    EXPECT_EQ(place_.documents().find("late.txt"), std::string::npos);  // not even taken in
    EXPECT_EQ(core::read_file(place_.path("var/archive.sqlite")), archive);
    EXPECT_NE(done(place_, {"verify"}).find("核对无误：1 期，3 份文件"), std::string::npos);
}

TEST(EmptyDesk, SaysHowToGoOn) {
    const Workplace place;
    EXPECT_NE(done(place, {"issue", "list"}).find("gongbao issue new"), std::string::npos);
    EXPECT_NE(done(place, {"issue", "documents"}).find("gongbao import"), std::string::npos);
    done(place, {"issue", "new", "2026-z1", "--date", "2026-04-30"});
    EXPECT_NE(done(place, {"issue", "show", "2026-z1"}).find("gongbao issue add"),
              std::string::npos);
    place.name_gazette();
    const Outcome outcome = place.run({"issue", "publish", "2026-z1"});
    EXPECT_EQ(outcome.code, 4);
    EXPECT_EQ(fault_in_message(outcome.err), "");
}

}  // namespace
}  // namespace gongbao::tests
