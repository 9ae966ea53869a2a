// SPDX-License-Identifier: Apache-2.0
// An issue from the desk to paper: its documents in order, printed; and the edition made of the
// print.
#pragma once

#include <string>
#include <vector>

#include "archive/archive.hpp"
#include "core/gazette.hpp"
#include "editor/desk/desk.hpp"
#include "typeset/typeset.hpp"

namespace gongbao::editor {

/// The documents of an issue with their sections, in printed order.
struct PressDocument {
    core::Document document;
    std::string section;
};

/// The job that sets the issue. Requires: `documents` outlive it.
typeset::Job press_job(const DeskIssue& issue, const std::vector<PressDocument>& documents,
                       const core::Gazette& gazette, const std::string& profile);

typeset::Printed press_issue(const DeskIssue& issue, const std::vector<PressDocument>& documents,
                             const core::Gazette& gazette, const std::string& profile,
                             const typeset::Resources& resources);

/// The edition for the archive, with the pages that `printed` gave its documents.
archive::NewEdition make_edition(const DeskIssue& issue, std::vector<PressDocument> documents,
                                 const core::Gazette& gazette, typeset::Printed printed,
                                 core::Instant issued_at);

}  // namespace gongbao::editor
