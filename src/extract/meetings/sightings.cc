#include "extract/meetings/sightings.h"

#include <algorithm>
#include <array>

#include "extract/meetings/bearing.h"

namespace sayso::extract {
namespace {

using model::PartOfSpeech;
using model::Relation;

constexpr std::size_t kNone = Tree::kNone;
constexpr std::size_t kBehind = 16;  // words
constexpr std::size_t kParticipants = 32;

// All sorted.
constexpr auto kDefinite =
    std::to_array<std::string_view>({"her", "his", "its", "our", "that", "the", "their", "these", "this", "those"});
constexpr auto kTopicMarkers = std::to_array<std::string_view>({"about", "concerning", "on", "over", "regarding"});
constexpr auto kSpeakers = std::to_array<std::string_view>({"i", "me", "us", "we", "you"});
constexpr auto kSides = std::to_array<std::string_view>({"among", "between", "with"});
constexpr auto kDelegates =
    std::to_array<std::string_view>({"counterpart", "counterparts", "countries", "delegations", "diplomats", "envoys",
                                     "governments", "leader", "leaders", "ministers", "negotiators", "officials",
                                     "parties", "presidents", "rebels", "representatives", "sides"});
static_assert(std::ranges::is_sorted(kDefinite) && std::ranges::is_sorted(kTopicMarkers) &&
              std::ranges::is_sorted(kSpeakers) && std::ranges::is_sorted(kSides) &&
              std::ranges::is_sorted(kDelegates));

bool among(const auto& list, std::string_view word) { return std::ranges::binary_search(list, word); }

void add_actor(const Actor* actor, std::vector<const Actor*>& actors) {
  if (actor != nullptr && actors.size() < kParticipants && std::ranges::find(actors, actor) == actors.end())
    actors.push_back(actor);
}

void add_actors(const Scene& scene, std::size_t noun, std::vector<const Actor*>& actors) {
  if (noun == kNone) return;
  for (const std::size_t each : scene.conjuncts(noun)) add_actor(scene.actor(each), actors);
}

void add_time(const Time* time, std::vector<const Time*>& times) {
  if (time != nullptr && time->value.starts_with("PRESENT")) return;
  if (time != nullptr && std::ranges::find(times, time) == times.end()) times.push_back(time);
}

// Times that hang from a word: "on Friday", "last week".
void add_times(const Scene& scene, std::size_t word, std::vector<const Time*>& times) {
  for (const std::size_t child : scene.children_near(word, word)) {
    const Relation relation = scene.tree().relation(child);
    if (relation == Relation::acl || relation == Relation::advcl || relation == Relation::ccomp) continue;
    for (const std::size_t each : scene.conjuncts(child)) add_time(scene.time(each), times);
  }
}

// "On Friday, ...": a time that opens a sentence is that of its verbs.
void add_opening_time(const Scene& scene, std::size_t word, std::vector<const Time*>& times) {
  const std::size_t begin = scene.tree().sentence_begin(word);
  for (std::size_t i = begin; i < word && i < begin + 3; ++i) add_time(scene.time(i), times);
}

/// Whether a noun may be one side of talks.
bool is_party(const Scene& scene, std::size_t noun) {
  const Tree& tree = scene.tree();
  const bool speaker = tree.pos(noun) == PartOfSpeech::pron && among(kSpeakers, tree.lower(noun));
  if (speaker || scene.in_time(noun)) return false;
  if (const Actor* actor = scene.actor(noun))
    return actor->kind != ActorKind::media && actor->kind != ActorKind::document;
  return tree.pos(noun) == PartOfSpeech::propn || among(kDelegates, tree.lower(noun));
}

// The party that a noun phrase names: its head, or a name behind it ("the secretary of state Ada Holm").
std::size_t party_of(const Scene& scene, std::size_t noun) {
  const Tree& tree = scene.tree();
  if (scene.actor(noun) != nullptr || is_party(scene, noun)) return is_party(scene, noun) ? noun : kNone;
  for (std::size_t i = noun + 1; i < tree.sentence_end(noun) && i < noun + 6; ++i) {
    const bool goes_on = tree.is_noun(i) || tree.pos(i) == PartOfSpeech::adj || tree.lower(i) == "of";
    if (!goes_on) break;
    if (tree.pos(i) == PartOfSpeech::propn && is_party(scene, i) && scene.actor(i) != nullptr) return i;
  }
  return kNone;
}

// Whom it is news to speak with: police and companies speak with many.
bool is_official(const Scene& scene, std::size_t noun) {
  const Actor* actor = scene.actor(noun);
  return actor != nullptr && (actor->kind == ActorKind::person || actor->kind == ActorKind::government);
}

bool is_plural(const Tree& tree, std::size_t noun) {
  return tree.pos(noun) == PartOfSpeech::noun && tree.lower(noun).ends_with('s');
}

/// Reads the noun phrase of a meeting.
class NounReader {
 public:
  NounReader(const Scene& scene, std::size_t word, const MeetingNoun& noun) : scene_(scene), tree_(scene.tree()) {
    sighting_.word = word;
    sighting_.noun = noun.noun;
    sighting_.sort = noun.sort;
    sighting_.plural = noun.sort != MeetingSort::talks && tree_.lower(word).ends_with('s');
  }

