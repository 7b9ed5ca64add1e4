#include "text/lexicon.h"

#include <algorithm>
#include <array>

#include "text/unicode.h"

namespace sayso::text {
namespace {

// Every list is sorted (checked below) and lower case.
constexpr std::array kTitles = std::to_array<std::string_view>(
    {"adm",   "amb", "assoc",  "asst", "atty", "brig", "capt", "cmdr", "cmdt", "col",  "cpl",  "cpt",  "dep",  "det",
     "dist",  "dr",  "drs",    "ens",  "fr",   "ft",   "gen",  "gens", "gov",  "govs", "hon",  "insp", "lt",   "ltc",
     "lts",   "maj", "messrs", "mlle", "mme",  "mr",   "mrs",  "ms",   "msgr", "mt",   "mx",   "pfc",  "pres", "prof",
     "profs", "pvt", "rep",    "reps", "rev",  "secy", "sen",  "sens", "sgt",  "spc",  "spec", "st",   "ste",  "supt"});

constexpr std::array kNumbers = std::to_array<std::string_view>(
    {"art", "arts", "c",    "ch",    "chap", "cl", "eq", "ex",  "ext",  "fig", "figs", "no",  "nos",
     "op",  "p",    "para", "paras", "pp",   "pt", "rm", "sec", "secs", "tel", "ver",  "vol", "vols"});

constexpr std::array kDates = std::to_array<std::string_view>(
    {"apr", "aug", "dec",  "feb", "fri", "jan",  "jul",   "jun", "mar",  "mon", "nov", "oct",
     "sat", "sep", "sept", "sun", "thu", "thur", "thurs", "tue", "tues", "wed", "weds"});

constexpr std::array kPlaces = std::to_array<std::string_view>(
    {"ala",  "alta", "ariz", "ark",  "cal",  "calif", "colo", "conn", "del", "fla",  "ga",
     "ia",   "ill",  "ind",  "kan",  "kans", "ky",    "la",   "mass", "md",  "me",   "mich",
     "minn", "miss", "mo",   "mont", "neb",  "nebr",  "nev",  "okla", "ont", "ore",  "pa",
     "penn", "que",  "sask", "tenn", "tex",  "va",    "vt",   "wash", "wis", "wisc", "wyo"});

constexpr std::array kEnds = std::to_array<std::string_view>(
    {"a.d",  "a.m",   "al",   "assn", "ave",   "b.c", "b.sc", "bldg", "blvd", "bn",   "bros", "cie",   "co",
     "cont", "corp",  "d.c",  "dept", "esq",   "etc", "gmbh", "govt", "hr",   "hrs",  "hwy",  "inc",   "intl",
     "jr",   "l.l.c", "lb",   "lbs",  "llc",   "ltd", "m.d",  "m.sc", "mfg",  "mins", "mn",   "n.y.c", "oz",
     "p.m",  "ph",    "ph.d", "plc",  "r.i.p", "rd",  "s.a",  "sr",   "univ", "yr",   "yrs"});

constexpr std::array kInner =
    std::to_array<std::string_view>({"a.k.a", "approx", "attn", "ca",   "cf",   "e.g",  "eg", "esp", "est", "excl",
                                     "fwd",   "i.e",    "ie",   "incl", "orig", "resp", "v",  "viz", "vs",  "w.r.t"});

constexpr std::array kStarters = std::to_array<std::string_view>(
    {"a",         "about",   "above",     "according",  "across",      "after",        "again",     "against",
     "all",       "along",   "also",      "although",   "amid",        "among",        "an",        "and",
     "another",   "any",     "anyone",    "are",        "around",      "as",           "asked",     "at",
     "because",   "before",  "below",     "besides",    "between",     "beyond",       "both",      "but",
     "by",        "can",     "could",     "despite",    "did",         "didn't",       "do",        "does",
     "don't",     "during",  "each",      "earlier",    "even",        "every",        "everyone",  "few",
     "finally",   "first",   "for",       "from",       "furthermore", "given",        "had",       "has",
     "have",      "he",      "he's",      "hence",      "her",         "here",         "his",       "how",
     "however",   "i",       "i'm",       "i've",       "if",          "in",           "indeed",    "inside",
     "instead",   "is",      "it",        "it's",       "its",         "just",         "last",      "later",
     "let",       "let's",   "like",      "many",       "maybe",       "meanwhile",    "more",      "moreover",
     "most",      "much",    "my",        "neither",    "never",       "nevertheless", "no",        "nobody",
     "none",      "nor",     "not",       "nothing",    "now",         "of",           "on",        "once",
     "one",       "only",    "or",        "other",      "others",      "our",          "outside",   "over",
     "overall",   "perhaps", "please",    "previously", "several",     "she",          "she's",     "should",
     "similarly", "since",   "so",        "some",       "someone",     "something",    "sometimes", "soon",
     "still",     "such",    "than",      "thank",      "thanks",      "that",         "that's",    "the",
     "their",     "then",    "there",     "there's",    "therefore",   "these",        "they",      "they're",
     "this",      "those",   "though",    "through",    "thus",        "to",           "today",     "together",
     "under",     "unlike",  "until",     "was",        "we",          "we're",        "we've",     "well",
     "were",      "what",    "what's",    "when",       "where",       "whether",      "which",     "while",
     "who",       "whoever", "whose",     "why",        "will",        "with",         "within",    "without",
     "would",     "yes",     "yesterday", "yet",        "you",         "you're",       "your"});

constexpr std::array kSpeechVerbs = std::to_array<std::string_view>(
    {"acknowledged", "added",     "adds",      "admitted",   "advised",    "agreed",      "announced", "answered",
     "argued",       "argues",    "asked",     "asks",       "asserted",   "began",       "begged",    "blurted",
     "called",       "claimed",   "commented", "complained", "conceded",   "concluded",   "continued", "continues",
     "cried",        "declared",  "demanded",  "emphasized", "ended",      "exclaimed",   "explained", "explains",
     "gasped",       "howled",    "inquired",  "insisted",   "insists",    "interjected", "joked",     "jokes",
     "lamented",     "laughed",   "mused",     "muttered",   "noted",      "notes",       "observed",  "offered",
     "pleaded",      "pointed",   "posted",    "pressed",    "proclaimed", "promised",    "quipped",   "quoted",
     "read",         "reads",     "recalled",  "remarked",   "remembered", "repeated",    "replied",   "replies",
     "reported",     "responded", "responds",  "retorted",   "roared",     "said",        "says",      "screamed",
     "shot",         "shouted",   "shouts",    "sighed",     "snapped",    "stated",      "stressed",  "suggested",
     "tells",        "thought",   "thundered", "told",       "tweeted",    "tweets",      "urged",     "warned",
     "warns",        "whispered", "wondered",  "wonders",    "writes",     "wrote",       "yelled",    "yells"});

constexpr std::array kAfterTime = std::to_array<std::string_view>(
    {"apr",      "april",    "aug",      "august",   "bst",     "cdt",       "central",  "cet",    "cst",
     "ct",       "daylight", "dec",      "december", "eastern", "edt",       "est",      "et",     "feb",
     "february", "fri",      "friday",   "gmt",      "jan",     "january",   "jul",      "july",   "jun",
     "june",     "local",    "mar",      "march",    "may",     "mdt",       "mon",      "monday", "mountain",
     "mst",      "mt",       "nov",      "november", "oct",     "october",   "pacific",  "pdt",    "pst",
     "pt",       "sat",      "saturday", "sep",      "sept",    "september", "standard", "sun",    "sunday",
     "thu",      "thurs",    "thursday", "tue",      "tues",    "tuesday",   "utc",      "wed",    "wednesday"});

constexpr std::array kUnits = std::to_array<std::string_view>(
    {"am",  "b",  "bn",  "bps", "cm",   "ft", "g",   "gb",  "ghz", "gw",  "hp",  "hr",  "hrs",
     "hz",  "k",  "kb",  "kg",  "khz",  "km", "kmh", "kph", "kw",  "kwh", "lb",  "lbs", "m",
     "mb",  "mg", "mhz", "min", "mins", "ml", "mm",  "mn",  "mph", "mw",  "mwh", "oz",  "pc",
     "pct", "pm", "pp",  "sec", "secs", "t",  "tb",  "tn",  "trn", "yo",  "yr",  "yrs"});

constexpr std::array kPrefixes = std::to_array<std::string_view>(
    {"anti",   "arch", "co",    "counter", "cross", "e",     "ex",    "inter", "intra", "micro",
     "mid",    "mini", "multi", "neo",     "non",   "over",  "post",  "pre",   "pro",   "pseudo",
     "psycho", "re",   "semi",  "socio",   "sub",   "super", "trans", "ultra", "un",    "vice"});

constexpr std::array kFunctions = std::to_array<std::string_view>(
    {"a",    "about", "after", "all",   "also", "an",    "and",  "are", "as",   "at",   "be",   "been", "but",
     "by",   "can",   "could", "did",   "do",   "for",   "from", "had", "has",  "have", "he",   "her",  "his",
     "how",  "i",     "if",    "in",    "into", "is",    "it",   "its", "more", "my",   "no",   "not",  "of",
     "on",   "one",   "or",    "our",   "out",  "said",  "she",  "so",  "some", "than", "that", "the",  "their",
     "them", "then",  "there", "these", "they", "this",  "to",   "up",  "us",   "was",  "we",   "were", "what",
     "when", "which", "who",   "will",  "with", "would", "you",  "your"});

constexpr std::array kDomains =
    std::to_array<std::string_view>({"co", "com", "de", "edu", "eu", "fr", "gov", "info", "int", "io", "mil", "net",
                                     "org", "ru", "tv", "ua", "uk", "us"});

struct Contraction {
  std::string_view word;
  std::size_t cut;
};

constexpr std::array kContractions = std::to_array<Contraction>(
    {{"arent", 3},  {"cannot", 3},   {"cant", 2},    {"couldnt", 5}, {"didnt", 3},  {"doesnt", 4}, {"dont", 2},
     {"gonna", 3},  {"gotta", 3},    {"hadnt", 3},   {"hasnt", 3},   {"havent", 4}, {"im", 1},     {"isnt", 2},
     {"ive", 1},    {"shouldnt", 6}, {"thats", 4},   {"theres", 5},  {"theyre", 4}, {"wanna", 3},  {"wasnt", 3},
     {"werent", 4}, {"wont", 2},     {"wouldnt", 5}, {"youre", 3}});

static_assert(std::ranges::is_sorted(kTitles) && std::ranges::is_sorted(kNumbers) && std::ranges::is_sorted(kDates) &&
              std::ranges::is_sorted(kPlaces) && std::ranges::is_sorted(kEnds) && std::ranges::is_sorted(kInner) &&
              std::ranges::is_sorted(kStarters) && std::ranges::is_sorted(kSpeechVerbs) &&
              std::ranges::is_sorted(kAfterTime) && std::ranges::is_sorted(kUnits) &&
              std::ranges::is_sorted(kPrefixes) && std::ranges::is_sorted(kFunctions) &&
              std::ranges::is_sorted(kDomains) && std::ranges::is_sorted(kContractions, {}, &Contraction::word));

constexpr std::size_t kLongest = 16;  // no entry is longer

// The word in lower case with ’ made ', or nothing when it is too long to be in a list.
struct Key {
  std::array<char, kLongest> bytes{};
  std::size_t size = 0;

