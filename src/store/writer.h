#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "sayso/record.h"
#include "sayso/store.h"
#include "store/facts.h"
#include "store/sqlite.h"

namespace sayso::store {

/// Puts documents into the tables, and takes them out. Within a transaction of the caller's. After an error that must
/// be rolled back.
class Writer {
 public:
  explicit Writer(Database& database) : database_(database) {}

  /// Numbers what comes next behind what is there: at the beginning of a transaction, another program may have added.
  [[nodiscard]] Status count_on();

  /// As Store::add().
  [[nodiscard]] Result<bool> add(const Record& record, std::string_view packed, Store::Again again);

  /// Writes what add() has left for the end: rows of the index.
  [[nodiscard]] Status finish();
  /// Forgets it.
  void drop() { pending_ = {}; }

  /// Links and indexes all documents, where nothing is linked and indexed.
  [[nodiscard]] Status index_anew();

 private:
  /// Where a document stands.
  struct Place {
    std::int64_t document = 0;
    Firsts firsts;
    std::string copy_of;
  };
  [[nodiscard]] Status take(const Record& record, std::string_view packed, std::string copy_of);
  [[nodiscard]] Status index(const Record& record, const ActorKeys& actors, const Place& place);
  [[nodiscard]] Result<std::string> forget(std::int64_t document);

  Database& database_;
  Firsts next_;        ///< the numbers that the next facts get
  IndexRows pending_;  ///< of the documents since the last finish()
};

/// The key of the document of this text and outlet; 0 where there is none.
[[nodiscard]] Result<std::int64_t> document_like(Database& database, const Document& document);

}  // namespace sayso::store
