#include "store/search.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <string>
#include <utility>

#include "lexicon/words.h"
#include "record/enum_names.h"
#include "store/actors.h"
#include "store/facts.h"
#include "store/links.h"
#include "store/match.h"
#include "store/stored_record.h"

namespace sayso::store {
namespace {

using Groups = std::vector<std::vector<std::string>>;

/// What differs between the sorts of facts.
struct Table {
  const char* ascending;   ///< rowids of ?1 between ?2 and ?3, at most ?4
  const char* descending;  ///< the same from the last on
  const char* document;    ///< that holds the fact ?1: number of its first fact, how many, record
};

constexpr Table kStatements = {
    "SELECT rowid FROM statement_index WHERE statement_index MATCH ?1 AND rowid BETWEEN ?2 AND ?3 ORDER BY rowid LIMIT "
    "?4",
    "SELECT rowid FROM statement_index WHERE statement_index MATCH ?1 AND rowid BETWEEN ?2 AND ?3 "
    "ORDER BY rowid DESC LIMIT ?4",
    "SELECT first_statement, statements, record FROM document WHERE first_statement <= ?1 "
    "ORDER BY first_statement DESC LIMIT 1"};
constexpr Table kEntries = {
    "SELECT rowid FROM entry_index WHERE entry_index MATCH ?1 AND rowid BETWEEN ?2 AND ?3 ORDER BY rowid LIMIT ?4",
    "SELECT rowid FROM entry_index WHERE entry_index MATCH ?1 AND rowid BETWEEN ?2 AND ?3 "
    "ORDER BY rowid DESC LIMIT ?4",
    "SELECT first_entry, entries, record FROM document WHERE first_entry <= ?1 "
    "ORDER BY first_entry DESC LIMIT 1"};
constexpr Table kEvents = {
    "SELECT rowid FROM event_index WHERE event_index MATCH ?1 AND rowid BETWEEN ?2 AND ?3 ORDER BY rowid LIMIT ?4",
    "SELECT rowid FROM event_index WHERE event_index MATCH ?1 AND rowid BETWEEN ?2 AND ?3 "
    "ORDER BY rowid DESC LIMIT ?4",
    "SELECT first_event, events, record FROM document WHERE first_event <= ?1 "
    "ORDER BY first_event DESC LIMIT 1"};

const Table& table_of(Sort sort) {
  if (sort == Sort::entries) return kEntries;
  return sort == Sort::events ? kEvents : kStatements;
}

/// Adds the keys of all who have this name.
Status add_actors(Database& database, Groups& groups, std::string_view sort, const std::string& name) {
  if (name.empty()) return Done{};
  const auto actors = actors_named(database, name);
  if (!actors.ok()) return actors.error();
  auto& group = groups.emplace_back();
  for (const std::int64_t actor : *actors) group.push_back(key(sort, actor));
  return Done{};
}

Status add_outlets(Database& database, Groups& groups, const std::string& name) {
  if (name.empty()) return Done{};
  const std::string wanted = " " + lexicon::words_of_name(name).folded;
  const auto query = database.prepared("SELECT key, name FROM outlet");
  if (!query.ok()) return query.error();
  auto& group = groups.emplace_back();
  (*query)->with();
  for (;;) {
    const auto row = (*query)->step();
    if (!row.ok()) return row.error();
    if (!*row) break;
    const std::string each = " " + lexicon::words_of_name((*query)->text(1)).folded;
    if (each.find(wanted) != std::string::npos) group.push_back(key("o", (*query)->integer(0)));
  }
  (*query)->reset();
  if (!group.empty()) return Done{};
  return Error{Code::query_malformed, "there is no outlet by the name '" + name + "'"};
}

/// The keys that an answer must have, one of each group.
Result<Groups> conditions(Database& database, Sort sort, const Question& question) {
  Groups groups;
  for (const auto& [mark, name] : {std::pair("a", &question.speaker), {"v", &question.via}, {"r", &question.to}}) {
    if (auto status = add_actors(database, groups, mark, *name); !status.ok()) return status.error();
  }
  if (auto status = add_outlets(database, groups, question.outlet); !status.ok()) return status.error();
  const auto add = [&](std::string_view name, std::string_view value) { groups.push_back({key(name, value)}); };
  if (sort == Sort::statements && question.mode) add("mode", name_of(*question.mode));
  if (sort == Sort::entries && question.act) add("act", name_of(*question.act));
  if (sort == Sort::entries && question.stage) add("stage", name_of(*question.stage));
  if (sort == Sort::events && !question.event_type.empty()) add("type", question.event_type);
  if (sort == Sort::entries && (question.since || question.until)) {
    namespace chrono = std::chrono;
    const auto first = question.since.value_or(chrono::sys_days(chrono::year{1} / 1 / 1));
    const auto last = question.until.value_or(chrono::sys_days(chrono::year{9999} / 12 / 31));
    auto days = day_keys(first, last);
    if (days.empty()) days.emplace_back("never");
    groups.push_back(std::move(days));
  }
  if (question.originals) groups.push_back({"original"});
  if (groups.empty()) groups.push_back({"all"});
  return groups;
}

/// The rowids among which the answers are.
std::pair<std::int64_t, std::int64_t> range(Sort sort, const Question& question) {
  const auto& first = sort == Sort::entries ? question.due_from : question.since;
  const auto& last = sort == Sort::entries ? question.due_to : question.until;
  const std::int64_t begin = first ? day_number(*first) : last ? kNoDay + 1 : kNoDay;
  const std::int64_t end = last ? day_number(*last) : first ? kNoDueDay - 1 : kNoDueDay;
  return {rowid_of(begin, 0), rowid_of(end, (std::int64_t{1} << kNumberBits) - 1)};
}

struct Found {
  std::shared_ptr<const Record> record;
  std::int64_t first = 0;
};

Result<Found> document_of(Database& database, const Table& table, std::int64_t number) {
  const auto query = database.prepared(table.document);
  if (!query.ok()) return query.error();
  const auto row = (*query)->with(number).step();
  if (!row.ok()) return row.error();
  const Error damaged{Code::store_damaged, "the index names a fact that no document has", database.path()};
  if (!*row) return damaged;
  const std::int64_t first = (*query)->integer(0);
  if (number - first >= (*query)->integer(1)) return damaged;
  auto record = stored_record((*query)->bytes(2), database.path());
  (*query)->reset();
  if (!record.ok()) return record.error();
  return Found{std::make_shared<const Record>(std::move(*record)), first};
}

std::size_t facts_in(const Record& record, Sort sort) {
  if (sort == Sort::entries) return record.ledger.size();
  return sort == Sort::events ? record.events.size() : record.statements.size();
}

}  // namespace

Result<std::vector<std::int64_t>> positions_of(Database& database, Sort sort, const Question& question) {
  const auto groups = conditions(database, sort, question);
  if (!groups.ok()) return groups.error();
  const auto match = match_fact(question.about, *groups);
  if (!match.ok()) return match.error();
  const Table& table = table_of(sort);
  const bool ascending = sort == Sort::entries || question.oldest_first;
  const auto query = database.prepared(ascending ? table.ascending : table.descending);
  if (!query.ok()) return query.error();
  auto [begin, end] = range(sort, question);
  if (question.after && ascending) begin = std::max(begin, *question.after + 1);
  if (question.after && !ascending) end = std::min(end, *question.after - 1);
  const auto limit =
      static_cast<std::int64_t>(std::min<std::size_t>(question.limit, std::numeric_limits<std::int32_t>::max()));
  std::vector<std::int64_t> positions;
  (*query)->with(std::string_view(*match), begin, end, limit);
  for (;;) {
    const auto row = (*query)->step();
    if (!row.ok()) return row.error();
    if (!*row) break;
    positions.push_back((*query)->integer(0));
  }
  (*query)->reset();
  return positions;
}

Result<Hit> FactReader::at(std::int64_t number) {
  constexpr std::size_t kKept = 32;
  const auto kept = [&]() -> Hit {
    auto after = records_.upper_bound(number);
    if (after == records_.begin()) return {};
    --after;
    const auto index = static_cast<std::size_t>(number - after->first);
    Hit hit;
    if (index >= facts_in(*after->second, sort_)) return hit;
    hit.record = after->second;
    hit.index = index;
    return hit;
  };
  if (Hit hit = kept(); hit.record) return hit;
  auto found = document_of(database_, table_of(sort_), number);
  if (!found.ok()) return found.error();
  if (records_.size() >= kKept) records_.clear();
  records_[found->first] = std::move(found->record);
  if (Hit hit = kept(); hit.record) return hit;
  return Error{Code::store_damaged, "a stored record is damaged", database_.path()};
}

namespace {

Result<std::vector<Hit>> answers(Database& database, Sort sort, const Question& question) {
  const auto positions = positions_of(database, sort, question);
  if (!positions.ok()) return positions.error();
  std::vector<std::int64_t> numbers(positions->size());
  std::transform(positions->begin(), positions->end(), numbers.begin(), number_of);
  const Table& table = table_of(sort);
  // Facts of one document are mostly near each other: each record is read once, in the order of the numbers.
  std::vector<std::size_t> order(numbers.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return numbers[a] < numbers[b]; });
  std::vector<Hit> hits(numbers.size());
  Found found;
  for (const std::size_t at : order) {
    const auto inside = [&] {
      return found.record && numbers[at] - found.first < static_cast<std::int64_t>(facts_in(*found.record, sort));
    };
    if (!inside()) {
      auto next = document_of(database, table, numbers[at]);
      if (!next.ok()) return next.error();
      found = std::move(*next);
      if (!inside()) return Error{Code::store_damaged, "a stored record is damaged", database.path()};
    }
    hits[at].record = found.record;
    hits[at].index = static_cast<std::size_t>(numbers[at] - found.first);
    hits[at].position = (*positions)[at];
    if (sort == Sort::entries) {
      const auto latest = latest_stage(database, numbers[at]);
      if (!latest.ok()) return latest.error();
      hits[at].latest = *latest;
    }
  }
  return hits;
}

/// Entries that were due before question.as_of and are open still.
Result<std::vector<Hit>> overdue(Database& database, const Question& question) {
  constexpr std::size_t kAtOnce = 100;
  Question wide = question;
  const auto last = *question.as_of - std::chrono::days(1);
  wide.due_to = std::min(question.due_to.value_or(last), last);
  wide.limit = std::max(question.limit, kAtOnce);
  std::vector<Hit> open;
  for (;;) {
    const auto hits = answers(database, Sort::entries, wide);
    if (!hits.ok()) return hits.error();
    for (const Hit& hit : *hits) {
      if (is_open(hit)) open.push_back(hit);
      if (open.size() == question.limit) return open;
    }
    if (hits->size() < wide.limit) return open;
    wide.after = hits->back().position;
  }
}

}  // namespace

Result<std::vector<Hit>> search(Database& database, Sort sort, const Question& question) {
  return sort == Sort::entries && question.overdue && question.as_of ? overdue(database, question)
                                                                     : answers(database, sort, question);
}

}  // namespace sayso::store
