#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "lexicon/event_dictionary.h"
#include "lexicon/event_words.h"
#include "lexicon/lines.h"
#include "lexicon/petrarch.h"

namespace sayso::lexicon {
namespace {

// A set that holds so many words, or a pattern of so many parts, is a mistake.
constexpr std::size_t kMostWords = 5000, kMostParts = 32;

/// Digits of CAMEO: two to four, the root 01 to 20.
bool is_event_code(std::string_view code) {
  if (code.size() < 2 || code.size() > 4 || code.find_first_not_of("0123456789") != std::string_view::npos)
    return false;
  const int root = (code[0] - '0') * 10 + (code[1] - '0');
  return root >= 1 && root <= 20;
}

/// The sets of a file as they are written, resolved when a pattern asks for one.
class Sets {
 public:
  Sets(Draft& draft, EventDictionary& dictionary) : draft_(draft), dictionary_(dictionary) {}

  void begin(std::string name, Origin origin) {
    const bool plurals = !name.ends_with('_');
    while (name.ends_with('_')) name.pop_back();
    current_ = &written_[name];
    if (!current_->lines.empty()) draft_.fault(origin, Code::lexicon_duplicate, "the set &" + name + " is given twice");
    *current_ = {{}, plurals, false, std::nullopt};
  }
  void end() { current_ = nullptr; }
  [[nodiscard]] bool open() const { return current_ != nullptr; }
  void add(std::string_view line, Origin origin) { current_->lines.emplace_back(line, origin); }

  /// Index of a set; nothing, after a fault, where there is none.
  std::optional<std::uint32_t> named(const std::string& name, Origin origin) {
    const auto at = written_.find(name);
    if (at == written_.end()) {
      draft_.fault(origin, Code::lexicon_unknown_entry, "there is no set &" + name);
      return std::nullopt;
    }
    Written& set = at->second;
    if (set.open) {
      draft_.fault(origin, Code::lexicon_cycle, "the set &" + name + " holds itself");
      return std::nullopt;
    }
    if (set.index) return set.index;
    set.open = true;
    WordSet words;
    for (const auto& [line, where] : set.lines) take(line, where, set.plurals, words);
    set.open = false;
    set.index = store(std::move(words));
    return set.index;
  }

  std::uint32_t literal(const std::vector<std::string>& words) {
    std::string key;
    for (const std::string& word : words) key += word + ' ';
    const auto [at, fresh] = literals_.emplace(key, 0);
    if (fresh) at->second = store({{words}});
    return at->second;
  }

 private:
  struct Written {
    std::vector<std::pair<std::string, Origin>> lines;
    bool plurals = true;
    bool open = false;  // being resolved
    std::optional<std::uint32_t> index;
  };

  void take(std::string_view line, Origin origin, bool plurals, WordSet& words) {
    if (line.starts_with('&')) {
      std::string name(line.substr(1));
      while (name.ends_with('_')) name.pop_back();
      const auto inner = named(name, origin);
      if (!inner) return;
      const WordSet& other = dictionary_.sets[*inner];
      words.alternatives.insert(words.alternatives.end(), other.alternatives.begin(), other.alternatives.end());
    } else {
      std::vector<std::string> phrase = event_words(line);
      if (phrase.empty()) return;
      if (plurals && !line.ends_with('_')) {
        words.alternatives.push_back(phrase);
        words.alternatives.back().back() = noun_plural(phrase.back());
      }
      words.alternatives.push_back(std::move(phrase));
    }
    if (words.alternatives.size() > kMostWords) {
      draft_.fault(origin, Code::lexicon_limit, "a set of more than " + std::to_string(kMostWords) + " words");
      words.alternatives.resize(kMostWords);
    }
  }

  std::uint32_t store(WordSet words) {
    auto& all = words.alternatives;
    std::sort(all.begin(), all.end(),
              [](const auto& a, const auto& b) { return a.size() != b.size() ? a.size() > b.size() : a < b; });
    all.erase(std::unique(all.begin(), all.end()), all.end());
    dictionary_.sets.push_back(std::move(words));
    return static_cast<std::uint32_t>(dictionary_.sets.size() - 1);
  }

  Draft& draft_;
  EventDictionary& dictionary_;
  std::unordered_map<std::string, Written> written_;
  std::unordered_map<std::string, std::uint32_t> literals_;
  Written* current_ = nullptr;
};

class VerbsReader {
 public:
  VerbsReader(Lines& lines, Draft& draft, EventDictionary& dictionary)
      : lines_(lines), draft_(draft), dictionary_(dictionary), sets_(draft, dictionary) {}

