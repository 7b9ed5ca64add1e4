#include "extract/chain/noun_phrase.h"

#include <algorithm>
#include <string>

#include "extract/chain/vocabulary.h"
#include "text/lexicon.h"

namespace sayso::extract {
namespace {

constexpr std::size_t kLongest = 20;  // tokens; keeps reading linear

bool ends_with(std::string_view word, std::string_view ending) {
  return word.size() > ending.size() && word.substr(word.size() - ending.size()) == ending;
}

bool is_verb_form(std::string_view word) { return ends_with(word, "ed") || ends_with(word, "ing"); }

bool is_known_noun(const std::string& word) {
  return medium(word) != 0 || is_outlet_noun(word) || is_forum(word) || is_reporter(word) || is_informant(word) ||
         is_partitive(word) || is_evidence(word);
}

/// Reads on from the determiners, one word or name at a time. A phrase is modifiers and then nouns or a name; only a
/// noun of the vocabulary may follow a name ("the Gazette interview").
class PhraseReader {
 public:
  PhraseReader(const Words& words, std::size_t first, std::size_t end)
      : words_(words), first_(first), end_(std::min({end, words.size(), first + kLongest})) {}

  NounPhrase read() {
    at_ = first_;
    while (at_ < end_ && is_determiner(words_.lower(at_))) ++at_;
    begin_ = at_;
    while (at_ < end_ && step()) {
    }
    while (at_ > begin_ && !words_.is_word(at_ - 1)) --at_;
    return at_ == begin_ ? NounPhrase{} : classified();
  }

 private:
  enum class Last { modifier, noun, name };

  bool step() {
    const std::string word = words_.lower(at_);
    if (word == "of") return last_ == Last::name && step_of();
    if (word == "-" || word == "&" || word == "/") return at_ > begin_ && step_joined();
    if (words_.is_possessive(at_)) return at_ > begin_ && take(at_ + 1, Last::modifier);
    if (!words_.is_word(at_) || (is_time(word) && last_ != Last::modifier)) return false;
    if (words_.is_capital(at_)) return step_capital(word);
    return step_lower(word);
  }

  bool step_capital(const std::string& word) {
    const Name* name = words_.name_at(at_);
    const bool outlet = name != nullptr && name->outlet;
    if (last_ == Last::noun && !outlet && !may_precede_name(words_.lower(at_ - 1))) return false;
    if (name != nullptr && name->tokens.last <= end_) {
      if (name->outlet) outlet_ = name->tokens;
      if (name->actor) actor_end_ = name->tokens.last;
      return take(name->tokens.last, Last::name);
    }
    if (text::is_function_word(word) && word.size() > 1) return false;
    return take(at_ + 1, is_time(word) ? Last::modifier : Last::name);
  }

  bool step_lower(const std::string& word) {
    if (is_known_noun(word) || (at_ > begin_ && medium(words_.lower(at_ - 1) + " " + word) != 0)) {
      return take(at_ + 1, Last::noun);
    }
    if (is_hyphened_medium()) return take(at_ + 3, Last::noun);
    if (text::is_function_word(word) || text::is_speech_verb(word) || ends_phrase(word) || ends_with(word, "ly")) {
      return false;
    }
    if (const Name* name = words_.name_at(at_); name != nullptr && name->tokens.last <= end_) {
      if (name->actor) actor_end_ = name->tokens.last;
      return take(name->tokens.last, Last::noun);
    }
    if (last_ == Last::name && !(word[0] >= '0' && word[0] <= '9')) {
      cut_short_ = !is_verb_form(word);
      return false;
    }
    if (last_ == Last::noun && is_verb_form(word)) return false;
    return take(at_ + 1, last_ == Last::name ? Last::name : Last::modifier);
  }

  // op-ed
  bool is_hyphened_medium() const {
    return at_ + 2 < end_ && words_.at(at_ + 1) == "-" && medium(words_.lower(at_) + "-" + words_.lower(at_ + 2)) != 0;
  }

  static bool may_precede_name(const std::string& noun) {
    return medium(noun) == 0 && !is_evidence(noun) && !is_forum(noun);
  }

  // Hyphens within a word, "A & B", "A/B".
  bool step_joined() {
    if (at_ + 1 >= end_ || !words_.is_word(at_ + 1)) return false;
    const bool free = words_.span({at_, at_ + 1}).end != words_.span({at_ + 1, at_ + 2}).begin;
    if (words_.at(at_) == "-" && free) return false;
    return take(words_.is_capital(at_ + 1) ? at_ + 1 : at_ + 2, Last::modifier);
  }

  // "Department of State", "Voice of the North".
  bool step_of() {
    std::size_t next = at_ + 1;
    if (next < end_ && words_.at(next) == "the") ++next;
    return next < end_ && words_.is_capital(next) && !is_time(words_.lower(next)) && take(next, Last::modifier);
  }

  bool take(std::size_t next, Last last) {
    at_ = next;
    last_ = last;
    return true;
  }

