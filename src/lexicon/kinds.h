#pragma once
#include <cstdint>
#include <optional>
#include <string_view>

namespace sayso::lexicon {

/// What an entry is. The numbers stand in compiled files.
enum class Kind : std::uint8_t {
  unknown = 0,
  person = 1,
  organization = 2,
  government = 3,
  group = 4,
  media = 5,
  document = 6,
  place = 7,
  role = 8,  ///< a word for an office or calling: president, spokeswoman
};

/// In which way a name leads to an entry. The numbers stand in compiled files.
enum class Form : std::uint8_t {
  name = 0,
  demonym = 1,  ///< Ukrainian, Ukrainians -> Ukraine
  metonym = 2,  ///< Kyiv, Foggy Bottom -> who acts from there
  place = 3,    ///< Kyiv -> the city
  title = 4,    ///< the Ukrainian president -> its holder; president -> the role
};

inline constexpr std::uint8_t kKinds = 9, kForms = 5;

[[nodiscard]] std::string_view name_of(Kind kind);
[[nodiscard]] std::string_view name_of(Form form);
[[nodiscard]] std::optional<Kind> kind_named(std::string_view name);
[[nodiscard]] std::optional<Form> form_named(std::string_view name);

}  // namespace sayso::lexicon
