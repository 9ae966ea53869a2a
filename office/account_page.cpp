// SPDX-License-Identifier: Apache-2.0
// One's own account: what the office knows, how the pages look. The second factor has a page of its
// own (second_factor_page.cpp).
#include <algorithm>

#include "core/report/error.hpp"
#include "office/pages.hpp"
#include "office/words.hpp"

namespace gongbao::office {
namespace {

using server::View;

View languages(const Work& work) {
    View list(View::type::list);
    for (const auto& language : work.site.languages())
        list.push_back(choice(language->tag, language->name, language->tag == work.language.tag));
    return list;
}

View sizes(const Work& work) {
    View list(View::type::list);
    for (const auto size :
         {server::TypeSize::Standard, server::TypeSize::Large, server::TypeSize::Largest}) {
        const std::string name(server::name_of(size));
        list.push_back(choice(name, work.say("pages.settings.size." + name),
                              size == work.visit.preferences.size));
    }
    return list;
}

}  // namespace

Response account_page(const Work& work) {
    const editor::Person& person = work.person();
    View view;
    view.set("name", person.name);
    view.set("login", person.login);
    view.set("department", server::shown(person.department));
    view.set("roles", roles_of(work, person));
    view.set("second_factor", person.second_factor);
    view.set("languages", languages(work));
    view.set("sizes", sizes(work));
    view.set("contrast", work.visit.preferences.high_contrast);
    const bool done =
        person.second_factor && work.visit.request.parameter("done") == "second_factor";
    view.set("done", server::shown(done ? work.say("office.done.second_factor") : ""));
    return page(work, "account", view, {work.say("office.account.title"), "account", 200, {}});
}

Response change_reading(const Work& work, const Form& form) {
    const auto& tags = work.site.tags();
    server::Preferences chosen;
    chosen.language = form.value("lang");
    chosen.size = server::type_size_named(form.value("size"));
    chosen.high_contrast = form.value("contrast") == "high";
    if (std::find(tags.begin(), tags.end(), chosen.language) == tags.end())
        throw core::Error(core::ErrorKind::Invalid, {"server.form.broken", {}}, "language");
    Response response = server::redirect(303, "/account");
    server::add_field(response.fields, "Set-Cookie",
                      server::keep_preferences(chosen, work.site.is_secure()));
    return response;
}

}  // namespace gongbao::office
