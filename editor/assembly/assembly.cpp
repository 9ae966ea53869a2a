// SPDX-License-Identifier: Apache-2.0
#include "editor/assembly/assembly.hpp"

#include <algorithm>
#include <limits>

#include "core/report/error.hpp"
#include "editor/assembly/sections.hpp"
#include "editor/audit/act.hpp"
#include "editor/desk/store/holdings.hpp"
#include "editor/desk/store/seals.hpp"
#include "editor/people/entry_by.hpp"
#include "editor/people/rights.hpp"
#include "editor/proofs/proofs.hpp"

namespace gongbao::editor {
namespace {

using core::Error;
using core::ErrorKind;

std::optional<std::int64_t> days_left_of(const Item& item, core::Instant now) {
    if (!item.effective) return {};
    return core::days_since_epoch(*item.effective) - core::days_since_epoch(core::date_at(now));
}

// What is late comes first, what has no date last.
std::int64_t urgency(const PoolItem& one) {
    return one.days_left.value_or(std::numeric_limits<std::int64_t>::max());
}

// The documents in printed order, for people: "12 8 15".
std::string order_of(const DeskIssue& issue) {
    std::string words;
    for (const DeskItem& item : issue.items)
        words += (words.empty() ? "" : " ") + std::to_string(item.document);
    return words;
}

std::vector<DocumentId> documents_in(const std::vector<DeskItem>& items) {
    std::vector<DocumentId> documents;
    for (const DeskItem& item : items) documents.push_back(item.document);
    return documents;
}

const DeskItem& item_in(const DeskIssue& issue, DocumentId document) {
    for (const DeskItem& item : issue.items)
        if (item.document == document) return item;
    throw Error(ErrorKind::NotFound,
                {"desk.not_placed",
                 {{"id", std::to_string(document)}, {"issue", core::slug(issue.number)}}});
}

void require_section(const std::string& section) {
    if (section.empty()) throw Error(ErrorKind::Invalid, {"office.section_needed", {}});
}

}  // namespace

std::vector<PoolItem> Assembly::pool(const Actor& by) const {
    std::vector<PoolItem> pool;
    for (Item& item : items_.find(by, {})) {
        if (item.state != ItemState::Received && item.state != ItemState::Ready) continue;
        PoolItem one;
        one.missing = signoffs_.state(item).missing;
        one.days_left = days_left_of(item, by.now);
        one.item = std::move(item);
        pool.push_back(std::move(one));
    }
    std::stable_sort(pool.begin(), pool.end(),
                     [](const PoolItem& a, const PoolItem& b) { return urgency(a) < urgency(b); });
    return pool;
}

std::vector<DeskIssue> Assembly::issues(const Actor& by) const {
    require_of_office(People(desk_.holdings().database).require(by.person));
    return desk_.issues().all();
}

Sheet Assembly::sheet(const Actor& by, const core::IssueNumber& number) {
    Holdings& holdings = desk_.holdings();
    require_of_office(People(holdings.database).require(by.person));
    Sheet sheet;
    {
        const core::Snapshot one_look(holdings.database);
        sheet.issue = desk_.issues().issue(number);
        sheet.state = state_of_issue(holdings.database, number);
    }
    typeset::Preview set;
    const typeset::PageRange first{1, 1};
    if (!sheet.issue.items.empty()) set = desk_.press().look(number, profile_, first);
    const auto& places = set.items;
    sheet.pages = set.page_count;
    const core::Snapshot one_look(holdings.database);
    for (std::size_t i = 0; i < sheet.issue.items.size(); ++i) {
        SheetLine line;
        line.on_desk = sheet.issue.items[i];
        line.item = items_.of_document(line.on_desk.document);
        if (line.item) {
            const Item item = items_.item(*line.item);
            line.missing = signoffs_.state(item).missing;
            line.effective = item.effective;
        }
        if (i < places.size()) {
            line.first_page = places[i].first_page;
            line.last_page = places[i].last_page;
        }
        sheet.lines.push_back(std::move(line));
    }
    return sheet;
}

typeset::Preview Assembly::pages(const Actor& by, const core::IssueNumber& number,
                                 std::optional<typeset::PageRange> range,
                                 const typeset::PageAddress& address) {
    require_of_office(People(desk_.holdings().database).require(by.person));
    return desk_.press().look(number, profile_, range, address);
}

void Assembly::add_issue(const Actor& by, const core::IssueNumber& number, const core::Date& date) {
    core::Database& database = desk_.holdings().database;
    acted(database, entry_by(database, by, "issue.add", audit_name(number)),
          [&](AuditEntry& entry) {
              People(database).require(by.person, {Role::Editor});
              // What no address can name could neither be opened nor removed any more.
              if (!core::parse_issue_slug(core::slug(number)))
                  throw Error(ErrorKind::Invalid, {"office.issue_number_bad", {}});
              desk_.issues().add(number, date);
              entry.after = core::iso(date);
              return true;
          });
}

// What changes the items of an issue: `work(issue)` gets it as it stands.
template <typename Work>
void Assembly::change(const Actor& by, const SeenIssue& seen, const char* act, Work work) {
    core::Database& database = desk_.holdings().database;
    acted(database, entry_by(database, by, act, audit_name(seen.number)), [&](AuditEntry& entry) {
        People(database).require(by.person, {Role::Editor});
        const DeskIssue issue = desk_.issues().draft(seen.number);
        Proofs(database).require_open(seen.number);
        if (state_of_issue(database, seen.number) != seen.state)
            throw Error(ErrorKind::Conflict,
                        {"office.issue_moved_on", {{"issue", core::slug(seen.number)}}});
        entry.before = order_of(issue);
        work(issue);
        entry.after = order_of(desk_.issues().issue(seen.number));
        return true;
    });
}

void Assembly::place(const Actor& by, const SeenIssue& seen, ItemId id,
                     const std::string& section) {
    change(by, seen, "issue.place", [&](const DeskIssue&) {
        Item item = items_.item(by, id);
        require_section(section);
        if (!signoffs_.state(item).ready)
            throw Error(ErrorKind::Forbidden, {"office.not_ready", {{"title", item.title}}});
        item.placed_in = section;  // which may need more than the one it is meant for
        if (!signoffs_.state(item).ready)
            throw Error(ErrorKind::Forbidden, {"office.not_ready_for_section",
                                               {{"title", item.title}, {"section", section}}});
        desk_.issues().place(seen.number, item.current().document, section);
    });
}

void Assembly::place_index(const Actor& by, const SeenIssue& seen, int year,
                           const std::string& section) {
    change(by, seen, "issue.place_index", [&](const DeskIssue&) {
        require_section(section);
        desk_.issues().place_index(seen.number, year, section, by.now);
    });
}

void Assembly::take_out(const Actor& by, const SeenIssue& seen, DocumentId document) {
    change(by, seen, "issue.take_out",
           [&](const DeskIssue&) { desk_.issues().remove(seen.number, document); });
}

void Assembly::move(const Actor& by, const SeenIssue& seen, DocumentId document, int to) {
    change(by, seen, "issue.move", [&](const DeskIssue& issue) {
        const auto ordered = moved_in_section(issue.items, item_in(issue, document), to);
        desk_.issues().order(seen.number, documents_in(ordered));
    });
}

void Assembly::move_section(const Actor& by, const SeenIssue& seen, const std::string& section,
                            int by_places) {
    change(by, seen, "issue.move_section", [&](const DeskIssue& issue) {
        const auto ordered = section_moved(issue.items, section, by_places);
        desk_.issues().order(seen.number, documents_in(ordered));
    });
}

}  // namespace gongbao::editor
