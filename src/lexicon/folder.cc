#include "lexicon/folder.h"

#include <algorithm>
#include <string_view>

#include "base/files.h"
#include "lexicon/event_dictionary.h"
#include "lexicon/petrarch.h"
#include "lexicon/rows.h"

namespace sayso::lexicon {
namespace {

using Reader = void (*)(std::string_view, std::uint32_t, Draft&);

Reader reader_for(std::string_view path) {
  if (path.ends_with(".tsv")) return read_rows;
  if (path.ends_with(".actors.txt")) return read_petrarch_actors;
  if (path.ends_with(".agents.txt")) return read_petrarch_agents;
  return nullptr;
}

}  // namespace

Result<FolderSummary> read_folder(const std::string& folder, Draft& draft) {
  auto listing = list_files(folder);
  if (!listing.ok()) return listing.error();
  FolderSummary summary;
  const std::size_t names_below = draft.names.size();
  bool events = false;
  for (const std::string& path : listing->files) {
    events = events || is_event_file(path);
    const Reader reader = reader_for(path);
    if (reader == nullptr) continue;
    const auto file = static_cast<std::uint32_t>(draft.files.size());
    draft.files.push_back(path);
    ++summary.files;
    const auto text = read_file(path);
    if (!text.ok()) {
      draft.fault({file, 0}, text.error().code, text.error().message);
      continue;
    }
    summary.bytes += text->size();
    reader(*text, file, draft);
  }
  for (const Error& problem : listing->problems) {
    draft.files.push_back(problem.file);
    draft.fault({static_cast<std::uint32_t>(draft.files.size() - 1), 0}, problem.code, problem.message);
  }
  if (summary.files == 0 && !events) {
    return Error{Code::no_documents, "holds no lexicon: no .tsv, .actors.txt or .agents.txt", folder};
  }
  summary.names = draft.names.size() - names_below;
  summary.entries =
      static_cast<std::size_t>(std::count_if(draft.entries.begin(), draft.entries.end(), [&](const Entry& entry) {
        return entry.defined && !draft.from_below(entry.origin);
      }));
  return summary;
}

}  // namespace sayso::lexicon
