// SPDX-License-Identifier: Apache-2.0
#include "server/kit/templates.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <regex>
#include <set>
#include <thread>

#include "core/report/error.hpp"
#include "core/system/files.hpp"
#include "core/text/text.hpp"
#include "tests/server/sample_server.hpp"

namespace gongbao::server {
namespace {

const std::filesystem::path kTemplates = std::filesystem::path(GONGBAO_SOURCE_DIR) / "templates";

core::Messages words_of(const char* language) {
    return core::Messages::load(kTemplates / "messages" / language);
}

class Words : public testing::TestWithParam<const char*> {};

TEST_P(Words, AreThereForEveryTemplate) {
    EXPECT_NO_THROW(Templates(kTemplates / "pages", words_of(GetParam())));
}

/// Ids written in this folder's sources, also those a source completes ("pages.search.step." …).
TEST_P(Words, AreThereForEverySource) {
    const core::Messages words = words_of(GetParam());
    const std::regex id("\"((?:pages|server)\\.[a-z0-9_.-]+)\"");
    int found = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(
             std::filesystem::path(GONGBAO_SOURCE_DIR) / "server")) {
        if (entry.path().extension() != ".cpp") continue;
        const std::string source = core::read_file(entry.path());
        for (std::sregex_iterator match(source.begin(), source.end(), id), end; match != end;
             ++match) {
            const std::string name = (*match)[1];
            const auto next = words.all().lower_bound(name);
            const bool there =
                name.back() == '.'
                    ? next != words.all().end() && next->first.rfind(name, 0) == 0
                    : words.has(name) || words.has(name + ".title") || name == "pages.error";
            EXPECT_TRUE(there) << name << " in " << entry.path().filename();
            ++found;
        }
    }
    EXPECT_GT(found, 20);
}

TEST_P(Words, AreThereForEveryStepAndKind) {
    const core::Messages words = words_of(GetParam());
    using Step = archive::SearchAnswer::Step;
    for (const Step step :
         {Step::None, Step::Number, Step::Title, Step::Phrase, Step::AllWords, Step::AnyWord})
        EXPECT_TRUE(words.has(std::string("pages.search.step.") + archive::name_of(step)))
            << archive::name_of(step);
    for (const auto kind :
         {core::IssueKind::Regular, core::IssueKind::Special, core::IssueKind::Supplement})
        EXPECT_TRUE(words.has(std::string("pages.issue.") + core::name_of(kind)));
    for (const char* status : {"400", "403", "404", "405", "408", "413", "414", "415", "417", "431",
                               "500", "501", "503", "other"})
        EXPECT_TRUE(words.has(std::string("pages.error.") + status + ".advice")) << status;
}

INSTANTIATE_TEST_SUITE_P(OfBothLanguages, Words, testing::Values("zh-CN", "en"));

TEST(Templates, HaveTheSameIdsAndArgumentsInBothLanguages) {
    const core::Messages chinese = words_of("zh-CN");
    const core::Messages english = words_of("en");
    const std::regex argument("\\{[a-z_]+\\}");
    const auto arguments = [&](const std::string& words) {
        return std::set<std::string>(
            std::sregex_token_iterator(words.begin(), words.end(), argument), {});
    };
    for (const auto& [id, words] : chinese.all()) {
        if (id.rfind("pages.", 0) != 0 && id.rfind("server.", 0) != 0) continue;
        ASSERT_TRUE(english.has(id)) << id;
        EXPECT_EQ(arguments(words), arguments(english.say(id))) << id;
    }
}

class TemplateFolder : public testing::Test {
  protected:
    Templates load(const std::string& text) {
        core::write_file(folder_.path() / "page.html", text);
        core::write_file(folder_.path() / "part.html", "<b>{{x}}</b>");
        return Templates(folder_.path(), words_of("zh-CN"));
    }
    tests::ScratchFolder folder_;
};

TEST_F(TemplateFolder, EscapesWhatIsPutIn) {
    View view;
    view.set("x", "<&\"'>");
    EXPECT_EQ(load("{{x}} {{> part}}").render("page", view),
              "&lt;&amp;&quot;&apos;&gt; <b>&lt;&amp;&quot;&apos;&gt;</b>");
}

TEST_F(TemplateFolder, LeavesOutWhatIsNotThere) {
    View view;
    view.set("a", shown(""));
    view.set("b", shown("b"));
    EXPECT_EQ(load("{{#a}}a{{/a}}{{#b}}{{b}}{{/b}}").render("page", view), "b");
}

TEST_F(TemplateFolder, RefusesMistakesWhenLoading) {
    for (const char* wrong :
         {"[[pages.no_such_words]]", "{{> no_such_part}}", "{{#open}}", "{{> page}}", "{{unclosed"})
        EXPECT_THROW(load(wrong), core::Error) << wrong;
}

TEST_F(TemplateFolder, TellsFileAndLineOfAMistake) {
    struct Mistake {
        const char* text;
        const char* line;
        const char* what;
    };
    for (const Mistake& mistake :
         {Mistake{"<p>\n{{#open}}\n</p>", "2", "Unclosed section \"open\""},
          Mistake{"\n\n[[pages.no_such_words]]", "3", "[[pages.no_such_words]]"},
          Mistake{"a\n{{> no_such_part}}", "2", "{{> no_such_part}}"},
          Mistake{"a\nb\nc {{/shut}}", "3", "Unopened section \"shut\""}}) {
        try {
            load(mistake.text);
            ADD_FAILURE() << mistake.text;
        } catch (const core::Error& error) {
            EXPECT_EQ(error.for_people().args.at("file"), "page.html");
            EXPECT_EQ(error.for_people().args.at("line"), mistake.line) << mistake.text;
            EXPECT_EQ(error.for_people().args.at("what"), mistake.what);
        }
    }
}

TEST_F(TemplateFolder, RendersOneParsedTemplateOnManyThreads) {
    const Templates templates =
        load("{{#list}}{{x}},{{#deep}}{{y}}{{/deep}}{{^none}}-{{/none}}{{/list}}\n{{> part}}");
    std::vector<std::jthread> threads;
    std::atomic<int> wrong = 0;
    for (int number = 0; number < 4; ++number)
        threads.emplace_back([&, number] {
            View item;
            item.set("x", std::to_string(number));
            item.set("deep", true);
            item.set("y", std::string(static_cast<std::size_t>(number), 'y'));
            View list(View::type::list);
            list.push_back(item);
            View view;
            view.set("x", "x");
            view.set("list", list);
            const std::string expected = std::to_string(number) + "," +
                                         std::string(static_cast<std::size_t>(number), 'y') +
                                         "-\n<b>x</b>";
            for (int i = 0; i < 200; ++i) wrong += templates.render("page", view) != expected;
        });
    threads.clear();
    EXPECT_EQ(wrong, 0);
}

/// Only these places may put in HTML as it is, and each comes from code that escapes.
TEST(Templates, PutInHtmlOnlyWhereCodeHasEscapedIt) {
    const std::set<std::string> allowed = {"{{{main}}}", "{{{linked_data}}}", "{{{title_html}}}",
                                           "{{{text_html}}}", "{{{snippet_html}}}"};
    const std::regex raw("\\{\\{\\{[^}]*\\}\\}\\}|\\{\\{&[^}]*\\}\\}");
    for (const auto& entry : std::filesystem::directory_iterator(kTemplates / "pages")) {
        const std::string text = core::read_file(entry.path());
        for (std::sregex_iterator match(text.begin(), text.end(), raw), end; match != end; ++match)
            EXPECT_TRUE(allowed.count(match->str()))
                << match->str() << " in " << entry.path().filename();
    }
}

TEST(Templates, HoldNoScriptStyleOrHandlerOfTheirOwn) {
    const std::regex unsafe(" on[a-z]+=|style=|<style|<script|javascript:");
    for (const auto& entry : std::filesystem::directory_iterator(kTemplates / "pages")) {
        // JSON-LD is data: browsers do not run it.
        const std::string text = core::replace_all(core::read_file(entry.path()),
                                                   "<script type=\"application/ld+json\">", "");
        EXPECT_FALSE(std::regex_search(text, unsafe)) << entry.path().filename();
    }
}

}  // namespace
}  // namespace gongbao::server
