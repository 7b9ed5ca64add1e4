#include "extract/plans/plans.h"

#include <algorithm>
#include <string>

#include "extract/plans/items.h"
#include "extract/plans/vocabulary.h"
#include "extract/scene.h"

namespace sayso::extract {
namespace {

using model::PartOfSpeech;
using model::Relation;

constexpr std::size_t kNone = Tree::kNone;
constexpr std::size_t kCompared = 16;  // a mention is compared with the last plans only

/// A plan and how it is found again.
struct Known {
  Plan plan;
  std::size_t word = 0;
  std::string noun;
  std::vector<std::string> modifiers;
};

bool is_quotation_mark(std::string_view word) { return word == "\"" || word == "“" || word == "”"; }

/// Reads the noun phrases of plans.
class PlanReader {
 public:
  explicit PlanReader(const Scene& scene) : scene_(scene), tree_(scene.tree()) {}

  void read() {
    for (std::size_t i = 0; i < tree_.size(); ++i) {
      if (is_plan(i)) {
        const std::size_t index = index_of(i);
        if (index != kNone) add_list(i, index);
      } else if (is_item_noun(tree_.lower(i)) || ordinal_of(tree_.lower(i))) {
        add_items(items_by_order(scene_, i));
      }
    }
  }

  std::vector<Plan> take() {
    std::vector<Plan> plans;
    for (Known& known : known_) {
      if (known.plan.owner.empty() && known.plan.items.empty()) continue;
      known.plan.id = "p" + std::to_string(plans.size() + 1);
      plans.push_back(std::move(known.plan));
    }
    return plans;
  }

 private:
  [[nodiscard]] bool is_plan(std::size_t word) const {
    if (!tree_.is_noun(word) || !is_plan_noun(tree_.lower(word))) return false;
    if (tree_.relation(word) == Relation::compound && tree_.head(word) != kNone && tree_.head(word) > word)
      return false;
    return tree_.lower(word) != "map" || (word > 0 && tree_.lower(word - 1) == "road");
  }

  // The plan that a noun names, or that it speaks of again; kNone where it is no agenda.
  std::size_t index_of(std::size_t word) {
    const std::size_t first = scene_.name_begin(word, word);
    std::vector<std::string> modifiers;
    for (std::size_t i = first; i < word; ++i) {
      if (tree_.pos(i) != PartOfSpeech::punct) modifiers.push_back(tree_.lower(i));
    }
    const std::string& noun = tree_.lower(word);
    const std::size_t from = known_.size() > kCompared ? known_.size() - kCompared : 0;
    for (std::size_t i = known_.size(); i-- > from;) {
      if (known_[i].noun != noun || (!modifiers.empty() && modifiers != known_[i].modifiers)) continue;
      if (modifiers.empty() && !is_definite(first)) continue;
      add_owner(word, known_[i].plan);
      return latest_ = i;
    }
    if (!is_named(first, word)) return kNone;
    Known known{{}, word, noun, std::move(modifiers)};
    known.plan.name = {tree_.span(first).begin, tree_.span(word).end};
    add_owner(word, known.plan);
    known_.push_back(std::move(known));
    return latest_ = known_.size() - 1;
  }

  [[nodiscard]] bool is_definite(std::size_t first) const {
    if (first == tree_.sentence_begin(first)) return false;
    const std::string& before = tree_.lower(first - 1);
    return before == "the" || before == "this" || before == "that" || before == "his" || before == "her" ||
           before == "its" || before == "their" || before == "'s" || before == "’s";
  }

