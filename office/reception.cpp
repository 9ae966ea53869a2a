// SPDX-License-Identifier: Apache-2.0
#include "office/reception.hpp"

#include "core/text/text.hpp"
#include "editor/audit/act.hpp"
#include "editor/desk/store/holdings.hpp"
#include "editor/people/entry_by.hpp"
#include "editor/people/tokens.hpp"
#include "office/form_tokens.hpp"
#include "office/refusal_page.hpp"
#include "server/http/cookies.hpp"
#include "server/http/target.hpp"
#include "server/kit/access_log.hpp"
#include "server/kit/status.hpp"
#include "server/kit/way_back.hpp"

namespace gongbao::office {
namespace {

using core::Error;
using core::ErrorKind;
using server::Form;
using server::Request;
using server::Response;
using server::Visit;

constexpr std::string_view kTokenField = "form_token";
/// Of a form whose words are given back to who is no longer signed in.
constexpr std::int64_t kGivenBack = 64 * 1024;

/// For forms before there is a session.
std::string form_cookie(const OfficeSite& site) {
    return server::cookie_name("office-form", site.is_secure());
}

Response to_sign_in(const Request& request) {
    const std::string back =
        server::is_safe(request.method) ? server::address_of(request) : std::string("/");
    return server::redirect(303, "/sign-in?back=" + server::percent_encoded(back));
}

Form form_of(const Request& request, const server::FormLimits& limits) {
    return server::carries_form(request) ? server::read_form(request, limits) : Form{};
}

/// Where nobody is signed in yet.
bool is_open(std::string_view path) {
    for (const char* head : {"/static/", "/link/"})
        if (core::starts_with(path, head)) return true;
    return path == "/sign-in" || path == "/favicon.ico" || path == "/healthz";
}

/// A form that does not carry the token: another site's, or one that was open when somebody else
/// signed in. Throws: Error(Forbidden).
void refuse_foreign(const Work& work) {
    if (!work.session) throw Error(ErrorKind::Forbidden, {"office.form_foreign", {}});
    core::Database& database = work.office.desk().holdings().database;
    const auto entry =
        editor::entry_by(database, work.actor(), "form.send", work.visit.request.path);
    editor::acted(database, entry, [](editor::AuditEntry&) -> bool {
        throw Error(ErrorKind::Forbidden, {"office.form_foreign", {}});
    });
}

}  // namespace

std::string session_cookie(const OfficeSite& site) {
    return server::cookie_name("office", site.is_secure());
}

std::string keep_session(const OfficeSite& site, const std::string& token) {
    return server::set_cookie(
        {session_cookie(site), token, server::NewCookie::SameSite::Strict, {}, site.is_secure()});
}

std::string forget_session(const OfficeSite& site) {
    return server::set_cookie({session_cookie(site), "-", server::NewCookie::SameSite::Strict,
                               std::chrono::seconds(0), site.is_secure()});
}

std::optional<editor::Session> Reception::session_of(const Request& request,
                                                     editor::Office& office) const {
    const auto token = server::cookie(request, session_cookie(house_.site));
    if (!token || !is_token(*token)) return {};
    return office.sessions().find(*token, house_.now());
}

Work Reception::work_of(const Visit& visit, editor::Office& office) const {
    return {house_.site, house_.site.language(visit.preferences), visit, office, house_.now(), {},
            {}};
}

Response Reception::look(const Visit& visit, Who part, MakePage make) const {
    const Offices::Lent office = house_.offices.borrow();
    Work work = work_of(visit, *office);
    work.session = session_of(visit.request, *office);
    if (!work.session) return to_sign_in(visit.request);
    work.form_token = work.session->form_token;
    try {
        if (!sees(work.person(), part)) throw Error(ErrorKind::Forbidden, {"office.no_right", {}});
        return make(work);
    } catch (const Error& error) {
        if (!editor::is_refusal(error)) throw;
        return refusal_page(work, error, {});
    }
}

Response Reception::look_openly(const Visit& visit, MakePage make) const {
    const Offices::Lent office = house_.offices.borrow();
    Work work = work_of(visit, *office);
    const auto kept = server::cookie(visit.request, form_cookie(house_.site));
    const bool known = kept && is_token(*kept);
    work.form_token = known ? *kept : editor::new_token();
    Response response = make(work);
    if (!known)
        server::add_field(response.fields, "Set-Cookie",
                          server::set_cookie({form_cookie(house_.site),
                                              work.form_token,
                                              server::NewCookie::SameSite::Strict,
                                              {},
                                              house_.site.is_secure()}));
    return response;
}

Response Reception::act(const Visit& visit, const server::FormLimits& limits, DoAct does) const {
    const Offices::Lent office = house_.offices.borrow();
    Work work = work_of(visit, *office);
    work.session = session_of(visit.request, *office);
    if (work.session) {
        work.form_token = work.session->form_token;
        return carried_out(work, limits, does);
    }
    const Error ended(ErrorKind::Forbidden, {"office.session_ended", {}});
    try {
        return refusal_page(work, ended, form_of(visit.request, limits));
    } catch (const Error&) {  // what is no form has nothing to give back
        return refusal_page(work, ended, {});
    }
}

Response Reception::act_openly(const Visit& visit, DoAct does) const {
    const Offices::Lent office = house_.offices.borrow();
    Work work = work_of(visit, *office);
    work.form_token = server::cookie(visit.request, form_cookie(house_.site)).value_or("");
    if (!is_token(work.form_token)) work.form_token.clear();
    return carried_out(work, {}, does);
}

Response Reception::carried_out(const Work& work, const server::FormLimits& limits,
                                DoAct does) const {
    Form form;
    try {
        form = form_of(work.visit.request, limits);
        if (!is_same_token(form.value(kTokenField), work.form_token)) refuse_foreign(work);
        return does(work, form);
    } catch (const Error& error) {
        if (!editor::is_refusal(error)) tell(work.visit, error);
        return refusal_page(work, error, form);
    }
}

/// What the office's person is not told, the log is.
void Reception::tell(const Visit& visit, const Error& error) const {
    if (!house_.log) return;
    house_.log(server::logfmt({house_.now(),
                               "-",
                               visit.client,
                               std::string(server::name_of(visit.request.method)),
                               visit.request.target,
                               server::status_of(error.kind()),
                               0,
                               {},
                               error.what()}));
}

std::optional<Response> Reception::turn_away(const Request& request) const {
    if (is_open(request.path)) return {};
    const Offices::Lent office = house_.offices.borrow();
    if (session_of(request, *office)) return {};
    const auto& framing = request.framing;
    const bool moderate =
        !framing.announces_content() ||
        (framing.kind == server::Framing::Kind::Length && framing.length <= kGivenBack);
    if (request.method == server::Method::Post && moderate) return {};
    return to_sign_in(request);
}

}  // namespace gongbao::office
