#include "store/claims.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "base/dates.h"
#include "lexicon/words.h"
#include "record/enum_names.h"
#include "store/actors.h"
#include "store/hash.h"
#include "store/tally.h"

namespace sayso::store {
namespace {

constexpr std::int64_t kLatest = 64;     // facts that are looked at for each word
constexpr std::size_t kCandidates = 16;  // that are compared

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
    "INSERT INTO statement_claim(fact, actor, name, day, size, act, stage) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    "INSERT INTO statement_matter(word, fact, sign) VALUES(?1, ?2, ?3)",
    "DELETE FROM statement_claim WHERE fact = ?1",
    "DELETE FROM statement_matter WHERE word = ?1 AND fact = ?2",
    "SELECT fact FROM statement_matter WHERE word = ?1 AND fact < ?2 ORDER BY fact DESC LIMIT ?3",
    "SELECT coalesce(root.same_as, claim.actor), claim.day, claim.size, claim.act, claim.stage, claim.name FROM "
    "statement_claim AS "
    "claim "
    "LEFT JOIN actor AS root ON root.key = claim.actor WHERE claim.fact = ?1",
    "SELECT sign FROM statement_matter WHERE word = ?1 AND fact = ?2"};
constexpr Table kEntries = {
    "INSERT INTO entry_claim(fact, actor, name, day, size, act, stage) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    "INSERT INTO entry_matter(word, fact, sign) VALUES(?1, ?2, ?3)",
    "DELETE FROM entry_claim WHERE fact = ?1",
    "DELETE FROM entry_matter WHERE word = ?1 AND fact = ?2",
    "SELECT fact FROM entry_matter WHERE word = ?1 AND fact < ?2 ORDER BY fact DESC LIMIT ?3",
    "SELECT coalesce(root.same_as, claim.actor), claim.day, claim.size, claim.act, claim.stage, claim.name FROM "
    "entry_claim AS "
    "claim "
    "LEFT JOIN actor AS root ON root.key = claim.actor WHERE claim.fact = ?1",
    "SELECT sign FROM entry_matter WHERE word = ?1 AND fact = ?2"};

const Table& table_of(Sort sort) { return sort == Sort::entries ? kEntries : kStatements; }

NameHash name_hash(const std::string& written) {
  const lexicon::Words name = lexicon::words_of_name(written);
  if (name.words.empty()) return {};
  const auto word = [&](const lexicon::Word& each) {
    return hash_of_name(std::string_view(name.folded).substr(each.begin, each.end - each.begin));
  };
  return {word(name.words.back()), name.words.size() > 1 ? word(name.words.front()) : 0};
}

/// Two hashes of 31 bits in one number.
std::int64_t packed(const NameHash& name) { return name.last << 31 | name.first; }
NameHash unpacked(std::int64_t name) { return {name >> 31, name & 0x7FFFFFFF}; }

bool may_be_one(const NameHash& a, const NameHash& b) {
  return a.last != 0 && a.last == b.last && (a.first == b.first || a.first == 0 || b.first == 0);
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

/// Counts how many of some words each earlier fact has, as far as the latest facts with each word tell.
Result<std::map<std::int64_t, std::size_t>> counts(Database& database, const Table& table,
                                                   const std::vector<MatterWord>& words, std::int64_t before) {
  const auto query = database.prepared(table.with_word);
  if (!query.ok()) return query.error();
  std::map<std::int64_t, std::size_t> shared;
  for (const MatterWord& word : words) {
    if (auto status = tally((*query)->with(word.hash, before, kLatest), shared); !status.ok()) return status.error();
  }
  return shared;
}

bool is_same_matter(Sort sort, const Related& other, const SameMatter& same) {
  const Comparison& common = other.common;
  // Two words are a matter of one speaker where there are no more.
  const std::size_t fewest = sort == Sort::entries || (other.same_actor && other.closeness == 1) ? 2 : 3;
  return common.shared >= fewest && common.shared > common.names && other.likeness >= same.likeness &&
         other.closeness >= same.closeness;
}

}  // namespace

std::int64_t hash_of_name(std::string_view word) { return hash_of(lexicon::words_of_name(word).folded, 1); }

std::vector<MatterWord> words_of_actor(std::vector<MatterWord> words, std::int64_t last_name) {
  for (MatterWord& word : words) word.hash = hash_of("of", word.hash ^ (last_name << 31));
  std::sort(words.begin(), words.end(), [](const MatterWord& a, const MatterWord& b) { return a.hash < b.hash; });
  return words;
}

void set_actor(Claim& claim, const Record& record, const std::string& id, const ActorKeys& actors) {
  const auto actor =
      std::find_if(record.actors.begin(), record.actors.end(), [&](const Actor& each) { return each.id == id; });
  const auto key = actors.find(id);
  if (actor == record.actors.end() || key == actors.end()) return;
  claim.actor = is_named(*actor) ? key->second : kDescribed;
  claim.name = is_named(*actor) ? name_hash(actor->name) : NameHash{};
}

std::int64_t published_day(const Record& record) {
  const auto day = parse_day(record.document.published);
  return day ? day_number(*day) : kNoDay;
}

std::optional<Claim> claim_of(const Record& record, const Statement& statement, const Matters& matters,
                              const ActorKeys& actors) {
  if (statement.kind == StatementKind::question) return std::nullopt;
  Claim claim;
  set_actor(claim, record, statement.actor, actors);
  if (claim.actor == 0 && statement.source) claim.actor = kDescribed;
  claim.day = published_day(record);
  claim.words = matters.of(statement.content, statement.kind == StatementKind::denial, statement.actor);
  return claim.words.empty() ? std::nullopt : std::optional(std::move(claim));
}

std::optional<Claim> claim_of(const Record& record, const LedgerEntry& entry, const Matters& matters,
                              const ActorKeys& actors) {
  Claim claim;
  set_actor(claim, record, entry.actor, actors);
  if (claim.actor <= 0) return std::nullopt;
  claim.day = published_day(record);
  claim.words = words_of_actor(matters.of({entry.action}, false, entry.actor), claim.name.last);
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
  if (auto status = (*enter)->with(claim.fact, claim.actor, packed(claim.name), claim.day, size, act, stage).run();
      !status.ok())
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
  return common.opposed > 0 && common.opposed * 5 >= common.shared - common.names;
}

Result<bool> is_by_another(Database& database, const Claim& claim, std::int64_t other) {
  const auto own = root_actor(database, claim.actor);
  if (!own.ok()) return own.error();
  const auto query = database.prepared(kStatements.with_number);
  if (!query.ok()) return query.error();
  const auto row = (*query)->with(other).step();
  if (!row.ok()) return row.error();
  const std::int64_t actor = *row ? (*query)->integer(0) : 0;
  const NameHash name = *row ? unpacked((*query)->integer(5)) : NameHash{};
  (*query)->reset();
  return *own > 0 && actor > 0 && actor != *own && !may_be_one(claim.name, name);
}

Result<std::vector<Related>> related(Database& database, Sort sort, const Claim& claim, std::int64_t before,
                                     const SameMatter& same) {
  const Table& table = table_of(sort);
  const auto shared = counts(database, table, same.any.empty() ? claim.words : same.any, before);
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
    if (count < 2 && same.any.empty()) break;
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
    other.claim.name = unpacked((*query)->integer(5));
    (*query)->reset();
    other.same_actor = (*own > 0 && other.claim.actor == *own) || may_be_one(claim.name, other.claim.name);
    const auto common = common_with(database, sort, claim, number);
    if (!common.ok()) return common.error();
    other.common = *common;
    other.likeness = static_cast<double>(common->shared) / static_cast<double>(std::min(claim.words.size(), size));
    other.closeness = 2 * static_cast<double>(common->shared) / static_cast<double>(claim.words.size() + size);
    if (is_same_matter(sort, other, same)) found.push_back(std::move(other));
  }
  std::stable_sort(found.begin(), found.end(), [](const Related& a, const Related& b) {
    return a.likeness != b.likeness ? a.likeness > b.likeness : a.claim.fact > b.claim.fact;
  });
  return found;
}

}  // namespace sayso::store
