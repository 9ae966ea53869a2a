// SPDX-License-Identifier: Apache-2.0
// One edition: its contents by section, its PDF, and what proves it unaltered.
#include "server/pages/linked_data.hpp"
#include "server/pages/pages.hpp"
#include "server/pages/views.hpp"

namespace gongbao::server {

std::optional<Page> edition_page(const Reading& reading) {
    const auto number = core::parse_issue_slug(reading.argument);
    if (!number) return {};
    const auto edition = reading.archive.edition(*number);
    if (!edition) return {};
    const Site& site = reading.site;
    View view = edition_view(site, *edition);
    view.set("sections", contents_view(site, reading.archive.records(*number)));

    Frame frame;
    frame.title = site.say_issue(edition->number);
    frame.description = site.say("pages.edition.description",
                                 {{"gazette", edition->gazette},
                                  {"issue", frame.title},
                                  {"date", site.say_date(edition->date)},
                                  {"count", std::to_string(edition->records)}});
    frame.path = edition_path(edition->number);
    frame.here = "years";
    frame.linked_data = edition_data(site, *edition);
    Page page;
    page.body = framed(site, "edition", view, frame);
    page.cache_control = kIssued;
    page.modified = edition->issued_at;
    return page;
}

}  // namespace gongbao::server
