#include "extract/times/terms.h"

#include <algorithm>

#include "text/unicode.h"

namespace sayso::extract {
namespace {

using text::ascii_digit;

/// The length of YYYY-MM-DDTHH:MM[:SS[.fraction]][Z or +HH:MM] at the beginning of `text`, in lower case, or 0.
std::size_t iso_length(std::string_view text) {
  constexpr std::string_view kShape = "dddd-dd-ddtdd:dd";
  if (text.size() < kShape.size()) return 0;
  for (std::size_t i = 0; i < kShape.size(); ++i) {
    if (kShape[i] == 'd' ? !ascii_digit(text[i]) : text[i] != kShape[i]) return 0;
  }
  std::size_t end = kShape.size();
  const auto digits = [&](std::size_t at) { return at < text.size() && ascii_digit(text[at]); };
  while (end < text.size() && (text[end] == ':' || text[end] == '.') && digits(end + 1)) {
    do ++end;
    while (digits(end));
  }
  if (end < text.size() && text[end] == 'z') return end + 1;
  if (end < text.size() && (text[end] == '+' || text[end] == '-') && digits(end + 1)) {
    do ++end;
    while (digits(end) || (end < text.size() && text[end] == ':' && digits(end + 1)));
  }
  return end;
}

bool means(std::string_view word, std::initializer_list<WordClass> kinds) {
  for (const Word& meaning : meanings(word)) {
    for (const WordClass kind : kinds) {
      if (meaning.kind == kind) return true;
    }
  }
  return false;
}

/// Where a number and its word written as one are cut, or 0: 3.5|years, Oct|2, 05:30|hrs.
std::size_t glued_word(std::string_view token) {
  constexpr std::size_t kLongest = 20;
  if (token.size() > kLongest) return 0;
  std::size_t cut = 0;
  if (ascii_digit(token.front())) {
    while (cut < token.size() && !text::ascii_alpha(token[cut])) ++cut;
    return cut < token.size() &&
                   (means(token.substr(cut), {WordClass::unit, WordClass::units}) || token.substr(cut) == "h")
               ? cut
               : 0;
  }
  while (cut < token.size() && text::ascii_alpha(token[cut])) ++cut;
  const std::size_t digits = cut < token.size() && token[cut] == '.' ? cut + 1 : cut;  // Oct.23
  const bool number = digits < token.size() && token.find_first_not_of("0123456789", digits) == std::string_view::npos;
  return number && means(token.substr(0, cut), {WordClass::month}) ? digits : 0;
}

}  // namespace

Terms::Terms(std::string_view text, const std::vector<text::Token>& tokens) : lower_(text) {
  for (char& c : lower_) c = text::ascii_lower(c);
  const std::string_view lower = lower_;
  terms_.reserve(tokens.size());
  const auto add = [&](std::size_t begin, std::size_t end) {
    Term term;
    term.span = {begin, end};
    term.word = lower.substr(begin, end - begin);
    term.capital = text[begin] >= 'A' && text[begin] <= 'Z';
    if (term.word.size() > 1 && term.word.ends_with('.') && text::ascii_alpha(term.word.front())) {
      term.word.remove_suffix(1);
      term.stopped = true;
    }
    term.meanings = meanings(term.word);
    terms_.push_back(term);
  };
  std::size_t read = 0;
  for (const text::Token& token : tokens) {
    if (token.span.end <= read) continue;
    std::size_t begin = std::max(token.span.begin, read);
    const std::size_t end = token.span.end;
    if (ascii_digit(lower[begin])) {
      if (const std::size_t iso = iso_length(lower.substr(begin)); iso > 0) {
        read = std::max(begin + iso, end);
        add(begin, begin + iso);
        continue;
      }
    }
    if (const std::size_t cut = glued_word(lower.substr(begin, end - begin)); cut > 0) {
      add(begin, begin + cut);
      add(begin + cut, end);
      continue;
    }
    if (!text::ascii_alpha(lower[begin])) {
      add(begin, end);
      continue;
    }
    for (std::size_t hyphen = lower.substr(begin, end - begin).find('-');
         hyphen != std::string_view::npos && hyphen > 0 && begin + hyphen + 1 < end;
         hyphen = lower.substr(begin, end - begin).find('-')) {
      add(begin, begin + hyphen);
      add(begin + hyphen, begin + hyphen + 1);
      begin += hyphen + 1;
    }
    add(begin, end);
  }
  end_ = terms_.size();
}

std::optional<int> Terms::value(std::size_t at, WordClass kind) const {
  if (at < begin_ || at >= end_) return std::nullopt;
  for (const Word& word : terms_[at].meanings) {
    if (word.kind == kind) return word.value;
  }
  return std::nullopt;
}

std::size_t Terms::phrase(std::size_t at, std::string_view words) const {
  std::size_t end = at;
  while (!words.empty()) {
    const std::size_t blank = std::min(words.find(' '), words.size());
    const std::string_view wanted = words.substr(0, blank), found = word(end);
    const bool same = found == wanted || (wanted == "'s" && found == "’s") || (wanted == "'" && found == "’");
    if (!same) return 0;
    ++end;
    words.remove_prefix(std::min(blank + 1, words.size()));
  }
  return end - at;
}

bool Terms::glued(std::size_t at) const {
  return at > 0 && at < end_ && terms_[at].span.begin == terms_[at - 1].span.end;
}

}  // namespace sayso::extract
