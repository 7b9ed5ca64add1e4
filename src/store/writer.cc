#include "store/writer.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "store/actors.h"
#include "store/copies.h"
#include "store/links.h"
#include "store/stored_record.h"

namespace sayso::store {
namespace {

constexpr std::int64_t kAtOnce = 500;  // documents whose rows of the index are held in memory

constexpr const char* kInsert[] = {"INSERT INTO statement_index(rowid, words, keys) VALUES(?1, ?2, ?3)",
                                   "INSERT INTO entry_index(rowid, words, keys) VALUES(?1, ?2, ?3)",
                                   "INSERT INTO event_index(rowid, words, keys) VALUES(?1, ?2, ?3)"};
constexpr const char* kDelete[] = {
    "INSERT INTO statement_index(statement_index, rowid, words, keys) VALUES('delete', ?1, ?2, ?3)",
    "INSERT INTO entry_index(entry_index, rowid, words, keys) VALUES('delete', ?1, ?2, ?3)",
    "INSERT INTO event_index(event_index, rowid, words, keys) VALUES('delete', ?1, ?2, ?3)"};

/// Runs `sqls` for the rows of each sort, by ascending rowid: FTS5 writes to the disk at each that is smaller than the
/// one before.
Status run_each(Database& database, const char* const (&sqls)[3], IndexRows& rows) {
  std::vector<IndexRow>* const sorts[] = {&rows.statements, &rows.entries, &rows.events};
  for (std::size_t i = 0; i < 3; ++i) {
    std::sort(sorts[i]->begin(), sorts[i]->end(),
              [](const IndexRow& a, const IndexRow& b) { return a.rowid < b.rowid; });
    const auto query = database.prepared(sqls[i]);
    if (!query.ok()) return query.error();
    for (const IndexRow& row : *sorts[i]) {
      auto status = (*query)->with(row.rowid, std::string_view(row.words), std::string_view(row.keys)).run();
      if (!status.ok()) return status;
    }
  }
  return Done{};
}

void append(std::vector<IndexRow>& to, std::vector<IndexRow>&& rows) {
  std::move(rows.begin(), rows.end(), std::back_inserter(to));
}

std::int64_t size_of(std::size_t count) { return static_cast<std::int64_t>(count); }

Result<std::int64_t> outlet_key(Database& database, const std::string& name) {
  if (name.empty()) return std::int64_t{0};
  const auto insert = database.prepared("INSERT INTO outlet(name) VALUES(?1) ON CONFLICT DO NOTHING");
  if (!insert.ok()) return insert.error();
  if (auto status = (*insert)->with(std::string_view(name)).run(); !status.ok()) return status.error();
  const auto query = database.prepared("SELECT key FROM outlet WHERE name = ?1");
  if (!query.ok()) return query.error();
  const auto row = (*query)->with(std::string_view(name)).step();
  if (!row.ok()) return row.error();
  const std::int64_t key = (*query)->integer(0);
  (*query)->reset();
  return key;
}

}  // namespace

Result<std::int64_t> document_like(Database& database, const Document& document) {
  const auto query = database.prepared("SELECT key FROM document WHERE id = ?1 AND outlet = ?2");
  if (!query.ok()) return query.error();
  const auto row = (*query)->with(std::string_view(document.id), std::string_view(document.outlet)).step();
  if (!row.ok()) return row.error();
  const std::int64_t key = *row ? (*query)->integer(0) : 0;
  (*query)->reset();
  return key;
}

Status Writer::count_on() {
  const std::pair<std::int64_t*, const char*> counts[] = {
      {&next_.statement, "SELECT coalesce(max(first_statement + statements), 0) FROM document"},
      {&next_.entry, "SELECT coalesce(max(first_entry + entries), 0) FROM document"},
      {&next_.event, "SELECT coalesce(max(first_event + events), 0) FROM document"}};
  for (const auto& [number, sql] : counts) {
    const auto value = database_.number(sql);
    if (!value.ok()) return value.error();
    *number = *value;
  }
  return Done{};
}

Status Writer::finish() {
  auto status = run_each(database_, kInsert, pending_);
  pending_ = {};
  return status;
}

Result<bool> Writer::add(const Record& record, std::string_view packed, Store::Again again) {
  const auto known = document_like(database_, record.document);
  if (!known.ok()) return known.error();
  if (*known > 0 && again == Store::Again::keep) return false;
  // What was a copy stays one: its original is found no more once it has come behind it.
  auto copy_of = *known > 0 ? forget(*known) : original_of(database_, record);
  if (!copy_of.ok()) return copy_of.error();
  if (auto status = take(record, packed, std::move(*copy_of)); !status.ok()) return status.error();
  return true;
}

Status Writer::take(const Record& record, std::string_view packed, std::string copy_of) {
  const auto actors = enter_actors(database_, record);
  if (!actors.ok()) return actors.error();
  if (auto status = count_facts(database_, record, *actors, 1); !status.ok()) return status;
  const auto insert = database_.prepared(
      "INSERT INTO document(id, outlet, published, uri, title, first_statement, statements, first_entry, entries, "
      "first_event, events, record, copy_of) VALUES(?1, ?2, ?3, ?4, ?5, iif(?7 > 0, ?6, NULL), ?7, iif(?9 > 0, ?8, "
      "NULL), "
      "?9, iif(?11 > 0, ?10, NULL), ?11, ?12, ?13)");
  if (!insert.ok()) return insert.error();
  const Document& document = record.document;
  const std::int64_t statements = size_of(record.statements.size()), entries = size_of(record.ledger.size()),
                     events = size_of(record.events.size());
  auto status =
      (*insert)
          ->with(std::string_view(document.id), std::string_view(document.outlet), std::string_view(document.published),
                 std::string_view(document.uri), std::string_view(document.title), next_.statement, statements,
                 next_.entry, entries, next_.event, events, Blob{packed}, std::string_view(copy_of))
          .run();
  if (!status.ok()) return status;
  status = index(record, *actors, {database_.last_key(), next_, std::move(copy_of)});
  next_.statement += statements;
  next_.entry += entries;
  next_.event += events;
  return status;
}

Status Writer::index(const Record& record, const ActorKeys& actors, const Place& place) {
  if (auto status = enter_sketch(database_, record, place.document); !status.ok()) return status;
  if (auto status = link_facts(database_, record, actors, place.firsts, place.document); !status.ok()) return status;
  const auto outlet = outlet_key(database_, record.document.outlet);
  if (!outlet.ok()) return outlet.error();
  IndexRows rows = index_rows(record, actors, *outlet, place.firsts, place.copy_of.empty());
  append(pending_.statements, std::move(rows.statements));
  append(pending_.entries, std::move(rows.entries));
  append(pending_.events, std::move(rows.events));
  return Done{};
}

/// Gives of what it was a copy.
Result<std::string> Writer::forget(std::int64_t document) {
  if (auto status = finish(); !status.ok()) return status.error();
  const auto query = database_.prepared(
      "SELECT record, coalesce(first_statement, 0), coalesce(first_entry, 0), coalesce(first_event, 0), copy_of "
      "FROM document WHERE key = ?1");
  if (!query.ok()) return query.error();
  const auto row = (*query)->with(document).step();
  if (!row.ok()) return row.error();
  const auto record = stored_record((*query)->bytes(0), database_.path());
  const Firsts firsts{(*query)->integer(1), (*query)->integer(2), (*query)->integer(3)};
  std::string copy_of = (*query)->text(4);
  (*query)->reset();
  if (!record.ok()) return record.error();
  const auto actors = enter_actors(database_, *record);
  if (!actors.ok()) return actors.error();
  const auto outlet = outlet_key(database_, record->document.outlet);
  if (!outlet.ok()) return outlet.error();
  IndexRows rows = index_rows(*record, *actors, *outlet, firsts, copy_of.empty());
  if (auto status = run_each(database_, kDelete, rows); !status.ok()) return status.error();
  if (auto status = unlink_facts(database_, *record, *actors, firsts, document); !status.ok()) return status.error();
  if (auto status = remove_sketch(database_, *record, document); !status.ok()) return status.error();
  if (auto status = count_facts(database_, *record, *actors, -1); !status.ok()) return status.error();
  const auto remove = database_.prepared("DELETE FROM document WHERE key = ?1");
  if (!remove.ok()) return remove.error();
  if (auto status = (*remove)->with(document).run(); !status.ok()) return status.error();
  return copy_of;
}

Status Writer::index_anew() {
  const auto next = database_.prepared(
      "SELECT key, record, coalesce(first_statement, 0), coalesce(first_entry, 0), coalesce(first_event, 0) "
      "FROM document WHERE key > ?1 ORDER BY key LIMIT 1");
  if (!next.ok()) return next.error();
  const auto mark = database_.prepared("UPDATE document SET copy_of = ?2 WHERE key = ?1");
  if (!mark.ok()) return mark.error();
  Place place;
  for (std::int64_t count = 1;; ++count) {
    const auto row = (*next)->with(place.document).step();
    if (!row.ok()) return row.error();
    if (!*row) break;
    const auto record = stored_record((*next)->bytes(1), database_.path());
    place.document = (*next)->integer(0);
    place.firsts = {(*next)->integer(2), (*next)->integer(3), (*next)->integer(4)};
    (*next)->reset();
    if (!record.ok()) return record.error();
    const auto actors = enter_actors(database_, *record);
    if (!actors.ok()) return actors.error();
    auto copy_of = original_of(database_, *record);
    if (!copy_of.ok()) return copy_of.error();
    place.copy_of = std::move(*copy_of);
    if (auto status = (*mark)->with(place.document, std::string_view(place.copy_of)).run(); !status.ok()) return status;
    if (auto status = index(*record, *actors, place); !status.ok()) return status;
    if (count % kAtOnce == 0) {
      if (auto status = finish(); !status.ok()) return status;
    }
  }
  return finish();
}

}  // namespace sayso::store
