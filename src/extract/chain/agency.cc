#include "extract/chain/agency.h"

#include <algorithm>
#include <optional>
#include <string>

#include "extract/chain/hops.h"
#include "extract/chain/noun_phrase.h"

namespace sayso::extract {
namespace {

constexpr std::size_t kLines = 6;     // of an article's begin, those that are blank included
constexpr std::size_t kPlace = 12;    // tokens of "NEW YORK, March 3"
constexpr std::size_t kByline = 150;  // bytes

bool is_dash(std::string_view word) { return word == "-" || word == "--" || word == "–" || word == "—"; }

/// The outlet's name that is all of some tokens.
std::optional<Tokens> outlet_in(const Words& words, Tokens range) {
  const Name* name = words.name_at(range.first);
  if (name != nullptr && name->outlet && name->tokens.last == range.last) return range;
  return std::nullopt;
}

/// "(Fjord Wire) -" behind nothing but a place and a date.
std::optional<Tokens> in_dateline(const Words& words, Tokens line) {
  for (std::size_t at = line.first; at < std::min(line.last, line.first + kPlace); ++at) {
    if (words.at(at) == "(") {
      std::size_t close = at + 1;
      while (close < line.last && words.at(close) != ")") ++close;
      return is_dash(words.at(close + 1)) ? outlet_in(words, {at + 1, close}) : std::nullopt;
    }
    const bool number = words.at(at)[0] >= '0' && words.at(at)[0] <= '9';
    if (words.is_word(at) && !words.is_capital(at) && !number) return std::nullopt;
  }
  return std::nullopt;
}

/// The last name of "By Ada Holm and Bo Lund, Fjord Wire".
std::optional<Tokens> in_byline(const Words& words, Tokens line) {
  if (words.lower(line.first) != "by" || !words.is_capital(line.first)) return std::nullopt;
  for (std::size_t at = line.last; at > line.first + 1; --at) {
    const std::string before = words.lower(at - 1);
    if (before == "," || before == "of" || before == "for" || before == "|") {
      return at < line.last ? outlet_in(words, {at, line.last}) : std::nullopt;
    }
  }
  return std::nullopt;
}

}  // namespace

void add_agency(std::string_view text, const Words& words, std::vector<Statement>& statements) {
  std::optional<Tokens> agency;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < kLines && begin < text.size() && !agency; ++i) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const Tokens line = words.within({begin, end});
    if (!line.empty()) agency = in_dateline(words, line);
    if (!line.empty() && !agency && end - begin <= kByline) agency = in_byline(words, line);
    begin = end + 1;
  }
  if (!agency) return;
  for (Statement& statement : statements) {
    if (statement.inside.empty()) add_hop(statement, Relation::reported_by, words.span(*agency));
  }
}

}  // namespace sayso::extract
