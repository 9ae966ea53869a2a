// SPDX-License-Identifier: Apache-2.0
#include "editor/desk/press/offprints.hpp"

#include "core/report/check.hpp"

namespace gongbao::editor {

std::vector<typeset::Job> offprint_jobs(const OffprintsOf& issue,
                                        const std::vector<PressDocument>& documents,
                                        const Sources& sources,
                                        const std::vector<typeset::PlacedItem>& places) {
    GONGBAO_CHECK(places.size() == documents.size() && sources.size() == documents.size());
    std::vector<typeset::Job> jobs(documents.size());
    for (std::size_t i = 0; i < jobs.size(); ++i) {
        jobs[i].items = {{&documents[i].document, {}, nullptr, sources[i]}};
        jobs[i].citation =
            core::citation(issue.gazette, issue.number, places[i].first_page, places[i].last_page);
        jobs[i].date = issue.date;
    }
    return jobs;
}

}  // namespace gongbao::editor
