#include "extract/chain/vocabulary.h"

#include <algorithm>
#include <array>

namespace sayso::extract {
namespace {

struct Medium {
  std::string_view noun;
  std::uint8_t places;
};

constexpr std::uint8_t kOccasion = kIn | kAt | kDuring;
constexpr std::uint8_t kShow = kIn | kOn | kAt | kDuring;
constexpr std::uint8_t kPaper = kIn | kVia;
constexpr std::uint8_t kPersonal = kIn | kVia | kAccordingTo;
constexpr std::uint8_t kChannel = kOn | kVia;

// Every list is sorted (checked below).
constexpr auto kMedia = std::to_array<Medium>({
    {"account", kChannel},
    {"address", kIn | kDuring},
    {"affidavit", kPaper},
    {"air", kOn},
    {"appearance", kOccasion},
    {"article", kPaper},
    {"autobiography", kPaper},
    {"blog", kChannel | kIn},
    {"book", kPaper},
    {"briefing", kOccasion},
    {"briefings", kOccasion},
    {"broadcast", kShow},
    {"broadcasts", kShow},
    {"channel", kChannel},
    {"column", kPaper},
    {"communique", kPaper},
    {"conference", kOccasion},
    {"conferences", kOccasion},
    {"convention", kOccasion},
    {"conversation", kIn},
    {"debate", kOccasion},
    {"declaration", kPaper},
    {"e-mail", kPersonal},
    {"e-mails", kPersonal},
    {"editorial", kPaper},
    {"email", kPersonal},
    {"emails", kPersonal},
    {"essay", kPaper},
    {"event", kOccasion},
    {"feed", kChannel},
    {"filing", kPaper},
    {"forum", kOccasion},
    {"fundraiser", kOccasion},
    {"hearing", kOccasion},
    {"interview", kOccasion | kAccordingTo},
    {"interviews", kOccasion},
    {"letter", kPersonal},
    {"letters", kPersonal},
    {"meeting", kOccasion},
    {"memo", kPersonal},
    {"memoir", kPaper},
    {"memorandum", kPersonal},
    {"message", kPersonal},
    {"messages", kPersonal},
    {"note", kPersonal},
    {"op-ed", kPaper},
    {"page", kChannel},
    {"podcast", kShow},
    {"post", kPersonal},
    {"posting", kPersonal},
    {"postings", kPersonal},
    {"posts", kPersonal},
    {"presser", kOccasion},
    {"profile", kChannel},
    {"program", kShow},
    {"programme", kShow},
    {"radio", kChannel},
    {"rallies", kOccasion},
    {"rally", kOccasion},
    {"release", kPersonal},
    {"remarks", kIn | kDuring},
    {"report", kIn},
    {"session", kOccasion},
    {"show", kShow},
    {"site", kChannel},
    {"speech", kOccasion},
    {"speeches", kOccasion},
    {"statement", kPersonal},
    {"statements", kPersonal},
    {"summit", kOccasion},
    {"telecast", kShow},
    {"telegram", kPersonal},
    {"telethon", kShow},
    {"television", kChannel},
    {"testimony", kIn},
    {"thread", kPersonal},
    {"town hall", kOccasion},
    {"tv", kChannel},
    {"tweet", kPersonal},
    {"tweets", kPersonal},
    {"video", kPersonal},
    {"webcast", kShow},
    {"website", kChannel},
});

using Words = std::string_view;
constexpr auto kOutletNouns = std::to_array<Words>(
    {"agencies",  "agency",      "broadcaster", "broadcasters", "daily",   "magazine", "media",  "network",
     "networks",  "newspaper",   "newspapers",  "outlet",       "outlets", "paper",    "papers", "portal",
     "programme", "publication", "station",     "tabloid",      "weekly",  "wire"});

constexpr auto kOutletEnds = std::to_array<Words>(
    {"broadcasting", "chronicle", "daily",    "dispatch", "express", "gazette",   "guardian",   "herald",
     "inquirer",     "journal",   "magazine", "mail",     "media",   "mirror",    "network",    "news",
     "newsday",      "newsnight", "observer", "post",     "press",   "radio",     "register",   "reporter",
     "review",       "sentinel",  "standard", "star",     "sun",     "telegraph", "television", "times",
     "today",        "tonight",   "tribune",  "tv",       "weekly"});

constexpr auto kForums = std::to_array<Words>({"assembly", "commission", "committee", "conference", "congress",
                                               "convention", "council", "forum", "hearing", "inquiry", "meeting",
                                               "parliament", "rally", "senate", "session", "subcommittee", "summit"});

constexpr auto kReporters =
    std::to_array<Words>({"anchor", "blogger", "columnist", "commentator", "correspondent", "editor", "host",
                          "journalist", "moderator", "presenter", "reporter"});

constexpr auto kInformants = std::to_array<Words>(
    {"advisers", "advisors",  "aides",     "analysts",      "authorities", "diplomats", "documents", "eyewitnesses",
     "group",    "groups",    "insiders",  "investigators", "lawyers",     "media",     "ministry",  "office",
     "official", "officials", "people",    "police",        "report",      "reports",   "residents", "service",
     "source",   "sources",   "spokesman", "spokesperson",  "spokeswoman", "witness",   "witnesses"});

constexpr auto kEvidence = std::to_array<Words>(
    {"comments", "data", "documents", "estimates", "figures", "information", "numbers", "poll", "polls", "records",
     "report", "reports", "statement", "statements", "statistics", "study", "survey", "surveys"});

constexpr auto kPartitives =
    std::to_array<Words>({"beginning", "clip", "couple", "edition", "end", "episode", "excerpt", "number", "pair",
                          "part", "recording", "round", "series", "start", "string", "transcript"});

constexpr auto kTimes = std::to_array<Words>(
    {"afternoon", "ago",      "april",    "august",   "days",    "december", "earlier",  "early",
     "evening",   "february", "friday",   "hours",    "january", "july",     "june",     "last",
     "late",      "later",    "march",    "may",      "monday",  "month",    "months",   "morning",
     "next",      "night",    "november", "october",  "past",    "recent",   "recently", "saturday",
     "september", "sunday",   "this",     "thursday", "today",   "tomorrow", "tuesday",  "wednesday",
     "week",      "weekend",  "weeks",    "year",     "years",   "yesterday"});

constexpr auto kDeterminers =
    std::to_array<Words>({"a", "an", "another", "her", "his", "its", "my", "one", "other", "our", "several", "some",
                          "that", "the", "their", "these", "this", "those", "two"});

constexpr auto kPhraseEnds = std::to_array<Words>(
    {"aboard",   "according", "across", "after",  "again",   "against", "ahead",   "along",   "alongside",
     "although", "amid",      "among",  "around", "because", "before",  "between", "during",  "even",
     "given",    "held",      "here",   "inside", "like",    "made",    "near",    "off",     "outside",
     "over",     "prior",     "read",   "seen",   "sent",    "shortly", "shown",   "since",   "through",
     "toward",   "towards",   "under",  "until",  "upon",    "via",     "where",   "whether", "while",
     "who",      "whom",      "whose",  "within", "without", "written"});

constexpr auto kClauseOpeners = std::to_array<Words>({"after", "although", "because", "before", "but", "if", "though",
                                                      "unless", "until", "which", "who", "whom", "whose"});

constexpr auto kAddresses =
    std::to_array<Words>({"address", "addressed", "addresses", "addressing", "tell", "telling", "tells", "told"});

constexpr auto kConversations = std::to_array<Words>(
    {"said", "speak", "speaking", "speaks", "spoke", "taking", "talked", "talking", "took", "turned"});

constexpr auto kPublications =
    std::to_array<Words>({"aired", "broadcast", "carried", "given", "held", "hosted", "posted", "published", "released",
                          "run", "shown", "televised", "uploaded"});

constexpr auto kAppearances = std::to_array<Words>({"appeared", "interviewed", "spoke"});

constexpr auto kReports = std::to_array<Words>({"noted", "notes", "quoted", "quotes", "report", "reported", "reporting",
                                                "reports", "said", "says", "states", "writes", "wrote"});

constexpr auto kIssues = std::to_array<Words>({"gave", "giving", "issue", "issued", "issues", "issuing", "posted",
                                               "posting", "published", "publishing", "release", "released", "releases",
                                               "releasing", "sent", "sign", "signed", "signing", "wrote"});

constexpr auto kConfirms = std::to_array<Words>(
    {"confirm", "confirmed", "confirming", "confirms", "corroborated", "corroborates", "verified", "verifies"});

constexpr auto kUtterances = std::to_array<Words>({"announced", "came", "declared", "delivered", "disclosed", "made",
                                                   "mentioned", "published", "reported", "said", "stated", "told"});

constexpr auto kEarlierWords =
    std::to_array<Words>({"account", "accounts", "allegation",  "allegations", "announcement", "claim",  "claims",
                          "comment", "comments", "information", "it",          "news",         "remark", "remarks",
                          "report",  "reports",  "statement",   "statements",  "that",         "this"});

constexpr auto kRelayPhrases = std::to_array<RelayPhrase>({
    {"as reported by", Relation::reported_by, false},
    {"as quoted by", Relation::reported_by, false},
    {"as cited by", Relation::reported_by, false},
    {"as relayed by", Relation::reported_by, false},
    {"as told by", Relation::reported_by, false},
    {"reported by", Relation::reported_by, true},
    {"quoted by", Relation::reported_by, true},
    {"according to", Relation::reported_by, true},
    {"citing", Relation::citing, false},
    {"quoting", Relation::citing, false},
    {"with reference to", Relation::citing, false},
    {"with a reference to", Relation::citing, false},
    {"with a link to", Relation::citing, false},
    {"referring to", Relation::citing, true},
});

template <std::size_t size>
constexpr bool sorted(const std::array<Words, size>& list) {
  return std::is_sorted(list.begin(), list.end());
}
static_assert(std::is_sorted(kMedia.begin(), kMedia.end(),
                             [](const Medium& a, const Medium& b) { return a.noun < b.noun; }));
static_assert(sorted(kOutletNouns) && sorted(kOutletEnds) && sorted(kForums) && sorted(kReporters) &&
              sorted(kInformants) && sorted(kEvidence) && sorted(kPartitives) && sorted(kTimes) &&
              sorted(kDeterminers) && sorted(kPhraseEnds) && sorted(kAddresses) && sorted(kClauseOpeners) &&
              sorted(kReports) && sorted(kConversations) && sorted(kPublications) && sorted(kAppearances) &&
              sorted(kIssues) && sorted(kConfirms) && sorted(kUtterances) && sorted(kEarlierWords));

template <std::size_t size>
bool contains(const std::array<Words, size>& list, std::string_view word) {
  return std::binary_search(list.begin(), list.end(), word);
}

}  // namespace

std::uint8_t medium(std::string_view noun) {
  const auto found = std::lower_bound(kMedia.begin(), kMedia.end(), noun,
                                      [](const Medium& m, std::string_view wanted) { return m.noun < wanted; });
  return found != kMedia.end() && found->noun == noun ? found->places : 0;
}

std::uint8_t place(std::string_view preposition) {
  if (preposition == "in") return kIn;
  if (preposition == "on") return kOn;
  if (preposition == "at") return kAt;
  if (preposition == "during") return kDuring;
  const bool via = preposition == "via" || preposition == "through" || preposition == "over" || preposition == "by";
  return via ? kVia : 0;
}

bool is_outlet_noun(std::string_view noun) { return contains(kOutletNouns, noun); }
bool ends_outlet_names(std::string_view word) { return contains(kOutletEnds, word); }
bool is_forum(std::string_view noun) { return contains(kForums, noun); }
bool is_reporter(std::string_view noun) { return contains(kReporters, noun); }
bool is_informant(std::string_view noun) { return contains(kInformants, noun); }
bool is_evidence(std::string_view noun) { return contains(kEvidence, noun); }
bool is_partitive(std::string_view noun) { return contains(kPartitives, noun); }
bool is_time(std::string_view word) { return contains(kTimes, word); }
bool is_determiner(std::string_view word) { return contains(kDeterminers, word); }
bool ends_phrase(std::string_view word) { return contains(kPhraseEnds, word); }
bool opens_clause(std::string_view word) { return contains(kClauseOpeners, word); }
bool is_address(std::string_view verb) { return contains(kAddresses, verb); }
bool is_conversation(std::string_view verb) { return contains(kConversations, verb); }
bool is_publication(std::string_view participle) { return contains(kPublications, participle); }
bool is_appearance(std::string_view verb) { return contains(kAppearances, verb); }
bool is_report(std::string_view verb) { return contains(kReports, verb); }
bool is_issue(std::string_view verb) { return contains(kIssues, verb); }
bool is_confirm(std::string_view verb) { return contains(kConfirms, verb); }
bool is_utterance(std::string_view verb) { return contains(kUtterances, verb); }
bool means_earlier_words(std::string_view word) { return contains(kEarlierWords, word); }

std::span<const RelayPhrase> relay_phrases() { return kRelayPhrases; }

}  // namespace sayso::extract
