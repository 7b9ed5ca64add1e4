#include "extract/chain/hops.h"

#include <algorithm>

#include "extract/chain/noun_phrase.h"
#include "extract/chain/vocabulary.h"

namespace sayso::extract {
namespace {

int distance_from_speaker(Relation relation) {
  switch (relation) {
    case Relation::said_on:
      return 0;
    case Relation::citing:
      return 1;
    case Relation::reported_by:
      return 2;
    case Relation::confirmed_by:
      return 3;
    case Relation::published_by:
      return 4;
  }
  return 4;
}

// Whoever is cited by an outlet speaks; cited by anyone else, they are where the speaker has it from.
void add_origin(const Words& words, const Mark& mark, Statement& statement) {
  const Span name = words.span(mark.name);
  if (mark.kind == Mark::Kind::medium) return add_hop(statement, Relation::said_on, name);
  const bool relayed = std::any_of(statement.chain.begin(), statement.chain.end(),
                                   [](const Hop& hop) { return hop.relation == Relation::reported_by; });
  const Tokens relayer = statement.source ? relayer_in(words, *statement.source) : Tokens{};
  if (relayed || relayer.empty()) return add_hop(statement, Relation::citing, name);
  add_hop(statement, Relation::reported_by, words.span(relayer));
  statement.source = name;
}

// "the agency's sources": the sources speak, the agency relays.
void add_owner_of_sources(const Words& words, Statement& statement) {
  if (!statement.source) return;
  const Tokens source = words.within(*statement.source);
  for (std::size_t at = source.first; at < source.last; ++at) {
    if (!words.is_possessive(at)) continue;
    const NounPhrase owner = read_noun_phrase(words, source.first, at);
    const NounPhrase all = read_noun_phrase(words, source.first, source.last);
    const std::string head = all.tokens.empty() ? "" : words.lower(all.tokens.last - 1);
    if (owner.sort == Sort::outlet && (head == "sources" || head == "source")) {
      add_hop(statement, Relation::reported_by, words.span(owner.name()));
    }
    return;
  }
}

}  // namespace

void add_hop(Statement& statement, Relation relation, Span name) {
  for (const Hop& hop : statement.chain) {
    if (hop.span.overlaps(name)) return;
  }
  const auto farther = std::find_if(statement.chain.begin(), statement.chain.end(), [&](const Hop& hop) {
    return distance_from_speaker(hop.relation) > distance_from_speaker(relation);
  });
  statement.chain.insert(farther, Hop{relation, name, {}});
}

void add_marks(const Words& words, const std::vector<Mark>& marks, Statement& statement) {
  add_owner_of_sources(words, statement);
  const bool heard =
      std::any_of(marks.begin(), marks.end(), [](const Mark& mark) { return mark.kind == Mark::Kind::told; });
  for (const Mark& mark : marks) {
    if (heard && mark.kind == Mark::Kind::medium) continue;  // "told the Gazette in an interview"
    if (mark.relation == Relation::citing) {
      add_origin(words, mark, statement);
    } else {
      add_hop(statement, mark.relation, words.span(mark.name));
    }
  }
}

Tokens relayer_in(const Words& words, Span source) {
  const Tokens range = words.within(source);
  const NounPhrase head = read_noun_phrase(words, range.first, range.last);
  if (head.tokens.empty() || head.cut_short) return {};
  if (head.sort == Sort::outlet) return head.name();
  constexpr std::size_t kDescription = 12;  // tokens
  const std::size_t end = std::min(range.last, head.tokens.last + kDescription);
  for (std::size_t at = range.first; at < end; ++at) {
    if (is_reporter(words.lower(at))) return head.tokens;
  }
  return {};
}

}  // namespace sayso::extract
