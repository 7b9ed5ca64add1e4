#include "extract/events/coder.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <utility>

#include "extract/events/clause.h"
#include "extract/events/pattern_match.h"
#include "model/event_types.h"

namespace sayso::extract {
namespace {

using lexicon::EventDictionary;
using lexicon::Pattern;
using lexicon::VerbForm;
using model::PartOfSpeech;
using model::Relation;

constexpr std::size_t kNone = Tree::kNone;
/// Words on either side of a verb that patterns and parties are looked for among.
constexpr std::size_t kReach = 120;

/// How sure the model must be that a word names an event of a type.
constexpr float kSureEnough = 0.8F;

/// CAMEO's root code for a type of PLOVER's.
std::string cameo_root(std::string_view type) {
  static constexpr std::array<std::string_view, model::kEventTypes.size()> kRoots{
      "03", "04", "05", "06", "07", "08", "087", "10", "11", "12", "13", "14", "16", "15", "17", "19"};
  const auto at = std::find(model::kEventTypes.begin(), model::kEventTypes.end(), type);
  return std::string(kRoots[static_cast<std::size_t>(at - model::kEventTypes.begin())]);
}

/// Whether a pattern is to be preferred to another: more parts, then more that are adjacent, then the earlier.
bool more_specific(const Pattern& a, const Pattern& b) {
  if (a.parts.size() != b.parts.size()) return a.parts.size() > b.parts.size();
  const auto adjacent = [](const Pattern& pattern) {
    return std::count_if(pattern.parts.begin(), pattern.parts.end(), [](const auto& part) { return part.adjacent; });
  };
  return adjacent(a) > adjacent(b);
}

class Coder {
 public:
  Coder(const Tree& tree, const Parties& parties, const EventDictionary& dictionary, EventCoders coders)
      : tree_(tree), parties_(parties), dictionary_(dictionary), coders_(coders), coded_(tree.size(), false) {}

  std::vector<Coding> code() {
    std::vector<Coding> codings;
    const auto stories = discarded(true);
    if (!stories.empty()) return codings;
    const auto sentences = discarded(false);
    for (std::size_t word = 0; word < tree_.size(); ++word) {
      if (std::binary_search(sentences.begin(), sentences.end(), tree_.sentence(word))) continue;
      if (is_infinitive_of_coded(word)) continue;
      auto coding = coders_.dictionary ? by_dictionary(word) : std::nullopt;
      if (!coding && coders_.model) coding = by_model(word);
      if (!coding || coding->code.none()) continue;
      coded_[word] = true;
      codings.push_back(std::move(*coding));
    }
    return codings;
  }

 private:
  /// Whether a word is what a coded verb before it is about: "promised to leave", "abandoned efforts to stop".
  bool is_infinitive_of_coded(std::size_t word) const {
    std::size_t above = tree_.head(word);
    if (above != kNone && tree_.is_noun(above)) above = tree_.head(above);
    if (above == kNone || above >= word || !coded_[above]) return false;
    const std::size_t mark = tree_.child(word, Relation::mark);
    return mark != kNone && tree_.lower(mark) == "to";
  }

  /// The sentences that hold a discard of a sentence or of a story, ascending.
  std::vector<std::size_t> discarded(bool story) const {
    std::vector<std::size_t> found;
    for (std::size_t word = 0; word < tree_.size(); ++word) {
      const auto at = dictionary_.discards.find(tree_.lower(word));
      if (at == dictionary_.discards.end()) continue;
      for (const lexicon::Discard& discard : at->second) {
        if (discard.story == story && stands_at(discard.words, word)) found.push_back(tree_.sentence(word));
      }
    }
    return found;
  }

  bool stands_at(const std::vector<std::string>& words, std::size_t first) const {
    if (first + words.size() > tree_.sentence_end(first)) return false;
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (tree_.lower(first + i) != words[i]) return false;
    }
    return true;
  }

  /// What the dictionary says of a word; without a code where it wants it passed over.
  std::optional<Coding> by_dictionary(std::size_t word) const {
    const auto at = dictionary_.forms.find(tree_.lower(word));
    if (at == dictionary_.forms.end()) return std::nullopt;
    std::vector<const VerbForm*> forms;  // the longest that stand here
    for (const VerbForm& form : at->second) {
      if (!forms.empty() && form.words.size() < forms.front()->words.size()) break;
      if (form.at > word - tree_.sentence_begin(word) || !stands_at(form.words, word - form.at)) continue;
      if (may_be(word, dictionary_.verbs[form.verb].noun)) forms.push_back(&form);
    }
    if (forms.empty()) return std::nullopt;
    return coded(word, forms);
  }

