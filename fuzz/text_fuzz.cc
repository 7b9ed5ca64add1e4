// Everything in src/text on any bytes: spans ascend, do not overlap, stay inside and begin and end between characters.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "text/language.h"
#include "text/quotes.h"
#include "text/sentences.h"
#include "text/tokens.h"
#include "text/utf8.h"
#include "text/wordpiece.h"

namespace {

using sayso::Span;

void require(bool condition) {
  if (!condition) std::abort();
}

// `last_end` is moved to the end of `span`.
void check_span(std::string_view text, Span span, std::size_t& last_end, bool may_be_empty = false) {
  require(last_end <= span.begin && span.begin <= span.end && span.end <= text.size());
  require(may_be_empty || span.begin < span.end);
  require(sayso::text::is_boundary(text, span.begin) && sayso::text::is_boundary(text, span.end));
  last_end = span.end;
}

constexpr std::string_view kVocabulary =
    "[PAD]\n[UNK]\n[CLS]\n[SEP]\nthe\nsaid\n\"\n'\n.\n,\n-\na\nb\nc\ns\nt\n##a\n##b\n##s\n##t\n##ed\né\nᄀ\n##ᅡ\n##"
    "ᆨ\n東";

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace sayso::text;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  (void)is_binary(bytes);
  const CleanText clean = decode_text(bytes);
  const std::string_view text = clean.text;
  require(is_valid_utf8(text) && text.find('\0') == text.npos && text.find('\r') == text.npos);
  require(clean_utf8(text).text == text || text.starts_with("\xEF\xBB\xBF"));
  (void)looks_english(text);
  (void)balanced(text);

  std::size_t end = 0;
  for (const QuoteRegion& region : quote_regions(text)) check_span(text, region.span, end);
  end = 0;
  std::string covered;
  for (const Span& s : sentences(text)) {
    check_span(text, s, end);
    covered += s.of(text);
  }
  end = 0;
  std::string in_sentences, in_tokens;
  for (const Token& token : tokens(covered)) in_sentences += token.span.of(covered);
  for (const Token& token : tokens(text)) {
    check_span(text, token.span, end);
    in_tokens += token.span.of(text);
  }
  require(in_sentences == in_tokens);  // no character but white space is left out

  static const auto vocabulary = Vocabulary::from_lines(kVocabulary);
  require(vocabulary.ok());
  end = 0;
  for (const Piece& piece : pieces(text, *vocabulary)) {
    check_span(text, piece.span(), end, true);
    require(piece.id < vocabulary->size());
  }
  return 0;
}
