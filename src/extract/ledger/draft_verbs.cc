#include "extract/ledger/action.h"
#include "extract/ledger/clause.h"
#include "extract/ledger/complements.h"
#include "extract/ledger/draft.h"

namespace sayso::extract {
namespace {

using model::PartOfSpeech;
using model::Relation;

constexpr std::size_t kNone = Tree::kNone;

/// A verb or adjective of an act where it stands.
struct Site {
  std::size_t word = kNone;
  bool negated = false, passive = false, describes = false;  ///< describes: "is ready", "was determined"
};

/// Whether a verb has the particle that a row asks for, and none that makes another verb of it ("call off").
bool fits_particle(const Tree& tree, std::size_t verb, std::string_view wanted) {
  const std::size_t found = particle(tree, verb);
  if (wanted.empty()) return found == kNone || holds_word("on upon for to with", tree.lower(found));
  if (found != kNone) return tree.lower(found) == wanted;
  for (const std::uint32_t child : tree.children(verb)) {
    if (child > verb && tree.lower(child) == wanted) return true;
  }
  return verb + 1 < tree.sentence_end(verb) && tree.lower(verb + 1) == wanted;
}

/// "agreed to talk on condition of anonymity": that is how the article came by it, no matter of its own.
bool is_about_the_talk(const Tree& tree, std::size_t deed) {
  if (!holds_word("speak talk discuss comment be", tree.lower(deed))) return false;
  for (std::size_t at = deed; at < tree.sentence_end(deed); ++at) {
    if (tree.lower(at) == "anonymity" || tree.lower(at) == "anonymously") return true;
  }
  return false;
}

/// "I want to say this": a way to speak.
bool is_about_speaking(const Tree& tree, std::size_t deed) {
  return holds_word("say remind thank tell note add emphasize stress believe know hear see point mention think",
                    tree.lower(deed));
}

/// "to have won": what is expected to have happened is no deed ahead.
bool is_perfect(const Tree& tree, std::size_t deed) {
  for (const std::uint32_t child : tree.children(deed)) {
    if (child < deed && tree.lower(child) == "have" && tree.relation(child) == Relation::aux) return true;
  }
  return false;
}

/// What denying an act makes of it: who does not plan to refuses, who does not rule out leaves open; of most acts
/// nothing is left.
bool turn(Draft& draft, bool particle) {
  switch (draft.act) {
    case Act::intend:
    case Act::agree:
    case Act::not_ruled_out:
      draft.act = Act::refuse;
      draft.stage.reset();
      return true;
    case Act::refuse:
      draft.act = Act::not_ruled_out;
      draft.stage = Stage::floated;
      return particle;
    default:
      return false;
  }
}

class VerbDrafts {
 public:
  VerbDrafts(const Tree& tree, const Site& site, const ActVerb& row, std::vector<Draft>& drafts)
      : tree_(tree), site_(site), row_(row), drafts_(drafts) {}

  /// Whether the word was read with this row.
  bool read() {
    if (site_.passive || site_.describes) return read_passive();
    return read_infinitive() || read_gerund() || read_matter() || read_clause() || read_noun();
  }

 private:
  [[nodiscard]] bool takes(unsigned frames) const { return (row_.frames & frames) != 0; }

  Draft start(std::size_t actor, std::size_t to) const {
    Draft draft;
    draft.act = row_.act;
    draft.stage = row_.stage;
    draft.trigger = site_.word;
    draft.actor = actor;
    draft.to = to;
    return draft;
  }

  bool add(Draft draft, std::size_t deed, bool with_subject = false) {
    if (is_perfect(tree_, deed) || (draft.act == Act::intend && is_about_speaking(tree_, deed))) return true;
    if (draft.act == Act::agree && is_about_the_talk(tree_, deed)) return true;
    if (site_.negated && !turn(draft, !row_.particle.empty())) return true;
    for (const std::size_t each : coordinated(tree_, deed)) {
      draft.deed = each;
      if (tree_.pos(each) == PartOfSpeech::verb || is_clause(tree_, each)) {
        draft.action = action_of_verb(tree_, each, with_subject);
      } else if (each == deed) {
        draft.action = action_of_noun(tree_, each);
      } else {
        break;  // "an end to war and hunger" is one matter
      }
      drafts_.push_back(draft);
    }
    return true;
  }

