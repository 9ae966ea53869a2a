// SPDX-License-Identifier: Apache-2.0
#include "editor/desk/issues/issues.hpp"

#include <algorithm>
#include <optional>
#include <set>

#include "core/report/error.hpp"
#include "editor/desk/store/holdings.hpp"
#include "editor/index/annual_index.hpp"

namespace gongbao::editor {
namespace {

using core::Error;
using core::ErrorKind;

// Where a document of `section` goes: behind the last of its section; for a new section, behind
// the last that stands before it in `sections`. Sections not listed there follow in order of
// arrival.
std::size_t place_for(const std::string& section, const std::vector<DeskItem>& items,
                      const std::vector<std::string>& sections) {
    const auto rank = [&](const std::string& name) {
        return std::find(sections.begin(), sections.end(), name) - sections.begin();
    };
    std::size_t behind_others = 0;
    std::size_t behind_own = 0;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (items[i].section == section) behind_own = i + 1;
        if (rank(items[i].section) <= rank(section)) behind_others = i + 1;
    }
    return behind_own > 0 ? behind_own : behind_others;
}

// The issue that carries this 总第N期, on the desk or published.
std::optional<core::IssueNumber> with_running(std::optional<int> running,
                                              const Holdings& holdings) {
    if (!running) return {};
    if (const auto other = holdings.book.with_running(*running)) return other;
    for (const archive::EditionSummary& edition : holdings.archive.editions())
        if (edition.number.running == running) return edition.number;
    return {};
}

void refuse_placed(DocumentId document, const Holdings& holdings) {
    const auto there = holdings.book.place_of(document);
    if (!there) return;
    throw Error(ErrorKind::Conflict,
                {holdings.archive.edition(*there) ? "desk.already_printed" : "desk.already_placed",
                 {{"id", std::to_string(document)}, {"issue", core::slug(*there)}}});
}

}  // namespace

void Issues::add(const core::IssueNumber& number, const core::Date& date) {
    core::Transaction transaction(holdings_.database);
    if (holdings_.book.find(number) || holdings_.archive.edition(number))
        throw Error(ErrorKind::Conflict, {"desk.issue_exists", {{"issue", core::slug(number)}}});
    if (const auto other = with_running(number.running, holdings_))
        throw Error(ErrorKind::Conflict, {"desk.running_exists",
                                          {{"running", std::to_string(*number.running)},
                                           {"issue", core::slug(*other)}}});
    holdings_.book.add(number, date);
    transaction.commit();
}

std::vector<DeskIssue> Issues::all() const {
    std::vector<DeskIssue> all = holdings_.book.all();
    for (DeskIssue& issue : all)
        if (holdings_.archive.edition(issue.number)) issue.state = core::IssueState::Issued;
    return all;
}

DeskIssue Issues::issue(const core::IssueNumber& number) const {
    auto found = holdings_.book.find(number);
    if (!found)
        throw Error(ErrorKind::NotFound, {"desk.issue_unknown", {{"issue", core::slug(number)}}});
    if (holdings_.archive.edition(found->number)) found->state = core::IssueState::Issued;
    return *found;
}

DeskIssue Issues::draft(const core::IssueNumber& number) const {
    DeskIssue found = issue(number);
    if (found.state != core::IssueState::Draft)
        throw Error(ErrorKind::Forbidden,
                    {"desk.issue_not_draft", {{"issue", core::slug(number)}}});
    return found;
}

std::vector<core::IssueNumber> Issues::numbers() const {
    std::vector<core::IssueNumber> all = holdings_.book.numbers();
    for (const archive::EditionSummary& edition : holdings_.archive.editions())
        all.push_back(edition.number);
    return all;
}

void Issues::place(const core::IssueNumber& number, DocumentId document,
                   const std::string& section) {
    core::Transaction transaction(holdings_.database);
    DeskIssue issue = draft(number);
    refuse_placed(document, holdings_);
    holdings_.box.require(document);
    const std::size_t at = place_for(section, issue.items, holdings_.gazette.sections);
    DeskItem item;
    item.document = document;
    item.section = section;
    issue.items.insert(issue.items.begin() + static_cast<std::ptrdiff_t>(at), item);
    holdings_.book.put_items(issue.number, issue.items);
    transaction.commit();
}

void Issues::remove(const core::IssueNumber& number, DocumentId document) {
    core::Transaction transaction(holdings_.database);
    DeskIssue issue = draft(number);
    const auto gone =
        std::erase_if(issue.items, [&](const DeskItem& item) { return item.document == document; });
    if (gone == 0)
        throw Error(
            ErrorKind::NotFound,
            {"desk.not_placed", {{"id", std::to_string(document)}, {"issue", core::slug(number)}}});
    holdings_.book.put_items(issue.number, issue.items);
    transaction.commit();
}

DocumentId Issues::place_index(const core::IssueNumber& number, int year,
                               const std::string& section, core::Instant now) {
    const DeskIssue issue = draft(number);
    const core::Gazette& gazette = holdings_.gazette;
    const core::Document index = annual_index(year, gazette.name, gazette.sections,
                                              indexed_texts(holdings_.archive, year, issue.number));
    DocumentId id = 0;
    {
        core::Transaction transaction(holdings_.database);
        id = holdings_.box.keep_index(issue.number, year, index, now);
        transaction.commit();
    }
    place(number, id, section);
    return id;
}

void Issues::order(const core::IssueNumber& number, const std::vector<DocumentId>& documents) {
    core::Transaction transaction(holdings_.database);
    const DeskIssue issue = draft(number);
    std::vector<DeskItem> ordered;
    for (const DocumentId id : documents)
        for (const DeskItem& item : issue.items)
            if (item.document == id) ordered.push_back(item);
    const std::set<DocumentId> named(documents.begin(), documents.end());
    if (ordered.size() != issue.items.size() || named.size() != documents.size() ||
        documents.size() != issue.items.size())
        throw Error(ErrorKind::Invalid,
                    {"desk.order_incomplete", {{"count", std::to_string(issue.items.size())}}});
    holdings_.book.put_items(issue.number, ordered);
    transaction.commit();
}

}  // namespace gongbao::editor
