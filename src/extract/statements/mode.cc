#include "extract/statements/mode.h"

#include <algorithm>
#include <cctype>

namespace sayso::extract {
namespace {

bool is_word_byte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || std::isalnum(byte) != 0;
}

struct Words {
  std::size_t all = 0;
  std::size_t quoted = 0;
};

void count(std::string_view text, const Span& span, const std::vector<text::QuoteRegion>& regions, Words& words) {
  auto region = std::lower_bound(regions.begin(), regions.end(), span.begin,
                                 [](const text::QuoteRegion& r, std::size_t at) { return r.span.end <= at; });
  bool inside = false;
  for (std::size_t i = span.begin; i < span.end; ++i) {
    const bool starts = is_word_byte(text[i]) && !inside;
    inside = is_word_byte(text[i]);
    if (!starts) continue;
    while (region != regions.end() && region->span.end <= i) ++region;
    ++words.all;
    words.quoted += region != regions.end() && region->span.begin <= i ? 1 : 0;
  }
}

}  // namespace

Mode mode_of(std::string_view text, const std::vector<Span>& content, const std::vector<text::QuoteRegion>& regions) {
  constexpr std::size_t kScareQuote = 2;
  Words words;
  for (const Span& span : content) count(text, span, regions, words);
  if (words.all > 0 && words.quoted * 10 >= words.all * 8) return Mode::direct;
  return words.quoted > kScareQuote ? Mode::mixed : Mode::indirect;
}

}  // namespace sayso::extract
