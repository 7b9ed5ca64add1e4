#include "extract/chain/earlier.h"

#include <algorithm>
#include <optional>
#include <string>

#include "extract/chain/hops.h"
#include "extract/chain/marks.h"
#include "extract/chain/noun_phrase.h"
#include "extract/chain/vocabulary.h"

namespace sayso::extract {
namespace {

std::size_t end_of(const Statement& statement) {
  std::size_t end = statement.content.empty() ? 0 : statement.content.back().end;
  if (statement.cue) end = std::max(end, statement.cue->end);
  if (statement.source) end = std::max(end, statement.source->end);
  return end;
}

// Whether the phrase stands for words just reported: "this", "the report", "their accounts".
bool is_earlier_words(const Words& words, const NounPhrase& phrase) {
  return !phrase.tokens.empty() && phrase.tokens.last - phrase.tokens.first <= 3 &&
         means_earlier_words(words.lower(phrase.tokens.last - 1));
}

std::size_t skip_auxiliaries(const Words& words, std::size_t at, std::size_t end) {
  while (at < end) {
    const std::string word = words.lower(at);
    const bool adverb = word.size() > 4 && word.substr(word.size() - 2) == "ly";
    if (word != "was" && word != "were" && word != "has" && word != "have" && word != "had" && word != "been" &&
        word != "is" && word != "also" && word != "later" && !adverb) {
      break;
    }
    ++at;
  }
  return at;
}

/// Subject, verb and what follows of a short sentence.
struct Clause {
  NounPhrase subject;
  std::size_t verb = 0;
};

Clause read_clause(const Words& words, Tokens sentence) {
  Clause clause{read_noun_phrase(words, sentence.first, sentence.last), 0};
  if (clause.subject.tokens.empty()) clause.subject.tokens = {sentence.first, sentence.first + 1};
  clause.verb = skip_auxiliaries(words, clause.subject.tokens.last, sentence.last);
  return clause;
}

std::optional<Tokens> confirmer(const Words& words, Tokens sentence, const Clause& clause) {
  if (!is_confirm(words.lower(clause.verb))) return std::nullopt;
  if (words.lower(clause.verb + 1) == "by" && is_earlier_words(words, clause.subject)) {
    const NounPhrase who = read_noun_phrase(words, clause.verb + 2, sentence.last);
    return who.tokens.empty() ? std::nullopt : std::optional(who.tokens);
  }
  const NounPhrase what = read_noun_phrase(words, clause.verb + 1, sentence.last);
  const std::string pronoun = words.lower(clause.verb + 1);
  const bool alone = !words.is_word(clause.verb + 2) || place(words.lower(clause.verb + 2)) != 0;
  const bool earlier = is_earlier_words(words, what) || (alone && (pronoun == "this" || pronoun == "it"));
  if (!earlier || is_earlier_words(words, clause.subject)) return std::nullopt;
  return clause.subject.tokens;
}

// "This was said in", "The remarks were made at", "He said this on".
bool tells_occasion(const Words& words, const Clause& clause) {
  if (!is_utterance(words.lower(clause.verb))) return false;
  const std::string subject = words.lower(clause.subject.tokens.last - 1);
  return means_earlier_words(subject) || means_earlier_words(words.lower(clause.verb + 1)) ||
         means_earlier_words(words.lower(clause.verb + 2));
}

}  // namespace

void look_back(const Words& words, const std::vector<Span>& sentences, std::vector<Statement>& statements) {
  std::size_t sentence = 0;
  std::vector<std::size_t> order(statements.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return end_of(statements[a]) < end_of(statements[b]); });
  for (std::size_t i = 0; i < order.size(); ++i) {
    Statement& statement = statements[order[i]];
    const std::size_t end = end_of(statement);
    while (sentence < sentences.size() && sentences[sentence].end < end) ++sentence;
    if (sentence + 1 >= sentences.size()) break;
    const bool last = i + 1 == order.size() || end_of(statements[order[i + 1]]) > sentences[sentence].end;
    if (!last) continue;
    const Tokens next = words.within(sentences[sentence + 1]);
    const Clause clause = read_clause(words, next);
    if (const auto who = confirmer(words, next, clause)) {
      add_hop(statement, Relation::confirmed_by, words.span(*who));
    } else if (tells_occasion(words, clause)) {
      for (const Mark& mark : find_marks(words, next)) {
        if (mark.relation == Relation::said_on && mark.tokens.first <= clause.verb + 3) {
          add_hop(statement, Relation::said_on, words.span(mark.name));
        }
      }
    }
  }
}

}  // namespace sayso::extract
