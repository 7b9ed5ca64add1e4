#pragma once
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "sayso/record.h"
#include "store/facts.h"
#include "store/stemmer.h"
#include "store/word_classes.h"

// What a passage is about, so that passages in other words on the same matter can be found: its words of meaning as
// stems, those that mean the same as one, and whom the lexicon knows as the actor that the database has, however they
// are named here; others by the last word of their name. A word in the reach of a negation, or the opposite of another,
// bears that as a sign: "was not cancelled" and "was cancelled" are about the same and say the opposite.
namespace sayso::store {

struct MatterWord {
  std::int64_t hash = 0;
  bool negated = false;
  bool name = false;  ///< of an actor
};

/// The passages of one English record. In other languages none is about anything.
class Matters {
 public:
  Matters(const Record& record, const ActorKeys& actors);

  /// Ascending by hash, each once. What is `denied` says the opposite. A pronoun for `speaker` is no name.
  [[nodiscard]] std::vector<MatterWord> of(const std::vector<Span>& passage, bool denied,
                                           const std::string& speaker) const;

 private:
  struct Mention {
    Span span;
    std::int64_t hash;  ///< that stands for the name
    const std::string* id;
    bool pronoun;
  };
  [[nodiscard]] std::string stem_of_name(const std::string& name) const;

  const Record& record_;
  Stemmer stemmer_;
  std::unordered_map<std::string, WordClass> classes_;
  std::vector<Mention> mentions_;  ///< ascending, the longest of those that begin alike first
};

}  // namespace sayso::store
