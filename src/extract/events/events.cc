#include "extract/events/events.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "extract/events/coder.h"
#include "extract/events/parties.h"
#include "extract/events/realis.h"
#include "extract/events/setting.h"

namespace sayso::extract {
namespace {

// By how many sides are known; not calibrated yet.
constexpr double kBothKnown = 0.6, kOneKnown = 0.4;

std::vector<Party> parties_of(std::vector<FoundParty> found) {
  std::vector<Party> parties;
  for (FoundParty& each : found) {
    const bool again = std::any_of(parties.begin(), parties.end(), [&](const Party& other) {
      return other.code == each.party.code && other.actor == each.party.actor &&
             (!other.actor.empty() || !other.code.empty());
    });
    if (!again) parties.push_back(std::move(each.party));
  }
  return parties;
}

/// What tells a happening from another: its type, who and to whom.
std::string happening(const Event& event) {
  std::string key = event.type.empty() ? event.cameo : event.type;
  for (const auto* side : {&event.actors, &event.recipients}) {
    key += '|';
    std::vector<std::string> names;
    for (const Party& party : *side) names.push_back(party.actor.empty() ? party.code : party.actor);
    std::sort(names.begin(), names.end());
    for (const std::string& name : names) key += name + ',';
  }
  return key;
}

/// Whether two tellings may be of one happening: no two different times.
bool may_be_one(const Event& a, const Event& b) { return a.time.empty() || b.time.empty() || a.time == b.time; }

/// Whether a headline's event may be that of a sentence: the same type, and nobody else on a side that both know.
bool agrees(const Event& headline, const Event& event) {
  const auto share = [](const std::vector<Party>& a, const std::vector<Party>& b) {
    return a.empty() || b.empty() || std::any_of(a.begin(), a.end(), [&](const Party& each) {
             return std::any_of(b.begin(), b.end(), [&](const Party& other) {
               return each.actor.empty() ? each.code == other.code : each.actor == other.actor;
             });
           });
  };
  return headline.type == event.type && share(headline.actors, event.actors) &&
         share(headline.recipients, event.recipients);
}

bool is_cooperative(std::string_view type) {
  return type == "CONSULT" || type == "SUPPORT" || type == "COOPERATE" || type == "AID" || type == "CONCEDE";
}

bool knows_someone(const std::vector<Party>& parties) {
  return std::any_of(parties.begin(), parties.end(), [](const Party& party) {
    return !party.actor.empty() || (!party.code.empty() && !party.code.starts_with("---"));
  });
}

/// Whether enough is told: who or to whom; and both of a noun, which may only mention a thing, and of what the model
/// says.
bool tells_enough(const Event& event, bool doubtful) {
  if (doubtful) return knows_someone(event.actors) && knows_someone(event.recipients);
  return knows_someone(event.actors) || knows_someone(event.recipients);
}

/// Adds what a second telling knows and the first does not.
void merge(Event& first, Event&& again, const Span& headline) {
  // The article's own words before those of its headline.
  if (headline.contains(first.span)) {
    first.span = again.span;
    first.rule = std::move(again.rule);
    first.statement = std::move(again.statement);
    first.actors = std::move(again.actors);
    first.recipients = std::move(again.recipients);
  }
  if (first.time.empty()) first.time = std::move(again.time);
  if (!first.place) first.place = again.place;
  // What one telling asserts is not only planned or supposed.
  first.realis = std::min(first.realis, again.realis);
  first.confidence = std::max(first.confidence, again.confidence);
}

}  // namespace

std::vector<Event> find_events(const Tree& tree, const EventSources& sources,
                               const lexicon::EventDictionary& dictionary) {
  std::vector<Event> events;
  const Parties parties(tree, sources.lexicon, sources.names, sources.day, sources.actors);
  const Setting setting(tree, sources);
  std::map<std::string, std::vector<std::size_t>> told;
  for (Coding& coding : code_events(tree, parties, dictionary, sources.coders)) {
    Event event;
    event.cameo = std::move(coding.code.forward);
    event.reverse = std::move(coding.code.backward);
    if (event.cameo.empty()) {  // "[:190]": only what the target does
      event.cameo = std::exchange(event.reverse, {});
      std::swap(coding.sources, coding.targets);
    }
    if (const lexicon::PloverCode* plover = dictionary.plover_of(event.cameo)) {
      event.type = plover->type;
      event.mode = plover->mode;
      event.contexts = plover->contexts;
    }
    if (!coding.type.empty()) event.type = coding.type;
    event.actors = parties_of(std::move(coding.sources));
    event.recipients = parties_of(std::move(coding.targets));
    if (!tells_enough(event, coding.noun || !coding.type.empty())) continue;
    event.span = {tree.span(coding.first).begin, tree.span(coding.last - 1).end};
    event.rule = std::move(coding.rule);
    event.confidence = event.actors.empty() || event.recipients.empty() ? kOneKnown : kBothKnown;
    event.confidence *= coding.certainty;
    event.statement = setting.statement(event.span);
    event.realis = realis_of(tree, coding.word);
    if (event.realis == Realis::asserted && !event.statement.empty()) event.realis = Realis::reported;
    // PLOVER: cooperation that lies ahead is an agreement to it.
    if (event.realis == Realis::future && is_cooperative(event.type)) {
      event.type = "AGREE";
      event.mode.clear();
    }
    event.time = setting.time(coding.word);
    event.place = setting.place(coding.word, event);
    auto& tellings = told[happening(event)];
    auto same =
        std::find_if(tellings.begin(), tellings.end(), [&](std::size_t i) { return may_be_one(events[i], event); });
    if (same == tellings.end()) {
      // A headline tells in short what the article tells in full.
      for (std::size_t i = 0; i < events.size() && sources.headline.contains(events[i].span); ++i) {
        if (!agrees(events[i], event)) continue;
        tellings.push_back(i);
        same = tellings.end() - 1;
        break;
      }
    }
    if (same != tellings.end()) {
      merge(events[*same], std::move(event), sources.headline);
    } else {
      tellings.push_back(events.size());
      events.push_back(std::move(event));
    }
  }
  for (std::size_t i = 0; i < events.size(); ++i) events[i].id = "e" + std::to_string(i + 1);
  return events;
}

}  // namespace sayso::extract
