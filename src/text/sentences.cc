#include "text/sentences.h"

#include <algorithm>

#include "text/lexicon.h"
#include "text/lines.h"
#include "text/quotes.h"
#include "text/stops.h"
#include "text/unicode.h"

namespace sayso::text {
namespace {

constexpr std::u32string_view kTerminators = U".!?…。！？";

bool in(std::u32string_view set, char32_t c) { return set.find(c) != std::u32string_view::npos; }

// What the end of a run of characters without white space says about the sentence.
struct Ending {
  enum class Mark { none, stop, ellipsis, exclamation };
  Mark mark = Mark::none;
  bool quote = false;     // a quotation mark follows the mark
  bool bracket = false;   // a closing bracket does
  bool dash = false;      // an opening mark or dash leads to what comes next
  std::string_view word;  // before the mark: the last word, letters and inner stops only
  std::size_t word_at = 0;
};

bool is_quote(char32_t c) { return in(U"\"”’'»", c); }

// The last word of text[begin, end): back to white space, an opening mark, a dash or a slash; at most 32 bytes.
std::size_t last_word(std::string_view text, std::size_t begin, std::size_t end) {
  std::size_t at = end;
  while (at > begin && end - at < 32) {
    const CodePoint c = decode_before(text, at);
    if (is_opener(c.value) || is_closer(c.value) || c.value == '/' || c.value == ',') break;
    at -= c.size;
  }
  return at;
}

// Where the footnote mark that ends at `end` begins, [12] or [...]; `end` if there is none.
std::size_t footnote(std::string_view text, std::size_t begin, std::size_t end) {
  if (end - begin < 3 || text[end - 1] != ']') return end;
  for (std::size_t at = end - 1; at > begin && end - at < 6; --at) {
    if (text[at - 1] == '[') return at < end - 1 ? at - 1 : end;
    const bool inside =
        ascii_digit(text[at - 1]) || text[at - 1] == '.' || static_cast<unsigned char>(text[at - 1]) > 127;
    if (!inside) return end;
  }
  return end;
}

Ending ending_of(std::string_view text, std::size_t begin, std::size_t end) {
  Ending out;
  std::size_t at = footnote(text, begin, end);
  while (at > begin) {  // closing marks
    const CodePoint c = decode_before(text, at);
    if (!is_closer(c.value)) break;
    out.quote = out.quote || is_quote(c.value);
    out.bracket = out.bracket || !is_quote(c.value);
    at -= c.size;
  }
  const std::size_t stop = at;
  bool exclamation = false;
  std::size_t dots = 0;
  while (at > begin) {
    const CodePoint c = decode_before(text, at);
    if (!in(kTerminators, c.value)) break;
    exclamation = exclamation || (c.value != '.' && c.value != U'…' && c.value != U'。');
    dots += c.value == U'…' ? 3 : 1;
    at -= c.size;
  }
  if (at == stop) return out;
  out.mark = exclamation ? Ending::Mark::exclamation : dots > 1 ? Ending::Mark::ellipsis : Ending::Mark::stop;
  out.word_at = last_word(text, begin, at);
  out.word = text.substr(out.word_at, at - out.word_at);
  return out;
}

bool is_roman(std::string_view word) {
  return !word.empty() && word.size() < 8 && word.find_first_not_of("IVXLC") == std::string_view::npos;
}

// 1. · 12. · a. · IV. · at the head of a sentence: a numbered paragraph.
bool is_list_number(std::string_view word) {
  if (word.empty() || word.size() > 3) return false;
  return std::ranges::all_of(word, ascii_digit) || (word.size() == 1 && ascii_alpha(word[0])) || is_roman(word);
}

// What comes after an ending.
struct Next {
  std::size_t at = 0;  // its first letter, digit or sign, opening marks skipped
  char32_t c = 0;
  Kind kind = Kind::space;
  bool dash = false;  // a dash stands before it
  std::string_view word;
};

Next next_after(std::string_view text, std::size_t at) {
  Next out;
  constexpr std::size_t kReach = 16;
  const std::size_t begin = at;
  while (at < text.size() && at - begin < kReach) {
    const CodePoint c = decode(text, at);
    if (!is_opener(c.value) && c.value != ' ' && c.value != U'…' && c.value != '.') break;
    out.dash = out.dash || is_dash(c.value);
    at += c.size;
  }
  out.at = at;
  out.c = decode(text, at).value;
  out.kind = at < text.size() ? kind_of(out.c) : Kind::space;
  out.word = word_at(text, at);
  return out;
}

// "Why?" Senator Ann Smith asked: a few words without a mark, the last one a verb of saying.
bool speech_follows(std::string_view text, std::size_t at) {
  constexpr int kWords = 7;
  for (int i = 0; i < kWords && at < text.size(); ++i) {
    const std::string_view word = word_at(text, at);
    if (word.empty()) return false;
    if (i > 0 && is_speech_verb(word)) return true;
    if (i == 0 && starts_sentences(word)) return false;
    at += word.size();
    if (at < text.size() && text[at] == '.') ++at;
    if (at >= text.size() || text[at] != ' ') return false;
    ++at;
  }
  return false;
}

// Whether a full stop after an abbreviation ends the sentence; `next` is no lower-case letter.
bool abbreviation_ends(Abbreviation kind, const Ending& end, const Next& next) {
  const bool starts = starts_sentences(next.word);
  const bool digit = next.kind == Kind::digit;
  switch (kind) {
    case Abbreviation::title:
    case Abbreviation::inner:
      return false;
    case Abbreviation::number:
      return !digit && !is_roman(next.word);
    case Abbreviation::date:
      return !digit;
    case Abbreviation::place:
      return starts;
    case Abbreviation::end:
      break;
    case Abbreviation::none:
      return true;
  }
  if (digit || end.bracket) return starts;
  const char last = ascii_lower(end.word.back());
  const bool clock = last == 'm' && end.word.size() == 3;  // a.m, p.m
  if (clock) return !follows_time(next.word);
  if (end.word == "etc" || end.word == "al") return true;
  return starts || end.quote;
}

// A small-letter word of four letters or more.
bool is_plain(std::string_view word) {
  return word.size() >= 4 && std::ranges::all_of(word, [](char c) { return c >= 'a' && c <= 'z'; });
}

bool stop_ends(const Ending& end, const Next& next, bool first) {
  if (first && is_list_number(end.word)) return false;
  const Abbreviation kind = abbreviation(end.word);
  if (next.kind == Kind::lower) {
    // iPhone, eBay; or a writer without capitals, after a word that is long for an abbreviation.
    const bool mixed = next.word.size() > 2 && kind_of(decode(next.word, 1).value) == Kind::upper;
    const bool sloppy = !end.quote && !end.bracket && !next.dash && is_plain(end.word);
    return kind == Abbreviation::none && (mixed || sloppy);
  }
  if (kind != Abbreviation::none && next.dash) return false;  // KYIV, Jan. - The
  if (is_initial(end.word)) return starts_sentences(next.word) || next.kind == Kind::digit || end.quote;
  return abbreviation_ends(kind, end, next);
}

bool ends_sentence(std::string_view text, const Ending& end, const Next& next, bool first) {
  if (end.mark == Ending::Mark::none) return false;
  if (end.quote && next.dash) return false;  // "..." - Commissioner Smith
  if (end.mark == Ending::Mark::stop) return stop_ends(end, next, first);
  if (next.kind == Kind::lower) return false;
  if (end.quote && speech_follows(text, next.at)) return false;
  // "I" is a capital in mid-sentence too.
  if (end.mark == Ending::Mark::ellipsis && !end.quote && end.word.empty() && next.word.substr(0, 1) == "I" &&
      starts_sentences(next.word)) {
    return next.word.size() > 1 && ascii_alpha(next.word[1]);
  }
  return true;
}

// Where the run of characters at `at` ends: before white space, or after a sentence that no space parts from the next.
std::size_t run_end(std::string_view text, std::size_t at, bool& glued) {
  glued = false;
  while (at < text.size()) {
    const CodePoint c = decode(text, at);
    if (is_space(c.value)) break;
    at += c.size;
    if ((c.value == '.' || c.value == '!' || c.value == '?') && is_glued_end(text, at - 1)) {
      glued = true;
      return skip_closers(text, at);
    }
  }
  return at;
}

// Whether a run is nothing but a footnote or marks that close what is open, as in: he said . ”
class ClosingRuns {
 public:
  explicit ClosingRuns(std::string_view text) : text_(text), regions_(quote_regions(text)) {}

