// SPDX-License-Identifier: Apache-2.0
// Files of an item, for who may see it: what was handed in, as it came, and the pictures of its
// text.
#include <algorithm>

#include "core/report/error.hpp"
#include "core/text/text.hpp"
#include "editor/desk/store/holdings.hpp"
#include "office/pages.hpp"
#include "office/words.hpp"
#include "server/http/target.hpp"

namespace gongbao::office {
namespace {

/// "12.2": version 2 of item 12. Throws: Error(NotFound), as Items::item does.
editor::ItemVersion version_named(const Work& work, std::string_view name) {
    const std::size_t dot = std::min(name.find('.'), name.size());
    const editor::Item item =
        work.office.items().item(work.actor(), number_in(name.substr(0, dot), 0));
    const std::int64_t number = number_in(name.substr(std::min(dot + 1, name.size())), 0);
    for (const editor::ItemVersion& version : item.versions)
        if (version.number == number) return version;
    throw core::Error(core::ErrorKind::NotFound, {"office.version_unknown", {}});
}

Response sent(std::string bytes, const std::string& type) {
    Response response;
    server::add_field(response.fields, "Content-Type", type);
    response.body = std::make_shared<const std::string>(std::move(bytes));
    return response;
}

/// Only what no browser runs is shown from here, whatever a stored type says.
bool is_picture(std::string_view type) {
    return type == "image/png" || type == "image/jpeg" || type == "image/gif" ||
           type == "image/webp" || type == "image/bmp";
}

}  // namespace

Response manuscript_file(const Work& work) {
    const editor::ItemVersion version = version_named(work, work.visit.argument);
    editor::Manuscript manuscript = work.office.desk().holdings().box.manuscript(version.document);
    Response response = sent(std::move(manuscript.bytes), "application/octet-stream");
    server::add_field(response.fields, "Content-Disposition",
                      "attachment; filename=\"manuscript\"; filename*=UTF-8''" +
                          server::percent_encoded(manuscript.name));
    return response;
}

Response picture_file(const Work& work) {
    const std::string_view name = work.visit.argument;
    const std::size_t dash = std::min(name.find('-'), name.size());
    const editor::ItemVersion version = version_named(work, name.substr(0, dash));
    const std::string_view digest = name.substr(std::min(dash + 1, name.size()));
    const editor::KeptDocument kept = work.office.desk().holdings().box.kept(version.document);
    for (const core::Media& media : kept.media)
        if (media.digest == digest && media.bytes && is_picture(media.type))
            return sent(*media.bytes, media.type);
    throw core::Error(core::ErrorKind::NotFound, {"office.picture_unknown", {}});
}

}  // namespace gongbao::office
