// SPDX-License-Identifier: Apache-2.0
// The annual index of the demo issues, held against their printed pages: every entry of every part
// names a page of the edition's PDF on which its title stands.
#include <gtest/gtest.h>

#include <memory>
#include <nlohmann/json.hpp>
#include <regex>

#include "core/system/files.hpp"
#include "core/text/text.hpp"
#include "tests/ask.hpp"
#include "tests/end_to_end/program.hpp"

namespace gongbao::tests {
namespace {

using nlohmann::json;

// Without white space; quotations inside quotations as they are outside.
std::string bare(std::string_view text) {
    std::string words = core::replace_all(core::without_spaces(text), "〈", "《");
    return core::replace_all(std::move(words), "〉", "》");
}

/// The words of each printed page of a PDF, by the number at its foot.
std::map<int, std::string> printed_pages(const std::string& pdf) {
    static const std::regex kFolio("^\\s*·\\s*([0-9]+)\\s*·\\s*$");
    std::map<int, std::string> pages;
    const std::string text = ask("pdftotext -enc UTF-8 -raw " + pdf + " -").text;
    for (const std::string_view page : core::split(text, '\f'))
        for (const std::string_view line : core::split(page, '\n')) {
            std::cmatch found;
            if (std::regex_match(line.data(), line.data() + line.size(), found, kFolio))
                pages[std::stoi(found[1])] = bare(page);
        }
    return pages;
}

struct Place {
    std::string issue;  ///< "2026-1"
    int page = 0;
    bool corrects = false;
};

std::vector<Place> places_of(const std::string& locator) {
    static const std::regex kPlace("(专刊|增刊)?第([0-9]+)期第([0-9]+)页(（更正）)?");
    std::vector<Place> places;
    for (std::sregex_iterator at(locator.begin(), locator.end(), kPlace), end; at != end; ++at) {
        const std::string kind = (*at)[1];
        places.push_back({"2026-" +
                              std::string(kind == "专刊"   ? "z"
                                          : kind == "增刊" ? "s"
                                                           : "") +
                              (*at)[2].str(),
                          std::stoi((*at)[3]), (*at)[4].matched});
    }
    return places;
}

// 云府发〔2026〕1号　TITLE, 1月8日　TITLE, TITLE（云府发〔2026〕1号）: the title.
std::string title_of(std::string words) {
    constexpr std::string_view kGap = "　";
    const std::size_t gap = words.find(kGap);
    const std::string before = words.substr(0, gap == std::string::npos ? 0 : gap);
    if (core::ends_with(before, "号") || core::ends_with(before, "日"))
        words.erase(0, gap + kGap.size());
    if (core::ends_with(words, "号）")) words.erase(words.rfind("（"));
    return words;
}

class AnnualIndexOfTheDemo : public ::testing::TestWithParam<const char*> {
  protected:
    // The demo and an issue with the index, filled once for each way of numbering.
    AnnualIndexOfTheDemo() : place_(filled(GetParam())) {}

