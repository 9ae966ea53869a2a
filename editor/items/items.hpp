// SPDX-License-Identifier: Apache-2.0
// Items in the desk's database: received, corrected, withdrawn. Every function that changes
// something is an act with its row in the audit log (audit/act.hpp).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "editor/desk/manuscripts/manuscripts.hpp"
#include "editor/items/item.hpp"
#include "editor/people/people.hpp"

namespace gongbao::editor {

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
    std::string words;  ///< in title, number, department
    std::string department;
    std::optional<ItemState> state;
};

class Items {
  public:
    static void create_tables(core::Database& database);

    explicit Items(Holdings& holdings) : holdings_(holdings) {}

    // Everybody of the office sees all items, a contact those of the own department, an
    // administrator none: Error(NotFound) "office.item_unknown" for what one may not see.

    std::vector<Item> find(const Actor& by, const ItemQuery& query) const;  ///< newest first
    Item item(const Actor& by, ItemId id) const;
    /// Without asking who looks: for rooms of the office itself.
    Item item(ItemId id) const;
    std::optional<ItemId> of_document(DocumentId document) const;
    /// Of text, structure and metadata together: of the canonical XML and of what it names. A
    /// sign-off binds it.
    std::string digest_of(DocumentId document) const;

    // Acts. All throw Error(Forbidden) "office.no_right".

    /// A Contact's or an Editor's. Throws: as take_in does, (Conflict) "office.item_known" when the
    /// same bytes came in as another item's earlier version, or on the command line and are placed.
    ReceivedItem receive(const Actor& by, const Manuscript& manuscript, const NewItem& item);
    /// A new manuscript takes the place of version `seen` (its number). Throws: Error(Conflict)
    /// "office.item_moved_on" when there is a newer one, "office.item_issued", "office.item_locked"
    /// when it stands in a locked issue, "office.item_known".
    ReceivedItem correct(const Actor& by, ItemId id, int seen, const Manuscript& manuscript,
                         const std::string& note);
    void set_section(const Actor& by, ItemId id, const std::string& section);  ///< an Editor's
    /// Takes it out of the office's work, for a reason. Throws: Error(Conflict) when it is placed
    /// or issued, (Invalid) without a reason.
    void withdraw(const Actor& by, ItemId id, const std::string& reason);

  private:
    Holdings& holdings_;
};

}  // namespace gongbao::editor
