// SPDX-License-Identifier: Apache-2.0
#include "typeset/profile/profile.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>

#include "core/report/error.hpp"
#include "core/report/messages.hpp"
#include "core/system/files.hpp"
#include "core/text/text.hpp"
#include "tests/scratch_folder.hpp"
#include "tests/typeset/press.hpp"

namespace gongbao::typeset {
namespace {

namespace fs = std::filesystem;
using core::ErrorKind;
using tests::profile_named;

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
        return read_profile(file_.string(), tests::resources().profiles, &tests::fonts());
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
    const Profile profile =
        read(std::string(kPage) +
             "[style.paragraph]\nsize = \"10pt\"\nindent = \"2em\"\nbefore = \"0.5line\"\n");
    EXPECT_EQ(profile.width, mm(100));
    EXPECT_EQ(profile.line, pt(16));
    EXPECT_EQ(profile.style(StyleName::Paragraph).indent, pt(20));
    EXPECT_EQ(profile.style(StyleName::Paragraph).before, pt(8));
    EXPECT_EQ(profile.style(StyleName::Title).size, pt(10.5)) << "what is not said is the base";
}

TEST_F(ProfileFile, InheritsTheBaseStyle) {
    const Profile profile =
        read(std::string(kPage) + "[style.base]\nfont = \"song\"\n[style.title]\nbold = true\n");
    EXPECT_EQ(profile.style(StyleName::Title).font, "song");
    EXPECT_TRUE(profile.style(StyleName::Title).bold);
    EXPECT_FALSE(profile.style(StyleName::Paragraph).bold);
}

struct Refused {
    const char* text;  ///< after kPage, whose last line is the eighth
    const char* id;
    const char* key;
    int line;
};

const Refused kRefused[] = {
    {"[text]\ngrid = \"yes\"\n", "typeset.profile_not_bool", "text.grid", 10},
    {"[text]\ngap = 900\n", "typeset.profile_not_number", "text.gap", 10},
    {"[text]\ngap = 1.5\n", "typeset.profile_not_number", "text.gap", 10},
    {"[text]\nprohibition = \"loose\"\n", "typeset.profile_not_choice", "text.prohibition", 10},
    {"[text]\nprohibition = 3\n", "typeset.profile_not_choice", "text.prohibition", 10},
    {"[folio]\ntext = 3\n", "typeset.profile_not_text", "folio.text", 10},
    {"[style.title]\nsize = \"18\"\n", "typeset.profile_not_length", "style.title.size", 10},
    {"[style.title]\nsize = 18\n", "typeset.profile_not_length", "style.title.size", 10},
    {"[style.title]\nsize = \"18px\"\n", "typeset.profile_not_length", "style.title.size", 10},
    {"[style.title]\nsize = \"2em\"\n", "typeset.profile_not_length", "style.title.size", 10},
    {"[style.title]\nsize = \"1e9mm\"\n", "typeset.profile_not_length", "style.title.size", 10},
    {"[style.title]\nsize = \"0.5pt\"\n", "typeset.profile_out_of_range", "style.title.size", 10},
    {"[style.title]\nbefore = \"-1mm\"\n", "typeset.profile_out_of_range", "style.title.before",
     10},
    {"[style.title]\ncolour = \"red\"\n", "typeset.profile_unknown_key", "style.title.colour", 10},
    {"[style.heading9]\nsize = \"9pt\"\n", "typeset.profile_unknown_key", "style.heading9", 9},
    {"[style.title]\nleft = \"79mm\"\n", "typeset.profile_no_room", "style.title.left", 10},
    {"[style.title]\nright = \"79mm\"\n", "typeset.profile_no_room", "style.title.right", 10},
    {"[columns]\ncount = 2\ngap = \"50mm\"\n", "typeset.profile_no_room", "columns.gap", 11},
    {"[style]\ntitle = 3\n", "typeset.profile_not_table", "style.title", 10},
    {"[item]\nstart = \"verso\"\n", "typeset.profile_not_choice", "item.start", 10},
    {"[item]\ndate_right = -1\n", "typeset.profile_not_number", "item.date_right", 10},
    {"[parts]\nindex = true\n", "typeset.profile_unknown_key", "parts.index", 10},
    {"[parts]\norder = \"body\"\n", "typeset.profile_not_list", "parts.order", 10},
    {"[parts]\norder = [3]\n", "typeset.profile_not_list", "parts.order", 10},
    {"[parts]\norder = [\"body\", \"backside\"]\n", "typeset.profile_bad_parts", "parts.order", 10},
    {"[parts]\norder = [\"body\", \"body\"]\n", "typeset.profile_bad_parts", "parts.order", 10},
    {"[parts]\norder = [\"cover\"]\n", "typeset.profile_bad_parts", "parts.order", 10},
    {"[red_head]\nrule = \"6mm\"\n", "typeset.profile_out_of_range", "red_head.rule", 10},
    {"[margin]\ntop = \"1mm\"\n", "typeset.profile_unknown_key", "margin", 9},
};

TEST_F(ProfileFile, NamesFileLineAndKeyOfWhatItRefuses) {
    for (const Refused& one : kRefused) {
        const core::Message message = refusal(std::string(kPage) + one.text);
        EXPECT_EQ(message.id, one.id) << one.text;
        EXPECT_EQ(message.args.at("file"), "gongbao_profile_test.toml");
        EXPECT_EQ(message.args.at("key"), one.key) << one.text;
        EXPECT_EQ(message.args.at("line"), std::to_string(one.line)) << one.text;
    }
}

TEST_F(ProfileFile, SaysEachRefusalInBothLanguages) {
    for (const char* language : {"zh-CN", "en"}) {
        const auto words = core::Messages::load(fs::path(GONGBAO_SOURCE_DIR) / "templates" /
                                                "messages" / language);
        for (const Refused& one : kRefused) {
            const core::Message message = refusal(std::string(kPage) + one.text);
            ASSERT_TRUE(words.has(message.id)) << language << " " << message.id;
            const std::string said = words.say(message);
            for (const std::string& part : {std::string("gongbao_profile_test.toml"),
                                            std::string(one.key), std::to_string(one.line)})
                EXPECT_NE(said.find(part), std::string::npos) << said;
            EXPECT_EQ(said.find('{'), std::string::npos) << said;
        }
    }
}

TEST_F(ProfileFile, RefusesAPageWithoutRoomAtTheKeyThatTakesIt) {
    const Refused cases[] = {
        {"inner = \"10mm\"|inner = \"95mm\"", "typeset.profile_no_room", "page.inner", 6},
        {"inner = \"10mm\"|inner = \"79mm\"", "typeset.profile_no_room", "page.inner",
         6},  // 1-mm column
        {"outer = \"10mm\"|outer = \"89mm\"", "typeset.profile_no_room", "page.outer", 7},
        {"top = \"10mm\"|top = \"119mm\"", "typeset.profile_no_room", "page.top", 4},
        {"width = \"100mm\"|width = \"1mm\"", "typeset.profile_out_of_range", "page.width", 2},
        {"line = \"16pt\"|line = \"0pt\"", "typeset.profile_out_of_range", "page.line", 8},
        {"bottom = \"10mm\"|bottom = \"-10mm\"", "typeset.profile_out_of_range", "page.bottom", 5},
        {"height = \"120mm\"\n|\n", "typeset.profile_missing_key", "page.height", 1},
    };
    for (const Refused& one : cases) {
        const auto parts = core::split(one.text, '|');
        const core::Message message =
            refusal(core::replace_all(kPage, parts[0], std::string(parts[1])));
        EXPECT_EQ(message.id, one.id) << one.text;
        EXPECT_EQ(message.args.at("key"), one.key) << one.text;
        EXPECT_EQ(message.args.at("line"), std::to_string(one.line)) << one.text;
    }
}

TEST_F(ProfileFile, RefusesARoleTheCatalogueDoesNotKnow) {
    const core::Message message =
        refusal(std::string(kPage) + "[style.title]\nfont = \"body\"\nlead_font = \"gothic\"\n");
    EXPECT_EQ(message.id, "typeset.profile_font_unknown");
    EXPECT_EQ(message.args.at("key"), "style.title.lead_font");
    EXPECT_EQ(message.args.at("line"), "11");
    EXPECT_NE(message.args.at("known").find("kai"), std::string::npos);
}

TEST_F(ProfileFile, RefusesAFontThatIsNotInstalled) {
    std::ofstream(folder_ / "fonts.toml")
        << "[[face]]\nid = \"lost\"\nfile = \"lost.otf\"\npackage = \"lost-fonts\"\n"
           "[role.body]\nchain = [\"lost\"]\n";
    const FontBook fonts(folder_.path());
    std::ofstream(file_) << kPage << "[style.base]\nfont = \"body\"\n";
    try {
        read_profile(file_.string(), tests::resources().profiles, &fonts);
        ADD_FAILURE() << "not refused";
    } catch (const core::Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::Unavailable);
        EXPECT_EQ(error.for_people().id, "typeset.profile_font_missing");
        EXPECT_EQ(error.for_people().args.at("key"), "style.base.font");
        EXPECT_EQ(error.for_people().args.at("line"), "10");
        EXPECT_EQ(error.for_people().args.at("package"), "lost-fonts");
    }
}

