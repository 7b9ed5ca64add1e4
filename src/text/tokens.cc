#include "text/tokens.h"

#include <algorithm>
#include <array>

#include "text/lexicon.h"
#include "text/stops.h"
#include "text/unicode.h"

namespace sayso::text {
namespace {

// How far any rule looks ahead, so that the whole is linear.
constexpr std::size_t kReach = 256;

constexpr std::array kAddressStarts = std::to_array<std::string_view>(
    {"http://", "https://", "ftp://", "mailto:", "www.", "Http://", "Https://", "WWW."});
constexpr std::array kSmileys =
    std::to_array<std::string_view>({":-)", ":-(", ";-)", ":)", ":(", ";)", ":D", ":P", "=)", "=(", "^_^", ":/"});
constexpr std::array kClitics = std::to_array<std::string_view>({"s", "m", "d", "re", "ve", "ll"});
constexpr std::array kOrdinals = std::to_array<std::string_view>({"s", "st", "nd", "rd", "th"});

bool one_of(const auto& list, std::string_view word) {
  return std::ranges::any_of(list, [&](std::string_view entry) {
    return std::ranges::equal(entry, word, [](char a, char b) { return a == ascii_lower(b); });
  });
}

bool is_apostrophe(char32_t c) { return c == '\'' || c == U'’'; }

// Reads one run of characters without white space.
class ChunkReader {
 public:
  ChunkReader(std::string_view text, std::size_t begin, std::size_t end, std::vector<Token>& out)
      : text_(text), at_(begin), begin_(begin), end_(end), out_(out) {
    sign_ = std::min(text_.substr(0, end_).find('@', at_), end_);
  }

  void read() {
    while (at_ < end_) read_one();
  }

 private:
  [[nodiscard]] CodePoint peek(std::size_t at) const { return at < end_ ? decode(text_, at) : CodePoint{}; }
  [[nodiscard]] Kind kind(std::size_t at) const { return at < end_ ? kind_of(decode(text_, at).value) : Kind::space; }
  [[nodiscard]] bool digit(std::size_t at) const { return at < end_ && ascii_digit(text_[at]); }
  [[nodiscard]] std::string_view rest() const { return text_.substr(at_, end_ - at_); }

  void emit(std::size_t end) {
    out_.push_back({{at_, end}});
    at_ = end;
  }

  void read_one() {
    const CodePoint c = peek(at_);
    const Kind first = kind_of(c.value);
    if (is_word(first)) {
      if (read_address()) return;
      return ascii_digit(text_[at_]) ? read_number() : read_word();
    }
    if (read_sign(c)) return;
    read_mark(c);
  }

  // Web and mail addresses.
  bool read_address() {
    const bool web = std::ranges::any_of(kAddressStarts, [&](std::string_view s) { return rest().starts_with(s); });
    const std::size_t end = web ? web_end() : mail_end();
    if (end == at_) return false;
    emit(end);
    return true;
  }

  [[nodiscard]] std::size_t web_end() const {
    std::size_t end = at_;
    bool bracket = false;
    for (; end < end_ && std::string_view("<>\"|").find(text_[end]) == std::string_view::npos; ++end) {
      bracket = bracket || text_[end] == '(';
    }
    while (end > at_) {
      const CodePoint last = decode_before(text_, end);
      const bool stop = std::u32string_view(U".,;:!?").find(last.value) != std::u32string_view::npos;
      if (!stop && (!is_closer(last.value) || (last.value == ')' && bracket))) break;
      end -= last.size;
    }
    return end;
  }

  [[nodiscard]] std::size_t mail_end() {
    if (sign_ < at_) sign_ = std::min(text_.substr(0, end_).find('@', at_), end_);
    if (sign_ - at_ > kReach || sign_ == end_) return at_;
    const auto name = [](char c) {
      return ascii_alpha(c) || ascii_digit(c) || std::string_view("._%+-").find(c) != std::string_view::npos;
    };
    const std::size_t limit = std::min(end_, at_ + kReach);
    std::size_t end = at_;
    while (end < limit && name(text_[end])) ++end;
    if (end == limit || text_[end] != '@') return at_;
    const std::size_t host = ++end;
    while (end < limit && name(text_[end])) ++end;
    while (end > host && !ascii_alpha(text_[end - 1]) && !ascii_digit(text_[end - 1])) --end;
    return end > host ? end : at_;
  }

