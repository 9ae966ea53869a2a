// SPDX-License-Identifier: Apache-2.0
#include "editor/desk/offprints.hpp"

#include <utility>

#include "core/issue.hpp"
#include "core/parallel.hpp"

namespace gongbao::editor {
namespace {

void print_offprint(const archive::NewEdition& edition, archive::NewRecord& record,
                    const std::string& profile, const typeset::Resources& resources) {
    typeset::Job job;
    job.profile = profile;
    job.items = {{&record.document, {}}};
    job.citation = core::citation(edition.gazette, edition.number, record.first_page, record.last_page);
    job.date = edition.date;
    typeset::Printed printed = typeset::print(job, resources);
    record.offprint = std::move(printed.pdf);
    record.offprint_pages = printed.pages;
}

}  // namespace

void print_offprints(archive::NewEdition& edition, const std::string& profile,
                     const typeset::Resources& resources) {
    core::for_each_index(edition.records.size(), core::thread_count(), [&](std::size_t i) {
        print_offprint(edition, edition.records[i], profile, resources);
    });
}

}  // namespace gongbao::editor
