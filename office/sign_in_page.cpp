// SPDX-License-Identifier: Apache-2.0
// Signing in and out. The page never says whether it was the name, the password or the code.
#include "editor/audit/act.hpp"
#include "office/access.hpp"
#include "office/pages.hpp"
#include "office/reception.hpp"
#include "server/http/cookies.hpp"
#include "server/kit/client_address.hpp"
#include "server/kit/status.hpp"
#include "server/kit/way_back.hpp"

namespace gongbao::office {
namespace {

Response sign_in_form(const Work& work, const std::string& login, const std::string& back,
                      const core::Error* error) {
    server::View view;
    view.set("login", login);
    view.set("back", server::way_back(back));
    view.set("begun", work.office.people().any());
    view.set("password_set", work.visit.request.parameter("done") == "password_set");
    view.set("error", server::shown(error == nullptr ? "" : work.say(error->for_people())));
    Frame frame{work.say("office.sign_in.title"), {}, 200, {}};
    if (error != nullptr) frame.status = server::status_of(error->kind());
    return page(work, "sign_in", view, frame);
}

std::string token_of(const Work& work) {
    return server::cookie(work.visit.request, session_cookie(work.site)).value_or("");
}

}  // namespace

Response sign_in_page(const Work& work) {
    return sign_in_form(work, {}, std::string(work.visit.request.parameter("back")), nullptr);
}

Response sign_in(const Work& work, const Form& form) {
    const std::string back = server::way_back(form.value("back"));
    try {
        const editor::NewSession session = work.office.sessions().sign_in(
            {std::string(form.value("login")), std::string(form.value("password")),
             std::string(form.value("code")), server::address_of_client(work.visit.client)},
            work.now);
        // Whoever was signed in at this browser before is not any more.
        if (const std::string before = token_of(work); !before.empty())
            work.office.sessions().end(before, work.now);
        Response response = server::redirect(303, back == "/" ? home_of(session.person) : back);
        server::add_field(response.fields, "Set-Cookie", keep_session(work.site, session.token));
        return response;
    } catch (const core::Error& error) {
        if (!editor::is_refusal(error)) throw;
        return sign_in_form(work, std::string(form.value("login")), back, &error);
    }
}

Response sign_out(const Work& work, const Form&) {
    work.office.sessions().end(token_of(work), work.now);
    Response response = server::redirect(303, "/sign-in");
    server::add_field(response.fields, "Set-Cookie", forget_session(work.site));
    return response;
}

}  // namespace gongbao::office