  NounPhrase classified() const {
    NounPhrase phrase;
    phrase.tokens = {first_, at_};
    phrase.cut_short = cut_short_;
    const std::string head = head_word();
    const bool capital = words_.is_capital(at_ - 1);
    const bool long_name = at_ - begin_ > 1 || (begin_ > first_ && words_.lower(first_) == "the");
    if (outlet_.last == at_ || is_outlet_noun(head) || (capital && long_name && ends_outlet_names(head))) {
      phrase.sort = Sort::outlet;
      phrase.outlet = named_outlet(head);
      return phrase;
    }
    phrase.outlet = outlet_;
    phrase.places = medium(head);
    if (phrase.places != 0) {
      phrase.sort = Sort::medium;
    } else if (is_forum(head)) {
      phrase.sort = Sort::forum;
    } else if (capital || actor_end_ == at_ || is_informant(head) || is_reporter(head)) {
      phrase.sort = Sort::somebody;
    }
    return phrase;
  }

  // "The Fjord Times" of "the Fjord Times newspaper", the name in "the news agency Fjord": without the noun.
  Tokens named_outlet(const std::string& head) const {
    const bool noun = head == "newspaper" || head == "tabloid" || head == "agency" || head == "broadcaster";
    if (noun && at_ - begin_ > 1 && words_.is_capital(at_ - 2)) return {first_, at_ - 1};
    if (outlet_.last == at_ && outlet_.first > begin_ && !words_.is_capital(outlet_.first - 1)) return outlet_;
    return {first_, at_};
  }

  // The last word, or two words that only together are a medium: op-ed, town hall.
  std::string head_word() const {
    const std::string word = words_.lower(at_ - 1);
    if (at_ - begin_ > 2 && words_.at(at_ - 2) == "-") return words_.lower(at_ - 3) + "-" + word;
    const std::string both = at_ - begin_ > 1 ? words_.lower(at_ - 2) + " " + word : "";
    return medium(both) != 0 ? both : word;
  }

  const Words& words_;
  std::size_t first_, end_;
  std::size_t at_ = 0, begin_ = 0;
  Last last_ = Last::modifier;
  Tokens outlet_;
  std::size_t actor_end_ = 0;
  bool cut_short_ = false;
};

// "a series of interviews" are interviews.
NounPhrase without_partitive(const Words& words, NounPhrase phrase, std::size_t end) {
  if (phrase.tokens.empty() || phrase.tokens.last + 1 >= end || words.at(phrase.tokens.last) != "of") return phrase;
  if (!is_partitive(words.lower(phrase.tokens.last - 1))) return phrase;
  NounPhrase inner = PhraseReader(words, phrase.tokens.last + 1, end).read();
  if (inner.tokens.empty()) return phrase;
  inner.tokens.first = phrase.tokens.first;
  return inner;
}

// What may stand between an occasion and its medium: "on Monday", "published", "given".
std::size_t skip_participle(const Words& words, std::size_t first, std::size_t end) {
  const std::size_t at = skip_time(words, first, end);
  return at < end && is_publication(words.lower(at)) ? skip_time(words, at + 1, end) : at;
}

// Whether what follows a preposition names the medium of an occasion.
bool names_medium(const std::string& preposition, const NounPhrase& phrase) {
  if (preposition == "with" || preposition == "for" || preposition == "from") return phrase.names_outlet();
  if (preposition == "to" || preposition == "of") return phrase.names_outlet() || phrase.sort == Sort::forum;
  if (place(preposition) == 0) return false;
  return phrase.names_outlet() || (phrase.places & place(preposition)) != 0;
}

}  // namespace

NounPhrase read_noun_phrase(const Words& words, std::size_t first, std::size_t end) {
  return without_partitive(words, PhraseReader(words, first, end).read(), end);
}

std::size_t skip_time(const Words& words, std::size_t first, std::size_t end) {
  const auto is_when = [&](std::size_t token) {
    return token < end && is_time(words.lower(token)) && !words.is_possessive(token + 1);
  };
  std::size_t at = first;
  while (at < end) {
    const std::string word = words.lower(at);
    const bool joins = word == "in" || word == "on" || word == "of" || word == "the" || word == ",";
    if (is_when(at) || (at > first && word[0] >= '0' && word[0] <= '9')) {
      ++at;
    } else if (joins && is_when(at + 1)) {
      at += 2;
    } else {
      break;
    }
  }
  return at;
}

bool parts_cues(const Words& words, std::size_t token) {
  const std::string word = words.lower(token);
  return words.is_word(token) && !is_time(word) && word != "and" && word != "also" && word != "again" &&
         !ends_with(word, "ly");
}

std::size_t skip_circumstances(const Words& words, std::size_t first, std::size_t end) {
  std::size_t at = skip_time(words, first, end);
  while (at + 1 < end) {
    const std::string word = words.lower(at);
    if (word != "in" && word != "near" && word != "outside" && word != "from") break;
    std::size_t next = at + 1;
    while (next < end && words.is_capital(next) && !is_time(words.lower(next))) ++next;
    if (next == at + 1) break;
    at = skip_time(words, next, end);
  }
  return at;
}

Carrier read_carrier(const Words& words, NounPhrase phrase, std::size_t end) {
  constexpr int kDeepest = 4;
  for (int depth = 0; depth < kDeepest && !phrase.names_outlet(); ++depth) {
    const std::size_t at = skip_participle(words, phrase.tokens.last, end);
    const NounPhrase next = read_noun_phrase(words, at + 1, end);
    if (next.tokens.empty() || !names_medium(words.lower(at), next)) break;
    phrase = next;
  }
  return {phrase.name(), phrase.tokens.last};
}

}  // namespace sayso::extract
