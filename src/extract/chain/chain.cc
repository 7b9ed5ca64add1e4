#include "extract/chain/chain.h"

#include <string>
#include <unordered_map>

#include "extract/chain/addressees.h"
#include "extract/chain/agency.h"
#include "extract/chain/attach.h"
#include "extract/chain/earlier.h"
#include "extract/chain/relayed.h"
#include "extract/chain/setting.h"
#include "extract/chain/tails.h"
#include "extract/chain/words.h"
#include "record/numbering.h"
#include "text/sentences.h"

namespace sayso::extract {
void find_chains(std::string_view text, const std::vector<text::Token>& tokens,
                 const std::vector<lexicon::Match>& names, const lexicon::Lexicon* lexicon, bool relayed,
                 std::vector<Statement>& statements) {
  const Words words(text, tokens, names, lexicon);
  const std::vector<Span> sentences = text::sentences(text);
  remove_relays(words, statements);
  cut_tails(words, statements);
  attach_marks(words, sentences, statements);
  look_back(words, sentences, statements);
  look_at_setting(words, sentences, statements);
  if (relayed) add_agency(text, words, statements);
  find_addressees(words, statements);
  number_anew(statements);
}

}  // namespace sayso::extract
