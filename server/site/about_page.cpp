// SPDX-License-Identifier: Apache-2.0
// About: what this site is, how to cite, download and subscribe.
#include "server/site/pages.hpp"

namespace gongbao::server {

std::optional<Page> about_page(const Reading& reading) {
    const Site& site = reading.site;
    View view;
    view.set("gazette", site.settings.gazette);
    view.set("holdings", site.say("pages.about.holdings",
                                  {{"editions", std::to_string(reading.archive.editions().size())},
                                   {"documents", std::to_string(reading.archive.record_count())}}));
    view.set("documents_feed", site.url("/feeds/documents.atom"));
    view.set("editions_feed", site.url("/feeds/editions.atom"));
    Frame frame = frame_of(reading);
    frame.title = site.say("pages.about.title");
    frame.description = site.say("pages.about.description", {{"gazette", site.settings.gazette}});
    frame.path = "/about";
    frame.here = "about";
    Page page;
    page.body = framed(site, "about", view, frame);
    page.modified = reading.archive.last_issued();
    return page;
}

}  // namespace gongbao::server