  /// Whether the tree lets a word be a verb, or with `noun` a noun that names a happening.
  bool may_be(std::size_t word, bool noun) const {
    const PartOfSpeech pos = tree_.pos(word);
    const Relation relation = tree_.relation(word);
    if (noun) return pos == PartOfSpeech::noun && relation != Relation::compound;
    if (relation == Relation::aux || relation == Relation::cop || relation == Relation::amod) return false;
    if (pos == PartOfSpeech::verb || pos == PartOfSpeech::aux) return true;
    // Where the model is at a loss for the word of a whole sentence, it may still be its verb.
    return relation == Relation::root && tree_.child(word, Relation::nsubj) != kNone &&
           tree_.child(word, Relation::cop) == kNone;
  }

  /// What the model's head says of a word that it is sure enough of.
  std::optional<Coding> by_model(std::size_t word) const {
    if (tree_.event_score(word) < kSureEnough) return std::nullopt;
    const bool noun = tree_.pos(word) == PartOfSpeech::noun;
    if (!may_be(word, noun)) return std::nullopt;
    Coding coding;
    coding.word = coding.first = word;
    coding.last = word + 1;
    coding.noun = noun;
    coding.type = tree_.event(word);
    coding.code.forward = cameo_root(coding.type);
    coding.certainty = static_cast<double>(tree_.event_score(word));
    coding.rule = "model " + coding.type + " " + std::to_string(std::lround(100 * coding.certainty)) + " %";
    find_parties({}, surroundings(word, coding.first, coding.last), coding);
    return coding;
  }

  Coding coded(std::size_t word, const std::vector<const VerbForm*>& forms) const {
    Coding coding;
    coding.word = word;
    coding.first = word - forms.front()->at;
    coding.last = coding.first + forms.front()->words.size();
    const Surroundings around = surroundings(word, coding.first, coding.last);
    const Pattern* best = nullptr;
    PatternMatch match;
    for (const VerbForm* form : forms) {
      for (const Pattern& pattern : dictionary_.blocks[dictionary_.verbs[form->verb].block].patterns) {
        if (best != nullptr && !more_specific(pattern, *best)) break;
        if (const auto found = match_pattern(tree_, parties_, dictionary_, pattern, around)) {
          best = &pattern;
          match = *found;
          break;
        }
      }
    }
    const lexicon::Verb* verb = &dictionary_.verbs[forms.front()->verb];
    if (best != nullptr) {
      coding.code = best->code;
      coding.rule = dictionary_.place(best->origin) + " " + verb->name + ": " + best->text;
    } else {
      for (const VerbForm* form : forms) {
        if (verb->code.none()) verb = &dictionary_.verbs[form->verb];
      }
      coding.code = verb->code;
      coding.rule = dictionary_.place(verb->origin) + " " + verb->name;
    }
    coding.noun = verb->noun;
    if (!coding.code.none()) find_parties(match, around, coding);
    return coding;
  }

  Surroundings surroundings(std::size_t word, std::size_t first, std::size_t last) const {
    Surroundings around;
    around.verb = word;
    around.first = first;
    around.last = last;
    const std::size_t begin = std::max(tree_.sentence_begin(word), first - std::min(first, kReach));
    for (std::size_t i = begin; i < first; ++i) {
      if (!in_clause_without(i, word)) around.before.push_back(i);
    }
    const std::size_t end = std::min(tree_.sentence_end(word), last + kReach);
    for (std::size_t i = last; i < end; ++i) {
      if (tree_.within(i, word) && !in_other_predicate(i, word)) around.behind.push_back(i);
    }
    return around;
  }

  /// Whether a word stands in a clause that `verb` does not belong to.
  bool in_clause_without(std::size_t word, std::size_t verb) const {
    for (std::size_t steps = 0; steps < 16 && word != kNone && !tree_.within(verb, word); ++steps) {
      const Relation relation = tree_.relation(word);
      if (relation == Relation::acl || relation == Relation::advcl || relation == Relation::parataxis) return true;
      word = tree_.head(word);
    }
    return false;
  }

  /// Whether a word below `verb` belongs to a predicate that is coordinated with it or only put beside it.
  bool in_other_predicate(std::size_t word, std::size_t verb) const {
    for (std::size_t steps = 0; steps < 16 && word != kNone && word != verb; ++steps) {
      const Relation relation = tree_.relation(word);
      if (relation == Relation::parataxis) return true;
      if (relation == Relation::conj && tree_.head(word) == verb && tree_.is_predicate(word)) return true;
      word = tree_.head(word);
    }
    return false;
  }

