#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "extract/plans/plans.h"
#include "tree_support.h"

using namespace sayso;

namespace {

// "harbour peace plan of Holm to Ek: 1 [a truce], 0 [aid]" for each plan, joined by "; ".
std::string plans(const char* tree, const std::vector<const char*>& names) {
  const Parsed parsed = sayso::parsed(tree);
  std::vector<Actor> actors;
  for (const char* name : names) {
    Actor actor;
    actor.id = actor.name = name;
    const std::size_t at = parsed.text.find(name);
    REQUIRE(at != std::string::npos);
    actor.mentions.push_back({{at, at + std::string(name).size()}, MentionForm::name});
    actors.push_back(std::move(actor));
  }
  std::string out;
  for (const Plan& plan : extract::find_plans(extract::Tree(parsed.text, parsed.words), actors)) {
    out += (out.empty() ? "" : "; ") + std::string(plan.name.of(parsed.text));
    if (!plan.owner.empty()) out += " of " + plan.owner;
    for (const std::string& id : plan.to) out += " to " + id;
    char before = ':';
    for (const Plan::Item& item : plan.items) {
      out += before + (" " + std::to_string(item.ordinal)) + " [" + std::string(item.span.of(parsed.text)) + "]";
      before = ',';
    }
  }
  return out;
}

}  // namespace

TEST_CASE("named agendas, their owners and whom they are presented to") {
  CHECK(plans("Holm/PROPN/2/nsubj presented/VERB/0/root a/DET/6/det so-called/ADJ/6/amod peace/NOUN/6/compound "
              "plan/NOUN/2/obj "
              "to/ADP/8/case Ek/PROPN/2/obl",
              {"Holm", "Ek"}) == "peace plan of Holm to Ek");
  CHECK(
      plans(
          "Holm/PROPN/2/nsubj presented/VERB/0/root Ek/PROPN/2/obj with/ADP/7/case a/DET/7/det victory/NOUN/7/compound "
          "plan/NOUN/2/obl",
          {"Holm", "Ek"}) == "victory plan of Holm to Ek");
  CHECK(plans("Holm/PROPN/4/nmod 's/PART/1/case Kestrel/PROPN/4/compound plan/NOUN/5/nsubj failed/VERB/0/root",
              {"Holm"}) == "Kestrel plan of Holm");
}

TEST_CASE("plans that are no agenda") {
  CHECK(plans("Holm/PROPN/2/nsubj presented/VERB/0/root a/DET/5/det radical/ADJ/5/amod plan/NOUN/2/obj", {"Holm"}) ==
        "");
  CHECK(plans("Holm/PROPN/3/nmod 's/PART/1/case plans/NOUN/4/nsubj failed/VERB/0/root", {"Holm"}) == "");
  CHECK(plans("A/DET/3/det Kestrel/PROPN/3/compound plan/NOUN/4/nsubj failed/VERB/0/root", {}) == "");
  CHECK(extract::find_plans(extract::Tree("the peace plan", {}), {}).empty());
}

TEST_CASE("items in their order, and listed") {
  CHECK(
      plans(
          "Holm/PROPN/2/nsubj unveiled/VERB/0/root a/DET/5/det peace/NOUN/5/compound plan/NOUN/2/obj\n"
          "The/DET/3/det first/ADJ/3/amod item/NOUN/9/nsubj of/ADP/6/case this/DET/6/det plan/NOUN/3/nmod is/AUX/9/cop "
          "a/DET/9/det truce/NOUN/0/root at/ADP/11/case sea/NOUN/9/nmod ./PUNCT/9/punct\n"
          "The/DET/2/det second/ADJ/3/nsubj concerns/VERB/0/root aid/NOUN/3/obj ./PUNCT/3/punct",
          {"Holm"}) == "peace plan of Holm: 1 [a truce at sea], 2 [aid]");
  CHECK(
      plans("Holm/PROPN/4/nmod 's/PART/1/case peace/NOUN/4/compound plan/NOUN/5/nsubj includes/VERB/0/root a/DET/7/det "
            "truce/NOUN/5/obj and/CCONJ/10/cc more/ADJ/10/amod aid/NOUN/7/conj ./PUNCT/5/punct",
            {"Holm"}) == "peace plan of Holm: 0 [a truce], 0 [more aid]");
}
