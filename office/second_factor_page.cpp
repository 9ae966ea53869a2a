// SPDX-License-Identifier: Apache-2.0
// A second factor for one's own account: an authenticator takes the secret, by picture or by hand,
// and shows with its first code that it has it.
#include "core/report/error.hpp"
#include "editor/audit/act.hpp"
#include "office/pages.hpp"
#include "office/qr_code.hpp"
#include "server/kit/status.hpp"

namespace gongbao::office {
namespace {

/// In groups of four, as one copies it.
std::string in_groups(const std::string& secret) {
    std::string groups;
    for (std::size_t at = 0; at < secret.size(); ++at) {
        if (at > 0 && at % 4 == 0) groups += ' ';
        groups += secret[at];
    }
    return groups;
}

Response form_page(const Work& work, const editor::NewSecondFactor& factor,
                   const core::Error* error) {
    server::View view;
    view.set("secret", factor.secret);
    view.set("secret_words", in_groups(factor.secret));
    view.set("uri", factor.uri);
    view.set("picture_html", qr_code_svg(factor.uri, work.say("office.second_factor.picture")));
    view.set("error", server::shown(error == nullptr ? "" : work.say(error->for_people())));
    Frame frame{work.say("office.second_factor.title"), "account", 200, {}};
    if (error != nullptr) frame.status = server::status_of(error->kind());
    return page(work, "second_factor", view, frame);
}

}  // namespace

Response second_factor_page(const Work& work) {
    // Whoever finds a browser open shall not put another factor in the place of the owner's.
    if (work.person().second_factor)
        throw core::Error(core::ErrorKind::Conflict, {"office.second_factor_set", {}});
    return form_page(work, work.office.people().new_second_factor(work.actor()), nullptr);
}

Response set_second_factor(const Work& work, const Form& form) {
    const editor::NewSecondFactor factor{std::string(form.value("secret")),
                                         std::string(form.value("uri"))};
    try {
        work.office.people().set_second_factor(work.actor(), factor.secret,
                                               std::string(form.value("code")));
        return server::redirect(303, "/account?done=second_factor");
    } catch (const core::Error& error) {
        if (!editor::is_refusal(error)) throw;
        return form_page(work, factor, &error);
    }
}

}  // namespace gongbao::office
