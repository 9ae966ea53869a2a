// SPDX-License-Identifier: Apache-2.0
#include "editor/desk/press_issue.hpp"

#include <utility>

#include "core/check.hpp"

namespace gongbao::editor {

typeset::Job press_job(const DeskIssue& issue, const std::vector<PressDocument>& documents,
                       const core::Gazette& gazette, const std::string& profile) {
    typeset::Job job;
    job.profile = profile;
    for (const PressDocument& document : documents)
        job.items.push_back({&document.document, document.section});
    job.frame = typeset::IssueFrame{gazette.name, issue.number, issue.date, gazette.imprint};
    job.date = issue.date;
    job.signature_field = true;
    return job;
}

typeset::Printed press_issue(const DeskIssue& issue, const std::vector<PressDocument>& documents,
                             const core::Gazette& gazette, const std::string& profile,
                             const typeset::Resources& resources) {
    return typeset::print(press_job(issue, documents, gazette, profile), resources);
}

archive::NewEdition make_edition(const DeskIssue& issue, std::vector<PressDocument> documents,
                                 const core::Gazette& gazette, typeset::Printed printed,
                                 core::Instant issued_at) {
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
        edition.records.push_back({std::move(documents[i].document),
                                   std::move(documents[i].section), place.first_page,
                                   place.last_page, place.pdf_page});
    }
    return edition;
}

}  // namespace gongbao::editor