  void read() {
    for (std::string_view line; !(line = next_petrarch_line(lines_)).empty();) {
      std::string spaced(line);
      std::replace(spaced.begin(), spaced.end(), '\t', ' ');
      read_line(spaced);
    }
    finish();
  }

 private:
  struct RawPattern {
    std::string text;
    std::uint32_t block;
    EventCode code;
    Origin origin;
  };

  void read_line(std::string_view line) {
    if (line.front() == '&') return sets_.begin(std::string(trimmed(line.substr(1))), lines_.origin());
    if (sets_.open() && line.front() == '+') return sets_.add(trimmed(line.substr(1)), lines_.origin());
    sets_.end();
    if (line.starts_with("---")) return read_block(line);
    if (line.front() == '-') return read_pattern(line.substr(1));
    if (line.front() == '~') return fault(Code::lexicon_syntax, "transformations are not read");
    if (line.front() == '=') return read_verb(line.substr(1), true);
    read_verb(line, false);
  }

  // "--- ABANDON  [345]  ---"
  void read_block(std::string_view line) {
    dictionary_.blocks.emplace_back();
    if (const auto code = code_in(line)) dictionary_.blocks.back().code = *code;
    in_block_ = true;
  }

  /// The first code in brackets; the line is cut before it. Nothing, without a fault, where there is none.
  std::optional<EventCode> code_in(std::string_view& line) {
    const std::size_t begin = line.find('[');
    if (begin == std::string_view::npos) return std::nullopt;
    const std::size_t end = line.find(']', begin);
    std::string_view inside = trimmed(line.substr(begin + 1, end == std::string_view::npos ? end : end - begin - 1));
    line = line.substr(0, begin);
    if (end == std::string_view::npos) {
      fault(Code::lexicon_syntax, "a code without its closing bracket");
      return std::nullopt;
    }
    EventCode code;
    code.forward = one_code(cut(inside, ':'));
    code.backward = one_code(inside);
    return code;
  }

  std::string one_code(std::string_view text) {
    text = trimmed(text);
    if (text.empty() || text == "---") return {};
    if (!is_event_code(text)) {
      fault(Code::lexicon_unknown_code, "'" + std::string(text) + "' is no code of a CAMEO event");
    }
    return std::string(text);
  }

  void read_pattern(std::string_view line) {
    if (!in_block_) return fault(Code::lexicon_syntax, "a pattern that belongs to no verb");
    const auto code = code_in(line);
    if (!code) return fault(Code::lexicon_syntax, "a pattern without a code");
    patterns_.push_back({std::string(trimmed(line)), static_cast<std::uint32_t>(dictionary_.blocks.size() - 1), *code,
                         lines_.origin()});
  }

  // "ABANDON {ABANDONS ABANDONED} [345]"
  void read_verb(std::string_view line, bool noun) {
    if (!in_block_) return fault(Code::lexicon_syntax, "a verb before the first block");
    const auto code = code_in(line);
    const std::size_t brace = line.find('{');
    const std::string_view name = trimmed(line.substr(0, brace));
    std::string_view given;
    if (brace != std::string_view::npos) {
      const std::size_t end = line.find('}', brace);
      if (end == std::string_view::npos) return fault(Code::lexicon_syntax, "forms without their closing brace");
      given = trimmed(line.substr(brace + 1, end - brace - 1));
    }
    const auto verb = static_cast<std::uint32_t>(dictionary_.verbs.size());
    VerbForm form = form_of(name, verb);
    if (form.words.empty()) return fault(Code::lexicon_syntax, "expected VERB {FORMS} [CODE]");
    const auto block = static_cast<std::uint32_t>(dictionary_.blocks.size() - 1);
    dictionary_.verbs.push_back(
        {std::string(name), code.value_or(dictionary_.blocks.back().code), block, noun, lines_.origin()});
    if (given.empty()) {
      const std::string word = form.words[form.at];
      const auto forms = noun ? std::vector<std::string>{word, noun_plural(word)} : verb_forms(word);
      for (const std::string& each : forms) {
        VerbForm other = form;
        other.words[form.at] = each;
        add_form(std::move(other));
      }
      return;
    }
    add_form(std::move(form));
    while (!(given = trimmed(given)).empty()) add_form(form_of(cut(given, ' '), verb));
  }

