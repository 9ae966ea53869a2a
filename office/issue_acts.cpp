// SPDX-License-Identifier: Apache-2.0
// What is done to an issue. Each form names the state of the issue, or the proof, that was seen.
#include "core/report/error.hpp"
#include "office/issue_view.hpp"
#include "office/pages.hpp"
#include "office/words.hpp"

namespace gongbao::office {
namespace {

editor::SeenIssue seen_in(const Work& work, const Form& form) {
    return {issue_of(work), std::string(form.value("state"))};
}

std::string words_in(const Form& form, const char* name) {
    return std::string(form.value(name));
}

std::int64_t id_in(const Form& form, const char* name) {
    const std::int64_t id = number_in(form.value(name), 0);
    if (id < 1) throw core::Error(core::ErrorKind::Invalid, {"server.form.broken", {}}, name);
    return id;
}

Response back_to_issue(const Work& work, const std::string& query) {
    return server::redirect(303, address_of(issue_of(work)) + query);
}

}  // namespace

Response place_item(const Work& work, const Form& form) {
    work.office.assembly().place(work.actor(), seen_in(work, form), id_in(form, "item"),
                                 words_in(form, "section"));
    return back_to_issue(work, "?done=placed");
}

Response place_index(const Work& work, const Form& form) {
    const std::int64_t year = id_in(form, "year");
    if (year > 9999) throw core::Error(core::ErrorKind::Invalid, {"office.issue_number_bad", {}});
    work.office.assembly().place_index(work.actor(), seen_in(work, form), static_cast<int>(year),
                                       words_in(form, "section"));
    return back_to_issue(work, "?done=placed");
}

Response take_out(const Work& work, const Form& form) {
    work.office.assembly().take_out(work.actor(), seen_in(work, form), id_in(form, "document"));
    return back_to_issue(work, "?done=taken_out");
}

// The line that was moved keeps the focus, so that it is moved on by the same key.
Response move_item(const Work& work, const Form& form) {
    constexpr std::int64_t kLast = 100'000;
    const std::int64_t document = id_in(form, "document");
    const std::int64_t to = std::min(number_in(form.value("to"), 1), kLast);
    work.office.assembly().move(work.actor(), seen_in(work, form), document, static_cast<int>(to));
    return back_to_issue(work, "?moved=" + std::to_string(document));
}

Response move_section(const Work& work, const Form& form) {
    work.office.assembly().move_section(work.actor(), seen_in(work, form),
                                        words_in(form, "section"),
                                        form.value("way") == "up" ? -1 : 1);
    return back_to_issue(work, "?done=moved");
}

Response lock_issue(const Work& work, const Form& form) {
    work.office.issuing().lock(work.actor(), seen_in(work, form));
    return back_to_issue(work, "?done=issue_locked");
}

Response unlock_issue(const Work& work, const Form& form) {
    work.office.issuing().unlock(work.actor(), issue_of(work), id_in(form, "proof"),
                                 words_in(form, "reason"));
    return back_to_issue(work, "?done=issue_open");
}

Response sign_proof(const Work& work, const Form& form) {
    const auto sign = editor::proof_sign_named(form.value("sign"));
    if (!sign) throw core::Error(core::ErrorKind::Invalid, {"server.form.broken", {}}, "sign");
    work.office.issuing().sign(work.actor(), issue_of(work), id_in(form, "proof"), *sign);
    return back_to_issue(work, "?done=proof_signed");
}

// datetime-local, at UTC+8.
Response issue_issue(const Work& work, const Form& form) {
    const std::string when(form.value("when"));
    if (when.empty()) {
        work.office.issuing().issue(work.actor(), issue_of(work), words_in(form, "typed"));
        return back_to_issue(work, "?done=issued");
    }
    const auto at = core::parse_rfc3339(when + ":00+08:00");
    if (!at) throw core::Error(core::ErrorKind::Invalid, {"office.time_bad", {}});
    work.office.issuing().issue_at(work.actor(), issue_of(work), words_in(form, "typed"), *at);
    return back_to_issue(work, "?done=scheduled");
}

Response accept_check(const Work& work, const Form& form) {
    work.office.preflight().accept(work.actor(), issue_of(work), words_in(form, "key"),
                                   words_in(form, "reason"));
    return server::redirect(303, address_of(issue_of(work)) + "/checks?done=accepted");
}

}  // namespace gongbao::office
