#include "lexicon/petrarch.h"

#include <algorithm>
#include <array>
#include <string>

#include "lexicon/words.h"
#include "text/unicode.h"

namespace sayso::lexicon {
namespace {

constexpr std::array<std::string_view, 18> kSmallWords{"A",   "AL", "AND", "AT", "DE", "DES", "DI", "DU",  "EL",
                                                       "FOR", "IN", "LA",  "LE", "OF", "ON",  "TO", "THE", "VAN"};
constexpr std::array<std::string_view, 12> kAbbreviations{"AU", "EU",  "IAEA", "IMF",  "NATO", "OAU",
                                                          "UK", "UAE", "UN",   "UNSC", "US",   "USA"};

template <std::size_t n>
bool listed(const std::array<std::string_view, n>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

std::string lowered(std::string_view word) {
  std::string out(word);
  std::transform(out.begin(), out.end(), out.begin(), text::ascii_lower);
  return out;
}

// Capitalises a word that is written in capitals. Words in another alphabet stay.
std::string in_title_case(std::string_view word, bool first) {
  const bool capitals = std::all_of(word.begin(), word.end(), [](char c) { return c < 'a' || c > 'z'; });
  const bool has_vowel = word.find_first_of("AEIOUY") != std::string_view::npos;
  if (!capitals || !has_vowel || listed(kAbbreviations, word) || word.find('.') != std::string_view::npos) {
    return std::string(word);
  }
  if (!first && listed(kSmallWords, word)) return lowered(word);
  std::string out = lowered(word);
  bool begins = true;  // after a hyphen too: Ban Ki-Moon
  for (std::size_t i = 0; i < out.size(); ++i) {
    if (begins) out[i] = word[i];
    begins = word[i] == '-';
  }
  return out;
}

}  // namespace

std::string_view next_petrarch_line(Lines& lines) {
  bool in_comment = false;
  while (lines.next()) {
    std::string_view line = lines.line();
    if (in_comment || trimmed(line).starts_with("<!")) {
      in_comment = line.find("-->") == std::string_view::npos;
      continue;
    }
    line = trimmed(line.substr(0, line.find('#')));
    if (!line.empty()) return line;
  }
  return {};
}

std::string petrarch_name(std::string_view raw) {
  std::string out;
  for (raw = trimmed(raw); !raw.empty();) {
    const std::size_t end = std::min(raw.find_first_of("_ \t"), raw.size());
    const std::string_view word = raw.substr(0, end);
    raw.remove_prefix(std::min(end + 1, raw.size()));
    if (word.empty() || (out.empty() && word == "THE")) continue;
    const bool first = out.empty();
    if (!first) out += ' ';
    out += in_title_case(word, first);
  }
  return out;
}

std::uint32_t petrarch_entry(Draft& draft, const std::string& name, bool role, Origin origin) {
  std::string key = words_of_name(name.substr(0, kLongestName)).folded;
  const auto below = draft.by_name.find(role ? "~" + key : key);
  if (below != draft.by_name.end() && below->second != kNone) return below->second;
  std::replace(key.begin(), key.end(), ' ', '-');
  const std::uint32_t index = draft.entry_of((role ? "petrarch/role/" : "petrarch/") + key);
  Entry& entry = draft.entries[index];
  if (entry.defined) return index;
  entry.name = name;
  entry.kind = role ? Kind::role : Kind::unknown;
  entry.defined = true;
  entry.origin = origin;
  return index;
}

}  // namespace sayso::lexicon