  bool read_passive() {
    const std::size_t patient = subject(tree_, site_.word);
    const std::size_t deed = infinitive(tree_, site_.word);
    if (takes(kForeseen) && deed != kNone) {
      Draft draft = start(patient != kNone ? patient : own_subject(tree_, deed), kNone);
      draft.told = Told::by_schedule;
      return add(draft, deed);
    }
    if (takes(kDescribing)) {
      if (deed != kNone) return add(start(patient, kNone), deed);
      const std::size_t matter = behind(tree_, site_.word, row_.prepositions);
      return matter != kNone && add(start(patient, kNone), matter);
    }
    if (site_.describes) return false;
    const std::size_t by = agent(tree_, site_.word);
    if (takes(kObjectInfinitive) && deed != kNone && by != kNone) return add(start(by, patient), deed);
    if (takes(kNoun) && by != kNone && patient != kNone && !takes(kInfinitive)) return add(start(by, kNone), patient);
    return false;
  }

  bool read_infinitive() {
    const std::size_t deed = infinitive(tree_, site_.word);
    if (deed == kNone) return false;
    std::size_t other = object(tree_, site_.word);
    if (other == kNone) other = own_subject(tree_, deed);
    if (other == kNone && !row_.addressing.empty()) other = behind(tree_, site_.word, row_.addressing);
    if (other == kNone && takes(kObjectInfinitive | kOthersInfinitive)) other = noun_between(tree_, site_.word, deed);
    if (other == deed || (other != kNone && other > deed)) other = kNone;
    const std::size_t actor = subject(tree_, site_.word);
    if (other != kNone && takes(kOthersInfinitive)) return add(start(other, kNone), deed);
    if (other != kNone && takes(kObjectInfinitive)) return add(start(actor, other), deed);
    if (other == kNone && takes(kInfinitive)) return add(start(actor, kNone), deed);
    // "asked to be heard": who asks and whom is left open.
    const bool asks = row_.act == Act::request || row_.act == Act::demand;
    if (other == kNone && takes(kObjectInfinitive) && asks && !is_passive(tree_, deed)) {
      // "wrote to the bank asking to pay": the bank.
      const bool clause = tree_.relation(site_.word) == Relation::advcl && tree_.head(site_.word) != kNone;
      return add(start(actor, clause ? behind(tree_, tree_.head(site_.word), "to") : kNone), deed);
    }
    return false;
  }

  bool read_gerund() {
    if (!takes(kGerund)) return false;
    const std::size_t deed = gerund(tree_, site_.word);
    return deed != kNone && add(start(subject(tree_, site_.word), kNone), deed);
  }

  bool read_matter() {
    if (row_.prepositions.empty()) return false;
    const std::size_t matter = behind(tree_, site_.word, row_.prepositions);
    if (matter == kNone || (takes(kDealNoun) && !is_deal(tree_.lower(matter)))) return false;
    const std::size_t inner =
        noun_act(tree_.lower(matter)) != nullptr || is_deal(tree_.lower(matter)) ? infinitive(tree_, matter) : kNone;
    std::size_t to = row_.addressing.empty() ? object(tree_, site_.word) : behind(tree_, site_.word, row_.addressing);
    if (to == matter) to = kNone;
    return add(start(subject(tree_, site_.word), to), inner != kNone ? inner : matter);
  }

