// SPDX-License-Identifier: Apache-2.0
#include "server/site/error_page.hpp"

#include "server/site/reading.hpp"

namespace gongbao::server {

Page error_page(const Site& site, const Trouble& trouble) {
    const std::string words = "pages.error." + std::to_string(trouble.status);
    const std::string known = site.words.has(words + ".title") ? words : "pages.error.other";
    View view;
    view.set("status", std::to_string(trouble.status));
    view.set("title", site.say(known + ".title"));
    view.set("advice", site.say(known + ".advice"));
    view.set("request_id", trouble.request_id);
    Frame frame;
    frame.title = site.say(known + ".title");
    frame.preferences = trouble.preferences;
    Page page;
    page.status = trouble.status;
    page.body = framed(site, "error", view, frame);
    return page;
}

}  // namespace gongbao::server
