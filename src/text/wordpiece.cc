#include "text/wordpiece.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>

#include "text/quotes.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace sayso::text {
namespace {

enum class Role : std::uint8_t { space, drop, mark, cjk, letter };

constexpr std::u32string_view kDoubleMarks = U"\"“”„‟«»″";
constexpr std::u32string_view kSingleMarks = U"'‘’‚‛`´";

constexpr bool in(std::u32string_view set, char32_t c) { return set.find(c) != std::u32string_view::npos; }

constexpr bool is_cjk(char32_t c) {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x20000 && c <= 0x2A6DF) ||
         (c >= 0x2A700 && c <= 0x2B73F) || (c >= 0x2B740 && c <= 0x2B81F) || (c >= 0x2B820 && c <= 0x2CEAF) ||
         (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x2F800 && c <= 0x2FA1F);
}

constexpr Role ascii_role(char32_t c) {
  if (c == ' ' || c == '\t' || c == '\n' || c == '\r') return Role::space;
  if (c < 32 || c == 127) return Role::drop;
  const bool alphanumeric = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  return alphanumeric ? Role::letter : Role::mark;
}

constexpr std::array<Role, 128> kAsciiRole = [] {
  std::array<Role, 128> table{};
  for (std::size_t i = 0; i < table.size(); ++i) table[i] = ascii_role(static_cast<char32_t>(i));
  return table;
}();

utf8proc_category_t category(char32_t c) { return utf8proc_category(static_cast<utf8proc_int32_t>(c)); }

Role role_of(char32_t c) {
  if (c < 128) return kAsciiRole[c];
  if (c == kReplacement) return Role::drop;
  switch (category(c)) {
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
      return Role::space;
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_CF:
      return Role::drop;
    case UTF8PROC_CATEGORY_PC:
    case UTF8PROC_CATEGORY_PD:
    case UTF8PROC_CATEGORY_PS:
    case UTF8PROC_CATEGORY_PE:
    case UTF8PROC_CATEGORY_PI:
    case UTF8PROC_CATEGORY_PF:
    case UTF8PROC_CATEGORY_PO:
      return Role::mark;
    default:
      return in(kDoubleMarks, c) || in(kSingleMarks, c) ? Role::mark : is_cjk(c) ? Role::cjk : Role::letter;
  }
}

// A word in the making: its folded characters and where each folded byte comes from.
struct Word {
  std::size_t begin = 0, end = 0;
  std::string folded;
  std::vector<std::uint32_t> origins;  // one for each byte of `folded`
  bool open = false;
  int upper = 0, lower = 0;
  bool first_upper = false;

  void start(std::size_t at) {
    begin = at;
    folded.clear();
    origins.clear();
    upper = lower = 0;
    first_upper = false;
    open = true;
  }
};

// More than 100 characters are [UNK] whatever they are, so a word that takes more bytes than those can is not stored
// on.
constexpr std::size_t kMaxFolded = 400;

void append(Word& word, char32_t c, std::size_t at) {
  if (word.folded.size() > kMaxFolded) return;
  append_utf8(word.folded, c);
  word.origins.resize(word.folded.size(), static_cast<std::uint32_t>(at));
}

// Appends what stands for `c`: quotation marks made straight, else NFD, without marks (Mn), lower case.
void fold(Word& word, char32_t c, std::size_t at) {
  if (c < 128 && c != '`') return append(word, lower(c), at);
  if (in(kDoubleMarks, c)) return append(word, U'"', at);
  if (in(kSingleMarks, c)) return append(word, U'\'', at);
  std::array<utf8proc_int32_t, 32> parts;  // the longest canonical decomposition has 4
  int last_class = 0;
  const utf8proc_ssize_t n =
      utf8proc_decompose_char(static_cast<utf8proc_int32_t>(c), parts.data(),
                              static_cast<utf8proc_ssize_t>(parts.size()), UTF8PROC_DECOMPOSE, &last_class);
  for (utf8proc_ssize_t i = 0; i < n; ++i) {
    const auto part = static_cast<char32_t>(parts[static_cast<std::size_t>(i)]);
    if (category(part) != UTF8PROC_CATEGORY_MN) append(word, lower(part), at);
  }
}

