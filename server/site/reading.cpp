// SPDX-License-Identifier: Apache-2.0
#include "server/site/reading.hpp"

#include "core/text/text.hpp"
#include "server/http/target.hpp"

namespace gongbao::server {
namespace {

/// Classes of <html>, for the style sheet: "type-large contrast".
std::string classes(const Preferences& preferences) {
    std::string names;
    if (preferences.size != TypeSize::Standard)
        names.append("type-").append(name_of(preferences.size));
    if (preferences.high_contrast) names += names.empty() ? "contrast" : " contrast";
    return names;
}

/// For links that the templates write themselves: they lead on in the same language.
void set_language(const Site& site, View& view) {
    view.set("in_language", site.in_language.empty() ? "" : "?" + site.in_language);
    view.set("asked_language", shown(site.in_language.empty() ? "" : site.language.tag));
}

void set_head(const Site& site, const Frame& frame, View& page) {
    const std::string& gazette = site.settings.gazette;
    page.set("language", site.language.tag);
    page.set("classes", shown(classes(frame.preferences)));
    page.set("gazette", gazette);
    page.set("title", frame.title.empty() ? gazette : frame.title + " · " + gazette);
    page.set("description", frame.description.empty() ? gazette : frame.description);
    page.set("canonical", shown(frame.path.empty() ? "" : site.url(frame.path)));
    page.set("style", site.files.link("site.css"));
    page.set("icon", site.files.link("icon.svg"));
    page.set("article", frame.title);
    page.set("published", shown(frame.published));
    // A "<" inside a script element could end it.
    page.set("linked_data", shown(core::replace_all(frame.linked_data, "<", "\\u003c")));
}

}  // namespace

Frame frame_of(const Reading& reading) {
    Frame frame;
    frame.address = reading.visit.address;
    frame.preferences = reading.visit.preferences;
    return frame;
}

std::string framed(const Site& site, std::string_view name, View view, const Frame& frame) {
    View page;
    set_head(site, frame, page);
    set_language(site, page);
    set_language(site, view);
    page.set("settings", site.link("/settings?back=" + percent_encoded(frame.address)));
    for (const char* place : {"home", "years", "search", "about", "settings"})
        page.set(std::string("at_") + place, frame.here == place);
    page.set("main", site.templates.render(name, view));
    return site.templates.render("frame", page);
}

}  // namespace gongbao::server
