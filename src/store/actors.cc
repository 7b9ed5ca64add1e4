#include "store/actors.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>
#include <utility>

#include "lexicon/words.h"
#include "record/enum_names.h"
#include "record/passage.h"
#include "store/match.h"
#include "text/spaces.h"

namespace sayso::store {
namespace {

constexpr std::int64_t kMostActors = 200;  // that one name may stand for in a question

/// All names of an actor in a record.
std::set<std::string> names_of(const Actor& actor, std::string_view text) {
  std::set<std::string> names;
  const auto add = [&](std::string_view name) {
    if (std::string single = text::single_spaced(name); !single.empty()) names.insert(std::move(single));
  };
  add(actor.name);
  for (const ActorMention& mention : actor.mentions) {
    if (mention.form == MentionForm::name) add(words_of(text, mention.span));
  }
  return names;
}

Result<std::int64_t> enter(Database& database, const Actor& actor) {
  const std::string identity = identity_of(actor);
  const auto known = database.prepared("SELECT key FROM actor WHERE identity = ?1");
  if (!known.ok()) return known.error();
  const auto row = (*known)->with(std::string_view(identity)).step();
  if (!row.ok()) return row.error();
  if (*row) {
    const std::int64_t key = (*known)->integer(0);
    (*known)->reset();
    return key;
  }
  const auto insert = database.prepared(
      "INSERT INTO actor(identity, name, kind, country, wikidata, named) VALUES(?1, ?2, ?3, ?4, ?5, ?6)");
  if (!insert.ok()) return insert.error();
  const std::string name = text::single_spaced(actor.name);
  const auto status =
      (*insert)
          ->with(std::string_view(identity), std::string_view(name), name_of(actor.kind),
                 std::string_view(actor.country), std::string_view(actor.wikidata), std::int64_t{is_named(actor)})
          .run();
  if (!status.ok()) return status.error();
  return database.last_key();
}

Status enter_name(Database& database, std::int64_t actor, std::string_view name) {
  const auto known = database.prepared("SELECT 1 FROM name WHERE actor = ?1 AND name = ?2");
  if (!known.ok()) return known.error();
  const auto row = (*known)->with(actor, name).step();
  if (!row.ok()) return row.error();
  (*known)->reset();
  if (*row) return Done{};
  const auto insert = database.prepared("INSERT INTO name(actor, name) VALUES(?1, ?2)");
  if (!insert.ok()) return insert.error();
  if (auto status = (*insert)->with(actor, name).run(); !status.ok()) return status;
  const auto index = database.prepared("INSERT INTO name_index(rowid, name) VALUES(?1, ?2)");
  if (!index.ok()) return index.error();
  return (*index)->with(database.last_key(), name).run();
}

/// The key in "#17"; 0 where it is none.
std::int64_t key_in(std::string_view name) {
  std::int64_t key = 0;
  if (!name.starts_with('#')) return 0;
  const char* end = name.data() + name.size();
  return std::from_chars(name.data() + 1, end, key).ptr == end ? key : 0;
}

constexpr const char* kKeyed = R"(
WITH root AS (SELECT coalesce(same_as, key) AS key FROM actor WHERE key = ?1)
SELECT actor.key FROM root JOIN actor ON actor.key = root.key
UNION SELECT actor.key FROM root JOIN actor ON actor.same_as = root.key
ORDER BY 1)";

constexpr const char* kByName = R"(
WITH root AS (
  SELECT DISTINCT coalesce(same_as, key) AS key FROM actor
  WHERE key IN (SELECT actor FROM name WHERE key IN (SELECT rowid FROM name_index WHERE name_index MATCH ?1)))
SELECT actor.key, actor.statements FROM root JOIN actor ON actor.key = root.key
UNION SELECT actor.key, actor.statements FROM root JOIN actor ON actor.same_as = root.key
ORDER BY 2 DESC, 1 LIMIT ?2)";