  bool in_circumstance(std::size_t word, std::size_t verb) const {
    for (std::size_t steps = 0; steps < 16 && word != kNone && word != verb; ++steps) {
      if (is_circumstance(tree_, word)) return true;
      word = tree_.head(word);
    }
    return false;
  }

  void find_parties(const PatternMatch& match, const Surroundings& around, Coding& coding) const {
    if (coding.noun) return find_parties_of_noun(match, around, coding);
    const Clause clause = clause_of(tree_, coding.word);
    if (match.pair != kNone) return make_pair(parties_.of(match.pair), coding);
    if (match.source != kNone) coding.sources = parties_.of(match.source);
    if (match.target != kNone) coding.targets = parties_.of(match.target);
    const bool turned = clause.passive && match.source == kNone && match.target == kNone;
    if (turned) {
      if (clause.agent != kNone) coding.sources = parties_of(clause.agent);
      if (clause.subject != kNone) coding.targets = parties_of(clause.subject);
      if (coding.targets.empty()) coding.targets = first_behind(around, clause, coding.sources);
      return;
    }
    if (match.source == kNone) {
      for (const std::size_t subject : subjects_above(tree_, coding.word)) {
        if (match.target != kNone && in_one_phrase(subject, match.target)) continue;
        coding.sources = parties_of(subject);
        break;
      }
    }
    if (coding.sources.empty() && match.source == kNone && (!is_nominal(clause.subject) || match.target != kNone)) {
      coding.sources = nearest_before(around, match.target);
    }
    if (match.target == kNone) coding.targets = first_behind(around, clause, coding.sources);
    if (coding.targets.empty() && coding.sources.size() > 1 && is_mutual(coding.code)) {
      make_pair(std::move(coding.sources), coding);
    }
  }

  bool in_one_phrase(std::size_t a, std::size_t b) const {
    return a == b || parties_.first_of(a) == b || parties_.in_one_name(a, b) ||
           (parties_.chunk(a) != kNone && parties_.chunk(a) == parties_.chunk(b));
  }

  bool is_nominal(std::size_t word) const { return word != kNone && tree_.is_noun(word); }

  /// Who a noun phrase is: itself and those coordinated, or else the name that tells whose it is.
  std::vector<FoundParty> parties_of(std::size_t head) const { return parties_.of(parties_.first_of(head)); }

  /// The object where it is a party, else the first coded party behind the verb that is not the source, else an agent.
  std::vector<FoundParty> first_behind(const Surroundings& around, const Clause& clause,
                                       const std::vector<FoundParty>& sources) const {
    if (clause.object != kNone && clause.object >= around.last && parties_.actor_at(clause.object) != nullptr) {
      auto found = without(parties_.of(clause.object), sources);
      if (!found.empty()) return found;
    }
    std::vector<FoundParty> agents;
    std::size_t done = kNone;
    for (const std::size_t word : around.behind) {
      if (in_circumstance(word, around.verb)) continue;
      const std::size_t head = parties_.phrase_of(word);
      if (head == done) continue;
      if (parties_.names_actor(word) || is_known(word)) {
        done = head;
        auto found = without(parties_.of(parties_.first_of(head)), sources);
        if (is_coded(found) || (is_known(word) && !found.empty())) return found;
      } else if (agents.empty() && parties_.is_agent(word) && parties_.chunk(word) == word) {
        agents = without(parties_.of(word), sources);
      }
    }
    // The tree may have hung the rest of the clause elsewhere.
    const std::size_t end = clause_end(around);
    for (std::size_t word = around.last; word < end; ++word) {
      if (!parties_.names_actor(word)) continue;
      auto found = without(parties_.of(parties_.first_of(parties_.phrase_of(word))), sources);
      if (is_coded(found)) return found;
    }
    if (!agents.empty()) return agents;
    if (clause.object != kNone && clause.object >= around.last) return without(parties_.of(clause.object), sources);
    return {};
  }

  /// Where the clause of a verb ends at the latest by its words: before a subordinator, a semicolon or the subject's
  /// verb of another clause.
  std::size_t clause_end(const Surroundings& around) const {
    const std::size_t end = std::min(tree_.sentence_end(around.verb), around.last + kReach);
    for (std::size_t word = around.last; word < end; ++word) {
      if (ends_clause(word)) return word;
    }
    return end;
  }

