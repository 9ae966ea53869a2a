// SPDX-License-Identifier: Apache-2.0
// Items in the desk's database: received, corrected, withdrawn. Every function that changes
// something is an act with its row in the audit log (audit/act.hpp). What may never be is refused
// by the tables as well (item_tables.cpp), whoever writes them.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "editor/desk/manuscripts/manuscripts.hpp"
#include "editor/items/item.hpp"
#include "editor/people/people.hpp"

namespace gongbao::editor {

class ManuscriptBox;
struct Holdings;

struct NewItem {
    std::string section;     ///< empty: decided later
    std::string department;  ///< empty: the contact's own
    std::string note;
};

/// What came in, or was there already.
struct ReceivedItem {
    ItemId id = 0;
    bool known = false;  ///< the same bytes came in before, as this item
    core::Diagnostics findings;
};

struct ItemQuery {
    std::string words;  ///< in title, number, department; a number however it is written
    std::string department;
    std::optional<ItemState> state;
};

class Items {
  public:
    /// Requires: the tables of the desk and of People; those of Signoffs are there when an item is
    /// read.
    static void create_tables(core::Database& database);

    explicit Items(Holdings& holdings) : holdings_(holdings) {}

    // Everybody of the office sees all items, a contact those of the own department, an
    // administrator none: Error(NotFound) "office.item_unknown" for what one may not see.

    std::vector<Item> find(const Actor& by, const ItemQuery& query) const;  ///< newest first
    Item item(const Actor& by, ItemId id) const;
    /// Without asking who looks: for rooms of the office itself.
    Item item(ItemId id) const;
    std::vector<Item> at_work() const;  ///< neither withdrawn nor issued, newest first
    std::optional<ItemId> of_document(DocumentId document) const;
    /// Of text, structure and metadata together: of the canonical XML and of what it names. A
    /// sign-off binds it. Throws: Error(NotFound), (Corrupt) when it is not what was kept.
    std::string digest_of(DocumentId document) const;
    static std::string digest_of(const ManuscriptBox& box, DocumentId document);

    // Acts. All throw Error(Forbidden) "office.no_right", "office.disabled"; (Invalid)
    // "office.words_unfit" and (TooLarge) "office.words_too_long" for words no page can show.
    // Error(Conflict): "office.item_withdrawn", "office.item_issued", and "office.item_placed"
    // while an issue holds it: whoever makes the issue takes it out first.

    /// A Contact's, for the own department, or an Editor's. Throws: as take_in does, (Conflict)
    /// "office.item_known" when the same bytes came in as another item's earlier version or from
    /// another department, or on the command line and are placed.
    ReceivedItem receive(const Actor& by, const Manuscript& manuscript, const NewItem& item);
    /// A new manuscript takes the place of version `seen` (its number); a Contact's or an Editor's.
    /// Throws: as take_in does, Error(Conflict) "office.item_moved_on" when there is a newer one,
    /// "office.item_known" when these bytes are a version or printed already.
    ReceivedItem correct(const Actor& by, ItemId id, int seen, const Manuscript& manuscript,
                         const std::string& note);
    void set_section(const Actor& by, ItemId id, const std::string& section);  ///< an Editor's
    /// Takes it out of the office's work, for good and for a reason; a Contact's or an Editor's.
    /// Throws: also Error(Invalid) "office.reason_needed".
    void withdraw(const Actor& by, ItemId id, const std::string& reason);

  private:
    Item seen_by(const Person& person, ItemId id) const;
    Item open_to(const Actor& by, ItemId id, const std::set<Role>& roles) const;
    std::optional<ItemId> came_in_before(const Person& person, DocumentId document) const;
    DocumentId kept_anew(const Received& received) const;
    void add_version(ItemId id, const ItemVersion& version);
    Holdings& holdings_;
};

}  // namespace gongbao::editor
