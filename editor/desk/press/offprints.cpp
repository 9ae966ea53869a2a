// SPDX-License-Identifier: Apache-2.0
#include "editor/desk/press/offprints.hpp"

#include <utility>
#include <vector>

#include "core/gazette/issue.hpp"

namespace gongbao::editor {
namespace {

typeset::Job job_of(const archive::NewEdition& edition, const archive::NewRecord& record,
                    std::shared_ptr<const typeset::SourceFile> source) {
    typeset::Job job;
    job.items = {{&record.document, {}, nullptr, std::move(source)}};
    job.citation =
        core::citation(edition.gazette, edition.number, record.first_page, record.last_page);
    job.date = edition.date;
    return job;
}

}  // namespace

void print_offprints(archive::NewEdition& edition, const Sources& sources,
                     const typeset::Press& press) {
    std::vector<typeset::Job> jobs;
    for (std::size_t i = 0; i < edition.records.size(); ++i)
        jobs.push_back(job_of(edition, edition.records[i], sources[i]));
    std::vector<typeset::Printed> printed = press.print_each(jobs);
    for (std::size_t i = 0; i < printed.size(); ++i) {
        edition.records[i].offprint = std::move(printed[i].pdf);
        edition.records[i].offprint_pages = printed[i].pages;
    }
}

}  // namespace gongbao::editor