  /// "WIRE_+TAP": words, of which the verb is the marked or else the first one.
  static VerbForm form_of(std::string_view text, std::uint32_t verb) {
    VerbForm form;
    form.verb = verb;
    std::string rest(text);
    std::replace(rest.begin(), rest.end(), '_', ' ');
    const std::size_t plus = rest.find('+');
    if (plus != std::string::npos) {
      form.at = event_words(std::string_view(rest).substr(0, plus)).size();
      rest[plus] = ' ';
    }
    form.words = event_words(rest);
    if (form.at >= form.words.size()) form.at = 0;
    return form;
  }

  void add_form(VerbForm form) {
    if (form.words.empty()) return;
    dictionary_.forms[form.words[form.at]].push_back(std::move(form));
  }

  void finish() {
    for (const RawPattern& raw : patterns_) {
      if (auto pattern = parsed(raw)) dictionary_.blocks[raw.block].patterns.push_back(std::move(*pattern));
    }
    for (VerbBlock& block : dictionary_.blocks) {
      std::stable_sort(block.patterns.begin(), block.patterns.end(), [](const Pattern& a, const Pattern& b) {
        if (a.parts.size() != b.parts.size()) return a.parts.size() > b.parts.size();
        return adjacent_parts(a) > adjacent_parts(b);
      });
    }
    for (auto& [word, forms] : dictionary_.forms) {
      std::stable_sort(forms.begin(), forms.end(),
                       [](const VerbForm& a, const VerbForm& b) { return a.words.size() > b.words.size(); });
    }
  }

  static std::size_t adjacent_parts(const Pattern& pattern) {
    return static_cast<std::size_t>(std::count_if(pattern.parts.begin(), pattern.parts.end(),
                                                  [](const PatternPart& part) { return part.adjacent; }));
  }

  std::optional<Pattern> parsed(const RawPattern& raw) {
    Pattern pattern;
    pattern.code = raw.code;
    pattern.text = raw.text;
    pattern.origin = raw.origin;
    const auto wrong = [&](std::string what) {
      draft_.fault(raw.origin, Code::lexicon_syntax, std::move(what) + ": " + raw.text);
      return std::nullopt;
    };
    std::string text = raw.text;
    int depth = 0;
    for (char& c : text) {
      depth += c == '(' || c == '{' ? 1 : c == ')' || c == '}' ? -1 : 0;
      if (depth < 0 || depth > 1) break;
      if (std::string_view("(){}").find(c) != std::string_view::npos) c = ' ';
    }
    if (depth != 0) return wrong("brackets that do not match");
    std::size_t verbs = 0;
    for (std::string_view rest = text; !(rest = trimmed(rest)).empty();) {
      std::string_view chained = cut(rest, ' ');
      for (bool first = true; !chained.empty();) {
        const std::string_view word = cut(chained, '_');
        if (word.empty()) continue;
        auto part = part_of(word, raw.origin);
        if (!part) return std::nullopt;
        part->adjacent = !first;
        first = false;
        if (part->kind == PatternPart::Kind::verb) {
          pattern.verb = pattern.parts.size();
          ++verbs;
        }
        pattern.parts.push_back(*part);
      }
    }
    if (verbs != 1) return wrong("a pattern needs one *");
    if (pattern.parts.size() > kMostParts) return wrong("a pattern of too many words");
    return pattern;
  }

  std::optional<PatternPart> part_of(std::string_view word, Origin origin) {
    using Kind = PatternPart::Kind;
    if (word == "*") return PatternPart{Kind::verb, false, 0};
    if (word == "$") return PatternPart{Kind::source, false, 0};
    if (word == "+") return PatternPart{Kind::target, false, 0};
    if (word == "^") return PatternPart{Kind::skip, false, 0};
    if (word == "%") return PatternPart{Kind::pair, false, 0};
    if (word.front() == '&') {
      const auto set = sets_.named(std::string(word.substr(1)), origin);
      if (!set) return std::nullopt;
      return PatternPart{Kind::words, false, *set};
    }
    const auto words = event_words(word);
    if (words.empty()) return std::nullopt;
    return PatternPart{Kind::words, false, sets_.literal(words)};
  }

  void fault(Code code, std::string message) { draft_.fault(lines_.origin(), code, std::move(message)); }

  Lines& lines_;
  Draft& draft_;
  EventDictionary& dictionary_;
  Sets sets_;
  std::vector<RawPattern> patterns_;
  bool in_block_ = false;
};

}  // namespace

void read_verbs(std::string_view text, std::uint32_t file, Draft& draft, EventDictionary& dictionary) {
  Lines lines(text, file, draft);
  VerbsReader(lines, draft, dictionary).read();
}

}  // namespace sayso::lexicon
