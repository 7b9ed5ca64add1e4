#include "statement_page.h"

#include <cmath>
#include <utility>
#include <variant>

#include "record/enum_names.h"
#include "record/names.h"
#include "table.h"

namespace sayso::cli {
namespace {

constexpr std::size_t kLink = 16, kDay = 10, kWho = 24, kPlace = 18;  // the widest that these columns get

Style style_of(Mode mode) {
  if (mode == Mode::direct) return Style::direct;
  return mode == Mode::mixed ? Style::mixed : Style::indirect;
}

Paragraph who(const exporter::StatementRow& row) {
  Paragraph line;
  if (row.speaker.empty()) {
    line.add("no named source", Style::faint);
  } else {
    line.add(row.speaker, Style::speaker);
  }
  for (const auto& hop : row.chain) {
    line.mark("←");
    line.add(hop.name, Style::relay);
  }
  return line;
}

/// Where it stands: the outlet, else the file's name.
std::string place(const exporter::Origin& document) {
  if (!document.outlet.empty()) return document.outlet;
  const std::string name = base_name(document.uri);
  return name.empty() ? document.uri : name;
}

std::vector<Paragraph> cells(const exporter::StatementRow& row) {
  Paragraph day, where, what;
  day.add(row.document.published.empty() ? "-" : row.document.published, Style::title);
  where.add(place(row.document), Style::faint);
  for (std::size_t i = 0; i < row.content.size(); ++i) {
    if (i > 0) what.mark("…");
    what.add(row.content[i], style_of(row.statement.mode));
  }
  if (row.statement.confidence < kUnsure) what.add("?", Style::faint);
  return {std::move(day), who(row), std::move(where), std::move(what)};
}

/// An entry in the columns of a statement.
std::vector<Paragraph> cells(const exporter::LedgerRow& row) {
  Paragraph day, actor, where, what;
  day.add(row.document.published.empty() ? "-" : row.document.published, Style::title);
  actor.add(row.actor, Style::speaker);
  where.add(place(row.document), Style::faint);
  what.add(std::string(name_of(row.entry.act)) + ":", Style::faint);
  what.add(row.action);
  const auto& outcome = row.entry.outcome;
  const auto stage = outcome && outcome->stage ? outcome->stage : row.entry.stage;
  if (stage) what.next(name_of(*stage), *stage == Stage::failed ? Style::warning : Style::cue);
  return {std::move(day), std::move(actor), std::move(where), std::move(what)};
}

/// A sentence in the columns of a statement.
std::vector<Paragraph> cells(const exporter::PassageRow& row) {
  Paragraph day, where, what;
  day.add(row.document.published.empty() ? "-" : row.document.published, Style::title);
  where.add(place(row.document), Style::faint);
  what.add(row.words);
  if (row.stage) what.next(name_of(*row.stage), *row.stage == Stage::failed ? Style::warning : Style::cue);
  return {std::move(day), {}, std::move(where), std::move(what)};
}

}  // namespace

std::string statement_table(const std::vector<exporter::StatementRow>& rows, const PageLayout& layout) {
  Table table({{"published", kDay}, {"who", kWho}, {"where", kPlace}, {"what"}});
  for (const exporter::StatementRow& row : rows) table.add(cells(row));
  return table.lines(layout);
}

std::string link_table(const std::vector<exporter::LinkRow>& rows, const PageLayout& layout) {
  Table table({{"link", kLink}, {"published", kDay}, {"who", kWho}, {"where", kPlace}, {"what"}});
  for (const exporter::LinkRow& row : rows) {
    Paragraph kind, percent;
    kind.add(row.kind, Style::title);
    percent.add(std::to_string(std::lround(row.confidence * 100)) + " %", Style::faint);
    const auto side = [](const auto& each) { return cells(each); };
    auto later = std::visit(side, row.later), earlier = std::visit(side, row.earlier);
    later.insert(later.begin(), kind);
    earlier.insert(earlier.begin(), percent);
    table.add(std::move(later));
    table.add(std::move(earlier));
  }
  return table.lines(layout);
}

}  // namespace sayso::cli
