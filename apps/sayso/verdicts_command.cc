#include "verdicts_command.h"

#include <array>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <system_error>
#include <utility>
#include <vector>

#include "base/files.h"
#include "complain.h"
#include "exit_code.h"
#include "export/brat.h"
#include "store_path.h"

namespace sayso::cli {
namespace {

namespace fs = std::filesystem;

/// A folder as PolNeAR has it; "hand" stands for the annotator. The document's id keeps names apart.
Status write_brat(const fs::path& folder, const Document& document, const std::vector<Attribution>& attributions) {
  const std::string name = exporter::brat_name(document) + "-" + document.id.substr(0, 12);
  auto status = write_file((folder / "text" / (name + ".txt")).string(), document.text);
  if (!status.ok()) return status;
  return write_file((folder / "attributions" / (name + "_hand.ann")).string(),
                    exporter::to_brat(document.text, attributions));
}

}  // namespace

int run_verdicts(const VerdictOptions& options) {
  const auto store = open_store(options.database, Store::Access::read);
  if (!store) return kSomeFailed;
  const auto ids = store->judged();
  if (!ids.ok()) {
    complain(ids.error());
    return kSomeFailed;
  }
  for (const char* part : {"text", "attributions"}) {
    std::error_code error;
    if (!options.output.empty()) fs::create_directories(fs::path(options.output) / part, error);
    if (!error) continue;
    complain(system_error(error.value(), options.output));
    return kNoOutput;
  }
  std::array<std::size_t, 3> counts{};
  for (const std::string& id : *ids) {
    const auto verdicts = store->verdicts(id);
    const auto record = store->document(id);
    if (!verdicts.ok() || !record.ok()) {
      complain(verdicts.ok() ? record.error() : verdicts.error());
      return kSomeFailed;
    }
    std::vector<Attribution> right;
    for (const Verdict& verdict : *verdicts) {
      ++counts[static_cast<std::size_t>(verdict.judgement)];
      if (verdict.judgement == Judgement::rejected) continue;
      Attribution& attribution = right.emplace_back();
      attribution.source = verdict.source;
      attribution.cue = verdict.cue;
      attribution.content = verdict.content;
    }
    if (options.output.empty() || !*record) continue;
    if (auto status = write_brat(options.output, (*record)->document, right); !status.ok()) {
      complain(status.error());
      return kNoOutput;
    }
  }
  std::printf("%zu accepted, %zu corrected, %zu rejected, in %zu documents\n", counts[0], counts[1], counts[2],
              ids->size());
  return kAllGood;
}

}  // namespace sayso::cli
