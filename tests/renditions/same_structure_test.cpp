// SPDX-License-Identifier: Apache-2.0
// Headings with their levels, items, signers, notes and citations are the same list in every
// rendition of a document: canonical XML, the tags of the PDF, the web page and the feed.
#include <gtest/gtest.h>

#include <filesystem>

#include "core/akn/write_akn.hpp"
#include "core/document/citations.hpp"
#include "core/html/document_html.hpp"
#include "core/system/files.hpp"
#include "editor/intake/intake.hpp"
#include "tests/renditions/structure_lists.hpp"
#include "typeset/press/lay_out.hpp"

namespace gongbao::tests {
namespace {

namespace fs = std::filesystem;

core::Document taken_in(const std::string& name, const std::string& bytes) {
    return editor::take_in({name, bytes}).document;
}

StructureLists tags_of(const std::vector<const core::Document*>& documents) {
    static const fs::path kRoot(GONGBAO_SOURCE_DIR);
    static const typeset::FontBook kFonts(kRoot / "fonts");
    static const typeset::Profile kProfile =
        typeset::read_profile("gongbao", kRoot / "templates" / "profiles");
    typeset::Job job;
    for (const core::Document* document : documents) job.items.push_back({document, {}});
    job.date = core::Date{2026, 1, 1};
    return lists_of_tags(typeset::lay_out(job, kProfile, kFonts).layout);
}

// As on a page, and as in a feed, of an archive that holds all that is cited.
StructureLists html_lists(const core::Document& document, bool page) {
    core::HtmlOptions options;
    options.ids = options.title_apart = page;
    options.link = [page](const core::Citation& citation) {
        if (citation.kind != core::Citation::Kind::Article) return "cite:" + citation.target;
        return (page ? "#" : "https://gazette.example/documents/1#") + citation.target;
    };
    const core::DocumentHtml html = core::document_html(document, options);
    return lists_of_html(html.title, html.text);
}

// The lists of the canonical XML, which all renditions have.
StructureLists common_lists(const core::Document& document) {
    StructureLists lists = lists_of_xml(core::write_akn(document));
    const std::string& title = document.meta.title;
    EXPECT_EQ(to_text(html_lists(document, true)), to_text(lists)) << title << ", page";
    EXPECT_EQ(to_text(html_lists(document, false)), to_text(lists)) << title << ", feed";
    StructureLists alone = lists;
    alone.documents.clear();  // nothing to lead to
    EXPECT_EQ(to_text(tags_of({&document})), to_text(alone)) << title << ", PDF tags";
    return lists;
}

constexpr const char* kNotice =
    "云岭省人民政府办公厅关于试点工作的通知\n云府办发〔2026〕1号\n各州、市人民政府：\n"
    "现就试点工作通知如下。\n一、试点范围包括下列事项：\n（一）河道清淤；\n（二）堤防加固。\n"
    "二、重点任务\n1.甲\n2.乙\n3.丙\n三、是否开展评估？\n年底前由省水利厅组织评估。\n"
    "四、重点检查\n（一）是否建立台账？\n（二）是否公开？\n五、组织实施\n"
    "（一）加强领导。各地要落实责任。\n（二）加强督导。省水利厅要定期检查。\n"
    "云岭省人民政府办公厅\n2026年3月6日\n";

TEST(SameStructure, OfSentencesThatRenditionsReadDifferently) {
    const StructureLists lists = common_lists(taken_in("notice.txt", kNotice));
    EXPECT_EQ(lists.headings, (std::vector<std::string>{"1 云岭省人民政府办公厅关于试点工作的通知",
                                                        "2 二、重点任务", "2 三、是否开展评估？",
                                                        "2 四、重点检查", "2 五、组织实施"}));
    EXPECT_EQ(lists.items,
              (std::vector<std::string>{"一、试点范围包括下列事项：", "（一）河道清淤；",
                                        "（二）堤防加固。", "1.甲", "2.乙", "3.丙",
                                        "（一）是否建立台账？", "（二）是否公开？"}));
}

TEST(SameStructure, OfTheDemo) {
    std::size_t documents = 0;
    StructureLists all;
    for (const auto& file :
         fs::recursive_directory_iterator(fs::path(GONGBAO_SOURCE_DIR) / "templates" / "demo")) {
        const std::string ending = file.path().extension();
        if (ending != ".docx" && ending != ".html" && ending != ".txt") continue;
        const StructureLists lists =
            common_lists(taken_in(file.path().filename(), core::read_file(file.path())));
        ++documents;
        for (auto list :
             {&StructureLists::headings, &StructureLists::items, &StructureLists::signers,
              &StructureLists::footnotes, &StructureLists::table_notes, &StructureLists::articles,
              &StructureLists::documents})
            (all.*list).insert((all.*list).end(), (lists.*list).begin(), (lists.*list).end());
    }
    EXPECT_GT(documents, 40u);
    EXPECT_GT(all.headings.size(), documents);
    for (const auto* list : {&all.items, &all.signers, &all.footnotes, &all.table_notes,
                             &all.articles, &all.documents})
        EXPECT_FALSE(list->empty()) << to_text(all);
}

TEST(SameCitations, OfTextsThatStandTogether) {
    core::Document rules =
        taken_in("rules.txt",
                 "云岭省用水办法\n第一条　根据云府发〔2026〕8号和《关于节水的通知》（云府发〔2026〕"
                 "8号）制定本办法。\n"
                 "第二条　违反本办法第一条第二款、第三条的，依照《水法》第三条处罚。\n"
                 "第三条　该办法第一条不适用，云府发〔2026〕9号同时废止。\n");
    core::Document notice = taken_in(
        "notice.txt",
        "关于节水的通知\n云府发〔2026〕8号\n各州、市人民政府：\n《云岭省用水办法》已经公布。\n");
    core::assign_citations({&rules, &notice});
    StructureLists lists = common_lists(rules);
    EXPECT_EQ(lists.articles, (std::vector<std::string>{"第一条 art_1", "第三条 art_3"}));
    EXPECT_EQ(lists.documents,
              (std::vector<std::string>{"云府发〔2026〕8号", "《关于节水的通知》",
                                        "云府发〔2026〕8号", "《水法》", "云府发〔2026〕9号"}));
    const StructureLists printed = tags_of({&rules, &notice});
    EXPECT_EQ(printed.articles, lists.articles);
    EXPECT_EQ(printed.documents,
              (std::vector<std::string>{"云府发〔2026〕8号", "《关于节水的通知》",
                                        "云府发〔2026〕8号", "《云岭省用水办法》"}));
}

}  // namespace
}  // namespace gongbao::tests
