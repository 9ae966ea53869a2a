// SPDX-License-Identifier: Apache-2.0
#include "server/site/error_page.hpp"

#include "server/site/reading.hpp"

namespace gongbao::server {

Page error_page(const Site& site, const Failure& failure) {
    const std::string words = "pages.error." + std::to_string(failure.status);
    const std::string known = site.words.has(words + ".title") ? words : "pages.error.other";
    View view;
    view.set("status", std::to_string(failure.status));
    view.set("title", site.say(known + ".title"));
    view.set("advice", site.say(known + ".advice"));
    view.set("request_id", failure.request_id);
    Frame frame;
    frame.title = site.say(known + ".title");
    frame.preferences = failure.preferences;
    Page page;
    page.status = failure.status;
    page.body = framed(site, "error", view, frame);
    return page;
}

}  // namespace gongbao::server
