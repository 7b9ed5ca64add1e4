#include "extract/statements/speaker_before.h"

#include <algorithm>
#include <array>
#include <optional>

#include "text/lexicon.h"
#include "text/sentences.h"
#include "text/tokens.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace sayso::extract {
namespace {

constexpr std::array<std::string_view, 8> kNobodies{"nobody", "Nobody", "no one", "No one",
                                                    "none",   "None",   "no-one", "No-one"};
constexpr std::array<std::string_view, 5> kQuoteMarks{"\"", "“", "«", "„", "''"};
constexpr std::size_t kLongest = 120;  // bytes of the name before a colon

bool opens_quotation(std::string_view words) {
  return std::any_of(kQuoteMarks.begin(), kQuoteMarks.end(),
                     [&](std::string_view mark) { return words.starts_with(mark); });
}

std::size_t line_begin(std::string_view text, std::size_t at) {
  const std::size_t newline = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
  return newline == std::string_view::npos ? 0 : newline + 1;
}

/// X of "From X: " between the start of a line and `content`.
std::optional<Span> sender(std::string_view text, std::size_t content) {
  const std::size_t begin = line_begin(text, content);
  if (content - begin > kLongest) return std::nullopt;
  std::string_view head = text.substr(begin, content - begin);
  if (!head.starts_with("From ")) return std::nullopt;
  while (!head.empty() && head.back() == ' ') head.remove_suffix(1);
  if (!head.ends_with(':') || head.find(':') + 1 != head.size()) return std::nullopt;
  const Span name{begin + 5, begin + head.size() - 1};
  return name.empty() ? std::nullopt : std::optional(name);
}

bool capitalised(std::string_view word) { return text::kind_of(text::decode(word, 0).value) == text::Kind::upper; }

/// The person whom a sentence begins with: a name with its title, "he" or "she".
std::optional<Span> subject(std::string_view text, const Span& sentence) {
  const std::string_view words = text.substr(sentence.begin, std::min(sentence.size(), kLongest));
  const auto tokens = text::tokens(words);
  if (tokens.empty()) return std::nullopt;
  const std::string_view first = tokens.front().span.of(words);
  std::size_t last = 0;
  if (first != "He" && first != "She") {
    if (!capitalised(first) || text::starts_sentences(first)) return std::nullopt;
    while (last + 1 < tokens.size() && capitalised(tokens[last + 1].span.of(words))) ++last;
    if (last == 0) return std::nullopt;
  }
  // A verb has to follow, not a comma or "and".
  const std::string_view next = last + 1 < tokens.size() ? tokens[last + 1].span.of(words) : std::string_view();
  if (next.empty() || !text::is_letter(text::kind_of(text::decode(next, 0).value)) || next == "and")
    return std::nullopt;
  return Span{sentence.begin + tokens.front().span.begin, sentence.begin + tokens[last].span.end};
}

}  // namespace

void give_speakers_before(std::string_view text, std::vector<Statement>& statements) {
  const std::vector<Span> sentences = text::sentences(text);
  const auto sentence_at = [&](std::size_t byte) {
    const auto found =
        std::partition_point(sentences.begin(), sentences.end(), [&](const Span& s) { return s.end <= byte; });
    return static_cast<std::size_t>(found - sentences.begin());
  };
  std::vector<bool> said(sentences.size() + 1);  // sentences with a part of a statement
  for (const Statement& statement : statements) {
    for (const Span& content : statement.content) {
      for (std::size_t i = sentence_at(content.begin); i < sentences.size() && sentences[i].begin < content.end; ++i)
        said[i] = true;
    }
    if (statement.cue) said[sentence_at(statement.cue->begin)] = true;
  }
  for (Statement& statement : statements) {
    const std::size_t begin = statement.content.front().begin;
    if (!opens_quotation(text.substr(begin))) continue;
    if (const auto name = sender(text, begin); name && !(statement.source && statement.source->overlaps(*name))) {
      statement.source = name;
      statement.cue = Span{name->end, name->end + 1};
      continue;
    }
    const bool nobody = statement.source &&
                        std::find(kNobodies.begin(), kNobodies.end(), statement.source->of(text)) != kNobodies.end();
    if ((statement.cue || statement.source) && !nobody) continue;
    const std::size_t sentence = sentence_at(begin);
    if (sentence == 0 || sentence >= sentences.size() || sentences[sentence].begin < begin || said[sentence - 1])
      continue;
    const Span& before = sentences[sentence - 1];
    if (text.substr(before.end, begin - before.end).find('\n') != std::string_view::npos) continue;
    const auto name = subject(text, before);
    if (!name) continue;
    statement.source = name;
    statement.cue.reset();
  }
}

}  // namespace sayso::extract
