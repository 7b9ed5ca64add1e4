#include "select.h"

#include <algorithm>
#include <string>
#include <unordered_map>

namespace sayso::cli {

void keep_confident(Record& record, double least) {
  const auto unsure = [&](const Statement& statement) { return statement.confidence < least; };
  std::unordered_map<std::string, std::string> around;  // id of a statement left out -> id of the one around it
  for (const Statement& statement : record.statements) {
    if (unsure(statement)) around.emplace(statement.id, statement.inside);
  }
  std::erase_if(record.statements, unsure);
  std::erase_if(record.ledger,
                [&](const LedgerEntry& entry) { return entry.confidence < least || around.contains(entry.statement); });
  for (Statement& statement : record.statements) {
    std::size_t steps = around.size();  // no more than there are, whatever the ids say
    for (auto next = around.find(statement.inside); next != around.end() && steps > 0; --steps) {
      statement.inside = next->second;
      next = around.find(statement.inside);
    }
  }
}

}  // namespace sayso::cli
