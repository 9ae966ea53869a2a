// SPDX-License-Identifier: Apache-2.0
// Sign-offs in the desk's database. The rules of signoff.hpp are constraints of the tables too: a
// row that breaks one is refused by SQLite, whoever writes it. Rows are only ever added.
#pragma once

#include <vector>

#include "editor/items/items.hpp"
#include "editor/signoffs/signoff.hpp"

namespace gongbao::editor {

/// What a screen shows of an item's sign-offs.
struct SignoffState {
    std::vector<Signoff> given;  ///< oldest first, those that no longer stand too
    std::vector<SentBack> sent_back;
    std::vector<Missing> missing;
    bool ready = false;  ///< nothing is missing
};

class Signoffs {
  public:
    static void create_tables(core::Database& database);

    explicit Signoffs(Holdings& holdings) : holdings_(holdings) {}

    const Needs& needs() const;
    SignoffState state(const Item& item) const;
    /// Items for which `by` may give a sign-off now, the earliest effective date first.
    std::vector<std::pair<Item, SignoffKind>> queue(const Actor& by) const;

    // Acts. They name the version that was seen; another has taken its place: Error(Conflict)
    // "office.item_moved_on".

    /// Throws: Error(Forbidden) with the message of why_not.
    void sign(const Actor& by, ItemId id, int version, SignoffKind kind, const std::string& note);
    /// No sign-off of the version stands after this. Anybody who may sign a kind the item needs may
    /// send it back, for a reason. Throws: Error(Invalid) "office.reason_needed".
    void send_back(const Actor& by, ItemId id, int version, const std::string& reason);

  private:
    Holdings& holdings_;
};

}  // namespace gongbao::editor
