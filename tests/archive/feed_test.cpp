// SPDX-License-Identifier: Apache-2.0
#include "archive/feed/feed.hpp"

#include <gtest/gtest.h>

#include <pugixml.hpp>
#include <set>

#include "core/report/error.hpp"
#include "tests/archive/sample_archive.hpp"

namespace gongbao::archive {
namespace {

class Feed : public testing::Test {
  protected:
    Feed() {
        settings_.base_url = "https://gazette.example";
        settings_.path = "/feeds/documents.atom";
        settings_.tag_authority = "gazette.example,2026";
        settings_.title = "云岭省人民政府公报";
        settings_.author = "云岭省人民政府办公厅";
        settings_.limit = 3;
        for (int issue = 1; issue <= 4; ++issue) {
            const std::string name = "第" + std::to_string(issue) + "期";
            sample_.archive.put_edition(edition_of(
                2026, issue,
                {record_of(notice(name + "<甲> & \"乙\"", "", {"正文<" + name + ">&"})),
                 record_of(notice(name + "丙", "云府发〔2026〕" + std::to_string(issue) + "号",
                                  {"丁"}))}));
        }
    }

    pugi::xml_document documents() const {
        return parse(documents_feed(sample_.archive, settings_));
    }
    pugi::xml_document editions() const { return parse(editions_feed(sample_.archive, settings_)); }

    static pugi::xml_document parse(const std::string& xml) {
        pugi::xml_document document;
        EXPECT_TRUE(document.load_buffer(xml.data(), xml.size()));
        return document;
    }
    static std::string link(const pugi::xml_node& node, const char* rel) {
        return node.find_child_by_attribute("link", "rel", rel).attribute("href").value();
    }
    static std::vector<std::string> ids(const pugi::xml_document& feed) {
        std::vector<std::string> all;
        for (const auto& entry : feed.child("feed").children("entry"))
            all.push_back(entry.child_value("id"));
        return all;
    }

