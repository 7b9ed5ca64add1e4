#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "lexicon/codes.h"
#include "lexicon/petrarch.h"
#include "text/unicode.h"

namespace sayso::lexicon {
namespace {

using Sets = std::unordered_map<std::string, std::vector<std::string>>;

// So many names may one agent become through its sets.
constexpr std::size_t kMaxForms = 256;

std::string plural_of(const std::string& noun) {
  const char last = noun.empty() ? ' ' : noun.back();
  const std::string_view two = std::string_view(noun).substr(noun.size() - std::min<std::size_t>(2, noun.size()));
  if (last == 'Y' && two.find_first_of("AEIOU") == std::string_view::npos) {
    return noun.substr(0, noun.size() - 1) + "IES";
  }
  if (last == 'S' || last == 'X' || last == 'Z' || two == "CH" || two == "SH") return noun + "ES";
  return noun + "S";
}

// "!PERSON! = MAN, MEN, WOMAN"
void read_set(std::string_view line, Origin origin, Draft& draft, Sets& sets) {
  const std::string_view name = trimmed(cut(line, '='));
  if (name.size() < 3 || name.back() != '!') {
    return draft.fault(origin, Code::lexicon_syntax, "expected !NAME! = WORD, WORD");
  }
  std::vector<std::string>& words = sets[std::string(name)];
  while (!line.empty()) {
    if (const auto word = trimmed(cut(line, ',')); !word.empty()) words.emplace_back(word);
  }
}

class Agents {
 public:
  Agents(Draft& draft, const Sets& sets) : draft_(draft), sets_(sets) {}

  // "THIEF {THIEVES} [~CRM]"
  void read(std::string_view line, Origin origin) {
    origin_ = origin;
    std::string_view rest = line;
    const std::string_view before = cut(rest, '[');
    const std::size_t end = rest.find(']');
    std::string_view plurals = before;
    std::string noun(trimmed(cut(plurals, '{')));
    while (noun.ends_with('_')) noun.pop_back();
    if (end == std::string_view::npos || noun.empty() || noun.size() > kLongestName) {
      return fault(Code::lexicon_syntax, "expected NOUN {PLURAL} [~CODE]");
    }
    const std::string code(trimmed(rest.substr(0, end)));
    if (!is_cameo(code)) fault(Code::lexicon_unknown_code, "'" + code + "' is no CAMEO code");

    const bool no_plural_given = before.find('{') == std::string_view::npos;
    std::vector<std::string> names = expanded(noun);
    if (names.empty()) return;
    if (no_plural_given && noun.find('!') == std::string::npos) names.push_back(plural_of(noun));
    plurals = plurals.substr(0, plurals.find('}'));
    while (!plurals.empty()) {
      if (const auto plural = trimmed(cut(plurals, ',')); !plural.empty()) names.emplace_back(plural);
    }
    store(names, code);
  }

 private:
  // The noun with each of its sets replaced by each of their words; empty after a fault.
  std::vector<std::string> expanded(const std::string& noun) {
    std::vector<std::string> done, open{noun};
    while (!open.empty()) {
      const std::string next = std::move(open.back());
      open.pop_back();
      const std::size_t begin = next.find('!');
      if (begin == std::string::npos) {
        done.push_back(next);
        continue;
      }
      const std::size_t end = next.find('!', begin + 1);
      const auto set = end == std::string::npos ? sets_.end() : sets_.find(next.substr(begin, end + 1 - begin));
      if (set == sets_.end()) {
        fault(Code::lexicon_syntax, "'" + next + "' names a set that is not defined");
        return {};
      }
      if (done.size() + open.size() + set->second.size() > kMaxForms) {
        fault(Code::lexicon_limit, "'" + noun + "' becomes more than " + std::to_string(kMaxForms) + " names");
        return {};
      }
      for (const std::string& word : set->second) {
        if (word.find('!') == std::string::npos) {
          open.push_back(next.substr(0, begin) + word + next.substr(end + 1));
        }
      }
    }
    std::sort(done.begin(), done.end());
    return done;
  }

  void store(const std::vector<std::string>& names, const std::string& code) {
    const std::string canonical = lowered(names.front());
    const std::uint32_t index = petrarch_entry(draft_, canonical, true, origin_);
    draft_.codes.push_back({index, code, {}, origin_});
    for (const std::string& name : names) {
      add_name(draft_, {index, lowered(name), Form::title, {}, 0, origin_, false});
    }
  }

  static std::string lowered(std::string_view raw) {
    std::string out = petrarch_name(raw);
    std::transform(out.begin(), out.end(), out.begin(), text::ascii_lower);
    return out;
  }

  void fault(Code code, std::string message) { draft_.fault(origin_, code, std::move(message)); }

  Draft& draft_;
  const Sets& sets_;
  Origin origin_;
};

}  // namespace

void read_petrarch_agents(std::string_view text, std::uint32_t file, Draft& draft) {
  Lines lines(text, file, draft);
  Sets sets;
  Agents agents(draft, sets);
  for (std::string_view line; !(line = next_petrarch_line(lines)).empty();) {
    if (line.starts_with('!') && line.find('[') == std::string_view::npos) {
      read_set(line, lines.origin(), draft, sets);
    } else {
      agents.read(line, lines.origin());
    }
  }
}

}  // namespace sayso::lexicon
