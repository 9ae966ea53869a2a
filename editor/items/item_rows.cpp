// SPDX-License-Identifier: Apache-2.0
#include "editor/items/item_rows.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "core/report/error.hpp"

namespace gongbao::editor {
namespace {

const std::string kItemHeads = R"(
SELECT i.id, d.title, d.number, i.department, i.contact, i.section, i.received_at, d.errors,
  v.withdrawn, s.year, s.kind, s.number, s.running, n.effective, p.section
FROM item i JOIN item_current v ON v.item = i.id
JOIN item_version n ON n.item = i.id AND n.number = v.number
JOIN document d ON d.id = v.document
LEFT JOIN issue_item p ON p.document = v.document
LEFT JOIN issue s ON s.year = p.year AND s.kind = p.kind AND s.number = p.number
WHERE )";

// Requires: the columns year, kind, number, running from `first` on.
std::optional<core::IssueNumber> issue_in(const core::Statement& row, int first) {
    if (row.is_null(first)) return {};
    core::IssueNumber issue = issue_at(row, first);
    if (!row.is_null(first + 3)) issue.running = static_cast<int>(row.integer(first + 3));
    return issue;
}

}  // namespace

ItemRows::ItemRows(Holdings& holdings)
    : holdings_(holdings),
      versions_(holdings.database.prepare("SELECT number, document, digest, at, by, note "
                                          "FROM item_version WHERE item = ?1 ORDER BY number")) {}

std::vector<Item> ItemRows::where(const std::string& condition,
                                  const std::function<void(core::Statement&)>& bind) {
    const core::Snapshot one_state(holdings_.database);
    auto heads = holdings_.database.prepare(kItemHeads + condition + " ORDER BY i.id DESC");
    bind(heads);
    std::vector<Item> items;
    while (heads.step()) items.push_back(read(heads));
    return items;
}

Item ItemRows::read(const core::Statement& row) {
    Item item;
    item.id = row.integer(0);
    item.title = row.text(1);
    item.number = row.text(2);
    item.department = row.text(3);
    item.contact = row.integer(4);
    item.section = row.text(5);
    item.received = {row.integer(6)};
    item.errors = static_cast<int>(row.integer(7));
    item.issue = issue_in(row, 9);
    item.effective = row.is_null(13) ? std::nullopt : core::parse_date(row.text(13));
    item.placed_in = row.is_null(14) ? std::string() : row.text(14);
    item.versions = versions_of(item.id);
    if (row.integer(8) != 0)
        item.state = ItemState::Withdrawn;
    else if (item.issue)
        item.state = is_issued(*item.issue) ? ItemState::Issued : ItemState::Placed;
    else
        item.state = is_signed_off(item) ? ItemState::Ready : ItemState::Received;
    return item;
}

std::vector<ItemVersion> ItemRows::versions_of(ItemId id) {
    std::vector<ItemVersion> versions;
    versions_.bind(1, id);
    while (versions_.step())
        versions.push_back({static_cast<int>(versions_.integer(0)),
                            versions_.integer(1),
                            versions_.text(2),
                            {versions_.integer(3)},
                            versions_.text(4),
                            versions_.text(5)});
    versions_.reset();
    return versions;
}

// The same as signoffs/signoff.hpp says with `missing`, asked of the rows: one that stands of each
// kind that is needed.
bool ItemRows::is_signed_off(const Item& item) {
    if (!signed_)
        signed_.emplace(
            holdings_.database.prepare("SELECT kind FROM signoff_standing WHERE item = ?1"));
    std::set<std::string> stand;
    signed_->bind(1, item.id);
    while (signed_->step()) stand.insert(signed_->text(0));
    signed_->reset();
    const auto& needed = holdings_.gazette.signoffs.of(item.section);
    return std::all_of(needed.begin(), needed.end(),
                       [&](const std::string& kind) { return stand.contains(kind); });
}

bool ItemRows::is_issued(const core::IssueNumber& number) {
    const auto known = issued_.find(number);
    if (known != issued_.end()) return known->second;
    return issued_[number] = holdings_.archive.edition(number).has_value();
}

}  // namespace gongbao::editor
