// SPDX-License-Identifier: Apache-2.0
#include "server/kit/static_files.hpp"

#include "core/report/check.hpp"
#include "core/report/error.hpp"
#include "core/system/digest.hpp"
#include "core/system/files.hpp"
#include "server/kit/media_types.hpp"

namespace gongbao::server {

StaticFiles::StaticFiles(const std::filesystem::path& folder) {
    std::error_code failed;
    for (const auto& entry : std::filesystem::directory_iterator(folder, failed)) {
        const std::string name = entry.path().filename().string();
        const std::string_view type = media_type_of(entry.path().extension().string());
        if (type.empty())
            throw core::Error(core::ErrorKind::Invalid,
                              {"server.unknown_file", {{"file", entry.path().string()}}});
        std::string bytes = core::read_file(entry.path());
        const std::string version = core::sha256_hex(bytes).substr(0, 8);
        files_[name] = {std::string(type), std::move(bytes), version};
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
