#include "extract/ledger/settle.h"

#include <algorithm>

#include "extract/ledger/action.h"
#include "extract/ledger/clause.h"

namespace sayso::extract {
namespace {

constexpr std::size_t kNone = Tree::kNone;
constexpr int kMostSteps = 32;  // up a tree

/// By how the draft was told, before it is calibrated.
constexpr double kByVerb = 0.8, kBySchedule = 0.75, kByNoun = 0.7, kByModal = 0.65, kByMust = 0.6;
/// Of actors that the statement, not the clause, gives.
constexpr double kIndirectly = 0.8;

bool fits(std::string_view pronoun, const Actor& actor) {
  const bool person = actor.kind == ActorKind::person;
  if (pronoun == "he" || pronoun == "she" || pronoun == "his" || pronoun == "her") return person;
  if (pronoun == "it" || pronoun == "its") return !person && actor.kind != ActorKind::group;
  return pronoun == "they" || pronoun == "their";
}

bool is_first_person(const Tree& tree, std::size_t word) { return holds_word("i we my our", tree.lower(word)); }

class Settler {
 public:
  Settler(const Tree& tree, const Who& who, const Draft& draft, const Setting& setting)
      : tree_(tree), who_(who), draft_(draft), setting_(setting) {
    find_speaker();
    settled_.act = draft.act;
    settled_.stage = draft.stage;
    settled_.action = draft.action;
    settled_.to = who.at(draft.to);
  }

  std::optional<Settled> run() {
    bool kept = false;
    switch (draft_.told) {
      case Told::by_verb:
        kept = by_word(kByVerb);
        break;
      case Told::by_noun:
        kept = by_word(kByNoun);
        break;
      case Told::by_schedule:
        kept = by_schedule();
        break;
      case Told::by_warning:
        kept = by_warning();
        break;
      case Told::by_modal:
        kept = draft_.act == Act::not_ruled_out ? by_may() : by_will();
        break;
      case Told::by_must:
        kept = by_must();
        break;
    }
    if (!kept || settled_.actors.empty()) return std::nullopt;
    if (settled_.to == settled_.actors.front() && settled_.actors.size() == 1) settled_.to = nullptr;
    return std::move(settled_);
  }

 private:
  /// The source of the statement around the act, or of the verb of saying that the tree shows nearer to it.
  void find_speaker() {
    carried_ = setting_.carrier != nullptr;
    direct_ = carried_ && setting_.carrier->mode == Mode::direct;
    if (carried_) speaker_ = who_.called(setting_.carrier->actor);
    const std::size_t told = teller(tree_, draft_.deed);
    if (told == kNone) return;
    const bool nearer = !carried_ || std::any_of(setting_.carrier->content.begin(), setting_.carrier->content.end(),
                                                 [&](const Span& span) { return span.contains(tree_.span(told)); });
    if (!nearer) return;
    carried_ = true;
    direct_ = false;
    speaker_ = who_.at(subject(tree_, told));
  }

  /// Whom a speaker means by "we".
  const Actor* behind_speaker() const { return speaker_ == nullptr ? nullptr : who_.behind(*speaker_); }

  /// The actors of the draft's clause; of pronouns that nothing resolves, the speaker.
  void find_actors(double confidence) {
    settled_.confidence = confidence;
    settled_.actors = who_.all(draft_.actor);
    if (draft_.actor == kNone) return;
    const std::string& word = tree_.lower(draft_.actor);
    if (speaker_ != nullptr && (word == "we" || word == "our")) {
      settled_.actors = {behind_speaker()};
    } else if (speaker_ != nullptr && is_first_person(tree_, draft_.actor)) {
      settled_.actors = {speaker_};
    } else if (speaker_ != nullptr && !direct_ && !is_passive(tree_, draft_.deed) && fits(word, *speaker_) &&
               (settled_.actors.empty() || word == "it")) {
      // "The bank said it would cut rates": of what others say of themselves.
      settled_.actors = {speaker_};
      settled_.confidence *= kIndirectly;
    } else if (settled_.actors.empty() && (word == "he" || word == "she")) {
      if (const Actor* person = person_before()) settled_.actors = {person};
      settled_.confidence *= kIndirectly;
    } else if (const Actor* before = subject_of_sentence_before();
               before != nullptr && holds_word("they their", word)) {
      settled_.actors = {before};
    } else if (const Actor* above = above_clause(); word == "they" && above != nullptr) {
      settled_.actors = {above};
    } else if (word == "they") {
      if (auto pair = who_.pair_before(draft_.actor); !pair.empty()) settled_.actors = std::move(pair);
    }
  }

  /// "Officials made clear that [they] wanted it": the officials.
  const Actor* above_clause() const {
    std::size_t clause = tree_.head(draft_.actor);
    if (clause == kNone || tree_.relation(clause) != model::Relation::ccomp) return nullptr;
    const std::size_t subject_above = subject(tree_, tree_.head(clause));
    const Actor* found = subject_above == kNone ? nullptr : who_.at(subject_above);
    return found != nullptr && found->kind != ActorKind::person ? found : nullptr;
  }

  /// Of "he" or "she" that nothing resolves: who the same word means earlier in the sentence, or the person whom the
  /// sentence before is about.
  const Actor* person_before() const {
    const std::size_t begin = tree_.sentence_begin(draft_.actor);
    for (std::size_t word = draft_.actor; word-- > begin;) {
      if (tree_.lower(word) != tree_.lower(draft_.actor)) continue;
      if (const Actor* found = who_.at(word)) return found;
    }
    if (begin == 0) return nullptr;
    std::size_t root = begin - 1;
    for (int step = 0; step < kMostSteps && tree_.head(root) != kNone; ++step) root = tree_.head(root);
    const std::size_t before = own_subject(tree_, root);
    const Actor* found = before == kNone ? nullptr : who_.at(before);
    return found != nullptr && found->kind == ActorKind::person ? found : nullptr;
  }

