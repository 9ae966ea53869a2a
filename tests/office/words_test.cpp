// SPDX-License-Identifier: Apache-2.0
// Every word of the office's pages is there in both languages; templates are safe; static files
// know no inline code.
#include "office/words.hpp"

#include <gtest/gtest.h>

#include <regex>
#include <set>

#include "core/report/messages.hpp"
#include "core/system/files.hpp"
#include "editor/signoffs/signoff.hpp"
#include "office/form_tokens.hpp"
#include "server/kit/templates.hpp"

namespace gongbao::office {
namespace {

const std::filesystem::path kRoot = GONGBAO_SOURCE_DIR;

class Words : public testing::TestWithParam<const char*> {
  protected:
    core::Messages words = core::Messages::load(kRoot / "templates/messages" / GetParam());
};

TEST_P(Words, AreThereForEveryTemplate) {
    EXPECT_NO_THROW(server::Templates(kRoot / "templates/office", words));
}

/// Ids written in sources, also those a source completes ("office.nav." …).
TEST_P(Words, AreThereForEverySource) {
    const std::regex id("\"((?:office|pages|server)\\.[a-z0-9_.-]+)\"");
    int found = 0;
    for (const auto& entry : std::filesystem::directory_iterator(kRoot / "office")) {
        if (entry.path().extension() != ".cpp") continue;
        const std::string source = core::read_file(entry.path());
        for (std::sregex_iterator match(source.begin(), source.end(), id), end; match != end;
             ++match) {
            const std::string name = (*match)[1];
            const std::string head = name.back() == '.' ? name : name + ".";
            if (name == "office.css") continue;
            const auto next = words.all().lower_bound(head);
            const bool family = next != words.all().end() && next->first.starts_with(head);
            EXPECT_TRUE(words.has(name) || family) << name << " in " << entry.path().filename();
            ++found;
        }
    }
    EXPECT_GT(found, 40);
}

TEST_P(Words, AreThereForEveryRoleStateAndKind) {
    for (const editor::Role role : editor::kRoles)
        EXPECT_TRUE(words.has(std::string("office.role.") + editor::name_of(role)));
    for (const auto state :
         {editor::ItemState::Received, editor::ItemState::Ready, editor::ItemState::Placed,
          editor::ItemState::Issued, editor::ItemState::Withdrawn})
        EXPECT_TRUE(words.has(std::string("office.item_state.") + editor::name_of(state)));
    for (const editor::SignoffKind kind : editor::kSignoffKinds)
        EXPECT_TRUE(words.has(std::string("office.signoff.") + editor::name_of(kind)));
}

INSTANTIATE_TEST_SUITE_P(OfTheOffice, Words, testing::Values("zh-CN", "en"));

/// Only these places may put in HTML as it is, and each comes from code that escapes.
TEST(Templates, PutInHtmlOnlyWhereCodeHasEscapedIt) {
    const std::set<std::string> allowed = {"{{{main}}}", "{{{title_html}}}", "{{{text_html}}}",
                                           "{{{picture_html}}}"};
    const std::regex raw("\\{\\{\\{[^}]*\\}\\}\\}|\\{\\{&[^}]*\\}\\}");
    const std::regex unsafe(
        " on[a-z]+=|style=|<style|<script(?! type=\"module\" src=)|javascript:");
    for (const auto& entry : std::filesystem::directory_iterator(kRoot / "templates/office")) {
        if (entry.path().extension() != ".html") continue;
        const std::string text = core::read_file(entry.path());
        for (std::sregex_iterator match(text.begin(), text.end(), raw), end; match != end; ++match)
            EXPECT_TRUE(allowed.contains(match->str()))
                << match->str() << " in " << entry.path().filename();
        EXPECT_FALSE(std::regex_search(text, unsafe)) << entry.path().filename();
    }
}

/// A form that is posted carries the token.
TEST(Templates, CarryTheTokenInEveryFormThatIsPosted) {
    const std::regex post("<form [^>]*method=\"post\"[^>]*>\\s*\\{\\{> form_token\\}\\}");
    const std::regex any("<form [^>]*method=\"post\"");
    int forms = 0;
    for (const auto& entry : std::filesystem::directory_iterator(kRoot / "templates/office")) {
        if (entry.path().extension() != ".html") continue;
        const std::string text = core::read_file(entry.path());
        const auto count = [&](const std::regex& what) {
            return std::distance(std::sregex_iterator(text.begin(), text.end(), what), {});
        };
        EXPECT_EQ(count(post), count(any)) << entry.path().filename();
        forms += static_cast<int>(count(any));
    }
    EXPECT_GT(forms, 15);
}

TEST(Modules, WriteNoHtml) {
    const std::regex unsafe("innerHTML|outerHTML|insertAdjacentHTML|document\\.write|eval\\(");
    for (const auto& entry :
         std::filesystem::directory_iterator(kRoot / "templates/office/static")) {
        if (entry.path().extension() != ".js") continue;
        EXPECT_FALSE(std::regex_search(core::read_file(entry.path()), unsafe));
    }
}

TEST(Moments, AreWrittenInTheTimeOfChina) {
    EXPECT_EQ(moment({1'780'016'400}), "2026-05-29 09:00");
    EXPECT_EQ(moment({0}), "1970-01-01 08:00");
}

TEST(Numbers, AreWholeOrNone) {
    EXPECT_EQ(number_in("12", 7), 12);
    for (const char* other : {"", "x", "1x", " 1", "99999999999999999999", "1.5"})
        EXPECT_EQ(number_in(other, 7), 7) << other;
}

TEST(FormTokens, AreTheSameOnlyWhenTheyAre) {
    const std::string token(43, 'A');
    EXPECT_TRUE(is_token(token));
    EXPECT_FALSE(is_token(token + "A"));
    EXPECT_FALSE(is_token(std::string(42, 'A') + "+"));
    EXPECT_TRUE(is_same_token(token, token));
    EXPECT_FALSE(is_same_token(token, std::string(42, 'A') + "B"));
    EXPECT_FALSE(is_same_token("", ""));
}

}  // namespace
}  // namespace gongbao::office