  // 1,200 · 3.5 · 9:30 · 9/11 · 303-832-8160 · 1980s · 5th; units are cut off: 5|bn.
  void read_number() {
    std::size_t end = at_;
    while (digit(end)) ++end;
    if (const std::size_t phone = phone_end(); phone > end) end = phone;
    while (end + 1 < end_ && std::string_view(",.:/").find(text_[end]) != std::string_view::npos && digit(end + 1)) {
      do ++end;
      while (digit(end));
    }
    if (is_apostrophe(peek(end).value)) {  // the 1960's
      const std::size_t s = end + peek(end).size;
      if (s < end_ && text_[s] == 's' && !is_word(kind(s + 1))) return emit(s + 1);
    }
    std::size_t letters = end;
    while (letters < end_ && letters - end < 8 && ascii_alpha(text_[letters])) ++letters;
    const std::string_view suffix = text_.substr(end, letters - end);
    const bool whole = !is_word(kind(letters));
    const std::string_view clock = text_.substr(end, 4);
    if (suffix.empty() || (whole && is_unit(suffix)) || clock == "a.m." || clock == "p.m.") return emit(end);
    if (whole && one_of(kOrdinals, suffix)) return emit(letters);
    read_word_from(end);  // 4x4, 20D
  }

  // Groups of digits with hyphens: three or more, or 853-3242; not 2016-2017.
  [[nodiscard]] std::size_t phone_end() const {
    std::size_t end = at_, groups = 0, first = 0, last = 0;
    while (digit(end) && end - at_ < kReach) {
      const std::size_t begin = end;
      while (digit(end) && end - at_ < kReach) ++end;
      last = end - begin;
      if (++groups == 1) first = last;
      if (end < end_ && text_[end] == '-' && digit(end + 1))
        ++end;
      else
        break;
    }
    const bool joined = groups >= 3 || (groups == 2 && last == 4 && (first == 1 || first == 3));
    return joined && !is_word(kind(end)) ? end : at_;
  }

  void read_word() { read_word_from(at_); }

  // The word from at_ on, of which everything before `end` has been read.
  void read_word_from(std::size_t end) {
    while (end < end_) {
      const CodePoint c = peek(end);
      const std::size_t next = end + c.size;
      if (is_word(kind_of(c.value)) || kind_of(c.value) == Kind::control) {
        end = next;
      } else if (is_apostrophe(c.value) && is_letter(kind(next))) {
        if (const std::size_t cut = clitic_begin(end, next); cut > at_) return emit_clitic(cut, next);
        end = next;
      } else if (c.value == '.' && !is_word(kind(next))) {
        return emit(stop_belongs_to_word(text_, {at_, end}) ? next : end);
      } else if (c.value == '$' && is_currency(end) && digit(next)) {
        return emit(next);  // US$5
      } else if (!joins(c.value, end, next)) {
        break;
      } else {
        end = next;
      }
    }
    if (const std::size_t cut = contraction(text_.substr(at_, std::min(end - at_, kReach)));
        cut > 0 && cut < end - at_) {
      emit(at_ + cut);
    }
    emit(end);
  }

  // One to three capitals: US, C, HK.
  [[nodiscard]] bool is_currency(std::size_t end) const {
    return end - at_ <= 3 && kind(at_) == Kind::upper && kind(end - 1) == Kind::upper;
  }

  // Whether the mark at `end` stands within the word; a word character may follow at `next`.
  [[nodiscard]] bool joins(char32_t c, std::size_t end, std::size_t next) const {
    if (!is_word(kind(next))) return false;
    const Kind before = kind_of(decode_before(text_, end).value);
    const Kind after = kind(next);
    if (c == '_') return true;
    if (c == '*') return is_letter(before) && is_letter(after);  // d*mn
    if (c == '&') return before == Kind::upper && after == Kind::upper;
    if (c == '-') return is_prefix(text_.substr(at_, end - at_)) && is_letter(after);
    if (c != '.') return false;
    if (is_glued_end(text_, end)) return false;
    // Mr.Smith is two words, U.S.A and amazon.com are one.
    return abbreviation(text_.substr(at_, end - at_)) != Abbreviation::title;
  }

