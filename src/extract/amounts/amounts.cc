#include "extract/amounts/amounts.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "extract/amounts/approximations.h"
#include "extract/amounts/counted_nouns.h"
#include "extract/amounts/currencies.h"
#include "extract/cardinals.h"
#include "extract/lower_words.h"
#include "text/lexicon.h"
#include "text/unicode.h"

namespace sayso::extract {
namespace {

// Words before a number that make it a name ("Article 5") or a known group ("his two sons"). Both sorted.
constexpr auto kNumbered = std::to_array<std::string_view>(
    {"amendment", "article", "articles", "boeing",  "channel",   "chapter", "class",       "clause",   "day",
     "district",  "figure",  "flight",   "formula", "grade",     "highway", "interstate",  "level",    "no",
     "nos",       "number",  "page",     "pages",   "paragraph", "phase",   "proposition", "protocol", "resolution",
     "room",      "route",   "rule",     "section", "sections",  "stage",   "title",       "version",  "volume"});
constexpr auto kKnown = std::to_array<std::string_view>({"both", "final", "first", "her",   "his",  "its",      "last",
                                                         "my",   "next",  "other", "our",   "past", "previous", "same",
                                                         "the",  "their", "these", "those", "top",  "your"});

static_assert(std::ranges::is_sorted(kNumbered) && std::ranges::is_sorted(kKnown));

// A number with the currency before it.
struct Figure {
  Cardinal number;
  std::string currency;  ///< empty without one
  std::size_t first = 0;
};

struct Unit {
  std::string name;      ///< empty where there is none
  std::size_t last = 0;  ///< the token behind it
  bool counted = false;  ///< neither money nor percent
};

/// Reads the amounts that begin at a token.
class AmountReader {
 public:
  AmountReader(const LowerWords& words, std::vector<Amount>& amounts) : words_(words), amounts_(amounts) {}

  /// The token to go on with.
  std::size_t read(std::size_t first) {
    const bool between = words_.lower(first) == "between";
    const auto approximation = approximation_before(words_, first);
    const std::size_t at = between ? first + 1 : approximation ? approximation->last : first;
    const auto figure = read_figure(at);
    if (!figure) return first + 1;
    if (figure->currency.empty() && is_named(at)) return figure->number.last;
    if (const std::size_t last = read_range(first, *figure, approximation); last > 0) return last;
    if (between) return first + 1;
    return read_single(first, *figure, approximation);
  }

 private:
  [[nodiscard]] std::optional<Figure> read_figure(std::size_t first) const {
    const Currency currency = currency_before_number(words_, first);
    auto number = read_cardinal(words_, std::max(first, currency.last));
    if (!number) return std::nullopt;
    return Figure{*number, currency.unit, first};
  }

  // September 11, Article 5, F-16
  [[nodiscard]] bool is_named(std::size_t token) const {
    if (token == 0) return false;
    const std::string_view before = words_.lower(token - 1);
    const bool joined = words_.is_glued(token) && (before == "-" || before == "/" || before == "#" || before == "'");
    return joined || text::follows_time(before) || std::ranges::binary_search(kNumbered, before);
  }

  [[nodiscard]] Unit unit_behind(const Cardinal& number, std::size_t at) const {
    const std::size_t hyphen = words_.lower(at) == "-" && words_.is_glued(at) ? 1 : 0;
    const std::string_view word = words_.lower(at + hyphen);
    if (word == "%" || word == "percent" || word == "pct") return {"percent", at + hyphen + 1};
    if (word == "per" && words_.lower(at + hyphen + 1) == "cent") return {"percent", at + hyphen + 2};
    if (number.vague && word == "of") ++at;
    const Currency currency = currency_behind_number(words_, at, number.scale >= 1000);
    if (currency.last > 0) return {currency.unit, currency.last};
    CountedNoun noun = counted_noun(words_, at);
    return {std::move(noun.unit), noun.last, true};
  }

  // Whether a number of things is one that a text tells, not a year, a single thing or a group that is known.
  [[nodiscard]] bool tells(const Figure& figure, bool approximated) const {
    const Cardinal& number = figure.number;
    if (number.value <= 1) return false;
    if (approximated || number.scale > 1) return true;
    const bool four = number.last == figure.first + 1 && words_.at(figure.first).size() == 4;
    if (number.figures && four && number.value >= 1500 && number.value < 2100) return false;
    const std::string_view before = figure.first > 0 ? words_.lower(figure.first - 1) : std::string_view();
    return number.value >= 100 || !(std::ranges::binary_search(kKnown, before) || before == "'s" || before == "’s");
  }

