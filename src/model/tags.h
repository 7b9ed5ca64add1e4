#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "text/wordpiece.h"

namespace sayso::model {

/// What a stretch of text does in an attribution (PolNeAR: Newell et al. 2018).
enum class Role : std::uint8_t { source, cue, content };

/// BIO over the roles: O, then B and I of each role in the order of Role. The numbers are those of the weight file.
inline constexpr std::size_t kTags = 7;
inline constexpr std::uint8_t kOutside = 0;
[[nodiscard]] constexpr bool begins(std::uint8_t tag) { return tag % 2 == 1; }
[[nodiscard]] constexpr bool continues(std::uint8_t tag) { return tag != kOutside && tag % 2 == 0; }
[[nodiscard]] constexpr Role role_of(std::uint8_t tag) { return static_cast<Role>((tag - 1) / 2); }

/// Pieces [first, last] that bear one role.
struct Segment {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  Role role = Role::source;
};

/// A linear-chain conditional random field (Lafferty et al. 2001): scores of moves between tags, row = from.
struct Chain {
  float moves[kTags][kTags] = {};
  float start[kTags] = {};
};

/// The best tags of a document by Viterbi: an inside tag follows only its own role, and a word keeps one role through
/// all its pieces. `emissions` is [pieces][kTags]. Linear time; ties go to the lower tag.
[[nodiscard]] std::vector<std::uint8_t> best_tags(std::span<const float> emissions, const Chain& chain,
                                                  std::span<const text::Piece> pieces);

/// How sure the pieces' own scores are of a segment: the mean probability that a piece of it bears its role.
[[nodiscard]] double certainty(std::span<const float> emissions, const Segment& segment);

/// The segments that tags spell, ascending.
[[nodiscard]] std::vector<Segment> segments(std::span<const std::uint8_t> tags);

}  // namespace sayso::model
