// SPDX-License-Identifier: Apache-2.0
#include "office/work.hpp"

#include "office/access.hpp"
#include "office/words.hpp"

namespace gongbao::office {
namespace {

using server::shown;
using server::View;

struct Entry {
    const char* name;  ///< words: "office.nav.<name>"
    const char* address;
    Who who;
};

/// The navigation, in its order.
constexpr Entry kEntries[] = {
    {"queue", "/", Who::Staff},         {"inbox", "/inbox", Who::Items},
    {"issues", "/issues", Who::Staff},  {"reports", "/reports", Who::Staff},
    {"people", "/people", Who::People}, {"audit", "/audit", Who::Audit},
};

View navigation(const Work& work, const std::string& here) {
    View list(View::type::list);
    for (const Entry& entry : kEntries) {
        if (!sees(work.person(), entry.who)) continue;
        View view;
        view.set("address", entry.address);
        view.set("words", work.say(std::string("office.nav.") + entry.name));
        view.set("current", here == entry.name);
        list.push_back(view);
    }
    return list;
}

/// Classes of <html>, for the style sheet: "type-large contrast".
std::string classes(const server::Preferences& preferences) {
    std::string names;
    if (preferences.size != server::TypeSize::Standard)
        names.append("type-").append(server::name_of(preferences.size));
    if (preferences.high_contrast) names += names.empty() ? "contrast" : " contrast";
    return names;
}

void set_person(const Work& work, const Frame& frame, View& outer) {
    outer.set("signed_in", work.session.has_value());
    if (!work.session) return;
    outer.set("navigation", navigation(work, frame.here));
    outer.set("person", work.person().name);
    outer.set("roles", roles_of(work, work.person()));
    outer.set("at_account", frame.here == "account");
    outer.set("home", home_of(work.person()));
}

}  // namespace

std::string Work::say(std::string_view id, std::map<std::string, std::string> args) const {
    return language.words.say(core::Message{std::string(id), std::move(args)});
}

server::Response page(const Work& work, std::string_view name, server::View view,
                      const Frame& frame) {
    view.set("form_token", work.form_token);
    View outer;
    outer.set("language", work.language.tag);
    outer.set("classes", shown(classes(work.visit.preferences)));
    outer.set("gazette", work.office.desk().gazette().name);
    outer.set("title", frame.title);
    outer.set("style", work.site.files().link("office.css"));
    outer.set("icon", work.site.files().link("icon.svg"));
    outer.set("script", shown(frame.script.empty() ? "" : work.site.files().link(frame.script)));
    outer.set("form_token", work.form_token);
    set_person(work, frame, outer);
    outer.set("main", work.language.templates.render(name, view));
    server::Response response;
    response.status = frame.status;
    server::add_field(response.fields, "Content-Type", server::kHtml);
    response.body =
        std::make_shared<const std::string>(work.language.templates.render("frame", outer));
    return response;
}

}  // namespace gongbao::office
