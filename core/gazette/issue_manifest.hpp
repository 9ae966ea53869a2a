// SPDX-License-Identifier: Apache-2.0
// issue.toml: an issue described beside its manuscripts, for filling an archive in one go (the
// demo, moving back issues in). Read by the command line; form: docs/formats.md, "issue.toml".
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/gazette/issue.hpp"
#include "core/text/date.hpp"

namespace gongbao::core {

struct IssueManifest {
    struct Item {
        std::string file;  ///< beside issue.toml
        std::string section;
    };
    std::filesystem::path folder;
    IssueNumber number;
    Date date;
    Instant issued_at;
    std::vector<Item> items;  ///< printed order
};

/// Throws: Error(NotFound), (Invalid) naming file, line and key.
IssueManifest read_issue_manifest(const std::filesystem::path& file);

}  // namespace gongbao::core