  // A name of its own: in quotation marks, "so-called", with capitals, "peace plan", "ten-point plan".
  [[nodiscard]] bool is_named(std::size_t first, std::size_t word) const {
    if (first > tree_.sentence_begin(word)) {
      const std::string& before = tree_.lower(first - 1);
      if (before == "so-called") return first < word;
      if (is_quotation_mark(before) && first < word && word + 1 < tree_.size() &&
          is_quotation_mark(tree_.lower(word + 1))) {
        return true;
      }
    }
    bool named = false;
    for (std::size_t i = first; i < word; ++i) {
      const std::string& lower = tree_.lower(i);
      if (is_quotation_mark(lower) || names_plan(lower) || lower == "point" || lower == "road") named = true;
      if (lower == "so-called") named = true;
      if (i == tree_.sentence_begin(i) || scene_.actor(i) != nullptr || scene_.in_time(i)) continue;
      const bool noun = tree_.pos(i) == PartOfSpeech::propn || tree_.pos(i) == PartOfSpeech::noun;
      if (noun && scene_.is_capital(i)) named = true;
    }
    return named && first < word;
  }

  // Whose it is: "May's plan", "the plan of the council"; who presents it, to whom.
  void add_owner(std::size_t word, Plan& plan) const {
    for (const std::size_t child : scene_.children_near(word, word)) {
      const std::string_view marker = tree_.marker(child);
      const bool owner = scene_.is_possessive(child) ||
                         (child > word && tree_.relation(child) == Relation::nmod &&
                          (marker == "of" || marker == "by" || marker == "from")) ||
                         (child < word && tree_.pos(child) == PartOfSpeech::pron);
      if (owner) set_owner(child, plan);
      if (tree_.relation(child) == Relation::acl && is_present(tree_.lower(child))) add_presenter(child, word, plan);
    }
    const Actor* before = scene_.owner_before(scene_.name_begin(word, word));
    if (before != nullptr && plan.owner.empty()) plan.owner = before->id;
    const std::size_t verb = tree_.head(word);
    if (verb != kNone && is_present(tree_.lower(verb)) && tree_.relation(word) != Relation::nmod)
      add_presenter(verb, word, plan);
  }

  void set_owner(std::size_t word, Plan& plan) const {
    if (word == kNone || !plan.owner.empty()) return;
    if (const Actor* actor = scene_.actor(word)) plan.owner = actor->id;
  }

  void add_presenter(std::size_t verb, std::size_t plan_word, Plan& plan) const {
    const bool subject = tree_.relation(plan_word) == Relation::nsubj && tree_.head(plan_word) == verb;
    if (!subject) set_owner(tree_.child(verb, Relation::nsubj), plan);
    for (const std::size_t child : scene_.children_near(verb, verb)) {
      const Relation relation = tree_.relation(child);
      const std::string_view marker = tree_.marker(child);
      if (relation == Relation::obl && marker == "by") set_owner(child, plan);
      const bool hearer = relation == Relation::iobj || (relation == Relation::obl && marker == "to") ||
                          (relation == Relation::obj && child != plan_word && tree_.marker(plan_word) == "with");
      if (!hearer) continue;
      for (const std::size_t each : scene_.conjuncts(child)) {
        const Actor* actor = scene_.actor(each);
        if (actor != nullptr && std::ranges::find(plan.to, actor->id) == plan.to.end()) plan.to.push_back(actor->id);
      }
    }
  }

  void add_list(std::size_t word, std::size_t index) {
    for (const FoundItem& found : items_of_list(scene_, word)) known_[index].plan.items.push_back(found.item);
  }

  void add_items(const std::vector<FoundItem>& items) {
    for (const FoundItem& found : items) {
      const std::size_t index = found.plan == kNone ? latest_ : index_of(found.plan);
      if (index == kNone) continue;
      auto& known = known_[index].plan.items;
      // "The second is ..." goes on where the plan's items were told in their order.
      if (found.plan == kNone && (known.empty() || known.back().ordinal + 1 != found.item.ordinal)) continue;
      known.push_back(found.item);
    }
  }

  const Scene& scene_;
  const Tree& tree_;
  std::vector<Known> known_;
  std::size_t latest_ = kNone;
};

}  // namespace

std::vector<Plan> find_plans(const Tree& tree, const std::vector<Actor>& actors) {
  const Scene scene(tree, actors, {});
  PlanReader reader(scene);
  reader.read();
  return reader.take();
}

}  // namespace sayso::extract
