// SPDX-License-Identifier: Apache-2.0
#include "server/app.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <map>

#include "core/document/decide_structure.hpp"
#include "core/report/error.hpp"
#include "tests/server/sample_server.hpp"

namespace gongbao::tests {
namespace {

using testing::HasSubstr;
using testing::Not;

/// One server for all tests that only read.
SampleServer& shared() {
    static SampleServer server;
    return server;
}

/// Addresses of the sample archive for each route that can be read.
const std::multimap<std::string, std::string> kExamples = {
    {"/", "/"},
    {"/editions/*", "/editions/2026-2"},
    {"/editions/*.pdf", "/editions/2026-2.pdf"},
    {"/documents/*", "/documents/2026-2-1"},
    {"/documents/*", "/documents/2026-2-2"},
    {"/documents/*.xml", "/documents/2026-2-2.xml"},
    {"/documents/*.pdf", "/documents/2026-2-2.pdf"},
    {"/media/*", "/media/" + sample_notice("", "").media.front().digest},
    {"/years", "/years"},
    {"/years/*", "/years/2026"},
    {"/search", "/search"},
    {"/search", "/search?q=%E9%80%9A%E7%9F%A5"},
    {"/about", "/about"},
    {"/settings", "/settings?back=/about"},
    {"/feeds/documents.atom", "/feeds/documents.atom"},
    {"/feeds/editions.atom", "/feeds/editions.atom"},
    {"/sitemap.xml", "/sitemap.xml"},
    {"/sitemap-*.xml", "/sitemap-2026.xml"},
    {"/robots.txt", "/robots.txt"},
    {"/opensearch.xml", "/opensearch.xml"},
    {"/static/*", "/static/site.css"},
    {"/favicon.ico", "/favicon.ico"},
    {"/favicon.svg", "/favicon.svg"},
    {"/healthz", "/healthz"},
    {"/metrics", "/metrics"},
};

/// Every route that is read, from the server's own table; one without an example is its own
/// example, and fails.
std::vector<std::string> every_address() {
    std::vector<std::string> addresses;
    for (const server::Route* route : shared().server->routes()) {
        if (route->methods.front() != server::Method::Get) continue;
        const auto [first, last] = kExamples.equal_range(route->pattern);
        if (first == last) addresses.push_back(route->pattern);
        for (auto example = first; example != last; ++example) addresses.push_back(example->second);
    }
    return addresses;
}

class EveryAddress : public testing::TestWithParam<std::string> {};

TEST_P(EveryAddress, AnswersAHeadLikeItsGet) {
    Reply get = shared().fetch(GetParam());
    Reply head = shared().fetch(GetParam(), "", "HEAD");
    EXPECT_EQ(get.status, 200);
    EXPECT_FALSE(get.body.empty());
    EXPECT_EQ(head.status, 200);
    EXPECT_EQ(get.field("content-length"), std::to_string(get.body.size()));
    if (GetParam() == "/metrics") head.fields["content-length"] = get.field("content-length");
    EXPECT_EQ(head.fields, get.fields);
}

TEST_P(EveryAddress, CarriesTheProtectiveFields) {
    const Reply reply = shared().fetch(GetParam());
    EXPECT_THAT(reply.field("content-security-policy"), HasSubstr("default-src 'none'"));
    EXPECT_THAT(reply.field("content-security-policy"), Not(HasSubstr("unsafe")));
    EXPECT_EQ(reply.field("x-content-type-options"), "nosniff");
    EXPECT_EQ(reply.field("date"), core::http_date(kNow));
    EXPECT_FALSE(reply.field("cache-control").empty());
    EXPECT_EQ(reply.field("set-cookie"), "");
}

TEST_P(EveryAddress, AnswersItsOwnTagWithoutABody) {
    const Reply first = shared().fetch(GetParam());
    if (first.field("cache-control") == "no-store") {
        EXPECT_EQ(first.field("etag"), "");
        return;
    }
    const Reply again =
        shared().fetch(GetParam(), "If-None-Match: \"x\", " + first.field("etag") + "\r\n");
    EXPECT_EQ(again.status, 304);
    EXPECT_EQ(again.body, "");
    for (const char* repeated : {"etag", "cache-control", "vary", "date", "last-modified"})
        EXPECT_EQ(again.field(repeated), first.field(repeated)) << repeated;
}

INSTANTIATE_TEST_SUITE_P(OfTheSite, EveryAddress, testing::ValuesIn(every_address()));

TEST(Pages, ShowTheLatestEditionAtHome) {
    const std::string home = shared().fetch("/").body;
    EXPECT_THAT(home, HasSubstr("2026年第2期"));
    EXPECT_THAT(home, HasSubstr("href=\"/documents/2026-2-2\""));
    EXPECT_THAT(home, HasSubstr("云岭省公共图书馆服务办法"));  // of the edition before
    EXPECT_THAT(home, HasSubstr("rel=\"canonical\""));
    EXPECT_THAT(home, HasSubstr("href=\"/feeds/documents.atom\""));
}

TEST(Pages, ShowWhatMadeAnEditionAndNotWhoDisclosedWhat) {
    const std::string page = shared().fetch("/editions/2026-2").body;
    EXPECT_THAT(page, HasSubstr("gongbao tests<"));
    for (const char* words : {"disclosed", "王明", "已解密", "机密"})
        EXPECT_THAT(page, Not(HasSubstr(words)));
}

TEST(Pages, NameTheTextThatAnOrderCarries) {
    SampleServer server;
    core::Document order = sample_rules("云岭省人民政府令", "云岭省人民政府令第90号");
    core::Annex rules;
    rules.kind = core::Annex::Kind::Attached;
    core::Block title;
    title.role = core::Role::Title;
    title.runs = {core::text_run("云岭省古树名木保护办法")};
    rules.blocks = {title};
    order.annexes.push_back(rules);
    core::decide_structure(order);
    core::assign_ids(order);
    archive::Archive::open(server.archive(), archive::Archive::Mode::Write)
        .put_edition(sample_edition(2026, 3, {order}));
    for (const char* address : {"/", "/editions/2026-3"})
        EXPECT_THAT(server.fetch(address).body,
                    HasSubstr("<p class=\"carries\" lang=\"zh-CN\">云岭省古树名木保护办法</p>"))
            << address;
    EXPECT_THAT(server.fetch("/documents/2026-3-1").body,
                HasSubstr("<title>云岭省人民政府令 · 云岭省古树名木保护办法 · "));
}

TEST(Pages, LeadFromADocumentToItsPrintedPage) {
    const std::string page = shared().fetch("/documents/2026-2-2").body;
    EXPECT_THAT(page, HasSubstr("href=\"/editions/2026-2.pdf#page=6\""));
    EXPECT_THAT(page, HasSubstr("rel=\"prev\" href=\"/documents/2026-2-1\""));
    EXPECT_THAT(page, HasSubstr("rel=\"next\" href=\"/documents/2026-2-3\""));
    EXPECT_THAT(page, HasSubstr("第3–4页"));
}

TEST(Pages, EscapeMarkupInTitlesEverywhere) {
    for (const char* address :
         {"/", "/editions/2026-2", "/documents/2026-2-3", "/documents/2026-2-2",
          "/search?q=%E6%A0%B7%E5%BC%8F", "/search?q=%3Cscript%3Ealert(1)%3C/script%3E"}) {
        const std::string body = shared().fetch(address).body;
        EXPECT_THAT(body, Not(HasSubstr("<script>alert"))) << address;
        EXPECT_THAT(body, HasSubstr("script")) << address;
    }
}

TEST(Pages, EscapeWhatTheReaderTyped) {
    const std::string body =
        shared().fetch("/search?q=%22%3E%3Cimg%20src=x%20onerror=y%3E&section=%22%3E%3Cb%3E").body;
    EXPECT_THAT(body, Not(HasSubstr("<img src=x")));
    EXPECT_THAT(body, Not(HasSubstr("\"><b>")));
}

TEST(Pages, FindDocumentsAndSayHow) {
    const std::string by_word = shared().fetch("/search?q=%E5%85%AC%E5%8E%95").body;  // 公厕
    EXPECT_THAT(by_word, HasSubstr("共找到4篇"));
    EXPECT_THAT(by_word, HasSubstr("<mark>公厕</mark>"));
    const std::string by_number =
        shared().fetch("/search?q=%E4%BA%91%E6%94%BF%E5%8A%9E%E5%8F%91[2026]9%E5%8F%B7").body;
    EXPECT_THAT(by_number, HasSubstr("按发文字号找到"));
    EXPECT_THAT(by_number, HasSubstr("href=\"/documents/2026-2-2\""));
    EXPECT_THAT(shared().fetch("/search?q=zzzz").body, HasSubstr("没有找到"));
}

TEST(Pages, SurviveAnyParameter) {
    for (const char* query :
         {"?page=0", "?page=-1", "?page=99999999999", "?q=x&page=1000", "?year=abc&q=x",
          "?order=%27&q=x", "?q=%22%22%22*%20AND%20(", "?q=%E2%80%8B", "?q=NEAR%20OR%20NOT"})
        EXPECT_EQ(shared().fetch(std::string("/search") + query).status, 200) << query;
    EXPECT_EQ(shared().fetch("/search?q=" + std::string(6'000, 'a')).status, 200);
}

TEST(Pages, AreNotFoundWhereThereIsNothing) {
    for (const char* address :
         {"/no", "/editions/2026-99", "/editions/x", "/editions/", "/documents/2026-2-99",
          "/documents/'%20OR%201=1", "/documents/x.xml", "/years/1999", "/years/abcd", "/years/",
          "/sitemap-1999.xml", "/static/none.css", "/media/abc", "/static/", "/editions/2099-1.pdf",
          "/feeds/documents.atom?page=999", "/feeds/documents.atom?page=x", "/Years", "//"}) {
        const Reply reply = shared().fetch(address);
        EXPECT_EQ(reply.status, 404) << address;
        EXPECT_THAT(reply.body, HasSubstr("没有这个页面")) << address;
        EXPECT_THAT(reply.body, HasSubstr("role=\"search\"")) << address;
        EXPECT_THAT(reply.body, HasSubstr(reply.field("x-request-id"))) << address;
    }
}

TEST(Pages, ServePicturesByTheirDigest) {
    const core::Document document = sample_notice("题", "云政办发〔2026〕9号");
    const auto& picture = document.media.front();
    const Reply reply = shared().fetch("/media/" + picture.digest);
    EXPECT_EQ(reply.status, 200);
    EXPECT_EQ(reply.field("content-type"), "image/png");
    EXPECT_EQ(reply.body, *picture.bytes);
}

TEST(Pages, GiveTheCanonicalXmlAsItIsStored) {
    const auto archive =
        archive::Archive::open(shared().archive(), archive::Archive::Mode::ReadOnly);
    EXPECT_EQ(shared().fetch("/documents/2026-2-2.xml").body, archive.canonical_xml("2026-2-2"));
}

TEST(Pages, LetVersionedFilesBeKeptForEver) {
    const std::string home = shared().fetch("/").body;
    const std::size_t at = home.find("/static/site.css?v=");
    ASSERT_NE(at, std::string::npos);
    const std::string link = home.substr(at, home.find('"', at) - at);
    EXPECT_THAT(shared().fetch(link).field("cache-control"), HasSubstr("immutable"));
    EXPECT_THAT(shared().fetch("/static/site.css?v=0").field("cache-control"),
                Not(HasSubstr("immutable")));
}

TEST(Pages, DifferByCodingInTheirTags) {
    const Reply plain = shared().fetch("/");
    const Reply packed = shared().fetch("/", "Accept-Encoding: gzip\r\n");
    EXPECT_EQ(packed.field("content-encoding"), "gzip");
    EXPECT_EQ(packed.field("vary"), "Accept-Encoding, Accept-Language, Cookie");
    EXPECT_EQ(plain.field("vary"), packed.field("vary"));
    EXPECT_NE(packed.field("etag"), plain.field("etag"));
    EXPECT_LT(packed.body.size(), plain.body.size());
}

TEST(Pages, AreDatedByTheIssue) {
    const Reply reply = shared().fetch("/editions/2026-2");
    const auto issued = core::start_of({2026, 2, 20});
    EXPECT_EQ(reply.field("last-modified"), core::http_date(issued));
    EXPECT_EQ(
        shared()
            .fetch("/editions/2026-2", "If-Modified-Since: " + core::http_date(issued) + "\r\n")
            .status,
        304);
}

TEST(Pages, ChangeTheMomentAnEditionIsIssued) {
    SampleServer server;
    const Reply before = server.fetch("/");
    EXPECT_EQ(server.fetch("/documents/2026-3-1").status, 404);
    auto archive = archive::Archive::open(server.archive(), archive::Archive::Mode::Write);
    archive.put_edition(
        sample_edition(2026, 3, {sample_notice("关于春耕生产工作的通知", "云政办发〔2026〕15号")}));
    const Reply after = server.fetch("/");
    EXPECT_THAT(after.body, HasSubstr("2026年第3期"));
    EXPECT_NE(after.field("etag"), before.field("etag"));
    EXPECT_EQ(server.fetch("/", "If-None-Match: " + before.field("etag") + "\r\n").status, 200);
    EXPECT_EQ(server.fetch("/documents/2026-3-1").status, 200);
}

TEST(Pages, AreReadWhileTheArchiveIsEmpty) {
    ScratchFolder folder;
    archive::Archive::open(folder.path() / "empty.db", archive::Archive::Mode::Write);
    server::ServerSettings settings;
    settings.archive = folder.path() / "empty.db";
    settings.site.templates = std::filesystem::path(GONGBAO_SOURCE_DIR) / "templates";
    settings.site.gazette = "云岭省人民政府公报";
    settings.now = [] { return kNow; };
    server::Server server(std::move(settings));
    server.start();
    EXPECT_THAT(fetch(server.port(), "/").body, HasSubstr("还没有出版的公报"));
    for (const char* address : {"/years", "/search?q=x", "/about", "/sitemap.xml"})
        EXPECT_EQ(fetch(server.port(), address).status, 200) << address;
}

TEST(Server, TellsWhatKeepsItFromStarting) {
    ScratchFolder folder;
    server::ServerSettings settings;
    settings.site.templates = std::filesystem::path(GONGBAO_SOURCE_DIR) / "templates";
    settings.site.gazette = "云岭省人民政府公报";
    settings.now = [] { return kNow; };
    const auto kind = [](const server::ServerSettings& wanted) {
        try {
            server::Server server(wanted);
        } catch (const core::Error& error) {
            return std::string(core::name_of(error.kind())) + " " + error.for_people().id;
        }
        return std::string("started");
    };
    settings.archive = folder.path() / "none.db";
    EXPECT_THAT(kind(settings), HasSubstr("not-found"));
    settings.archive = shared().archive();
    settings.listen.port = shared().port();
    EXPECT_EQ(kind(settings), "unavailable server.cannot_listen");
    settings.listen.port = 0;
    settings.site.templates = folder.path();
    EXPECT_THAT(kind(settings), HasSubstr("unavailable"));
}

TEST(Server, LogsALineARequestThatNobodyCanForge) {
    SampleServer server;
    server.fetch("/about?x=%0Atime=1");
    RawClient client(server.port());
    client.send("GET /\x01\" HTTP/1.1\r\nHost: x\r\n\r\n");
    client.read_reply();
    const auto lines = server.log_lines();
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_THAT(lines[0], HasSubstr("method=GET target=\"/about?x=%0Atime=1\" status=200"));
    EXPECT_THAT(lines[1], HasSubstr("status=400"));
    for (const std::string& line : lines) EXPECT_EQ(line.find('\n'), std::string::npos);
}

TEST(Server, CountsWhatItDoes) {
    SampleServer server;
    server.fetch("/");
    server.fetch("/");
    server.fetch("/no");
    const std::string metrics = server.fetch("/metrics").body;
    EXPECT_THAT(metrics, HasSubstr("gongbao_http_requests_total{status=\"200\"} 2\n"));
    EXPECT_THAT(metrics, HasSubstr("gongbao_http_requests_total{status=\"404\"} 1\n"));
    EXPECT_THAT(metrics, HasSubstr("gongbao_page_cache_hits_total 1\n"));
    EXPECT_THAT(metrics, HasSubstr("gongbao_archive_documents 6\n"));
}

TEST(Server, SaysThatItIsTheOneInTroubleWhileTheArchiveIsAway) {
    SampleServer server;
    const auto aside = server.folder.path() / "aside.db";
    EXPECT_EQ(server.fetch("/healthz").status, 200);
    std::filesystem::rename(server.archive(), aside);
    EXPECT_EQ(server.fetch("/documents/2026-2-2").status, 503);
    EXPECT_EQ(server.fetch("/healthz").status, 503);
    std::filesystem::rename(aside, server.archive());
    EXPECT_EQ(server.fetch("/documents/2026-2-2").status, 200);
}

TEST(Server, ReadsTheArchiveThatIsPutInItsPlace) {
    SampleServer server;
    EXPECT_THAT(server.fetch("/").body, HasSubstr("2026年第2期"));
    const auto restored = server.folder.path() / "restored.db";
    archive::Archive::open(restored, archive::Archive::Mode::Write)
        .put_edition(sample_edition(
            2024, 5, {sample_notice("关于做好防汛工作的通知", "云政办发〔2024〕20号")}));
    std::filesystem::rename(restored, server.archive());
    EXPECT_THAT(server.fetch("/").body, HasSubstr("2024年第5期"));
    EXPECT_EQ(server.fetch("/documents/2026-2-2").status, 404);
}

/// Overwrites all but the file's header, and moves its change counter so that nothing cached
/// counts.
void damage(const std::filesystem::path& file) {
    const auto size = std::filesystem::file_size(file);
    std::fstream bytes(file, std::ios::in | std::ios::out | std::ios::binary);
    bytes.seekp(24);
    bytes.put('\x7F');
    bytes.seekp(100);
    for (std::uintmax_t i = 100; i < size; ++i) bytes.put('\x7F');
}

TEST(Server, ShowsNoPathAndNoSqlWhenTheArchiveIsDamaged) {
    SampleServer server;
    damage(server.archive());
    for (const char* address :
         {"/documents/2026-2-2", "/search?q=x", "/", "/editions/2026-2.pdf"}) {
        const Reply reply = server.fetch(address);
        EXPECT_EQ(reply.status, 500) << address;
        EXPECT_THAT(reply.body, HasSubstr("网站出现故障"));
        EXPECT_THAT(reply.body, HasSubstr(reply.field("x-request-id")));
        for (const char* secret : {"archive.db", "SELECT", "malformed", "sqlite", "SQL"})
            EXPECT_THAT(reply.body, Not(HasSubstr(secret))) << address;
    }
    EXPECT_THAT(server.log_lines().back(), HasSubstr("note="));
}

}  // namespace
}  // namespace gongbao::tests