  bool is_closing(std::size_t begin, std::size_t end) {
    if (footnote(text_, begin, end) == begin) return true;
    for (std::size_t at = begin; at < end;) {
      const CodePoint c = decode(text_, at);
      if (!is_closer(c.value) && !in(kTerminators, c.value)) return false;
      at += c.size;
      if (c.value == '"' && !closes(at)) return false;
      if (c.value == '\'') return false;
    }
    return true;
  }

 private:
  bool closes(std::size_t end) {
    while (region_ < regions_.size() && regions_[region_].span.end < end) ++region_;
    return region_ < regions_.size() && regions_[region_].closed && regions_[region_].span.end == end;
  }

  std::string_view text_;
  std::vector<QuoteRegion> regions_;
  std::size_t region_ = 0;
};

}  // namespace

std::vector<Span> sentences(std::string_view text) {
  std::vector<Span> out;
  Paragraphs paragraphs(text);
  ClosingRuns closing(text);
  Ending end;
  std::size_t begin = skip_space(text, 0);
  bool first = true;
  for (std::size_t at = begin; at < text.size();) {
    bool glued = false;
    const std::size_t stop = run_end(text, at, glued);
    const std::size_t next = skip_space(text, stop);
    const bool goes_on_closing = !first && end.mark != Ending::Mark::none && closing.is_closing(at, stop);
    if (goes_on_closing) {
      end.quote = true;
    } else {
      end = ending_of(text, at, stop);
    }
    // Closing marks that stand apart belong to the sentence before them.
    const std::size_t next_stop = next < text.size() && !glued ? std::min(skip_nonspace(text, next), next + 8) : next;
    const bool closes_next = next_stop > next && text.substr(stop, next - stop).find('\n') == std::string_view::npos &&
                             (next_stop == text.size() || is_space(decode(text, next_stop).value)) &&
                             end.mark != Ending::Mark::none && closing.is_closing(next, next_stop);
    const bool finished = end.mark != Ending::Mark::none;
    const bool ends = next >= text.size() || glued || paragraphs.ends(stop, next, finished) ||
                      (finished && !closes_next && ends_sentence(text, end, next_after(text, next), first));
    first = false;
    if (ends) {
      out.push_back({begin, stop});
      begin = next;
      first = true;
    }
    at = next;
  }
  return out;
}

}  // namespace sayso::text
