#include "record/numbering.h"

#include <string>
#include <unordered_map>

namespace sayso {

void remove_marked(const std::vector<bool>& removed, std::vector<Statement>& statements) {
  std::unordered_map<std::string, std::string> holder_of_removed;
  for (std::size_t i = 0; i < statements.size(); ++i) {
    if (removed[i]) holder_of_removed.emplace(statements[i].id, statements[i].inside);
  }
  if (holder_of_removed.empty()) return;
  std::size_t kept = 0;
  for (std::size_t i = 0; i < statements.size(); ++i) {
    if (removed[i]) continue;
    std::string& inside = statements[i].inside;
    for (auto holder = holder_of_removed.find(inside); !inside.empty() && holder != holder_of_removed.end();
         holder = holder_of_removed.find(inside)) {
      inside = holder->second;
    }
    if (kept != i) statements[kept] = std::move(statements[i]);
    ++kept;
  }
  statements.erase(statements.begin() + static_cast<std::ptrdiff_t>(kept), statements.end());
}

void number_anew(std::vector<Statement>& statements) {
  std::unordered_map<std::string, std::string> renamed;
  for (std::size_t i = 0; i < statements.size(); ++i) {
    std::string id = "s" + std::to_string(i + 1);
    renamed.emplace(statements[i].id, id);
    statements[i].id = std::move(id);
  }
  for (Statement& statement : statements) {
    if (!statement.inside.empty()) statement.inside = renamed[statement.inside];
  }
}

}  // namespace sayso
