#include "store/deeds.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "lexicon/words.h"
#include "record/enum_names.h"
#include "record/passage.h"
#include "store/claims.h"
#include "store/word_classes.h"
#include "text/sentences.h"
#include "text/tokens.h"
#include "text/unicode.h"

namespace sayso::store {
namespace {

constexpr double kTold = 0.65;             // of the words of an entry stand in the sentence
constexpr std::size_t kLongest = 600;      // bytes of a sentence
constexpr std::size_t kMostSubjects = 12;  // of a sentence
constexpr std::size_t kReach = 16;         // tokens behind a subject that are looked at
constexpr std::size_t kMostLinks = 4;      // of a subject: the same is promised more than once
constexpr std::size_t kNear = 5;           // of these, those that may be its verb

/// Words after which something is yet to come.
constexpr auto kToCome = std::to_array<std::string_view>(
    {"'ll",   "aim",    "aims",    "could", "due",   "expected", "expects", "hope",    "hopes",
     "if",    "intend", "intends", "may",   "might", "must",     "plan",    "planned", "plans",
     "shall", "should", "want",    "wants", "will",  "wo",       "would"});
/// The same before "to".
constexpr auto kToComeBeforeTo =
    std::to_array<std::string_view>({"able", "agreed", "asked", "decided", "going", "offered", "pledged", "promised",
                                     "ready", "refused", "urged", "vowed"});
constexpr auto kFailed = std::to_array<std::string_view>(
    {"abandoned", "cancelled", "canceled", "collapsed", "dropped", "failed", "reneged", "scrapped", "shelved"});
/// Past forms that do not end in -ed.
constexpr auto kPast = std::to_array<std::string_view>(
    {"began", "bought", "broke", "brought", "built", "came",     "cut",       "gave", "given", "held",
     "kept",  "left",   "lost",  "made",    "met",   "paid",     "put",       "rose", "sent",  "shut",
     "sold",  "spent",  "taken", "took",    "went",  "withdrew", "withdrawn", "won"});

template <std::size_t N>
bool holds(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_past(std::string_view word) {
  constexpr std::size_t kShortest = 5;
  return holds(kPast, word) || (word.size() >= kShortest && word.ends_with("ed"));
}

std::vector<std::string> words_in(std::string_view sentence) {
  std::vector<std::string> words;
  for (const text::Token& token : text::tokens(sentence)) {
    const std::string_view written = words_of(sentence, token.span);
    std::string folded = lexicon::words_of_name(written).folded;
    words.push_back(is_negation(written) || folded.empty() ? std::string(written) : std::move(folded));
  }
  return words;
}

/// Somebody who may have done what the words behind the name tell.
struct Subject {
  std::int64_t name = 0;  ///< hash of the last word
  std::size_t end = 0;    ///< byte where the mention ends
};

/// Of the actors whom a sentence mentions, and of each word with a capital: a record has no actors that only do things.
std::vector<Subject> subjects_in(const Record& record, const Span& sentence) {
  std::vector<Subject> subjects;
  const auto add = [&subjects](std::int64_t name, std::size_t end) {
    const bool there = std::any_of(subjects.begin(), subjects.end(),
                                   [&](const Subject& each) { return each.name == name && each.end == end; });
    if (!there && subjects.size() < kMostSubjects) subjects.push_back({name, end});
  };
  for (const Actor& actor : record.actors) {
    const std::int64_t name = hash_of_name(std::string_view(actor.name).substr(actor.name.rfind(' ') + 1));
    for (const ActorMention& mention : actor.mentions) {
      if (sentence.contains(mention.span) && !mention.span.empty()) add(name, mention.span.end);
    }
  }
  const std::string_view text = words_of(record.document.text, sentence);
  for (const text::Token& token : text::tokens(text)) {
    const std::string_view word = words_of(text, token.span);
    if (text::kind_of(text::decode(word, 0).value) == text::Kind::upper) {
      add(hash_of_name(word), sentence.begin + token.span.end);
    }
  }
  return subjects;
}

/// What is told of a subject: the words behind it, to the end of the sentence or some way. Nothing where none of the
/// first tells something past.
std::optional<Span> predicate(const Record& record, const Subject& subject, const Span& sentence) {
  const Span rest{subject.end, sentence.end};
  const std::string_view text = words_of(record.document.text, rest);
  std::size_t count = 0, end = 0;
  bool past = false;
  for (const text::Token& token : text::tokens(text)) {
    if (++count > kReach) break;
    end = token.span.end;
    const std::string word = lexicon::words_of_name(words_of(text, token.span)).folded;
    past = past || (count <= kNear && is_past(word));
  }
  return past ? std::optional(Span{rest.begin, rest.begin + end}) : std::nullopt;
}

/// The words of meaning of what a predicate tells as past, near its subject, one by one.
std::vector<MatterWord> past_words(const Record& record, const Span& predicate, const Matters& matters) {
  std::vector<MatterWord> past;
  const std::string_view text = words_of(record.document.text, predicate);
  std::size_t count = 0;
  for (const text::Token& token : text::tokens(text)) {
    if (++count > kNear) break;
    if (!is_past(lexicon::words_of_name(words_of(text, token.span)).folded)) continue;
    const Span place{predicate.begin + token.span.begin, predicate.begin + token.span.end};
    for (const MatterWord& word : matters.of({place}, false, {})) past.push_back(word);
  }
  return past;
}

/// `past`: of these words the entry must have one, where it was done.
Status link_sentence(Database& database, const Claim& claim, const std::vector<MatterWord>& past, const Span& sentence,
                     std::int64_t document, std::int64_t first) {
  if (claim.stage == Stage::done && past.empty()) return Done{};
  const auto others = related(database, Sort::entries, claim, first,
                              {kTold, 0, claim.stage == Stage::done ? past : std::vector<MatterWord>()});
  if (!others.ok()) return others.error();
  const auto insert = database.prepared(
      "INSERT OR IGNORE INTO deed_link(entry, document, begin, end, stage, confidence) VALUES(?1, ?2, ?3, ?4, ?5, ?6)");
  if (!insert.ok()) return insert.error();
  std::size_t linked = 0;
  for (const Related& other : *others) {
    const bool bound = other.claim.stage && *other.claim.stage < Stage::delivered;
    const bool later = claim.day == kNoDay || other.claim.day == kNoDay || claim.day >= other.claim.day;
    if (!bound || !later || other.common.opposed > 0 || !other.same_actor) continue;
    if (++linked > kMostLinks) break;
    auto status = (*insert)
                      ->with(other.claim.fact, document, static_cast<std::int64_t>(sentence.begin),
                             static_cast<std::int64_t>(sentence.end), name_of(*claim.stage), other.likeness)
                      .run();
    if (!status.ok()) return status;
  }
  return Done{};
}

}  // namespace

std::optional<Stage> told_stage(std::string_view sentence) {
  const std::vector<std::string> words = words_in(sentence);
  bool failed = false, past = false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool before_to = i + 1 < words.size() && words[i + 1] == "to";
    if (is_negation(words[i]) || holds(kToCome, words[i]) || (before_to && holds(kToComeBeforeTo, words[i]))) {
      // "the plan to pay failed" has come to its end.
      if (words[i] != "plan") return std::nullopt;
      continue;
    }
    const bool gave_up = i > 0 && words[i] == "up" && (words[i - 1] == "given" || words[i - 1] == "gave");
    failed = failed || gave_up || holds(kFailed, words[i]);
    past = past || is_past(words[i]);
  }
  if (failed) return Stage::failed;
  return past ? std::optional(Stage::done) : std::nullopt;
}

Status link_deeds(Database& database, const Record& record, const Matters& matters, std::int64_t document,
                  std::int64_t first) {
  for (const Span& sentence : text::sentences(record.document.text)) {
    if (sentence.size() > kLongest) continue;
    for (const Subject& subject : subjects_in(record, sentence)) {
      const auto told = predicate(record, subject, sentence);
      if (!told) continue;
      Claim claim;
      claim.stage = told_stage(words_of(record.document.text, *told));
      if (!claim.stage) continue;
      claim.name.last = subject.name;
      claim.day = published_day(record);
      claim.words = words_of_actor(matters.of({*told}, false, {}), subject.name);
      const auto past = words_of_actor(past_words(record, *told, matters), subject.name);
      auto status = link_sentence(database, claim, past, sentence, document, first);
      if (!status.ok()) return status;
    }
  }
  return Done{};
}

Status remove_deeds(Database& database, std::int64_t document) {
  const auto remove = database.prepared("DELETE FROM deed_link WHERE document = ?1");
  if (!remove.ok()) return remove.error();
  return (*remove)->with(document).run();
}

}  // namespace sayso::store
