// SPDX-License-Identifier: Apache-2.0
// gazette.toml, [signoffs].
#include <gtest/gtest.h>

#include "core/gazette/gazette.hpp"
#include "core/system/files.hpp"
#include "editor/signoffs/signoff.hpp"
#include "tests/refusal.hpp"
#include "tests/scratch_folder.hpp"

namespace gongbao::editor {
namespace {

const std::string kFour = "\"secrecy\", \"first_review\", \"second_review\", \"final_review\"";

class SignoffsOfAGazette : public testing::Test {
  protected:
    core::Gazette read(const std::string& text) const {
        core::write_file(folder / "gazette.toml", text);
        return core::read_gazette(folder / "gazette.toml");
    }
    // "core.gazette_needs_signoffs 3 usually", with line and key.
    std::string refusal(const std::string& text) const {
        const auto error = tests::error_of([&] { read(text); });
        if (!error) return "none";
        EXPECT_EQ(error->kind(), core::ErrorKind::Invalid);
        const auto& args = error->for_people().args;
        EXPECT_EQ(args.at("file"), "gazette.toml");
        return error->for_people().id + " " + args.at("line") + " " + args.at("key");
    }

    const tests::ScratchFolder folder;
};

TEST_F(SignoffsOfAGazette, AreTheFourUnlessItSaysMore) {
    const std::vector<std::string> four = {"secrecy", "first_review", "second_review",
                                           "final_review"};
    EXPECT_EQ(read("").signoffs.usually, four);
    EXPECT_EQ(read("name = \"公报\"\n[signoffs]\n").signoffs.usually, four);
    EXPECT_TRUE(read("").signoffs.by_section.empty());
    EXPECT_EQ(read("").signoffs.of("省政府令"), four);
}

TEST_F(SignoffsOfAGazette, AreReadWithTheirSections) {
    const core::Gazette gazette =
        read("name = \"公报\"\n[signoffs]\nusually = [" + kFour + ", \"legal\"]\n" +
             "[signoffs.sections]\n\"人事任免\" = [" + kFour + "]\n");
    EXPECT_TRUE(gazette.named);
    EXPECT_TRUE(needs_of(gazette.signoffs).usually.contains(SignoffKind::Legal));
    EXPECT_FALSE(needs_of(gazette.signoffs).of("人事任免").contains(SignoffKind::Legal));
    EXPECT_EQ(needs_of(gazette.signoffs).of("人事任免"), Needs().usually);
}

// The reader of the file knows the words by itself: none that no sign-off has, and all it has.
TEST_F(SignoffsOfAGazette, AreCalledAsTheOfficeCallsThem) {
    std::string all;
    for (const SignoffKind kind : kSignoffKinds) all += "\"" + std::string(name_of(kind)) + "\", ";
    EXPECT_EQ(needs_of(read("[signoffs]\nusually = [" + all + "]\n").signoffs).usually.size(), 5u);
    for (const SignoffKind kind : kSignoffKinds) {
        std::string list;
        for (const SignoffKind other : kSignoffKinds)
            if (other != kind) list += "\"" + std::string(name_of(other)) + "\", ";
        EXPECT_EQ(refusal("[signoffs]\nusually = [" + list + "]\n"),
                  kind == SignoffKind::Legal ? "none" : "core.gazette_needs_signoffs 2 usually")
            << name_of(kind);
    }
}

TEST_F(SignoffsOfAGazette, AreRefusedWithTheirPlace) {
    const std::string head = "name = \"公报\"\n[signoffs]\n";
    EXPECT_EQ(refusal(head + "usually = [" + kFour + ", \"fourth_review\"]\n"),
              "core.gazette_needs_signoffs 3 usually");
    EXPECT_EQ(refusal(head + "usually = []\n"), "core.gazette_needs_signoffs 3 usually");
    EXPECT_EQ(refusal(head + "usually = \"secrecy\"\n"), "core.gazette_needs_signoffs 3 usually");
    EXPECT_EQ(refusal(head + "usually = [" + kFour + ", 5]\n"),
              "core.gazette_needs_signoffs 3 usually");
    EXPECT_EQ(refusal(head + "usualy = [" + kFour + "]\n"), "core.gazette_unknown_key 3 usualy");
    EXPECT_EQ(refusal(head + "sections = [" + kFour + "]\n"),
              "core.gazette_unknown_key 3 sections");
    EXPECT_EQ(refusal(head + "[signoffs.sections]\n\"省政府令\" = [\"legal\"]\n"),
              "core.gazette_needs_signoffs 4 省政府令");
    EXPECT_EQ(refusal("name = \"公报\"\nsignoffs = [" + kFour + "]\n"),
              "core.gazette_needs_signoffs 2 signoffs");
}

}  // namespace
}  // namespace gongbao::editor