  bool ends_clause(std::size_t word) const {
    static constexpr std::array<std::string_view, 14> kSubordinators{"after",    "when",   "while", "because", "before",
                                                                     "although", "though", "since", "until",   "if",
                                                                     "whereas",  "unless", "as",    "who"};
    const std::string& lower = tree_.lower(word);
    return lower == ";" || lower == "," ||
           std::find(kSubordinators.begin(), kSubordinators.end(), lower) != kSubordinators.end();
  }

  /// Where the tree knows no subject: the nearest coded party before the verb in its clause, behind any other verb but
  /// those that the verb hangs from.
  std::vector<FoundParty> nearest_before(const Surroundings& around, std::size_t target) const {
    const std::size_t begin =
        std::max(tree_.sentence_begin(around.verb), around.first - std::min(around.first, kReach));
    for (std::size_t word = around.first; word-- > begin;) {
      if (ends_clause(word)) break;
      if (target == kNone && tree_.pos(word) == PartOfSpeech::verb && !tree_.within(around.verb, word)) break;
      if (!parties_.names_actor(word)) continue;
      if (target != kNone && in_one_phrase(word, target)) continue;
      return parties_.of(parties_.first_of(parties_.phrase_of(parties_.row_begin(word))));
    }
    return {};
  }

  /// Whether a word heads a name or noun phrase that is an actor of the record.
  bool is_known(std::size_t word) const {
    return tree_.pos(word) != PartOfSpeech::pron && parties_.actor_at(word) != nullptr;
  }

  static bool is_coded(const std::vector<FoundParty>& found) {
    return std::any_of(found.begin(), found.end(), [](const FoundParty& each) {
      return !each.party.code.empty() && !each.party.code.starts_with("---");
    });
  }

  /// Those whose code no source has.
  static std::vector<FoundParty> without(std::vector<FoundParty> found, const std::vector<FoundParty>& sources) {
    found.erase(std::remove_if(found.begin(), found.end(),
                               [&](const FoundParty& each) {
                                 return std::any_of(sources.begin(), sources.end(), [&](const FoundParty& source) {
                                   return same(each.party, source.party);
                                 });
                               }),
                found.end());
    return found;
  }

  static bool same(const Party& a, const Party& b) {
    if (!a.actor.empty() && a.actor == b.actor) return true;
    return !a.code.empty() && a.code == b.code && (a.actor.empty() || b.actor.empty() || !a.code.starts_with("---"));
  }

  /// Several who do something with one another.
  static void make_pair(std::vector<FoundParty> members, Coding& coding) {
    if (coding.code.backward.empty()) coding.code.backward = coding.code.forward;
    if (members.size() == 2) {
      coding.targets = {std::move(members.back())};
      members.pop_back();
    } else {
      coding.targets = members;
    }
    coding.sources = std::move(members);
  }

  /// Talks, agreements and cooperation, which parties have with each other.
  static bool is_mutual(const lexicon::EventCode& code) {
    const std::string_view root = std::string_view(code.forward).substr(0, 2);
    return !code.backward.empty() || root == "03" || root == "04" || root == "06" || code.forward == "057";
  }

  void find_parties_of_noun(const PatternMatch& match, const Surroundings& around, Coding& coding) const {
    if (match.pair != kNone) return make_pair(parties_.of(match.pair), coding);
    if (match.source != kNone) coding.sources = parties_.of(match.source);
    if (match.target != kNone) coding.targets = parties_.of(match.target);
    for (const std::size_t child : tree_.children(coding.word)) {
      const std::string_view marker = tree_.marker(child);
      if (child < coding.word) {
        // "Norway's criticism", "Norwegian criticism"
        const bool before = tree_.relation(child) == Relation::nmod || tree_.relation(child) == Relation::amod ||
                            tree_.relation(child) == Relation::compound;
        if (before && coding.sources.empty()) coding.sources = parties_.of(child);
      } else if (tree_.relation(child) == Relation::nmod && (marker == "between" || marker == "among")) {
        auto members = parties_.of(child);
        if (members.size() > 1) return make_pair(std::move(members), coding);
      } else if (tree_.relation(child) == Relation::nmod && marker == "by" && match.source == kNone) {
        coding.sources = parties_.of(child);
      }
    }
    if (match.target == kNone) coding.targets = first_behind(around, {}, coding.sources);
  }

  const Tree& tree_;
  const Parties& parties_;
  const EventDictionary& dictionary_;
  const EventCoders coders_;
  std::vector<bool> coded_;  // by word
};

}  // namespace

std::vector<Coding> code_events(const Tree& tree, const Parties& parties, const EventDictionary& dictionary,
                                EventCoders coders) {
  return Coder(tree, parties, dictionary, coders).code();
}

}  // namespace sayso::extract
