#include "find_command.h"

#include <optional>
#include <string>
#include <vector>

#include "complain.h"
#include "exit_code.h"
#include "export/statements.h"
#include "statement_page.h"
#include "store_path.h"

namespace sayso::cli {
namespace {

std::string listing(const std::vector<exporter::StatementRow>& rows, const OutputOptions& options) {
  if (options.format == "csv") return exporter::to_csv(rows);
  if (options.format == "json") return exporter::to_json(rows);
  return rows.empty() ? "no statements\n" : statement_table(rows, layout_of(options));
}

}  // namespace

int run_find(const FindOptions& options) {
  auto question = question_of(options.question);
  if (!question) return kUsage;
  question->mode = value_named<Mode>(options.mode);
  question->oldest_first = options.oldest_first;
  const auto store = open_store(options.question.database, Store::Access::read);
  if (!store) return kSomeFailed;
  const auto hits = store->find(*question);
  if (!hits.ok()) {
    complain(hits.error());
    return hits.error().code == Code::query_malformed ? kUsage : kSomeFailed;
  }
  std::vector<exporter::StatementRow> rows;
  for (const Hit& hit : *hits) rows.push_back(exporter::statement_row(*hit.record, hit.record->statements[hit.index]));
  return put(options.output, listing(rows, options.output));
}

}  // namespace sayso::cli
