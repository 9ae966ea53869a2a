// SPDX-License-Identifier: Apache-2.0
// What an issue is framed by: what its cover, running heads and imprint say (front_matter.hpp).
#pragma once

#include <string>
#include <vector>

#include "core/gazette/issue.hpp"
#include "core/text/date.hpp"

namespace gongbao::typeset {

/// What frames an issue: cover, running heads, imprint. Without it items are set one after the
/// other, each from a new page, with contents when there are several.
struct IssueFrame {
    std::string gazette;  ///< name of the gazette
    core::IssueNumber number;
    core::Date date;
    std::vector<std::string> imprint;  ///< lines of the imprint (主办、编辑出版、印刷 …)
    int first_folio = 1;  ///< printed number of its first page; gazettes may count through the year
};

}  // namespace gongbao::typeset
