#include "extract/chain/chain.h"

#include <string>
#include <unordered_map>

#include "extract/chain/attach.h"
#include "extract/chain/earlier.h"
#include "extract/chain/relayed.h"
#include "extract/chain/setting.h"
#include "extract/chain/tails.h"
#include "extract/chain/words.h"
#include "text/sentences.h"

namespace sayso::extract {
namespace {

void number_anew(std::vector<Statement>& statements) {
  std::unordered_map<std::string, std::string> renamed;
  for (std::size_t i = 0; i < statements.size(); ++i) {
    std::string id = "s" + std::to_string(i + 1);
    renamed.emplace(statements[i].id, id);
    statements[i].id = std::move(id);
  }
  for (Statement& statement : statements) {
    if (!statement.inside.empty()) statement.inside = renamed[statement.inside];
  }
}

}  // namespace

void find_chains(std::string_view text, const std::vector<text::Token>& tokens,
                 const std::vector<lexicon::Match>& names, const lexicon::Lexicon* lexicon,
                 std::vector<Statement>& statements) {
  const Words words(text, tokens, names, lexicon);
  const std::vector<Span> sentences = text::sentences(text);
  remove_relays(words, statements);
  cut_tails(words, statements);
  attach_marks(words, sentences, statements);
  look_back(words, sentences, statements);
  look_at_setting(words, sentences, statements);
  number_anew(statements);
}

}  // namespace sayso::extract
