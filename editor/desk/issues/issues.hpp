// SPDX-License-Identifier: Apache-2.0
// Issues at the desk: what an issue is called, which documents stand in it, in which order and
// under which sections. An issue takes changes until the archive holds its edition; that it is
// issued is derived from there.
#pragma once

#include <string>
#include <vector>

#include "core/gazette/issue.hpp"
#include "core/text/date.hpp"
#include "editor/desk/store/entries.hpp"

namespace gongbao::editor {

struct Holdings;

class Issues {
  public:
    explicit Issues(Holdings& holdings) : holdings_(holdings) {}

    /// Throws: Error(Conflict) when the desk or the archive has that number, or another issue that
    /// running number.
    void add(const core::IssueNumber& number, const core::Date& date);
    std::vector<DeskIssue> all() const;  ///< newest first
    /// Throws: Error(NotFound), (Corrupt) when it is not as it was put there.
    DeskIssue issue(const core::IssueNumber& number) const;
    /// The issue, still open to changes. Throws: the same, and (Forbidden) when it is issued.
    DeskIssue draft(const core::IssueNumber& number) const;
    /// Of every issue on the desk and of the archive.
    std::vector<core::IssueNumber> numbers() const;

    // All that follow throw as draft does.

    /// Adds the document at the end of its section. Sections stand in the order of gazette.toml,
    /// unknown ones after those. Throws: Error(NotFound), (Corrupt) for a damaged document,
    /// (Conflict) when it is placed already.
    void place(const core::IssueNumber& number, DocumentId document, const std::string& section);
    /// Throws: Error(NotFound) when it does not stand in the issue.
    void remove(const core::IssueNumber& number, DocumentId document);
    /// Places the annual index of `year` (年度总目录), which is made each time the issue is
    /// printed. It is a document on the desk from then on. Throws: as place does.
    DocumentId place_index(const core::IssueNumber& number, int year, const std::string& section,
                           core::Instant now);
    /// Puts the items in the order given. Throws: Error(Invalid) unless each is named once.
    void order(const core::IssueNumber& number, const std::vector<DocumentId>& documents);

  private:
    Holdings& holdings_;
};

}  // namespace gongbao::editor
