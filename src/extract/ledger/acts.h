#pragma once
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "sayso/record.h"

namespace sayso::extract {

// Which words commit, ask, refuse or leave open, as data: docs/ledger.md shows each act with examples. Words are given
// and asked for in small letters.

// The ways in which an act's word takes its action, to be added up.
inline constexpr std::uint16_t kInfinitive = 1;        ///< who acts does it: "aims to cut"
inline constexpr std::uint16_t kObjectInfinitive = 2;  ///< the object is to do it: "urged the bank to cut"
inline constexpr std::uint16_t kGerund = 4;            ///< "considered cutting"
inline constexpr std::uint16_t kClause = 8;            ///< "promised that it would cut", "urged that the bank cut"
inline constexpr std::uint16_t kNoun = 16;             ///< "demanded cuts"
inline constexpr std::uint16_t kDealNoun = 32;         ///< the same, only of what parties agree to: "signed the treaty"
inline constexpr std::uint16_t kNewsNoun = 64;         ///< the same, only of what is told: "confirmed the report"
inline constexpr std::uint16_t kForeseen = 128;  ///< in the passive, of whom others expect it: "is expected to cut"
inline constexpr std::uint16_t kOthersInfinitive = 256;  ///< the object is expected to do it: "expects the bank to cut"
inline constexpr std::uint16_t kDescribing =
    512;  ///< with "is", of whom it describes: "is ready to cut", "is committed to cutting"

/// How a verb or adjective acts.
struct ActVerb {
  Act act = Act::intend;
  std::optional<Stage> stage;
  std::uint16_t frames = 0;
  std::string_view words;         ///< lemmas; irregular forms behind a colon
  std::string_view particle;      ///< "out" of "rule out", else empty
  std::string_view prepositions;  ///< before the matter: "called for cuts"
  std::string_view addressing;    ///< before whom it is addressed to: "called on the bank"
};

/// The acts of a form of a verb, or of an adjective, those with a particle first.
[[nodiscard]] const std::vector<const ActVerb*>& verb_acts(std::string_view form);

/// How a noun acts: "plans to cut", "a call for cuts".
struct ActNoun {
  Act act = Act::intend;
  std::optional<Stage> stage;
  bool mutual = false;            ///< all its owners act: "a deal between the bank and the union"
  std::string_view words;         ///< lemmas
  std::string_view prepositions;  ///< before the matter
};
[[nodiscard]] const ActNoun* noun_act(std::string_view form);

/// have, announce, issue: verbs whose subject owns the act that their object names.
[[nodiscard]] bool lends_subject(std::string_view verb_form);
/// deal, bill, sanctions: what is agreed to.
[[nodiscard]] bool is_deal(std::string_view noun_form);
/// information, report: what is confirmed.
[[nodiscard]] bool is_news(std::string_view noun_form);

/// be, have, know, win: what is no deed, though it has a subject.
[[nodiscard]] bool is_state_verb(std::string_view form);
/// halt, retaliate: deeds that hurt others.
[[nodiscard]] bool is_harm_verb(std::string_view form);
/// postpone, announce: what is done by decision, so that whoever says that it may be done decides it.
[[nodiscard]] bool is_decision_verb(std::string_view form);

/// will, would, ...: what a modal makes of the verb behind it.
enum class Modal : std::uint8_t { none, will, would, may, should, must, can };
[[nodiscard]] Modal modal_of(std::string_view form);

/// Whether blank-separated `words` hold this one.
[[nodiscard]] bool holds_word(std::string_view words, std::string_view word);

}  // namespace sayso::extract
