#pragma once
#include <cstddef>
#include <string>

#include "lexicon/entries.h"
#include "sayso/result.h"

namespace sayso::lexicon {

/// What was read of a folder; entries of the lexicon below do not count.
struct FolderSummary {
  std::size_t files = 0, bytes = 0;
  std::size_t entries = 0, names = 0;
};

/// Reads every lexicon file in a folder and those below it, in the order of their paths, into `draft`: `*.tsv`
/// (rows.h),
/// `*.actors.txt` and `*.agents.txt` (petrarch.h). Other files are passed over. Errors: file_not_found,
/// file_unreadable, no_documents if there is none; a file that cannot be read is a fault of the draft.
[[nodiscard]] Result<FolderSummary> read_folder(const std::string& folder, Draft& draft);

}  // namespace sayso::lexicon
