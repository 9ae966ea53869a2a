// SPDX-License-Identifier: Apache-2.0
// Sign-offs in the desk's database. The rules of signoff.hpp are constraints of the tables too: a
// row that breaks one is refused by SQLite, whoever writes it (signoff_tables.cpp). Rows are only
// ever added. So is what an issue holds: once the office has begun, a document is placed only as
// the newest version of an item that is signed off, Error(Conflict) "office.not_signed_off".
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "editor/items/items.hpp"
#include "editor/signoffs/signoff.hpp"

namespace gongbao::editor {

/// What a screen shows of an item's sign-offs.
struct SignoffState {
    std::vector<Signoff> given;  ///< oldest first, those that no longer stand too
    std::vector<SentBack> sent_back;
    std::vector<Missing> missing;
    bool ready = false;  ///< nothing is missing, and it is not withdrawn
};

class Signoffs {
  public:
    /// Requires: the tables of the desk, of People and of Items.
    static void create_tables(core::Database& database);

    explicit Signoffs(Holdings& holdings);

    const Needs& needs() const { return needs_; }
    SignoffState state(const Item& item) const;
    /// Items for which `by` may give a sign-off now that is needed, the earliest effective date
    /// first.
    std::vector<std::pair<Item, SignoffKind>> queue(const Actor& by) const;

    // Acts. They name the version that was seen; another has taken its place: Error(Conflict)
    // "office.item_moved_on". Notes and reasons as in Items.

    /// Throws: Error(Forbidden) with the message of why_not.
    void sign(const Actor& by, ItemId id, int version, SignoffKind kind, const std::string& note);
    /// No sign-off of the version stands after this. Anybody who may sign a kind the item needs may
    /// send it back, for a reason. Throws: Error(Invalid) "office.reason_needed", (Conflict)
    /// "office.item_withdrawn", "office.item_issued", and "office.item_placed" while an issue holds
    /// it: whoever makes the issue takes it out first.
    void send_back(const Actor& by, ItemId id, int version, const std::string& reason);

  private:
    std::vector<Signoff> given_to(ItemId id) const;
    std::vector<SentBack> sent_back(ItemId id) const;
    void add_signoff(const Item& item, const Signoff& signoff);
    Holdings& holdings_;
    Needs needs_;
};

}  // namespace gongbao::editor
