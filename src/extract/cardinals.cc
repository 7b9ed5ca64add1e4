#include "extract/cardinals.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>

#include "text/unicode.h"

namespace sayso::extract {
namespace {

struct Row {
  std::string_view word;
  double value;
};

// Every list is sorted (checked below).
constexpr auto kUnits = std::to_array<Row>(
    {{"eight", 8},    {"eighteen", 18}, {"eighty", 80}, {"eleven", 11},    {"fifteen", 15}, {"fifty", 50},
     {"five", 5},     {"forty", 40},    {"four", 4},    {"fourteen", 14},  {"nine", 9},     {"nineteen", 19},
     {"ninety", 90},  {"one", 1},       {"seven", 7},   {"seventeen", 17}, {"seventy", 70}, {"six", 6},
     {"sixteen", 16}, {"sixty", 60},    {"ten", 10},    {"thirteen", 13},  {"thirty", 30},  {"three", 3},
     {"twelve", 12},  {"twenty", 20},   {"two", 2}});

constexpr auto kScales = std::to_array<Row>({{"billion", 1e9},
                                             {"bln", 1e9},
                                             {"bn", 1e9},
                                             {"crore", 1e7},
                                             {"crores", 1e7},
                                             {"dozen", 12},
                                             {"hundred", 100},
                                             {"lakh", 1e5},
                                             {"lakhs", 1e5},
                                             {"million", 1e6},
                                             {"mln", 1e6},
                                             {"mn", 1e6},
                                             {"quadrillion", 1e15},
                                             {"thousand", 1e3},
                                             {"tn", 1e12},
                                             {"trillion", 1e12},
                                             {"trn", 1e12}});

// What follows figures without a blank: 350m. Elsewhere these letters are units.
constexpr auto kLetterScales = std::to_array<Row>({{"b", 1e9}, {"k", 1e3}, {"m", 1e6}});

constexpr auto kVague = std::to_array<Row>({{"billions", 1e9},
                                            {"dozens", 12},
                                            {"hundreds", 100},
                                            {"millions", 1e6},
                                            {"tens", 10},
                                            {"thousands", 1e3},
                                            {"trillions", 1e12}});

static_assert(std::ranges::is_sorted(kUnits, {}, &Row::word) && std::ranges::is_sorted(kScales, {}, &Row::word) &&
              std::ranges::is_sorted(kLetterScales, {}, &Row::word) && std::ranges::is_sorted(kVague, {}, &Row::word));

double find(const auto& list, std::string_view word) {
  const auto found = std::ranges::lower_bound(list, word, {}, &Row::word);
  return found != list.end() && found->word == word ? found->value : 0;
}

constexpr std::size_t kReach = 16;

/// Reads a number from its first token on, without regard to its size.
class CardinalReader {
 public:
  CardinalReader(const LowerWords& words, std::size_t first) : words_(words), first_(first), at_(first) {}

  std::optional<Cardinal> read() {
    if (read_some() || read_vague() || read_part_of_scale() || read_figures() || read_words()) {
      number_.last = at_;
      return number_;
    }
    return std::nullopt;
  }

 private:
  [[nodiscard]] std::string_view lower(std::size_t token) const {
    return token < first_ + kReach ? words_.lower(token) : std::string_view();
  }

  // several hundred · a couple of million
  bool read_some() {
    std::size_t at = lower(at_) == "a" ? at_ + 1 : at_;
    const std::string_view word = lower(at);
    if (word != "several" && word != "few" && word != "couple") return false;
    at += word == "couple" && lower(at + 1) == "of" ? 2 : 1;
    number_.value = number_.scale = find(kScales, lower(at));
    if (number_.value == 0) return false;
    number_.vague = true;
    at_ = at + 1;
    return true;
  }

  // dozens · tens of thousands · hundreds of millions
  bool read_vague() {
    number_.value = find(kVague, lower(at_));
    if (number_.value == 0) return false;
    number_.scale = number_.value;
    number_.vague = true;
    ++at_;
    for (double more = 0; lower(at_) == "of" && (more = find(kVague, lower(at_ + 1))) > 0; at_ += 2) {
      number_.value *= more;
      number_.scale = more;
    }
    return true;
  }

  // half a million · a quarter of a million
  bool read_part_of_scale() {
    std::size_t at = lower(at_) == "a" ? at_ + 1 : at_;
    const double part = lower(at) == "half" ? 0.5 : lower(at) == "quarter" ? 0.25 : 0;
    if (part == 0) return false;
    at += lower(at + 1) == "of" ? 2 : 1;
    if (lower(at) != "a") return false;
    const double scale = find(kScales, lower(at + 1));
    if (scale == 0) return false;
    number_.value = part * scale;
    number_.scale = scale;
    at_ = at + 2;
    return true;
  }

  bool read_figures() {
    const std::string_view word = lower(at_);
    const std::size_t end = std::min(word.find_first_not_of("0123456789.,"), word.size());
    const auto value = value_of_figures(word.substr(0, end));
    if (!value) return false;
    const double glued = end < word.size() ? find(kScales, word.substr(end)) : 1;  // 3.1billion
    if (glued == 0) return false;
    number_.figures = true;
    number_.value = *value * glued;
    number_.scale = glued;
    ++at_;
    if (words_.is_glued(at_)) take_scale(find(kLetterScales, lower(at_)), at_ + 1);
    read_scales();
    return true;
  }

