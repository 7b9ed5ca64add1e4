#include "extract/statements/reach_back.h"

#include <algorithm>
#include <array>

#include "text/lexicon.h"
#include "text/lines.h"
#include "text/sentences.h"
#include "text/tokens.h"

namespace sayso::extract {
namespace {

constexpr auto kAuxiliaries =
    std::to_array<std::string_view>({"was", "were", "is", "has", "have", "had", "been", "also"});
constexpr auto kUtterances =
    std::to_array<std::string_view>({"announced", "declared", "disclosed", "mentioned", "noted", "reported", "revealed",
                                     "said", "stated", "told", "voiced"});

template <class List>
bool contains(const List& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

/// The sentences, and where paragraphs part them.
class Page {
 public:
  explicit Page(std::string_view text)
      : text_(text), sentences_(text::sentences(text)), wrapped_(text::wrap_width(text) > 0) {}

  [[nodiscard]] std::size_t sentence_at(std::size_t byte) const {
    const auto found =
        std::partition_point(sentences_.begin(), sentences_.end(), [&](const Span& s) { return s.end <= byte; });
    return static_cast<std::size_t>(found - sentences_.begin());
  }
  [[nodiscard]] std::size_t size() const { return sentences_.size(); }
  [[nodiscard]] const Span& operator[](std::size_t i) const { return sentences_[i]; }

  /// Whether a paragraph ends before the sentence.
  [[nodiscard]] bool opens_paragraph(std::size_t i) const {
    if (i == 0) return true;
    const auto between = text_.substr(sentences_[i - 1].end, sentences_[i].begin - sentences_[i - 1].end);
    return std::count(between.begin(), between.end(), '\n') > (wrapped_ ? 1 : 0);
  }

 private:
  std::string_view text_;
  std::vector<Span> sentences_;
  bool wrapped_;
};

// Where "This was stated by" ends at the start of a sentence, or 0. Bounded.
std::size_t end_of_opening(std::string_view text, const Span& sentence) {
  constexpr std::size_t kOpening = 64;  // bytes
  const std::string_view head = text.substr(sentence.begin, std::min(sentence.size(), kOpening));
  const auto tokens = text::tokens(head);
  const auto word = [&](std::size_t i) { return i < tokens.size() ? tokens[i].span.of(head) : std::string_view(); };
  if (word(0) != "This" && word(0) != "That" && word(0) != "It") return 0;
  std::size_t at = 1;
  while (contains(kAuxiliaries, word(at))) ++at;
  if (at == 1 || !contains(kUtterances, word(at)) || word(at + 1) != "by") return 0;
  return sentence.begin + tokens[at + 1].span.end;
}

bool has_content_behind(const Statement& statement, std::size_t from, std::size_t to) {
  return std::any_of(statement.content.begin(), statement.content.end(),
                     [&](const Span& span) { return span.begin >= from && span.begin < to; });
}

// Whether a cue attributes words: "said", "According to"; "seeks" may stand within what someone else stated.
bool is_speech(std::string_view cue) {
  const auto tokens = text::tokens(cue);
  return std::any_of(tokens.begin(), tokens.end(), [&](const text::Token& token) {
    const std::string_view word = token.span.of(cue);
    return text::is_speech_verb(word) || word == "according" || word == "According" || contains(kUtterances, word);
  });
}

// The sentences that have a speaker of their own.
std::vector<bool> attributed(std::string_view text, const Page& page, const std::vector<Statement>& statements) {
  std::vector<bool> out(page.size());
  for (const Statement& statement : statements) {
    if (!statement.cue || !is_speech(statement.cue->of(text))) continue;
    const std::size_t sentence = page.sentence_at(statement.cue->begin);
    if (sentence < out.size()) out[sentence] = true;
  }
  return out;
}

// Whether a statement's sentence opens so, with nothing of it behind.
bool reaches_back(std::string_view text, const Page& page, const Statement& statement) {
  if (!statement.cue) return false;
  const std::size_t sentence = page.sentence_at(statement.cue->begin);
  if (sentence == 0 || sentence >= page.size()) return false;
  const std::size_t opening = end_of_opening(text, page[sentence]);
  return opening >= statement.cue->end && !has_content_behind(statement, opening, page[sentence].end);
}

}  // namespace

void reach_back(std::string_view text, std::vector<Statement>& statements) {
  const Page page(text);
  std::vector<bool> taken = attributed(text, page, statements);
  std::vector<Statement*> reaching;
  for (Statement& statement : statements) {
    if (!reaches_back(text, page, statement)) continue;
    reaching.push_back(&statement);
    taken[page.sentence_at(statement.cue->begin)] = true;
  }
  for (Statement* statement : reaching) {
    const std::size_t sentence = page.sentence_at(statement->cue->begin);
    std::size_t first = sentence;
    while (first > 0 && !taken[first - 1] && (first == sentence || !page.opens_paragraph(first))) --first;
    if (first < sentence) statement->content = {{page[first].begin, page[sentence - 1].end}};
  }
}

}  // namespace sayso::extract
