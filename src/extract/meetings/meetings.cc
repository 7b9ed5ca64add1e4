#include "extract/meetings/meetings.h"

#include <algorithm>
#include <unordered_map>

#include "extract/meetings/sightings.h"
#include "extract/scene.h"

namespace sayso::extract {
namespace {

// How many meetings called by one noun a mention is compared with: the last ones.
constexpr std::size_t kCompared = 8;
constexpr std::size_t kParticipants = 32;

/// A meeting with all of its mentions so far.
struct Known {
  Sighting best;  ///< the fullest mention; times, participants and topics of all
  bool telling = false;
};

/// -1 before the day of publication, 1 behind it, 0 where that is open.
int side_of(const Time& time, std::string_view published) {
  const std::string_view value = time.value;
  if (published.empty() || value.empty() || value.front() < '0' || value.front() > '9') return 0;
  const std::size_t week = value.find_first_not_of("0123456789-");  // 2018-W38: the year alone
  const std::size_t size =
      std::min(week == std::string_view::npos ? value.size() : std::min<std::size_t>(week, 4), published.size());
  const int order = value.substr(0, size).compare(published.substr(0, size));
  return order < 0 ? -1 : order > 0 ? 1 : 0;
}

/// Whether a mention tells of a meeting by itself.
bool tells(const Sighting& s) {
  const bool timed = !s.times.empty();
  if (s.denied && !(timed && s.named)) return false;
  if (s.verbal) return s.sort != MeetingSort::vote && s.two_sides && (!s.denied);
  switch (s.sort) {
    case MeetingSort::gathering:
      if (timed) return true;
      if (s.plural) return s.bound && (s.of_body || s.two_sides);
      if (s.noun == "conference" || s.noun == "forum")
        return s.bound && (s.named || s.two_sides);  // also bodies' names
      return s.named || (s.two_sides && (s.bound || s.participants.size() > 1));
    case MeetingSort::talks:
      return timed ? s.bound || s.two_sides || s.named : s.two_sides && s.bound;
    case MeetingSort::session:
      if (s.plural) return false;
      return (s.named || s.of_body) ? timed || s.bound || s.named : timed && s.bound;
    case MeetingSort::call:
      return s.two_sides && (s.bound || timed);
    case MeetingSort::visit:
      return timed && !s.participants.empty();
    case MeetingSort::vote:
      return !s.plural && ((s.named && (timed || s.bound)) || (timed && (s.bound || !s.topics.empty())));
    case MeetingSort::election:
      return s.named;
    case MeetingSort::rally:
      return s.bound && timed && !s.participants.empty();
  }
  return false;
}

bool share(const auto& a, const auto& b) {
  return std::ranges::any_of(a, [&](const auto& each) { return std::ranges::find(b, each) != b.end(); });
}

bool same_values(const std::vector<const Time*>& a, const std::vector<const Time*>& b) {
  return std::ranges::any_of(
      a, [&](const Time* x) { return std::ranges::any_of(b, [&](const Time* y) { return x->value == y->value; }); });
}

bool all_in(const auto& few, const auto& many) {
  return std::ranges::all_of(few, [&](const auto& each) { return std::ranges::find(many, each) != many.end(); });
}

/// Whether a mention may be of a known meeting.
bool same_meeting(const Known& known, const Sighting& s) {
  const Sighting& k = known.best;
  if (!k.times.empty() && !s.times.empty() && !same_values(k.times, s.times)) return false;
  if (s.plural != k.plural && !s.verbal && !k.verbal) return false;
  if (s.definite && s.modifiers.empty() && !s.named) return true;  // the meeting
  const bool dated = !k.times.empty() && !s.times.empty();
  if (s.named || k.named) {
    if (s.named && k.named) return all_in(s.modifiers, k.modifiers) || all_in(k.modifiers, s.modifiers);
    return dated && (s.participants.empty() || k.participants.empty() || share(s.participants, k.participants));
  }
  if (!s.participants.empty() && !k.participants.empty()) {
    return all_in(s.participants, k.participants) || all_in(k.participants, s.participants);
  }
  return dated || (s.definite && all_in(s.modifiers, k.modifiers));
}

void merge(Known& known, const Sighting& s) {
  Sighting& k = known.best;
  const bool fuller = k.verbal || (!s.verbal && s.modifiers.size() > k.modifiers.size());
  if (fuller) {
    k.name = s.name;
    k.modifiers = s.modifiers;
    k.verbal = s.verbal;
    k.sort = s.sort;
  }
  k.named = k.named || s.named;
  if (s.weight >= k.weight && s.weight > 0) {
    k.status = s.status;
    k.weight = s.weight;
  }
  for (const Time* time : s.times) {
    if (k.times.empty()) k.times.push_back(time);
  }
  for (const Actor* actor : s.participants) {
    if (k.participants.size() >= kParticipants) break;
    if (std::ranges::find(k.participants, actor) == k.participants.end()) k.participants.push_back(actor);
  }
  k.topics.insert(k.topics.end(), s.topics.begin(), s.topics.end());
  k.bound = k.bound || s.bound;
  k.two_sides = k.two_sides || s.two_sides;
  k.of_body = k.of_body || s.of_body;
  known.telling = known.telling || tells(s) || (!s.denied && tells(k));
}

/// The meetings that mentions tell of, in the order of their first mentions.
std::vector<Known> gather(std::vector<Sighting> sightings) {
  std::vector<Known> meetings;
  std::unordered_map<std::string_view, std::vector<std::size_t>> by_noun;
  for (Sighting& sighting : sightings) {
    std::vector<std::size_t>& alike = by_noun[sighting.noun];
    const auto last = alike.size() > kCompared ? alike.rbegin() + kCompared : alike.rend();
    const auto found =
        std::find_if(alike.rbegin(), last, [&](std::size_t index) { return same_meeting(meetings[index], sighting); });
    if (found != last) {
      merge(meetings[*found], sighting);
      continue;
    }
    alike.push_back(meetings.size());
    const bool telling = tells(sighting);
    meetings.push_back({std::move(sighting), telling});
  }
  return meetings;
}

MeetingStatus status_of(const Sighting& s, const Time* time, std::string_view published) {
  if (s.weight == 2 || time == nullptr) return s.status;
  const int side = side_of(*time, published);
  if (side > 0) return MeetingStatus::expected;
  return side < 0 ? MeetingStatus::held : s.status;
}

/// The first of a mention's times, or one that tells the same more exactly: "the 2020 election on November 3".
const Time* exact_time(const std::vector<const Time*>& times) {
  const Time* best = times.empty() ? nullptr : times.front();
  for (const Time* time : times) {
    if (time->value.size() > best->value.size() && time->value.starts_with(best->value)) best = time;
  }
  return best;
}

Meeting meeting_of(const Sighting& s, const Time* time, std::string_view published) {
  Meeting meeting;
  meeting.name = s.name;
  if (time != nullptr) meeting.time = time->id;
  meeting.status = status_of(s, time, published);
  for (const Actor* actor : s.participants) meeting.participants.push_back(actor->id);
  meeting.topics = s.topics;
  std::ranges::sort(meeting.topics);
  return meeting;
}

}  // namespace

std::vector<Meeting> find_meetings(const Tree& tree, const std::vector<Actor>& actors, const std::vector<Time>& times,
                                   std::string_view published) {
  const Scene scene(tree, actors, times);
  std::vector<Meeting> meetings;
  for (const Known& known : gather(find_sightings(scene))) {
    const Sighting& s = known.best;
    if (!known.telling) continue;
    // "the summits in 2023 and 2024" are as many as there are times.
    if (s.plural && s.times.size() > 1) {
      for (const Time* time : s.times) meetings.push_back(meeting_of(s, time, published));
    } else {
      meetings.push_back(meeting_of(s, exact_time(s.times), published));
    }
  }
  std::ranges::stable_sort(meetings, {}, [](const Meeting& meeting) { return meeting.name; });
  for (std::size_t i = 0; i < meetings.size(); ++i) meetings[i].id = "m" + std::to_string(i + 1);
  return meetings;
}

}  // namespace sayso::extract
