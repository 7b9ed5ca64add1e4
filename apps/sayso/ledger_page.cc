#include "ledger_page.h"

#include <utility>

#include "base/dates.h"
#include "record/enum_names.h"
#include "record/names.h"
#include "record/passage.h"
#include "table.h"

namespace sayso::cli {
namespace {

using exporter::LedgerRow;
using exporter::MeetingRow;

constexpr std::size_t kDay = 13, kActor = 20, kAct = 15, kStatus = 9;  // the widest that these columns get

Paragraph paragraph(std::string_view text, Style style = Style::plain) {
  Paragraph out;
  out.add(text, style);
  return out;
}

/// `→ the mayor`
void add_marked(Paragraph& line, std::string_view mark, std::string_view text, Style style) {
  if (text.empty()) return;
  line.mark(mark);
  line.add(text, style);
}

/// Whether a word may begin or end at byte `at`, so that it can have a colour of its own.
bool parts_words(std::string_view text, std::size_t at) {
  constexpr std::string_view kSpaces = " \t\n";
  return at == 0 || at >= text.size() || kSpaces.find(text[at]) != std::string_view::npos ||
         kSpaces.find(text[at - 1]) != std::string_view::npos;
}

/// The action with its amounts in their colour.
Paragraph action(const LedgerRow& row) {
  Paragraph line;
  const std::string_view text = row.action;
  const Span& whole = row.entry.action;
  std::size_t at = 0;
  for (const Amount& amount : row.entry.amounts) {
    if (!whole.contains(amount.span)) continue;
    const Span inside{amount.span.begin - whole.begin, amount.span.end - whole.begin};
    if (inside.begin < at || !parts_words(text, inside.begin) || !parts_words(text, inside.end)) continue;
    line.add(words_of(text, {at, inside.begin}));
    line.add(words_of(text, inside), Style::amount);
    at = inside.end;
  }
  line.add(words_of(text, {at, text.size()}));
  return line;
}

Paragraph what(const LedgerRow& row, bool with_document) {
  Paragraph line = action(row);
  add_marked(line, "→", row.to, Style::relay);
  // "A loan for Norland" has told already.
  if (!row.beneficiary.empty() && row.action.find(row.beneficiary) == std::string::npos) {
    line.add("for", Style::faint);
    line.add(row.beneficiary, Style::relay);
  }
  for (std::size_t i = 0; i < row.amounts.size(); ++i) {
    if (!row.entry.action.contains(row.entry.amounts[i].span)) line.next(row.amounts[i], Style::amount);
  }
  line.next(row.condition, Style::cue);
  if (row.entry.repeated) line.next("repeatedly", Style::faint);
  const bool failed = row.entry.outcome && row.entry.outcome->stage == Stage::failed;
  line.next(row.outcome, failed ? Style::warning : Style::plain);
  if (row.speaker != row.actor) add_marked(line, "←", row.speaker, Style::faint);
  if (with_document) {
    const std::string name = base_name(row.document.uri);
    line.next(name.empty() ? row.document.uri : name, Style::faint);
  }
  if (row.entry.confidence < kUnsure) line.add("?", Style::faint);
  return line;
}

Paragraph due(const LedgerRow& row) {
  if (row.due) {
    Paragraph line = paragraph(iso_day(row.due->last), row.overdue ? Style::warning : Style::title);
    if (row.overdue) line.add("overdue", Style::warning);
    return line;
  }
  return paragraph(row.deadline_words, Style::faint);
}

Style style_of(Stage stage, Style style) { return stage == Stage::failed ? Style::warning : style; }

Paragraph act(const LedgerRow& row) {
  const std::string name(name_of(row.entry.act));
  Paragraph line = paragraph(row.entry.stage ? name + "," : name);
  if (row.entry.stage) line.add(name_of(*row.entry.stage), style_of(*row.entry.stage, Style::faint));
  if (row.latest) add_marked(line, "→", name_of(*row.latest), style_of(*row.latest, Style::title));
  return line;
}

Paragraph when(const MeetingRow& row) {
  if (!row.due) return paragraph(row.time_words, Style::faint);
  Paragraph line = paragraph(iso_day(row.due->first), Style::title);
  if (row.due->first != row.due->last) add_marked(line, "–", iso_day(row.due->last), Style::title);
  return line;
}

std::string meetings_table(const std::vector<MeetingRow>& rows, const PageLayout& layout) {
  Table table({{"when", kDay}, {"status", kStatus}, {"meeting"}});
  for (const MeetingRow& row : rows) {
    const bool off = row.meeting.status == MeetingStatus::cancelled || row.meeting.status == MeetingStatus::postponed;
    Paragraph meeting = paragraph(row.name);
    meeting.next(exporter::joined(row.participants), Style::relay);
    meeting.next(exporter::joined(row.topics), Style::cue);
    table.add(
        {when(row), paragraph(name_of(row.meeting.status), off ? Style::warning : Style::plain), std::move(meeting)});
  }
  return table.lines(layout);
}

std::string plan(const Plan& plan, std::string_view text, const Speakers& speakers, const PageLayout& layout) {
  constexpr std::size_t kIndent = 4;
  Paragraph head = paragraph(words_of(text, plan.name));
  head.next(speakers.name(plan.owner), Style::speaker);
  for (const std::string& id : plan.to) add_marked(head, "→", speakers.name(id), Style::relay);
  std::string out = head.lines(layout.width, 0, layout.colour);
  for (const Plan::Item& item : plan.items) {
    Paragraph line;
    line.mark(item.ordinal > 0 ? std::to_string(item.ordinal) + "." : "-");
    line.add(words_of(text, item.span));
    out += line.lines(layout.width, kIndent, layout.colour);
  }
  return out;
}

std::string section(std::string_view heading, const std::string& lines, const PageLayout& layout) {
  if (lines.empty()) return {};
  return "\n" + paragraph(heading, Style::title).lines(layout.width, 0, layout.colour) + lines;
}

}  // namespace

std::string ledger_table(const std::vector<LedgerRow>& rows, const PageLayout& layout, bool with_document) {
  Table table({{"by", kDay}, {"who", kActor}, {"act", kAct}, {"what"}});
  for (const LedgerRow& row : rows) {
    table.add({due(row), paragraph(row.actor, Style::speaker), act(row), what(row, with_document)});
  }
  return table.lines(layout);
}

std::string commitments(const Record& record, const Speakers& speakers, const PageLayout& layout) {
  std::string out = section("Ledger", ledger_table(exporter::ledger_rows(record), layout, false), layout);
  out += section("Meetings", meetings_table(exporter::meeting_rows(record), layout), layout);
  std::string plans;
  for (const Plan& each : record.plans) plans += plan(each, record.document.text, speakers, layout);
  return out + section("Plans", plans, layout);
}

}  // namespace sayso::cli