constexpr const char* kList = R"(
WITH total AS (
  SELECT coalesce(same_as, key) AS key, sum(statements) AS statements, sum(entries) AS entries,
         min(nullif(first_day, '')) AS first_day, max(last_day) AS last_day
  FROM actor GROUP BY 1)
SELECT actor.key, actor.name, actor.kind, actor.country, actor.wikidata, actor.named,
       total.statements, total.entries, coalesce(total.first_day, ''), total.last_day
FROM total JOIN actor ON actor.key = total.key
WHERE ?1 = '' OR total.key IN (
  SELECT coalesce(other.same_as, other.key) FROM name JOIN actor AS other ON other.key = name.actor
  WHERE name.key IN (SELECT rowid FROM name_index WHERE name_index MATCH ?1)) OR total.key = ?2
ORDER BY total.statements DESC, total.entries DESC, actor.key LIMIT ?3)";

Result<std::vector<std::string>> all_names(Database& database, std::int64_t root) {
  const auto query = database.prepared(
      "SELECT DISTINCT name.name FROM name JOIN actor ON actor.key = name.actor "
      "WHERE actor.key = ?1 OR actor.same_as = ?1 ORDER BY name.key");
  if (!query.ok()) return query.error();
  std::vector<std::string> names;
  (*query)->with(root);
  for (;;) {
    const auto row = (*query)->step();
    if (!row.ok()) return row.error();
    if (!*row) break;
    names.push_back((*query)->text(0));
  }
  (*query)->reset();
  return names;
}

Error nobody(std::string_view name) {
  return {Code::query_malformed, "nobody is known by the name '" + std::string(name) + "'"};
}

/// root_actor(), or query_malformed where there is none.
Result<std::int64_t> root_of(Database& database, std::int64_t actor) {
  auto root = root_actor(database, actor);
  if (root.ok() && *root == 0) return nobody("#" + std::to_string(actor));
  return root;
}

}  // namespace

Result<std::int64_t> root_actor(Database& database, std::int64_t actor) {
  const auto query = database.prepared("SELECT coalesce(same_as, key) FROM actor WHERE key = ?1");
  if (!query.ok()) return query.error();
  const auto row = (*query)->with(actor).step();
  if (!row.ok()) return row.error();
  const std::int64_t root = *row ? (*query)->integer(0) : 0;
  (*query)->reset();
  return root;
}

bool is_named(const Actor& actor) {
  return !actor.wikidata.empty() || actor.mentions.empty() ||
         std::any_of(actor.mentions.begin(), actor.mentions.end(),
                     [](const ActorMention& mention) { return mention.form == MentionForm::name; });
}

std::string identity_of(const Actor& actor) {
  if (!actor.wikidata.empty()) return actor.wikidata;
  const std::string folded = lexicon::words_of_name(actor.name).folded;
  if (!is_named(actor)) return "words " + folded;
  return (actor.kind == ActorKind::person ? "person " : "name ") + folded;
}

Result<ActorKeys> enter_actors(Database& database, const Record& record) {
  ActorKeys keys;
  for (const Actor& actor : record.actors) {
    const auto key = enter(database, actor);
    if (!key.ok()) return key.error();
    keys.emplace(actor.id, *key);
    for (const std::string& name : names_of(actor, record.document.text)) {
      if (auto status = enter_name(database, *key, name); !status.ok()) return status.error();
    }
  }
  return keys;
}

