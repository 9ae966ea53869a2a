// SPDX-License-Identifier: Apache-2.0
#include "office/item_form.hpp"

#include "core/report/error.hpp"
#include "office/item_view.hpp"
#include "office/words.hpp"

namespace gongbao::office {

editor::ItemId item_of(const Work& work) {
    return number_in(work.visit.argument, 0);
}

int version_in(const server::Form& form) {
    constexpr std::int64_t kMost = 1'000'000;
    const std::int64_t number = number_in(form.value("version"), 0);
    if (number < 1 || number > kMost)
        throw core::Error(core::ErrorKind::Invalid, {"server.form.broken", {}}, "version");
    return static_cast<int>(number);
}

server::Response back_to_item(const Work& work, const char* done, const char* part) {
    return server::redirect(303, address_of(item_of(work)) + "?done=" + done + part);
}

}  // namespace gongbao::office
