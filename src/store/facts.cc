#include "store/facts.h"

#include <algorithm>
#include <cctype>
#include <optional>

#include "base/dates.h"
#include "record/days.h"
#include "record/enum_names.h"
#include "record/passage.h"
#include "store/stored_record.h"
#include "text/sentences.h"

namespace sayso::store {
namespace {

namespace chrono = std::chrono;

/// Words with one space between them, each once.
class KeyList {
 public:
  void add(const std::string& word) {
    if (std::find(words_.begin(), words_.end(), word) == words_.end()) words_.push_back(word);
  }
  [[nodiscard]] std::string joined() const {
    std::string out;
    for (const std::string& word : words_) (out += out.empty() ? "" : " ") += word;
    return out;
  }

 private:
  std::vector<std::string> words_;
};

class Indexer {
 public:
  Indexer(const Record& record, const ActorKeys& actors, std::int64_t outlet, bool original)
      : record_(record),
        actors_(actors),
        outlet_(outlet),
        original_(original),
        published_(parse_day(record.document.published)),
        sentences_(text::sentences(record.document.text)) {
    for (const Statement& statement : record.statements) statements_.emplace(statement.id, &statement);
    for (const Time& time : record.times) times_.emplace(time.id, &time);
  }

  [[nodiscard]] std::int64_t day() const { return published_ ? day_number(*published_) : kNoDay; }

  [[nodiscard]] IndexRow row(const Statement& statement, std::int64_t number) const {
    IndexRow row{rowid_of(day(), number), content_of(record_, statement), {}};
    KeyList keys = common_keys();
    add_actor(keys, "a", statement.actor);
    add_actor(keys, "r", statement.addressee_actor);
    add_chain(keys, statement);
    keys.add(key("mode", name_of(statement.mode)));
    keys.add(key("kind", name_of(statement.kind)));
    row.keys = keys.joined();
    return row;
  }

  [[nodiscard]] IndexRow row(const LedgerEntry& entry, std::int64_t number) const {
    IndexRow row{rowid_of(due(entry), number), std::string(sentence(entry.action)), {}};
    KeyList keys = common_keys();
    add_actor(keys, "a", entry.actor);
    add_actor(keys, "r", entry.to);
    add_actor(keys, "r", entry.beneficiary);
    if (const auto carrier = statements_.find(entry.statement); carrier != statements_.end()) {
      add_chain(keys, *carrier->second);
    }
    keys.add(key("act", name_of(entry.act)));
    if (entry.stage) keys.add(key("stage", name_of(*entry.stage)));
    if (published_) {
      for (const char sort : {'y', 'm', 'd'}) keys.add(day_key(sort, *published_));
    }
    row.keys = keys.joined();
    return row;
  }

  [[nodiscard]] IndexRow row(const Event& event, std::int64_t number) const {
    IndexRow row{rowid_of(day(), number), std::string(sentence(event.span)), {}};
    KeyList keys = common_keys();
    for (const Party& party : event.actors) add_actor(keys, "a", party.actor);
    for (const Party& party : event.recipients) add_actor(keys, "r", party.actor);
    if (!event.type.empty()) keys.add(key("type", event.type));
    row.keys = keys.joined();
    return row;
  }

  /// `d20240503`, `m202405`, `y2024`.
  [[nodiscard]] static std::string day_key(char sort, chrono::sys_days day) {
    std::string digits = iso_day(day);
    digits.erase(std::remove(digits.begin(), digits.end(), '-'), digits.end());
    return sort + digits.substr(0, sort == 'y' ? 4 : sort == 'm' ? 6 : 8);
  }

 private:
  [[nodiscard]] std::string_view words(const Span& span) const { return words_of(record_.document.text, span); }

  [[nodiscard]] std::string_view sentence(const Span& span) const {
    auto after = std::upper_bound(sentences_.begin(), sentences_.end(), span.begin,
                                  [](std::size_t at, const Span& sentence) { return at < sentence.begin; });
    return after == sentences_.begin() ? words(span) : words(*--after);
  }

  [[nodiscard]] std::int64_t due(const LedgerEntry& entry) const {
    const auto time = times_.find(entry.deadline);
    if (time == times_.end()) return kNoDueDay;
    const auto days = due_days(*time->second);
    return days ? day_number(days->last) : kNoDueDay;
  }

  /// Every fact has the key `all`, so that a question without conditions finds each.
  [[nodiscard]] KeyList common_keys() const {
    KeyList keys;
    keys.add("all");
    if (original_) keys.add("original");
    if (outlet_ > 0) keys.add(key("o", outlet_));
    return keys;
  }

  void add_actor(KeyList& keys, std::string_view sort, const std::string& id) const {
    if (const auto found = actors_.find(id); found != actors_.end()) keys.add(key(sort, found->second));
  }

  void add_chain(KeyList& keys, const Statement& statement) const {
    for (const Hop& hop : statement.chain) {
      if (hop.relation != Relation::published_by) add_actor(keys, "v", hop.actor);
    }
  }

  const Record& record_;
  const ActorKeys& actors_;
  std::int64_t outlet_;
  bool original_;
  std::optional<chrono::sys_days> published_;
  std::vector<Span> sentences_;
  std::unordered_map<std::string_view, const Statement*> statements_;
  std::unordered_map<std::string_view, const Time*> times_;
};

template <class Item>
std::vector<IndexRow> rows_of(const std::vector<Item>& items, std::int64_t first, const Indexer& indexer) {
  std::vector<IndexRow> rows;
  rows.reserve(items.size());
  for (const Item& item : items) rows.push_back(indexer.row(item, first + static_cast<std::int64_t>(rows.size())));
  return rows;
}

}  // namespace

std::int64_t day_number(chrono::sys_days day) {
  return (day - chrono::sys_days(chrono::year{1} / chrono::January / 1)).count() + 1;
}

std::string key(std::string_view sort, std::int64_t number) { return std::string(sort) + std::to_string(number); }

std::string key(std::string_view sort, std::string_view name) {
  std::string out(sort);
  for (const char c : name) {
    if (std::isalnum(static_cast<unsigned char>(c)) != 0) out += c;
  }
  return out;
}

std::vector<std::string> day_keys(chrono::sys_days first, chrono::sys_days last) {
  std::vector<std::string> keys;
  while (first <= last) {
    const chrono::year_month_day day(first);
    const auto next_year = chrono::sys_days((day.year() + chrono::years(1)) / chrono::January / 1);
    const auto next_month = chrono::sys_days((day.year() / day.month() + chrono::months(1)) / 1);
    const bool month_begins = day.day() == chrono::day{1};
    if (month_begins && day.month() == chrono::January && next_year - chrono::days(1) <= last) {
      keys.push_back(Indexer::day_key('y', first));
      first = next_year;
    } else if (month_begins && next_month - chrono::days(1) <= last) {
      keys.push_back(Indexer::day_key('m', first));
      first = next_month;
    } else {
      keys.push_back(Indexer::day_key('d', first));
      first += chrono::days(1);
    }
  }
  return keys;
}

IndexRows index_rows(const Record& record, const ActorKeys& actors, std::int64_t outlet, const Firsts& firsts,
                     bool original) {
  const Indexer indexer(record, actors, outlet, original);
  return {rows_of(record.statements, firsts.statement, indexer), rows_of(record.ledger, firsts.entry, indexer),
          rows_of(record.events, firsts.event, indexer)};
}

}  // namespace sayso::store
