#include <CLI/CLI.hpp>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "commands.h"
#include "complain.h"
#include "exit_code.h"
#include "export/statements.h"
#include "output_options.h"
#include "question_options.h"
#include "statement_page.h"
#include "store_path.h"

namespace sayso::cli {
namespace {

struct FindOptions {
  QuestionOptions question;
  OutputOptions output;
  std::string mode;
  bool oldest_first = false;
};

std::string listing(const std::vector<exporter::StatementRow>& rows, const OutputOptions& options) {
  if (options.format == "csv") return exporter::to_csv(rows);
  if (options.format == "json") return exporter::to_json(rows);
  return rows.empty() ? "no statements\n" : statement_table(rows, layout_of(options));
}

int find(const FindOptions& options) {
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

constexpr const char* kFindExamples = R"(Examples:
  sayso find --about "grain corridor"
  sayso find --speaker kirby --about '"long-range missiles"' --since 2024-10-01
  sayso find --speaker "white house" --via reuters --mode direct
  sayso find --about sanction* --outlet "RBK" --format csv --output sanctions.csv

The newest come first. Exit code: 0 answered, also where nothing is found, 1 the database cannot be read, 2 wrong use or
nobody of that name, 4 output not written.)";

constexpr const char* kTimelineExamples = R"(Examples:
  sayso timeline --speaker kirby
  sayso timeline --about "air defence" --since 2024-10-01 --until 2024-10-31
  sayso timeline --speaker '#17' --format json

The oldest come first. sayso actors tells who is #17. Exit codes are those of sayso find.)";

void add_command(CLI::App& app, int& exit_code, const char* name, const char* what, bool oldest_first,
                 const char* examples) {
  auto options = std::make_shared<FindOptions>();
  options->oldest_first = oldest_first;
  CLI::App* command = app.add_subcommand(name, what);
  add_question_options(*command, options->question, "Who said it");
  command->add_option("--outlet", options->question.outlet, "The outlet, or a part of its name")->type_name("NAME");
  command->add_option("--mode", options->mode, "Only of this mode: " + listed(names_of_all<Mode>()))
      ->check(CLI::IsMember(names_of_all<Mode>()))
      ->type_name("MODE")
      ->option_text("MODE");
  add_output_options(*command, options->output);
  command->footer(examples);
  command->callback([options, &exit_code] { exit_code = find(*options); });
}

}  // namespace

void add_find_command(CLI::App& app, int& exit_code) {
  add_command(app, exit_code, "find", "Find statements in the database", false, kFindExamples);
}

void add_timeline_command(CLI::App& app, int& exit_code) {
  add_command(app, exit_code, "timeline", "List statements of the database in the order of days", true,
              kTimelineExamples);
}

}  // namespace sayso::cli