  // Without the full stop that may end a sentence: "5 bn."
  [[nodiscard]] Span span(std::size_t first, std::size_t last) const {
    Span span = words_.span(first, last);
    if (words_.at(last - 1).ends_with('.')) --span.end;
    return span;
  }

  std::size_t read_single(std::size_t first, const Figure& figure, std::optional<Approximation> approximation) {
    const Cardinal& number = figure.number;
    // "over two islands" is about the islands
    if (approximation && approximation->has_other_uses && !number.figures && number.value < 10) approximation.reset();
    if (!approximation) first = figure.first;
    std::size_t at = number.last;
    const auto behind = approximation_behind(words_, at);
    if (behind) at = behind->last;
    Unit unit = figure.currency.empty() ? unit_behind(number, at) : Unit{figure.currency, at};
    if (unit.name.empty() || (unit.counted && !tells(figure, approximation || behind))) return number.last;
    Amount amount{number.value, 0, std::move(unit.name), {}, span(first, unit.last)};
    if (approximation) {
      amount.mod = approximation->mod;
    } else if (behind) {
      amount.mod = behind->mod;
    } else if (number.vague) {
      amount.mod = TimeModifier::more_than;
    }
    amounts_.push_back(std::move(amount));
    return unit.last;
  }

  // The token behind the word between the ends of a range, or 0.
  [[nodiscard]] std::size_t range_sign(std::size_t first, std::size_t at) const {
    const std::string_view word = words_.lower(at);
    if (words_.lower(first) == "between") return word == "and" ? at + 1 : 0;
    if (word == "to" || word == "or") return at + 1;
    const bool dash = word == "-" || word == "–" || word == "—";
    return dash && words_.is_glued(at) && words_.is_glued(at + 1) ? at + 1 : 0;
  }

  // "5 to 10 million euros", "between $5 and $10": one amount; "from 5 to 10": two. The token behind it, or 0.
  std::size_t read_range(std::size_t first, const Figure& low, const std::optional<Approximation>& approximation) {
    std::size_t sign = range_sign(first, low.number.last);
    Unit own;  // of the lower end: 5 percent to 7 percent
    if (sign == 0 && low.currency.empty()) {
      own = unit_behind(low.number, low.number.last);
      if (!own.name.empty()) sign = range_sign(first, own.last);
    }
    if (sign == 0) return 0;
    const auto high = read_figure(sign);
    if (!high || low.number.vague || high->number.vague) return 0;
    Unit unit =
        high->currency.empty() ? unit_behind(high->number, high->number.last) : Unit{high->currency, high->number.last};
    if (unit.name.empty() && !low.currency.empty()) unit = {low.currency, high->number.last};
    if (!low.currency.empty() && unit.counted) unit = {low.currency, high->number.last};  // $5 to 10 million more
    if (unit.name.empty() || (!own.name.empty() && own.name != unit.name)) return 0;
    if (!low.currency.empty() && low.currency != unit.name) return 0;
    double from = low.number.value;
    if (low.number.scale == 1 && from < high->number.value / high->number.scale) from *= high->number.scale;
    if (from >= high->number.value) return 0;
    if (unit.counted && !tells(*high, approximation.has_value())) return 0;
    if (words_.lower(sign - 1) == "to" && low.first > 0 && words_.lower(low.first - 1) == "from") {
      const std::size_t low_end = own.name.empty() ? low.number.last : own.last;
      amounts_.push_back({from, 0, unit.name, {}, span(low.first, low_end)});
      amounts_.push_back({high->number.value, 0, unit.name, {}, span(high->first, unit.last)});
      return unit.last;
    }
    const bool whole = approximation || words_.lower(first) == "between";
    Amount amount{from, high->number.value, unit.name, {}, span(whole ? first : low.first, unit.last)};
    if (approximation) amount.mod = approximation->mod;
    amounts_.push_back(std::move(amount));
    return unit.last;
  }

  const LowerWords& words_;
  std::vector<Amount>& amounts_;
};

}  // namespace

std::vector<Amount> find_amounts(std::string_view text, const std::vector<text::Token>& tokens) {
  const LowerWords lower(text, tokens);
  std::vector<Amount> amounts;
  AmountReader reader(lower, amounts);
  for (std::size_t i = 0; i < lower.size();) i = reader.read(i);
  return amounts;
}

bool has_number_too_large(std::string_view text, const std::vector<text::Token>& tokens) {
  const LowerWords lower(text, tokens);
  for (std::size_t i = 0; i < lower.size(); ++i) {
    if (is_beyond_cardinals(lower, i)) return true;
  }
  return false;
}

}  // namespace sayso::extract
