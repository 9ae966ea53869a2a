// SPDX-License-Identifier: Apache-2.0
// Reading settings: language, size of the type, contrast. A form that works without script; what it
// sends is kept in a cookie of the reader's browser (preferences.hpp), and the reader comes back to
// the page that was being read.
#include <algorithm>

#include "core/report/error.hpp"
#include "core/text/text.hpp"
#include "server/http/form.hpp"
#include "server/kit/way_back.hpp"
#include "server/site/pages.hpp"

namespace gongbao::server {
namespace {

constexpr TypeSize kSizes[] = {TypeSize::Standard, TypeSize::Large, TypeSize::Largest};

View choice(std::string_view value, const std::string& words, bool chosen) {
    View view;
    view.set("value", std::string(value));
    view.set("words", words);
    view.set("chosen", chosen);
    return view;
}

View sizes(const Site& site, TypeSize chosen) {
    View list(View::type::list);
    for (const TypeSize size : kSizes) {
        const std::string name(name_of(size));
        list.push_back(choice(name, site.say("pages.settings.size." + name), size == chosen));
    }
    return list;
}

View contrasts(const Site& site, bool high) {
    View list(View::type::list);
    list.push_back(choice("", site.say("pages.settings.contrast.standard"), !high));
    list.push_back(choice("high", site.say("pages.settings.contrast.high"), high));
    return list;
}

View languages(const PublicSite& whole, const Site& site) {
    View list(View::type::list);
    for (const auto& language : whole.languages())
        list.push_back(choice(language->tag, language->name, language->tag == site.language.tag));
    return list;
}

/// What the form says. Throws: Error(Invalid) for a word that is none of the form's.
Preferences chosen_in(const Form& form, const PublicSite& whole) {
    Preferences chosen;
    const auto& tags = whole.tags();
    chosen.language = form.value("lang");
    chosen.size = type_size_named(form.value("size"));
    chosen.high_contrast = form.value("contrast") == "high";
    const bool known = std::find(tags.begin(), tags.end(), chosen.language) != tags.end() &&
                       name_of(chosen.size) == form.value("size") &&
                       (chosen.high_contrast || form.value("contrast").empty());
    if (!known)
        throw core::Error(core::ErrorKind::Invalid, {"server.form.broken", {}}, "reading settings");
    return chosen;
}

}  // namespace

Page settings_page(const PublicSite& whole, const Visit& visit) {
    const Site& site = whole.seen_by(visit.preferences);
    View view;
    view.set("languages", languages(whole, site));
    view.set("sizes", sizes(site, visit.preferences.size));
    view.set("contrasts", contrasts(site, visit.preferences.high_contrast));
    view.set("back", way_back(visit.request.parameter("back")));
    Frame frame;
    frame.title = site.say("pages.settings.title");
    frame.here = "settings";
    frame.address = way_back(visit.request.parameter("back"));
    frame.preferences = visit.preferences;
    Page page;
    page.body = framed(site, "settings", view, frame);
    return page;
}

Response change_settings(const PublicSite& whole, const Visit& visit) {
    const Form form = read_form(visit.request);
    const Preferences chosen = chosen_in(form, whole);
    Response response = redirect(303, way_back(form.value("back")));
    add_field(response.fields, "Set-Cookie",
              keep_preferences(chosen, core::starts_with(whole.settings().base_url, "https://")));
    return response;
}

}  // namespace gongbao::server