  explicit Key(std::string_view word) {
    if (word.size() > kLongest) return;
    for (std::size_t i = 0; i < word.size();) {
      const bool apostrophe = word.substr(i, 3) == "’";
      bytes[size++] = apostrophe ? '\'' : ascii_lower(word[i]);
      i += apostrophe ? 3 : 1;
    }
  }
  [[nodiscard]] std::string_view view() const { return {bytes.data(), size}; }
};

template <class List>
bool contains(const List& list, std::string_view word) {
  const Key key(word);
  return key.size > 0 && std::ranges::binary_search(list, key.view());
}

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

// U.S, a.k.a, W.Va: parts of one letter, or of two with a capital, with full stops between.
bool is_dotted(std::string_view word) {
  if (word.size() < 3 || word.size() > kLongest) return false;
  std::size_t parts = 0;
  for (std::size_t begin = 0; begin <= word.size(); ++parts) {
    const std::size_t end = std::min(word.find('.', begin), word.size());
    const std::string_view part = word.substr(begin, end - begin);
    const bool one = part.size() == 1 && ascii_alpha(part[0]);
    const bool two = part.size() == 2 && is_capital(part[0]) && ascii_alpha(part[1]);
    if (!one && !two) return false;
    begin = end + 1;
  }
  return parts > 1;
}

}  // namespace

Abbreviation abbreviation(std::string_view word) {
  if (word.empty() || word.size() > kLongest) return Abbreviation::none;
  const bool capital = is_capital(word[0]);
  if (contains(kInner, word)) return Abbreviation::inner;
  if (is_dotted(word) || contains(kEnds, word)) return Abbreviation::end;
  if (contains(kNumbers, word)) return Abbreviation::number;
  if (!capital) return Abbreviation::none;
  if (contains(kTitles, word)) return Abbreviation::title;
  if (contains(kDates, word)) return Abbreviation::date;
  return contains(kPlaces, word) ? Abbreviation::place : Abbreviation::none;
}

bool is_initial(std::string_view word) {
  const CodePoint c = decode(word, 0);
  return c.size > 0 && c.size == word.size() && kind_of(c.value) == Kind::upper;
}

bool starts_sentences(std::string_view word) { return contains(kStarters, word); }
bool is_speech_verb(std::string_view word) { return contains(kSpeechVerbs, word); }
bool follows_time(std::string_view word) { return contains(kAfterTime, word); }
bool is_unit(std::string_view word) { return contains(kUnits, word); }
bool is_prefix(std::string_view word) { return contains(kPrefixes, word); }
bool is_function_word(std::string_view word) { return contains(kFunctions, word); }
bool is_domain(std::string_view word) { return contains(kDomains, word); }

std::size_t contraction(std::string_view word) {
  // "Im" and "DONT" are rather names or shouting.
  if (word.empty() || (is_capital(word[0]) && (word.size() < 4 || is_capital(word[1])))) return 0;
  const Key key(word);
  const auto found = std::ranges::lower_bound(kContractions, key.view(), {}, &Contraction::word);
  return found != kContractions.end() && found->word == key.view() ? found->cut : 0;
}

}  // namespace sayso::text
