#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "lexicon/entries.h"
#include "sayso/record.h"

namespace sayso::extract {

enum class Gender : std::uint8_t { unknown, female, male };

[[nodiscard]] inline bool agree(Gender a, Gender b) { return a == Gender::unknown || b == Gender::unknown || a == b; }

/// An actor while a text is read.
struct Member {
  Actor actor;
  bool named = false;  ///< has a proper name, not only a description
  std::string folded;  ///< the proper name
  bool plural = false;
  bool introduced = false;   ///< met as "a lawmaker"
  bool state = false;        ///< a state, whose name stands in those of many others
  int female = 0, male = 0;  ///< how often words told the gender
  std::uint32_t entry = lexicon::kNone;
  [[nodiscard]] Gender gender() const {
    return female == male ? Gender::unknown : female > male ? Gender::female : Gender::male;
  }
  void tell(Gender gender, int times) {
    if (gender == Gender::female) female += times;
    if (gender == Gender::male) male += times;
  }
  std::unordered_set<std::string> words;  ///< folded words of its names, offices and descriptions
};

/// The actors met so far, and the names by which they are found again. Every lookup takes constant time, but for people
/// of one surname and organisations with a common word, of which the last kMostAlike are looked at.
class Cast {
 public:
  static constexpr std::size_t kNobody = ~std::size_t{0};
  static constexpr std::size_t kMostAlike = 16;

  std::size_t add(ActorKind kind);
  [[nodiscard]] Member& operator[](std::size_t index) { return members_[index]; }
  [[nodiscard]] const Member& operator[](std::size_t index) const { return members_[index]; }
  [[nodiscard]] std::size_t size() const { return members_.size(); }

  /// Makes a folded name or description lead to a member.
  void learn_name(std::size_t index, const std::string& folded);
  /// Makes the words of an office or description, and its head, lead to a member.
  void learn_description(std::size_t index, const std::string& folded);
  void learn_entry(std::size_t index, std::uint32_t entry);

  [[nodiscard]] std::size_t with_entry(std::uint32_t entry) const;
  /// The one of exactly this name.
  [[nodiscard]] std::size_t with_name(const std::string& folded) const;
  /// A person of that name in part: the surname, the first name, or both with initials between; of that gender, where
  /// both tell one. `unsure` when several are.
  [[nodiscard]] std::size_t person_called(const std::string& folded, Gender gender, bool& unsure) const;
  /// An organisation whose name holds all words of `folded` in their order or the other way round, or whose
  /// abbreviation it is, or which was called by the first letters of these words.
  [[nodiscard]] std::size_t organization_called(const std::string& folded) const;
  /// The last one described by this noun with at least these words: of the same rank, or else a former or deputy one.
  [[nodiscard]] std::size_t described(const std::string& head, const std::vector<std::string_view>& modifiers) const;

 private:
  using Index = std::unordered_map<std::string, std::vector<std::size_t>>;
  static void put(Index& index, std::string key, std::size_t member);

  std::vector<Member> members_;
  std::unordered_map<std::uint32_t, std::size_t> by_entry_;
  std::unordered_map<std::string, std::size_t> by_name_;
  Index by_edge_word_;  // first and last words of names
  Index by_head_;       // head nouns of descriptions, last words of names of organisations
};

}  // namespace sayso::extract