    SampleArchive sample_;
    FeedSettings settings_;
};

TEST_F(Feed, HasWhatEveryAtomFeedMustHave) {
    for (const auto make : {documents_feed, editions_feed}) {
        const pugi::xml_document xml = parse(make(sample_.archive, settings_));
        const pugi::xml_node feed = xml.child("feed");
        EXPECT_STREQ(feed.attribute("xml:lang").value(), "zh-CN");
        EXPECT_TRUE(std::string(feed.child_value("id")).starts_with("tag:gazette.example,2026:"));
        EXPECT_STREQ(feed.child_value("title"), "云岭省人民政府公报");
        EXPECT_STREQ(feed.child_value("updated"), "2026-04-15T04:00:00Z");
        EXPECT_STREQ(feed.child("author").child_value("name"), "云岭省人民政府办公厅");
        EXPECT_EQ(link(feed, "self"), "https://gazette.example/feeds/documents.atom");
        EXPECT_EQ(link(feed, "alternate"), "https://gazette.example/");
    }
}

TEST_F(Feed, NamesDocumentsForEver) {
    EXPECT_EQ(ids(documents()),
              (std::vector<std::string>{"tag:gazette.example,2026:document/2026-4-1",
                                        "tag:gazette.example,2026:document/2026-4-2",
                                        "tag:gazette.example,2026:document/2026-3-1"}));
}

TEST_F(Feed, EntriesCarryTheirDocument) {
    const pugi::xml_document xml = documents();
    const pugi::xml_node entry = xml.child("feed").child("entry").next_sibling("entry");
    EXPECT_STREQ(entry.child_value("title"), "第4期丙");
    EXPECT_STREQ(entry.child_value("updated"), "2026-04-15T04:00:00Z");
    EXPECT_STREQ(entry.child_value("published"), "2026-04-15T04:00:00Z");
    EXPECT_STREQ(entry.child("author").child_value("name"), "云岭省人民政府办公厅");
    EXPECT_EQ(link(entry, "alternate"), "https://gazette.example/documents/2026-4-2");
    EXPECT_EQ(link(entry, "related"), "https://gazette.example/editions/2026-4.pdf#page=5");
    EXPECT_STREQ(entry.child_value("summary"), "云府发〔2026〕4号");
    EXPECT_STREQ(entry.child("content").attribute("type").value(), "html");
    EXPECT_NE(std::string(entry.child_value("content")).find("<p class=\"paragraph\">丁</p>"),
              std::string::npos);
}

TEST_F(Feed, EscapesTwiceWhatStandsInHtml) {
    const pugi::xml_document xml = documents();
    const pugi::xml_node entry = xml.child("feed").child("entry");
    EXPECT_STREQ(entry.child_value("title"), "第4期<甲> & \"乙\"");
    EXPECT_NE(std::string(entry.child_value("content"))
                  .find("<p class=\"paragraph\">正文&lt;第4期&gt;&amp;</p>"),
              std::string::npos);
}

TEST_F(Feed, PagesShowEveryDocumentOnce) {
    std::set<std::string> seen;
    std::string next = "x";
    for (settings_.page = 1; !next.empty(); ++settings_.page) {
        const pugi::xml_document xml = documents();
        for (const std::string& id : ids(xml)) EXPECT_TRUE(seen.insert(id).second) << id;
        next = link(xml.child("feed"), "next");
        const std::string self = link(xml.child("feed"), "self");
        EXPECT_EQ(self.find("page=1") != std::string::npos, false) << "page 1 has one address";
        if (settings_.page > 1) {
            EXPECT_FALSE(link(xml.child("feed"), "previous").empty());
        }
        EXPECT_EQ(link(xml.child("feed"), "first"), "https://gazette.example/feeds/documents.atom");
        EXPECT_EQ(link(xml.child("feed"), "last"),
                  "https://gazette.example/feeds/documents.atom?page=3");
    }
    EXPECT_EQ(seen.size(), 8u);
}

TEST_F(Feed, HasNoOtherPages) {
    for (const int page : {-1, 0, 4, 1000000}) {
        settings_.page = page;
        EXPECT_THROW(documents_feed(sample_.archive, settings_), core::Error) << page;
    }
}

TEST_F(Feed, ArchivesEveryEditionDownToTheFirst) {
    std::set<std::string> seen;
    std::string older = link(documents().child("feed"), "prev-archive");
    int archives = 0;
    for (; !older.empty(); ++archives) {
        settings_.edition = core::parse_issue_slug(older.substr(older.rfind('=') + 1));
        ASSERT_TRUE(settings_.edition) << older;
        const pugi::xml_document xml = documents();
        const pugi::xml_node feed = xml.child("feed");
        EXPECT_TRUE(feed.child("fh:archive"));
        EXPECT_EQ(link(feed, "self"), older);
        EXPECT_EQ(link(feed, "current"), "https://gazette.example/feeds/documents.atom");
        EXPECT_STREQ(feed.child_value("id"), "tag:gazette.example,2026:documents");
        for (const std::string& id : ids(xml)) EXPECT_TRUE(seen.insert(id).second) << id;
        older = link(feed, "prev-archive");
    }
    EXPECT_EQ(archives, 4);
    EXPECT_EQ(seen.size(), 8u);
}

TEST_F(Feed, ArchiveDocumentsNeverChange) {
    settings_.edition = core::IssueNumber{2026, core::IssueKind::Regular, 2, {}};
    const std::string before = documents_feed(sample_.archive, settings_);
    sample_.archive.put_edition(edition_of(2026, 9, {record_of(notice("新", "", {"甲"}))}));
    EXPECT_EQ(documents_feed(sample_.archive, settings_), before);
    settings_.edition = core::IssueNumber{2026, core::IssueKind::Regular, 77, {}};
    EXPECT_THROW(documents_feed(sample_.archive, settings_), core::Error);
}

TEST_F(Feed, EditionsEncloseTheirPdf) {
    const pugi::xml_document xml = editions();
    const pugi::xml_node entry = xml.child("feed").child("entry");
    EXPECT_STREQ(entry.child_value("id"), "tag:gazette.example,2026:edition/2026-4");
    EXPECT_STREQ(entry.child_value("title"), "云岭省人民政府公报2026年第4期");
    const pugi::xml_node pdf = entry.find_child_by_attribute("link", "rel", "enclosure");
    EXPECT_STREQ(pdf.attribute("type").value(), "application/pdf");
    EXPECT_EQ(pdf.attribute("length").as_llong(), sample_.archive.latest_edition()->pdf_size);
    EXPECT_NE(std::string(entry.child_value("content"))
                  .find("<a href=\"https://gazette.example/documents/2026-4-2\">第4期丙</a>"),
              std::string::npos);
}

TEST_F(Feed, IsAFunctionOfTheRevision) {
    const std::string first = documents_feed(sample_.archive, settings_);
    const auto opened_reader = open_archive(sample_.file);
    const auto& reader = *opened_reader;
    EXPECT_EQ(documents_feed(reader, settings_), first);
}

TEST(EmptyFeed, IsStillAFeed) {
    const SampleArchive sample;
    FeedSettings settings;
    settings.author = "编辑部";
    for (const std::string& feed :
         {documents_feed(sample.archive, settings), editions_feed(sample.archive, settings)}) {
        EXPECT_NE(feed.find("<updated>1970-01-01T00:00:00Z</updated>"), std::string::npos);
        EXPECT_EQ(feed.find("<entry>"), std::string::npos);
    }
}

TEST(FeedContent, CarriesAllThatThePageDoes) {
    SampleArchive sample;
    core::Document cited = notice("关于节水的通知", "云府发〔2026〕1号", {"正文。"});
    core::Document document = notice("用水办法", "云府发〔2026〕2号", {});
    core::Block article = block(core::Role::Article, "", "第一条");
    core::Inline note{core::Inline::Kind::Note, "①", {}, {core::text_run("注<1>。")}};
    article.runs = {core::text_run("依照本办法第一条、《关于节水的通知》和《用水办法》、"
                                   "（云府发〔2026〕1号）办理"),
                    note};
    core::Block table = block(core::Role::Table, "");
    core::Cell head;
    head.paragraphs = {{core::text_run("名称<1>")}};
    head.column_span = 2;
    table.table = core::Table{{}, {{{head}, true}}};
    document.body = {article, table};
    core::assign_ids(document);
    sample.archive.put_edition(edition_of(2026, 1, {record_of(cited), record_of(document)}));
    FeedSettings settings;
    settings.base_url = "https://gazette.example";
    settings.notes_name = "注释";
    pugi::xml_document feed;
    const std::string xml = documents_feed(sample.archive, settings);
    ASSERT_TRUE(feed.load_buffer(xml.data(), xml.size()));
    std::string html;
    for (const auto& entry : feed.child("feed").children("entry"))
        if (std::string(entry.child_value("title")) == "用水办法")
            html = entry.child_value("content");
    const std::string other = "<a href=\"https://gazette.example/documents/2026-1-1\">";
    for (const std::string& part :
         {std::string("<h1 class=\"title\">用水办法</h1>"),
          std::string("<p class=\"article\"><span class=\"label\">第一条</span>　"),
          std::string(
              "本办法<a href=\"https://gazette.example/documents/2026-1-2#art_1\">第一条</a>"),
          other + "《关于节水的通知》</a>和《用水办法》、（" + other + "云府发〔2026〕1号</a>）",
          std::string("<sup class=\"note-mark\">①</sup>"),
          std::string("<section class=\"notes\" aria-label=\"注释\">\n"
                      "<p class=\"footnote\">① 注&lt;1&gt;。</p>"),
          std::string("<th colspan=\"2\" scope=\"col\">名称&lt;1&gt;</th>")})
        EXPECT_NE(html.find(part), std::string::npos) << part << html;
    EXPECT_EQ(html.find(" id="), std::string::npos);
}

}  // namespace
}  // namespace gongbao::archive
