// SPDX-License-Identifier: Apache-2.0
// An SQLite file: connection, prepared statements, transactions. All rows go through it; besides
// it only the archive's search functions speak to sqlite3.h. SQLite's errors become core::Error; a
// trigger that raises a message id, RAISE(ABORT, 'office.item_placed'), becomes an Error(Conflict)
// with that message.
//
// Threads: one connection belongs to one thread at a time. Several may write the same file, one
// after the other; the journal is a rollback journal with synchronous=EXTRA, because SQLite before
// 3.51.3 can corrupt a WAL that is reset while two connections checkpoint it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace gongbao::core {

class StatementStore;

/// A prepared statement. `bind` takes parameters 1, 2, … ; `step` is true while there is a row. It
/// goes back to `store` for its next use; one that outlives its Database is of no more use.
class Statement {
  public:
    Statement(sqlite3* connection, std::string_view sql, std::shared_ptr<StatementStore> store);
    ~Statement();
    Statement(Statement&& other) noexcept;
    Statement& operator=(Statement&&) = delete;
    Statement(const Statement&) = delete;

    Statement& bind(int parameter, std::int64_t value);
    Statement& bind(int parameter, int value) { return bind(parameter, std::int64_t{value}); }
    Statement& bind(int parameter, std::string_view text);
    Statement& bind(int parameter, const char* text) {
        return bind(parameter, std::string_view(text));
    }
    Statement& bind_blob(int parameter, std::string_view bytes);
    Statement& bind_null(int parameter);
    template <typename T>
    Statement& bind(int parameter, const std::optional<T>& value) {
        return value ? bind(parameter, *value) : bind_null(parameter);
    }

    bool step();
    void run();    ///< step() to the end, then reset
    void reset();  ///< ready for new parameters

    std::int64_t integer(int column) const;
    double real(int column) const;
    /// Throws: Error(Corrupt) for bytes that are not UTF-8; nothing of the kind is ever written.
    std::string text(int column) const;
    /// Valid until the next step() or reset().
    std::string_view bytes(int column) const;
    bool is_null(int column) const;

  private:
    sqlite3* connection_;
    sqlite3_stmt* statement_ = nullptr;
    std::shared_ptr<StatementStore> store_;
};

class Database {
  public:
    enum class Mode { ReadOnly, ReadWrite, Create };

    /// Opens `path`; Create makes the file (and not its folder) when it is missing.
    /// `application_id` is the file's mark (PRAGMA application_id): a file with another is refused.
    /// Throws: Error(NotFound), (Corrupt) for a file that is no SQLite database or has a foreign
    /// mark, (Unavailable).
    static Database open(const std::filesystem::path& path, Mode mode, std::int32_t application_id);

    Database(Database&&) noexcept;
    Database& operator=(Database&&) noexcept;
    ~Database();

    Statement prepare(std::string_view sql) const;
    void execute(std::string_view script);  ///< one or more statements without parameters

    std::int64_t last_row_id() const;
    int changes() const;
    std::int64_t total_changes() const;   ///< rows since the connection was opened
    std::int32_t schema_version() const;  ///< PRAGMA user_version
    void set_schema_version(std::int32_t version);
    bool in_transaction() const;
    sqlite3* handle() const { return connection_; }
    std::filesystem::path file() const;

  private:
    explicit Database(sqlite3* connection);
    sqlite3* connection_ = nullptr;
    std::shared_ptr<StatementStore> statements_;
};

/// BEGIN IMMEDIATE … COMMIT; rolled back unless `commit()` was reached. One that is never committed
/// only keeps others from writing. Inside another it is a part of it (SAVEPOINT): it can be undone
/// by itself, and stands once the outer one is committed.
class Transaction {
  public:
    explicit Transaction(Database& database);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    /// Throws: Error(Unavailable) "core.commit_in_doubt" when the disk failed so late that the
    /// changes may stand all the same; any other error says that they do not.
    void commit();

  private:
    Database& database_;
    const bool inner_;
    bool open_ = true;
};

/// A read transaction: every statement until the end sees one state of the file. Inside another
/// transaction it is that one.
class Snapshot {
  public:
    explicit Snapshot(Database& database);
    ~Snapshot();
    Snapshot(const Snapshot&) = delete;
    Snapshot& operator=(const Snapshot&) = delete;

  private:
    Database& database_;
    const bool inner_;
};

}  // namespace gongbao::core
