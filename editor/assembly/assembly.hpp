// SPDX-License-Identifier: Apache-2.0
// Making up an issue: which items are ready and how long they can wait, which stand in it, in which
// order, on which pages. Every function that changes something is an act with its row in the audit
// log, and names the state of the issue that was seen: who decides has looked at it as it is.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "editor/desk/desk.hpp"
#include "editor/items/items.hpp"
#include "editor/signoffs/signoffs.hpp"

namespace gongbao::editor {

/// An item that may be placed, or will be when it is signed off.
struct PoolItem {
    Item item;
    std::vector<Missing> missing;  ///< empty: ready
    /// Days from today until it takes effect; below 0: it has. A text is printed before that
    /// (国办发〔2018〕22号 and its provincial rules: 施行前刊登).
    std::optional<std::int64_t> days_left;
};

/// A line of an issue as it stands.
struct SheetLine {
    DeskItem on_desk;
    std::optional<ItemId> item;    ///< nothing for an annual index, and for what is older
    std::vector<Missing> missing;  ///< of the item
    std::optional<core::Date> effective;
    int first_page = 0;  ///< printed number
    int last_page = 0;
};

struct Sheet {
    DeskIssue issue;
    std::vector<SheetLine> lines;
    std::string state;  ///< changes with everything that is printed
    int pages = 0;      ///< printed today
};

/// What an act was decided on.
struct SeenIssue {
    core::IssueNumber number;
    std::string state;  ///< Sheet::state
};

class Assembly {
  public:
    /// `profile`: the issues' page (typeset/typeset.hpp). Requires: all outlive it.
    Assembly(Desk& desk, Items& items, Signoffs& signoffs, std::string profile)
        : desk_(desk), items_(items), signoffs_(signoffs), profile_(std::move(profile)) {}

    /// Items that stand in no issue and are not withdrawn: those that took effect already first,
    /// then by the days that are left, those without a date last. For everybody of the office.
    std::vector<PoolItem> pool(const Actor& by) const;
    /// All issues, newest first.
    std::vector<DeskIssue> issues(const Actor& by) const;
    /// With page numbers as it would be printed today. Throws: Error(NotFound), and as
    /// PressRoom::look.
    Sheet sheet(const Actor& by, const core::IssueNumber& number);
    /// Pages of it to look at. Throws: as PressRoom::look.
    typeset::Preview pages(const Actor& by, const core::IssueNumber& number,
                           std::optional<typeset::PageRange> range,
                           const typeset::PageAddress& address);

    // Acts of an Editor. All throw Error(Forbidden) "office.no_right", "desk.issue_not_draft" and,
    // of a locked issue, "office.issue_locked"; (Conflict) "office.issue_moved_on" when the issue
    // is no longer as it was seen.

    /// Throws: as Issues::add, Error(Invalid) "office.issue_number_bad" for a year or a number that
    /// is not written in four figures.
    void add_issue(const Actor& by, const core::IssueNumber& number, const core::Date& date);
    /// At the end of its section. Throws: Error(Forbidden) "office.not_ready" while a sign-off is
    /// missing, "office.not_ready_for_section" one that this section needs besides, (Invalid)
    /// "office.section_needed", and as Issues::place.
    void place(const Actor& by, const SeenIssue& seen, ItemId id, const std::string& section);
    void place_index(const Actor& by, const SeenIssue& seen, int year, const std::string& section);
    void take_out(const Actor& by, const SeenIssue& seen, DocumentId document);
    /// Puts the document in place `to` (from 1) of its section, as near as there is one.
    void move(const Actor& by, const SeenIssue& seen, DocumentId document, int to);
    /// Puts the whole section before the one in front of it (`by_places` −1), or behind the next.
    void move_section(const Actor& by, const SeenIssue& seen, const std::string& section,
                      int by_places);

  private:
    template <typename Work>
    void change(const Actor& by, const SeenIssue& seen, const char* act, Work work);

    Desk& desk_;
    Items& items_;
    Signoffs& signoffs_;
    std::string profile_;
};

}  // namespace gongbao::editor
