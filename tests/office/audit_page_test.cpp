// SPDX-License-Identifier: Apache-2.0
// The audit log on its page and as CSV.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <regex>

#include "core/report/messages.hpp"
#include "core/system/files.hpp"

#include "tests/office/sample_office.hpp"

namespace gongbao::tests {
namespace {

using editor::Role;
using testing::HasSubstr;
using testing::Not;

TEST(TheAuditLog, ShowsActsAndRefusalsInWords) {
    SampleOffice office;
    office.receive(sample_notice(1));
    Browser reader = office.as(Role::Proofreader);
    reader.post("/items/1/withdraw", {{"reason", "x"}});
    Browser audit = office.as(Role::AuditAdmin);
    const std::string page = audit.get("/audit").body;
    EXPECT_THAT(page, HasSubstr("item.withdraw"));
    EXPECT_THAT(page, HasSubstr("被拒绝"));
    EXPECT_THAT(page, HasSubstr("您的角色不能办理此事"));
    const std::string own = audit.get("/audit?person=proofreader&act=item").body;
    EXPECT_THAT(own, HasSubstr("item.withdraw"));
    EXPECT_THAT(own, Not(HasSubstr("item.receive")));
    EXPECT_THAT(audit.get("/audit?until=2026-05-28").body, HasSubstr("没有符合条件的记录"));
    EXPECT_THAT(audit.get("/audit?from=2026-05-29&until=2026-05-29").body,
                HasSubstr("item.receive"));
}

// Every act of the sources has its words.
TEST(TheAuditLog, NamesEveryActInWords) {
    const std::filesystem::path root = sample_templates().parent_path();
    const std::regex act(
        "\"((?:office|session|person|item|signoff|remark|issue|preflight|proof|form|audit)"
        "\\.[a-z_]+)\"");
    for (const char* language : {"zh-CN", "en"}) {
        const auto words = core::Messages::load(root / "templates/messages" / language);
        int found = 0;
        for (const char* room :
             {"people", "items", "signoffs", "correspondence", "assembly", "preflight", "issuing"})
            for (const auto& file : std::filesystem::directory_iterator(root / "editor" / room)) {
                const std::string source = core::read_file(file.path());
                for (std::sregex_iterator match(source.begin(), source.end(), act), end;
                     match != end; ++match) {
                    const std::string name = (*match)[1];
                    if (words.has(name)) continue;  // a message
                    EXPECT_TRUE(words.has("office.act." + name)) << name << " in " << language;
                    ++found;
                }
            }
        EXPECT_GT(found, 25);
    }
}

TEST(TheAuditLog, TellsAClockThatWasSetBack) {
    SampleOffice office;
    office.receive(sample_notice(1));
    Browser audit = office.as(Role::AuditAdmin);
    office.clock -= 50;
    audit.get("/audit.csv");
    const std::string page = audit.get("/audit").body;
    EXPECT_THAT(page, HasSubstr("当时机器时钟"));
    EXPECT_THAT(page, HasSubstr("08:59"));
    EXPECT_THAT(audit.get("/audit.csv").body, HasSubstr("T00:59:10Z"));
}

TEST(TheAuditLog, LeadsFromPageToPage) {
    SampleOffice office;
    const editor::Actor root{office.ids["root"], office.now()};
    for (int i = 0; i < 60; ++i) office.office->people().unlock(root, office.ids["root"]);
    Browser audit = office.as(Role::AuditAdmin);
    const std::string first = audit.get("/audit?act=person.unlock").body;
    const std::size_t at = first.find("rel=\"next\" href=\"");
    ASSERT_NE(at, std::string::npos);
    std::string next = first.substr(at + 17, first.find('"', at + 17) - at - 17);
    next.replace(next.find("&amp;"), 5, "&");
    const std::string second = audit.get(next).body;
    EXPECT_THAT(second, HasSubstr("person.unlock"));
    EXPECT_THAT(second, Not(HasSubstr("rel=\"next\"")));
}

TEST(TheAuditLog, IsTakenOutAsCsvWhichIsARow) {
    SampleOffice office;
    Browser browser = office.browser();
    browser.sign_in("=cmd|' /C calc'!A0", "x");
    Browser audit = office.as(Role::AuditAdmin);
    const Reply csv = audit.get("/audit.csv");
    EXPECT_EQ(csv.field("content-type"), "text/csv; charset=utf-8");
    EXPECT_THAT(csv.field("content-disposition"), HasSubstr("audit-2026-05-29.csv"));
    EXPECT_THAT(csv.body,
                testing::StartsWith("\xEF\xBB\xBF\"number\",\"at\",\"clock\",\"person\""));
    EXPECT_THAT(csv.body, Not(HasSubstr("\"=cmd")));
    EXPECT_THAT(csv.body, HasSubstr("\"person.add\""));
    EXPECT_EQ(office.audit_of("audit.export"), "done");
    EXPECT_TRUE(office.office->audit().verify().empty());
}

TEST(TheAuditLog, SurvivesAnyParameter) {
    SampleOffice office;
    Browser audit = office.as(Role::AuditAdmin);
    for (const char* query :
         {"?below=-1", "?below=99999999999999999999", "?below=x", "?from=2026-02-30", "?from=x",
          "?person=%27%20OR%201=1", "?words=%25_%2A%22", "?act=.", "?object=%3Cscript%3E"}) {
        const Reply reply = audit.get(std::string("/audit") + query);
        EXPECT_EQ(reply.status, 200) << query;
        EXPECT_THAT(reply.body, Not(HasSubstr("<script>"))) << query;
    }
}

}  // namespace
}  // namespace gongbao::tests
