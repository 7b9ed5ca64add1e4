#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "lexicon/kinds.h"
#include "lexicon/period.h"
#include "sayso/result.h"

namespace sayso::lexicon {

inline constexpr std::uint32_t kNone = 0xFFFFFFFF;

/// Where a row was read: an index into Draft::files, and the line, from 1.
struct Origin {
  std::uint32_t file = 0;
  std::uint32_t line = 0;
};

struct Entry {
  std::string id;
  std::string name;
  std::string country;   ///< ISO 3166 alpha-3, or empty
  std::string wikidata;  ///< Q..., or empty
  Kind kind = Kind::unknown;
  Kind implies = Kind::unknown;     ///< of a role: what its holder is
  Kind represents = Kind::unknown;  ///< of a role: whom its holder speaks for
  Period valid;
  std::uint32_t stands_for = kNone;
  bool defined = false;  ///< false while only other rows have named its id
  Origin origin;
};

/// A CAMEO code that an entry has for a time. Of a role it is incomplete, with ~ for the country: "~GOV".
struct EntryCode {
  std::uint32_t entry = 0;
  std::string code;
  Period valid;
  Origin origin;
};

struct Name {
  std::uint32_t entry = 0;
  std::string surface;
  Form form = Form::name;
  Period valid;
  std::uint32_t shapes = 0;  ///< pack_shapes(), or fewer demands where the source does not tell capitals
  Origin origin;
  bool derived = false;  ///< follows from another entry's stands_for
};

/// A lexicon while it is read: rows of all files, joined by their ids. What is wrong is listed in `faults`, and the row
/// is passed over.
struct Draft {
  std::vector<std::string> files;
  std::vector<Entry> entries;
  std::vector<EntryCode> codes;
  std::vector<Name> names;
  std::unordered_map<std::string, std::uint32_t> by_id;
  /// Entries of the lexicon below, by their folded canonical names (of roles with '~' before it); kNone where several
  /// share one.
  std::unordered_map<std::string, std::uint32_t> by_name;
  std::uint32_t files_below = 0;  ///< rows of the first so many files come from the lexicon below
  std::vector<Error> faults;      ///< the first kMaxFaults
  std::size_t fault_count = 0;

  static constexpr std::size_t kMaxFaults = 10000;

  /// The entry of that id, made on first sight.
  std::uint32_t entry_of(std::string_view id);
  void fault(Origin where, Code code, std::string message);
  [[nodiscard]] bool from_below(Origin where) const { return where.file < files_below; }
};

}  // namespace sayso::lexicon
