// SPDX-License-Identifier: Apache-2.0
// The style sheet, modules and icons of templates/office/static.
#include "office/pages.hpp"

namespace gongbao::office {

std::optional<Response> static_file(const OfficeSite& site, const server::Visit& visit) {
    const bool icon = visit.request.path == "/favicon.ico";
    const server::StaticFile* file = site.files().find(icon ? "icon.svg" : visit.argument);
    if (file == nullptr) return {};
    Response response;
    server::add_field(response.fields, "Content-Type", file->type);
    const bool versioned = visit.request.parameter("v") == file->version;
    server::add_field(response.fields, "Cache-Control",
                      versioned ? "private, max-age=31536000, immutable" : server::kNever);
    response.body = std::make_shared<const std::string>(file->bytes);
    return response;
}

}  // namespace gongbao::office
