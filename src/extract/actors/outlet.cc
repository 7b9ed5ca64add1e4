#include "extract/actors/outlet.h"

#include <algorithm>

#include "extract/actors/reading_words.h"

namespace sayso::extract {
namespace {

Actor new_outlet(const std::string& name, const lexicon::Lexicon& lexicon, const std::string& id) {
  Actor actor;
  actor.id = id;
  actor.name = name;
  actor.kind = ActorKind::media;
  for (const lexicon::Candidate& candidate : lexicon.meanings(name)) {
    const auto entry = lexicon.entry(candidate.entry);
    if (entry.kind != lexicon::Kind::media) continue;
    actor.country = entry.country;
    actor.wikidata = entry.wikidata;
    break;
  }
  return actor;
}

}  // namespace

void close_chains(const std::string& outlet, const lexicon::Lexicon& lexicon, std::vector<Actor>& actors,
                  std::vector<Statement>& statements) {
  if (outlet.empty() || statements.empty()) return;
  const std::string folded = folded_name(outlet);
  const auto known =
      std::find_if(actors.begin(), actors.end(), [&](const Actor& actor) { return folded_name(actor.name) == folded; });
  std::string id = known == actors.end() ? "a" + std::to_string(actors.size() + 1) : known->id;
  if (known == actors.end()) actors.push_back(new_outlet(outlet, lexicon, id));
  for (Statement& statement : statements) {
    std::erase_if(statement.chain, [&](const Hop& hop) { return hop.actor == id; });
    statement.chain.push_back({Relation::published_by, {}, id});
  }
}

}  // namespace sayso::extract
