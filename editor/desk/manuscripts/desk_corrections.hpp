// SPDX-License-Identifier: Apache-2.0
// Corrections at the desk: what the editor is told when a 更正 comes in and when its issue is
// looked at, and the relations that are stored as the issue is published. The editor who publishes
// confirms what the preview told: both come from the same reading.
#pragma once

#include <vector>

#include "archive/archive.hpp"
#include "core/document/document_fwd.hpp"
#include "core/report/diagnostic.hpp"

namespace gongbao::editor {

/// Where the texts stand that `document` corrects, or that they stand nowhere; nothing for a
/// document that is no correction. `year` is meant where its words name none.
core::Diagnostics told_of_correction(const core::Document& document, int year,
                                     const archive::Archive& archive);

/// What publishing an issue would join, and what the editor is told of it.
struct JoinedTexts {
    std::vector<archive::NewRelation> relations;
    core::Diagnostics findings;
};

/// Of the corrections among `documents`, the issue's in printed order, and of those published
/// before the archive kept relations.
JoinedTexts join_corrections(const core::IssueNumber& issue,
                             const std::vector<const core::Document*>& documents,
                             const archive::Archive& archive);

}  // namespace gongbao::editor
