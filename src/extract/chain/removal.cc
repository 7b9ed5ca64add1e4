#include "extract/chain/removal.h"

#include <string>
#include <unordered_map>

namespace sayso::extract {

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

}  // namespace sayso::extract
