#include "ingest/published.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/dates.h"
#include "ingest/ascii.h"
#include "text/unicode.h"

namespace sayso::ingest {
namespace {

using text::ascii_alpha;
using text::ascii_digit;

constexpr std::size_t kLongest = 100;
constexpr std::array<std::string_view, 12> kMonths = {"january",   "february", "march",    "april",
                                                      "may",       "june",     "july",     "august",
                                                      "september", "october",  "november", "december"};

bool digits(std::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), ascii_digit); }

std::string checked(std::string_view year, std::string_view month, std::string_view day) {
  std::string out(year);
  for (const std::string_view part : {month, day}) {
    out += part.size() == 1 ? "-0" : "-";
    out += part;
  }
  return valid_date(out) ? out : std::string();
}

// 2024-11-02, 2024/11/02 and 20241102, each followed by no further digit.
std::string numeric_day(std::string_view text) {
  const auto ends_at = [&](std::size_t at) { return at == text.size() || !ascii_digit(text[at]); };
  if (text.size() >= 10 && (text[4] == '-' || text[4] == '/') && text[7] == text[4] && digits(text.substr(0, 4)) &&
      digits(text.substr(5, 2)) && digits(text.substr(8, 2)) && ends_at(10)) {
    return checked(text.substr(0, 4), text.substr(5, 2), text.substr(8, 2));
  }
  if (text.size() >= 8 && digits(text.substr(0, 8)) && ends_at(8)) {
    return checked(text.substr(0, 4), text.substr(4, 2), text.substr(6, 2));
  }
  return {};
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && (ascii_alpha(text[end]) || ascii_digit(text[end]))) ++end;
    if (end > at) words.push_back(lower_ascii(text.substr(at, end - at)));
    at = std::max(end, at + 1);
  }
  return words;
}

// "01".."12" for a month's name or its abbreviation of at least three letters, else empty.
std::string month_number(std::string_view word) {
  for (std::size_t i = 0; i < kMonths.size() && word.size() >= 3; ++i) {
    if (kMonths[i].starts_with(word)) return (i < 9 ? "0" : "") + std::to_string(i + 1);
  }
  return {};
}

std::string_view day_number(std::string_view word) {
  for (const std::string_view ending : {"st", "nd", "rd", "th"}) {
    if (word.ends_with(ending)) word.remove_suffix(2);
  }
  return digits(word) && word.size() <= 2 ? word : std::string_view();
}

bool is_year(std::string_view word) { return digits(word) && word.size() == 4; }

}  // namespace

std::string day_of(std::string_view text) {
  text = trimmed(text);
  if (std::string day = numeric_day(text); !day.empty() || text.size() > kLongest) return day;
  const std::vector<std::string> words = words_of(text);
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    const std::string month = month_number(words[i]);
    if (month.empty()) continue;
    std::string found;
    if (i > 0 && is_year(words[i + 1])) {
      found = checked(words[i + 1], month, day_number(words[i - 1]));
    } else if (i + 2 < words.size() && is_year(words[i + 2])) {
      found = checked(words[i + 2], month, day_number(words[i + 1]));
    }
    if (!found.empty()) return found;
  }
  return {};
}

}  // namespace sayso::ingest