TEST_F(ProfileFile, InheritsEveryKeyItDoesNotSay) {
    const Profile parent = read_profile("gongbao-16k", tests::resources().profiles);
    const Profile own = read(
        "inherits = \"gongbao-16k\"\n[page]\nheight = \"297mm\"\n"
        "[style.article]\nsize = \"12pt\"\n[parts]\norder = [\"body\"]\n");
    EXPECT_EQ(own.height, mm(297));
    EXPECT_EQ(own.width, parent.width);
    EXPECT_EQ(own.style(StyleName::Article).indent, pt(24)) << "2em of its own size";
    EXPECT_EQ(own.style(StyleName::Article).label_font, "hei");
    EXPECT_EQ(own.parts, std::vector<IssuePart>{IssuePart::Body}) << "a list is taken whole";
    EXPECT_EQ(own.name, "gongbao_profile_test");
}

TEST_F(ProfileFile, InheritsFromAFileBesideIt) {
    std::ofstream(folder_ / "house.toml")
        << "inherits = \"gongbao-16k\"\n[words]\ncontents = \"本期目录\"\n";
    const Profile own = read("inherits = \"house.toml\"\n[words]\npublished = \"{date}\"\n");
    EXPECT_EQ(own.words.contents, "本期目录");
    EXPECT_EQ(own.words.published, "{date}");
}

