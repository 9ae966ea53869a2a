// SPDX-License-Identifier: Apache-2.0
#include "tests/server/sample_server.hpp"

namespace gongbao::tests {

SampleServer::SampleServer(server::ListenSettings listen, const std::string& language,
                           const std::string& base_url) {
    write_sample_archive(archive());
    server::ServerSettings settings;
    settings.archive = archive();
    settings.site.templates = std::filesystem::path(GONGBAO_SOURCE_DIR) / "templates";
    settings.site.gazette = "云岭省人民政府公报";
    settings.site.language = language;
    settings.site.base_url = base_url;
    settings.listen = std::move(listen);
    settings.now = [] { return kNow; };
    settings.log = [this](std::string_view line) {
        const std::lock_guard lock(mutex_);
        log_.emplace_back(line);
    };
    server = std::make_unique<server::Server>(std::move(settings));
    server->start();
}

std::vector<std::string> SampleServer::log_lines() {
    const std::lock_guard lock(mutex_);
    return log_;
}

}  // namespace gongbao::tests
