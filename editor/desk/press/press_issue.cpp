// SPDX-License-Identifier: Apache-2.0
#include "editor/desk/press/press_issue.hpp"

#include <set>
#include <utility>

#include "core/document/citations.hpp"
#include "core/report/check.hpp"
#include "core/report/error.hpp"
#include "core/system/parallel.hpp"
#include "editor/index/annual_index.hpp"

namespace gongbao::editor {

namespace {

constexpr int kMostIndexRounds = 6;

typeset::Job job_of(const DeskIssue& issue, const std::vector<PressDocument>& documents, int folio,
                    const Setting& setting) {
    typeset::Job job;
    for (const PressDocument& document : documents)
        job.items.push_back({&document.document, document.section});
    job.frame = typeset::IssueFrame{setting.gazette.name, issue.number, issue.date,
                                    setting.gazette.imprint, folio};
    job.date = issue.date;
    job.signature_field = true;
    return job;
}

// This issue's own texts as the index lists them, on the pages they are thought to stand on.
std::vector<IndexedText> own_texts(const DeskIssue& issue,
                                   const std::vector<PressDocument>& documents,
                                   const std::vector<int>& pages, const archive::Archive& archive) {
    std::vector<IndexedText> texts;
    for (std::size_t i = 0; i < documents.size(); ++i) {
        archive::RecordSummary record;
        record.issue = issue.number;
        record.section = documents[i].section;
        record.first_page = pages[i];
        texts.push_back(indexed_text(documents[i].document, std::move(record), archive));
    }
    return texts;
}

void make_indexes(const DeskIssue& issue, std::vector<PressDocument>& documents,
                  const Setting& setting, const std::vector<IndexedText>& earlier,
                  const std::vector<int>& pages) {
    for (PressDocument& one : documents) {
        if (!one.index_year) continue;
        std::vector<IndexedText> texts;
        for (const IndexedText& text : earlier)
            if (text.record.issue.year == *one.index_year) texts.push_back(text);
        if (issue.number.year == *one.index_year)
            for (IndexedText& text : own_texts(issue, documents, pages, setting.archive))
                texts.push_back(std::move(text));
        if (texts.empty())
            throw core::Error(
                core::ErrorKind::NotFound,
                {"desk.year_without_editions", {{"year", std::to_string(*one.index_year)}}});
        one.document =
            annual_index(*one.index_year, setting.gazette.name, setting.gazette.sections, texts);
    }
}

// Documents of one issue know each other's numbers.
void cite_each_other(std::vector<PressDocument>& documents) {
    std::vector<core::Document*> together;
    for (PressDocument& one : documents) together.push_back(&one.document);
    core::assign_citations(together);
}

std::vector<int> first_pages(const std::vector<typeset::PlacedItem>& items) {
    std::vector<int> pages;
    for (const typeset::PlacedItem& item : items) pages.push_back(item.first_page);
    return pages;
}

}  // namespace

DeskIssue filled(DeskIssue issue) {
    if (issue.items.empty())
        throw core::Error(core::ErrorKind::Invalid,
                          {"desk.issue_empty", {{"issue", core::slug(issue.number)}}});
    return issue;
}

std::vector<PressDocument> documents_of(const DeskIssue& issue, const ManuscriptBox& box) {
    std::vector<PressDocument> documents;
    std::vector<KeptDocument> kept;
    for (const DeskItem& item : issue.items) {
        kept.push_back(box.kept(item.document));
        documents.push_back({{}, item.section, box.index_year(item.document)});
    }
    core::for_each_index(kept.size(), core::thread_count(),
                         [&](std::size_t i) { documents[i].document = kept[i].read(); });
    return documents;
}

std::vector<const core::Document*> texts_of(const std::vector<PressDocument>& documents) {
    std::vector<const core::Document*> texts;
    for (const PressDocument& one : documents) texts.push_back(&one.document);
    return texts;
}

Sources sources_of(const std::vector<PressDocument>& documents) {
    Sources sources(documents.size());
    core::for_each_index(sources.size(), core::thread_count(), [&](std::size_t i) {
        sources[i] = typeset::source_file(documents[i].document);
    });
    return sources;
}

int first_folio(const core::IssueNumber& issue, core::Folios folios,
                const archive::Archive& archive) {
    const auto printed = archive.records(issue);
    if (!printed.empty()) return printed.front().first_page;
    const bool regular = issue.kind == core::IssueKind::Regular;
    if (folios == core::Folios::Issue || (folios == core::Folios::Year && !regular)) return 1;
    const int last = folios == core::Folios::Year
                         ? archive.last_folio(issue.year, core::IssueKind::Regular)
                         : archive.last_folio(issue.year);
    return last + 1 + last % 2;
}

typeset::Job press_job(const DeskIssue& issue, std::vector<PressDocument>& documents,
                       const Setting& setting) {
    cite_each_other(documents);
    const int folio = first_folio(issue.number, setting.gazette.folios, setting.archive);
    std::set<int> years;
    for (const PressDocument& one : documents)
        if (one.index_year) years.insert(*one.index_year);
    if (years.empty()) return job_of(issue, documents, folio, setting);
    std::vector<IndexedText> earlier;
    for (const int year : years)
        for (IndexedText& text : indexed_texts(setting.archive, year, issue.number))
            earlier.push_back(std::move(text));
    // An index lists pages of the issue it stands in: set again until they are as listed.
    std::vector<int> pages(documents.size(), folio);
    for (int round = 0; round < kMostIndexRounds; ++round) {
        make_indexes(issue, documents, setting, earlier, pages);
        typeset::Job job = job_of(issue, documents, folio, setting);
        std::vector<int> found = first_pages(setting.press.place(job));
        if (found == pages) return job;
        pages = std::move(found);
    }
    throw core::Error(core::ErrorKind::Conflict, {"desk.index_unsettled", {}});
}

archive::NewEdition make_edition(const DeskIssue& issue,
                                 const std::vector<PressDocument>& documents,
                                 const Sources& sources, const core::Gazette& gazette,
                                 typeset::Printed printed, core::Instant issued_at) {
    GONGBAO_CHECK(printed.items.size() == documents.size());
    archive::NewEdition edition;
    edition.gazette = gazette.name;
    edition.number = issue.number;
    edition.date = issue.date;
    edition.issued_at = issued_at;
    edition.pdf = std::move(printed.pdf);
    edition.pages = printed.pages;
    edition.made_by = std::move(printed.made_by);
    for (std::size_t i = 0; i < documents.size(); ++i) {
        const typeset::PlacedItem& place = printed.items[i];
        edition.records.push_back({documents[i].document, documents[i].section, place.first_page,
                                   place.last_page, place.pdf_page});
        edition.records.back().xml = sources[i]->xml;
    }
    return edition;
}

}  // namespace gongbao::editor
