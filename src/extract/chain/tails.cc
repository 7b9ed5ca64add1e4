#include "extract/chain/tails.h"

#include <algorithm>

#include "extract/chain/marks.h"
#include "extract/chain/noun_phrase.h"
#include "extract/chain/vocabulary.h"

namespace sayso::extract {
namespace {

constexpr std::size_t kLongest = 30;  // tokens of a tail

bool closes_quotation(std::string_view token) { return token == "\"" || token == "”" || token == "''" || token == "»"; }

// Where the words that may be a content of their own end: behind the last quotation, or behind "the plan".
std::size_t end_of_body(const Words& words, Tokens content) {
  const std::size_t nearest = content.last - std::min(content.last - content.first, kLongest);
  for (std::size_t at = content.last; at > nearest; --at) {
    if (closes_quotation(words.at(at - 1))) return at;
  }
  return is_determiner(words.lower(content.first)) ? content.first + 2 : content.last;
}

// Whether media, times and words that join them are all there is.
bool is_tail(const Words& words, Tokens tail) {
  if (tail.last <= tail.first + 1 || tail.last - tail.first > kLongest) return false;
  const auto skip = [&](std::size_t at) {
    at = skip_time(words, at, tail.last);
    while (at < tail.last && !parts_cues(words, at)) ++at;
    return at;
  };
  std::size_t at = skip(tail.first);
  for (const Mark& mark : find_marks(words, tail)) {
    if (mark.relation != Relation::said_on || mark.tokens.first != at) return false;
    at = skip(mark.tokens.last);
  }
  return at >= tail.last;
}

}  // namespace

void cut_tails(const Words& words, std::vector<Statement>& statements) {
  for (Statement& statement : statements) {
    if (!statement.cue || statement.content.empty() || statement.content.back().begin < statement.cue->end) continue;
    const Tokens content = words.within(statement.content.back());
    if (content.empty()) continue;
    const std::size_t end = end_of_body(words, content);
    if (end > content.first && is_tail(words, {end, content.last})) {
      statement.content.back().end = words.span({content.first, end}).end;
    }
  }
}

}  // namespace sayso::extract
