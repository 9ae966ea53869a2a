// SPDX-License-Identifier: Apache-2.0
#include "typeset/profile.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>

#include "core/error.hpp"
#include "core/files.hpp"
#include "core/text.hpp"
#include "tests/scratch_folder.hpp"
#include "tests/typeset/press.hpp"

namespace gongbao::typeset {
namespace {

namespace fs = std::filesystem;
using core::ErrorKind;

constexpr const char* kPage = R"([page]
width = "100mm"
height = "120mm"
top = "10mm"
bottom = "10mm"
inner = "10mm"
outer = "10mm"
line = "16pt"
)";

class ProfileFile : public ::testing::Test {
  protected:
    Profile read(const std::string& text) {
        std::ofstream(file_) << text;
        return read_profile(file_.string(), tests::resources().profiles);
    }

    // The message of the refusal; a test that refuses nothing fails.
    core::Message refusal(const std::string& text, ErrorKind kind = ErrorKind::Invalid) {
        try {
            read(text);
        } catch (const core::Error& error) {
            EXPECT_EQ(error.kind(), kind) << text;
            return error.for_people();
        }
        ADD_FAILURE() << "not refused: " << text;
        return {};
    }

    gongbao::tests::ScratchFolder folder_;
    fs::path file_ = folder_ / "gongbao_profile_test.toml";
};

TEST_F(ProfileFile, ReadsLengthsInTheirUnits) {
    const Profile profile = read(std::string(kPage) +
                                 "[style.paragraph]\nsize = \"10pt\"\nindent = \"2em\"\nbefore = \"0.5line\"\n");
    EXPECT_EQ(profile.width, mm(100));
    EXPECT_EQ(profile.line, pt(16));
    EXPECT_EQ(profile.style(StyleName::Paragraph).indent, pt(20));
    EXPECT_EQ(profile.style(StyleName::Paragraph).before, pt(8));
    EXPECT_EQ(profile.style(StyleName::Title).size, pt(10.5)) << "what is not said is the base";
}

TEST_F(ProfileFile, InheritsTheBaseStyle) {
    const Profile profile = read(std::string(kPage) + "[style.base]\nfont = \"song\"\n[style.title]\nbold = true\n");
    EXPECT_EQ(profile.style(StyleName::Title).font, "song");
    EXPECT_TRUE(profile.style(StyleName::Title).bold);
    EXPECT_FALSE(profile.style(StyleName::Paragraph).bold);
}

TEST_F(ProfileFile, NamesFileLineAndKeyOfWhatItRefuses) {
    struct Case {
        const char* text;
        const char* id;
        const char* key;
    };
    const Case cases[] = {
        {"[text]\ngrid = \"yes\"\n", "typeset.profile_not_bool", "text.grid"},
        {"[text]\ngap = 900\n", "typeset.profile_not_number", "text.gap"},
        {"[text]\nprohibition = \"loose\"\n", "typeset.profile_not_choice", "text.prohibition"},
        {"[folio]\ntext = 3\n", "typeset.profile_not_text", "folio.text"},
        {"[style.title]\nsize = \"18\"\n", "typeset.profile_not_length", "style.title.size"},
        {"[style.title]\nsize = 18\n", "typeset.profile_not_length", "style.title.size"},
        {"[style.title]\nsize = \"18px\"\n", "typeset.profile_not_length", "style.title.size"},
        {"[style.title]\nsize = \"2em\"\n", "typeset.profile_not_length", "style.title.size"},
        {"[style.title]\ncolour = \"red\"\n", "typeset.profile_unknown_key", "style.title.colour"},
        {"[style.heading9]\nsize = \"9pt\"\n", "typeset.profile_unknown_key", "style.heading9"},
        {"[item]\nstart = \"verso\"\n", "typeset.profile_not_choice", "item.start"},
        {"[item]\ndate_right = -1\n", "typeset.profile_not_number", "item.date_right"},
        {"[parts]\nindex = true\n", "typeset.profile_unknown_key", "parts.index"},
        {"[margin]\ntop = \"1mm\"\n", "typeset.profile_unknown_key", ".margin"},
    };
    for (const Case& one : cases) {
        const core::Message message = refusal(std::string(kPage) + one.text);
        EXPECT_EQ(message.id, one.id) << one.text;
        EXPECT_EQ(message.args.at("file"), "gongbao_profile_test.toml");
        EXPECT_NE(message.args.at("key").find(std::string(one.key).substr(one.key[0] == '.' ? 1 : 0)),
                  std::string::npos)
            << message.args.at("key");
        EXPECT_GE(std::stoi(message.args.at("line")), 9) << one.text;
    }
}

TEST_F(ProfileFile, RefusesAPageWithoutRoom) {
    for (const char* change : {"inner = \"10mm\"|inner = \"95mm\"", "width = \"100mm\"|width = \"1mm\"",
                               "top = \"10mm\"|top = \"119mm\"", "line = \"16pt\"|line = \"0pt\"",
                               "bottom = \"10mm\"|bottom = \"-10mm\""}) {
        const auto parts = core::split(change, '|');
        const std::string text = core::replace_all(kPage, parts[0], std::string(parts[1]));
        EXPECT_EQ(refusal(text).id, "typeset.profile_no_room") << change;
    }
}

TEST_F(ProfileFile, NamesTheLineThatIsNoToml) {
    const core::Message message = refusal("[page]\nwidth = \n");
    EXPECT_EQ(message.id, "core.bad_toml");
    EXPECT_EQ(message.args.at("line"), "2");
}

TEST(Profiles, ListsWhatThereIsWhenAskedForAnother) {
    for (const char* name : {"gazette", "../gongbao", "", "/etc/passwd.toml"}) try {
            read_profile(name, tests::resources().profiles);
            ADD_FAILURE() << name;
        } catch (const core::Error& error) {
            EXPECT_EQ(error.kind(), ErrorKind::NotFound);
            EXPECT_NE(error.for_people().args.at("known").find("gongwen"), std::string::npos);
        }
}

// The keys of docs/profiles.md, from its tables: | `key` | …, under "## [section]".
std::vector<std::string> documented_keys() {
    const std::string text = core::read_file(fs::path(GONGBAO_SOURCE_DIR) / "docs" / "profiles.md");
    std::vector<std::string> keys;
    std::string section;
    for (const std::string_view line : core::split(text, '\n')) {
        if (core::starts_with(line, "## `["))
            section = std::string(line.substr(5, line.find(']') - 5));
        else if (core::starts_with(line, "## "))
            section.clear();
        if (section.empty() || !core::starts_with(line, "| `")) continue;
        keys.push_back(section + "." + std::string(line.substr(3, line.find('`', 3) - 3)));
    }
    return keys;
}

TEST_F(ProfileFile, KnowsEveryDocumentedKey) {
    const auto keys = documented_keys();
    ASSERT_GT(keys.size(), 45u);
    for (const std::string& key : keys) {
        const std::string section = key.substr(0, key.rfind('.'));
        const std::string name = key.substr(key.rfind('.') + 1);
        // A value of a kind no key has: a known key is refused for its value, an unknown one for its name.
        std::string text = kPage;
        if (section == "page") text = "[page]\n" + name + " = 1979-05-27\n";
        else text += "[" + core::replace_all(section, "style.NAME", "style.title") + "]\n" + name + " = 1979-05-27\n";
        EXPECT_NE(refusal(text).id, "typeset.profile_unknown_key") << key;
    }
}

TEST(Profiles, DocumentsEveryKeyInUse) {
    const auto keys = documented_keys();
    const std::string text = core::read_file(fs::path(GONGBAO_SOURCE_DIR) / "docs" / "profiles.md");
    for (const char* name : {"gongbao.toml", "gongwen.toml"}) {
        std::string section;
        const std::string profile = core::read_file(tests::resources().profiles / name);
        for (const std::string_view line : core::split(profile, '\n')) {
            if (core::starts_with(line, "[")) {
                section = std::string(line.substr(1, line.find(']') - 1));
                if (core::starts_with(section, "style.") && section != "style.base") {
                    EXPECT_NE(text.find("`" + section.substr(6) + "`"), std::string::npos) << section;
                }
                if (core::starts_with(section, "style.")) section = "style.NAME";
            } else if (const auto at = line.find(" = "); at != std::string::npos && line[0] != '#') {
                const std::string key = section + "." + std::string(line.substr(0, at));
                EXPECT_NE(std::find(keys.begin(), keys.end(), key), keys.end()) << name << " " << key;
            }
        }
    }
}

}  // namespace
}  // namespace gongbao::typeset
