// SPDX-License-Identifier: Apache-2.0
// Documents that must not become public, on the command line: barred, listed, decided on, recorded.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/end_to_end/program.hpp"

namespace gongbao::tests {
namespace {

constexpr int kUsage = 2, kNotFound = 3, kInvalid = 4, kForbidden = 6;

struct SecretIssue {
    SecretIssue() {
        place.write("var/gazette.toml", "name = \"云岭省人民政府公报\"\n");
        place.write("a.txt", notice(1));
        place.write("b.txt", notice(2, "请遵照执行。\n\n机密★1年"));
        place.write("c.txt", notice(3, "请遵照执行。\n\n（征求意见稿）"));
        place.run({"issue", "new", "2026-8", "--date", "2026-04-30"});
        place.run({"issue", "add", "2026-8", "a.txt", "b.txt", "c.txt", "-s", "省政府文件"});
    }
    Outcome publish(Arguments more = {}) const {
        Arguments all{"issue", "publish", "2026-8"};
        all.insert(all.end(), more.begin(), more.end());
        return place.run(all);
    }
    Workplace place;
};

TEST(PublishingWhatIsNotPublic, IsRefusedWithAllReasonsAtOnce) {
    const SecretIssue issue;
    const Outcome outcome = issue.publish();
    EXPECT_EQ(outcome.code, kForbidden);
    for (const char* words :
         {"[2] ", "机密★1年", "[3] ", "（征求意见稿）", "文件 2, 3", "--disclose"})
        EXPECT_NE(outcome.err.find(words), std::string::npos) << words << outcome.err;
    EXPECT_EQ(fault_in(outcome.err), "");
    EXPECT_EQ(issue.place.run({"issue", "preview", "2026-8", "-o", "p.pdf"}).code, 1);
}

TEST(PublishingWhatIsNotPublic, TakesADecisionForEachDocumentAndShowsItLater) {
    const SecretIssue issue;
    EXPECT_EQ(issue.publish({"--disclose", "2"}).code, kInvalid);
    EXPECT_EQ(issue.publish({"--by", "王明", "--reason", "已解密"}).code, kInvalid);
    EXPECT_EQ(issue
                  .publish({"--disclose", "2", "--disclose", "3", "--by", "王明", "--by", "李青",
                            "--by", "周山", "--reason", "已解密"})
                  .code,
              kInvalid);
    EXPECT_EQ(issue.publish({"--disclose", "2", "3", "--by", "王明", "--reason", "已解密"}).code,
              kUsage);
    EXPECT_EQ(issue.publish({"--disclose", "2", "--by", "王明", "--reason", "已解密"}).code,
              kForbidden);
    EXPECT_EQ(issue.place.run({"edition", "2026-8"}).code, kNotFound);
    ASSERT_EQ(issue
                  .publish({"--disclose", "2", "--by", "王明", "--reason", "已解密", "--disclose",
                            "3", "--by", "李青", "--reason", "公开征求意见"})
                  .code,
              0);
    const std::string shown = issue.place.run({"edition", "2026-8"}).out;
    for (const char* words :
         {"2026-8-2", "王明", "已解密", "机密★1年", "2026-8-3", "李青", "公开征求意见"})
        EXPECT_NE(shown.find(words), std::string::npos) << words << shown;
    EXPECT_EQ(fault_in(shown), "");
    const auto json = nlohmann::json::parse(issue.place.run({"edition", "2026-8", "--json"}).out);
    ASSERT_EQ(json["disclosed"].size(), 2u);
    EXPECT_EQ(json["disclosed"][0]["record"], "2026-8-2");
    EXPECT_EQ(json["disclosed"][0]["findings"][0]["id"], "disclosure.secret");
    EXPECT_EQ(issue.place.run({"verify"}).code, 0);
}

}  // namespace
}  // namespace gongbao::tests
