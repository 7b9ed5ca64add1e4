#include "extract/times/numbers.h"

#include <cstdlib>
#include <string>

#include "text/unicode.h"

namespace sayso::extract {
namespace {

using text::ascii_digit;

constexpr double kGreatest = 1e12;

/// 1,200 and 3.5; nothing for anything else.
std::optional<double> written_number(std::string_view word) {
  if (word.empty() || word.size() > 16 || !ascii_digit(word.front())) return std::nullopt;
  std::string plain;
  bool stop = false;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const char c = word[i];
    if (c == ',') {  // before three digits
      if (stop || i + 3 >= word.size() || (i + 4 < word.size() && ascii_digit(word[i + 4]))) return std::nullopt;
    } else if (c == '.') {
      if (stop) return std::nullopt;
      stop = true;
      plain += c;
    } else if (ascii_digit(c)) {
      plain += c;
    } else {
      return std::nullopt;
    }
  }
  return std::strtod(plain.c_str(), nullptr);
}

/// ½, ¼, ¾ or 1/2.
std::optional<double> fraction(std::string_view word) {
  if (word == "½") return 0.5;
  if (word == "¼") return 0.25;
  if (word == "¾") return 0.75;
  const Groups parts = groups_of(word, '/');
  if (parts.count != 2 || parts.value[1] == 0 || parts.value[0] >= parts.value[1] || parts.width[1] > 1)
    return std::nullopt;
  return static_cast<double>(parts.value[0]) / parts.value[1];
}

bool small(const Terms& terms, std::size_t at) { return terms.value(at, WordClass::cardinal).value_or(100) < 100; }

/// Words below a hundred: "six", "twenty", "twenty-six", "twenty six".
std::optional<Number> tens_at(const Terms& terms, std::size_t at) {
  if (!small(terms, at)) return std::nullopt;
  const int value = *terms.value(at, WordClass::cardinal);
  const std::size_t next = terms.is(at + 1, "-") ? at + 2 : at + 1;
  const int ones = terms.value(next, WordClass::cardinal).value_or(0);
  if (value >= 20 && value % 10 == 0 && ones >= 1 && ones <= 9) {
    return Number{static_cast<double>(value + ones), next + 1};
  }
  return Number{static_cast<double>(value), at + 1};
}

/// Words from "one" to "two hundred and six thousand and one".
std::optional<Number> words_at(const Terms& terms, std::size_t at) {
  double total = 0, group = 0;
  std::size_t end = at;
  const auto scale = [&](std::size_t i) {
    return small(terms, i) ? 0 : terms.value(i, WordClass::cardinal).value_or(0);
  };
  if (terms.is(at, "a") && scale(at + 1) > 0) {
    group = 1;
    end = at + 1;
  }
  while (end - at < 16) {
    std::size_t next = end;
    if (next > at && terms.is(next, "and")) ++next;
    if (const int by = scale(next); by > 0 && next == end) {
      if (by == 100) {
        group = (group > 0 ? group : 1) * 100;
      } else {
        total += (group > 0 ? group : 1) * by;
        group = 0;
      }
      end = next + 1;
    } else if (const auto tens = tens_at(terms, next);
               tens && (end == at ||
                        (total + group >= 100 && group < tens->value + 900 && static_cast<long>(group) % 100 == 0))) {
      group += tens->value;
      end = tens->end;
    } else {
      break;
    }
  }
  if (end == at || (total == 0 && group == 0 && !terms.is(at, "zero"))) return std::nullopt;
  return Number{total + group, end};
}

}  // namespace

Groups groups_of(std::string_view word, char mark) {
  Groups groups;
  for (const char c : word) {
    if (ascii_digit(c)) {
      if (groups.count == 0) groups.count = 1;
      int& value = groups.value[groups.count - 1];
      if (++groups.width[groups.count - 1] > 6) return {};
      value = value * 10 + (c - '0');
    } else if (c == mark && groups.count > 0 && groups.count < 4 && groups.width[groups.count - 1] > 0) {
      ++groups.count;
    } else {
      return {};
    }
  }
  if (groups.count > 0 && groups.width[groups.count - 1] == 0) return {};
  return groups;
}

