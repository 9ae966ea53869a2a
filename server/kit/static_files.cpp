// SPDX-License-Identifier: Apache-2.0
#include "server/kit/static_files.hpp"

#include "core/report/check.hpp"
#include "core/report/error.hpp"
#include "core/system/digest.hpp"
#include "core/system/files.hpp"

namespace gongbao::server {
namespace {

const std::map<std::string, std::string>& types() {
    static const std::map<std::string, std::string> kTypes = {
        {".css", "text/css; charset=utf-8"},
        {".svg", "image/svg+xml"},
        {".png", "image/png"},
        {".ico", "image/vnd.microsoft.icon"},
        {".woff2", "font/woff2"},
        {".txt", "text/plain; charset=utf-8"},
    };
    return kTypes;
}

}  // namespace

StaticFiles::StaticFiles(const std::filesystem::path& folder) {
    std::error_code failed;
    for (const auto& entry : std::filesystem::directory_iterator(folder, failed)) {
        const std::string name = entry.path().filename().string();
        const auto type = types().find(entry.path().extension().string());
        if (type == types().end())
            throw core::Error(core::ErrorKind::Invalid, {"server.unknown_file", {{"file", name}}});
        std::string bytes = core::read_file(entry.path());
        const std::string version = core::sha256_hex(bytes).substr(0, 8);
        files_[name] = {type->second, std::move(bytes), version};
    }
    if (failed || files_.empty())
        throw core::Error(core::ErrorKind::Unavailable, {"server.templates_missing", {}},
                          folder.string());
}

const StaticFile* StaticFiles::find(std::string_view name) const {
    const auto found = files_.find(name);
    return found == files_.end() ? nullptr : &found->second;
}

std::string StaticFiles::link(std::string_view name) const {
    const StaticFile* file = find(name);
    GONGBAO_CHECK(file != nullptr);
    return "/static/" + std::string(name) + "?v=" + file->version;
}

}  // namespace gongbao::server
