// SPDX-License-Identifier: Apache-2.0
// Looking at items: who sees which, and what is found.
#include <algorithm>
#include <set>

#include "core/report/error.hpp"
#include "core/system/digest.hpp"
#include "core/text/doc_number.hpp"
#include "core/text/text.hpp"
#include "editor/desk/store/holdings.hpp"
#include "editor/items/item_rows.hpp"
#include "editor/items/items.hpp"

namespace gongbao::editor {
namespace {

constexpr std::size_t kLongestQuery = 1000;  // bytes; no title is as long

bool may_see(const Person& person, const std::string& department) {
    if (person.is(Role::Contact)) return !department.empty() && person.department == department;
    return person.is_of_office();
}

// Two ways of writing one number have one key.
std::string number_key_of(const std::string& words) {
    const auto number = core::parse_doc_number(words);
    return number ? core::match_key(*number) : std::string();
}

const std::string kMatches =
    "(?1 = '' OR i.department = ?1) AND (?2 = '' OR instr(lower(d.title), lower(?2)) > 0 "
    "OR instr(lower(d.number), lower(?2)) > 0 OR instr(lower(i.department), lower(?2)) > 0 "
    "OR (?3 <> '' AND d.number_key = ?3))";

}  // namespace

std::vector<Item> Items::find(const Actor& by, const ItemQuery& query) const {
    const core::Snapshot one_state(holdings_.database);
    const Person person = People(holdings_.database).require(by.person);
    const std::string words(core::trim(query.words));
    if (words.size() > kLongestQuery || query.department.size() > kLongestQuery) return {};
    std::string department = query.department;
    if (person.is(Role::Contact) && department.empty()) department = person.department;
    std::vector<Item> items = ItemRows(holdings_).where(kMatches, [&](core::Statement& statement) {
        statement.bind(1, department).bind(2, words).bind(3, number_key_of(words));
    });
    std::erase_if(items, [&](const Item& item) {
        return !may_see(person, item.department) || (query.state && item.state != *query.state);
    });
    return items;
}

Item Items::item(ItemId id) const {
    auto items = ItemRows(holdings_).where("i.id = ?1", [&](core::Statement& s) { s.bind(1, id); });
    if (items.empty())
        throw core::Error(core::ErrorKind::NotFound,
                          {"office.item_unknown", {{"id", std::to_string(id)}}});
    return items.front();
}

Item Items::seen_by(const Person& person, ItemId id) const {
    Item found = item(id);
    if (!may_see(person, found.department))
        throw core::Error(core::ErrorKind::NotFound,
                          {"office.item_unknown", {{"id", std::to_string(id)}}});
    return found;
}

Item Items::item(const Actor& by, ItemId id) const {
    const core::Snapshot one_state(holdings_.database);
    return seen_by(People(holdings_.database).require(by.person), id);
}

std::vector<Item> Items::at_work() const {
    const core::Snapshot one_state(holdings_.database);
    std::set<core::IssueNumber> issued;
    for (const archive::EditionSummary& edition : holdings_.archive.editions())
        issued.insert(edition.number);
    ItemRows rows(holdings_);
    auto items = rows.where("NOT v.withdrawn AND p.document IS NULL", [](core::Statement&) {});
    for (const core::IssueNumber& number : holdings_.book.numbers()) {
        if (issued.contains(number)) continue;
        const auto placed =
            rows.where("p.year = ?1 AND p.kind = ?2 AND p.number = ?3",
                       [&](core::Statement& statement) { bind_issue(statement, number); });
        items.insert(items.end(), placed.begin(), placed.end());
    }
    std::sort(items.begin(), items.end(),
              [](const Item& one, const Item& other) { return one.id > other.id; });
    return items;
}

std::optional<ItemId> Items::of_document(DocumentId document) const {
    auto row = holdings_.database.prepare("SELECT item FROM item_version WHERE document = ?1");
    row.bind(1, document);
    return row.step() ? std::optional(row.integer(0)) : std::nullopt;
}

std::string Items::digest_of(DocumentId document) const {
    return digest_of(holdings_.box, document);
}

// docs/formats.md, "The office on a desk". The XML names the pictures; their digests are those of
// what is kept.
std::string Items::digest_of(const ManuscriptBox& box, DocumentId document) {
    const KeptDocument kept = box.kept(document);
    std::set<std::string> pictures;
    for (const core::Media& picture : kept.media) pictures.insert(picture.digest);
    std::string text = kept.xml + "\n";
    for (const std::string& digest : pictures) text += digest + "\n";
    return core::sha256_hex(text);
}

}  // namespace gongbao::editor
