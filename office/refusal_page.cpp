// SPDX-License-Identifier: Apache-2.0
#include "office/refusal_page.hpp"

#include <algorithm>

#include "editor/audit/act.hpp"
#include "office/access.hpp"
#include "server/http/target.hpp"
#include "server/kit/status.hpp"

namespace gongbao::office {
namespace {

using server::shown;
using server::View;

/// "/items/12" of "/items/12/sign": the page whose form it was.
std::string page_of_form(std::string_view path) {
    const bool below = std::count(path.begin(), path.end(), '/') > 2;
    return server::percent_encoded_path(below ? path.substr(0, path.rfind('/')) : path);
}

View typed_view(const Work& work, const server::Form& form) {
    View list(View::type::list);
    for (const auto& [name, value] : form.fields) {
        const std::string words = "office.field." + name;
        if (value.empty() || !work.language.words.has(words)) continue;
        View view;
        view.set("name", name);
        view.set("words", work.say(words));
        view.set("value", value);
        list.push_back(view);
    }
    return list;
}

View files_view(const server::Form& form) {
    View list(View::type::list);
    for (const server::FormFile& file : form.files) {
        View view;
        view.set("name", file.name);
        list.push_back(view);
    }
    return list;
}

}  // namespace

server::Response refusal_page(const Work& work, const core::Error& error,
                              const server::Form& form) {
    const bool is_form = !server::is_safe(work.visit.request.method);
    View view;
    view.set("message", work.say(error.for_people()));
    const View typed = typed_view(work, form);
    view.set("typed", typed);
    view.set("has_typed", typed.is_non_empty_list());
    view.set("files", files_view(form));
    view.set("has_files", !form.files.empty());
    // A refusal takes back what was begun; a disk that fails may fail behind what was done.
    view.set("nothing_done", is_form && editor::is_refusal(error));
    view.set("unsure", is_form && !editor::is_refusal(error));
    view.set("signed_in", work.session.has_value());
    view.set("back", !work.session ? std::string("/sign-in")
                     : is_form     ? page_of_form(work.visit.request.path)
                                   : home_of(work.person()));
    const std::string title = work.say(is_form ? "office.refused.title" : "office.refused.look");
    view.set("title", title);
    return page(work, "refused", view, {title, {}, server::status_of(error.kind()), {}});
}

server::Page failure_page(const OfficeSite& site, const server::Failure& failure) {
    const server::Language& language = site.language(failure.preferences);
    const std::string words = "office.failure." + std::to_string(failure.status);
    const std::string known = language.words.has(words + ".title") ? words : "office.failure.other";
    View view;
    view.set("title", language.words.say(known + ".title"));
    view.set("advice", language.words.say(known + ".advice"));
    view.set("request_id", failure.request_id);
    View outer;
    outer.set("language", language.tag);
    outer.set("classes", View(false));
    outer.set("gazette", language.words.say("office.name"));
    outer.set("title", language.words.say(known + ".title"));
    outer.set("style", site.files().link("office.css"));
    outer.set("icon", site.files().link("icon.svg"));
    outer.set("script", View(false));
    outer.set("signed_in", false);
    outer.set("main", language.templates.render("failure", view));
    server::Page page;
    page.status = failure.status;
    page.body = language.templates.render("frame", outer);
    return page;
}

}  // namespace gongbao::office