std::optional<int> digits_at(const Terms& terms, std::size_t at) {
  const std::string_view word = terms.word(at);
  if (word.empty() || word.size() > 9) return std::nullopt;
  int value = 0;
  for (const char c : word) {
    if (!ascii_digit(c)) return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

std::optional<Number> number_at(const Terms& terms, std::size_t at) {
  std::optional<Number> number;
  if (const auto written = written_number(terms.word(at))) {
    number = Number{*written, at + 1, true};
    if (const auto part = fraction(terms.word(at + 1))) {
      number->value += *part;
      ++number->end;
    } else if (terms.is(at + 1, "-") && fraction(terms.word(at + 2))) {
      number->value += *fraction(terms.word(at + 2));
      number->end += 2;
    }
    if (const int by = terms.value(number->end, WordClass::cardinal).value_or(0); by >= 100) {
      number->value *= by;
      ++number->end;
    }
  } else if (const auto part = fraction(terms.word(at))) {
    number = Number{*part, at + 1, true};
  } else {
    number = words_at(terms, at);
  }
  if (!number || number->value > kGreatest) return std::nullopt;
  const std::size_t end = number->end;
  if (terms.is(end, "and") && terms.is(end + 1, "a") && terms.is(end + 2, "half")) {
    number->value += 0.5;
    number->end += 3;
  } else if (terms.is(end, "and") && terms.is(end + 1, "half")) {
    number->value += 0.5;
    number->end += 2;
  }
  return number;
}

std::optional<Number> ordinal_at(const Terms& terms, std::size_t at) {
  const std::string_view word = terms.word(at);
  if (const auto value = terms.value(at, WordClass::ordinal)) return Number{static_cast<double>(*value), at + 1};
  if (const auto tens = terms.value(at, WordClass::cardinal); tens && *tens >= 20 && *tens < 100 && *tens % 10 == 0) {
    const std::size_t next = terms.is(at + 1, "-") ? at + 2 : at + 1;
    const int ones = terms.value(next, WordClass::ordinal).value_or(0);
    if (ones >= 1 && ones <= 9) return Number{static_cast<double>(*tens + ones), next + 1};
  }
  if (word.size() < 3 || word.size() > 5) return std::nullopt;
  const std::string_view end = word.substr(word.size() - 2);
  if (end != "st" && end != "nd" && end != "rd" && end != "th") return std::nullopt;
  int value = 0;
  for (const char c : word.substr(0, word.size() - 2)) {
    if (!ascii_digit(c)) return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return Number{static_cast<double>(value), at + 1, true};
}

std::optional<Number> year_at(const Terms& terms, std::size_t at) {
  if (terms.word(at).size() == 4) {
    if (const auto year = digits_at(terms, at); year && *year >= 1000)
      return Number{static_cast<double>(*year), at + 1, true};
  }
  const auto first = tens_at(terms, at);
  if (!first) return std::nullopt;
  if (first->value >= 10 && first->value <= 20) {  // nineteen ninety-four, twenty oh five, nineteen hundred and six
    const auto second = tens_at(terms, first->end);
    if (second && second->value >= 10) return Number{first->value * 100 + second->value, second->end};
    if (one_of(terms.word(first->end), {"oh", "zero"})) {
      const auto ones = tens_at(terms, first->end + 1);
      if (ones && ones->value > 0 && ones->value < 10) return Number{first->value * 100 + ones->value, ones->end};
    }
    if (terms.is(first->end, "hundred") && first->value < 20) {
      const std::size_t next = terms.is(first->end + 1, "and") ? first->end + 2 : first->end + 1;
      if (const auto rest = tens_at(terms, next); rest && rest->value > 0)
        return Number{first->value * 100 + rest->value, rest->end};
      return Number{first->value * 100, first->end + 1};
    }
  }
  const auto whole = words_at(terms, at);
  if (whole && whole->value >= 1000 && whole->value <= 2100 && first->value <= 2) return whole;
  return std::nullopt;
}

}  // namespace sayso::extract
