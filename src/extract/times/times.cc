#include "extract/times/times.h"

#include <algorithm>
#include <cstdlib>

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

std::vector<Candidate> candidates(std::string_view text, Terms& terms) {
  std::vector<Candidate> found;
  std::size_t first = 0, number = 0;
  for (const Span sentence : text::sentences(text)) {
    while (first < terms.size() && terms.at(first).span.begin < sentence.begin) ++first;
    std::size_t last = first;
    while (last < terms.size() && terms.at(last).span.begin < sentence.end) ++last;
    terms.limit(last);
    std::vector<Tense> tense;
    for (std::size_t at = first; at < last;) {
      auto matches = times_at(terms, at);
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
  terms.limit(terms.size());
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
    constexpr std::chrono::days kWeek{7};
    // "today" within a quotation is the day of speaking: the last that was named, if it is not long ago.
    if (quoted && published_ && context.day && *context.day <= *published_ && *published_ - *context.day <= kWeek) {
      context.speech = context.day;
    }
    return context;
  }

  void named(const Fields& fields) {
    const auto first = first_day(fields);
    if (!first) return;
    context_.focus = fields;
    if (fields.grain <= Grain::day) context_.day = first;
  }

 private:
  std::optional<Day> published_;
  Context context_;
};

/// Times of day take the day that their sentence names, also behind them: so they come after the dates of a sentence.
bool waits(const Expression& expression) { return expression.kind == Kind::clock && expression.inner.empty(); }

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
    if (resolved[i].fields && !in_quotes[i]) discourse.named(*resolved[i].fields);
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
  for (std::size_t i = 0; i < found.size(); ++i) {
    const Match& match = found[i].match;
    const Span span{terms.at(match.begin).span.begin, terms.at(match.end - 1).span.end};
    if (resolved[i].impossible) continue;
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
