#include <algorithm>
#include <array>

#include "extract/times/grammar.h"
#include "text/unicode.h"

namespace sayso::extract {
namespace {

struct Phrase {
  std::string_view words;  ///< with one blank between them
  std::string_view code;
};

constexpr std::string_view kPast = "PAST_REF", kPresent = "PRESENT_REF", kFuture = "FUTURE_REF";

// Ascending by first word; of two that fit, the longer counts.
constexpr std::array kPhrases = std::to_array<Phrase>({
    {"as of now", kPresent},
    {"at present", kPresent},
    {"at the moment", kPresent},
    {"at the present time", kPresent},
    {"coming days", kFuture},
    {"coming months", kFuture},
    {"coming weeks", kFuture},
    {"coming years", kFuture},
    {"currently", kPresent},
    {"now", kPresent},
    {"nowadays", kPresent},
    {"presently", kPresent},
    {"recent days", kPast},
    {"recent decades", kPast},
    {"recent months", kPast},
    {"recent weeks", kPast},
    {"recent years", kPast},
    {"right now", kPresent},
    {"the coming days", kFuture},
    {"the coming months", kFuture},
    {"the coming weeks", kFuture},
    {"the coming years", kFuture},
    {"the distant future", kFuture},
    {"the distant past", kPast},
    {"the foreseeable future", kFuture},
    {"the future", kFuture},
    {"the immediate future", kFuture},
    {"the near future", kFuture},
    {"the past", kPast},
    {"the present", kPresent},
    {"the recent past", kPast},
    {"these days", kPresent},
    {"this moment", kPresent},
    {"this point", kPresent},
    {"this stage", kPresent},
    {"this time", kPresent},
    {"to date", kPresent},
});

/// Some phrases are times only behind a preposition or before no noun: "in the past", not "the past president".
bool fits(const Terms& terms, std::size_t at, std::size_t end, std::string_view words) {
  const std::string_view before = at > 0 ? terms.word(at - 1) : std::string_view();
  if (one_of(words, {"the past", "the future", "the present"})) {
    return one_of(before, {"in", "of", "for", "to", "into", "from", "at", "about"}) &&
           !one_of(terms.word(end), {"of"}) && end < terms.size() &&
           (terms.word(end).empty() || !text::ascii_alpha(terms.word(end).front()) ||
            one_of(terms.word(end), {"and", "or", "to", "is", "was", "will", "has", "as", "but", "that", "if"}));
  }
  if (one_of(words, {"this point", "this moment", "this stage", "this time"})) return before == "at" || before == "by";
  if (words == "to date")
    return !one_of(before, {"up", "equals", "equal", "due"}) && !(end < terms.size() && terms.at(end).capital);
  if (words == "now" && one_of(terms.word(end), {"that"}) && at == 0) return false;
  return true;
}

}  // namespace

std::optional<Match> reference_at(const Terms& terms, std::size_t at) {
  const std::string_view word = terms.word(at);
  if (word.empty()) return std::nullopt;
  std::optional<Match> best;
  auto phrase = std::ranges::lower_bound(kPhrases, word, {},
                                         [](const Phrase& p) { return p.words.substr(0, p.words.find(' ')); });
  for (; phrase != kPhrases.end() && phrase->words.substr(0, phrase->words.find(' ')) == word; ++phrase) {
    const std::size_t length = terms.phrase(at, phrase->words);
    if (length == 0 || (best && at + length <= best->end) || !fits(terms, at, at + length, phrase->words)) continue;
    best = Match{};
    best->expression.kind = Expression::Kind::reference;
    best->expression.code = phrase->code;
    best->begin = at;
    best->end = at + length;
  }
  return best;
}

}  // namespace sayso::extract
