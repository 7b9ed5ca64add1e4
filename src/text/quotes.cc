#include "text/quotes.h"

#include "text/unicode.h"

namespace sayso::text {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

enum class MarkForm { none, straight, opening, closing };

struct Mark {
  MarkForm form = MarkForm::none;
  std::size_t size = 0;
};

Mark mark_at(std::string_view text, std::size_t at) {
  switch (text[at]) {
    case '"':
      return {MarkForm::straight, 1};
    case '\'':
      if (text.substr(at, 2) == "''") return {MarkForm::straight, 2};
      break;
    case '`':
      if (text.substr(at, 2) == "``") return {MarkForm::opening, 2};
      break;
    case '\xC2':
      if (text.substr(at, 2) == "«") return {MarkForm::opening, 2};
      if (text.substr(at, 2) == "»") return {MarkForm::closing, 2};
      break;
    case '\xE2': {
      const std::string_view c = text.substr(at, 3);
      if (c == "“" || c == "„") return {MarkForm::opening, 3};
      if (c == "”") return {MarkForm::closing, 3};
      if (c == "‟") return {MarkForm::straight, 3};
      break;
    }
    default:
      break;
  }
  return {};
}

constexpr bool is_dash(char32_t c) { return c == '-' || c == U'–' || c == U'—'; }
constexpr bool opens_bracket(char32_t c) { return c == '(' || c == '[' || c == '{' || c == '/'; }
constexpr bool closes_clause(char32_t c) {
  return std::u32string_view(U".,;:!?)]}").find(c) != std::u32string_view::npos;
}

// Whether a mark at [begin, end) opens, given that a quotation `is_open`. Lines are paragraphs.
bool opens(std::string_view text, std::size_t begin, std::size_t end, MarkForm form, bool is_open) {
  const char32_t before = begin == 0 ? U' ' : decode_before(text, begin).value;
  const char32_t after = end == text.size() ? U' ' : decode(text, end).value;
  const bool left = is_space(before) || opens_bracket(before) || is_dash(before);
  const bool right = is_space(after) || closes_clause(after) || is_dash(after);
  if (form == MarkForm::opening) return !(is_open && right && !left);
  if (form == MarkForm::closing) return !is_open && left && !right;
  return (left && !right) || (left == right && !is_open);
}

// Calls on_region(QuoteRegion) for each quotation and on_stray(byte) for each closing mark without one.
template <class OnRegion, class OnStray>
void scan(std::string_view text, OnRegion on_region, OnStray on_stray) {
  std::size_t open = kNone;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == '\n') {
      if (open != kNone) on_region(QuoteRegion{{open, at}, false});
      open = kNone;
    }
    const Mark mark = mark_at(text, at);
    if (mark.form == MarkForm::none) {
      ++at;
      continue;
    }
    const std::size_t end = at + mark.size;
    if (opens(text, at, end, mark.form, open != kNone)) {
      if (open == kNone) open = at;
    } else if (open != kNone) {
      on_region(QuoteRegion{{open, end}, true});
      open = kNone;
    } else {
      on_stray(at);
    }
    at = end;
  }
  if (open != kNone) on_region(QuoteRegion{{open, text.size()}, false});
}

}  // namespace

std::vector<QuoteRegion> quote_regions(std::string_view text) {
  std::vector<QuoteRegion> regions;
  scan(
      text, [&](const QuoteRegion& region) { regions.push_back(region); }, [](std::size_t) {});
  return regions;
}

bool balanced(std::string_view text) {
  bool good = true;
  std::size_t reopens = kNone;  // where a mark has to stand
  const auto on_region = [&](const QuoteRegion& region) {
    if (reopens != kNone && reopens != region.span.begin) good = false;
    reopens = kNone;
    if (!region.closed) reopens = skip_space(text, region.span.end);
  };
  const auto on_stray = [&](std::size_t at) {
    const bool measure = text[at] == '"' && at > 0 && ascii_digit(text[at - 1]);
    if (!measure) good = false;
  };
  scan(text, on_region, on_stray);
  return good && reopens == kNone;
}

}  // namespace sayso::text
