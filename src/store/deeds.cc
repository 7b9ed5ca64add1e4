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

struct Word {
  Span span;           ///< in the text
  std::string folded;  ///< a negation as it is written
  bool capital = false;
};

std::vector<Word> words_in(std::string_view text, const Span& sentence) {
  std::vector<Word> words;
  for (const text::Token& token : text::tokens(words_of(text, sentence))) {
    Word& word = words.emplace_back();
    word.span = {sentence.begin + token.span.begin, sentence.begin + token.span.end};
    const std::string_view written = words_of(text, word.span);
    std::string folded = lexicon::words_of_name(written).folded;
    word.folded = is_negation(written) || folded.empty() ? std::string(written) : std::move(folded);
    word.capital = text::kind_of(text::decode(written, 0).value) == text::Kind::upper;
  }
  return words;
}

/// Whether one of the words from `first` on that may be the verb tells something past.
bool tells_past(const std::vector<Word>& words, std::size_t first) {
  const std::size_t last = std::min(words.size(), first + kNear);
  for (std::size_t i = first; i < last; ++i) {
    if (is_past(words[i].folded)) return true;
  }
  return false;
}

/// Somebody who may have done what the words behind the name tell.
struct Subject {
  std::int64_t name = 0;  ///< hash of the last word
  std::size_t after = 0;  ///< the first word behind it
};

/// Of the actors whom a sentence mentions, and of each word with a capital: a record has no actors that only do things.
std::vector<Subject> subjects_in(const Record& record, const std::vector<Word>& words, const Span& sentence) {
  std::vector<Subject> subjects;
  const auto add = [&](std::int64_t name, std::size_t after) {
    const bool there = std::any_of(subjects.begin(), subjects.end(),
                                   [&](const Subject& each) { return each.name == name && each.after == after; });
    if (!there && subjects.size() < kMostSubjects) subjects.push_back({name, after});
  };
  const auto index_behind = [&](std::size_t byte) {
    const auto next =
        std::find_if(words.begin(), words.end(), [&](const Word& word) { return word.span.begin >= byte; });
    return static_cast<std::size_t>(next - words.begin());
  };
  for (const Actor& actor : record.actors) {
    for (const ActorMention& mention : actor.mentions) {
      if (mention.span.empty() || !sentence.contains(mention.span)) continue;
      const std::size_t after = index_behind(mention.span.end);
      if (!tells_past(words, after)) continue;
      add(hash_of_name(std::string_view(actor.name).substr(actor.name.rfind(' ') + 1)), after);
    }
  }
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].capital && tells_past(words, i + 1)) add(hash_of_name(words[i].folded), i + 1);
  }
  return subjects;
}

/// The stage that words from `first` to before `last` tell.
std::optional<Stage> stage_of(const std::vector<Word>& words, std::size_t first, std::size_t last) {
  bool failed = false, past = false;
  for (std::size_t i = first; i < last; ++i) {
    const std::string& word = words[i].folded;
    const bool before_to = i + 1 < last && words[i + 1].folded == "to";
    if (is_negation(word) || holds(kToCome, word) || (before_to && holds(kToComeBeforeTo, word))) {
      // "the plan to pay failed" has come to its end.
      if (word != "plan") return std::nullopt;
      continue;
    }
    const bool gave_up = i > first && word == "up" && (words[i - 1].folded == "given" || words[i - 1].folded == "gave");
    failed = failed || gave_up || holds(kFailed, word);
    past = past || is_past(word);
  }
  if (failed) return Stage::failed;
  return past ? std::optional(Stage::done) : std::nullopt;
}

/// The words of meaning of what is told as past near its subject, one by one.
std::vector<MatterWord> past_words(const std::vector<Word>& words, std::size_t first, const Matters& matters) {
  std::vector<MatterWord> past;
  for (std::size_t i = first; i < std::min(words.size(), first + kNear); ++i) {
    if (!is_past(words[i].folded)) continue;
    for (const MatterWord& word : matters.of({words[i].span}, false, {})) past.push_back(word);
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
  const std::vector<Word> words = words_in(sentence, {0, sentence.size()});
  return stage_of(words, 0, words.size());
}

Status link_deeds(Database& database, const Record& record, const Matters& matters, std::int64_t document,
                  std::int64_t first) {
  for (const Span& sentence : text::sentences(record.document.text)) {
    if (sentence.size() > kLongest) continue;
    const std::vector<Word> words = words_in(record.document.text, sentence);
    for (const Subject& subject : subjects_in(record, words, sentence)) {
      const std::size_t last = std::min(words.size(), subject.after + kReach);
      Claim claim;
      claim.stage = stage_of(words, subject.after, last);
      if (!claim.stage) continue;
      claim.name.last = subject.name;
      claim.day = published_day(record);
      const Span told{words[subject.after].span.begin, words[last - 1].span.end};
      claim.words = words_of_actor(matters.of({told}, false, {}), subject.name);
      const auto past = words_of_actor(past_words(words, subject.after, matters), subject.name);
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
