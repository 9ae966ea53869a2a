// SPDX-License-Identifier: Apache-2.0
// A real server on a free port, over a sample archive in a temporary folder, with a clock that
// stands.
#pragma once

#include <filesystem>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "server/app.hpp"
#include "tests/scratch_folder.hpp"
#include "tests/server/raw_client.hpp"
#include "tests/server/sample_archive.hpp"

namespace gongbao::tests {

inline constexpr core::Instant kNow{1'780'000'000};  // Thu, 28 May 2026 20:26:40 GMT

class SampleServer {
  public:
    explicit SampleServer(server::ListenSettings listen = {}, const std::string& language = "zh-CN",
                          const std::string& base_url = "");

    Reply fetch(const std::string& target, const std::string& fields = "",
                const std::string& method = "GET") const {
        return tests::fetch(port(), target, fields, method);
    }
    std::uint16_t port() const { return server->port(); }
    std::filesystem::path archive() const { return folder.path() / "archive.db"; }
    std::vector<std::string> log_lines();

    ScratchFolder folder;

  private:
    std::mutex mutex_;
    std::vector<std::string> log_;

  public:
    std::unique_ptr<server::Server> server;  ///< last: it logs until it has stopped
};

}  // namespace gongbao::tests
