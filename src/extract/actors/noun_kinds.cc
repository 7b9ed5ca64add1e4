#include "extract/actors/noun_kinds.h"

#include <algorithm>
#include <array>

namespace sayso::extract {
namespace {

template <std::size_t N>
bool among(const std::array<std::string_view, N>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

constexpr std::array<std::string_view, 31> kDocuments{
    "statement", "statements", "report",     "reports",    "letter", "tweet",   "tweets",       "document",
    "documents", "data",       "study",      "survey",     "poll",   "polls",   "memo",         "filing",
    "footage",   "article",    "book",       "transcript", "post",   "posts",   "message",      "messages",
    "email",     "emails",     "communique", "release",    "record", "records", "investigation"};
constexpr std::array<std::string_view, 30> kMedia{
    "newspaper", "newspapers", "media",       "outlet",     "outlets",  "television", "tv",      "radio",
    "broadcast", "telethon",   "interview",   "interviews", "briefing", "magazine",   "website", "site",
    "channel",   "press",      "broadcaster", "podcast",    "blog",     "show",       "rally",   "speech",
    "page",      "conference", "programme",   "program",    "news",     "telegram"};
constexpr std::array<std::string_view, 16> kGovernments{
    "ministry", "department", "government", "embassy", "administration", "parliament", "court",  "authorities",
    "cabinet",  "commission", "agencies",   "office",  "congress",       "senate",     "bureau", "consulate"};
constexpr std::array<std::string_view, 25> kOrganizations{
    "company",  "party",    "group",   "firm",  "union",      "association", "organization", "organisation", "army",
    "navy",     "military", "police",  "force", "forces",     "alliance",    "council",      "committee",    "agency",
    "campaign", "carmaker", "airline", "bank",  "university", "coalition",   "assembly"};
constexpr std::array<std::string_view, 22> kPeople{
    "sources", "analysts", "activists",  "observers",   "refugees",   "officials", "people",    "voters",
    "critics", "women",    "men",        "lawmakers",   "protesters", "experts",   "residents", "diplomats",
    "leaders", "workers",  "supporters", "republicans", "democrats",  "allies"};
constexpr std::array<std::string_view, 22> kPerson{
    "businessman", "businesswoman", "man",      "woman", "source",     "spokesperson", "official", "mother",
    "father",      "son",           "daughter", "wife",  "husband",    "analyst",      "expert",   "lawyer",
    "witness",     "resident",      "author",   "host",  "researcher", "victim"};
constexpr std::array<std::string_view, 16> kFemale{
    "mrs",           "ms",         "miss",  "madam",  "lady", "dame",     "queen", "princess", "spokeswoman",
    "congresswoman", "chairwoman", "woman", "mother", "wife", "daughter", "sister"};
constexpr std::array<std::string_view, 15> kMale{"mr",        "sir",         "lord",     "king", "prince",
                                                 "spokesman", "congressman", "chairman", "man",  "father",
                                                 "husband",   "son",         "brother",  "pope", "businessman"};
constexpr std::array<std::string_view, 22> kHonorifics{"mr",   "mrs",  "ms",   "miss", "dr",  "prof", "sir", "lady",
                                                       "lord", "dame", "sen",  "rep",  "gov", "gen",  "col", "lt",
                                                       "maj",  "sgt",  "capt", "rev",  "adm", "madam"};
constexpr std::array<std::string_view, 9> kSpeakers{"spokesman",       "spokeswoman",  "spokesperson",
                                                    "spokesmen",       "spokespeople", "representative",
                                                    "representatives", "envoy",        "spokespersons"};
constexpr std::array<std::string_view, 6> kStateNouns{"government", "side",  "authorities",
                                                      "leadership", "state", "regime"};

}  // namespace

ActorKind kind_of_noun(std::string_view lower) {
  if (among(kDocuments, lower)) return ActorKind::document;
  if (among(kMedia, lower)) return ActorKind::media;
  if (among(kGovernments, lower)) return ActorKind::government;
  if (among(kOrganizations, lower)) return ActorKind::organization;
  if (among(kPeople, lower)) return ActorKind::group;
  if (among(kPerson, lower)) return ActorKind::person;
  return ActorKind::unknown;
}

Gender gender_of_noun(std::string_view lower) {
  if (among(kFemale, lower)) return Gender::female;
  return among(kMale, lower) ? Gender::male : Gender::unknown;
}

bool is_honorific(std::string_view lower) { return among(kHonorifics, lower); }
bool speaks_for_another(std::string_view lower) { return among(kSpeakers, lower); }
bool names_a_state(std::string_view lower) { return among(kStateNouns, lower); }

ActorKind kind_of_entry(lexicon::Kind kind) {
  switch (kind) {
    case lexicon::Kind::person:
      return ActorKind::person;
    case lexicon::Kind::organization:
      return ActorKind::organization;
    case lexicon::Kind::government:
      return ActorKind::government;
    case lexicon::Kind::group:
      return ActorKind::group;
    case lexicon::Kind::media:
      return ActorKind::media;
    case lexicon::Kind::document:
      return ActorKind::document;
    default:
      return ActorKind::unknown;
  }
}

}  // namespace sayso::extract
