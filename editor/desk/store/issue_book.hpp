// SPDX-License-Identifier: Apache-2.0
// Keeps the issues being made, their numbers, dates and items in order, in the desk's database.
#pragma once

#include <optional>
#include <vector>

#include "core/storage/database.hpp"
#include "editor/desk/store/entries.hpp"

namespace gongbao::editor {

/// Binds the key of an issue, (year, kind, number), to the first three parameters.
void bind_issue(core::Statement& statement, const core::IssueNumber& number);

/// The key of an issue from three columns, (year, kind, number), the first of them `column`.
/// Throws: Error(Corrupt) "desk.bad_issue".
core::IssueNumber issue_at(const core::Statement& row, int column);

class IssueBook {
  public:
    explicit IssueBook(core::Database& database) : database_(database) {}

    /// Requires: a transaction around it. Throws: Error(Conflict) when it is there already.
    void add(const core::IssueNumber& number, const core::Date& date);
    /// Throws: Error(Corrupt) when it is not as it was put there; so does all.
    std::optional<DeskIssue> find(const core::IssueNumber& number) const;
    std::vector<DeskIssue> all() const;              ///< newest first
    std::vector<core::IssueNumber> numbers() const;  ///< newest first
    /// The issue that carries this 总第N期, if any.
    std::optional<core::IssueNumber> with_running(int running) const;

    /// Replaces the items of the issue. Requires: a transaction around it.
    void put_items(const core::IssueNumber& number, const std::vector<DeskItem>& items);
    /// Where the document is placed, if anywhere.
    std::optional<core::IssueNumber> place_of(DocumentId document) const;

    static void create_tables(core::Database& database);

  private:
    std::vector<DeskItem> items(const core::IssueNumber& number) const;
    core::Database& database_;
};

}  // namespace gongbao::editor
