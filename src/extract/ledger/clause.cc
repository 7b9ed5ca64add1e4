#include "extract/ledger/clause.h"

#include <algorithm>
#include <string>

#include "text/lexicon.h"

namespace sayso::extract {
namespace {

using model::PartOfSpeech;
using model::Relation;

constexpr std::size_t kNone = Tree::kNone;
constexpr int kMostSteps = 16;  // up the tree

bool is_be(std::string_view form) {
  return holds_word("be is are was were been being am 's 're 'm get got gets getting", form);
}

/// The past of verbs that do not form it with -ed, as far as news coordinates it with an infinitive.
bool is_finite_form(std::string_view form) {
  return (form.ends_with('s') && !form.ends_with("ss")) || form.ends_with("ed") ||
         holds_word("said told spoke went came took gave made left met held won saw got became began sent", form);
}

bool is_relative(std::string_view form) { return form == "who" || form == "which" || form == "that"; }

/// "will prevail and aims to help": what is finite cannot stand under "will", so that it hangs from a verb above.
bool cannot_share(const Tree& tree, std::size_t conjunct, std::size_t head) {
  const std::string& form = tree.lower(conjunct);
  return form.ends_with('s') && !form.ends_with("ss") && modal(tree, head).modal != Modal::none;
}

/// What is written or agreed and so speaks for whoever writes it: "signed a letter urging ..."
bool is_document(std::string_view noun) {
  return holds_word("letter letters statement petition tweet message note resolution report speech memo post", noun);
}

/// "plans that ..." apart: the noun that a relative or participle clause tells something about.
bool hangs_from_noun(const Tree& tree, std::size_t verb) {
  return tree.relation(verb) == Relation::acl && tree.head(verb) != kNone;
}

}  // namespace

bool is_clause(const Tree& tree, std::size_t word) {
  switch (tree.relation(word)) {
    case Relation::xcomp:
    case Relation::ccomp:
    case Relation::advcl:
    case Relation::acl:
    case Relation::parataxis:
      return true;
    default:
      return false;
  }
}

bool is_participle_ing(const Tree& tree, std::size_t word) { return tree.lower(word).ends_with("ing"); }

bool has_to(const Tree& tree, std::size_t verb) {
  for (const std::uint32_t child : tree.children(verb)) {
    if (child > verb) break;
    const Relation relation = tree.relation(child);
    if (tree.lower(child) == "to" && (relation == Relation::mark || relation == Relation::case_marking)) return true;
  }
  return false;
}

bool is_negated(const Tree& tree, std::size_t word) {
  for (const std::uint32_t child : tree.children(word)) {
    if (child > word) break;
    if (holds_word("not n't n’t never no neither nor hardly", tree.lower(child))) return true;
    // "no longer"
    if (tree.lower(child) == "longer" && child > 0 && tree.lower(child - 1) == "no") return true;
  }
  return false;
}

bool is_passive(const Tree& tree, std::size_t verb) {
  const std::string& form = tree.lower(verb);
  if (form.ends_with("ing")) return false;
  for (const std::uint32_t child : tree.children(verb)) {
    const Relation relation = tree.relation(child);
    if ((relation == Relation::aux || relation == Relation::cop) && is_be(tree.lower(child))) return true;
  }
  // "allies urged by Kyiv to ..."
  const bool bare = tree.relation(verb) == Relation::acl || tree.relation(verb) == Relation::advcl;
  return bare && form.ends_with("ed") && object(tree, verb) == kNone && agent(tree, verb) != kNone;
}

ModalWord modal(const Tree& tree, std::size_t verb) {
  for (const std::uint32_t child : tree.children(verb)) {
    if (child > verb) break;
    if (tree.relation(child) != Relation::aux) continue;
    if (const Modal found = modal_of(tree.lower(child)); found != Modal::none) return {found, child};
  }
  // "is going to cut", "has to cut", "ought to cut"
  const std::size_t head = tree.head(verb);
  if (tree.relation(verb) == Relation::xcomp && head != kNone && head < verb && has_to(tree, verb)) {
    if (tree.lower(head) == "going" && is_passive(tree, head) == false) return {Modal::will, head};
    if (holds_word("have has had", tree.lower(head)) && tree.pos(head) == PartOfSpeech::verb)
      return {Modal::must, head};
    if (tree.lower(head) == "ought") return {Modal::should, head};
  }
  return {};
}

bool is_condition(const Tree& tree, std::size_t clause) {
  if (tree.relation(clause) != Relation::advcl) return false;
  for (const std::uint32_t child : tree.children(clause)) {
    if (child > clause) break;
    if (tree.relation(child) == Relation::mark &&
        holds_word("if unless once until till provided providing", tree.lower(child))) {
      return true;
    }
    if (holds_word("once", tree.lower(child))) return true;
  }
  return false;
}

bool is_hypothetical(const Tree& tree, std::size_t verb) {
  for (int step = 0; verb != kNone && step < kMostSteps; ++step) {
    for (const std::uint32_t child : tree.children(verb)) {
      if (child > verb) break;
      if (tree.relation(child) == Relation::mark && holds_word("if unless whether once until", tree.lower(child))) {
        return true;
      }
    }
    verb = tree.head(verb);
  }
  return false;
}

std::size_t own_subject(const Tree& tree, std::size_t verb) {
  std::size_t found = kNone;
  for (const std::uint32_t child : tree.children(verb)) {
    if (tree.relation(child) == Relation::nsubj && tree.lower(child) != "there" && (found == kNone || child < verb)) {
      found = child;
    }
  }
  return found;
}

std::size_t subject_before(const Tree& tree, std::size_t modal) {
  if (modal == kNone || modal == tree.sentence_begin(modal)) return kNone;
  std::size_t noun = modal - 1;
  if (!tree.is_noun(noun) || is_relative(tree.lower(noun))) return kNone;
  // Up to the head of its phrase: "the bank of Norland will".
  for (int step = 0; step < kMostSteps; ++step) {
    const std::size_t head = tree.head(noun);
    if (head == kNone || head > modal || !tree.is_noun(head) || tree.relation(noun) == Relation::conj) break;
    noun = head;
  }
  return noun;
}

std::size_t subject(const Tree& tree, std::size_t verb) {
  for (int step = 0; verb != kNone && step < kMostSteps; ++step) {
    const std::size_t own = own_subject(tree, verb);
    if (own != kNone && !(is_relative(tree.lower(own)) && hangs_from_noun(tree, verb))) return own;
    const std::size_t head = tree.head(verb);
    if (head == kNone) return kNone;
    if (hangs_from_noun(tree, verb)) {
      const std::size_t above = tree.head(head);
      const bool written = is_document(tree.lower(head)) && own == kNone && tree.relation(head) == Relation::obj;
      if (!written || above == kNone) return head;
      verb = above;
      continue;
    }
    switch (tree.relation(verb)) {
      case Relation::xcomp: {
        // The object of the verb above is to do it, unless that is a promise.
        const std::size_t controller = object(tree, head);
        if (controller != kNone && controller < verb) return controller;
        break;
      }
      case Relation::conj:
        if (cannot_share(tree, verb, head)) {
          std::size_t above = tree.head(head);
          for (int up = 0; up < kMostSteps && above != kNone && !tree.is_predicate(above); ++up)
            above = tree.head(above);
          if (above == kNone) return kNone;
          verb = above;
          continue;
        }
        break;
      case Relation::ccomp:
        // A finite clause has a subject of its own, though the tree may not show it.
        if (is_finite_form(tree.lower(verb)) && !is_passive(tree, verb)) return kNone;
        break;
      case Relation::advcl:
      case Relation::parataxis:
        break;
      default:
        return kNone;
    }
    if (tree.pos(head) != PartOfSpeech::verb && tree.pos(head) != PartOfSpeech::adj && !tree.is_predicate(head) &&
        tree.relation(verb) != Relation::conj) {
      return kNone;
    }
    verb = head;
  }
  return kNone;
}

std::size_t agent(const Tree& tree, std::size_t verb) { return behind(tree, verb, "by"); }

std::size_t object(const Tree& tree, std::size_t verb) {
  const std::size_t indirect = tree.child(verb, Relation::iobj);
  return indirect != kNone ? indirect : tree.child(verb, Relation::obj);
}

std::size_t behind(const Tree& tree, std::size_t word, std::string_view prepositions) {
  for (const std::uint32_t child : tree.children(word)) {
    if (child < word) continue;
    const Relation relation = tree.relation(child);
    if (relation != Relation::obl && relation != Relation::nmod && relation != Relation::advcl &&
        relation != Relation::acl && relation != Relation::xcomp && relation != Relation::ccomp) {
      continue;
    }
    for (const std::uint32_t mark : tree.children(child)) {
      if (mark > child) break;
      const Relation kind = tree.relation(mark);
      if ((kind == Relation::case_marking || kind == Relation::mark) && holds_word(prepositions, tree.lower(mark))) {
        return child;
      }
    }
  }
  return kNone;
}

std::size_t particle(const Tree& tree, std::size_t verb) {
  for (const std::uint32_t child : tree.children(verb)) {
    if (child < verb || tree.is_noun(child)) continue;
    if (tree.relation(child) == Relation::compound) return child;
    if (child == verb + 1 && tree.relation(child) == Relation::advmod &&
        holds_word("back off out up down away forward over", tree.lower(child))) {
      return child;
    }
  }
  return kNone;
}

bool is_subjunctive(const Tree& tree, std::size_t verb) {
  if (tree.pos(verb) != PartOfSpeech::verb) return false;
  bool be = false;
  for (const std::uint32_t child : tree.children(verb)) {
    if (child > verb) break;
    const Relation relation = tree.relation(child);
    if (relation != Relation::aux && relation != Relation::cop) continue;
    if (!holds_word("be should must not", tree.lower(child))) return false;
    be = true;
  }
  const std::string& form = tree.lower(verb);
  return be || (!form.ends_with('s') && !form.ends_with("ed") && !form.ends_with("ing")) || form.ends_with("ss");
}

std::size_t teller(const Tree& tree, std::size_t verb) {
  for (int step = 0; step < kMostSteps && verb != kNone; ++step) {
    const std::size_t head = tree.head(verb);
    if (head == kNone) return kNone;
    const bool content = tree.relation(verb) == Relation::ccomp || tree.relation(verb) == Relation::parataxis;
    if (content && text::is_speech_verb(tree.lower(head))) return head;
    if (!is_clause(tree, verb) && tree.relation(verb) != Relation::conj) return kNone;
    verb = head;
  }
  return kNone;
}

std::vector<std::size_t> coordinated(const Tree& tree, std::size_t word) {
  std::vector<std::size_t> all{word};
  const bool verb = tree.pos(word) == PartOfSpeech::verb, infinitive = verb && has_to(tree, word);
  for (const std::uint32_t child : tree.children(word)) {
    if (tree.relation(child) != Relation::conj || child < word) continue;
    const bool own_clause = own_subject(tree, child) != kNone || modal(tree, child).modal != Modal::none;
    // "urged them to pay and met the mayor": what is finite is no part of an infinitive.
    const bool finite = infinitive && is_finite_form(tree.lower(child));
    if (verb ? !own_clause && !finite && tree.pos(child) == PartOfSpeech::verb : tree.is_noun(child)) {
      all.push_back(child);
    }
  }
  // "wishes to pay and build": "build" is no form of its own with this subject, wherever the tree hangs it.
  const std::size_t head = tree.head(word);
  if (!infinitive || head == kNone || all.size() > 1) return all;
  for (const std::uint32_t child : tree.children(head)) {
    const bool placed = tree.relation(child) == Relation::conj || tree.relation(child) == tree.relation(word);
    if (child < word + 2 || !placed || tree.pos(child) != PartOfSpeech::verb) continue;
    const std::size_t before = tree.lower(child - 1) == "to" ? child - 2 : child - 1;
    const bool joined = tree.pos(before) == PartOfSpeech::cconj;
    const bool base = !is_finite_form(tree.lower(child)) && !is_participle_ing(tree, child);
    if (joined && base && own_subject(tree, child) == kNone && modal(tree, child).modal == Modal::none) {
      all.push_back(child);
    }
  }
  return all;
}

}  // namespace sayso::extract
