#include "store/repeat_links.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "store/link_table.h"
#include "store/repeats.h"
#include "store/stored_record.h"
#include "store/tally.h"

namespace sayso::store {
namespace {

constexpr std::int64_t kCommon = 64;    // statements with one fingerprint that are looked at: more is a stock phrase
constexpr std::size_t kCandidates = 8;  // that are compared word by word

/// Earlier statements that share fingerprints, those that share most first, of equals the earliest.
Result<std::vector<std::int64_t>> candidates(Database& database, const std::vector<std::int64_t>& prints,
                                             std::int64_t before) {
  const auto query = database.prepared(
      "SELECT statement FROM fingerprint WHERE hash = ?1 AND statement < ?2 ORDER BY statement LIMIT ?3");
  if (!query.ok()) return query.error();
  std::map<std::int64_t, std::size_t> shared;
  for (const std::int64_t print : prints) {
    if (auto status = tally((*query)->with(print, before, kCommon), shared); !status.ok()) return status.error();
  }
  std::vector<std::pair<std::int64_t, std::size_t>> order(shared.begin(), shared.end());
  std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  order.resize(std::min(order.size(), kCandidates));
  std::vector<std::int64_t> numbers(order.size());
  std::transform(order.begin(), order.end(), numbers.begin(), [](const auto& each) { return each.first; });
  return numbers;
}

/// Whether it did.
Result<bool> link_repeat(Database& database, FactReader& reader, const std::vector<std::string>& words,
                         const std::vector<std::int64_t>& prints, std::int64_t number, std::int64_t first,
                         const Claim* claim, bool indirect) {
  auto numbers = candidates(database, prints, first);
  if (!numbers.ok()) return numbers.error();
  std::sort(numbers->begin(), numbers->end());  // the earliest one that is the same is the one that is repeated
  for (const std::int64_t other : *numbers) {
    const auto hit = reader.at(other);
    if (!hit.ok()) return hit.error();
    const double like = likeness(words, compared_words(content_of(*hit->record, hit->record->statements[hit->index])));
    if (like < kRepeats) continue;
    if (claim != nullptr) {
      const auto common = common_with(database, Sort::statements, *claim, other);
      if (!common.ok()) return common.error();
      if (are_opposed(*common)) continue;
      const auto same = is_by_another(database, *claim, other);
      if (!same.ok()) return same.error();
      if (*same && indirect && hit->record->statements[hit->index].mode == Mode::indirect) continue;
    }
    auto status = enter_link(database, Sort::statements, number, other, LinkKind::repeats, like);
    if (!status.ok()) return status.error();
    return true;
  }
  return false;
}

}  // namespace

Result<std::set<std::int64_t>> link_repeats(Database& database, const Record& record, const std::vector<Claim>& claims,
                                            std::int64_t first) {
  auto claim = claims.begin();  // ascending, as the statements are
  std::set<std::int64_t> repeating;
  std::vector<std::vector<std::int64_t>> all;
  FactReader reader(database, Sort::statements);
  std::int64_t number = first;
  for (const Statement& statement : record.statements) {
    const auto words = compared_words(content_of(record, statement));
    all.push_back(fingerprints(words));
    while (claim != claims.end() && claim->fact < number) ++claim;
    const Claim* own = claim != claims.end() && claim->fact == number ? &*claim : nullptr;
    const auto linked =
        link_repeat(database, reader, words, all.back(), number, first, own, statement.mode == Mode::indirect);
    if (!linked.ok()) return linked.error();
    if (*linked) repeating.insert(number);
    ++number;
  }
  const auto insert = database.prepared("INSERT INTO fingerprint(hash, statement) VALUES(?1, ?2)");
  if (!insert.ok()) return insert.error();
  number = first;
  for (const std::vector<std::int64_t>& prints : all) {
    for (const std::int64_t print : prints) {
      if (auto status = (*insert)->with(print, number).run(); !status.ok()) return status.error();
    }
    ++number;
  }
  return repeating;
}

Status remove_fingerprints(Database& database, const Record& record, std::int64_t first) {
  const auto remove = database.prepared("DELETE FROM fingerprint WHERE hash = ?1 AND statement = ?2");
  if (!remove.ok()) return remove.error();
  std::int64_t number = first;
  for (const Statement& statement : record.statements) {
    for (const std::int64_t print : fingerprints(compared_words(content_of(record, statement)))) {
      if (auto removed = (*remove)->with(print, number).run(); !removed.ok()) return removed;
    }
    ++number;
  }
  return Done{};
}

}  // namespace sayso::store
