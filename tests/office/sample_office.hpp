// SPDX-License-Identifier: Apache-2.0
// The office served on a free port over a data folder of its own, with people of every role and a
// clock that the test moves.
#pragma once

#include <atomic>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "editor/office/office.hpp"
#include "office/office_server.hpp"
#include "tests/office/office_client.hpp"
#include "tests/scratch_folder.hpp"

namespace gongbao::tests {

inline constexpr std::int64_t kMorning = 1'780'016'400;  // 2026-05-29 09:00 in China

/// A notice of an invented office, as plain text.
editor::Manuscript sample_notice(int number, const std::string& words = "现将有关事项通知如下。");

/// The templates of the repository.
std::filesystem::path sample_templates();

class SampleOffice {
  public:
    /// Has an administrator "root" alone; `base_url`: as the settings say.
    explicit SampleOffice(const std::string& base_url = "");

    /// A person with a password, of `role` (the login, too).
    editor::PersonId add(editor::Role role, const std::string& department = {});
    /// Signed in; the person is made when there is none of the role yet.
    Browser as(editor::Role role);
    /// Not signed in.
    Browser browser() const { return Browser(port()); }
    /// Handed in by the contact of 云岭省教育厅.
    editor::ItemId receive(const editor::Manuscript& manuscript);
    std::string audit_of(const std::string& act) const;  ///< outcomes, newest first: "refused done"

    std::uint16_t port() const { return server->port(); }
    core::Instant now() const { return {clock}; }
    std::vector<std::string> log_lines();

    static std::string password_of(const std::string& login) {
        return "合成口令 of " + login + " 7";
    }

    ScratchFolder folder;
    editor::DataFolder data;
    std::atomic<std::int64_t> clock = kMorning;
    std::unique_ptr<editor::Office>
        office;  ///< beside the server, as another program would have it
    std::map<std::string, editor::PersonId> ids;

  private:
    void let_in(const std::string& login, const std::string& token);
    std::mutex mutex_;
    std::vector<std::string> log_;

  public:
    std::unique_ptr<office::OfficeServer> server;  ///< last: it logs until it has stopped
};

}  // namespace gongbao::tests
