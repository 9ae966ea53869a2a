// SPDX-License-Identifier: Apache-2.0
// An item's page: its text, findings beside their lines, sign-offs by those who may.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "editor/desk/store/holdings.hpp"
#include "tests/office/sample_office.hpp"

namespace gongbao::tests {
namespace {

using editor::Role;
using testing::HasSubstr;
using testing::Not;

std::string sign_form(const std::string& kind) {
    return "name=\"kind\" value=\"" + kind + "\"";
}

TEST(AnItem, GoesThroughItsSignOffsByFourPeople) {
    SampleOffice office;
    office.receive(sample_notice(1));
    const std::pair<Role, std::string> steps[] = {{Role::SecrecyReviewer, "secrecy"},
                                                  {Role::FirstReviewer, "first_review"},
                                                  {Role::SecondReviewer, "second_review"},
                                                  {Role::FinalReviewer, "final_review"}};
    for (const auto& [role, kind] : steps) {
        Browser browser = office.as(role);
        EXPECT_THAT(browser.get("/").body, HasSubstr("href=\"/items/1\"")) << kind;
        const Reply page = browser.get("/items/1");
        EXPECT_THAT(page.body, HasSubstr(sign_form(kind)));
        for (const auto& [other, other_kind] : steps) {
            if (other_kind != kind) {
                EXPECT_THAT(page.body, Not(HasSubstr(sign_form(other_kind))));
            }
        }
        const Reply signed_off =
            browser.post("/items/1/sign", {{"version", "1"}, {"kind", kind}, {"note", "同意"}});
        EXPECT_EQ(signed_off.field("location"), "/items/1?done=signed");
        EXPECT_THAT(browser.get("/items/1?done=signed").body, HasSubstr("已签署"));
        EXPECT_THAT(browser.get("/").body, Not(HasSubstr("href=\"/items/1\""))) << kind;
        EXPECT_EQ(browser.post("/items/1/sign", {{"version", "1"}, {"kind", kind}}).status, 403);
    }
    EXPECT_EQ(office.office->items().item(1).state, editor::ItemState::Ready);
    EXPECT_EQ(office.audit_of("signoff.give"),
              "refused done refused done refused done refused done");
}

// An address that somebody made up, or an old one.
TEST(AnItem, SaysNothingDoneThatIsNot) {
    SampleOffice office;
    office.receive(sample_notice(1));
    Browser first = office.as(Role::FirstReviewer);
    for (const char* word : {"signed", "sent_back", "withdrawn", "corrected"})
        EXPECT_THAT(first.get(std::string("/items/1?done=") + word).body,
                    Not(HasSubstr("role=\"status\"")))
            << word;
}

TEST(AnIssue, SaysNothingDoneThatIsNotAndShowsNoPageThatIsNone) {
    SampleOffice office;
    Browser editor = office.as(Role::Editor);
    editor.get("/issues");
    ASSERT_EQ(
        editor
            .post("/issues",
                  {{"year", "2026"}, {"number", "8"}, {"kind", "regular"}, {"date", "2026-06-20"}})
            .field("location"),
        "/issues/2026-8?done=issue_added");
    for (const char* word : {"issued", "issue_locked", "scheduled", "proof_signed"})
        EXPECT_THAT(editor.get(std::string("/issues/2026-8?done=") + word).body,
                    Not(HasSubstr("role=\"status\"")))
            << word;
    EXPECT_THAT(editor.get("/issues/2026-8?done=issue_added").body, HasSubstr("role=\"status\""));
    const auto document = office.office->desk().manuscripts().receive(sample_notice(1), {1}).id;
    office.office->desk().holdings().database.execute("DROP TRIGGER issue_item_signed_off");
    office.office->desk().issues().place(*core::parse_issue_slug("2026-8"), document, "省政府文件");
    EXPECT_EQ(editor.get("/issue-pages/2026-8.1.svg").status, 200);
    for (const char* page : {"99", "100000", "0", "-1"})
        EXPECT_GE(editor.get(std::string("/issue-pages/2026-8.") + page + ".svg").status, 400)
            << page;
}

// The default of what the text says nothing of is not told as something it says.
TEST(AnItem, AssertsNothingThatItsTextDoesNotSay) {
    SampleOffice office;
    office.receive(sample_notice(1));
    const std::string page = office.as(Role::Editor).get("/items/1").body;
    EXPECT_THAT(page, Not(HasSubstr("主动公开")));
    EXPECT_THAT(page, HasSubstr("未见限制公开的标注"));
}

TEST(AnItem, GivesBackTheWordsOfARemarkThatWasNotKept) {
    SampleOffice office;
    office.receive(sample_notice(1));
    Browser editor = office.as(Role::Editor);
    editor.get("/items/1");
    editor.cookies.clear();  // the session is over
    const Reply refused = editor.post(
        "/items/1/remark", {{"kind", "query"}, {"version", "1"}, {"text", "附件缺第三页吗？"}});
    EXPECT_EQ(refused.status, 403);
    EXPECT_THAT(refused.body, HasSubstr("附件缺第三页吗？"));
}

TEST(AnItem, IsSignedByNobodyElseAndInNoOtherOrder) {
    SampleOffice office;
    office.receive(sample_notice(1));
    Browser editor = office.as(Role::Editor);
    EXPECT_EQ(editor.post("/items/1/sign", {{"version", "1"}, {"kind", "first_review"}}).status,
              403);
    Browser last = office.as(Role::FinalReviewer);
    const Reply early = last.post("/items/1/sign", {{"version", "1"}, {"kind", "final_review"}});
    EXPECT_EQ(early.status, 403);
    EXPECT_THAT(early.body, HasSubstr("保密审查"));
    EXPECT_THAT(last.get("/items/1").body, Not(HasSubstr(sign_form("final_review"))));
}

TEST(AnItem, IsSentBackForAReasonThatItsContactReads) {
    SampleOffice office;
    office.receive(sample_notice(1));
    Browser reviewer = office.as(Role::FirstReviewer);
    reviewer.get("/items/1");
    EXPECT_EQ(
        reviewer.post("/items/1/send-back", {{"version", "1"}, {"reason", "标题与<正文>不符"}})
            .status,
        303);
    Browser contact = office.as(Role::Contact);
    const std::string page = contact.get("/items/1").body;
    EXPECT_THAT(page, HasSubstr("标题与&lt;正文&gt;不符"));
    EXPECT_THAT(page, Not(HasSubstr("王first_reviewer"))) << "who it was stays in the office";
    EXPECT_THAT(page, Not(HasSubstr("/sign\"")));
}

TEST(AnItem, KeepsItsVersionsAndIsSignedInTheNewestAlone) {
    SampleOffice office;
    office.receive(sample_notice(1, "第一稿的正文在这里。"));
    Browser contact = office.as(Role::Contact);
    contact.get("/items/1");
    const editor::Manuscript better = sample_notice(1, "第二稿的正文在这里。");
    const Reply corrected =
        contact.upload("/items/1/correct", {{"version", "1"}, {"note", "改正文"}},
                       {{"file", "新 稿\".txt", better.bytes}});
    EXPECT_EQ(corrected.field("location"), "/items/1?done=corrected");
    Browser reviewer = office.as(Role::FirstReviewer);
    EXPECT_THAT(reviewer.get("/items/1").body, HasSubstr("第二稿的正文"));
    const std::string old = reviewer.get("/items/1?version=1").body;
    EXPECT_THAT(old, HasSubstr("第一稿的正文"));
    EXPECT_THAT(old, HasSubstr("这是旧版"));
    EXPECT_THAT(old, Not(HasSubstr("action=\"/items/1/sign\"")));
    EXPECT_EQ(reviewer.get("/items/1?version=9").status, 404);
    const Reply file = reviewer.get("/manuscripts/1.2");
    EXPECT_EQ(file.body, better.bytes);
    EXPECT_THAT(file.field("content-disposition"), testing::StartsWith("attachment;"));
    EXPECT_EQ(file.field("content-type"), "application/octet-stream");
    EXPECT_THAT(reviewer.get("/manuscripts/1.1").body, HasSubstr("第一稿"));
}

TEST(AnItem, ShowsAFindingBesideItsLine) {
    SampleOffice office;
    office.receive(sample_notice(1, "此件不公开，仅供内部参阅使用。"));
    const std::string page = office.as(Role::Editor).get("/items/1").body;
    const auto findings = office.office->desk().manuscripts().findings(1);
    ASSERT_FALSE(findings.empty());
    EXPECT_THAT(page, testing::AnyOf(HasSubstr("<div class=\"beside "),
                                     HasSubstr("<section class=\"findings\"")));
}

TEST(AnItem, EscapesWhatItsManuscriptSays) {
    SampleOffice office;
    office.receive(sample_notice(1, "<script>alert(1)</script>{{name}}<img src=x onerror=y>"));
    for (const char* address : {"/items/1", "/inbox", "/"}) {
        const std::string page = office.as(Role::Editor).get(address).body;
        EXPECT_THAT(page, Not(HasSubstr("<script>alert"))) << address;
        EXPECT_THAT(page, Not(HasSubstr("<img src=x"))) << address;
    }
}

TEST(AnItem, GetsItsSectionFromAnEditorAndIsWithdrawnForAReason) {
    SampleOffice office;
    office.receive(sample_notice(1));
    Browser editor = office.as(Role::Editor);
    editor.get("/items/1");
    EXPECT_EQ(editor.post("/items/1/section", {{"section", "省政府令"}}).status, 303);
    EXPECT_EQ(office.office->items().item(1).section, "省政府令");
    Browser reader = office.as(Role::Proofreader);
    EXPECT_EQ(reader.post("/items/1/section", {{"section", "x"}}).status, 403);
    EXPECT_EQ(reader.post("/items/1/withdraw", {{"reason", "x"}}).status, 403);
    EXPECT_EQ(editor.post("/items/1/withdraw", {{"reason", ""}}).status, 400);
    EXPECT_EQ(editor.post("/items/1/withdraw", {{"reason", "部门来函撤回"}}).status, 303);
    const std::string page = editor.get("/items/1").body;
    EXPECT_THAT(page, HasSubstr("已撤回"));
    EXPECT_THAT(page, Not(HasSubstr("action=\"/items/1/withdraw\"")));
}

}  // namespace
}  // namespace gongbao::tests
