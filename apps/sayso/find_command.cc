#include "find_command.h"

#include <optional>
#include <string>
#include <vector>

#include "complain.h"
#include "exit_code.h"
#include "export/answers.h"
#include "statement_page.h"
#include "store_path.h"

namespace sayso::cli {
namespace {

std::string listing(const std::vector<exporter::StatementRow>& rows, const OutputOptions& options) {
  if (options.format == "csv") return exporter::to_csv(rows);
  if (options.format == "json") return exporter::to_json(rows);
  return rows.empty() ? "no statements\n" : statement_table(rows, layout_of(options));
}

std::string listing(const std::vector<exporter::LinkRow>& rows, const OutputOptions& options) {
  if (options.format == "csv") return exporter::to_csv(rows);
  if (options.format == "json") return exporter::to_json(rows);
  return rows.empty() ? "no links\n" : link_table(rows, layout_of(options));
}

exporter::StatementRow row_of(const Hit& hit) { return exporter::statement_row(hit); }

exporter::LinkRow row_of(const Link& link) { return exporter::link_row(link); }

/// Asks by `method`, and lists what it gives.
template <class Row, class Item>
int ask(const FindOptions& options, Result<std::vector<Item>> (Store::*method)(const Question&) const) {
  auto question = question_of(options.question);
  if (!question) return kUsage;
  question->mode = value_named<Mode>(options.mode);
  question->link = value_named<LinkKind>(options.kind);
  question->oldest_first = options.oldest_first;
  const auto store = open_store(options.question.database, Store::Access::read);
  if (!store) return kSomeFailed;
  const auto items = ((*store).*method)(*question);
  if (!items.ok()) {
    complain(items.error());
    return items.error().code == Code::query_malformed ? kUsage : kSomeFailed;
  }
  std::vector<Row> rows;
  for (const Item& item : *items) rows.push_back(row_of(item));
  return put(options.output, listing(rows, options.output));
}

}  // namespace

int run_find(const FindOptions& options) { return ask<exporter::StatementRow>(options, &Store::find); }

int run_links(const FindOptions& options) { return ask<exporter::LinkRow>(options, &Store::links); }

}  // namespace sayso::cli
