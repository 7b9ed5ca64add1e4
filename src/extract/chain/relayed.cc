#include "extract/chain/relayed.h"

#include <algorithm>
#include <array>
#include <string>

#include "extract/chain/contents.h"
#include "extract/chain/hops.h"
#include "extract/chain/marks.h"
#include "extract/chain/noun_phrase.h"
#include "extract/chain/vocabulary.h"
#include "record/numbering.h"
#include "text/lexicon.h"

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

/// Where an apposition between commas that begins at a token ends; the token itself where there is none.
std::size_t behind_apposition(const Words& words, std::size_t at, std::size_t end) {
  constexpr std::size_t kLongest = 12;  // tokens
  if (words.at(at) != ",") return at;
  for (std::size_t i = at + 1; i < std::min(end, at + kLongest); ++i) {
    if (words.at(i) == ",") return i + 1;
  }
  return at;
}

bool speaks(std::string_view verb) {
  constexpr std::array<std::string_view, 8> kMore{"called",   "demanded", "ordered",     "pledged",
                                                  "promised", "proposed", "recommended", "rejected"};
  return text::is_speech_verb(verb) || std::find(kMore.begin(), kMore.end(), verb) != kMore.end();
}

// "The Gazette reported [Ada Holm, the mayor, said it rains]" read as one: she said so, and the outlet relays.
void split_report(const Words& words, const Contents& contents, std::size_t own, Statement& statement) {
  if (!statement.cue || !statement.source || statement.content.size() != 1) return;
  const Tokens content = words.within(statement.content.front());
  const Tokens relayer = relayer_in(words, *statement.source);
  if (content.empty() || relayer.empty() || !reports(words, statement, relayer)) return;
  if (content.first < words.within(*statement.cue).last || contents.at(statement.content.front().begin) != own) return;
  const std::size_t first = words.lower(content.first) == "that" ? content.first + 1 : content.first;
  const NounPhrase who = read_noun_phrase(words, first, content.last);
  if (who.tokens.empty() || who.cut_short || (who.sort != Sort::somebody && who.sort != Sort::outlet)) return;
  std::size_t verb = behind_apposition(words, who.tokens.last, content.last);
  const std::size_t behind_name = verb;
  while (verb < content.last && (words.lower(verb) == "has" || words.lower(verb) == "had")) ++verb;
  if (verb + 1 >= content.last || !speaks(words.lower(verb)) || !words.is_word(verb + 1)) return;
  const std::size_t body = words.lower(verb + 1) == "that" ? verb + 2 : verb + 1;
  if (body >= content.last) return;
  add_hop(statement, Relation::reported_by, words.span(relayer));
  statement.source = words.span({first, words.at(behind_name - 1) == "," ? behind_name - 1 : behind_name});
  statement.cue = words.span({behind_name, verb + 1});
  statement.content.front().begin = words.span({body, body + 1}).begin;
}

}  // namespace

void remove_relays(const Words& words, std::vector<Statement>& statements) {
  std::vector<bool> bare(statements.size());
  for (std::size_t i = 0; i < statements.size(); ++i) bare[i] = is_bare_relay(words, statements[i]);
  remove_marked(bare, statements);
  hand_down_reports(words, statements);
  const Contents contents(statements);
  for (std::size_t i = 0; i < statements.size(); ++i) split_report(words, contents, i, statements[i]);
}

}  // namespace sayso::extract
