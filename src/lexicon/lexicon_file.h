#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "lexicon/kinds.h"
#include "lexicon/period.h"
#include "sayso/result.h"

/// The compiled lexicon (`*.lexicon`), version 1. Little endian; no padding between the parts.
///
///   0   char[8]  magic "SAYLX\r\n\x1a"   (a transfer that rewrites line ends is noticed)
///   8   u32      version, 1
///   12  u32      entries
///   16  u32      codes
///   20  u32      names
///   24  u32      slots, a power of two; at least half of them are empty
///   28  u32      bytes of the strings
///   32  u64      size of the file in bytes
///   40  u64      XXH3-64 of all bytes from 48 to the end
///   48  slots, 24 bytes each, a hash table with linear probing over the keys of the names and over their beginnings:
///         0   u64  hash of the words (hash_of)
///         8   u32  key: where its string begins, 12 u32 its bytes; 0 bytes in an empty slot
///         16  u32  first of its names, 20 u32 how many; 0 for what only begins a name
///       names, 28 bytes each, those of one key together:
///         0   u32  surface: where its string begins, 4 u32 its bytes
///         8   u32  entry
///         12  u32  shapes of its words (words.h)
///         16  i32  from, 20 i32 until: days as YYYYMMDD, or 0
///         24  u32  form (kinds.h); 256 more if it follows from another entry's stands_for
///       entries, 48 bytes each, in the order of their ids:
///         0   u32  id: string, bytes; 8 name: string, bytes; 16 id in Wikidata: string, bytes
///         24  char[4] country, padded with NUL
///         28  u8   kind, implies, represents, 0
///         32  i32  from, 36 i32 until
///         40  u32  the entry that it stands for, or 0xFFFFFFFF
///         44  u32  first of its codes; they end where those of the next entry begin
///       codes, 16 bytes each: u32 string, u32 bytes, i32 from, i32 until
///       strings, to the end of the file
namespace sayso::lexicon {

inline constexpr std::string_view kLexiconMagic{"SAYLX\r\n\x1a", 8};
inline constexpr std::uint32_t kLexiconVersion = 1;
inline constexpr std::size_t kLexiconHeader = 48;
inline constexpr std::uint32_t kDerived = 256;
/// So many meanings may one name have; it keeps a lookup from walking a list that someone made endless.
inline constexpr std::uint32_t kMaxMeanings = 64;

struct StringRef {
  std::uint32_t begin = 0, size = 0;
};
struct SlotRecord {
  std::uint64_t hash = 0;
  StringRef key;
  std::uint32_t first = 0, count = 0;
};
struct NameRecord {
  StringRef surface;
  std::uint32_t entry = 0, shapes = 0;
  Period valid;
  std::uint32_t form = 0;
};
struct EntryRecord {
  StringRef id, name, wikidata;
  char country[4] = {};
  std::uint8_t kind = 0, implies = 0, represents = 0, unused = 0;
  Period valid;
  std::uint32_t stands_for = 0, first_code = 0;
};
struct CodeRecord {
  StringRef code;
  Period valid;
};
static_assert(sizeof(SlotRecord) == 24 && sizeof(NameRecord) == 28 && sizeof(EntryRecord) == 48 &&
              sizeof(CodeRecord) == 16);

/// Goes on from the hash of the words before (0 at first) to one word more.
[[nodiscard]] std::uint64_t hash_of(std::string_view word, std::uint64_t before);

/// A view of a compiled lexicon whose bytes live elsewhere.
class LexiconFile {
 public:
  LexiconFile() = default;

  /// Checks everything that the other methods rely on. Errors: lexicon_damaged, with `path` as its file.
  [[nodiscard]] static Result<LexiconFile> check(std::string_view bytes, const std::string& path);

  [[nodiscard]] std::uint32_t entries() const { return entries_; }
  [[nodiscard]] std::uint32_t codes() const { return codes_; }
  [[nodiscard]] std::uint32_t names() const { return names_; }

  [[nodiscard]] EntryRecord entry(std::uint32_t i) const;
  [[nodiscard]] std::string_view country(std::uint32_t index) const;
  [[nodiscard]] CodeRecord code(std::uint32_t i) const;
  [[nodiscard]] NameRecord name(std::uint32_t i) const;
  /// One past the last code of an entry.
  [[nodiscard]] std::uint32_t codes_end(std::uint32_t index) const;
  [[nodiscard]] std::string_view string(StringRef ref) const { return strings_.substr(ref.begin, ref.size); }
  [[nodiscard]] std::uint64_t checksum() const { return checksum_; }

  /// The slot of that hash; one with an empty key if there is none.
  [[nodiscard]] SlotRecord slot(std::uint64_t hash) const;

 private:
  [[nodiscard]] bool lay_out(std::string_view bytes);
  [[nodiscard]] bool slots_hold() const;
  [[nodiscard]] bool names_hold() const;
  [[nodiscard]] bool entries_hold() const;
  [[nodiscard]] bool chains_end() const;
  [[nodiscard]] bool holds(StringRef ref) const;
  [[nodiscard]] SlotRecord slot_at(std::uint64_t index) const;

  const char* slot_data_ = nullptr;
  const char* name_data_ = nullptr;
  const char* entry_data_ = nullptr;
  const char* code_data_ = nullptr;
  std::string_view strings_;
  std::uint32_t entries_ = 0, codes_ = 0, names_ = 0, slots_ = 0;
  std::uint64_t checksum_ = 0;
};

}  // namespace sayso::lexicon