  // two hundred and five thousand · a dozen · two and a half million
  bool read_words() {
    if (!begin_words()) return false;
    while (at_ < first_ + kReach && (add_unit() || add_scale())) continue;
    number_.value = total_ + group_;
    read_half();
    read_scales();
    return true;
  }

  bool begin_words() {
    if (lower(at_) == "a" && find(kScales, lower(at_ + 1)) > 0) {
      group_ = 1;
      ++at_;
      return true;
    }
    group_ = find(kUnits, lower(at_));
    tens_ = group_ >= 20;
    if (group_ > 0) ++at_;
    return group_ > 0;
  }

  // twenty|-five · two hundred| and five · two thousand| twenty
  bool add_unit() {
    std::size_t at = at_;
    if (tens_) {
      at += hyphen();
    } else if (number_.scale < 100) {
      return false;
    } else if (lower(at) == "and") {
      ++at;
    }
    const double unit = find(kUnits, lower(at));
    if (unit == 0 || (tens_ && unit >= 10)) return false;
    tens_ = !tens_ && unit >= 20;
    group_ += unit;
    number_.scale = 1;
    at_ = at + 1;
    return true;
  }

  // two| hundred · two hundred| thousand; scales above a thousand come in falling order
  bool add_scale() {
    const std::size_t at = at_ + hyphen();
    const double scale = find(kScales, lower(at));
    if (scale == 0 || group_ == 0 || group_ >= scale || scale >= above_) return false;
    if (scale <= 100) {
      group_ *= scale;
    } else {
      total_ += group_ * scale;
      above_ = scale;
      group_ = 0;
    }
    tens_ = false;
    number_.scale = scale;
    at_ = at + 1;
    return true;
  }

  [[nodiscard]] std::size_t hyphen() const { return lower(at_) == "-" && words_.is_glued(at_) ? 1 : 0; }

  // two | and a half million
  void read_half() {
    const bool hyphens = lower(at_) == "-" && lower(at_ + 2) == "-" && lower(at_ + 4) == "-";
    const std::size_t step = hyphens ? 2 : 1, at = hyphens ? at_ + 1 : at_;
    if (number_.scale > 1 || lower(at) != "and" || lower(at + step) != "a" || lower(at + 2 * step) != "half") return;
    number_.value += 0.5;
    at_ = at + 2 * step + 1;
  }

  void read_scales() {
    while (at_ < first_ + kReach) {
      const std::size_t at = at_ + hyphen();
      const double scale = find(kScales, lower(at));
      if (scale == 0) return;
      take_scale(scale, at + 1);
    }
  }

  void take_scale(double scale, std::size_t next) {
    if (scale == 0) return;
    number_.value *= scale;
    number_.scale = number_.scale > 1 ? number_.scale * scale : scale;
    at_ = next;
  }

  const LowerWords& words_;
  std::size_t first_, at_;
  Cardinal number_;
  double total_ = 0, group_ = 0;     // of words: what stands before a scale that is read, and after it
  double above_ = kLargestCardinal;  // the last scale above a hundred
  bool tens_ = false;                // ends with twenty, thirty, ...
};

}  // namespace

std::optional<double> value_of_figures(std::string_view figures) {
  const auto digit = [](char c) { return text::ascii_digit(c); };
  if (figures.empty() || !digit(figures.front()) || !digit(figures.back())) {
    return figures.size() > 1 && figures.front() == '.' && std::ranges::all_of(figures.substr(1), digit)
               ? value_of_figures("0" + std::string(figures))
               : std::nullopt;
  }
  const std::size_t last = figures.find_last_of(".,");
  std::size_t decimals = figures.size();  // where the decimal mark stands
  if (last != std::string_view::npos) {
    const char mark = figures[last], other = mark == '.' ? ',' : '.';
    const bool once = figures.find(mark) == last;
    const bool mixed = figures.find(other) != std::string_view::npos;
    if (mixed ? once : once && (mark == '.' || figures.size() - last != 4)) decimals = last;
  }
  std::string digits;
  std::size_t group = 0;
  char separator = 0;
  for (std::size_t i = 0; i < decimals; ++i) {
    if (digit(figures[i])) {
      digits += figures[i];
      ++group;
      continue;
    }
    // Groups of three, or, as in India, of two before the last.
    const bool first = separator == 0;
    if ((!first && (figures[i] != separator || group < 2)) || group > 3) return std::nullopt;
    separator = figures[i];
    group = 0;
  }
  if (separator != 0 && group != 3) return std::nullopt;
  if (decimals < figures.size()) {
    digits += '.';
    digits += figures.substr(decimals + 1);
  }
  double value = 0;
  const auto parsed = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (parsed.ec == std::errc::result_out_of_range) return 1e300;
  return value;
}

std::optional<Cardinal> read_cardinal(const LowerWords& words, std::size_t first) {
  auto number = CardinalReader(words, first).read();
  if (number && number->value >= kLargestCardinal) return std::nullopt;
  return number;
}

bool is_beyond_cardinals(const LowerWords& words, std::size_t first) {
  const auto number = CardinalReader(words, first).read();
  return number && number->value >= kLargestCardinal;
}

}  // namespace sayso::extract
