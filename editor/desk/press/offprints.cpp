// SPDX-License-Identifier: Apache-2.0
#include "editor/desk/press/offprints.hpp"

#include <utility>
#include <vector>

#include "core/gazette/issue.hpp"

namespace gongbao::editor {
namespace {

typeset::Job job_of(const archive::NewEdition& edition, const archive::NewRecord& record) {
    typeset::Job job;
    job.items = {{&record.document, {}}};
    job.citation =
        core::citation(edition.gazette, edition.number, record.first_page, record.last_page);
    job.date = edition.date;
    return job;
}

}  // namespace

void print_offprints(archive::NewEdition& edition, const typeset::Press& press) {
    std::vector<typeset::Job> jobs;
    for (const archive::NewRecord& record : edition.records)
        jobs.push_back(job_of(edition, record));
    std::vector<typeset::Printed> printed = press.print_each(jobs);
    for (std::size_t i = 0; i < printed.size(); ++i) {
        edition.records[i].offprint = std::move(printed[i].pdf);
        edition.records[i].offprint_pages = printed[i].pages;
    }
}

}  // namespace gongbao::editor
