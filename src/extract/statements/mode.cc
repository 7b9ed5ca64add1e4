#include "extract/statements/mode.h"

#include <algorithm>
#include <cctype>

namespace sayso::extract {
namespace {

bool is_word_byte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || std::isalnum(byte) != 0;
}

constexpr std::string_view kMarks[] = {"'", "‘", "’"};

/// The single mark of quotation at a byte; empty where none is.
std::string_view mark_at(std::string_view text, std::size_t at) {
  for (const std::string_view mark : kMarks) {
    if (text.substr(at, mark.size()) == mark) return mark;
  }
  return {};
}

bool is_blank(std::string_view text, std::size_t at) {
  return at >= text.size() || text[at] == ' ' || text[at] == '\n' || text[at] == '\r' || text[at] == '\t';
}

/// Quotations in single marks, as British papers write them. A mark opens behind white space and closes before white
/// space or punctuation, behind punctuation or a word that is no plural: "the workers' plan".
std::vector<text::QuoteRegion> single_quotations(std::string_view text, const Span& span) {
  std::vector<text::QuoteRegion> found;
  constexpr std::size_t kNone = std::string_view::npos;
  std::size_t open = kNone, plural = kNone;  // plural: behind a mark that closes only where no other one does
  const auto close = [&](std::size_t behind) {
    if (open != kNone && behind != kNone) found.push_back({{open, behind}, true});
    open = plural = kNone;
  };
  for (std::size_t at = span.begin; at < span.end; ++at) {
    const std::string_view mark = mark_at(text, at);
    if (mark.empty()) continue;
    const std::size_t behind = at + mark.size();
    const bool opens =
        (at == 0 || is_blank(text, at - 1) || text[at - 1] == '(') && !is_blank(text, behind) && mark != "’";
    const bool closes = at > span.begin && mark != "‘" && !is_blank(text, at - 1) &&
                        (is_blank(text, behind) || std::ispunct(static_cast<unsigned char>(text[behind])) != 0);
    if (opens) {
      if (open != kNone) close(plural);
      if (open == kNone) open = at;
    } else if (closes && text[at - 1] == 's') {
      plural = behind;
    } else if (closes) {
      close(behind);
    }
    at = behind - 1;
  }
  close(plural);
  return found;
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
  if (words.quoted == 0) {
    words = {};
    for (const Span& span : content) count(text, span, single_quotations(text, span), words);
    if (words.quoted <= kScareQuote) return Mode::indirect;
  }
  if (words.all > 0 && words.quoted * 10 >= words.all * 8) return Mode::direct;
  return words.quoted > kScareQuote ? Mode::mixed : Mode::indirect;
}

}  // namespace sayso::extract
