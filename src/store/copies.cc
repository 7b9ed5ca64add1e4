#include "store/copies.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <vector>

#include "base/dates.h"
#include "store/facts.h"
#include "store/repeats.h"
#include "store/tally.h"

namespace sayso::store {
namespace {

constexpr std::size_t kSketch = 48;  // hashes of a document
constexpr std::size_t kFewest = 24;  // a text with fewer runs of words is too short to tell
constexpr std::size_t kCopy = 2;     // one of so many hashes at least is shared: half of the longer text is common
constexpr std::int64_t kDaysApart = 10;
constexpr std::int64_t kCommon = 200;  // documents with one hash that are looked at
constexpr std::size_t kCandidates = 8;

/// Ascending, each once.
std::vector<std::int64_t> sketch_of(const Record& record) {
  std::vector<std::int64_t> hashes = runs_of(compared_words(record.document.text));
  std::sort(hashes.begin(), hashes.end());
  hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
  if (hashes.size() < kFewest) return {};
  hashes.resize(std::min(hashes.size(), kSketch));
  return hashes;
}

/// Documents of which half is common with one of this sketch: of the hashes of both, as many are shared as of all runs
/// of words of the longer text. Those that share most first.
Result<std::vector<std::int64_t>> candidates(Database& database, const std::vector<std::int64_t>& sketch) {
  const auto query =
      database.prepared("SELECT document FROM document_sketch WHERE hash = ?1 ORDER BY document LIMIT ?2");
  if (!query.ok()) return query.error();
  std::map<std::int64_t, std::size_t> shared;
  for (const std::int64_t hash : sketch) {
    if (auto status = tally((*query)->with(hash, kCommon), shared); !status.ok()) return status.error();
  }
  std::vector<std::pair<std::int64_t, std::size_t>> order;
  for (const auto& [document, count] : shared) {
    if (count * kCopy >= sketch.size()) order.emplace_back(document, count);
  }
  std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  order.resize(std::min(order.size(), kCandidates));
  std::vector<std::int64_t> documents(order.size());
  std::transform(order.begin(), order.end(), documents.begin(), [](const auto& each) { return each.first; });
  return documents;
}

bool near(const std::string& a, const std::string& b) {
  const auto one = parse_day(a), two = parse_day(b);
  return !one || !two || std::abs(day_number(*one) - day_number(*two)) <= kDaysApart;
}

}  // namespace

Result<std::string> original_of(Database& database, const Record& record) {
  const auto documents = candidates(database, sketch_of(record));
  if (!documents.ok()) return documents.error();
  const auto query =
      database.prepared("SELECT iif(copy_of <> '', copy_of, id), published FROM document WHERE key = ?1");
  if (!query.ok()) return query.error();
  std::string original;
  for (const std::int64_t document : *documents) {
    const auto row = (*query)->with(document).step();
    if (!row.ok()) return row.error();
    if (*row && near((*query)->text(1), record.document.published)) original = (*query)->text(0);
    (*query)->reset();
    if (!original.empty()) break;
  }
  return original;
}

Status enter_sketch(Database& database, const Record& record, std::int64_t document) {
  const auto insert = database.prepared("INSERT INTO document_sketch(hash, document) VALUES(?1, ?2)");
  if (!insert.ok()) return insert.error();
  for (const std::int64_t hash : sketch_of(record)) {
    if (auto status = (*insert)->with(hash, document).run(); !status.ok()) return status;
  }
  return Done{};
}

Status remove_sketch(Database& database, const Record& record, std::int64_t document) {
  const auto remove = database.prepared("DELETE FROM document_sketch WHERE hash = ?1 AND document = ?2");
  if (!remove.ok()) return remove.error();
  for (const std::int64_t hash : sketch_of(record)) {
    if (auto status = (*remove)->with(hash, document).run(); !status.ok()) return status;
  }
  return Done{};
}

}  // namespace sayso::store
