#include "serve/store_routes.h"

#include <atomic>
#include <deque>
#include <memory>
#include <string>
#include <utility>

#include "base/dates.h"
#include "export/answers.h"
#include "export/events.h"
#include "serve/answer_cache.h"
#include "serve/problem.h"
#include "serve/question.h"
#include "store/actor_json.h"

namespace sayso::serve {
namespace {

using Find = Result<std::vector<Hit>> (Store::*)(const Question&) const;

constexpr std::size_t kKept = std::size_t{32} << 20;  // bytes of answers for each connection

/// A connection to the database, with the answers that it gave.
struct Connection {
  explicit Connection(const Store& opened) : store(opened) {}
  const Store& store;
  AnswerCache answers{kKept};
};

/// Gives each request the next of several connections.
class Pool {
 public:
  explicit Pool(const std::vector<Store>& stores) {
    for (const Store& store : stores) connections_.emplace_back(store);
  }
  /// Null without any.
  [[nodiscard]] Connection* any() {
    if (connections_.empty()) return nullptr;
    return &connections_[next_.fetch_add(1, std::memory_order_relaxed) % connections_.size()];
  }

 private:
  std::deque<Connection> connections_;
  std::atomic<std::size_t> next_ = 0;
};

/// All that an answer depends on but the database: what is overdue depends on the day.
std::string question_text(const Request& request) {
  std::string text = iso_day(today()) + " " + request.path;
  for (const auto& [name, value] : request.query) text.append("\n").append(name).append("=").append(value);
  return text;
}

Response json(std::string body) {
  Response response;
  response.body = std::move(body);
  return response;
}

Error no_database() { return {Code::store_not_found, "there is no database: start the server with --db"}; }

/// `next` is what `after` wants to be for the page behind this one, where this one is full.
Response paged(const std::string& items, const std::vector<Hit>& hits, const Question& question) {
  std::string body = "{\"items\":" + items;
  if (hits.size() == question.limit) body += ",\"next\":" + std::to_string(hits.back().position);
  return json(body + "}");
}

std::string statements(const std::vector<Hit>& hits, const Question&) {
  std::vector<exporter::StatementRow> rows;
  rows.reserve(hits.size());
  for (const Hit& hit : hits) rows.push_back(exporter::statement_row(hit));
  return exporter::to_json(rows);
}

std::string entries(const std::vector<Hit>& hits, const Question& question) {
  std::vector<exporter::LedgerRow> rows;
  rows.reserve(hits.size());
  for (const Hit& hit : hits) rows.push_back(exporter::ledger_row(hit, question.as_of));
  return exporter::to_json(rows);
}

/// In PLOVER's form.
std::string events(const std::vector<Hit>& hits, const Question&) {
  std::string out = "[";
  for (const Hit& hit : hits) {
    Record record = *hit.record;
    record.events = {hit.record->events[hit.index]};
    std::string line = exporter::to_plover(record);
    if (line.empty()) continue;
    line.pop_back();  // its line end
    out += (out.size() > 1 ? "," : "") + line;
  }
  return out + "]";
}

Response links(const Store& store, const Question& question) {
  const auto found = store.links(question);
  if (!found.ok()) return problem(found.error());
  std::vector<exporter::LinkRow> rows;
  rows.reserve(found->size());
  for (const Link& link : *found) rows.push_back(exporter::link_row(link));
  return json("{\"items\":" + exporter::to_json(rows) + "}");
}

Response actors(const Store& store, const Question& question) {
  const auto found = store.actors(question.speaker, question.limit);
  if (!found.ok()) return problem(found.error());
  return json("{\"items\":" + store::to_json(*found) + "}");
}

Response actor(const Store& store, const std::string& id) {
  if (id.find_first_not_of("0123456789") != std::string::npos) {
    return problem({Code::nothing_there, "an actor's key is a number"});
  }
  const auto found = store.actors("#" + id, 1);
  if (!found.ok() && found.error().code != Code::query_malformed) return problem(found.error());
  if (!found.ok() || found->empty()) return problem({Code::nothing_there, "there is no actor of this key"});
  const std::string list = store::to_json(*found);
  return json(list.substr(1, list.rfind(']') - 1));
}

Response document(const Store& store, const std::string& id) {
  const auto found = store.document(id);
  if (!found.ok()) return problem(found.error());
  if (!*found) return problem({Code::nothing_there, "there is no document of this id"});
  return json(to_json(**found));
}

/// How much there is; that there is no database is no failure.
Response counts(const Store* store) {
  if (store == nullptr) return json("{\"database\":false}");
  const auto counts = store->counts();
  if (!counts.ok()) return problem(counts.error());
  return json("{\"database\":true,\"documents\":" + std::to_string(counts->documents) + ",\"statements\":" +
              std::to_string(counts->statements) + ",\"entries\":" + std::to_string(counts->entries) +
              ",\"events\":" + std::to_string(counts->events) + "}");
}

}  // namespace

std::vector<Route> store_routes(const std::vector<Store>& stores) {
  const auto pool = std::make_shared<Pool>(stores);
  // A handler that answers from a store, or with what it has answered to the same before.
  const auto answering = [pool](auto answer) {
    return [pool, answer](const Request& request, const std::string& id) {
      Connection* connection = pool->any();
      if (connection == nullptr) return problem(no_database());
      const auto version = connection->store.version();
      if (!version.ok()) return problem(version.error());
      const std::string question = question_text(request);
      if (auto known = connection->answers.find(*version, question)) return json(std::move(*known));
      Response response = answer(connection->store, request, id);
      if (response.status == 200) connection->answers.keep(*version, question, response.body);
      return response;
    };
  };
  // One that puts the question of an address to it.
  const auto asking = [&answering](auto answer) {
    return answering([answer](const Store& store, const Request& request, const std::string&) {
      auto question = question_of(request.query);
      return question.ok() ? answer(store, *question) : problem(question.error());
    });
  };
  const auto listing = [&asking](Find find, std::string (*items)(const std::vector<Hit>&, const Question&),
                                 bool oldest_first = false) {
    return asking([find, items, oldest_first](const Store& store, Question& question) {
      question.oldest_first = oldest_first;
      if (!question.as_of) question.as_of = today();
      const auto hits = (store.*find)(question);
      return hits.ok() ? paged(items(*hits, question), *hits, question) : problem(hits.error());
    });
  };
  const auto showing = [&answering](Response (*show)(const Store&, const std::string&)) {
    return answering([show](const Store& store, const Request&, const std::string& id) { return show(store, id); });
  };
  const auto ask_counts = [pool](const Request&, const std::string&) {
    const Connection* connection = pool->any();
    return counts(connection == nullptr ? nullptr : &connection->store);
  };
  return {
      {Method::get, "/store", Lane::stored, false, ask_counts},
      {Method::get, "/statements", Lane::stored, false, listing(&Store::find, statements)},
      {Method::get, "/timeline", Lane::stored, false, listing(&Store::find, statements, true)},
      {Method::get, "/ledger", Lane::stored, false, listing(&Store::ledger, entries)},
      {Method::get, "/events", Lane::stored, false, listing(&Store::events, events)},
      {Method::get, "/links", Lane::stored, false, asking(links)},
      {Method::get, "/actors", Lane::stored, false, asking(actors)},
      {Method::get, "/actors/{id}", Lane::stored, false, showing(actor)},
      {Method::get, "/documents/{id}", Lane::stored, false, showing(document)},
  };
}

}  // namespace sayso::serve
