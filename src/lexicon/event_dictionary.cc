#include "lexicon/event_dictionary.h"

#include <algorithm>
#include <utility>

#include "base/files.h"
#include "lexicon/event_words.h"
#include "lexicon/lines.h"
#include "lexicon/petrarch.h"
#include "text/tokens.h"
#include "text/unicode.h"

namespace sayso::lexicon {
namespace {

using Reader = void (*)(std::string_view, std::uint32_t, Draft&, EventDictionary&);

Reader reader_for(std::string_view path) {
  const std::string_view name = path.substr(path.rfind('/') + 1);
  if (path.ends_with(".verbs.txt") || (name.starts_with("CAMEO") && path.ends_with(".txt"))) return read_verbs;
  if (path.ends_with(".discards.txt")) return read_discards;
  if (path.ends_with(".plover.txt")) return read_plover;
  return nullptr;
}

}  // namespace

bool is_event_file(std::string_view path) { return reader_for(path) != nullptr; }

std::vector<std::string> event_words(std::string_view phrase) {
  std::string text(phrase);
  std::transform(text.begin(), text.end(), text.begin(), [](char c) { return c == '_' ? ' ' : text::ascii_lower(c); });
  std::vector<std::string> words;
  for (const text::Token& token : text::tokens(text)) words.emplace_back(token.span.of(text));
  return words;
}

std::string EventDictionary::place(Origin origin) const {
  const std::string& path = files[origin.file];
  return path.substr(path.rfind('/') + 1) + ":" + std::to_string(origin.line);
}

const PloverCode* EventDictionary::plover_of(std::string_view cameo) const {
  for (std::string code(cameo); code.size() >= 2; code.pop_back()) {
    if (const auto at = plover.find(code); at != plover.end()) return &at->second;
  }
  return nullptr;
}

void read_discards(std::string_view text, std::uint32_t file, Draft& draft, EventDictionary& dictionary) {
  Lines lines(text, file, draft);
  for (std::string_view line; !(line = next_petrarch_line(lines)).empty();) {
    Discard discard;
    discard.story = line.front() == '+';
    if (discard.story) line.remove_prefix(1);
    discard.words = event_words(line);
    discard.origin = lines.origin();
    if (discard.words.empty()) {
      draft.fault(lines.origin(), Code::lexicon_syntax, "a discard without a word");
      continue;
    }
    dictionary.discards[discard.words.front()].push_back(std::move(discard));
  }
}

void read_plover(std::string_view text, std::uint32_t file, Draft& draft, EventDictionary& dictionary) {
  Lines lines(text, file, draft);
  for (std::string_view line; !(line = next_petrarch_line(lines)).empty();) {
    std::string_view rest = line;
    const std::string code(trimmed(cut(rest, '\t')));
    PloverCode row;
    row.type = trimmed(cut(rest, '\t'));
    row.mode = trimmed(cut(rest, '\t'));
    while (!rest.empty()) {
      if (const auto context = trimmed(cut(rest, ',')); !context.empty()) row.contexts.emplace_back(context);
    }
    if (code.empty() || row.type.empty()) {
      draft.fault(lines.origin(), Code::lexicon_syntax, "expected CODE TAB TYPE TAB MODE TAB CONTEXTS");
      continue;
    }
    if (!dictionary.plover.emplace(code, std::move(row)).second) {
      draft.fault(lines.origin(), Code::lexicon_duplicate, "the code " + code + " is given twice");
    }
  }
}

Result<EventDictionary> read_event_folder(const std::string& folder) {
  const auto listing = list_files(folder);
  if (!listing.ok()) return listing.error();
  EventDictionary dictionary;
  Draft draft;
  for (const std::string& path : listing->files) {
    const Reader reader = reader_for(path);
    if (reader == nullptr) continue;
    const auto file = static_cast<std::uint32_t>(draft.files.size());
    draft.files.push_back(path);
    const auto text = read_file(path);
    if (text.ok()) {
      reader(*text, file, draft, dictionary);
    } else {
      draft.fault({file, 0}, text.error().code, text.error().message);
    }
  }
  std::stable_sort(draft.faults.begin(), draft.faults.end(), [](const Error& a, const Error& b) {
    return a.file != b.file ? a.file < b.file : a.line.value_or(0) < b.line.value_or(0);
  });
  dictionary.files = std::move(draft.files);
  dictionary.faults = std::move(draft.faults);
  dictionary.fault_count = draft.fault_count;
  return dictionary;
}

EventDictionary over(EventDictionary above, const EventDictionary& below) {
  // Origins of what is taken over point into files of their own.
  const auto shift = static_cast<std::uint32_t>(above.files.size());
  const auto moved = [&](Origin& origin) { origin.file += shift; };
  above.files.insert(above.files.end(), below.files.begin(), below.files.end());
  if (above.verbs.empty()) {
    above.sets = below.sets;
    above.blocks = below.blocks;
    above.verbs = below.verbs;
    above.forms = below.forms;
    for (VerbBlock& block : above.blocks) {
      for (Pattern& pattern : block.patterns) moved(pattern.origin);
    }
    for (Verb& verb : above.verbs) moved(verb.origin);
  }
  if (above.discards.empty()) {
    above.discards = below.discards;
    for (auto& [word, discards] : above.discards) {
      for (Discard& discard : discards) moved(discard.origin);
    }
  }
  if (above.plover.empty()) above.plover = below.plover;
  return above;
}

}  // namespace sayso::lexicon