TEST_F(ProfileFile, NamesTheInheritedFileWithTheMistake) {
    std::ofstream(folder_ / "house.toml")
        << "inherits = \"gongbao-16k\"\n\n[text]\ngap = \"wide\"\n";
    core::Message message = refusal("inherits = \"house.toml\"\n[text]\ngrid = true\n");
    EXPECT_EQ(message.args.at("file"), "house.toml");
    EXPECT_EQ(message.args.at("line"), "4");
    // The margin of one's own is to blame, not the paper of the profile inherited from.
    message = refusal("inherits = \"gongbao-16k\"\n[page]\nouter = \"20mm\"\ninner = \"180mm\"\n");
    EXPECT_EQ(message.args.at("file"), "gongbao_profile_test.toml");
    EXPECT_EQ(message.args.at("key"), "page.inner");
    EXPECT_EQ(message.args.at("line"), "4");
}

TEST_F(ProfileFile, RefusesToInheritFromNowhereOrFromItself) {
    for (const char* name : {"gazette", "none.toml", "../gongbao", ""}) {
        const core::Message message = refusal("\ninherits = \"" + std::string(name) + "\"\n");
        EXPECT_EQ(message.id, "typeset.profile_inherits_unknown") << name;
        EXPECT_EQ(message.args.at("line"), "2");
        EXPECT_EQ(message.args.at("key"), "inherits");
        EXPECT_NE(message.args.at("known").find("gongwen"), std::string::npos);
    }
    EXPECT_EQ(refusal("inherits = \"gongbao_profile_test.toml\"\n").id,
              "typeset.profile_inherits_itself");
    std::ofstream(folder_ / "house.toml") << "inherits = \"gongbao_profile_test.toml\"\n";
    const core::Message circle = refusal("inherits = \"house.toml\"\n");
    EXPECT_EQ(circle.id, "typeset.profile_inherits_itself");
    EXPECT_EQ(circle.args.at("file"), "house.toml");
    EXPECT_EQ(refusal("inherits = true\n").id, "typeset.profile_not_text");
}

TEST_F(ProfileFile, ReadsACopyOfEveryProfileThatComesWithTheProgram) {
    for (const auto& entry : fs::directory_iterator(tests::resources().profiles)) {
        const Profile copy = read(core::read_file(entry.path()));
        EXPECT_EQ(copy.text_width(), profile_named(entry.path().stem().string()).text_width())
            << entry.path();
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
        // A value of a kind no key has: a known key is refused for its value, an unknown one for
        // its name.
        std::string text = kPage;
        if (section == "page")
            text = "[page]\n" + name + " = 1979-05-27\n";
        else
            text += "[" + core::replace_all(section, "style.NAME", "style.title") + "]\n" + name +
                    " = 1979-05-27\n";
        EXPECT_NE(refusal(text).id, "typeset.profile_unknown_key") << key;
    }
}

TEST(Profiles, DocumentsEveryKeyInUse) {
    const auto keys = documented_keys();
    const std::string text = core::read_file(fs::path(GONGBAO_SOURCE_DIR) / "docs" / "profiles.md");
    for (const auto& entry : fs::directory_iterator(tests::resources().profiles)) {
        const std::string name = entry.path().filename().string();
        std::string section;
        const std::string profile = core::read_file(entry.path());
        for (const std::string_view line : core::split(profile, '\n')) {
            if (core::starts_with(line, "[")) {
                section = std::string(line.substr(1, line.find(']') - 1));
                if (core::starts_with(section, "style.") && section != "style.base") {
                    EXPECT_NE(text.find("`" + section.substr(6) + "`"), std::string::npos)
                        << section;
                }
                if (core::starts_with(section, "style.")) section = "style.NAME";
            } else if (const auto at = line.find(" = ");
                       at != std::string::npos && line[0] != '#') {
                if (section.empty() && line.substr(0, at) == "inherits") continue;
                const std::string key = section + "." + std::string(line.substr(0, at));
                EXPECT_NE(std::find(keys.begin(), keys.end(), key), keys.end())
                    << name << " " << key;
            }
        }
    }
}

}  // namespace
}  // namespace gongbao::typeset
