#include "extract/ledger/action.h"

#include <algorithm>

#include "extract/ledger/clause.h"

namespace sayso::extract {
namespace {

using model::PartOfSpeech;
using model::Relation;

constexpr std::size_t kNone = Tree::kNone;

constexpr std::string_view kTimeWords =
    "today tomorrow tonight yesterday monday tuesday wednesday thursday friday saturday sunday january february march "
    "april may june july august september october november december day week weekend month year decade morning "
    "afternoon evening night noon midnight hour minute quarter half spring summer autumn winter days weeks months "
    "years "
    "hours minutes end beginning start election elections future";

bool is_number(std::string_view word) { return !word.empty() && word[0] >= '0' && word[0] <= '9'; }

/// "on Monday", "by the end of the year", "for parts of September": a word of time heads it or stands in it.
bool tells_when(const Tree& tree, std::size_t word) {
  const Relation relation = tree.relation(word);
  if (relation != Relation::obl && relation != Relation::advmod && relation != Relation::nmod) return false;
  for (const std::uint32_t child : tree.children(word)) {
    // "for a month", "another week" tell how long.
    if (child < word && (tree.relation(child) == Relation::nummod || holds_word("a an another", tree.lower(child)))) {
      return false;
    }
  }
  if (holds_word(kTimeWords, tree.lower(word))) return true;
  if (is_number(tree.lower(word)) && tree.lower(word).size() == 4 && tree.children(word).size() <= 1) return true;
  for (const std::uint32_t child : tree.children(word)) {
    // "parts of September", "the first half of 2019"
    if (child > word && tree.relation(child) == Relation::nmod && tells_when(tree, child)) {
      return tree.marker(child) == "of";
    }
  }
  return false;
}

/// What goes before an action begins.
bool stands_before(const Tree& tree, std::size_t child, bool passive) {
  switch (tree.relation(child)) {
    case Relation::aux:
    case Relation::cop:
      return !(passive && holds_word("be been being", tree.lower(child)));
    case Relation::mark:
    case Relation::nsubj:
    case Relation::csubj:
    case Relation::expl:
    case Relation::cc:
    case Relation::advcl:
    case Relation::obl:
    case Relation::discourse:
    case Relation::parataxis:
    case Relation::vocative:
    case Relation::punct:
      return true;
    case Relation::case_marking:
      return true;
    case Relation::advmod:
      return holds_word("not n't n’t never also then still now even just only longer", tree.lower(child));
    case Relation::obj:
      return true;
    default:
      return false;
  }
}

/// What ends an action though it hangs from it.
bool ends_action(const Tree& tree, std::size_t verb, std::size_t child) {
  // "continue fighting"
  if (child > verb && child <= verb + 2 && is_participle_ing(tree, child) && is_clause(tree, child)) return false;
  switch (tree.relation(child)) {
    case Relation::cc:
    case Relation::conj:
    case Relation::parataxis:
    case Relation::discourse:
    case Relation::nsubj:
    case Relation::csubj:
      return true;
    case Relation::advcl:
      // "to cancel the law", "fighting the battle" belong to it; "as ...", "because ...", "if ..." do not.
      return !has_to(tree, child);
    case Relation::obl:
      return holds_word("following after despite amid because given without until", tree.marker(child));
    default:
      return false;
  }
}

bool is_mark(std::string_view word) {
  return word == "," || word == "." || word == ";" || word == ":" || word == "-" || word == "—" || word == "–" ||
         word == "\"" || word == "”" || word == "“" || word == "'" || word == "’" || word == "[" || word == "]" ||
         word == "(" || word == "!" || word == "?";
}

Span trimmed(const Tree& tree, std::size_t first, std::size_t last) {
  while (last > first && is_mark(tree.lower(last))) --last;
  while (first < last && is_mark(tree.lower(first))) ++first;
  return {tree.span(first).begin, tree.span(last).end};
}

}  // namespace

Extent extent(const Tree& tree, std::size_t word) {
  Extent found{word, word};
  // A subtree's words mostly stand side by side, so its outermost children are followed.
  for (std::size_t at = word;;) {
    const auto children = tree.children(at);
    if (children.empty() || children.front() > found.first) break;
    at = found.first = children.front();
  }
  for (std::size_t at = word;;) {
    const auto children = tree.children(at);
    if (children.empty() || children.back() < found.last) break;
    at = found.last = children.back();
  }
  return found;
}

Span action_of_verb(const Tree& tree, std::size_t verb, bool with_subject, bool whole) {
  const bool passive = is_passive(tree, verb);
  std::size_t first = verb;
  const auto children = tree.children(verb);
  for (std::size_t i = children.size(); i-- > 0;) {
    const std::size_t child = children[i];
    if (child > verb) continue;
    if (stands_before(tree, child, passive) || child + 1 < first) break;
    first = extent(tree, child).first;
  }
  if (with_subject) {
    if (const std::size_t subject = own_subject(tree, verb); subject != kNone && subject < verb) {
      first = extent(tree, subject).first;
    }
  }
  // "a plan which he is to present": what he presents stands before.
  const std::size_t noun = tree.head(verb);
  if (tree.relation(verb) == Relation::acl && noun != kNone && noun < verb && object(tree, verb) != kNone &&
      object(tree, verb) < verb) {
    first = extent(tree, noun).first;
  }
  // "keep fighting": where the tree hangs the first verb from the second, what follows hangs from that one.
  const bool turned = noun == verb + 1 && tree.pos(noun) == PartOfSpeech::verb && !is_clause(tree, verb);
  std::size_t core = turned ? noun : verb;
  if (holds_word("continue keep start begin stop resume", tree.lower(verb))) {
    for (std::size_t next = verb + 1; next <= verb + 2 && next < tree.sentence_end(verb); ++next) {
      if (tree.pos(next) == PartOfSpeech::verb && is_participle_ing(tree, next)) core = next;
    }
  }
  std::size_t last = core;
  for (const std::uint32_t child : tree.children(core)) {
    if (child < core) continue;
    const Relation relation = tree.relation(child);
    if (ends_action(tree, core, child) && !(whole && (relation == Relation::advcl || relation == Relation::obl))) break;
    if (relation == Relation::punct || (!whole && tells_when(tree, child))) continue;
    last = std::max(last, extent(tree, child).last);
  }
  // "reconsider [the importance of ...]": an object right behind that the tree hangs elsewhere.
  if (last == core && core + 1 < tree.sentence_end(core)) {
    std::size_t object = core + 1;
    while (tree.head(object) != kNone && tree.head(object) > object && !tree.is_noun(object))
      object = tree.head(object);
    const Relation role = tree.relation(object);
    const bool free = role != Relation::nsubj && role != Relation::conj && tree.marker(object) != "'s";
    if (tree.is_noun(object) && free && extent(tree, object).first == core + 1 && !tells_when(tree, object)) {
      last = extent(tree, object).last;
    }
  }
  // "extend an invitation [to allies]": where the tree hangs such a phrase higher, it is still read with the deed.
  for (std::size_t next = last + 1; next < tree.sentence_end(verb); next = last + 1) {
    const std::size_t noun_behind = tree.head(next);
    if (tree.relation(next) != Relation::case_marking || noun_behind == kNone || noun_behind <= next) break;
    if (tree.relation(noun_behind) != Relation::obl && tree.relation(noun_behind) != Relation::nmod) break;
    if (extent(tree, noun_behind).first != next || (!whole && tells_when(tree, noun_behind))) break;
    if (ends_action(tree, core, noun_behind) || holds_word("by", tree.lower(next))) break;
    last = extent(tree, noun_behind).last;
  }
  // "funds for workers, who ...", "the details of the debate that were ...": what is only told about them.
  constexpr std::size_t kShort = 6;  // words that are not cut
  for (std::size_t at = verb + 2; at <= last; ++at) {
    const bool comma = tree.lower(at - 1) == "," && holds_word("who which whose", tree.lower(at));
    const bool subject = tree.relation(at) == Relation::nsubj && holds_word("who which that", tree.lower(at));
    if (!comma && !(subject && at >= verb + kShort)) continue;
    last = comma ? at - 2 : at - 1;
    break;
  }
  return trimmed(tree, first, std::max(first, last));
}

Span widened(const Tree& tree, const Span& action, std::size_t end, std::size_t stop) {
  std::size_t last = kNone;
  for (std::size_t word = stop; word < tree.size() && tree.span(word).end <= end; ++word) {
    const std::string& form = tree.lower(word);
    const bool told =
        word > 0 && tree.lower(word - 1) == "," && holds_word("who which whose but saying while and", form);
    if (told || holds_word("if unless until once because while although when after following despite amid as", form))
      break;
    if (tree.relation(word) == Relation::nsubj && holds_word("who which that", form)) break;
    if (form == "." || form == ";" || form == ":") break;
    // A time at the end, or what is coordinated, begins here.
    const std::size_t head = tree.head(word);
    const bool opens = tree.relation(word) == Relation::case_marking || tree.relation(word) == Relation::det;
    if (opens && head != kNone && head > word && tells_when(tree, head)) break;
    if (tree.pos(word) == PartOfSpeech::cconj && word + 1 < tree.size() &&
        (tree.pos(word + 1) == PartOfSpeech::verb || tree.lower(word + 1) == "to")) {
      break;
    }
    last = word;
  }
  return last == kNone ? action : Span{action.begin, trimmed(tree, stop, last).end};
}

Span action_of_noun(const Tree& tree, std::size_t noun) {
  const auto children = tree.children(noun);
  std::size_t first = noun, last = noun;
  for (const std::uint32_t child : children) {
    const Relation relation = tree.relation(child);
    if (child < noun) {
      const bool inside = relation == Relation::det || relation == Relation::amod || relation == Relation::nummod ||
                          relation == Relation::compound || relation == Relation::advmod ||
                          (relation == Relation::nmod && tree.marker(child) != "of" && tree.marker(child) != "for");
      if (inside) first = std::min(first, extent(tree, child).first);
      continue;
    }
    if (relation == Relation::parataxis || relation == Relation::appos || relation == Relation::advcl) break;
    const bool comma =
        child > 0 && extent(tree, child).first > noun + 1 && tree.lower(extent(tree, child).first - 1) == ",";
    if (relation == Relation::acl && comma) break;
    if (relation == Relation::punct || tells_when(tree, child)) continue;
    last = std::max(last, extent(tree, child).last);
  }
  return trimmed(tree, first, last);
}

std::optional<Span> condition_of(const Tree& tree, std::size_t verb) {
  std::size_t above = verb;
  for (int step = 0; step < 3 && above != kNone; ++step) {
    for (const std::uint32_t child : tree.children(above)) {
      const bool without = tree.relation(child) == Relation::obl && child < above && tree.marker(child) == "without";
      if (!without && !is_condition(tree, child)) continue;
      const Extent words = extent(tree, child);
      return trimmed(tree, words.first, words.last);
    }
    // "promised to cut taxes if it wins": the clause may hang from either verb.
    // "fighting until ..." of "continue fighting until ..."
    for (const std::uint32_t child : tree.children(above)) {
      if (child < above || !is_clause(tree, child) || !is_participle_ing(tree, child)) continue;
      for (const std::uint32_t inner : tree.children(child)) {
        if (!is_condition(tree, inner)) continue;
        const Extent words = extent(tree, inner);
        return trimmed(tree, words.first, words.last);
      }
    }
    const bool noun = tree.is_noun(above) && above == verb;
    if (!noun && (!is_clause(tree, above) || tree.relation(above) == Relation::acl)) break;
    above = tree.head(above);
  }
  // "if it wins the bank would pay": where the tree hangs the clause elsewhere, up to the deed's subject or a comma.
  const std::size_t subject = own_subject(tree, verb);
  if (subject == kNone) return std::nullopt;
  const std::size_t end = extent(tree, subject).first;
  for (std::size_t at = end; at-- > tree.sentence_begin(verb);) {
    if (tree.lower(at) == ";" || tree.lower(at) == ":") break;
    if ((tree.lower(at) != "if" && tree.lower(at) != "unless") || at + 1 >= end) continue;
    return trimmed(tree, at, end - 1);
  }
  return std::nullopt;
}

}  // namespace sayso::extract
