#include "export/ledger.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "record/passage.h"
#include "text/sentences.h"
#include "text/spaces.h"
#include "text/utf8.h"

namespace sayso::exporter {
namespace {

constexpr std::size_t kLongestSentence = 600;  // bytes
constexpr std::size_t kAround = 250;           // bytes on each side of a passage in a longer one

/// Looks up what the ids and spans of a record stand for.
class Words {
 public:
  explicit Words(const Record& record) : record_(record), sentences_(text::sentences(record.document.text)) {
    for (const Actor& actor : record.actors) actors_.emplace(actor.id, &actor);
    for (const Statement& statement : record.statements) statements_.emplace(statement.id, &statement);
    for (const Time& time : record.times) times_.emplace(time.id, &time);
  }

  [[nodiscard]] Origin origin() const { return origin_of(record_.document); }

  [[nodiscard]] std::string of(const Span& span) const { return std::string(words_of(record_.document.text, span)); }
  [[nodiscard]] std::string of(const std::optional<Span>& span) const { return span ? of(*span) : std::string(); }

  [[nodiscard]] std::string actor(const std::string& id) const {
    const auto found = actors_.find(id);
    return found == actors_.end() ? std::string() : found->second->name;
  }

  [[nodiscard]] std::optional<Time> time(const std::string& id) const {
    const auto found = times_.find(id);
    return found == times_.end() ? std::nullopt : std::optional(*found->second);
  }

  /// Who made a statement: the actor, else the words of its source.
  [[nodiscard]] std::string speaker(const std::string& statement) const {
    const auto found = statements_.find(statement);
    if (found == statements_.end()) return {};
    const std::string name = actor(found->second->actor);
    return name.empty() ? of(found->second->source) : name;
  }

  [[nodiscard]] std::string sentence(const Span& span) const {
    const std::string_view text = record_.document.text;
    auto after = std::upper_bound(sentences_.begin(), sentences_.end(), span.begin,
                                  [](std::size_t at, const Span& sentence) { return at < sentence.begin; });
    if (after == sentences_.begin()) return of(span);
    const Span whole = *--after;
    if (whole.size() <= kLongestSentence) return of(whole);
    std::size_t begin = span.begin - std::min(span.begin - whole.begin, kAround);
    std::size_t end = std::min(span.begin + kAround, whole.end);
    while (!text::is_boundary(text, begin)) ++begin;
    while (!text::is_boundary(text, end)) --end;
    return (begin > whole.begin ? "… " : "") + of(Span{begin, end}) + (end < whole.end ? " …" : "");
  }

 private:
  const Record& record_;
  std::vector<Span> sentences_;
  std::unordered_map<std::string_view, const Actor*> actors_;
  std::unordered_map<std::string_view, const Statement*> statements_;
  std::unordered_map<std::string_view, const Time*> times_;
};

LedgerRow row_of(const LedgerEntry& entry, const Words& words) {
  LedgerRow row;
  row.document = words.origin();
  row.entry = entry;
  row.actor = words.actor(entry.actor);
  row.to = words.actor(entry.to);
  row.beneficiary = words.actor(entry.beneficiary);
  row.action = words.of(entry.action);
  row.condition = words.of(entry.condition);
  if (entry.outcome) row.outcome = words.of(entry.outcome->span);
  for (const Amount& amount : entry.amounts) row.amounts.push_back(words.of(amount.span));
  row.deadline = words.time(entry.deadline);
  if (row.deadline) {
    row.deadline_words = words.of(row.deadline->span);
    row.due = due_days(*row.deadline);
  }
  row.speaker = words.speaker(entry.statement);
  row.sentence = words.sentence(entry.action);
  return row;
}

MeetingRow row_of(const Meeting& meeting, const Words& words) {
  MeetingRow row;
  row.document = words.origin();
  row.meeting = meeting;
  row.name = words.of(meeting.name);
  for (const std::string& id : meeting.participants) row.participants.push_back(words.actor(id));
  for (const Span& topic : meeting.topics) row.topics.push_back(words.of(topic));
  row.time = words.time(meeting.time);
  if (row.time) {
    row.time_words = words.of(row.time->span);
    row.due = due_days(*row.time);
  }
  row.sentence = words.sentence(meeting.name);
  return row;
}

template <class Row, class Item>
std::vector<Row> rows_of(const std::vector<Item>& items, const Record& record) {
  std::vector<Row> rows;
  if (items.empty()) return rows;
  const Words words(record);
  for (const Item& item : items) rows.push_back(row_of(item, words));
  return rows;
}

}  // namespace

std::vector<LedgerRow> ledger_rows(const Record& record) { return rows_of<LedgerRow>(record.ledger, record); }

LedgerRow ledger_row(const Record& record, const LedgerEntry& entry) { return row_of(entry, Words(record)); }

std::vector<MeetingRow> meeting_rows(const Record& record) { return rows_of<MeetingRow>(record.meetings, record); }

void sort_by_deadline(std::vector<LedgerRow>& rows) {
  std::stable_sort(rows.begin(), rows.end(), [](const LedgerRow& a, const LedgerRow& b) {
    if (!a.due || !b.due) return a.due.has_value() && !b.due.has_value();
    return std::pair(a.due->last, a.due->first) < std::pair(b.due->last, b.due->first);
  });
}

std::string joined(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts) (out += out.empty() ? "" : ", ") += text::single_spaced(part);
  return out;
}

}  // namespace sayso::exporter