  bool read_clause() {
    if (!takes(kClause)) return false;
    if (row_.act == Act::threaten && read_absence()) return true;
    const std::size_t deed = that_clause(tree_, site_.word);
    if (deed == kNone) return read_bare_clause();
    const std::size_t actor = subject(tree_, site_.word), other = own_subject(tree_, deed);
    const bool no_doer = is_passive(tree_, deed) && !tree_.is_noun(deed);
    if (row_.act == Act::threaten) return read_warning(actor, other, deed);
    if (row_.act == Act::expect) return !no_doer && add(start(other, kNone), deed);
    if (row_.act == Act::request || row_.act == Act::demand) {
      if (!is_subjunctive(tree_, deed)) return false;
      return add(start(actor, no_doer ? kNone : other), deed, no_doer);
    }
    return add(start(actor, kNone), deed, no_doer || row_.act == Act::refuse);
  }

  /// "recommended the troops withdraw", where the tree takes the subject for an object.
  bool read_bare_clause() {
    const std::size_t other = tree_.child(site_.word, Relation::obj), deed = tree_.child(site_.word, Relation::xcomp);
    const bool asks = row_.act == Act::request || row_.act == Act::demand;
    if (!asks || other == kNone || deed == kNone || deed < other || !is_subjunctive(tree_, deed)) return false;
    return add(start(subject(tree_, site_.word), other), deed);
  }

  /// "warned that it would retaliate": what the warner itself will do.
  bool read_warning(std::size_t actor, std::size_t other, std::size_t deed) {
    if (modal(tree_, deed).modal == Modal::none) return false;
    Draft draft = start(actor, other);
    draft.told = Told::by_warning;
    return add(draft, deed);
  }

  /// "warned that there will be no aid"
  bool read_absence() {
    for (const std::uint32_t child : tree_.children(site_.word)) {
      if (child < site_.word || tree_.relation(child) != Relation::ccomp) continue;
      if (tree_.child(child, Relation::expl) == kNone) continue;
      std::size_t noun = tree_.is_noun(child) ? child : tree_.child(child, Relation::nsubj);
      if (noun == kNone) noun = tree_.child(child, Relation::obj);
      if (noun == kNone || tree_.child(noun, Relation::det) == kNone) continue;
      if (tree_.lower(tree_.child(noun, Relation::det)) != "no") continue;
      Draft draft = start(subject(tree_, site_.word), kNone);
      draft.told = Told::by_warning;
      return add(draft, noun);
    }
    return false;
  }

  bool read_noun() {
    if (!takes(kNoun | kDealNoun | kNewsNoun)) return false;
    const std::size_t noun = tree_.child(site_.word, Relation::obj);
    if (noun == kNone || !tree_.is_noun(noun) || tree_.pos(noun) == PartOfSpeech::pron) return false;
    if (takes(kDealNoun) && !is_deal(tree_.lower(noun))) return false;
    if (takes(kNewsNoun) && !is_news(tree_.lower(noun))) return false;
    if (noun_act(tree_.lower(noun)) != nullptr && infinitive(tree_, noun) != kNone) return false;
    const std::size_t deed = takes(kDealNoun) ? infinitive(tree_, noun) : kNone;
    return add(start(subject(tree_, site_.word), kNone), deed != kNone ? deed : noun);
  }

  const Tree& tree_;
  Site site_;
  const ActVerb& row_;
  std::vector<Draft>& drafts_;
};

}  // namespace

void draft_verbs(const Tree& tree, std::size_t word, std::vector<Draft>& drafts) {
  const auto& rows = verb_acts(tree.lower(word));
  if (rows.empty()) return;
  const PartOfSpeech pos = tree.pos(word);
  if (tree.is_noun(word) || pos == PartOfSpeech::aux || modal(tree, word).modal != Modal::none) return;
  if (tree.relation(word) == Relation::amod || is_hypothetical(tree, word)) return;
  const std::size_t copula = tree.child(word, Relation::cop);
  const bool cop = pos != PartOfSpeech::verb || (copula != kNone && tree.pos(copula) != PartOfSpeech::punct);
  const Site site{word, is_negated(tree, word), is_passive(tree, word), cop};
  for (const ActVerb* row : rows) {
    if (!fits_particle(tree, word, row->particle)) continue;
    if (VerbDrafts(tree, site, *row, drafts).read()) return;
  }
}

}  // namespace sayso::extract
