#include "store/match.h"

#include <algorithm>

#include "text/unicode.h"

namespace sayso::store {
namespace {

bool has_word(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto character = text::decode(text, at);
    if (text::is_word(text::kind_of(character.value))) return true;
    at += character.size;
  }
  return false;
}

/// `"a b"`, without the quotation marks and control characters that stand in it.
std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) out += c == '"' || (c >= 0 && c < ' ') || c == 0x7F ? ' ' : c;
  return out + '"';
}

struct Term {
  std::string_view text;
  bool whole = true;  ///< else the beginning of a word
};

/// Words and "phrases in quotation marks"; a mark that is not closed reaches to the end.
std::vector<Term> terms_of(std::string_view about) {
  constexpr std::string_view kSpaces = " \t\r\n\f\v", kEnds = " \t\r\n\f\v\"";
  std::vector<Term> terms;
  for (std::size_t at = 0; (at = about.find_first_not_of(kSpaces, at)) != std::string_view::npos;) {
    const bool phrase = about[at] == '"';
    if (phrase) ++at;
    const std::size_t end = std::min(phrase ? about.find('"', at) : about.find_first_of(kEnds, at), about.size());
    Term term{about.substr(at, end - at)};
    at = phrase ? std::min(end + 1, about.size()) : end;
    if (!phrase && term.text.ends_with('*')) {
      term.text.remove_suffix(1);
      term.whole = false;
    }
    if (has_word(term.text)) terms.push_back(term);
  }
  return terms;
}

}  // namespace

Result<std::string> match_name(std::string_view name) {
  if (!has_word(name)) return Error{Code::query_malformed, "a name has no word in it"};
  return quoted(name) + " *";
}

Result<std::string> match_fact(std::string_view about, const std::vector<std::vector<std::string>>& keys) {
  std::string out;
  for (const Term& term : terms_of(about)) {
    out += out.empty() ? "words : (" : " AND ";
    out += quoted(term.text);
    if (!term.whole) out += " *";
  }
  if (out.empty() && !about.empty()) return Error{Code::query_malformed, "there is no word to look for"};
  if (!out.empty()) out += ") AND ";
  out += "keys : (";
  bool first = true;
  for (const std::vector<std::string>& group : keys) {
    out += first ? "(" : " AND (";
    first = false;
    for (std::size_t i = 0; i < group.size(); ++i) out += (i > 0 ? " OR " : "") + quoted(group[i]);
    out += ")";
  }
  return out + ")";
}

}  // namespace sayso::store
