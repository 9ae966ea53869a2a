// SPDX-License-Identifier: Apache-2.0
// What is done to an item. Each form names the version that was seen, so that nobody signs or
// replaces what is not before one's eyes.
#include "core/report/error.hpp"
#include "office/item_form.hpp"
#include "office/pages.hpp"

namespace gongbao::office {
Response sign_item(const Work& work, const Form& form) {
    const auto kind = editor::signoff_kind_named(form.value("kind"));
    if (!kind) throw core::Error(core::ErrorKind::Invalid, {"server.form.broken", {}}, "kind");
    work.office.signoffs().sign(work.actor(), item_of(work), version_in(form), *kind,
                                std::string(form.value("note")));
    return back_to_item(work, "signed");
}

Response send_item_back(const Work& work, const Form& form) {
    work.office.signoffs().send_back(work.actor(), item_of(work), version_in(form),
                                     std::string(form.value("reason")));
    return back_to_item(work, "sent_back");
}

Response set_item_section(const Work& work, const Form& form) {
    work.office.items().set_section(work.actor(), item_of(work),
                                    std::string(form.value("section")));
    return back_to_item(work, "section");
}

Response withdraw_item(const Work& work, const Form& form) {
    work.office.items().withdraw(work.actor(), item_of(work), std::string(form.value("reason")));
    return back_to_item(work, "withdrawn");
}

Response correct_item(const Work& work, const Form& form) {
    if (form.files.empty()) throw core::Error(core::ErrorKind::Invalid, {"office.no_file", {}});
    const server::FormFile& file = form.files.front();
    work.office.items().correct(work.actor(), item_of(work), version_in(form),
                                {file.name, file.content.whole()}, std::string(form.value("note")));
    return back_to_item(work, "corrected");
}

}  // namespace gongbao::office
