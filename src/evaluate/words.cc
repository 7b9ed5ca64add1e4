#include "evaluate/words.h"

#include <algorithm>

#include "text/quotes.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace sayso::evaluate {
namespace {

/// \w of Python's regular expressions, which leaves combining marks out.
bool is_word_character(char32_t c) {
  if (c < 0x80) return text::ascii_alpha(static_cast<char>(c)) || text::ascii_digit(static_cast<char>(c)) || c == '_';
  const text::Kind kind = text::kind_of(c);
  return kind != text::Kind::mark && text::is_word(kind);
}

bool is_trimmed(char32_t c, bool lenient) {
  if (text::is_space(c)) return true;
  if (!lenient) return false;
  static constexpr std::u32string_view kTrimmed = U"\"“”‘’'`´«»„‟‹›.,;:!?…-–—―()[]{}*/\\|";
  return kTrimmed.find(c) != std::u32string_view::npos;
}

}  // namespace

bool before(const TokenSet& a, const TokenSet& b) {
  if (a.empty() || b.empty()) return a.empty() && !b.empty();
  if (a.words != b.words) return a.first < b.first;
  for (std::size_t i = 0; i < a.ranges.size() && i < b.ranges.size(); ++i) {
    const Span x = a.ranges[i], y = b.ranges[i];
    if (x.begin != y.begin) return x.begin < y.begin;
    // The one whose range ends first goes on with a greater number, or is a prefix of the other.
    if (x.end < y.end) return i + 1 == a.ranges.size();
    if (x.end > y.end) return i + 1 < b.ranges.size();
  }
  return a.ranges.size() < b.ranges.size();
}

std::size_t shared(const std::vector<Span>& a, const std::vector<Span>& b) {
  std::size_t both = 0;
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
    const std::size_t begin = std::max(x->begin, y->begin), end = std::min(x->end, y->end);
    if (begin < end) both += end - begin;
    if (x->end < y->end) {
      ++x;
    } else {
      ++y;
    }
  }
  return both;
}

double jaccard(const TokenSet& a, const TokenSet& b) {
  const std::size_t both = a.words == b.words ? shared(a.ranges, b.ranges) : 0;
  return both == 0 ? 0 : static_cast<double>(both) / static_cast<double>(a.size + b.size - both);
}

void unite(std::vector<Span>& ranges) {
  std::sort(ranges.begin(), ranges.end());
  std::size_t kept = 0;
  for (const Span& range : ranges) {
    if (range.empty()) continue;
    if (kept > 0 && range.begin <= ranges[kept - 1].end) {
      ranges[kept - 1].end = std::max(ranges[kept - 1].end, range.end);
    } else {
      ranges[kept++] = range;
    }
  }
  ranges.resize(kept);
}

Words::Words(std::string_view text) {
  const auto regions = text::quote_regions(text);
  auto region = regions.begin();
  words_before_ = quoted_words_ = quoted_punctuation_ = {0};
  for (std::size_t at = 0; at < text.size();) {
    const auto [value, size] = text::decode(text, at);
    if (text::is_space(value)) {
      at += size;
      continue;
    }
    const bool word = is_word_character(value);
    Span token{at, at + size};
    while (word && token.end < text.size()) {
      const auto next = text::decode(text, token.end);
      if (!is_word_character(next.value)) break;
      token.end += next.size;
    }
    tokens_.push_back(token);
    words_before_.push_back(words_before_.back() + word);
    while (region != regions.end() && region->span.end <= token.begin) ++region;
    auto& quoted = word ? quoted_words_ : quoted_punctuation_;
    quoted.push_back(quoted.back() + (region != regions.end() && region->span.begin <= token.begin));
    at = token.end;
  }
}

TokenSet Words::touched_by(const std::vector<Span>& spans) const {
  TokenSet words{true, 0, 0, {}}, punctuation{false, 0, 0, {}};
  std::size_t first = tokens_.size();
  for (const Span& span : spans) {
    const auto begin =
        std::partition_point(tokens_.begin(), tokens_.end(), [&](Span t) { return t.end <= span.begin; });
    const auto end = std::partition_point(begin, tokens_.end(), [&](Span t) { return t.begin < span.end; });
    const auto i = static_cast<std::size_t>(begin - tokens_.begin()),
               j = static_cast<std::size_t>(end - tokens_.begin());
    words.ranges.push_back({words_before_[i], words_before_[j]});
    punctuation.ranges.push_back({i - words_before_[i], j - words_before_[j]});
    if (i < j) first = std::min(first, i);
  }
  unite(words.ranges);
  unite(punctuation.ranges);
  TokenSet& set = words.empty() ? punctuation : words;
  if (set.empty()) return {};
  for (const Span& range : set.ranges) set.size += range.size();
  // The first word may stand behind the first token; for ordering, only its own number counts.
  set.first = first;
  if (set.words) {
    const auto at = std::partition_point(words_before_.begin(), words_before_.end(),
                                         [&](std::size_t n) { return n <= set.ranges.front().begin; });
    set.first = static_cast<std::size_t>(at - words_before_.begin()) - 1;
  }
  return set;
}

Mode Words::mode(const TokenSet& tokens) const {
  if (tokens.empty()) return Mode::indirect;
  const auto& quoted = tokens.words ? quoted_words_ : quoted_punctuation_;
  std::size_t inside = 0;
  for (const Span& range : tokens.ranges) inside += quoted[range.end] - quoted[range.begin];
  if (inside == 0) return Mode::indirect;
  return static_cast<double>(inside) / static_cast<double>(tokens.size) >= .8 ? Mode::direct : Mode::mixed;
}

std::vector<Span> normal_spans(std::string_view text, const std::vector<Span>& spans, bool lenient, bool merge) {
  std::vector<Span> trimmed, out;
  for (Span span : spans) {
    span.end = std::min(span.end, text.size());
    while (span.begin < span.end) {
      const auto first = text::decode(text, span.begin);
      if (!is_trimmed(first.value, lenient)) break;
      span.begin += first.size;
    }
    while (span.begin < span.end) {
      const auto last = text::decode_before(text, span.end);
      if (!is_trimmed(last.value, lenient)) break;
      span.end -= last.size;
    }
    if (span.begin < span.end) trimmed.push_back(span);
  }
  std::sort(trimmed.begin(), trimmed.end());
  for (const Span& span : trimmed) {
    bool join = merge && !out.empty();
    for (std::size_t at = join ? out.back().end : 0; join && at < span.begin;) {
      const auto next = text::decode(text, at);
      join = is_trimmed(next.value, lenient);
      at += next.size;
    }
    if (join) {
      out.back().end = std::max(out.back().end, span.end);
    } else {
      out.push_back(span);
    }
  }
  return out;
}

}  // namespace sayso::evaluate
