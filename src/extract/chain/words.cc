#include "extract/chain/words.h"

#include <algorithm>

#include "text/unicode.h"
#include "text/utf8.h"

namespace sayso::extract {
namespace {

Name name_of(const lexicon::Match& match, const lexicon::Lexicon& lexicon) {
  Name name{{match.first, match.last}};
  for (const lexicon::Candidate& candidate : match.candidates) {
    const lexicon::Kind kind = lexicon.entry(candidate.entry).kind;
    name.outlet = name.outlet || kind == lexicon::Kind::media;
    name.actor = name.actor || (kind != lexicon::Kind::media && kind != lexicon::Kind::place);
  }
  return name;
}

}  // namespace

Words::Words(std::string_view text, const std::vector<text::Token>& tokens, const std::vector<lexicon::Match>& names,
             const lexicon::Lexicon* lexicon)
    : text_(text), tokens_(&tokens) {
  if (lexicon == nullptr) return;
  names_.reserve(names.size());
  for (const lexicon::Match& match : names) names_.push_back(name_of(match, *lexicon));
}

std::string_view Words::at(std::size_t token) const {
  return token < tokens_->size() ? (*tokens_)[token].span.of(text_) : std::string_view();
}

std::string Words::lower(std::size_t token) const {
  std::string out(at(token));
  std::transform(out.begin(), out.end(), out.begin(), text::ascii_lower);
  return out;
}

bool Words::is_word(std::size_t token) const {
  const std::string_view word = at(token);
  return !word.empty() && text::is_word(text::kind_of(text::decode(word, 0).value));
}

bool Words::is_capital(std::size_t token) const {
  const std::string_view word = at(token);
  return !word.empty() && text::kind_of(text::decode(word, 0).value) == text::Kind::upper;
}

bool Words::is_possessive(std::size_t token) const {
  const std::string_view word = at(token);
  if (word == "'" || word == "’") return token > 0 && at(token - 1).ends_with('s');
  return word.ends_with("'s") || word.ends_with("’s");
}

Span Words::span(Tokens range) const {
  return {(*tokens_)[range.first].span.begin, (*tokens_)[range.last - 1].span.end};
}

Tokens Words::within(Span span) const {
  const auto first = std::partition_point(tokens_->begin(), tokens_->end(),
                                          [&](const text::Token& t) { return t.span.end <= span.begin; });
  const auto last =
      std::partition_point(first, tokens_->end(), [&](const text::Token& t) { return t.span.begin < span.end; });
  return {static_cast<std::size_t>(first - tokens_->begin()), static_cast<std::size_t>(last - tokens_->begin())};
}

const Name* Words::name_at(std::size_t token) const {
  const auto found =
      std::partition_point(names_.begin(), names_.end(), [&](const Name& name) { return name.tokens.first < token; });
  return found != names_.end() && found->tokens.first == token ? &*found : nullptr;
}

}  // namespace sayso::extract
