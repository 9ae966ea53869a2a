// SPDX-License-Identifier: Apache-2.0
// What people say about an item: comments among the office, and queries (质疑单) to the department
// that handed it in, each with its answers until it is settled. Rows are only ever added. An open
// remark stops the issue the item stands in (preflight/).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "editor/items/items.hpp"

namespace gongbao::editor {

enum class RemarkKind {
    Comment,  ///< seen by the office alone
    Query,    ///< 质疑单: seen and answered by the item's department too
};
/// "comment", "query"; words: "office.remark.<name>".
const char* name_of(RemarkKind kind);

struct Reply {
    PersonId person = 0;
    std::string name;
    core::Instant at;
    std::string text;
};

struct Remark {
    std::int64_t id = 0;
    RemarkKind kind = RemarkKind::Comment;
    int number = 0;  ///< of a query: 1, 2, … through the year
    ItemId item = 0;
    int version = 0;      ///< of the item, that it was said of
    std::string place;    ///< core::Place as text, or empty
    std::string excerpt;  ///< the words concerned, or empty
    std::string text;
    PersonId person = 0;
    std::string name;
    core::Instant at;
    std::vector<Reply> replies;
    std::optional<Reply> settled;  ///< who said that it is, without a text

    bool is_open() const { return !settled; }
};

struct NewRemark {
    RemarkKind kind = RemarkKind::Comment;
    int version = 0;
    std::string place;
    std::string excerpt;
    std::string text;
};

class Remarks {
  public:
    static void create_tables(core::Database& database);

    Remarks(core::Database& database, Items& items) : database_(database), items_(items) {}

    /// Of an item `by` may see, oldest first; a contact gets the queries alone.
    /// Throws: Error(NotFound) "office.item_unknown".
    std::vector<Remark> of(const Actor& by, ItemId item) const;
    /// Open ones, for rooms of the office itself.
    std::vector<Remark> open(ItemId item) const;
    /// Open queries `by` may answer: a contact those of the own department, the office all.
    std::vector<Remark> queries(const Actor& by) const;

    // Acts. All throw Error(NotFound) "office.item_unknown", "office.remark_unknown" for what one
    // may not see, (Invalid) "office.text_needed", "office.words_unfit", (TooLarge)
    // "office.text_too_long" beyond 4,000 characters.

    /// A comment is anybody's of the office; a query an Editor's, a reviewer's or a checker's.
    /// Throws: also Error(Forbidden) "office.no_right", (NotFound) "office.version_unknown".
    std::int64_t add(const Actor& by, ItemId item, const NewRemark& remark);
    /// Throws: also Error(Conflict) "office.remark_settled".
    void reply(const Actor& by, std::int64_t id, const std::string& text);
    /// Of the person who made the remark, or an Editor; a query needs an answer first.
    /// Throws: also Error(Forbidden) "office.no_right", (Conflict) "office.remark_settled",
    /// "office.query_unanswered".
    void settle(const Actor& by, std::int64_t id);

  private:
    Remark seen(const Person& person, const Actor& by, std::int64_t id) const;
    std::vector<Remark> where(const char* condition, std::int64_t value) const;

    core::Database& database_;
    Items& items_;
};

}  // namespace gongbao::editor
