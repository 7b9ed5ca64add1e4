#include "extract/actors/reading_words.h"

#include <algorithm>
#include <array>

#include "extract/actors/noun_kinds.h"
#include "lexicon/words.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace sayso::extract {
namespace {

constexpr std::array<std::string_view, 8> kRanks{"judge",  "pope",     "king",       "queen",
                                                 "prince", "princess", "ambassador", "president"};

}  // namespace

ReadingWords::ReadingWords(std::string_view text, const std::vector<text::Token>& tokens,
                           const lexicon::Lexicon& lexicon, const std::vector<lexicon::Match>& matches)
    : text_(text),
      tokens_(tokens),
      lexicon_(lexicon),
      matches_(matches),
      match_of_(tokens.size(), kNone),
      capitalised_(tokens.size()) {
  lower_begin_.reserve(tokens.size() + 1);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    std::string_view word = tokens[i].span.of(text);
    const auto first = text::decode(word, 0);
    const text::Kind kind = text::kind_of(first.value);
    capitalised_[i] = kind == text::Kind::upper || kind == text::Kind::digit;
    // "Min-su", "Al-Haddad", but not "44-year-old": what a hyphen ties to a capitalised word belongs to it.
    const bool glued = i > 0 && tokens[i - 1].span.end == tokens[i].span.begin;
    const bool number = i > 0 && text::kind_of(text::decode(text, tokens[i - 1].span.begin).value) == text::Kind::digit;
    if (glued && capitalised_[i - 1] && word == "-" && !number) capitalised_[i] = true;
    if (glued && i > 1 && capitalised_[i - 1] && tokens[i - 1].span.of(text) == "-") capitalised_[i] = true;
    if (word.size() > 1 && word.ends_with('.')) word.remove_suffix(1);
    lower_begin_.push_back(lower_.size());
    std::transform(word.begin(), word.end(), std::back_inserter(lower_), text::ascii_lower);
  }
  lower_begin_.push_back(lower_.size());
  for (std::size_t m = 0; m < matches.size(); ++m) {
    for (std::size_t i = matches[m].first; i < std::min(matches[m].last, tokens.size()); ++i) match_of_[i] = m;
  }
}

std::size_t ReadingWords::token_at(std::size_t byte) const {
  return static_cast<std::size_t>(
      std::partition_point(tokens_.begin(), tokens_.end(), [&](const text::Token& t) { return t.span.end <= byte; }) -
      tokens_.begin());
}

bool ReadingWords::is_title(std::size_t token) const {
  if (is_honorific(lower(token)) || std::find(kRanks.begin(), kRanks.end(), lower(token)) != kRanks.end()) return true;
  const lexicon::Match* found = match(token);
  if (found == nullptr) return false;
  return std::any_of(found->candidates.begin(), found->candidates.end(), [&](const lexicon::Candidate& candidate) {
    if (candidate.form != lexicon::Form::title) return false;
    const auto entry = lexicon_.entry(candidate.entry);
    if (entry.kind != lexicon::Kind::person) return entry.implies == lexicon::Kind::person;
    // Of "the Ukrainian president" all is a title, of "President Zelensky" the first word.
    const std::string name = folded_name(entry.name);
    const auto names = split_words(name);
    return std::find(names.begin(), names.end(), lower(token)) == names.end();
  });
}

bool ReadingWords::in_capitalised_name(std::size_t token) const {
  const lexicon::Match* found = match(token);
  if (found == nullptr || !capitalised_[found->first]) return false;
  return std::any_of(found->candidates.begin(), found->candidates.end(),
                     [](const lexicon::Candidate& c) { return c.form == lexicon::Form::name; });
}

lexicon::Kind ReadingWords::implied_by(std::size_t token) const {
  const lexicon::Match* found = match(token);
  if (found == nullptr || found->last != token + 1) return lexicon::Kind::unknown;
  for (const lexicon::Candidate& candidate : found->candidates) {
    const auto entry = lexicon_.entry(candidate.entry);
    if (entry.kind == lexicon::Kind::role) return entry.implies;
    if (candidate.form == lexicon::Form::title) return entry.kind;
  }
  return lexicon::Kind::unknown;
}

std::uint32_t ReadingWords::state_at(std::size_t token) const {
  const lexicon::Match* found = match(token);
  if (found == nullptr) return lexicon::kNone;
  for (const lexicon::Candidate& candidate : found->candidates) {
    if (lexicon_.entry(candidate.entry).is_state()) return candidate.entry;
  }
  return lexicon::kNone;
}

bool ReadingWords::is_metonym(std::size_t token, std::uint32_t entry) const {
  const lexicon::Match* found = match(token);
  return found != nullptr &&
         std::any_of(found->candidates.begin(), found->candidates.end(), [&](const lexicon::Candidate& candidate) {
           return candidate.entry == entry && candidate.form == lexicon::Form::metonym;
         });
}

std::string folded_name(std::string_view name) {
  std::string folded = lexicon::words_of_name(name).folded;
  for (const std::string_view article : {"the ", "a ", "an "}) {
    if (folded.starts_with(article)) return folded.substr(article.size());
  }
  return folded;
}

std::vector<std::string_view> split_words(std::string_view folded) {
  std::vector<std::string_view> words;
  while (!folded.empty()) {
    const std::size_t end = std::min(folded.find(' '), folded.size());
    if (end > 0) words.push_back(folded.substr(0, end));
    folded.remove_prefix(std::min(end + 1, folded.size()));
  }
  return words;
}

}  // namespace sayso::extract
