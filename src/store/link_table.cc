#include "store/link_table.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "record/enum_names.h"
#include "store/facts.h"
#include "store/links.h"
#include "store/stored_record.h"

namespace sayso::store {
namespace {

constexpr std::size_t kSearched = 20000;  // answers that are looked through for links
constexpr std::size_t kMostUpdates = 32;  // that are followed from one entry

struct Pair {
  LinkKind kind;
  std::int64_t later, earlier;
  double confidence;
};

/// The links of the facts at these positions, at most `limit`.
Result<std::vector<Pair>> pairs_of(Database& database, const char* sql, const std::vector<std::int64_t>& positions,
                                   const std::optional<LinkKind>& kind, std::size_t limit) {
  const auto query = database.prepared(sql);
  if (!query.ok()) return query.error();
  std::vector<Pair> pairs;
  std::set<std::pair<std::int64_t, std::int64_t>> seen;
  for (const std::int64_t position : positions) {
    (*query)->with(number_of(position));
    while (pairs.size() < limit) {
      const auto row = (*query)->step();
      if (!row.ok()) return row.error();
      if (!*row) break;
      const auto named = value_named<LinkKind>((*query)->text(2));
      if (!named || (kind && *kind != *named)) continue;
      const Pair pair{*named, (*query)->integer(0), (*query)->integer(1), (*query)->real(3)};
      if (seen.emplace(pair.later, pair.earlier).second) pairs.push_back(pair);
    }
    (*query)->reset();
    if (pairs.size() >= limit) break;
  }
  return pairs;
}

constexpr const char* kStatementLinks =
    "SELECT statement, other, kind, confidence FROM link WHERE statement = ?1 "
    "UNION ALL SELECT statement, other, kind, confidence FROM link WHERE other = ?1 ORDER BY 1, 2";
constexpr const char* kEntryLinks =
    "SELECT entry, other, kind, confidence FROM entry_link WHERE entry = ?1 "
    "UNION ALL SELECT entry, other, kind, confidence FROM entry_link WHERE other = ?1 ORDER BY 1, 2";

/// Adds the links of one sort of facts that answer the question.
Status append_links(Database& database, Sort sort, const Question& question, std::vector<Link>& links) {
  Question wide = question;
  wide.limit = kSearched;
  const auto positions = positions_of(database, sort, wide);
  if (!positions.ok()) return positions.error();
  const bool entries = sort == Sort::entries;
  const auto pairs = pairs_of(database, entries ? kEntryLinks : kStatementLinks, *positions, question.link,
                              question.limit - links.size());
  if (!pairs.ok()) return pairs.error();
  FactReader reader(database, sort);
  for (const Pair& pair : *pairs) {
    auto later = reader.at(pair.later), earlier = reader.at(pair.earlier);
    if (!later.ok()) return later.error();
    if (!earlier.ok()) return earlier.error();
    links.push_back({pair.kind, entries, {}, {}, std::move(*later), std::move(*earlier), pair.confidence});
  }
  return Done{};
}

/// Adds what plain sentences tell of the entries that answer the question.
Status append_deeds(Database& database, const Question& question, std::vector<Link>& links) {
  if (question.link && *question.link != LinkKind::updates) return Done{};
  Question wide = question;
  wide.limit = kSearched;
  const auto positions = positions_of(database, Sort::entries, wide);
  if (!positions.ok()) return positions.error();
  const auto query = database.prepared(
      "SELECT deed.begin, deed.end, deed.stage, deed.confidence, document.record FROM deed_link AS deed "
      "JOIN document ON document.key = deed.document WHERE deed.entry = ?1 ORDER BY deed.document, deed.begin");
  if (!query.ok()) return query.error();
  FactReader reader(database, Sort::entries);
  for (const std::int64_t position : *positions) {
    (*query)->with(number_of(position));
    while (links.size() < question.limit) {
      const auto row = (*query)->step();
      if (!row.ok()) return row.error();
      if (!*row) break;
      Link link;
      link.kind = LinkKind::updates;
      link.entries = true;
      link.passage =
          Span{static_cast<std::size_t>((*query)->integer(0)), static_cast<std::size_t>((*query)->integer(1))};
      link.stage = value_named<Stage>((*query)->text(2));
      link.confidence = (*query)->real(3);
      auto record = stored_record((*query)->bytes(4), database.path());
      if (!record.ok()) return record.error();
      link.later.record = std::make_shared<const Record>(std::move(*record));
      auto earlier = reader.at(number_of(position));
      if (!earlier.ok()) return earlier.error();
      link.earlier = std::move(*earlier);
      links.push_back(std::move(link));
    }
    (*query)->reset();
    if (links.size() >= question.limit) break;
  }
  return Done{};
}

}  // namespace

Status enter_link(Database& database, Sort sort, std::int64_t later, std::int64_t earlier, LinkKind kind,
                  double confidence) {
  const auto insert = database.prepared(
      sort == Sort::entries ? "INSERT INTO entry_link(entry, other, kind, confidence) VALUES(?1, ?2, ?3, ?4)"
                            : "INSERT INTO link(statement, other, kind, confidence) VALUES(?1, ?2, ?3, ?4)");
  if (!insert.ok()) return insert.error();
  return (*insert)->with(later, earlier, name_of(kind), confidence).run();
}

Result<std::vector<Link>> links_of(Database& database, const Question& question) {
  std::vector<Link> links;
  if (auto status = append_links(database, Sort::statements, question, links); !status.ok()) return status.error();
  if (links.size() < question.limit) {
    if (auto status = append_links(database, Sort::entries, question, links); !status.ok()) return status.error();
  }
  if (links.size() < question.limit) {
    if (auto status = append_deeds(database, question, links); !status.ok()) return status.error();
  }
  return links;
}

Result<std::optional<Stage>> latest_stage(Database& database, std::int64_t entry) {
  const auto query = database.prepared(
      "SELECT link.entry, claim.stage FROM entry_link AS link JOIN entry_claim AS claim ON claim.fact = link.entry "
      "WHERE link.other = ?1 AND link.kind = 'updates' UNION ALL SELECT entry, stage FROM deed_link WHERE entry = ?1 "
      "LIMIT 32");
  if (!query.ok()) return query.error();
  std::optional<Stage> latest;
  std::vector<std::int64_t> open = {entry};
  std::set<std::int64_t> seen = {entry};
  for (std::size_t at = 0; at < open.size() && seen.size() < kMostUpdates; ++at) {
    (*query)->with(open[at]);
    for (;;) {
      const auto row = (*query)->step();
      if (!row.ok()) return row.error();
      if (!*row) break;
      const std::int64_t update = (*query)->integer(0);
      const auto stage = value_named<Stage>((*query)->text(1));
      if (stage && (!latest || *stage > *latest)) latest = stage;
      if (seen.insert(update).second) open.push_back(update);
    }
    (*query)->reset();
  }
  return latest;
}

}  // namespace sayso::store
