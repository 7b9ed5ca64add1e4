#include "store/claims.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "base/dates.h"
#include "record/enum_names.h"
#include "store/actors.h"
#include "store/hash.h"

namespace sayso::store {
namespace {

constexpr std::int64_t kLatest = 64;     // facts that are looked at for each word
constexpr std::size_t kCandidates = 16;  // that are compared
constexpr double kSameMatter = 0.6;
constexpr double kSameLength = 0.5;

struct Table {
  const char* enter;
  const char* enter_word;
  const char* remove;
  const char* remove_word;
  const char* with_word;
  const char* with_number;
  const char* words;
};

constexpr Table kStatements = {
    "INSERT INTO statement_claim(fact, actor, day, size, act, stage) VALUES(?1, ?2, ?3, ?4, ?5, ?6)",
    "INSERT INTO statement_matter(word, fact, sign) VALUES(?1, ?2, ?3)",
    "DELETE FROM statement_claim WHERE fact = ?1",
    "DELETE FROM statement_matter WHERE word = ?1 AND fact = ?2",
    "SELECT fact FROM statement_matter WHERE word = ?1 AND fact < ?2 ORDER BY fact DESC LIMIT ?3",
    "SELECT coalesce(root.same_as, claim.actor), claim.day, claim.size, claim.act, claim.stage FROM statement_claim AS "
    "claim "
    "LEFT JOIN actor AS root ON root.key = claim.actor WHERE claim.fact = ?1",
    "SELECT sign FROM statement_matter WHERE word = ?1 AND fact = ?2"};
constexpr Table kEntries = {
    "INSERT INTO entry_claim(fact, actor, day, size, act, stage) VALUES(?1, ?2, ?3, ?4, ?5, ?6)",
    "INSERT INTO entry_matter(word, fact, sign) VALUES(?1, ?2, ?3)",
    "DELETE FROM entry_claim WHERE fact = ?1",
    "DELETE FROM entry_matter WHERE word = ?1 AND fact = ?2",
    "SELECT fact FROM entry_matter WHERE word = ?1 AND fact < ?2 ORDER BY fact DESC LIMIT ?3",
    "SELECT coalesce(root.same_as, claim.actor), claim.day, claim.size, claim.act, claim.stage FROM entry_claim AS "
    "claim "
    "LEFT JOIN actor AS root ON root.key = claim.actor WHERE claim.fact = ?1",
    "SELECT sign FROM entry_matter WHERE word = ?1 AND fact = ?2"};

const Table& table_of(Sort sort) { return sort == Sort::entries ? kEntries : kStatements; }

std::int64_t published(const Record& record) {
  const auto day = parse_day(record.document.published);
  return day ? day_number(*day) : kNoDay;
}

/// The actor's key where a name tells who it is: "officials" of two articles may be others.
std::int64_t named_actor(const Record& record, const std::string& id, const ActorKeys& actors) {
  const auto actor =
      std::find_if(record.actors.begin(), record.actors.end(), [&](const Actor& each) { return each.id == id; });
  const auto key = actors.find(id);
  return actor == record.actors.end() || key == actors.end() || !is_named(*actor) ? 0 : key->second;
}

/// How far a matter has come by an entry that does not tell it.
std::optional<Stage> stage_of(Act act) {
  switch (act) {
    case Act::not_ruled_out:
    case Act::offer:
      return Stage::floated;
    case Act::intend:
      return Stage::planned;
    case Act::pledge:
      return Stage::pledged;
    case Act::agree:
      return Stage::agreed;
    default:
      return std::nullopt;
  }
}

/// Counts how many words of a claim each earlier fact has, as far as the latest facts with each word tell.
Result<std::map<std::int64_t, std::size_t>> counts(Database& database, const Table& table, const Claim& claim,
                                                   std::int64_t before) {
  const auto query = database.prepared(table.with_word);
  if (!query.ok()) return query.error();
  std::map<std::int64_t, std::size_t> shared;
  for (const MatterWord& word : claim.words) {
    (*query)->with(word.hash, before, kLatest);
    for (;;) {
      const auto row = (*query)->step();
      if (!row.ok()) return row.error();
      if (!*row) break;
      ++shared[(*query)->integer(0)];
    }
    (*query)->reset();
  }
  return shared;
}

/// The actor that stands for those merged with this one.
Result<std::int64_t> root_actor(Database& database, std::int64_t actor) {
  const auto query = database.prepared("SELECT coalesce(same_as, key) FROM actor WHERE key = ?1");
  if (!query.ok()) return query.error();
  const auto row = (*query)->with(actor).step();
  if (!row.ok()) return row.error();
  const std::int64_t root = *row ? (*query)->integer(0) : 0;
  (*query)->reset();
  return root;
}

bool is_same_matter(Sort sort, const Related& other) {
  const Comparison& common = other.common;
  const std::size_t fewest = sort == Sort::entries ? 2 : 3;
  return common.shared >= fewest && common.shared > common.names && other.likeness >= kSameMatter &&
         other.closeness >= kSameLength;
}

}  // namespace

std::optional<Claim> claim_of(const Record& record, const Statement& statement, const Matters& matters,
                              const ActorKeys& actors) {
  if (statement.kind == StatementKind::question) return std::nullopt;
  Claim claim;
  claim.actor = named_actor(record, statement.actor, actors);
  claim.day = published(record);
  claim.words = matters.of(statement.content, statement.kind == StatementKind::denial, statement.actor);
  return claim.words.empty() ? std::nullopt : std::optional(std::move(claim));
}

std::optional<Claim> claim_of(const Record& record, const LedgerEntry& entry, const Matters& matters,
                              const ActorKeys& actors) {
  Claim claim;
  claim.actor = named_actor(record, entry.actor, actors);
  if (claim.actor == 0) return std::nullopt;
  claim.day = published(record);
  claim.words = matters.of({entry.action}, false, entry.actor);
  // Of its own actor, so that the latest of the many who send something are not in the way.
  for (MatterWord& word : claim.words) word.hash = hash_of("of", word.hash ^ (claim.actor << 31));
  claim.act = entry.act;
  claim.stage = entry.outcome && entry.outcome->stage ? entry.outcome->stage
                : entry.stage                         ? entry.stage
                                                      : stage_of(entry.act);
  return claim.words.empty() ? std::nullopt : std::optional(std::move(claim));
}

Status enter_claim(Database& database, Sort sort, const Claim& claim) {
  const Table& table = table_of(sort);
  const auto enter = database.prepared(table.enter);
  if (!enter.ok()) return enter.error();
  const auto size = static_cast<std::int64_t>(claim.words.size());
  const std::string_view act = claim.act ? name_of(*claim.act) : "", stage = claim.stage ? name_of(*claim.stage) : "";
  if (auto status = (*enter)->with(claim.fact, claim.actor, claim.day, size, act, stage).run(); !status.ok())
    return status;
  const auto enter_word = database.prepared(table.enter_word);
  if (!enter_word.ok()) return enter_word.error();
  for (const MatterWord& word : claim.words) {
    if (auto status = (*enter_word)->with(word.hash, claim.fact, std::int64_t{word.negated}).run(); !status.ok())
      return status;
  }
  return Done{};
}

Status remove_claim(Database& database, Sort sort, const Claim& claim) {
  const Table& table = table_of(sort);
  const auto remove = database.prepared(table.remove);
  if (!remove.ok()) return remove.error();
  if (auto status = (*remove)->with(claim.fact).run(); !status.ok()) return status;
  const auto remove_word = database.prepared(table.remove_word);
  if (!remove_word.ok()) return remove_word.error();
  for (const MatterWord& word : claim.words) {
    if (auto status = (*remove_word)->with(word.hash, claim.fact).run(); !status.ok()) return status;
  }
  return Done{};
}

Result<Comparison> common_with(Database& database, Sort sort, const Claim& claim, std::int64_t other) {
  const auto query = database.prepared(table_of(sort).words);
  if (!query.ok()) return query.error();
  Comparison common;
  for (const MatterWord& word : claim.words) {
    const auto row = (*query)->with(word.hash, other).step();
    if (!row.ok()) return row.error();
    if (*row) {
      ++common.shared;
      if (word.name) ++common.names;
      if (word.negated != ((*query)->integer(0) != 0)) ++common.opposed;
    }
    (*query)->reset();
  }
  return common;
}

bool are_opposed(const Comparison& common) {
  return common.opposed > 0 && common.opposed * 3 >= common.shared - common.names;
}

Result<std::vector<Related>> related(Database& database, Sort sort, const Claim& claim, std::int64_t before) {
  const Table& table = table_of(sort);
  const auto shared = counts(database, table, claim, before);
  if (!shared.ok()) return shared.error();
  std::vector<std::pair<std::int64_t, std::size_t>> order(shared->begin(), shared->end());
  std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) {
    return a.second != b.second ? a.second > b.second : a.first > b.first;
  });
  order.resize(std::min(order.size(), kCandidates));
  const auto own = root_actor(database, claim.actor);
  if (!own.ok()) return own.error();
  const auto query = database.prepared(table.with_number);
  if (!query.ok()) return query.error();
  std::vector<Related> found;
  for (const auto& [number, count] : order) {
    if (count < 2) break;
    const auto row = (*query)->with(number).step();
    if (!row.ok()) return row.error();
    if (!*row) continue;
    Related other;
    other.claim.fact = number;
    other.claim.actor = (*query)->integer(0);
    other.claim.day = (*query)->integer(1);
    const auto size = static_cast<std::size_t>((*query)->integer(2));
    other.claim.act = value_named<Act>((*query)->text(3));
    other.claim.stage = value_named<Stage>((*query)->text(4));
    (*query)->reset();
    other.same_actor = *own > 0 && other.claim.actor == *own;
    const auto common = common_with(database, sort, claim, number);
    if (!common.ok()) return common.error();
    other.common = *common;
    other.likeness = static_cast<double>(common->shared) / static_cast<double>(std::min(claim.words.size(), size));
    other.closeness = 2 * static_cast<double>(common->shared) / static_cast<double>(claim.words.size() + size);
    if (is_same_matter(sort, other)) found.push_back(std::move(other));
  }
  std::stable_sort(found.begin(), found.end(), [](const Related& a, const Related& b) {
    return a.likeness != b.likeness ? a.likeness > b.likeness : a.claim.fact > b.claim.fact;
  });
  return found;
}

}  // namespace sayso::store
