#include "extract/events/parties.h"

#include <algorithm>
#include <utility>

namespace sayso::extract {
namespace {

using model::PartOfSpeech;
using model::Relation;

constexpr std::size_t kNone = Tree::kNone;

/// So many names may coordination and shared agents make of one noun phrase.
constexpr std::size_t kMostParties = 64;
/// Who held an office once has this code in place of the office's (CAMEO: elites).
const std::string kFormer = "~ELI";
/// So many words may stand before a name in a row of names.
constexpr std::size_t kBeforeName = 4;

bool is_possessive(const Tree& tree, std::size_t word) {
  const std::string_view marker = tree.marker(word);
  return marker.empty() || marker == "'s" || marker == "'" || marker == "\u2019s" || marker == "\u2019";
}

/// How a word belongs to the noun phrase of its head: before it, behind it by a preposition that tells whose it is, or
/// not at all.
enum class Place { outside, before, behind };

Place place_in_phrase(const Tree& tree, std::size_t word) {
  switch (tree.relation(word)) {
    case Relation::det:
    case Relation::amod:
    case Relation::compound:
    case Relation::nummod:
    case Relation::flat:
    case Relation::fixed:
    case Relation::goeswith:
      return Place::before;
    case Relation::nmod: {
      if (is_possessive(tree, word)) return Place::before;
      const std::string_view marker = tree.marker(word);
      const bool whose = marker == "of" || marker == "from" || marker == "in" || marker == "at";
      return whose ? Place::behind : Place::outside;
    }
    default:
      return Place::outside;
  }
}

/// What stands between the names of a row.
bool is_joint(const Tree& tree, std::size_t word) {
  const std::string& lower = tree.lower(word);
  return lower == "," || lower == "and" || lower == "or" || lower == "nor";
}

/// The mark of a possessive.
bool is_mark(const Tree& tree, std::size_t word) {
  const std::string& lower = tree.lower(word);
  return lower == "'s" || lower == "'" || lower == "\u2019s" || lower == "\u2019";
}

/// "its embassy" is not who "it" is.
bool is_owned(const Tree& tree, std::size_t head) {
  for (const std::size_t child : tree.children(head)) {
    if (child < head && tree.pos(child) == PartOfSpeech::pron &&
        (tree.relation(child) == Relation::nmod || tree.relation(child) == Relation::det)) {
      return true;
    }
  }
  return false;
}

bool is_triples(std::string_view code) { return code.size() % 3 == 0; }

/// Adds an agent's letters to a code unless they stand in it as a group of three already.
void add_agent(std::string& code, std::string_view agent) {
  const std::size_t tilde = agent.find('~');
  const std::string prefix(agent.substr(0, tilde == std::string_view::npos ? 0 : tilde));
  const std::string suffix(tilde == std::string_view::npos ? agent : agent.substr(tilde + 1));
  const auto holds = [&](const std::string& part) {
    if (!is_triples(part) || !is_triples(code)) return code.find(part) != std::string::npos;
    for (std::size_t i = 0; i + part.size() <= code.size(); i += 3) {
      if (code.compare(i, part.size(), part) == 0) return true;
    }
    return false;
  };
  if (!prefix.empty() && !holds(prefix)) code = prefix + code;
  if (!suffix.empty() && !holds(suffix)) code += suffix;
}

}  // namespace

Parties::Parties(const Tree& tree, const lexicon::Lexicon& lexicon, const std::vector<lexicon::Match>& names,
                 lexicon::Day day, const std::vector<Actor>& actors)
    : tree_(tree), actors_(actors) {
  const std::size_t n = tree.size();
  code_of_.resize(n);
  agent_of_.resize(n);
  entry_of_.resize(n);
  name_begin_.assign(n, kNone);
  name_end_.assign(n, kNone);
  begins_.assign(n, false);
  chunk_.assign(n, kNone);
  mention_of_.assign(n, 0);
  read_names(lexicon, names, day);
  read_mentions(actors);
  for (std::size_t i = 0; i < n; ++i) {
    std::size_t word = i;
    for (int steps = 0; steps < 8; ++steps) {
      const bool mark = tree.relation(word) == Relation::case_marking &&
                        tree.lower(word).find('s') != std::string::npos && tree.pos(word) == PartOfSpeech::part;
      const bool adverb = tree.relation(word) == Relation::advmod && tree.head(word) != kNone &&
                          tree.relation(tree.head(word)) == Relation::amod;
      if (tree.head(word) == kNone) break;
      if (!mark && !adverb && place_in_phrase(tree, word) != Place::before) break;
      word = tree.head(word);
    }
    if (tree.is_noun(word)) chunk_[i] = word;
  }
}

void Parties::read_names(const lexicon::Lexicon& lexicon, const std::vector<lexicon::Match>& names, lexicon::Day day) {
  for (const lexicon::Match& match : names) {
    if (match.first >= tree_.size() || match.last > tree_.size()) continue;
    for (const lexicon::Candidate& candidate : match.candidates) {
      const lexicon::EntryView entry = lexicon.entry(candidate.entry);
      std::string_view code = lexicon.cameo(candidate.entry, day);
      if (code.empty() && entry.stands_for != lexicon::kNone) code = lexicon.cameo(entry.stands_for, day);
      if (code.empty()) continue;
      const bool agent = code.find('~') != std::string_view::npos;
      (agent ? agent_of_ : code_of_)[match.first] = code;
      entry_of_[match.first] = entry.name;
      break;
    }
    for (std::size_t i = match.first; i < match.last; ++i) {
      name_begin_[i] = match.first;
      name_end_[i] = match.last;
    }
    begins_[match.first] = true;
  }
}

void Parties::read_mentions(const std::vector<Actor>& actors) {
  const auto word_at = [&](std::size_t byte) {
    std::size_t low = 0, high = tree_.size();
    while (low < high) {
      const std::size_t middle = (low + high) / 2;
      if (tree_.span(middle).end > byte) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  };
  for (std::size_t a = 0; a < actors.size(); ++a) {
    for (const ActorMention& mention : actors[a].mentions) {
      const std::size_t first = word_at(mention.span.begin);
      for (std::size_t i = first; i < tree_.size() && tree_.span(i).begin < mention.span.end; ++i) {
        const std::size_t head = tree_.head(i);
        if (head != kNone && mention.span.contains(tree_.span(head))) continue;
        if (mention_of_[i] == 0) mention_of_[i] = static_cast<std::uint32_t>(a + 1);
        break;
      }
    }
  }
}

const Actor* Parties::actor_at(std::size_t word) const {
  return mention_of_[word] == 0 ? nullptr : &actors_[mention_of_[word] - 1];
}

bool Parties::is_agent(std::size_t word) const {
  return name_begin_[word] != kNone && name_end_[word] == word + 1 && !agent_of_[name_begin_[word]].empty();
}

std::size_t Parties::phrase_of(std::size_t word) const {
  std::size_t best = word;
  for (std::size_t at = word, steps = 0; steps < 8; ++steps) {
    const std::size_t head = tree_.head(at);
    if (head == kNone || !tree_.is_noun(head)) break;
    const Relation relation = tree_.relation(at);
    if (relation != Relation::conj && place_in_phrase(tree_, at) == Place::outside) break;
    // A name stands in the phrase of its own words and of an agent.
    const bool same_name = name_begin_[head] != kNone && name_begin_[head] == name_begin_[word];
    if (relation != Relation::conj && (same_name || is_agent(head))) best = head;
    if (relation == Relation::conj && !is_agent(head) && !names_actor(head)) break;
    at = head;
  }
  if (best == word && names_actor(word)) {
    const std::size_t agent = agent_behind(word);
    if (agent != kNone) return agent;
  }
  return best;
}

std::size_t Parties::actor_before(std::size_t agent) const {
  const std::size_t begin = tree_.sentence_begin(agent);
  for (std::size_t word = agent, steps = 0; word-- > begin && steps <= kBeforeName; ++steps) {
    if (name_begin_[word] != kNone) return code_of_[name_begin_[word]].empty() ? kNone : name_begin_[word];
    const PartOfSpeech pos = tree_.pos(word);
    if (!is_mark(tree_, word) && pos != PartOfSpeech::adj && pos != PartOfSpeech::noun && pos != PartOfSpeech::propn)
      break;
  }
  return kNone;
}

std::size_t Parties::actor_behind(std::size_t agent) const {
  const std::size_t end = tree_.sentence_end(agent);
  std::size_t word = name_end_[agent] == kNone ? agent + 1 : name_end_[agent];
  if (word >= end) return kNone;
  const std::string& lower = tree_.lower(word);
  if (lower != "of" && lower != "from" && lower != "in") return kNone;
  if (++word < end && tree_.lower(word) == "the") ++word;
  return word < end && names_actor(word) ? word : kNone;
}

std::size_t Parties::agent_behind(std::size_t name) const {
  const std::size_t end = tree_.sentence_end(name);
  for (std::size_t word = name_end_[name], steps = 0; word < end && steps <= kBeforeName; ++word, ++steps) {
    if (begins_[word]) return agent_of_[word].empty() ? kNone : name_end_[word] - 1;
    const PartOfSpeech pos = tree_.pos(word);
    if (!is_mark(tree_, word) && pos != PartOfSpeech::adj && pos != PartOfSpeech::noun) break;
  }
  return kNone;
}

std::size_t Parties::head_of_name(std::size_t name) const {
  for (std::size_t word = name; word < name_end_[name]; ++word) {
    const std::size_t head = tree_.head(word);
    if (head == kNone || head < name || head >= name_end_[name]) return word;
  }
  return name;
}

std::size_t Parties::first_of(std::size_t word) const {
  for (std::size_t steps = 0; steps < 32 && tree_.relation(word) == Relation::conj; ++steps) {
    const std::size_t head = tree_.head(word);
    if (head == kNone || !tree_.is_noun(head)) break;
    word = head;
  }
  return word;
}

std::vector<Parties::Piece> Parties::pieces(std::size_t head) const {
  std::vector<Piece> found;
  std::vector<Piece> open{{head, false}};
  while (!open.empty() && found.size() < kMostParties) {
    const Piece piece = open.back();
    open.pop_back();
    found.push_back(piece);
    for (const std::size_t child : tree_.children(piece.word)) {
      const Place place = place_in_phrase(tree_, child);
      if (place == Place::outside) {
        // Names coordinated with one that tells whose it is: "the ministers of A and B".
        if (piece.word != head && tree_.relation(child) == Relation::conj) open.push_back({child, piece.behind});
        continue;
      }
      open.push_back({child, piece.behind || place == Place::behind});
    }
  }
  std::sort(found.begin(), found.end(), [](const Piece& a, const Piece& b) { return a.word < b.word; });
  return found;
}

Parties::Member Parties::member(std::size_t head) const {
  Member member{head, {}, {}, false};
  const bool own_name = name_begin_[head] != kNone && !code_of_[name_begin_[head]].empty();
  std::size_t last = kNone;
  std::vector<Piece> actors;
  for (const Piece& piece : pieces(head)) {
    if (!piece.behind && tree_.lower(piece.word) == "former") member.former = true;
    const std::size_t name = name_begin_[piece.word];
    if (name == kNone || name == last) continue;
    last = name;
    if (!agent_of_[name].empty() && !piece.behind) member.agents.push_back(name);
    if (!code_of_[name].empty() && !(own_name && piece.behind)) actors.push_back({name, piece.behind});
  }
  if (actors.empty() && !member.agents.empty()) {
    const std::size_t before = actor_before(member.agents.front()), behind = actor_behind(head);
    if (before != kNone) actors.push_back({before, false});
    if (before == kNone && behind != kNone) actors.push_back({behind, true});
  }
  // The first name counts, and those coordinated with it.
  if (!actors.empty()) {
    member.actors.push_back(actors.front().word);
    member.behind = actors.front().behind;
    for (std::size_t i = 1; i < actors.size(); ++i) {
      const std::size_t own = head_of_name(actors[i].word);
      const std::size_t first = first_of(own);
      if (first != own && first == first_of(head_of_name(actors.front().word)) && first != head) {
        member.actors.push_back(actors[i].word);
      }
    }
    if (member.behind) {
      for (const std::size_t chunk : row_of(head_of_name(actors.front().word))) {
        const std::size_t name = name_begin_[chunk];
        if (name == kNone || code_of_[name].empty()) continue;  // "Norland's state network": the noun is no name
        if (std::find(member.actors.begin(), member.actors.end(), name) == member.actors.end()) {
          member.actors.push_back(name);
        }
      }
    }
  }
  return member;
}

std::vector<FoundParty> Parties::parties(const Member& member) const {
  std::vector<FoundParty> found;
  const Actor* own = is_owned(tree_, member.head) ? nullptr : actor_at(member.head);
  const auto add = [&](std::string code, const std::string& origin, std::size_t name) {
    const Actor* actor = own;
    for (std::size_t i = name; actor == nullptr && name != kNone && i < name_end_[name]; ++i) actor = actor_at(i);
    Party party;
    party.span = tree_.span(member.head);
    if (name != kNone && member.agents.empty())
      party.span = {tree_.span(name).begin, tree_.span(name_end_[name] - 1).end};
    if (actor != nullptr) party.actor = actor->id;
    party.code = std::move(code);
    party.origin = origin;
    found.push_back({member.head, std::move(party)});
  };
  std::string agents;
  std::vector<std::string> agent_codes;
  for (const std::size_t agent : member.agents) {
    const std::string& code = member.former ? kFormer : agent_of_[agent];
    agents += ", " + code + (member.former ? " former " : " ") + entry_of_[agent];
    agent_codes.push_back(code);
  }
  for (const std::size_t name : member.actors) {
    std::string_view codes = code_of_[name];
    while (!codes.empty()) {
      const std::size_t slash = codes.find('/');
      std::string code(codes.substr(0, slash));
      codes.remove_prefix(slash == std::string_view::npos ? codes.size() : slash + 1);
      std::string origin = code;
      origin.append(" ").append(entry_of_[name]).append(agents);
      for (const std::string& agent : agent_codes) add_agent(code, agent);
      add(std::move(code), origin, name);
    }
  }
  if (!found.empty()) return found;
  if (own != nullptr && !own->cameo.empty()) {
    add(own->cameo, own->cameo + " " + own->name, kNone);
  } else if (!member.agents.empty()) {
    std::string code = "---";
    for (const std::string& agent : agent_codes) add_agent(code, agent);
    add(std::move(code), agents.substr(2), kNone);
  } else if (own != nullptr) {
    add({}, {}, kNone);
  }
  return found;
}

std::vector<std::size_t> Parties::coordinated(std::size_t head) const {
  std::vector<std::size_t> all{head};
  for (std::size_t i = 0; i < all.size() && all.size() < kMostParties; ++i) {
    for (const std::size_t child : tree_.children(all[i])) {
      if (tree_.relation(child) == Relation::conj && tree_.is_noun(child)) all.push_back(child);
    }
  }
  const auto row = row_of(head);
  all.insert(all.end(), row.begin(), row.end());
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

bool Parties::is_party_name(std::size_t word) const {
  const std::size_t name = name_begin_[word];
  return name != kNone && (!code_of_[name].empty() || !agent_of_[name].empty());
}

std::vector<std::size_t> Parties::row_of(std::size_t head) const {
  std::vector<std::size_t> row;
  if (!is_party_name(head)) return row;
  const std::size_t end = tree_.sentence_end(head);
  std::size_t word = std::max(name_end_[head], head + 1);
  while (row.size() < kMostParties) {
    while (word < end && chunk_[word] != kNone && chunk_[word] == chunk_[word - 1] && !is_joint(tree_, word)) ++word;
    bool joined = false, last = false;
    for (; word < end && is_joint(tree_, word); ++word) {
      joined = true;
      last = last || tree_.lower(word) != ",";
    }
    if (!joined) return {};
    // "the evil awful Gondor"
    const std::size_t limit = std::min(end, word + kBeforeName);
    while (word < limit && !is_party_name(word) && !is_joint(tree_, word)) ++word;
    if (word == limit || !is_party_name(word)) return {};
    const std::size_t name_last = name_end_[word] - 1;
    const std::size_t chunk = chunk_[name_last];
    row.push_back(chunk != kNone && chunk >= word && chunk <= name_last + kBeforeName ? chunk : name_last);
    if (last) return row;
    word = std::max(name_last, row.back()) + 1;
  }
  return {};
}

std::size_t Parties::row_begin(std::size_t word) const {
  const std::size_t begin = tree_.sentence_begin(word);
  std::size_t first = name_begin_[word] == kNone ? word : name_begin_[word];
  bool conjunction = false;
  for (std::size_t at = first; at > begin + 1;) {
    if (tree_.lower(at - 1) == "the") --at;
    if (at <= begin + 1 || !is_joint(tree_, at - 1) || !is_party_name(at - 2)) break;
    conjunction = conjunction || tree_.lower(at - 1) != ",";
    at = name_begin_[at - 2];
    if (conjunction) first = at;
  }
  return first;
}

std::vector<FoundParty> Parties::alone(std::size_t head) const { return parties(member(head)); }

std::vector<FoundParty> Parties::of(std::size_t head) const {
  std::vector<Member> members{member(head)};
  for (const std::size_t each : coordinated(head)) {
    // "The ministers of A, B and C": the tree may have hung C beside the ministers.
    const std::vector<std::size_t>& shared = members.front().actors;
    if (each == head || std::find(shared.begin(), shared.end(), name_begin_[each]) != shared.end()) continue;
    members.push_back(member(each));
  }
  std::sort(members.begin(), members.end(), [](const Member& a, const Member& b) { return a.head < b.head; });
  // What stands before the first or behind the last of coordinated agents may belong to all: "Danish media and
  // government", "lawmakers and officials of Norway".
  for (std::size_t i = 0; i < members.size(); ++i) {
    if (!members[i].actors.empty() || members[i].agents.empty()) continue;
    const bool determined = tree_.child(members[i].head, Relation::det) != kNone;
    if (i > 0 && !determined && !members[i - 1].actors.empty() && !members[i - 1].behind &&
        !members[i - 1].agents.empty()) {
      members[i].actors = members[i - 1].actors;
      continue;
    }
    for (std::size_t k = i + 1; k < members.size(); ++k) {
      if (members[k].behind && !members[k].agents.empty()) members[i].actors = members[k].actors;
    }
  }
  std::vector<FoundParty> found;
  for (const Member& each : members) {
    for (FoundParty& party : parties(each)) {
      if (found.size() < kMostParties) found.push_back(std::move(party));
    }
  }
  return found;
}

}  // namespace sayso::extract
