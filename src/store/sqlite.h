#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

#include "sayso/result.h"

struct sqlite3;
struct sqlite3_stmt;

namespace sayso::store {

struct Blob {
  std::string_view bytes;
};

/// A prepared statement of SQL. Lives no longer than its database. For one thread at a time.
class Query {
 public:
  /// Resets it and binds its parameters ?1, ?2, ... in this order. Values are copied.
  template <class... Values>
  Query& with(const Values&... values) {
    reset();
    int at = 0;
    (bind(++at, values), ...);
    return *this;
  }
  /// Goes to the next row; gives whether there is one.
  [[nodiscard]] Result<bool> step();
  /// Runs to the end, past all rows.
  [[nodiscard]] Status run();
  /// Ends it, so that it holds no lock. What text() and bytes() gave is gone.
  void reset();

  [[nodiscard]] std::int64_t integer(int column) const;
  [[nodiscard]] double real(int column) const;
  [[nodiscard]] std::string text(int column) const;
  /// Until the next step.
  [[nodiscard]] std::string_view bytes(int column) const;

 private:
  friend class Database;
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };
  Query(sqlite3_stmt* statement, std::string path) : statement_(statement), path_(std::move(path)) {}
  void bind(int at, std::int64_t value);
  void bind(int at, double value);
  void bind(int at, std::string_view value);
  void bind(int at, const Blob& value);

  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
  std::string path_;
};

/// A connection to an SQLite file.
class Database {
 public:
  enum class Access { read, write };  ///< write makes the file where there is none

  /// Errors: store_not_found, store_read_only, store_failed. Whether it is a database shows when it is used.
  [[nodiscard]] static Result<Database> open(const std::string& path, Access access);

  /// Runs statements without results.
  [[nodiscard]] Status run(const char* sql);
  [[nodiscard]] Result<Query> prepare(std::string_view sql);
  /// The same, prepared once and kept; valid until the database is closed or moved. Two uses of one text at the same
  /// time disturb each other.
  [[nodiscard]] Result<Query*> prepared(const char* sql);
  /// The first column of the first row; 0 without rows or where it is null.
  [[nodiscard]] Result<std::int64_t> number(std::string_view sql);
  [[nodiscard]] std::int64_t last_key() const;
  [[nodiscard]] bool in_transaction() const;
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  struct Close {
    void operator()(sqlite3* connection) const;
  };
  std::unique_ptr<sqlite3, Close> connection_;
  std::string path_;
  std::unordered_map<std::string, Query> prepared_;  ///< gone before the connection is
};

}  // namespace sayso::store
