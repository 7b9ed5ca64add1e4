#include "extract/chain/setting.h"

#include <algorithm>
#include <string>

#include "extract/chain/hops.h"
#include "extract/chain/marks.h"
#include "extract/chain/vocabulary.h"

namespace sayso::extract {
namespace {

constexpr std::size_t kLongest = 30;  // tokens of a sentence that only tells where somebody spoke

bool is_pronoun(const std::string& word) { return word == "he" || word == "she" || word == "they"; }

// Whether a source is "she", or a name that stands among some words.
bool is_same_speaker(const Words& words, const Statement& statement, Tokens subject) {
  if (!statement.source) return false;
  const Tokens source = words.within(*statement.source);
  if (source.empty()) return false;
  if (is_pronoun(words.lower(source.first))) return true;
  for (std::size_t at = subject.first; at < subject.last; ++at) {
    if (words.is_capital(at) && words.at(at) == words.at(source.last - 1)) return true;
  }
  return false;
}

/// The first statement at or behind a place of the text; places must ascend.
class FirstStatements {
 public:
  explicit FirstStatements(std::vector<Statement>& statements) {
    for (Statement& statement : statements) {
      if (statement.cue && statement.source && statement.inside.empty()) ordered_.push_back(&statement);
    }
    std::stable_sort(ordered_.begin(), ordered_.end(),
                     [](const Statement* a, const Statement* b) { return a->cue->begin < b->cue->begin; });
  }

  [[nodiscard]] Statement* in(const Span& span) const {
    const auto found = std::partition_point(ordered_.begin(), ordered_.end(),
                                            [&](const Statement* s) { return s->cue->begin < span.begin; });
    return found != ordered_.end() && (*found)->cue->begin < span.end ? *found : nullptr;
  }

 private:
  std::vector<Statement*> ordered_;
};

}  // namespace

void look_at_setting(const Words& words, const std::vector<Span>& sentences, std::vector<Statement>& statements) {
  const FirstStatements first_statements(statements);
  for (std::size_t i = 0; i + 1 < sentences.size(); ++i) {
    Statement* statement = first_statements.in(sentences[i + 1]);
    if (statement == nullptr || !statement->chain.empty() || first_statements.in(sentences[i]) != nullptr) continue;
    const Tokens sentence = words.within(sentences[i]);
    if (sentence.last - sentence.first > kLongest) continue;
    for (const Mark& mark : find_marks(words, sentence)) {
      const std::size_t at = mark.tokens.first;
      if (mark.relation != Relation::said_on || at == 0 || !is_appearance(words.lower(at - 1))) continue;
      if (!is_same_speaker(words, *statement, {sentence.first, at - 1})) continue;
      add_hop(*statement, Relation::said_on, words.span(mark.name));
    }
  }
}

}  // namespace sayso::extract
