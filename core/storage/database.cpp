// SPDX-License-Identifier: Apache-2.0
#include "core/storage/database.hpp"

#include <sqlite3.h>

#include <utility>

#include "core/report/check.hpp"
#include "core/report/error.hpp"
#include "core/storage/statement_store.hpp"
#include "core/text/text.hpp"

namespace gongbao::core {
namespace {

// The name of the connection's file, without its folders.
std::string file_of(sqlite3* connection) {
    const char* path = connection ? sqlite3_db_filename(connection, "main") : nullptr;
    return path ? std::filesystem::path(path).filename().string() : std::string();
}

// Of the form "office.item_placed".
bool is_message_id(std::string_view text) {
    return text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_.") == text.npos &&
           text.find('.') != text.npos && text.front() != '.' && text.back() != '.';
}

[[noreturn]] void fail(sqlite3* connection, int code, std::string_view doing) {
    const char* what = connection ? sqlite3_errmsg(connection) : sqlite3_errstr(code);
    const auto error = [&](ErrorKind kind, const char* message) {
        return Error(kind, {message, {{"file", file_of(connection)}}},
                     std::string(doing) + ": " + what);
    };
    if (code == SQLITE_CONSTRAINT_TRIGGER && is_message_id(what))
        throw error(ErrorKind::Conflict, what);
    switch (code & 0xFF) {
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB: throw error(ErrorKind::Corrupt, "core.database_damaged");
        case SQLITE_CONSTRAINT: throw error(ErrorKind::Conflict, "core.database_conflict");
        case SQLITE_FULL: throw error(ErrorKind::Unavailable, "core.disk_full");
        case SQLITE_BUSY:
        case SQLITE_LOCKED: throw error(ErrorKind::Unavailable, "core.database_busy");
        case SQLITE_READONLY: throw error(ErrorKind::Forbidden, "core.database_read_only");
        default: throw error(ErrorKind::Unavailable, "core.database_failed");
    }
}

std::int64_t pragma(const Database& database, const char* name) {
    Statement statement = database.prepare(std::string("PRAGMA ") + name);
    return statement.step() ? statement.integer(0) : 0;
}

}  // namespace

Statement::Statement(sqlite3* connection, std::string_view sql,
                     std::shared_ptr<StatementStore> store)
    : connection_(connection), statement_(store->take(sql)), store_(std::move(store)) {
    if (statement_ != nullptr) return;
    const int code = sqlite3_prepare_v3(connection, sql.data(), static_cast<int>(sql.size()),
                                        SQLITE_PREPARE_PERSISTENT, &statement_, nullptr);
    if (code != SQLITE_OK) fail(connection, code, sql);
}

Statement::~Statement() {
    if (statement_ != nullptr) store_->give_back(statement_);
}

Statement::Statement(Statement&& other) noexcept
    : connection_(other.connection_),
      statement_(std::exchange(other.statement_, nullptr)),
      store_(std::move(other.store_)) {}

Statement& Statement::bind(int parameter, std::int64_t value) {
    const int code = sqlite3_bind_int64(statement_, parameter, value);
    if (code != SQLITE_OK) fail(connection_, code, "bind");
    return *this;
}

Statement& Statement::bind(int parameter, std::string_view text) {
    const int code = sqlite3_bind_text64(statement_, parameter, text.data() ? text.data() : "",
                                         text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
    if (code != SQLITE_OK) fail(connection_, code, "bind");
    return *this;
}

Statement& Statement::bind_blob(int parameter, std::string_view bytes) {
    const int code = sqlite3_bind_blob64(statement_, parameter, bytes.data() ? bytes.data() : "",
                                         bytes.size(), SQLITE_TRANSIENT);
    if (code != SQLITE_OK) fail(connection_, code, "bind");
    return *this;
}

Statement& Statement::bind_null(int parameter) {
    const int code = sqlite3_bind_null(statement_, parameter);
    if (code != SQLITE_OK) fail(connection_, code, "bind");
    return *this;
}

bool Statement::step() {
    const int code = sqlite3_step(statement_);
    if (code == SQLITE_ROW) return true;
    if (code == SQLITE_DONE) return false;
    const char* sql = sqlite3_sql(statement_);
    const std::string doing = sql != nullptr ? sql : "step";
    // Reset so that the connection is usable again; its message is taken first.
    try {
        fail(connection_, sqlite3_extended_errcode(connection_), doing);
    } catch (...) {
        sqlite3_reset(statement_);
        throw;
    }
}

void Statement::run() {
    while (step()) {
    }
    reset();
}

void Statement::reset() {
    sqlite3_reset(statement_);
    sqlite3_clear_bindings(statement_);
}

std::int64_t Statement::integer(int column) const {
    return sqlite3_column_int64(statement_, column);
}
double Statement::real(int column) const {
    return sqlite3_column_double(statement_, column);
}

std::string Statement::text(int column) const {
    const unsigned char* text = sqlite3_column_text(statement_, column);
    const int size = sqlite3_column_bytes(statement_, column);
    if (text == nullptr) return {};
    std::string words(reinterpret_cast<const char*>(text), static_cast<std::size_t>(size));
    if (!is_valid_utf8(words))
        throw Error(ErrorKind::Corrupt,
                    {"core.stored_text_damaged", {{"file", file_of(connection_)}}},
                    std::string("not UTF-8: ") + sqlite3_sql(statement_));
    return words;
}

std::string_view Statement::bytes(int column) const {
    const void* data = sqlite3_column_blob(statement_, column);
    const int size = sqlite3_column_bytes(statement_, column);
    return data == nullptr
               ? std::string_view()
               : std::string_view(static_cast<const char*>(data), static_cast<std::size_t>(size));
}

bool Statement::is_null(int column) const {
    return sqlite3_column_type(statement_, column) == SQLITE_NULL;
}

Database Database::open(const std::filesystem::path& path, Mode mode, std::int32_t application_id) {
    if (mode != Mode::Create && !std::filesystem::exists(path))
        throw Error(ErrorKind::NotFound,
                    {"core.database_missing", {{"file", path.filename().string()}}}, path.string());
    const int flags = mode == Mode::ReadOnly    ? SQLITE_OPEN_READONLY
                      : mode == Mode::ReadWrite ? SQLITE_OPEN_READWRITE
                                                : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    sqlite3* connection = nullptr;
    const int code =
        sqlite3_open_v2(path.c_str(), &connection, flags | SQLITE_OPEN_NOMUTEX, nullptr);
    Database database(connection);
    if (code != SQLITE_OK) fail(connection, code, "open " + path.string());
    sqlite3_extended_result_codes(connection, 1);
    sqlite3_busy_timeout(connection, 10000);
    sqlite3_db_config(connection, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(connection, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);

    std::int64_t mark = 0;
    bool empty = false;
    {
        const Snapshot one_state(database);  // another program may be making the file just now
        mark = pragma(database, "application_id");
        empty = pragma(database, "schema_version") == 0;
    }
    if (mark != application_id && !(mark == 0 && empty && mode == Mode::Create))
        throw Error(ErrorKind::Corrupt,
                    {"core.database_foreign", {{"file", path.filename().string()}}}, path.string());
    database.execute(
        "PRAGMA foreign_keys=ON; PRAGMA cell_size_check=ON; PRAGMA temp_store=MEMORY;");
    if (mode != Mode::ReadOnly)
        database.execute("PRAGMA journal_mode=DELETE; PRAGMA synchronous=EXTRA;");
    if (mark == 0 && mode == Mode::Create)
        database.execute("PRAGMA application_id=" + std::to_string(application_id));
    return database;
}

Database::Database(sqlite3* connection)
    : connection_(connection), statements_(std::make_shared<StatementStore>()) {}

Database::Database(Database&& other) noexcept
    : connection_(std::exchange(other.connection_, nullptr)),
      statements_(std::move(other.statements_)) {}

Database& Database::operator=(Database&& other) noexcept {
    std::swap(connection_, other.connection_);
    std::swap(statements_, other.statements_);
    return *this;
}

Database::~Database() {
    if (statements_) statements_->close();
    sqlite3_close_v2(connection_);
}

Statement Database::prepare(std::string_view sql) const {
    return Statement(connection_, sql, statements_);
}

void Database::execute(std::string_view script) {
    const std::string sql(script);
    const int code = sqlite3_exec(connection_, sql.c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) fail(connection_, sqlite3_extended_errcode(connection_), sql);
}

std::filesystem::path Database::file() const {
    const char* path = sqlite3_db_filename(connection_, "main");
    return path ? path : "";
}

std::int64_t Database::last_row_id() const {
    return sqlite3_last_insert_rowid(connection_);
}
int Database::changes() const {
    return sqlite3_changes(connection_);
}
std::int64_t Database::total_changes() const {
    return sqlite3_total_changes64(connection_);
}

bool Database::in_transaction() const {
    return sqlite3_get_autocommit(connection_) == 0;
}

std::int32_t Database::schema_version() const {
    return static_cast<std::int32_t>(pragma(*this, "user_version"));
}

void Database::set_schema_version(std::int32_t version) {
    execute("PRAGMA user_version=" + std::to_string(version));
}

Transaction::Transaction(Database& database)
    : database_(database), inner_(database.in_transaction()) {
    database_.execute(inner_ ? "SAVEPOINT part" : "BEGIN IMMEDIATE");
}

// A fault may have undone all of it already: then there is nothing left to undo here.
Transaction::~Transaction() {
    if (open_)
        sqlite3_exec(database_.handle(), inner_ ? "ROLLBACK TO part; RELEASE part" : "ROLLBACK",
                     nullptr, nullptr, nullptr);
}

void Transaction::commit() {
    GONGBAO_CHECK(open_);
    if (inner_) {
        database_.execute("RELEASE part");
        open_ = false;
        return;
    }
    try {
        database_.execute("COMMIT");
        open_ = false;
    } catch (const Error& error) {
        // While SQLite still holds the transaction open, it can be undone for certain; and a full
        // disk is met before the journal goes. Any other fault may have come after.
        const bool still_open = sqlite3_get_autocommit(database_.handle()) == 0;
        if (still_open) throw;
        open_ = false;
        if (error.for_people().id == "core.disk_full") throw;
        throw Error(ErrorKind::Unavailable,
                    {"core.commit_in_doubt", {{"file", file_of(database_.handle())}}},
                    error.what());
    }
}

Snapshot::Snapshot(Database& database) : database_(database), inner_(database.in_transaction()) {
    if (!inner_) database_.execute("BEGIN");
}
Snapshot::~Snapshot() {
    if (inner_) return;
    sqlite3_exec(database_.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

}  // namespace gongbao::core
