#include "extract/times/times.h"

#include <algorithm>
#include <cstdlib>

#include "extract/times/day_clock.h"
#include "extract/times/grammar.h"
#include "extract/times/ranges.h"
#include "extract/times/resolve.h"
#include "extract/times/tense.h"
#include "text/quotes.h"
#include "text/sentences.h"

namespace sayso::extract {
namespace {

using Kind = Expression::Kind;

/// A match with its sentence's tense and place.
struct Candidate {
  Match match;
  Tense tense = Tense::unknown;
  std::size_t sentence = 0;
};

/// A day, or a part of one: hours behind it belong to it.
bool tells_day(const Expression& expression) {
  const bool part = expression.kind == Kind::clock && expression.fields.hour < 0 && !expression.inner.empty();
  return part || is_day(expression);
}

/// Whether a term may begin a time at all: most terms of a text cannot.
bool may_begin(const Terms& terms, std::size_t at) {
  const auto hopeful = [&](std::size_t i) {
    const std::string_view word = terms.word(i);
    if (word.empty()) return false;
    const bool number = word.find_first_of("0123456789") != std::string_view::npos;
    return number || !terms.at(i).meanings.empty() || begins_holiday(word);
  };
  if (!hopeful(at)) return false;
  const bool determiner = one_of(terms.word(at), {"the", "a", "an", "its", "their", "his", "her", "our"});
  return !determiner || hopeful(at + 1);
}

std::vector<Candidate> candidates(std::string_view text, Terms& terms) {
  std::vector<Candidate> found;
  std::size_t first = 0, number = 0;
  for (const Span sentence : text::sentences(text)) {
    while (first < terms.size() && terms.at(first).span.begin < sentence.begin) ++first;
    std::size_t last = first;
    while (last < terms.size() && terms.at(last).span.begin < sentence.end) ++last;
    terms.limit(first, last);
    std::vector<Tense> tense;
    for (std::size_t at = first; at < last;) {
      if (!may_begin(terms, at)) {
        ++at;
        continue;
      }
      const bool near = !found.empty() && found.back().sentence == number && found.back().match.end + 1 >= at &&
                        tells_day(found.back().match.expression);
      auto matches = times_at(terms, at, near ? &found.back().match.expression : nullptr);
      if (matches.empty()) {
        ++at;
        continue;
      }
      if (tense.empty()) tense = tenses(terms, first, last);
      for (Match& match : matches) {
        at = std::max(at + 1, match.end);
        const Tense here = tense[match.begin - first];
        found.push_back({std::move(match), here, number});
      }
    }
    first = last;
    ++number;
  }
  terms.limit(0, terms.size());
  return found;
}

/// Whether a text tells history: years named outright, far from the day of publication, and hardly a "yesterday".
bool tells_history(const std::vector<Candidate>& found, std::optional<Day> published) {
  constexpr int kEnough = 4, kTimes = 3, kFar = 2;
  const int year = published ? *fields_at(*published, Grain::year).year : 0;
  int named = 0, deictic = 0;
  for (const Candidate& candidate : found) {
    const Expression& expression = candidate.match.expression;
    if (expression.kind == Kind::named && expression.fields.year &&
        (!published || std::abs(*expression.fields.year - year) >= kFar)) {
      ++named;
    } else if ((expression.kind == Kind::unit && expression.relation <= Relation::next &&
                expression.relation != Relation::none) ||
               (expression.kind == Kind::offset && expression.anchor == Anchor::speech) ||
               (expression.kind == Kind::named && expression.fields.weekday > 0 && expression.fields.month == 0)) {
      ++deictic;
    }
  }
  return named >= kEnough && named > kTimes * deictic;
}

/// Keeps what the expressions of a text have named so far.
class Discourse {
 public:
  Discourse(std::optional<Day> published, bool history) : published_(published) {
    context_.speech = published;
    context_.narrative = history;
  }

  [[nodiscard]] Context context(Tense tense, bool quoted) const {
    Context context = context_;
    context.tense = tense;
    // "today" within a quotation is the day of speaking: the last that was named, if it is not long ago.
    if (quoted && context.recent) context.speech = context.recent;
    return context;
  }

  /// Takes note of a time that was named. One counted back from another leads nowhere: "a year earlier".
  void named(const Expression& expression, const Fields& fields) {
    const auto first = first_day(fields);
    if (!first) return;
    if (expression.kind == Kind::offset && expression.sign < 0 && expression.anchor != Anchor::speech) return;
    context_.focus = fields;
    constexpr std::chrono::days kWeek{7};
    if (fields.grain <= Grain::day) context_.day = first;
    if (fields.grain <= Grain::day && published_ && *first <= *published_ && *published_ - *first <= kWeek)
      context_.recent = first;
    if (moves_story(fields)) context_.story = fields;
  }

 private:
  /// A year alone is a leap aside where it is far from the story, and tells nothing new where it is the story's.
  [[nodiscard]] bool moves_story(const Fields& fields) const {
    constexpr int kFar = 4;
    if (!context_.story || fields.grain < Grain::year) return true;
    if (fields.grain > Grain::year) return false;
    const int years = std::abs(*fields.year - *context_.story->year);
    return years > 0 && years < kFar;
  }

