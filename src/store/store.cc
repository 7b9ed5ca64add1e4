#include "sayso/store.h"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <mutex>
#include <system_error>
#include <utility>

#include "store/actors.h"
#include "store/compression.h"
#include "store/facts.h"
#include "store/links.h"
#include "store/schema.h"
#include "store/search.h"
#include "store/sqlite.h"
#include "store/stored_record.h"

namespace sayso {

using store::ActorKeys;
using store::Blob;
using store::Database;
using store::IndexRow;
using store::IndexRows;

struct Store::State {
  mutable std::mutex mutex;
  Database database;
  store::Firsts next = {};  ///< the numbers that the next facts get
  IndexRows pending = {};   ///< of the documents since the last commit

  explicit State(Database opened) : database(std::move(opened)) {}

  Status count_on();
  Status begin();
  Status write_pending();
  Status take(const Record& record, std::string_view packed);
  Status forget(std::int64_t document);
  Result<std::int64_t> find(const Document& document);
  Result<std::int64_t> outlet(const std::string& name);
  /// Passes a failure on after taking back all since the last commit.
  Status kept(Status status);
  /// Runs `read` on one state of the database.
  template <class Read>
  auto reading(Read read) -> decltype(read());
};

namespace {

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

}  // namespace

Status Store::State::count_on() {
  const std::pair<std::int64_t*, const char*> counts[] = {
      {&next.statement, "SELECT coalesce(max(first_statement + statements), 0) FROM document"},
      {&next.entry, "SELECT coalesce(max(first_entry + entries), 0) FROM document"},
      {&next.event, "SELECT coalesce(max(first_event + events), 0) FROM document"}};
  for (const auto& [number, sql] : counts) {
    const auto value = database.number(sql);
    if (!value.ok()) return value.error();
    *number = *value;
  }
  return Done{};
}

Status Store::State::begin() {
  if (database.in_transaction()) return Done{};
  if (auto status = database.run("BEGIN IMMEDIATE"); !status.ok()) return status;
  return count_on();  // another program may have added
}

Status Store::State::write_pending() {
  auto status = run_each(database, kInsert, pending);
  pending = {};
  return status;
}

Status Store::State::kept(Status status) {
  if (!status.ok()) {
    pending = {};
    if (database.in_transaction()) (void)database.run("ROLLBACK");
  }
  return status;
}

Result<std::int64_t> Store::State::find(const Document& document) {
  const auto query = database.prepared("SELECT key FROM document WHERE id = ?1 AND outlet = ?2");
  if (!query.ok()) return query.error();
  const auto row = (*query)->with(std::string_view(document.id), std::string_view(document.outlet)).step();
  if (!row.ok()) return row.error();
  const std::int64_t key = *row ? (*query)->integer(0) : 0;
  (*query)->reset();
  return key;
}

Result<std::int64_t> Store::State::outlet(const std::string& name) {
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

Status Store::State::take(const Record& record, std::string_view packed) {
  const auto actors = store::enter_actors(database, record);
  if (!actors.ok()) return actors.error();
  if (auto status = store::count_facts(database, record, *actors, 1); !status.ok()) return status;
  const auto outlet_key = outlet(record.document.outlet);
  if (!outlet_key.ok()) return outlet_key.error();
  const auto insert = database.prepared(
      "INSERT INTO document(id, outlet, published, uri, title, first_statement, statements, first_entry, entries, "
      "first_event, events, record) VALUES(?1, ?2, ?3, ?4, ?5, iif(?7 > 0, ?6, NULL), ?7, iif(?9 > 0, ?8, NULL), ?9, "
      "iif(?11 > 0, ?10, NULL), ?11, ?12)");
  if (!insert.ok()) return insert.error();
  const Document& document = record.document;
  const std::int64_t statements = size_of(record.statements.size()), entries = size_of(record.ledger.size()),
                     events = size_of(record.events.size());
  auto status =
      (*insert)
          ->with(std::string_view(document.id), std::string_view(document.outlet), std::string_view(document.published),
                 std::string_view(document.uri), std::string_view(document.title), next.statement, statements,
                 next.entry, entries, next.event, events, Blob{packed})
          .run();
  if (!status.ok()) return status;
  if (auto linked = store::link_statements(database, record, next.statement); !linked.ok()) return linked;
  IndexRows rows = store::index_rows(record, *actors, *outlet_key, next);
  append(pending.statements, std::move(rows.statements));
  append(pending.entries, std::move(rows.entries));
  append(pending.events, std::move(rows.events));
  next.statement += statements;
  next.entry += entries;
  next.event += events;
  return Done{};
}

Status Store::State::forget(std::int64_t document) {
  if (auto status = write_pending(); !status.ok()) return status;
  const auto query = database.prepared(
      "SELECT record, coalesce(first_statement, 0), coalesce(first_entry, 0), coalesce(first_event, 0) "
      "FROM document WHERE key = ?1");
  if (!query.ok()) return query.error();
  const auto row = (*query)->with(document).step();
  if (!row.ok()) return row.error();
  const auto record = store::stored_record((*query)->bytes(0), database.path());
  const store::Firsts firsts{(*query)->integer(1), (*query)->integer(2), (*query)->integer(3)};
  (*query)->reset();
  if (!record.ok()) return record.error();
  const auto actors = store::enter_actors(database, *record);
  if (!actors.ok()) return actors.error();
  const auto outlet_key = outlet(record->document.outlet);
  if (!outlet_key.ok()) return outlet_key.error();
  IndexRows rows = store::index_rows(*record, *actors, *outlet_key, firsts);
  if (auto status = run_each(database, kDelete, rows); !status.ok()) return status;
  if (auto status = store::unlink_statements(database, *record, firsts.statement); !status.ok()) return status;
  if (auto status = store::count_facts(database, *record, *actors, -1); !status.ok()) return status;
  const auto remove = database.prepared("DELETE FROM document WHERE key = ?1");
  if (!remove.ok()) return remove.error();
  return (*remove)->with(document).run();
}

template <class Read>
auto Store::State::reading(Read read) -> decltype(read()) {
  const std::lock_guard lock(mutex);
  const bool own = !database.in_transaction();
  if (own) {
    if (auto status = database.run("BEGIN"); !status.ok()) return status.error();
  }
  auto result = read();
  if (own) (void)database.run("ROLLBACK");
  return result;
}

std::string_view name_of(LinkKind /*kind*/) { return "repeats"; }

Store::Store(std::unique_ptr<State> state) : state_(std::move(state)) {}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

Result<Store> Store::open(const std::string& path, Access access) {
  const auto how = access == Access::write ? Database::Access::write : Database::Access::read;
  if (access == Access::write) {
    std::error_code error;
    const auto folder = std::filesystem::path(path).parent_path();
    if (!folder.empty()) std::filesystem::create_directories(folder, error);
    if (error) return Error{Code::store_read_only, "the folder cannot be made: " + error.message(), folder.string()};
  }
  auto database = Database::open(path, how);
  if (!database.ok()) return database.error();
  if (auto status = store::prepare_schema(*database, how); !status.ok()) return status.error();
  return Store(std::make_unique<State>(std::move(*database)));
}

Result<bool> Store::contains(const Document& document) const {
  const std::lock_guard lock(state_->mutex);
  const auto key = state_->find(document);
  if (!key.ok()) return key.error();
  return *key > 0;
}

std::string Store::pack(const Record& record) { return store::compressed(to_json(record)); }

Result<bool> Store::add(const Record& record, std::string_view packed, Again again) {
  const std::lock_guard lock(state_->mutex);
  if (auto status = state_->begin(); !status.ok()) return status.error();
  const auto known = state_->find(record.document);
  if (!known.ok()) return state_->kept(known.error()).error();
  if (*known > 0) {
    if (again == Again::keep) return false;
    if (auto status = state_->kept(state_->forget(*known)); !status.ok()) return status.error();
  }
  if (auto status = state_->kept(state_->take(record, packed)); !status.ok()) return status.error();
  return true;
}

Status Store::commit() {
  const std::lock_guard lock(state_->mutex);
  if (!state_->database.in_transaction()) return Done{};
  if (auto status = state_->kept(state_->write_pending()); !status.ok()) return status;
  return state_->kept(state_->database.run("COMMIT"));
}

Result<std::vector<Hit>> Store::find(const Question& question) const {
  return state_->reading([&] { return store::search(state_->database, store::Sort::statements, question); });
}

Result<std::vector<Hit>> Store::ledger(const Question& question) const {
  return state_->reading([&] { return store::search(state_->database, store::Sort::entries, question); });
}

Result<std::vector<Hit>> Store::events(const Question& question) const {
  return state_->reading([&] { return store::search(state_->database, store::Sort::events, question); });
}

Result<std::vector<Link>> Store::links(const Question& question) const {
  return state_->reading([&] { return store::links_of(state_->database, question); });
}

Result<std::vector<StoredActor>> Store::actors(const std::string& name, std::size_t limit) const {
  return state_->reading([&] { return store::list_actors(state_->database, name, limit); });
}

Result<std::shared_ptr<const Record>> Store::document(const std::string& id) const {
  return state_->reading([&]() -> Result<std::shared_ptr<const Record>> {
    const auto query = state_->database.prepared("SELECT record FROM document WHERE id = ?1 ORDER BY key LIMIT 1");
    if (!query.ok()) return query.error();
    const auto row = (*query)->with(std::string_view(id)).step();
    if (!row.ok()) return row.error();
    if (!*row) return std::shared_ptr<const Record>();
    auto record = store::stored_record((*query)->bytes(0), state_->database.path());
    (*query)->reset();
    if (!record.ok()) return record.error();
    return std::make_shared<const Record>(std::move(*record));
  });
}

Status Store::merge(std::int64_t actor, std::int64_t other) {
  const std::lock_guard lock(state_->mutex);
  return store::merge_actors(state_->database, actor, other);
}

Status Store::part(std::int64_t actor) {
  const std::lock_guard lock(state_->mutex);
  return store::part_actor(state_->database, actor);
}

Result<Store::Counts> Store::counts() const {
  return state_->reading([&]() -> Result<Counts> {
    Counts counts;
    const std::pair<std::int64_t*, const char*> all[] = {
        {&counts.documents, "SELECT count(*) FROM document"},
        {&counts.statements, "SELECT coalesce(sum(statements), 0) FROM document"},
        {&counts.entries, "SELECT coalesce(sum(entries), 0) FROM document"},
        {&counts.events, "SELECT coalesce(sum(events), 0) FROM document"}};
    for (const auto& [number, sql] : all) {
      const auto value = state_->database.number(sql);
      if (!value.ok()) return value.error();
      *number = *value;
    }
    return counts;
  });
}

}  // namespace sayso
