#include "statement_page.h"

#include <algorithm>

#include "record/names.h"
#include "table.h"

namespace sayso::cli {
namespace {

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

}  // namespace

std::string statement_table(const std::vector<exporter::StatementRow>& rows, const PageLayout& layout) {
  constexpr std::size_t kDay = 10, kWho = 24, kPlace = 18;
  Table table({{"published", kDay}, {"who", kWho}, {"where", kPlace}, {"what"}});
  for (const exporter::StatementRow& row : rows) {
    Paragraph day, where, what;
    day.add(row.document.published.empty() ? "-" : row.document.published, Style::title);
    where.add(place(row.document), Style::faint);
    for (std::size_t i = 0; i < row.content.size(); ++i) {
      if (i > 0) what.mark("…");
      what.add(row.content[i], style_of(row.statement.mode));
    }
    if (row.statement.confidence < kUnsure) what.add("?", Style::faint);
    table.add({day, who(row), where, what});
  }
  return table.lines(layout);
}

}  // namespace sayso::cli
