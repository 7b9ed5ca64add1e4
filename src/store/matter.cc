#include "store/matter.h"

#include <algorithm>

#include "lexicon/words.h"
#include "record/passage.h"
#include "store/hash.h"
#include "text/tokens.h"
#include "text/unicode.h"

namespace sayso::store {
namespace {

constexpr int kReach = 3;                      // words of meaning that a negation turns around
constexpr std::size_t kMostWords = 64;         // of a passage: more tell nothing more
constexpr std::size_t kLongestPassage = 4000;  // bytes

bool ends_clause(std::string_view token) {
  return token == "," || token == ";" || token == ":" || token == "." || token == "!" || token == "?" ||
         token == "but" || token == "because" || token == "although" || token == "while";
}

/// "4,000" and "4000" are one.
std::string digits_of(const std::string& number) {
  std::string out;
  for (const char c : number) {
    if (c != ' ' && c != ',') out += c;
  }
  return out;
}

void sort_by_hash(std::vector<MatterWord>& words) {
  std::stable_sort(words.begin(), words.end(),
                   [](const MatterWord& a, const MatterWord& b) { return a.hash < b.hash; });
  const auto same = [](const MatterWord& a, const MatterWord& b) { return a.hash == b.hash; };
  words.erase(std::unique(words.begin(), words.end(), same), words.end());
}

}  // namespace

Matters::Matters(const Record& record, const ActorKeys& actors) : record_(record) {
  if (record.document.lang != "en") return;
  classes_ = word_classes(stemmer_);
  for (const Actor& actor : record.actors) {
    const auto key = actors.find(actor.id);
    if (key == actors.end()) continue;
    // One whom only this article calls an actor may be mere words in the next.
    const bool known = !actor.wikidata.empty();
    const std::int64_t hash = known ? hash_of("actor", key->second) : hash_of(stem_of_name(actor.name), 0);
    for (const ActorMention& mention : actor.mentions) {
      if (mention.form == MentionForm::nominal || mention.span.empty()) continue;
      mentions_.push_back({mention.span, hash, &actor.id, mention.form == MentionForm::pronoun});
    }
  }
  std::sort(mentions_.begin(), mentions_.end(), [](const Mention& a, const Mention& b) {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
  });
}

std::string Matters::stem_of_name(const std::string& name) const {
  const lexicon::Words words = lexicon::words_of_name(name);
  if (words.words.empty()) return {};
  const lexicon::Word& last = words.words.back();
  return stemmer_.stem(std::string_view(words.folded).substr(last.begin, last.end - last.begin));
}

std::vector<MatterWord> Matters::of(const std::vector<Span>& passage, bool denied, const std::string& speaker) const {
  std::vector<MatterWord> words;
  if (classes_.empty()) return words;
  const std::string_view text = record_.document.text;
  for (const Span& part : passage) {
    const std::string_view whole = words_of(text, part).substr(0, kLongestPassage);
    auto mention = std::lower_bound(mentions_.begin(), mentions_.end(), part.begin,
                                    [](const Mention& each, std::size_t at) { return each.span.begin < at; });
    int turned = 0;  // so many words are in the reach of a negation
    std::size_t named_until = 0;
    for (const text::Token& token : text::tokens(whole)) {
      const Span place{part.begin + token.span.begin, part.begin + token.span.end};
      while (mention != mentions_.end() && mention->span.begin < place.begin) ++mention;
      if (mention != mentions_.end() && mention->span.begin == place.begin && place.begin >= named_until) {
        named_until = mention->span.end;
        const bool self = mention->pronoun && *mention->id == speaker;
        if (!self) words.push_back({mention->hash, false, true});
      }
      if (place.begin < named_until) continue;
      const std::string_view written = words_of(text, place);
      std::string word = lexicon::words_of_name(written).folded;
      if (ends_clause(word)) turned = 0;
      if (is_negation(written) || is_negation(word)) {
        turned = turned > 0 ? 0 : kReach;
        continue;
      }
      if (is_stop_word(written) || is_stop_word(word)) continue;
      if (word.empty() || !text::is_word(text::kind_of(text::decode(word, 0).value))) continue;
      if (text::ascii_digit(word.front())) word = digits_of(word);
      const bool negated = denied != (turned > 0);
      turned = std::max(turned - 1, 0);
      const std::string stem = stemmer_.stem(word);
      const auto found = classes_.find(stem);
      if (found == classes_.end()) {
        words.push_back({hash_of(stem, 0), negated, false});
      } else {
        const auto number = static_cast<std::int64_t>(found->second.number) + 1;
        words.push_back({hash_of("class", number), negated != found->second.opposite, false});
      }
    }
  }
  sort_by_hash(words);
  words.resize(std::min(words.size(), kMostWords));
  return words;
}

}  // namespace sayso::store