  /// Nothing where the noun is no meeting.
  bool read(Sighting& out) {
    if (!read_name()) return false;
    read_children();
    read_clauses();
    out = std::move(sighting_);
    return true;
  }

 private:
  // The words before the noun that say which meeting it is.
  bool read_name() {
    const std::size_t word = sighting_.word, head = tree_.head(word);
    const bool in_compound = tree_.relation(word) == Relation::compound && head != kNone && head > word;
    if (in_compound && sighting_.sort != MeetingSort::election) return false;
    const std::size_t top = in_compound && head == word + 1 ? head : word;
    const std::size_t first = scene_.name_begin(word, top);
    for (std::size_t i = first; i < word; ++i) {
      if (spoils_meeting(tree_.lower(i))) return false;
      if (tree_.pos(i) == PartOfSpeech::punct) continue;
      const Actor* actor = scene_.actor(i);
      add_actor(actor, sighting_.participants);
      add_time(scene_.time(i), sighting_.times);
      const bool capital = scene_.is_capital(i) && (i > tree_.sentence_begin(i) || tree_.pos(i) == PartOfSpeech::propn);
      const bool person = actor != nullptr && actor->kind == ActorKind::person;
      sighting_.named = sighting_.named || (capital && !person && !scene_.in_time(i));
      if (!person) sighting_.modifiers.push_back(tree_.lower(i));
    }
    if (first > tree_.sentence_begin(word)) {
      const std::size_t before = first - 1;
      sighting_.definite = among(kDefinite, tree_.lower(before)) || scene_.is_possessive_mark(before);
      add_actor(scene_.owner_before(first), sighting_.participants);
    }
    sighting_.name = {tree_.span(first).begin, tree_.span(word).end};
    if (sighting_.sort == MeetingSort::election) sighting_.named = sighting_.named || !sighting_.times.empty();
    return !in_compound || !sighting_.times.empty();
  }

  void read_children() {
    const std::size_t word = sighting_.word;
    for (const std::size_t child : scene_.children_near(word, word)) {
      const Relation relation = tree_.relation(child);
      if (relation != Relation::nmod && relation != Relation::obl && relation != Relation::compound) continue;
      if (child < word && scene_.is_possessive(child)) {
        add_actors(scene_, child, sighting_.participants);
        add_time(scene_.time(child), sighting_.times);
      }
      if (child > word) read_topic(child);
    }
    add_times(scene_, word, sighting_.times);
    read_behind();
  }

  // "on wages"
  void read_topic(std::size_t noun) {
    if (!among(kTopicMarkers, tree_.marker(noun)) || scene_.in_time(noun)) return;
    const std::size_t mark = tree_.child(noun, Relation::case_marking);
    const Span all = scene_.subtree(noun);
    if (mark != kNone) sighting_.topics.push_back({std::min(tree_.span(mark).end + 1, all.end), all.end});
  }

  // "with the union", "of the council", "between Oslo and Bergen", "in May": word by word as far as no verb comes,
  // since trees often have such phrases hang from what stands before the meeting.
  void read_behind() {
    const std::size_t word = sighting_.word;
    bool side = false;
    for (std::size_t i = word + 1; i < tree_.sentence_end(word) && i < word + kBehind; ++i) {
      const PartOfSpeech pos = tree_.pos(i);
      const std::string& lower = tree_.lower(i);
      if (pos == PartOfSpeech::verb || pos == PartOfSpeech::aux || pos == PartOfSpeech::sconj) return;
      if (pos == PartOfSpeech::punct && lower != "-") return;
      if (pos == PartOfSpeech::pron && (lower == "which" || lower == "who" || lower == "that")) return;
      if (pos == PartOfSpeech::adp) side = among(kSides, lower) || (side && lower == "of");
      if (i == word + 1 && lower == "of") sighting_.of_body = true;
      add_time(scene_.time(i), sighting_.times);
      if (!side || !is_party(scene_, i)) continue;
      sighting_.two_sides = true;
      add_actor(scene_.actor(i), sighting_.participants);
    }
  }

