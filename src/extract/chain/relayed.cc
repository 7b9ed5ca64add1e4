#include "extract/chain/relayed.h"

#include <string>

#include "extract/chain/contents.h"
#include "extract/chain/hops.h"
#include "extract/chain/marks.h"
#include "extract/chain/noun_phrase.h"
#include "extract/chain/vocabulary.h"
#include "record/numbering.h"

namespace sayso::extract {
namespace {

// "citing" with nothing but whom: what follows the cue is read as a mark up to the end of the content.
bool is_bare_relay(const Words& words, const Statement& statement) {
  constexpr std::size_t kLongest = 15;  // tokens
  if (!statement.cue || statement.content.size() != 1) return false;
  const Tokens cue = words.within(*statement.cue);
  const Tokens content = words.within(statement.content.front());
  if (cue.empty() || content.first != cue.last || content.last - content.first > kLongest) return false;
  if (!is_relay_phrase(words, cue)) return false;
  const std::vector<Mark> marks = find_marks(words, {cue.first, content.last});
  return !marks.empty() && marks.front().tokens.first == cue.first;
}

std::size_t size_of(const std::vector<Span>& spans) {
  std::size_t size = 0;
  for (const Span& span : spans) size += span.size();
  return size;
}

// How much of an outer statement is not accounted for by an inner one: bytes beside its content, cue and source.
std::size_t left_over(const Statement& outer, const Statement& inner) {
  const std::size_t source =
      inner.source && inner.source->begin >= outer.content.front().begin ? inner.source->size() : 0;
  const std::size_t held = size_of(inner.content) + inner.cue->size() + source;
  const std::size_t all = size_of(outer.content);
  return all > held ? all - held : 0;
}

bool is_own_voice(const Words& words, const Statement& statement) {
  if (!statement.source) return true;
  const std::string first = words.lower(words.within(*statement.source).first);
  return first == "i" || first == "we" || first == "you";
}

// Outlets relay; their people only where they are said to report.
bool reports(const Words& words, const Statement& statement, Tokens relayer) {
  if (read_noun_phrase(words, relayer.first, relayer.last).sort == Sort::outlet) return true;
  const Tokens cue = words.within(*statement.cue);
  for (std::size_t at = cue.first; at < cue.last; ++at) {
    if (words.lower(at).substr(0, 6) == "report") return true;
  }
  return false;
}

void hand_down_reports(const Words& words, std::vector<Statement>& statements) {
  constexpr std::size_t kSlack = 40;  // bytes: "that", "on Monday", an apposition
  const Contents contents(statements);
  std::vector<bool> handed_down(statements.size());
  for (std::size_t i = 0; i < statements.size(); ++i) {
    if (!statements[i].cue) continue;
    const std::size_t outer = contents.at(statements[i].cue->begin);
    if (outer == kNoStatement || outer == i || !statements[outer].source || !statements[outer].cue) continue;
    const Tokens relayer = relayer_in(words, *statements[outer].source);
    if (relayer.empty() || !reports(words, statements[outer], relayer) || is_own_voice(words, statements[i])) continue;
    if (left_over(statements[outer], statements[i]) > kSlack) continue;
    add_hop(statements[i], Relation::reported_by, words.span(relayer));
    handed_down[outer] = true;
  }
  remove_marked(handed_down, statements);
}

}  // namespace

void remove_relays(const Words& words, std::vector<Statement>& statements) {
  std::vector<bool> bare(statements.size());
  for (std::size_t i = 0; i < statements.size(); ++i) bare[i] = is_bare_relay(words, statements[i]);
  remove_marked(bare, statements);
  hand_down_reports(words, statements);
}

}  // namespace sayso::extract
