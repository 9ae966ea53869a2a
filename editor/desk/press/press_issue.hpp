// SPDX-License-Identifier: Apache-2.0
// An issue from the desk to paper: its documents in order, the job that sets them, and the edition
// made of the print.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "archive/archive.hpp"
#include "core/document/document.hpp"
#include "core/gazette/gazette.hpp"
#include "editor/desk/store/entries.hpp"
#include "editor/desk/store/manuscript_box.hpp"
#include "typeset/typeset.hpp"

namespace gongbao::editor {

/// A document of an issue with its section.
struct PressDocument {
    core::Document document;
    std::string section;
    std::optional<int> index_year = {};  ///< it is the annual index of that year, made when printed

    friend bool operator==(const PressDocument&, const PressDocument&) = default;
};

/// The issue, with something in it to print. Throws: Error(Invalid) for an empty one.
DeskIssue filled(DeskIssue issue);

/// The documents of `issue` as the desk holds them, in order. Throws: Error(Corrupt).
std::vector<PressDocument> documents_of(const DeskIssue& issue, const ManuscriptBox& box);

std::vector<const core::Document*> texts_of(const std::vector<PressDocument>& documents);

/// The canonical XML of each document, written once for issue, offprint and archive.
using Sources = std::vector<std::shared_ptr<const typeset::SourceFile>>;
Sources sources_of(const std::vector<PressDocument>& documents);

/// The number of the first page of `issue`, were it issued now; of an issued one, what it has.
int first_folio(const core::IssueNumber& issue, core::Folios folios,
                const archive::Archive& archive);

/// What an issue is set with: what it draws its numbers from, and how it looks.
struct Setting {
    const core::Gazette& gazette;
    const archive::Archive& archive;
    typeset::Press& press;
};

/// The job that sets the issue. Annual indexes in `documents` are made anew, from the archive and
/// from the pages of this issue. Requires: `documents` outlive it. Throws: Error(NotFound) for an
/// index of a year without editions.
typeset::Job press_job(const DeskIssue& issue, std::vector<PressDocument>& documents,
                       const Setting& setting);

/// The edition for the archive, with the pages that `printed` gave its documents and the XML of
/// `sources`.
archive::NewEdition make_edition(const DeskIssue& issue,
                                 const std::vector<PressDocument>& documents,
                                 const Sources& sources, const core::Gazette& gazette,
                                 typeset::Printed printed, core::Instant issued_at);

}  // namespace gongbao::editor