  std::optional<Day> published_;
  Context context_;
};

/// Times of day take the day that their sentence names, also behind them: so they come after the dates of a sentence.
bool waits(const Expression& expression) { return expression.kind == Kind::clock && expression.inner.empty(); }

/// How many expressions stand in one another.
int depth(const Expression& expression) {
  int deepest = 0;
  for (const Expression& inner : expression.inner) deepest = std::max(deepest, depth(inner));
  return deepest + 1;
}

/// Whether two times are the ends of a range: "from May to September", "Oct. 2 - Oct. 22".
bool is_range(const Terms& terms, const Candidate& first, const Candidate& second) {
  const std::size_t link = first.match.end;
  if (first.sentence != second.sentence || second.match.begin != link + 1) return false;
  const bool between = first.match.begin > 0 && one_of(terms.word(first.match.begin - 1), {"between"});
  return one_of(terms.word(link), {"to", "-", "–", "—", "until", "till", "through"}) ||
         (between && terms.is(link, "and"));
}

/// A range does not end before it begins: where the year of an end was chosen, it is the one that makes it so.
void put_in_order(const Expression& first, const Expression& second, Resolved& from, Resolved& to) {
  const auto open = [](const Expression& expression, const Resolved& resolved) {
    return expression.kind == Kind::named && !expression.fields.year && expression.fields.month > 0 &&
           resolved.fields && resolved.fields->year;
  };
  const bool weekday =
      second.kind == Kind::named && second.fields.weekday > 0 && second.fields.month == 0 && second.fields.day == 0;
  if (weekday && from.fields && to.fields && from.fields->grain == Grain::day &&
      first_day(*from.fields) > first_day(*to.fields) && first_day(*to.fields)) {
    to.fields = fields_at(*first_day(*to.fields) + std::chrono::days(7), Grain::day);
    to.value = timex_value(*to.fields);
  }
  if (!open(first, from) || !to.fields) return;
  const auto begin = first_day(*from.fields), end = last_day(*to.fields);
  constexpr std::chrono::days kYear{365};
  if (!begin || !end) return;
  Resolved& chosen = *begin > *end && open(second, to) && *begin - *end < kYear / 2 ? to : from;
  int years = 0;
  if (*begin > *end) years = &chosen == &to ? 1 : -1;
  if (*end - *begin > kYear && open(second, to)) years = 1;
  if (years == 0) return;
  chosen.fields->year = *chosen.fields->year + years;
  if (can_exist(*chosen.fields)) chosen.value = timex_value(*chosen.fields);
}

/// Which candidates stand within a quotation.
std::vector<bool> quoted(std::string_view text, const Terms& terms, const std::vector<Candidate>& found) {
  const auto quotes = text::quote_regions(text);
  std::vector<bool> result(found.size());
  auto quote = quotes.begin();
  for (std::size_t i = 0; i < found.size(); ++i) {
    const std::size_t begin = terms.at(found[i].match.begin).span.begin;
    while (quote != quotes.end() && quote->span.end <= begin) ++quote;
    result[i] = quote != quotes.end() && quote->span.begin <= begin;
  }
  return result;
}

}  // namespace

FoundTimes find_times(std::string_view text, const std::vector<text::Token>& tokens, std::string_view published) {
  FoundTimes result;
  Terms terms(text, tokens);
  const std::vector<Candidate> found = candidates(text, terms);
  const std::optional<Day> day = day_of(published);
  Discourse discourse(day, tells_history(found, day));
  std::vector<Resolved> resolved(found.size());
  const std::vector<bool> in_quotes = quoted(text, terms, found);
  const auto read = [&](std::size_t i) {
    resolved[i] = resolve(found[i].match.expression, discourse.context(found[i].tense, in_quotes[i]));
    if (resolved[i].fields && !in_quotes[i]) discourse.named(found[i].match.expression, *resolved[i].fields);
  };
  for (std::size_t begin = 0; begin < found.size();) {
    std::size_t end = begin;
    while (end < found.size() && found[end].sentence == found[begin].sentence) ++end;
    for (std::size_t i = begin; i < end; ++i) {
      if (!waits(found[i].match.expression)) read(i);
    }
    for (std::size_t i = begin; i < end; ++i) {
      if (waits(found[i].match.expression)) read(i);
    }
    begin = end;
  }
  for (std::size_t i = 0; i + 1 < found.size(); ++i) {
    if (is_range(terms, found[i], found[i + 1]))
      put_in_order(found[i].match.expression, found[i + 1].match.expression, resolved[i], resolved[i + 1]);
  }
  for (std::size_t i = 0; i < found.size(); ++i) {
    const Match& match = found[i].match;
    const Span span{terms.at(match.begin).span.begin, terms.at(match.end - 1).span.end};
    if (resolved[i].impossible) {
      result.notes.push_back(
          {Code::note_impossible_date, "no such day, so no time was made of it: " + std::string(span.of(text))});
      continue;
    }
    if (depth(match.expression) >= kDeepest) {
      result.notes.push_back(
          {Code::note_nested_time,
           "a time counted from others more than " + std::to_string(kDeepest) + " deep: only its last part was read"});
    }
    Time time;
    time.id = "t" + std::to_string(result.times.size() + 1);
    time.type = resolved[i].type;
    time.value = resolved[i].value;
    time.mod = resolved[i].mod;
    time.quant = match.expression.quant;
    time.freq = match.expression.freq;
    time.span = span;
    result.times.push_back(std::move(time));
  }
  return result;
}

}  // namespace sayso::extract
