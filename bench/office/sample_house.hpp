// SPDX-License-Identifier: Apache-2.0
// An invented office that is measured: a data folder of real files, its people, an issue of sixty
// signed-off notices on a hundred pages, served on a free port. Used by office_bench.cpp.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "editor/office/office.hpp"
#include "office/office_server.hpp"
#include "tests/office/office_client.hpp"
#include "tests/scratch_folder.hpp"

namespace gongbao::bench {

inline constexpr int kItems = 60;  ///< of the issue
inline constexpr const char* kIssue = "/issues/2026-1";
inline constexpr const char* kSection = "省政府文件";

core::Instant now();

/// An invented notice of about so many paragraphs of 75 characters.
editor::Manuscript notice(int number, int paragraphs);

struct Colleague {
    editor::Role role;
    std::string login;
};

class SampleHouse {
  public:
    /// `people`: how many work in it, beside the administrator. `templates`, `fonts`: folders of
    /// the repository. Fills the issue, which takes some seconds.
    SampleHouse(const std::filesystem::path& templates, const std::filesystem::path& fonts,
                int people);

    const std::vector<Colleague>& people() const { return people_; }
    /// Signed in.
    tests::Browser at_work(const Colleague& person) const;
    /// The first of the role.
    const Colleague& first(editor::Role role) const;
    editor::Office open() const;  ///< beside the server
    const editor::DataFolder& data() const { return data_; }
    std::uint16_t port() const { return server_->port(); }

  private:
    void hire(editor::Office& office, int people);
    void fill_issue(editor::Office& office) const;
    editor::Actor actor(editor::Office& office, editor::Role role) const;

    tests::ScratchFolder folder_;
    editor::DataFolder data_;
    typeset::Resources resources_;
    std::vector<Colleague> people_;
    std::unique_ptr<office::OfficeServer> server_;
};

}  // namespace gongbao::bench
