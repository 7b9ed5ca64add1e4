#include "extract/statements/subjects.h"

#include <algorithm>
#include <unordered_map>

#include "text/tokens.h"

namespace sayso::extract {
namespace {

constexpr std::string_view kThat = "that ";

std::size_t skip_blanks(std::string_view text, std::size_t at) {
  while (at < text.size() && text[at] == ' ') ++at;
  return at;
}

// A few words in a row; a content with marks between holds more than a subject.
bool is_short_phrase(std::string_view words) {
  constexpr std::size_t kLongest = 80;  // bytes
  constexpr std::size_t kMostTokens = 8;
  return words.size() <= kLongest && words.find_first_of(",;:.\"\n") == std::string_view::npos &&
         text::tokens(words).size() <= kMostTokens;
}

}  // namespace

void return_subjects(std::string_view text, std::vector<Statement>& statements) {
  std::unordered_map<std::size_t, std::size_t> by_cue;  // where a cue begins: its statement
  for (std::size_t i = 0; i < statements.size(); ++i) {
    if (statements[i].cue) by_cue.emplace(statements[i].cue->begin, i);
  }
  std::vector<bool> gone(statements.size());
  for (std::size_t i = 0; i < statements.size(); ++i) {
    const Statement& first = statements[i];
    if (!first.cue || !first.source || first.content.size() != 1) continue;
    Span subject = first.content[0];
    const auto next = by_cue.find(skip_blanks(text, subject.end));
    if (next == by_cue.end() || next->second == i || gone[next->second]) continue;
    if (subject.of(text).starts_with(kThat)) subject.begin += kThat.size();
    Statement& second = statements[next->second];
    if (second.source != first.source || !is_short_phrase(subject.of(text))) continue;
    second.source = subject;
    gone[i] = true;
  }
  std::size_t at = 0;
  std::erase_if(statements, [&](const Statement&) { return gone[at++]; });
}

}  // namespace sayso::extract
