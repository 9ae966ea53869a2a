// SPDX-License-Identifier: Apache-2.0
#include "server/site/page.hpp"

#include "core/text/text.hpp"

namespace gongbao::server {

std::string framed(const Site& site, std::string_view name, View view, const Frame& frame) {
    const std::string& gazette = site.settings.gazette;
    View page;
    page.set("language", site.settings.language);
    page.set("gazette", gazette);
    page.set("title", frame.title.empty() ? gazette : frame.title + " · " + gazette);
    page.set("description", frame.description.empty() ? gazette : frame.description);
    page.set("canonical", shown(frame.path.empty() ? "" : site.url(frame.path)));
    page.set("style", site.files.link("site.css"));
    page.set("icon", site.files.link("icon.svg"));
    page.set("article", frame.title);
    page.set("published", shown(frame.published));
    for (const char* place : {"home", "years", "search", "about"})
        page.set(std::string("at_") + place, frame.here == place);
    // A "<" inside a script element could end it.
    page.set("linked_data", shown(core::replace_all(frame.linked_data, "<", "\\u003c")));
    page.set("main", site.templates.render(name, view));
    return site.templates.render("frame", page);
}

}  // namespace gongbao::server
