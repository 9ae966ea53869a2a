// SPDX-License-Identifier: Apache-2.0
// Files as they are: the style sheet, the icon.
#include "server/site/pages.hpp"

namespace gongbao::server {
namespace {

Page file_page(const StaticFile& file, std::string_view cache_control) {
    Page page;
    page.type = file.type;
    page.body = file.bytes;
    page.cache_control = cache_control;
    return page;
}

}  // namespace

std::optional<Page> static_file(const Reading& reading) {
    const StaticFile* file = reading.site.files.find(reading.argument);
    if (file == nullptr) return {};
    const bool this_version = reading.request.parameter("v") == file->version;
    return file_page(*file, this_version ? kForever : kUntilRevised);
}

std::optional<Page> icon(const Reading& reading) {
    const StaticFile* file = reading.site.files.find("icon.svg");
    if (file == nullptr) return {};
    return file_page(*file, kIssued);
}

}  // namespace gongbao::server
