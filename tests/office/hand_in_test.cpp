// SPDX-License-Identifier: Apache-2.0
// Handing in: many files at once, each for itself; the same twice; what is no document.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "editor/desk/store/holdings.hpp"
#include "tests/office/sample_office.hpp"

namespace gongbao::tests {
namespace {

using editor::Role;
using testing::HasSubstr;
using testing::Not;

Upload upload(const editor::Manuscript& manuscript) {
    return {"files", manuscript.name, manuscript.bytes};
}

TEST(HandingIn, TakesManyFilesEachForItself) {
    SampleOffice office;
    Browser browser = office.as(Role::Contact);
    browser.get("/inbox");
    const Reply reply = browser.upload("/inbox", {{"section", "省政府文件"}, {"note", "第一批"}},
                                       {upload(sample_notice(1)),
                                        {"files", "坏.docx", "PK\x03\x04 no package"},
                                        upload(sample_notice(2)),
                                        {"files", "空.txt", ""}});
    EXPECT_EQ(reply.status, 200);
    EXPECT_THAT(reply.body, HasSubstr("notice-1.txt"));
    EXPECT_THAT(reply.body, HasSubstr("坏.docx"));
    EXPECT_THAT(reply.body, HasSubstr("共2件"));
    EXPECT_EQ(office.audit_of("item.receive"), "refused done refused done");
    const editor::Item item = office.office->items().item(1);
    EXPECT_EQ(item.department, "云岭省教育厅");
    EXPECT_EQ(item.section, "省政府文件");
    EXPECT_EQ(item.current().note, "第一批");
}

// The first is in when the desk fails at the second: nobody is told that nothing was done.
TEST(HandingIn, TellsWhatIsInWhenTheDeskFailsAfterIt) {
    SampleOffice office;
    Browser browser = office.as(Role::Contact);
    browser.get("/inbox");
    office.office->desk().holdings().database.execute(
        "CREATE TRIGGER failing AFTER INSERT ON item_version WHEN NEW.item = 2 "
        "BEGIN SELECT abs(-9223372036854775807 - NEW.number); END");
    const Reply reply =
        browser.upload("/inbox", {}, {upload(sample_notice(1)), upload(sample_notice(2))});
    EXPECT_EQ(reply.status, 200);
    EXPECT_THAT(reply.body, Not(HasSubstr("没有作任何更改")));
    EXPECT_THAT(reply.body, HasSubstr("共1件"));
    EXPECT_THAT(reply.body, HasSubstr("notice-2.txt"));
    const Reply alone = browser.upload("/inbox", {}, {upload(sample_notice(2))});
    EXPECT_EQ(alone.status, 503);
    EXPECT_THAT(alone.body, Not(HasSubstr("没有作任何更改")))
        << "a failure may come behind the act";
    EXPECT_THAT(alone.body, HasSubstr("不能确定是否已经办成"));
}

TEST(HandingIn, DoublesNothing) {
    SampleOffice office;
    Browser browser = office.as(Role::Contact);
    browser.get("/inbox");
    browser.upload("/inbox", {}, {upload(sample_notice(1))});
    const Reply again = browser.upload("/inbox", {}, {upload(sample_notice(1))});
    EXPECT_EQ(again.status, 200);
    EXPECT_THAT(again.body, HasSubstr("没有重复收稿"));
    EXPECT_THAT(again.body, HasSubstr("共1件"));
}

TEST(HandingIn, AnswersAModuleInJson) {
    SampleOffice office;
    Browser browser = office.as(Role::Editor);
    browser.get("/inbox");
    const Reply reply = browser.upload("/inbox", {{"department", "云岭省水利厅"}},
                                       {upload(sample_notice(3))}, "Accept: application/json\r\n");
    EXPECT_EQ(reply.field("content-type"), "application/json");
    EXPECT_THAT(reply.body, HasSubstr("\"address\":\"/items/1\""));
    EXPECT_THAT(reply.body, HasSubstr("\"outcome\":\"received\""));
    const Reply bad = browser.upload("/inbox", {}, {{"files", "x.docx", "PK\x03\x04"}},
                                     "Accept: application/json\r\n");
    EXPECT_EQ(bad.status, 400);
    EXPECT_THAT(bad.body, HasSubstr("\"outcome\":\"refused\""));
}

TEST(HandingIn, IsForContactsAndEditorsAlone) {
    SampleOffice office;
    for (const Role role : {Role::Proofreader, Role::FinalReviewer, Role::SystemAdmin}) {
        Browser browser = office.as(role);
        EXPECT_EQ(browser.upload("/inbox", {}, {upload(sample_notice(1))}).status, 403);
        EXPECT_THAT(browser.get("/inbox").body, Not(HasSubstr("enctype=\"multipart")));
    }
    EXPECT_EQ(office.audit_of("item.receive"), "refused refused refused");
}

TEST(HandingIn, RefusesNothingAndTooMuch) {
    SampleOffice office;
    Browser browser = office.as(Role::Contact);
    browser.get("/inbox");
    EXPECT_EQ(browser.upload("/inbox", {}, {}).status, 400);
    std::vector<Upload> many(60, {"files", "a.txt", "x"});
    EXPECT_EQ(browser.upload("/inbox", {}, many).status, 413);
    EXPECT_EQ(browser
                  .send("POST", "/inbox",
                        "Sec-Fetch-Site: same-origin\r\nContent-Type: text/plain\r\n", "x")
                  .status,
              415);
    // Cut short: the last delimiter is missing.
    const std::string cut =
        "--b\r\nContent-Disposition: form-data; name=\"form_token\"\r\n\r\n" + browser.token +
        "\r\n--b\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a.txt\"\r\n\r\nab";
    EXPECT_EQ(browser
                  .send("POST", "/inbox",
                        "Sec-Fetch-Site: same-origin\r\n"
                        "Content-Type: multipart/form-data; boundary=b\r\n",
                        cut)
                  .status,
              400);
    EXPECT_TRUE(office.office->items().find({office.ids["contact"], office.now()}, {}).empty());
}

TEST(TheInbox, FindsByWordsAndSurvivesAnyParameter) {
    SampleOffice office;
    for (int number = 1; number <= 3; ++number) office.receive(sample_notice(number));
    Browser browser = office.as(Role::Editor);
    EXPECT_THAT(browser.get("/inbox?words=%E7%AC%AC2%E7%B1%BB").body, HasSubstr("共1件"));
    EXPECT_THAT(browser.get("/inbox?state=received").body, HasSubstr("共3件"));
    EXPECT_THAT(browser.get("/inbox?state=issued").body, HasSubstr("共0件"));
    for (const char* query : {"?page=0", "?page=-9", "?page=99999999999999999999", "?page=x",
                              "?words=%22%3E%3Cscript%3E", "?words=%25_%27--", "?state=no"}) {
        const Reply reply = browser.get(std::string("/inbox") + query);
        EXPECT_EQ(reply.status, 200) << query;
        EXPECT_THAT(reply.body, Not(HasSubstr("\"><script>"))) << query;
    }
}

}  // namespace
}  // namespace gongbao::tests
