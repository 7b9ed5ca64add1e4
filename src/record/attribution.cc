#include "record/attribution.h"

namespace sayso {

std::vector<Attribution> attributions_of(const Record& record) {
  std::vector<Attribution> all;
  all.reserve(record.statements.size());
  for (const Statement& statement : record.statements) {
    if (!statement.inside.empty()) continue;
    Attribution& attribution = all.emplace_back();
    if (statement.source) attribution.source = {*statement.source};
    if (statement.cue) attribution.cue = {*statement.cue};
    attribution.content = statement.content;
  }
  return all;
}

}  // namespace sayso