    static const Workplace& filled(const std::string& folios) {
        static std::map<std::string, std::unique_ptr<Workplace>> places;
        auto& place = places[folios];
        if (!place) {
            place = std::make_unique<Workplace>();
            fill(*place, folios);
        }
        return *place;
    }
    // The repository's templates and fonts, with a demo gazette that counts its pages so.
    static std::string home_with_folios(const Workplace& place, const std::string& folios) {
        namespace fs = std::filesystem;
        const fs::path source = GONGBAO_SOURCE_DIR;
        place.write("home/templates/demo/gazette.toml",
                    "folios = \"" + folios + "\"\n" +
                        core::read_file(source / "templates/demo/gazette.toml"));
        const fs::path home = place.path("home");
        for (const char* folder : {"templates", "templates/demo"})
            for (const auto& entry : fs::directory_iterator(source / folder))
                if (const fs::path name = home / folder / entry.path().filename();
                    !fs::exists(name))
                    fs::create_symlink(entry.path(), name);
        fs::create_directory_symlink(source / "fonts", home / "fonts");
        return home.string();
    }
    static void fill(const Workplace& place, const std::string& folios) {
        const std::string home = home_with_folios(place, folios);
        ::setenv("GONGBAO_HOME", home.c_str(), 1);
        RunningProgram site(place, {"serve", "--demo", "--port", "0"});
        ::unsetenv("GONGBAO_HOME");
        constexpr int kPatience = 4;  // a busy machine takes its time over five issues
        for (int i = 0; i < kPatience && site.port() == 0;) ++i;
        EXPECT_EQ(site.stop(std::chrono::seconds(10)), 0);
        place.write("last.txt", notice(77));
        for (const Arguments& step :
             {Arguments{"new", "2026-5", "--date", "2026-03-15", "--running", "605"},
              {"add", "2026-5", "last.txt", "-s", "省政府办公厅文件"},
              {"add-index", "2026-5", "2026"},
              {"publish", "2026-5", "--issued-at", "2026-03-15T09:00:00+08:00"}}) {
            Arguments arguments = {"issue"};
            arguments.insert(arguments.end(), step.begin(), step.end());
            const Outcome outcome = place.run(arguments);
            EXPECT_EQ(outcome.code, 0) << step[0] << outcome.err;
        }
    }
    std::string run(const Arguments& arguments) {
        const Outcome outcome = place_.run(arguments);
        EXPECT_EQ(outcome.code, 0) << arguments[1] << outcome.err;
        return outcome.out;
    }
    // The edition's PDF, which a preview of a published issue is byte for byte.
    const std::map<int, std::string>& pages_of(const std::string& issue) {
        auto& pages = pages_[issue];
        if (pages.empty()) {
            run({"issue", "preview", issue, "-o", issue + ".pdf"});
            pages = printed_pages(place_.path(issue + ".pdf"));
        }
        return pages;
    }
    void check_entry(const std::string& words, const std::string& locator) {
        const std::string title = bare(title_of(words));
        ASSERT_FALSE(title.empty()) << words;
        const auto places = places_of(locator);
        ASSERT_FALSE(places.empty()) << words << locator;
        for (const Place& place : places) {
            const auto& pages = pages_of(place.issue);
            const auto page = pages.find(place.page);
            ASSERT_NE(page, pages.end()) << words << " " << locator;
            EXPECT_NE(page->second.find(title), std::string::npos)
                << title << " is not on page " << place.page << " of " << place.issue;
            if (place.corrects) {
                EXPECT_NE(page->second.find("更正"), std::string::npos) << words;
            }
        }
        ++entries_;
    }

    const Workplace& place_;
    std::map<std::string, std::map<int, std::string>> pages_;
    int entries_ = 0;
};

TEST_P(AnnualIndexOfTheDemo, NamesThePageOnWhichEachTitleStands) {
    const json index = json::parse(run({"show", "2026-5-2", "--json"}));
    for (const json& block : index["blocks"]) {
        if (block["role"] != "contents") continue;
        const std::string line = block["text"];
        const std::size_t gap = line.rfind("　");
        check_entry(line.substr(0, gap), line.substr(gap));
    }
    EXPECT_GT(entries_, 150) << "53 documents in four parts";
    EXPECT_NE(run({"verify"}).find("核对无误：6 期"), std::string::npos);
}

TEST_P(AnnualIndexOfTheDemo, SaysTheSameWordsByItselfAndInTheIssue) {
    run({"index", "2026", "-o", "index.pdf"});
    const auto without_leaders = [](const std::string& text) {
        return core::replace_all(bare(text), "·", "");
    };
    const std::string alone =
        without_leaders(ask("pdftotext -enc UTF-8 -raw " + place_.path("index.pdf") + " -").text);
    const json index = json::parse(run({"show", "2026-5-2", "--json"}));
    for (const json& block : index["blocks"]) {
        const std::string line = without_leaders(block["text"].get<std::string>());
        EXPECT_NE(alone.find(line), std::string::npos) << line;
    }
}

INSTANTIATE_TEST_SUITE_P(Folios, AnnualIndexOfTheDemo, testing::Values("issue", "year"));

}  // namespace
}  // namespace gongbao::tests
