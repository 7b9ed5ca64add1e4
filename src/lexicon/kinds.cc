#include "lexicon/kinds.h"

#include <algorithm>
#include <array>

namespace sayso::lexicon {
namespace {

constexpr std::array<std::string_view, kKinds> kKindNames{"unknown", "person",   "organization", "government", "group",
                                                          "media",   "document", "place",        "role"};
constexpr std::array<std::string_view, kForms> kFormNames{"name", "demonym", "metonym", "place", "title"};

template <class T, std::size_t n>
std::optional<T> named(const std::array<std::string_view, n>& names, std::string_view name) {
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return std::nullopt;
  return static_cast<T>(found - names.begin());
}

}  // namespace

std::string_view name_of(Kind kind) { return kKindNames[static_cast<std::size_t>(kind)]; }
std::string_view name_of(Form form) { return kFormNames[static_cast<std::size_t>(form)]; }
std::optional<Kind> kind_named(std::string_view name) { return named<Kind>(kKindNames, name); }
std::optional<Form> form_named(std::string_view name) { return named<Form>(kFormNames, name); }

}  // namespace sayso::lexicon