Status count_facts(Database& database, const Record& record, const ActorKeys& actors, int sign) {
  std::map<std::int64_t, std::pair<std::int64_t, std::int64_t>> counts;  // key -> statements, entries
  const auto key_of = [&](const std::string& id) {
    const auto found = actors.find(id);
    return found == actors.end() ? std::int64_t{0} : found->second;
  };
  for (const Statement& statement : record.statements) counts[key_of(statement.actor)].first += sign;
  for (const LedgerEntry& entry : record.ledger) counts[key_of(entry.actor)].second += sign;
  counts.erase(0);
  const auto update = database.prepared(
      "UPDATE actor SET statements = statements + ?2, entries = entries + ?3, "
      "first_day = CASE WHEN ?4 <> '' AND (first_day = '' OR ?4 < first_day) THEN ?4 ELSE first_day END, "
      "last_day = max(last_day, ?4) WHERE key = ?1");
  if (!update.ok()) return update.error();
  for (const auto& [key, count] : counts) {
    auto status = (*update)->with(key, count.first, count.second, std::string_view(record.document.published)).run();
    if (!status.ok()) return status;
  }
  return Done{};
}

Result<std::vector<std::int64_t>> actors_named(Database& database, std::string_view name) {
  const std::int64_t key = key_in(name);
  const auto match = match_name(name);
  if (key == 0 && !match.ok()) return match.error();
  const auto query = database.prepared(key > 0 ? kKeyed : kByName);
  if (!query.ok()) return query.error();
  if (key > 0) {
    (*query)->with(key);
  } else {
    (*query)->with(std::string_view(*match), kMostActors);
  }
  std::vector<std::int64_t> keys;
  for (;;) {
    const auto row = (*query)->step();
    if (!row.ok()) return row.error();
    if (!*row) break;
    keys.push_back((*query)->integer(0));
  }
  (*query)->reset();
  if (keys.empty()) return nobody(name);
  return keys;
}

Result<std::vector<StoredActor>> list_actors(Database& database, const std::string& name, std::size_t limit) {
  std::string match;
  std::int64_t key = key_in(name);
  if (key > 0) {
    const auto root = root_of(database, key);
    if (!root.ok()) return root.error();
    key = *root;
    match = "\"\"";  // of no name at all
  } else if (!name.empty()) {
    auto made = match_name(name);
    if (!made.ok()) return made.error();
    match = std::move(*made);
  }
  const auto query = database.prepared(kList);
  if (!query.ok()) return query.error();
  std::vector<StoredActor> all;
  (*query)->with(std::string_view(match), key, static_cast<std::int64_t>(std::min<std::size_t>(limit, 1U << 30)));
  for (;;) {
    const auto row = (*query)->step();
    if (!row.ok()) return row.error();
    if (!*row) break;
    StoredActor& actor = all.emplace_back();
    actor.key = (*query)->integer(0);
    actor.name = (*query)->text(1);
    actor.kind = value_named<ActorKind>((*query)->text(2)).value_or(ActorKind::unknown);
    actor.country = (*query)->text(3);
    actor.wikidata = (*query)->text(4);
    actor.named = (*query)->integer(5) != 0;
    actor.statements = (*query)->integer(6);
    actor.entries = (*query)->integer(7);
    actor.first_day = (*query)->text(8);
    actor.last_day = (*query)->text(9);
  }
  (*query)->reset();
  for (StoredActor& actor : all) {
    auto names = all_names(database, actor.key);
    if (!names.ok()) return names.error();
    actor.names = std::move(*names);
  }
  return all;
}

Status merge_actors(Database& database, std::int64_t actor, std::int64_t other) {
  const auto root = root_of(database, other), own = root_of(database, actor);
  if (!root.ok()) return root.error();
  if (!own.ok()) return own.error();
  if (*root == *own) return Done{};
  const auto update = database.prepared("UPDATE actor SET same_as = ?2 WHERE key = ?1 OR same_as = ?1");
  if (!update.ok()) return update.error();
  return (*update)->with(*own, *root).run();
}

Status part_actor(Database& database, std::int64_t actor) {
  const auto root = root_of(database, actor);
  if (!root.ok()) return root.error();
  const auto update = database.prepared("UPDATE actor SET same_as = NULL WHERE key = ?1 OR same_as = ?1");
  if (!update.ok()) return update.error();
  return (*update)->with(actor).run();
}

}  // namespace sayso::store
