// SPDX-License-Identifier: Apache-2.0
#include "server/site/error_page.hpp"

#include "server/kit/prepared.hpp"
#include "server/site/page.hpp"

namespace gongbao::server {

int status_of(core::ErrorKind kind) {
    switch (kind) {
        case core::ErrorKind::NotFound: return 404;
        case core::ErrorKind::Invalid: return 400;
        case core::ErrorKind::Conflict: return 409;
        case core::ErrorKind::Forbidden: return 403;
        case core::ErrorKind::TooLarge: return 413;
        case core::ErrorKind::Corrupt: return 500;
        case core::ErrorKind::Unavailable: return 503;
    }
    return 500;
}

Response error_page(const Site& site, int status, const std::string& request_id) {
    const std::string words = "pages.error." + std::to_string(status);
    const std::string known = site.words.has(words + ".title") ? words : "pages.error.other";
    View view;
    view.set("status", std::to_string(status));
    view.set("title", site.say(known + ".title"));
    view.set("advice", site.say(known + ".advice"));
    view.set("request_id", request_id);
    Frame frame;
    frame.title = site.say(known + ".title");

    Response response;
    response.status = status;
    add_field(response.fields, "Content-Type", kHtml);
    add_field(response.fields, "Cache-Control", kNever);
    add_field(response.fields, "X-Request-Id", request_id);
    if (status == 405) add_field(response.fields, "Allow", "GET, HEAD");
    if (status == 503) add_field(response.fields, "Retry-After", "5");
    response.fields += protective_fields();
    response.body = std::make_shared<const std::string>(framed(site, "error", view, frame));
    return response;
}

}  // namespace gongbao::server
