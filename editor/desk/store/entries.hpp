// SPDX-License-Identifier: Apache-2.0
// What the desk holds, as lists show it: documents, and issues with their items.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/gazette/issue.hpp"
#include "core/text/date.hpp"

namespace gongbao::editor {

using DocumentId = std::int64_t;

struct DeskDocument {
    DocumentId id = 0;
    std::string title;
    std::string number;
    std::string manuscript;                  ///< file name it came in as
    int errors = 0;                          ///< findings of level Error; they bar publishing
    std::optional<core::IssueNumber> issue;  ///< where it is placed
};

struct DeskItem {
    DocumentId document = 0;
    std::string section;
    std::string title;
    std::string number;
    int errors = 0;
};

struct DeskIssue {
    core::IssueNumber number;
    core::Date date;
    core::IssueState state = core::IssueState::Draft;
    std::vector<DeskItem> items;  ///< printed order
};

}  // namespace gongbao::editor
