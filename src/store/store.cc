#include "sayso/store.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <mutex>
#include <system_error>
#include <utility>

#include "store/actors.h"
#include "store/compression.h"
#include "store/links.h"
#include "store/schema.h"
#include "store/search.h"
#include "store/sqlite.h"
#include "store/stored_record.h"
#include "store/verdicts.h"
#include "store/writer.h"
#include "text/utf8.h"

namespace sayso {

using store::Database;

struct Store::State {
  mutable std::mutex mutex;
  Database database;
  store::Writer writer{database};

  explicit State(Database opened) : database(std::move(opened)) {}

  Status begin();
  /// Passes a failure on after taking back all since the last commit.
  Status kept(Status status);
  /// Runs `read` on one state of the database.
  template <class Read>
  auto reading(Read read) -> decltype(read());
};

Status Store::State::begin() {
  if (database.in_transaction()) return Done{};
  if (auto status = database.run("BEGIN IMMEDIATE"); !status.ok()) return status;
  return writer.count_on();
}

Status Store::State::kept(Status status) {
  if (!status.ok()) {
    writer.drop();
    if (database.in_transaction()) (void)database.run("ROLLBACK");
  }
  return status;
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

std::string_view name_of(LinkKind kind) {
  switch (kind) {
    case LinkKind::repeats:
      return "repeats";
    case LinkKind::restates:
      return "restates";
    case LinkKind::confirms:
      return "confirms";
    case LinkKind::contradicts:
      return "contradicts";
    case LinkKind::changes_position:
      return "changes-position";
    case LinkKind::updates:
      return "updates";
  }
  return {};
}

std::string_view name_of(Judgement judgement) {
  switch (judgement) {
    case Judgement::accepted:
      return "accepted";
    case Judgement::corrected:
      return "corrected";
    case Judgement::rejected:
      return "rejected";
  }
  return {};
}

bool is_open(const Hit& hit) {
  constexpr std::array kBinding = {Act::pledge, Act::intend, Act::offer, Act::agree, Act::expect};
  const LedgerEntry& entry = hit.record->ledger[hit.index];
  if (std::find(kBinding.begin(), kBinding.end(), entry.act) == kBinding.end()) return false;
  const auto ends = [](const std::optional<Stage>& stage) { return stage && *stage >= Stage::delivered; };
  return !ends(entry.stage) && !ends(hit.latest) && !(entry.outcome && ends(entry.outcome->stage));
}

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
  const auto key = store::document_like(state_->database, document);
  if (!key.ok()) return key.error();
  return *key > 0;
}

std::string Store::pack(const Record& record) { return store::compressed(to_json(record)); }

Result<bool> Store::add(const Record& record, std::string_view packed, Again again) {
  const std::lock_guard lock(state_->mutex);
  if (auto status = state_->begin(); !status.ok()) return status.error();
  auto added = state_->writer.add(record, packed, again);
  if (!added.ok()) return state_->kept(added.error()).error();
  return added;
}

Status Store::commit() {
  const std::lock_guard lock(state_->mutex);
  if (!state_->database.in_transaction()) return Done{};
  if (auto status = state_->kept(state_->writer.finish()); !status.ok()) return status;
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

Status Store::judge(const std::string& document, const Verdict& verdict) {
  const auto record = this->document(document);
  if (!record.ok()) return record.error();
  if (!*record) return Error{Code::query_malformed, "there is no document of this id", document};
  const std::string& text = (*record)->document.text;
  const auto fits = [&text](const Span& span) {
    return span.begin < span.end && text::is_boundary(text, span.begin) && text::is_boundary(text, span.end);
  };
  bool all = fits(verdict.statement);
  for (const auto* spans : {&verdict.source, &verdict.cue, &verdict.content}) {
    all = all && std::all_of(spans->begin(), spans->end(), fits);
  }
  if (!all) return Error{Code::query_malformed, "a span is not of the document's text", document};
  const std::lock_guard lock(state_->mutex);
  return store::enter_verdict(state_->database, document, verdict);
}

Result<std::vector<Verdict>> Store::verdicts(const std::string& document) const {
  return state_->reading([&] { return store::verdicts_of(state_->database, document); });
}

Result<std::vector<std::string>> Store::judged() const {
  return state_->reading([&] { return store::judged_documents(state_->database); });
}

Result<std::int64_t> Store::version() const {
  const std::lock_guard lock(state_->mutex);
  return state_->database.number("PRAGMA data_version");
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
