#include "actors_command.h"

#include <cstdint>
#include <cstdio>
#include <string>
#include <utility>
#include <vector>

#include "complain.h"
#include "exit_code.h"
#include "export/csv.h"
#include "record/enum_names.h"
#include "store/actor_json.h"
#include "store_path.h"
#include "table.h"

namespace sayso::cli {
namespace {

std::string other_names(const StoredActor& actor) {
  std::string out;
  for (const std::string& name : actor.names) {
    if (name != actor.name) out += (out.empty() ? "" : ", ") + name;
  }
  return out;
}

std::string table(const std::vector<StoredActor>& actors, const PageLayout& layout) {
  Table table({{"key", 8}, {"statements", 10}, {"ledger", 8}, {"first", 10}, {"last", 10}, {"kind", 12}, {"name"}});
  const auto cell = [](const std::string& text, Style style = Style::plain) {
    Paragraph paragraph;
    paragraph.add(text.empty() ? "-" : text, style);
    return paragraph;
  };
  for (const StoredActor& actor : actors) {
    Paragraph name = cell(actor.name, Style::speaker);
    if (!actor.named) name.next("not named", Style::faint);
    name.next(actor.country, Style::faint);
    name.next(actor.wikidata, Style::faint);
    name.next(other_names(actor), Style::faint);
    table.add({cell("#" + std::to_string(actor.key), Style::title), cell(std::to_string(actor.statements)),
               cell(std::to_string(actor.entries)), cell(actor.first_day), cell(actor.last_day),
               cell(std::string(name_of(actor.kind)), Style::faint), std::move(name)});
  }
  return table.lines(layout);
}

std::string csv(const std::vector<StoredActor>& actors) {
  std::string out = "key,name,kind,country,wikidata,named,statements,entries,first,last,other_names\r\n";
  for (const StoredActor& actor : actors) {
    const std::vector<std::string> cells{std::to_string(actor.key),
                                         actor.name,
                                         std::string(name_of(actor.kind)),
                                         actor.country,
                                         actor.wikidata,
                                         actor.named ? "true" : "false",
                                         std::to_string(actor.statements),
                                         std::to_string(actor.entries),
                                         actor.first_day,
                                         actor.last_day,
                                         other_names(actor)};
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (i > 0) out += ',';
      exporter::append_cell(out, cells[i]);
    }
    out += "\r\n";
  }
  return out;
}

int failed(const Error& error) {
  complain(error);
  return error.code == Code::query_malformed ? kUsage : kSomeFailed;
}

int correct(const ActorOptions& options) {
  auto store = open_store(options.database, Store::Access::write);
  if (!store) return kNoOutput;
  const Status status =
      options.apart > 0 ? store->part(options.apart) : store->merge(options.same.front(), options.same.back());
  return status.ok() ? kAllGood : failed(status.error());
}

}  // namespace

int run_actors(const ActorOptions& options) {
  if (!options.same.empty() && options.apart > 0) return wrong_use("--same and --apart exclude each other", "actors");
  if (!options.same.empty() || options.apart > 0) return correct(options);
  const auto store = open_store(options.database, Store::Access::read);
  if (!store) return kSomeFailed;
  const auto actors = store->actors(options.name, options.limit);
  if (!actors.ok()) return failed(actors.error());
  if (options.output.format == "json") return put(options.output, store::to_json(*actors));
  if (options.output.format == "csv") return put(options.output, csv(*actors));
  return put(options.output, actors->empty() ? "no actors\n" : table(*actors, layout_of(options.output)));
}

}  // namespace sayso::cli
