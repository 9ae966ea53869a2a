// SPDX-License-Identifier: Apache-2.0
// One edition: its contents by section, its PDF, and what proves it unaltered.
#include <algorithm>

#include "server/site/linked_data.hpp"
#include "server/site/pages.hpp"
#include "server/site/views.hpp"

namespace gongbao::server {

std::optional<Page> edition_page(const Reading& reading) {
    const auto number = core::parse_issue_slug(reading.argument);
    if (!number) return {};
    const auto edition = reading.archive.edition(*number);
    if (!edition) return {};
    const Site& site = reading.site;
    View view = edition_view(site, *edition);
    const auto records = reading.archive.records(*number);
    view.set("sections", contents_view(site, records));

    Frame frame = frame_of(reading);
    frame.title = site.say_issue(edition->number);
    frame.description =
        site.say("pages.edition.description", {{"gazette", edition->gazette},
                                               {"issue", frame.title},
                                               {"date", site.say_date(edition->date)},
                                               {"count", std::to_string(edition->records)}});
    frame.path = edition_path(edition->number);
    frame.here = "years";
    frame.linked_data = edition_data(site, *edition);
    Page page;
    page.body = framed(site, "edition", view, frame);
    const bool corrected = std::any_of(records.begin(), records.end(), [](const auto& record) {
        return !record.corrects.empty() || !record.corrected_by.empty();
    });
    // A page that a correction changed is known by its tag alone.
    if (!corrected) page.modified = edition->issued_at;
    return page;
}

}  // namespace gongbao::server
