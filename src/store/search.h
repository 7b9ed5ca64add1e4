#pragma once
#include <cstdint>
#include <map>
#include <memory>
#include <vector>

#include "sayso/store.h"
#include "store/sqlite.h"

namespace sayso::store {

enum class Sort { statements, entries, events };

/// The facts of one sort that answer a question, in its order; entries with how far they have come. Takes time with the
/// hits that it gives and, where the conditions are rare only together, with those of the rarest.
[[nodiscard]] Result<std::vector<Hit>> search(Database& database, Sort sort, const Question& question);

/// The rowids of these facts.
[[nodiscard]] Result<std::vector<std::int64_t>> positions_of(Database& database, Sort sort, const Question& question);

/// Facts of one sort by their numbers. Keeps the records that it has read lately: those asked for are often of few
/// documents.
class FactReader {
 public:
  FactReader(Database& database, Sort sort) : database_(database), sort_(sort) {}
  /// Error: store_damaged where there is none of this number.
  [[nodiscard]] Result<Hit> at(std::int64_t number);

 private:
  Database& database_;
  Sort sort_;
  std::map<std::int64_t, std::shared_ptr<const Record>> records_;  ///< by the number of their first fact
};

}  // namespace sayso::store