  void read_clauses() {
    const std::size_t word = sighting_.word;
    const Bearing bearing = bearing_of_noun(scene_, word);
    sighting_.status = bearing.status;
    sighting_.weight = bearing.weight;
    sighting_.bound = bearing.bound;
    sighting_.denied = bearing.denied;
    for (const std::size_t child : scene_.children_near(word, word)) {
      if (tree_.relation(child) == Relation::acl && meeting_verb(tree_.lower(child)) != MeetingVerb::none) {
        add_times(scene_, child, sighting_.times);
      }
    }
    if (bearing.behind != kNone) add_times(scene_, bearing.behind, sighting_.times);
    if (bearing.verb == kNone) return;
    const bool puts_off = bearing.status == MeetingStatus::postponed || bearing.status == MeetingStatus::cancelled;
    if (sighting_.times.empty() && !puts_off) add_times(scene_, bearing.verb, sighting_.times);
    if (!bearing.bound) return;
    if (sighting_.times.empty() && !puts_off) add_opening_time(scene_, bearing.verb, sighting_.times);
    const std::size_t subject = subject_of(scene_, bearing.verb);
    if (subject != kNone && !tree_.within(word, subject)) add_actors(scene_, subject, sighting_.participants);
    if (is_meet(tree_.lower(bearing.verb))) sighting_.two_sides = true;
  }

  const Scene& scene_;
  const Tree& tree_;
  Sighting sighting_;
};

// "met the union", "spoke with Brown", "the two leaders met". Nothing where nobody is met.
bool read_verb(const Scene& scene, std::size_t verb, Sighting& out) {
  const Tree& tree = scene.tree();
  const bool meets = is_meet(tree.lower(verb)), votes = is_vote_verb(tree.lower(verb));
  const std::size_t subject = subject_of(scene, verb);
  if (subject == kNone || (!is_party(scene, subject) && !(meets && is_plural(tree, subject)))) return false;
  if (!meets && !votes && !is_official(scene, subject)) return false;
  Sighting sighting;
  sighting.word = verb;
  sighting.verbal = true;
  sighting.noun = votes ? "vote" : meets ? "meeting" : "call";
  sighting.sort = votes ? MeetingSort::vote : meets ? MeetingSort::gathering : MeetingSort::call;
  sighting.name = tree.span(verb);
  const auto joined = scene.conjuncts(subject);
  const bool several = joined.size() > 1 || among(kDelegates, tree.lower(subject));
  add_actors(scene, subject, sighting.participants);
  for (const std::size_t child : scene.children_near(verb, verb)) {
    const Relation relation = tree.relation(child);
    if (child < verb || (relation != Relation::obj && relation != Relation::obl)) continue;
    const std::string_view marker = scene.marker(child);
    if (marker == "with" || (meets && marker.empty())) {
      const std::size_t party = party_of(scene, child);
      if (party == kNone) return false;  // met the deadline
      sighting.two_sides = true;
      add_actors(scene, party, sighting.participants);
      sighting.name.end = tree.span(party).end;
    } else if (meeting_noun(tree.lower(child)) != nullptr) {
      return false;  // "met for talks": the noun tells it
    }
  }
  sighting.two_sides = sighting.two_sides || (meets && several);
  if (!sighting.two_sides && !votes) return false;
  const Bearing bearing = bearing_of_verb(scene, verb);
  sighting.status = bearing.status;
  sighting.weight = bearing.weight;
  sighting.denied = bearing.denied;
  sighting.bound = true;
  add_times(scene, verb, sighting.times);
  if (sighting.times.empty()) add_opening_time(scene, verb, sighting.times);
  out = std::move(sighting);
  return true;
}

}  // namespace

std::vector<Sighting> find_sightings(const Scene& scene) {
  const Tree& tree = scene.tree();
  std::vector<Sighting> found;
  for (std::size_t i = 0; i < tree.size(); ++i) {
    const std::string& lower = tree.lower(i);
    Sighting sighting;
    bool seen = false;
    if (tree.pos(i) == PartOfSpeech::verb) {
      if (is_meet(lower) || is_converse(lower) || is_vote_verb(lower)) seen = read_verb(scene, i, sighting);
    } else if (tree.is_noun(i)) {
      if (const MeetingNoun* noun = meeting_noun(lower)) seen = NounReader(scene, i, *noun).read(sighting);
    }
    if (seen) found.push_back(std::move(sighting));
  }
  return found;
}

}  // namespace sayso::extract
