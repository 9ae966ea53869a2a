// SPDX-License-Identifier: Apache-2.0
// 抽印本: each document of an edition set anew, alone, with its citation. Made when the edition is
// issued and kept with it (docs/decisions). Used by PressRoom.
#pragma once

#include <string>
#include <vector>

#include "core/gazette/issue.hpp"
#include "editor/desk/press/press_issue.hpp"
#include "typeset/typeset.hpp"

namespace gongbao::editor {

/// The issue that offprints are cited by.
struct OffprintsOf {
    const std::string& gazette;
    const core::IssueNumber& number;
    const core::Date& date;
};

/// The job of each document's offprint, with its source of `sources`; `places`: where it stands in
/// the issue. Requires: one place and one source a document; `documents` outlive the jobs.
std::vector<typeset::Job> offprint_jobs(const OffprintsOf& issue,
                                        const std::vector<PressDocument>& documents,
                                        const Sources& sources,
                                        const std::vector<typeset::PlacedItem>& places);

}  // namespace gongbao::editor