void count_case(Word& word, char32_t c) {
  const Kind kind = kind_of(c);
  if (kind == Kind::upper) {
    if (word.upper + word.lower == 0) word.first_upper = true;
    ++word.upper;
  } else if (kind == Kind::lower) {
    ++word.lower;
  }
}

Case case_of(const Word& word) {
  if (word.upper + word.lower == 0) return Case::none;
  if (word.upper == 0) return Case::lower;
  if (word.upper == 1 && word.first_upper) return Case::capitalised;
  return word.lower == 0 ? Case::capitals : Case::mixed;
}

// Takes words one by one and turns them into pieces.
class Builder {
 public:
  Builder(std::string_view text, const Vocabulary& vocabulary)
      : vocabulary_(vocabulary), regions_(quote_regions(text)) {
    out_.reserve(text.size() / 4 + 1);
  }

  // What stands between two words.
  void on_space(bool line_break) {
    space_ = true;
    if (line_break && lines_ < 2) ++lines_;
  }

  void on_word(Word& word) {
    word.open = false;
    if (word.folded.empty()) return;  // nothing but marks; it leaves the gap as it is
    const Gap gap = out_.empty() || lines_ > 1 ? Gap::paragraph
                    : lines_ == 1              ? Gap::line_break
                    : space_                   ? Gap::space
                                               : Gap::glued;
    const Quote quote = quote_of(word);
    const Case letter_case = case_of(word);
    vocabulary_.cut(word.folded, cut_);
    for (std::size_t k = 0; k < cut_.size(); ++k) {
      const std::size_t begin = k == 0 ? word.begin : word.origins[cut_[k].begin];
      const std::size_t end = k + 1 < cut_.size() ? word.origins[cut_[k + 1].begin] : word.end;
      out_.push_back({cut_[k].id, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), letter_case,
                      k == 0 ? gap : Gap::inside_word, quote});
    }
    space_ = false;
    lines_ = 0;
  }

  std::vector<Piece> take() { return std::move(out_); }

 private:
  Quote quote_of(const Word& word) {
    while (region_ < regions_.size() && regions_[region_].span.end <= word.begin) ++region_;
    const bool is_double = word.folded == "\"";
    if (region_ == regions_.size() || regions_[region_].span.begin > word.begin) {
      return is_double ? Quote::stray : Quote::outside;
    }
    const QuoteRegion& region = regions_[region_];
    if (word.begin == region.span.begin) return Quote::opening;
    if (!region.closed) return Quote::inside_open;
    return is_double && word.end == region.span.end ? Quote::closing : Quote::inside;
  }

  const Vocabulary& vocabulary_;
  std::vector<QuoteRegion> regions_;
  std::size_t region_ = 0;
  std::vector<Piece> out_;
  std::vector<Vocabulary::Cut> cut_;
  bool space_ = false;
  int lines_ = 0;  // at most 2: more make no difference
};

}  // namespace

std::vector<Piece> pieces(std::string_view text, const Vocabulary& vocabulary) {
  text = text.substr(0, 0xFFFFFFFFU);
  Builder builder(text, vocabulary);
  Word word;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode(text, at);
    const Role role = role_of(c.value);
    if (role == Role::letter) {
      if (!word.open) word.start(at);
      fold(word, c.value, at);
      count_case(word, c.value);
      word.end = at + c.size;
    } else if (role != Role::drop) {
      if (word.open) builder.on_word(word);
      if (role == Role::space) {
        builder.on_space(c.value == '\n');
      } else {
        word.start(at);
        fold(word, c.value, at);
        word.end = at + c.size;
        builder.on_word(word);
      }
    }
    at += c.size;
  }
  if (word.open) builder.on_word(word);
  return builder.take();
}

}  // namespace sayso::text