  // Where the clitic begins whose apostrophe is at `mark`: 's at the mark, n't one letter earlier; 0 if there is none.
  [[nodiscard]] std::size_t clitic_begin(std::size_t mark, std::size_t letters) const {
    std::size_t end = letters;
    while (end < end_ && end - letters < 3 && ascii_alpha(text_[end])) ++end;
    if (is_word(kind(end))) return 0;
    const std::string_view spelled = text_.substr(letters, end - letters);
    if (one_of(kClitics, spelled)) return mark;
    return (spelled == "t" || spelled == "T") && mark > at_ && ascii_lower(text_[mark - 1]) == 'n' ? mark - 1 : 0;
  }

  void emit_clitic(std::size_t cut, std::size_t letters) {
    emit(cut);
    std::size_t end = letters;
    while (end < end_ && ascii_alpha(text_[end])) ++end;
    emit(end);
  }

  // Marks that make one token with what follows: 's '90s .5 +1 @name #Tag :-)
  bool read_sign(CodePoint c) {
    const std::size_t next = at_ + c.size;
    const bool starts = at_ == begin_ || !is_word(kind_of(decode_before(text_, at_).value));
    if (is_apostrophe(c.value)) return read_apostrophe(next, starts);
    if (((c.value == '.' && starts) || (c.value == '+' && at_ == begin_)) && digit(next) && !follows_dot()) {
      std::size_t end = next;
      while (digit(end)) ++end;
      emit(end);
      return true;
    }
    if ((c.value == '@' || c.value == '#') && starts && is_letter(kind(next))) {
      std::size_t end = next;
      while (end < end_ && (is_word(kind(end)) || text_[end] == '_')) end += peek(end).size;
      emit(end);
      return true;
    }
    for (const std::string_view smiley : kSmileys) {
      if (!rest().starts_with(smiley) || is_word(kind(at_ + smiley.size())) || bracket_) continue;
      if (smiley == ":/" && at_ != begin_) continue;
      emit(at_ + smiley.size());
      return true;
    }
    return false;
  }

  [[nodiscard]] bool follows_dot() const { return at_ > begin_ && text_[at_ - 1] == '.'; }

  bool read_apostrophe(std::size_t next, bool starts) {
    std::size_t end = next;
    if (starts && digit(next) && digit(next + 1) && !digit(next + 2)) {  // '90s
      end = next + 2;
      if (end < end_ && text_[end] == 's') ++end;
    } else if (is_letter(kind(next))) {
      while (end < end_ && end - next < 4 && ascii_alpha(text_[end])) ++end;
      const std::string_view word = text_.substr(next, end - next);
      // A clitic after something that is no word: 40%'s, "X"'s.
      const bool clitic = at_ > begin_ && one_of(kClitics, word);
      if (is_word(kind(end)) || !(clitic || word == "em" || word == "til" || word == "cause" || word == "n"))
        return false;
    } else {
      return false;
    }
    emit(end);
    return true;
  }

  // Runs of the same mark, and runs of . ! ?, are one token; else one character with what combines with it.
  void read_mark(CodePoint c) {
    constexpr std::u32string_view kEnds = U".!?…";
    constexpr std::u32string_view kRuns = U"-_*=~+<>#$'`’‘";
    if (c.value == '(') bracket_ = true;
    std::size_t end = at_ + c.size;
    if (kEnds.find(c.value) != std::u32string_view::npos) {
      while (end < end_ && kEnds.find(peek(end).value) != std::u32string_view::npos) end += peek(end).size;
    } else if (kRuns.find(c.value) != std::u32string_view::npos) {
      while (end < end_ && peek(end).value == c.value) end += c.size;
    } else {
      while (end < end_ && (kind(end) == Kind::mark || kind(end) == Kind::control)) end += peek(end).size;
    }
    emit(end);
  }

  std::string_view text_;
  std::size_t at_, begin_, end_;
  std::size_t sign_ = 0;  // the next '@', or end_
  bool bracket_ = false;  // a "(" was read: ":)" may close it
  std::vector<Token>& out_;
};

}  // namespace

std::vector<Token> tokens(std::string_view text) {
  std::vector<Token> out;
  out.reserve(text.size() / 5);
  for (std::size_t begin = skip_space(text, 0); begin < text.size();) {
    const std::size_t end = skip_nonspace(text, begin);
    ChunkReader(text, begin, end, out).read();
    begin = skip_space(text, end);
  }
  return out;
}

}  // namespace sayso::text
