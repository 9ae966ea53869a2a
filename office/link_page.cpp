// SPDX-License-Identifier: Apache-2.0
// A one-time link: its owner sets a password by it, and signs in with that.
#include "core/report/error.hpp"
#include "editor/audit/act.hpp"
#include "office/pages.hpp"
#include "server/http/target.hpp"
#include "server/kit/status.hpp"

namespace gongbao::office {
namespace {

using core::Error;
using core::ErrorKind;

Response link_form(const Work& work, const core::Error* error) {
    const auto owner = work.office.people().owner_of_link(work.visit.argument, work.now);
    server::View view;
    view.set("works", owner.has_value());
    view.set("name", owner ? owner->name : "");
    view.set("login", owner ? owner->login : "");
    view.set("address", "/link/" + server::percent_encoded(work.visit.argument));
    view.set("error", server::shown(error == nullptr ? "" : work.say(error->for_people())));
    Frame frame{work.say("office.link.title"), {}, owner ? 200 : 403, {}};
    if (error != nullptr) frame.status = server::status_of(error->kind());
    return page(work, "link", view, frame);
}

}  // namespace

Response link_page(const Work& work) {
    return link_form(work, nullptr);
}

Response set_password(const Work& work, const Form& form) {
    try {
        if (form.value("password") != form.value("again"))
            throw Error(ErrorKind::Invalid, {"office.passwords_differ", {}});
        work.office.people().set_password(work.visit.argument, std::string(form.value("password")),
                                          work.now);
        return server::redirect(303, "/sign-in?done=password_set");
    } catch (const Error& error) {
        if (!editor::is_refusal(error)) throw;
        return link_form(work, &error);
    }
}

}  // namespace gongbao::office
