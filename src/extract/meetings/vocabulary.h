#pragma once
#include <cstdint>
#include <optional>
#include <string_view>

namespace sayso::extract {

// What news English calls meetings, and what happens to them, as data. All words are given in lower case.

/// Sorts of meetings, by what it takes to tell one from the mere word.
enum class MeetingSort : std::uint8_t {
  gathering,  ///< meeting, summit, conference
  talks,      ///< talks, negotiations: of two sides
  session,    ///< session, hearing: of a body that is named
  call,       ///< call: of two sides, by telephone
  visit,      ///< visit: of one to another
  vote,       ///< vote: of a body, or on a matter
  election,   ///< election, referendum: of a country, or dated
  rally,      ///< rally: where somebody holds it
};

struct MeetingNoun {
  std::string_view form;
  std::string_view noun;  ///< one for all its forms and near synonyms
  MeetingSort sort;
};

/// The meeting that a noun may name, or null.
[[nodiscard]] const MeetingNoun* meeting_noun(std::string_view form);

/// Whether a noun before another makes it no meeting: "press conference", "phone interview".
[[nodiscard]] bool spoils_meeting(std::string_view modifier);

/// What a verb says of a meeting that is its subject or object.
enum class MeetingVerb : std::uint8_t {
  none,
  hold,      ///< hold, attend, host
  happen,    ///< take place, begin, end
  expect,    ///< expect, schedule, plan
  want,      ///< want, propose, call for: not settled
  postpone,  ///< postpone, delay
  cancel,    ///< cancel, scrap
};
[[nodiscard]] MeetingVerb meeting_verb(std::string_view form);
/// The same of a verb with its particle: "call off", "put off", "push back".
[[nodiscard]] MeetingVerb meeting_verb(std::string_view form, std::string_view particle);

/// upcoming, planned, next: before a meeting that lies ahead.
[[nodiscard]] bool lies_ahead(std::string_view adjective);
/// met, meet, meeting: verbs of which the object, or what follows with, is the other side.
[[nodiscard]] bool is_meet(std::string_view form);
/// spoke, talked: the same, with "with" only.
[[nodiscard]] bool is_converse(std::string_view form);
[[nodiscard]] bool is_vote_verb(std::string_view form);

}  // namespace sayso::extract