  /// "Protesters marched. [Their] demands include ...": the protesters, where the sentence begins so.
  const Actor* subject_of_sentence_before() const {
    const std::size_t begin = tree_.sentence_begin(draft_.actor);
    if (begin != draft_.actor || begin == 0) return nullptr;
    std::size_t root = begin - 1;
    for (int step = 0; step < kMostSteps && tree_.head(root) != kNone; ++step) root = tree_.head(root);
    const Actor* found = who_.at(own_subject(tree_, root));
    return found != nullptr && found->kind == ActorKind::group ? found : nullptr;
  }

  bool by_word(double confidence) {
    find_actors(confidence);
    // Where the act's word is a statement's cue and the tree shows no subject of its own, the source is who acts.
    const bool own = own_subject(tree_, draft_.trigger) != kNone && !settled_.actors.empty();
    if (!own && setting_.cued != nullptr && draft_.act != Act::expect && !is_passive(tree_, draft_.trigger)) {
      const Actor* source = who_.called(setting_.cued->actor);
      const bool known = std::find(settled_.actors.begin(), settled_.actors.end(), source) != settled_.actors.end();
      if (source != nullptr && !known) settled_.actors = {source};
    }
    if (draft_.act == Act::intend && draft_.to != kNone) {
      // Whom one wants to do something one asks; what one wants to happen one means to bring about.
      if (settled_.to != nullptr) {
        settled_.act = Act::request;
        settled_.stage.reset();
      } else {
        settled_.action.begin = std::min(settled_.action.begin, tree_.span(extent(tree_, draft_.to).first).begin);
      }
    }
    return true;
  }

  bool by_schedule() {
    find_actors(kBySchedule);
    return !settled_.actors.empty() || by_institution();
  }

  /// "The meeting could be postponed", said by those who decide it.
  bool by_institution() {
    if (speaker_ == nullptr || !is_passive(tree_, draft_.deed) || agent(tree_, draft_.deed) != kNone) return false;
    if (!punishes() && !is_decision_verb(tree_.lower(draft_.deed))) return false;
    if (punishes()) {
      settled_.act = Act::threaten;
      settled_.stage.reset();
    }
    const Actor* behind = behind_speaker();
    if (behind->kind != ActorKind::organization && behind->kind != ActorKind::government &&
        behind->kind != ActorKind::person) {
      return false;
    }
    settled_.actors = {behind};
    settled_.action = action_of_verb(tree_, draft_.deed, true);
    settled_.confidence = kByModal * kIndirectly;
    return true;
  }

  /// "They will be dealt with."
  bool punishes() const {
    return draft_.act == Act::pledge && is_passive(tree_, draft_.deed) &&
           holds_word("dealt punished", tree_.lower(draft_.deed));
  }

  bool is_own() const {
    return std::any_of(settled_.actors.begin(), settled_.actors.end(), [&](const Actor* actor) {
      return who_.speaks_for(speaker_, actor) || who_.heads(speaker_, actor, draft_.deed);
    });
  }

  bool by_warning() {
    find_actors(kByVerb);
    if (draft_.to == kNone) return true;
    const bool pronoun = holds_word("it they he she we i", tree_.lower(draft_.to));
    const bool own = pronoun || std::any_of(settled_.actors.begin(), settled_.actors.end(),
                                            [&](const Actor* actor) { return who_.speaks_for(actor, settled_.to); });
    settled_.to = nullptr;
    return own;
  }

  bool by_will() {
    find_actors(kByModal);
    if (holds_word("comply accept", tree_.lower(draft_.deed)) && !draft_.negated) {
      settled_.act = Act::agree;
      settled_.stage = Stage::agreed;
    }
    const bool would = modal_of(tree_.lower(draft_.trigger)) == Modal::would;
    if (carried_) {
      if (would && direct_) return false;
      if (settled_.actors.empty() || punishes()) return by_institution();
      if (is_own()) {
        if (setting_.conditional && !draft_.negated && is_harm_verb(tree_.lower(draft_.deed))) {
          settled_.act = Act::threaten;
        }
        return true;
      }
    }
    // What others will do is worth an entry where a day is given.
    if (!setting_.dated) return false;
    settled_.act = Act::expect;
    settled_.stage = Stage::planned;
    return true;
  }

  bool by_may() {
    find_actors(kByModal);
    if (!carried_) return false;
    return settled_.actors.empty() ? by_institution() : is_own();
  }

  bool by_must() {
    if (speaker_ == nullptr || is_first_person(tree_, draft_.to)) return false;
    settled_.confidence = kByMust;
    settled_.actors = {speaker_};
    if (settled_.to != nullptr && who_.speaks_for(speaker_, settled_.to)) return false;
    if (is_passive(tree_, draft_.deed)) {
      settled_.action = action_of_verb(tree_, draft_.deed, true);
      settled_.to = nullptr;
      return true;
    }
    return settled_.to != nullptr || holds_word("they you", tree_.lower(draft_.to));
  }

  const Tree& tree_;
  const Who& who_;
  const Draft& draft_;
  const Setting& setting_;
  const Actor* speaker_ = nullptr;
  bool carried_ = false;  ///< somebody says so
  bool direct_ = false;   ///< in the speaker's own words
  Settled settled_;
};

}  // namespace

std::optional<Settled> settle(const Tree& tree, const Who& who, const Draft& draft, const Setting& setting) {
  return Settler(tree, who, draft, setting).run();
}

}  // namespace sayso::extract
