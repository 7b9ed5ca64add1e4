#pragma once
#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "sayso/record.h"

// What the index holds of each fact of a record: where it stands in the order of days, its words, and its keys.
namespace sayso::store {

/// Facts of one day differ in the lower bits of their rowid, which are the number of the fact.
inline constexpr int kNumberBits = 41;

/// Days from 1 January of the year 1 on; what has no known day comes before all others, or with `kNoDueDay` behind
/// them.
inline constexpr std::int64_t kNoDay = 0;
inline constexpr std::int64_t kNoDueDay = (std::int64_t{1} << (63 - kNumberBits)) - 1;
[[nodiscard]] std::int64_t day_number(std::chrono::sys_days day);

[[nodiscard]] inline std::int64_t rowid_of(std::int64_t day, std::int64_t number) {
  return (day << kNumberBits) | number;
}
[[nodiscard]] inline std::int64_t number_of(std::int64_t rowid) {
  return rowid & ((std::int64_t{1} << kNumberBits) - 1);
}

/// The actors of a record as the database knows them: local id -> key.
using ActorKeys = std::unordered_map<std::string, std::int64_t>;

/// Numbers of the first fact of each sort.
struct Firsts {
  std::int64_t statement = 0, entry = 0, event = 0;
};

struct IndexRow {
  std::int64_t rowid = 0;
  std::string words;
  std::string keys;
};

struct IndexRows {
  std::vector<IndexRow> statements, entries, events;
};

/// The same record, keys and numbers give the same rows: FTS5 wants them again when they are taken out. A change of
/// what this gives needs a migration that builds the index anew.
[[nodiscard]] IndexRows index_rows(const Record& record, const ActorKeys& actors, std::int64_t outlet,
                                   const Firsts& firsts, bool original);

/// Keys, as words that no stemmer alters: `a17` who speaks or acts, `v17` through whom, `r17` whom it concerns, `o3`
/// outlet, `original` of a document that is no copy of another, `modedirect`, `actpledge`, `typeCOERCE`; and of the
/// ledger the day of publication as `y2024`, `m202405` and `d20240503`.
[[nodiscard]] std::string key(std::string_view sort, std::int64_t number);
[[nodiscard]] std::string key(std::string_view sort, std::string_view name);

/// Keys of years, months and days that together cover the days from `first` to `last`.
[[nodiscard]] std::vector<std::string> day_keys(std::chrono::sys_days first, std::chrono::sys_days last);

}  // namespace sayso::store
