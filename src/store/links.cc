#include "store/links.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "store/facts.h"
#include "store/repeats.h"
#include "store/search.h"
#include "store/stored_record.h"

namespace sayso::store {
namespace {

constexpr std::int64_t kCommon = 64;      // statements with one fingerprint that are looked at: more is a stock phrase
constexpr std::size_t kCandidates = 8;    // that are compared word by word
constexpr std::size_t kSearched = 20000;  // answers that are looked through for links

/// Earlier statements that share fingerprints, those that share most first, of equals the earliest.
Result<std::vector<std::int64_t>> candidates(Database& database, const std::vector<std::int64_t>& prints,
                                             std::int64_t before) {
  const auto query = database.prepared(
      "SELECT statement FROM fingerprint WHERE hash = ?1 AND statement < ?2 ORDER BY statement LIMIT ?3");
  if (!query.ok()) return query.error();
  std::map<std::int64_t, std::size_t> shared;
  for (const std::int64_t print : prints) {
    (*query)->with(print, before, kCommon);
    for (;;) {
      const auto row = (*query)->step();
      if (!row.ok()) return row.error();
      if (!*row) break;
      ++shared[(*query)->integer(0)];
    }
    (*query)->reset();
  }
  std::vector<std::pair<std::int64_t, std::size_t>> order(shared.begin(), shared.end());
  std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  order.resize(std::min(order.size(), kCandidates));
  std::vector<std::int64_t> numbers(order.size());
  std::transform(order.begin(), order.end(), numbers.begin(), [](const auto& each) { return each.first; });
  return numbers;
}

Status link_repeats(Database& database, StatementReader& reader, const std::vector<std::string>& words,
                    const std::vector<std::int64_t>& prints, std::int64_t number, std::int64_t first) {
  auto numbers = candidates(database, prints, first);
  if (!numbers.ok()) return numbers.error();
  std::sort(numbers->begin(), numbers->end());  // the earliest one that is the same is the one that is repeated
  for (const std::int64_t other : *numbers) {
    const auto hit = reader.at(other);
    if (!hit.ok()) return hit.error();
    const double like = likeness(words, compared_words(content_of(*hit->record, hit->record->statements[hit->index])));
    if (like < kRepeats) continue;
    const auto insert =
        database.prepared("INSERT INTO link(statement, other, kind, confidence) VALUES(?1, ?2, ?3, ?4)");
    if (!insert.ok()) return insert.error();
    return (*insert)->with(number, other, std::string_view("repeats"), like).run();
  }
  return Done{};
}

}  // namespace

Status link_statements(Database& database, const Record& record, std::int64_t first) {
  std::vector<std::vector<std::int64_t>> all;
  StatementReader reader(database);
  std::int64_t number = first;
  for (const Statement& statement : record.statements) {
    const auto words = compared_words(content_of(record, statement));
    all.push_back(fingerprints(words));
    if (auto status = link_repeats(database, reader, words, all.back(), number, first); !status.ok()) return status;
    ++number;
  }
  const auto insert = database.prepared("INSERT INTO fingerprint(hash, statement) VALUES(?1, ?2)");
  if (!insert.ok()) return insert.error();
  number = first;
  for (const std::vector<std::int64_t>& prints : all) {
    for (const std::int64_t print : prints) {
      if (auto status = (*insert)->with(print, number).run(); !status.ok()) return status;
    }
    ++number;
  }
  return Done{};
}

Status unlink_statements(Database& database, const Record& record, std::int64_t first) {
  const auto count = static_cast<std::int64_t>(record.statements.size());
  for (const char* sql : {"DELETE FROM link WHERE statement >= ?1 AND statement < ?2",
                          "DELETE FROM link WHERE other >= ?1 AND other < ?2"}) {
    const auto remove = database.prepared(sql);
    if (!remove.ok()) return remove.error();
    if (auto status = (*remove)->with(first, first + count).run(); !status.ok()) return status;
  }
  const auto remove = database.prepared("DELETE FROM fingerprint WHERE hash = ?1 AND statement = ?2");
  if (!remove.ok()) return remove.error();
  std::int64_t number = first;
  for (const Statement& statement : record.statements) {
    for (const std::int64_t print : fingerprints(compared_words(content_of(record, statement)))) {
      if (auto status = (*remove)->with(print, number).run(); !status.ok()) return status;
    }
    ++number;
  }
  return Done{};
}

Result<std::vector<Link>> links_of(Database& database, const Question& question) {
  Question wide = question;
  wide.limit = kSearched;
  const auto positions = positions_of(database, Sort::statements, wide);
  if (!positions.ok()) return positions.error();
  const auto query = database.prepared(
      "SELECT statement, other, confidence FROM link WHERE statement = ?1 "
      "UNION ALL SELECT statement, other, confidence FROM link WHERE other = ?1 ORDER BY 1, 2");
  if (!query.ok()) return query.error();
  struct Pair {
    std::int64_t later, earlier;
    double confidence;
  };
  std::vector<Pair> pairs;
  std::set<std::pair<std::int64_t, std::int64_t>> seen;
  for (const std::int64_t position : *positions) {
    (*query)->with(number_of(position));
    while (pairs.size() < question.limit) {
      const auto row = (*query)->step();
      if (!row.ok()) return row.error();
      if (!*row) break;
      const Pair pair{(*query)->integer(0), (*query)->integer(1), (*query)->real(2)};
      if (seen.emplace(pair.later, pair.earlier).second) pairs.push_back(pair);
    }
    (*query)->reset();
    if (pairs.size() >= question.limit) break;
  }
  std::vector<Link> links;
  StatementReader reader(database);
  for (const Pair& pair : pairs) {
    auto later = reader.at(pair.later), earlier = reader.at(pair.earlier);
    if (!later.ok()) return later.error();
    if (!earlier.ok()) return earlier.error();
    links.push_back({LinkKind::repeats, std::move(*later), std::move(*earlier), pair.confidence});
  }
  return links;
}

}  // namespace sayso::store
