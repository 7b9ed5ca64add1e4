#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "extract/tree.h"
#include "lexicon/lexicon.h"
#include "sayso/record.h"

namespace sayso::extract {

/// A party found in a tree, with the word that heads its noun phrase.
struct FoundParty {
  std::size_t head = Tree::kNone;
  Party party;
};

/// Who the noun phrases of a text are: codes of the dictionaries' actors and agents, and actors of the record. An actor
/// with its agents makes one code ("French soldiers": FRAMIL), an agent alone "---MIL", coordinated ones each their
/// own, an agent shared by coordinated actors one for each ("the ministers of A and B"). Views what it was made from.
class Parties {
 public:
  Parties(const Tree& tree, const lexicon::Lexicon& lexicon, const std::vector<lexicon::Match>& names, lexicon::Day day,
          const std::vector<Actor>& actors);

  /// The parties of the noun phrase that a word heads and of those coordinated with it. Those that are neither coded
  /// nor actors of the record are left out.
  [[nodiscard]] std::vector<FoundParty> of(std::size_t head) const;
  /// The same of this noun phrase alone.
  [[nodiscard]] std::vector<FoundParty> alone(std::size_t head) const;
  /// Whether a coded actor's name begins at this word.
  [[nodiscard]] bool names_actor(std::size_t word) const { return begins_[word] && !code_of_[word].empty(); }
  /// Whether the word is the last of an agent's: "foreign [minister]".
  [[nodiscard]] bool is_agent(std::size_t word) const;
  /// The word that heads the largest noun phrase that a name tells who it is: "soldiers" for "Gondor" of "soldiers from
  /// Gondor", itself if none.
  [[nodiscard]] std::size_t phrase_of(std::size_t word) const;
  /// Whether two words belong to one name of the dictionaries.
  [[nodiscard]] bool in_one_name(std::size_t a, std::size_t b) const {
    return name_begin_[a] != Tree::kNone && name_begin_[a] == name_begin_[b];
  }
  /// The head of the coordination that a word belongs to.
  [[nodiscard]] std::size_t first_of(std::size_t word) const;
  /// The noun that heads the base noun phrase (nothing behind its head) around a word, or Tree::kNone.
  [[nodiscard]] std::size_t chunk(std::size_t word) const { return chunk_[word]; }
  /// Where a row of names begins that this word ends or stands in: "Arnor" of "Arnor and Gondor".
  [[nodiscard]] std::size_t row_begin(std::size_t word) const;
  /// The record's actor that a mention with this head word names, or null.
  [[nodiscard]] const Actor* actor_at(std::size_t word) const;

 private:
  struct Piece {  // a name that a phrase holds
    std::size_t word;
    bool behind;  // hangs from the head by a preposition
  };
  struct Member {
    std::size_t head;
    std::vector<std::size_t> actors, agents;  // words
    bool behind = false;                      // its actors stand behind its head
    bool former = false;                      // "former officials"
  };

  void read_names(const lexicon::Lexicon& lexicon, const std::vector<lexicon::Match>& names, lexicon::Day day);
  void read_mentions(const std::vector<Actor>& actors);
  /// The word of a name that begins here by which it hangs in the tree.
  [[nodiscard]] std::size_t head_of_name(std::size_t name) const;
  [[nodiscard]] std::vector<Piece> pieces(std::size_t head) const;
  [[nodiscard]] Member member(std::size_t head) const;
  [[nodiscard]] std::vector<FoundParty> parties(const Member& member) const;
  [[nodiscard]] std::vector<std::size_t> coordinated(std::size_t head) const;
  /// The heads of the base noun phrases that follow one in a row of names, "A, B and C", which trees often miss.
  [[nodiscard]] std::vector<std::size_t> row_of(std::size_t head) const;
  /// The actor's name right before an agent's words ("Norway's main [opposition group]"), the one right behind them
  /// ("officials in Norway"), and the last word of the agent right behind a name; kNone where there is none.
  [[nodiscard]] std::size_t actor_before(std::size_t agent) const;
  [[nodiscard]] std::size_t actor_behind(std::size_t agent) const;
  [[nodiscard]] std::size_t agent_behind(std::size_t name) const;
  [[nodiscard]] bool is_party_name(std::size_t word) const;

  const Tree& tree_;
  const std::vector<Actor>& actors_;
  std::vector<std::string> code_of_;     // at a name's first word: of an actor
  std::vector<std::string> agent_of_;    // at a name's first word: of an agent, with its ~
  std::vector<std::string> entry_of_;    // at a name's first word: which entry the code comes from
  std::vector<std::size_t> name_begin_;  // of the name that covers a word, or kNone
  std::vector<std::size_t> name_end_;    // behind it
  std::vector<bool> begins_;
  std::vector<std::size_t> chunk_;
  std::vector<std::uint32_t> mention_of_;  // by its head word: index of an actor + 1
};

}  // namespace sayso::extract
