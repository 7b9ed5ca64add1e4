#include "store/sqlite.h"

#include <sqlite3.h>

#include <filesystem>
#include <system_error>

namespace sayso::store {
namespace {

constexpr int kPatience = 5000;  // milliseconds that a lock of another program is waited for

Code code_of(int result) {
  switch (result & 0xFF) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return Code::store_locked;
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return Code::store_read_only;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return Code::store_damaged;
    case SQLITE_FULL:
      return Code::store_full;
    default:
      return Code::store_failed;
  }
}

std::string_view words_of(Code code) {
  switch (code) {
    case Code::store_locked:
      return "another program is writing to the database";
    case Code::store_read_only:
      return "the database may not be written";
    case Code::store_damaged:
      return "no database, or a damaged one";
    case Code::store_full:
      return "the disk is full";
    default:
      return {};
  }
}

Error error_of(sqlite3* connection, const std::string& path) {
  const Code code = code_of(sqlite3_extended_errcode(connection));
  const std::string_view words = words_of(code);
  std::string message(words.empty() ? sqlite3_errmsg(connection) : words);
  return {code, std::move(message), path};
}

/// `file:` URI of a path, in which some characters would mean something.
std::string uri_of(const std::string& path, std::string_view parameters) {
  std::string out = "file:";
  constexpr char kHex[] = "0123456789ABCDEF";
  std::error_code error;
  const auto whole = std::filesystem::absolute(path, error).lexically_normal().string();
  for (const char c : error ? path : whole) {
    if (c == '%' || c == '?' || c == '#') {
      const auto byte = static_cast<unsigned char>(c);
      out += {'%', kHex[byte >> 4], kHex[byte & 15]};
    } else {
      out += c;
    }
  }
  return out.append(parameters);
}

bool exists(const std::string& path) {
  std::error_code error;
  return std::filesystem::exists(path, error);
}

}  // namespace

void Query::Finalize::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
void Database::Close::operator()(sqlite3* connection) const { sqlite3_close_v2(connection); }

void Query::reset() {
  sqlite3_reset(statement_.get());
  sqlite3_clear_bindings(statement_.get());
}

void Query::bind(int at, std::int64_t value) { sqlite3_bind_int64(statement_.get(), at, value); }
void Query::bind(int at, double value) { sqlite3_bind_double(statement_.get(), at, value); }
void Query::bind(int at, std::string_view value) {
  sqlite3_bind_text64(statement_.get(), at, value.data() == nullptr ? "" : value.data(), value.size(), SQLITE_TRANSIENT,
                      SQLITE_UTF8);
}
void Query::bind(int at, const Blob& value) {
  sqlite3_bind_blob64(statement_.get(), at, value.bytes.data(), value.bytes.size(), SQLITE_TRANSIENT);
}

Result<bool> Query::step() {
  const int result = sqlite3_step(statement_.get());
  if (result == SQLITE_ROW) return true;
  if (result == SQLITE_DONE) return false;
  Error error = error_of(sqlite3_db_handle(statement_.get()), path_);
  reset();
  return error;
}

Status Query::run() {
  for (;;) {
    const auto row = step();
    if (!row.ok()) return row.error();
    if (!*row) break;
  }
  reset();
  return Done{};
}

std::int64_t Query::integer(int column) const { return sqlite3_column_int64(statement_.get(), column); }

double Query::real(int column) const { return sqlite3_column_double(statement_.get(), column); }

std::string_view Query::bytes(int column) const {
  const auto* data = static_cast<const char*>(sqlite3_column_blob(statement_.get(), column));
  return {data, data == nullptr ? 0 : static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
}

std::string Query::text(int column) const { return std::string(bytes(column)); }

Result<Database> Database::open(const std::string& path, Access access) {
  const bool there = exists(path);
  if (access == Access::read && !there) return Error{Code::store_not_found, "there is no database", path};
  Database database;
  database.path_ = path;
  const int flags = access == Access::write ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY;
  const auto connect = [&](std::string_view parameters) {
    sqlite3* connection = nullptr;
    const int result =
        sqlite3_open_v2(uri_of(path, parameters).c_str(), &connection,
                        flags | SQLITE_OPEN_URI | SQLITE_OPEN_FULLMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
    database.connection_.reset(connection);
    sqlite3_busy_timeout(connection, kPatience);
    return result;
  };
  int result = connect("");
  if (result == SQLITE_OK) {
    // Opens the file in earnest.
    result = sqlite3_exec(database.connection_.get(), "PRAGMA schema_version", nullptr, nullptr, nullptr);
  }
  if (access == Access::read && (result & 0xFF) == SQLITE_CANTOPEN && !exists(path + "-wal")) {
    // A folder that may not be written has no room for the index of a log; without a log none is needed.
    if (connect("?immutable=1") == SQLITE_OK) return database;
  }
  if (result == SQLITE_OK) return database;
  if ((result & 0xFF) == SQLITE_CANTOPEN) {
    if (access == Access::write) return Error{Code::store_read_only, "the database cannot be made or written", path};
    return Error{Code::store_failed, "the database cannot be opened", path};
  }
  return error_of(database.connection_.get(), path);
}

Status Database::run(const char* sql) {
  if (sqlite3_exec(connection_.get(), sql, nullptr, nullptr, nullptr) == SQLITE_OK) return Done{};
  return error_of(connection_.get(), path_);
}

Result<Query> Database::prepare(std::string_view sql) {
  sqlite3_stmt* statement = nullptr;
  const int result = sqlite3_prepare_v3(connection_.get(), sql.data(), static_cast<int>(sql.size()),
                                        SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
  if (result != SQLITE_OK) return error_of(connection_.get(), path_);
  return Query(statement, path_);
}

Result<Query*> Database::prepared(const char* sql) {
  if (const auto found = prepared_.find(sql); found != prepared_.end()) return &found->second;
  auto query = prepare(sql);
  if (!query.ok()) return query.error();
  return &prepared_.emplace(sql, std::move(*query)).first->second;
}

Result<std::int64_t> Database::number(std::string_view sql) {
  auto query = prepare(sql);
  if (!query.ok()) return query.error();
  const auto row = query->step();
  if (!row.ok()) return row.error();
  return *row ? query->integer(0) : 0;
}

std::int64_t Database::last_key() const { return sqlite3_last_insert_rowid(connection_.get()); }

bool Database::in_transaction() const { return sqlite3_get_autocommit(connection_.get()) == 0; }

}  // namespace sayso::store
